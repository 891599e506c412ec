// SPDX-License-Identifier: GPL-3.0-or-later
#include "cipher.h"

#include <platform/platform.h>

#include <QElapsedTimer>
#include <QtEndian>
#include <algorithm>
#include <array>
#include <cstring>
#include <gcrypt.h>

namespace dtp::vault
{

void startCiphers()
{
    static const bool started = [] {
        gcry_check_version(nullptr);
        constexpr int locked = 64 * 1024; // bytes: all keys of a few files
        // Where the system locks no memory for us they are in usual memory; the warning would go to standard error.
        gcry_control(GCRYCTL_SUSPEND_SECMEM_WARN);
        gcry_control(GCRYCTL_INIT_SECMEM, locked, 0);
        gcry_control(GCRYCTL_AUTO_EXPAND_SECMEM, locked);
        gcry_control(GCRYCTL_RESUME_SECMEM_WARN);
        gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
        return true;
    }();
    Q_UNUSED(started)
}

void wipe(void* bytes, std::size_t size)
{
    volatile auto* byte = static_cast<volatile unsigned char*>(bytes);
    while (size-- > 0)
        *byte++ = 0;
}

void fillWithNonce(unsigned char* bytes, std::size_t size)
{
    startCiphers();
    gcry_create_nonce(bytes, size);
}

void fillWithRandom(unsigned char* bytes, std::size_t size)
{
    startCiphers();
    gcry_randomize(bytes, size, GCRY_STRONG_RANDOM);
}

QByteArray randomBytes(int size)
{
    QByteArray bytes(size, '\0');
    fillWithRandom(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<std::size_t>(size));
    return bytes;
}

QByteArray sha256(const QByteArray& bytes)
{
    startCiphers();
    QByteArray digest(32, '\0');
    gcry_md_hash_buffer(GCRY_MD_SHA256, digest.data(), bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return digest;
}

QByteArray hmacSha256(const SecretBytes& key, const QByteArray& bytes)
{
    startCiphers();
    QByteArray code(32, '\0');
    std::size_t size = 32;
    gcry_mac_hd_t handle = nullptr;
    const bool isDone = gcry_mac_open(&handle, GCRY_MAC_HMAC_SHA256, GCRY_MAC_FLAG_SECURE, nullptr) == 0 &&
                        gcry_mac_setkey(handle, key.data(), key.size()) == 0 &&
                        gcry_mac_write(handle, bytes.constData(), static_cast<std::size_t>(bytes.size())) == 0 &&
                        gcry_mac_read(handle, code.data(), &size) == 0 && size == 32;
    gcry_mac_close(handle);
    // Keys are derived by it: rather no program than a file under a key of zeros, as when there is no locked memory
    // left.
    if (!isDone)
        qFatal("HMAC-SHA-256 cannot be computed.");
    return code;
}

bool isSame(const QByteArray& one, const QByteArray& other)
{
    if (one.size() != other.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference |= static_cast<unsigned char>(one.at(i)) ^ static_cast<unsigned char>(other.at(i));
    return difference == 0;
}

SecretBytes deriveKey(const SecretBytes& from, const char* use, std::size_t size)
{
    SecretBytes noSalt(32);
    QByteArray input(reinterpret_cast<const char*>(from.data()), static_cast<qsizetype>(from.size()));
    QByteArray code = hmacSha256(noSalt, input);
    SecretBytes extracted(32);
    std::memcpy(extracted.data(), code.constData(), 32);
    wipe(input.data(), static_cast<std::size_t>(input.size()));
    wipe(code.data(), 32);
    SecretBytes derived(size);
    QByteArray block;
    for (std::size_t at = 0, round = 1; at < size; at += 32, ++round) {
        block += use;
        block += static_cast<char>(round);
        code = hmacSha256(extracted, block);
        std::memcpy(derived.data() + at, code.constData(), std::min<std::size_t>(32, size - at));
        wipe(block.data(), static_cast<std::size_t>(block.size()));
        block = QByteArray(code.constData(), code.size()); // of its own, so that both are wiped
        wipe(code.data(), 32);
    }
    wipe(block.data(), static_cast<std::size_t>(block.size()));
    return derived;
}

Cost usualCost()
{
    static const Cost cost = [] {
        Cost found;
        constexpr qint64 least = 16 * 1024;
        if (const qint64 quarter = platform::wholeMemory() / 4; quarter > 0 && quarter < found.memory)
            found.memory = static_cast<int>(std::max(quarter, least));
        found.passes = 1;
        QElapsedTimer timer;
        timer.start();
        (void)deriveFromPassphrase(SecretBytes(8), QByteArray(16, 'x'), found);
        constexpr qint64 wanted = 900; // milliseconds
        constexpr int fewest = 2;
        constexpr int most = 12;
        found.passes = std::clamp(static_cast<int>(wanted / std::max<qint64>(1, timer.elapsed())), fewest, most);
        return found;
    }();
    return cost;
}

SecretBytes deriveFromPassphrase(const SecretBytes& passphrase, const QByteArray& salt, const Cost& cost)
{
    if (passphrase.isEmpty()) // nobody's, but it is to take as long; libgcrypt refuses it
        return deriveFromPassphrase(SecretBytes(1), salt, cost);
    startCiphers();
    const std::array<unsigned long, 4> parameters{keySize, static_cast<unsigned long>(cost.passes),
                                                  static_cast<unsigned long>(cost.memory),
                                                  static_cast<unsigned long>(cost.lanes)};
    gcry_kdf_hd_t handle = nullptr;
    if (gcry_kdf_open(&handle, GCRY_KDF_ARGON2, GCRY_KDF_ARGON2ID, parameters.data(), parameters.size(),
                      passphrase.data(), passphrase.size(), salt.constData(), static_cast<std::size_t>(salt.size()),
                      nullptr, 0, nullptr, 0) != 0)
        return {};
    SecretBytes key(keySize);
    const bool isDone = gcry_kdf_compute(handle, nullptr) == 0 && gcry_kdf_final(handle, key.size(), key.data()) == 0;
    gcry_kdf_close(handle);
    return isDone ? std::move(key) : SecretBytes();
}

namespace
{
gcry_cipher_hd_t opened(int mode, const SecretBytes& key)
{
    startCiphers();
    gcry_cipher_hd_t handle = nullptr;
    if (gcry_cipher_open(&handle, GCRY_CIPHER_AES256, mode, GCRY_CIPHER_SECURE) != 0 ||
        gcry_cipher_setkey(handle, key.data(), key.size()) != 0) {
        gcry_cipher_close(handle);
        return nullptr;
    }
    return handle;
}

QByteArray tweak(quint64 number)
{
    QByteArray bytes(16, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}
} // namespace

void AuthenticatedCipher::Closing::operator()(gcry_cipher_handle* handle) const
{
    gcry_cipher_close(handle);
}

void SectorCipher::Closing::operator()(gcry_cipher_handle* handle) const
{
    gcry_cipher_close(handle);
}

AuthenticatedCipher::AuthenticatedCipher(const SecretBytes& key) : m_handle(opened(GCRY_CIPHER_MODE_GCM, key)) {}

bool AuthenticatedCipher::seal(unsigned char* bytes, std::size_t size, const unsigned char* nonce,
                               const QByteArray& about, unsigned char* tag)
{
    return m_handle && gcry_cipher_setiv(m_handle.get(), nonce, nonceSize) == 0 &&
           gcry_cipher_authenticate(m_handle.get(), about.constData(), static_cast<std::size_t>(about.size())) == 0 &&
           gcry_cipher_encrypt(m_handle.get(), bytes, size, nullptr, 0) == 0 &&
           gcry_cipher_gettag(m_handle.get(), tag, tagSize) == 0;
}

bool AuthenticatedCipher::open(unsigned char* bytes, std::size_t size, const unsigned char* nonce,
                               const QByteArray& about, const unsigned char* tag)
{
    const bool isWhole =
        m_handle && gcry_cipher_setiv(m_handle.get(), nonce, nonceSize) == 0 &&
        gcry_cipher_authenticate(m_handle.get(), about.constData(), static_cast<std::size_t>(about.size())) == 0 &&
        gcry_cipher_decrypt(m_handle.get(), bytes, size, nullptr, 0) == 0 &&
        gcry_cipher_checktag(m_handle.get(), tag, tagSize) == 0;
    if (!isWhole) // what was not proved is handed to nobody
        std::memset(bytes, 0, size);
    return isWhole;
}

SectorCipher::SectorCipher(const SecretBytes& key) : m_handle(opened(GCRY_CIPHER_MODE_XTS, key)) {}

bool SectorCipher::encrypt(unsigned char* bytes, std::size_t size, quint64 number)
{
    const QByteArray at = tweak(number);
    return m_handle && gcry_cipher_setiv(m_handle.get(), at.constData(), 16) == 0 &&
           gcry_cipher_encrypt(m_handle.get(), bytes, size, nullptr, 0) == 0;
}

bool SectorCipher::decrypt(unsigned char* bytes, std::size_t size, quint64 number)
{
    const QByteArray at = tweak(number);
    return m_handle && gcry_cipher_setiv(m_handle.get(), at.constData(), 16) == 0 &&
           gcry_cipher_decrypt(m_handle.get(), bytes, size, nullptr, 0) == 0;
}

} // namespace dtp::vault
