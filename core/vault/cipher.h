// SPDX-License-Identifier: GPL-3.0-or-later
// The few primitives that the vault is made of, all of libgcrypt: AES-256 in GCM (NIST SP 800-38D) and in XTS
// (IEEE 1619), Argon2id (RFC 9106), HKDF with SHA-256 (RFC 5869), HMAC-SHA-256.
#pragma once

#include <vault/vault.h>

#include <QByteArray>
#include <memory>

struct gcry_cipher_handle;

namespace dtp::vault
{

constexpr std::size_t keySize = 32;
constexpr std::size_t nonceSize = 12;
constexpr std::size_t tagSize = 16;

// Before anything else of libgcrypt; more than once does no harm.
void startCiphers();
void wipe(void* bytes, std::size_t size);

void fillWithNonce(unsigned char* bytes, std::size_t size); // never twice the same, no secret
void fillWithRandom(unsigned char* bytes, std::size_t size);
QByteArray randomBytes(int size);
QByteArray sha256(const QByteArray& bytes);
QByteArray hmacSha256(const SecretBytes& key, const QByteArray& bytes);
bool isSame(const QByteArray& one, const QByteArray& other); // in a time that tells nothing about where they differ

// A key for one use, by HKDF-SHA-256 with an empty salt; size: at most 64.
SecretBytes deriveKey(const SecretBytes& from, const char* use, std::size_t size = keySize);

// About a second on this machine, with 256 MiB, or less where a quarter of the memory is less.
Cost usualCost();
// Empty when there is not enough memory for it.
SecretBytes deriveFromPassphrase(const SecretBytes& passphrase, const QByteArray& salt, const Cost& cost);

// One key of AES-256; not for two threads at a time.
class AuthenticatedCipher // GCM
{
public:
    explicit AuthenticatedCipher(const SecretBytes& key);
    // In place; nonce has 12 bytes and tag 16.
    bool seal(unsigned char* bytes, std::size_t size, const unsigned char* nonce, const QByteArray& about,
              unsigned char* tag);
    // False when anything of it was changed; bytes are zeros then.
    bool open(unsigned char* bytes, std::size_t size, const unsigned char* nonce, const QByteArray& about,
              const unsigned char* tag);

private:
    struct Closing {
        void operator()(gcry_cipher_handle* handle) const;
    };
    std::unique_ptr<gcry_cipher_handle, Closing> m_handle;
};

class SectorCipher // XTS
{
public:
    explicit SectorCipher(const SecretBytes& key); // of 64 bytes
    // In place, 16 bytes at least; number: of the sector.
    bool encrypt(unsigned char* bytes, std::size_t size, quint64 number);
    bool decrypt(unsigned char* bytes, std::size_t size, quint64 number);

private:
    struct Closing {
        void operator()(gcry_cipher_handle* handle) const;
    };
    std::unique_ptr<gcry_cipher_handle, Closing> m_handle;
};

} // namespace dtp::vault
