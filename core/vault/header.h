// SPDX-License-Identifier: GPL-3.0-or-later
// The first two pages of an encrypted file, each a copy of the other. What stands where is written in header.cpp and
// in resources/vault-format.md, by which an independent reader in the tests opens a file.
#pragma once

#include "cipher.h"

#include <base/result.h>
#include <vault/vault.h>

#include <array>
#include <optional>

namespace dtp::vault
{

constexpr int pageSize = 4096;
constexpr int headerSize = 2 * pageSize; // SQLite's first page follows
constexpr int reservedSize = 32;         // at the end of each of SQLite's pages: nonce, tag, and four zeros
constexpr int slotCount = 12;
constexpr char headMagic[] = "DTPVAULT"; // with which either copy begins

struct Header {
    QByteArray vaultId; // 16 bytes: of the key; copies of a file and its backups have the same. Salt of Argon2id, too
    QByteArray fileId;  // 16 bytes: of this file alone, so that no page of another is taken for one of it
    quint64 generation = 0; // one more each time that it is written
    Cost cost;
    std::array<QByteArray, slotCount> slots; // 256 bytes each
};

// The newer of the copies that are whole, of both in their order; nothing when neither is.
std::optional<Header> newerHeader(const QByteArray& both);
std::optional<Header> readHeader(const QString& path);
// First the one copy and then the other, each to the disk before the next.
Result<> writeHeader(const QString& path, const Header& header, const SecretBytes& master);
// Whether this one of both copies was written by who knew the key.
bool isAuthentic(const QByteArray& both, const Header& header, const SecretBytes& master);

// The master key in a slot, under a key that was made of a passphrase; label: who it is of.
QByteArray sealSlot(const Header& header, int number, SlotKind kind, const QString& label, const QDateTime& added,
                    const SecretBytes& wrapping, const SecretBytes& master);
SecretBytes openSlot(const Header& header, int number, const SecretBytes& wrapping); // empty: not by this one
std::optional<Slot> describeSlot(const Header& header, int number, const SecretBytes& master); // nothing: it is free
bool isFree(const Header& header, int number);

} // namespace dtp::vault
