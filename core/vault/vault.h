// SPDX-License-Identifier: GPL-3.0-or-later
// An encrypted file: who can open it, and whether it is open in this process.
//
// Whoever opens a file gives a passphrase or its recovery code once; from then on the process knows its key, and
// every connection to it, to its backups and to its copies goes by that. lock() forgets the key.
#pragma once

#include <base/result.h>
#include <vault/secret_bytes.h>

#include <QDateTime>
#include <QString>
#include <optional>
#include <vector>

namespace dtp::vault
{

// What making a key of a passphrase costs: passes over so much memory, by Argon2id.
struct Cost {
    int passes = 3;
    int memory = 256 * 1024; // KiB
    int lanes = 1;
    bool operator==(const Cost&) const = default;
};

// With what a new file is encrypted.
struct FirstPassphrase {
    QString name; // whose it is
    SecretBytes passphrase;
    std::optional<Cost> cost = {}; // about a second on this machine unless told
};

enum class SlotKind : unsigned char { Free = 0, Passphrase = 1, RecoveryCode = 2 };

// One way into the file. Their names are readable only to who has opened it.
struct Slot {
    int number = 0; // from 1
    SlotKind kind = SlotKind::Free;
    QString name;
    QDateTime added;
};

bool isVault(const QString& path);
// Whether both copies of its head are whole; the other is written anew with the next change of a passphrase.
bool isHeadWhole(const QString& path);

// Makes an empty file, which is there, an encrypted one, with one passphrase, and leaves it unlocked.
Result<> create(const QString& path, const FirstPassphrase& first);
// Makes an empty file an encrypted one that opens as `like` does, which is unlocked: for a backup or another copy.
Result<> createLike(const QString& like, const QString& path);

// By a passphrase or the recovery code. A wrong one takes as long as a right one, and locks nobody out. The error of
// a file that needs one has the detail lockedDetail.
Result<> unlock(const QString& path, const QString& secret);
bool isUnlocked(const QString& path);
bool isLocked(const QString& path); // one that a passphrase would open
// Forgets the key of this file, also of its backups. What is open is read to its end; its key goes with it.
void lock(const QString& path);
void lockAll();
constexpr const char* lockedDetail = "vault locked";
constexpr const char* wrongSecretDetail = "vault passphrase";
Error lockedError(const QString& path);

// Of an unlocked file. Names are compared without regard to case.
Result<std::vector<Slot>> slotsOf(const QString& path);
Result<> addPassphrase(const QString& path, const QString& name, const SecretBytes& passphrase);
Result<> changePassphrase(const QString& path, const QString& name, const SecretBytes& passphrase);
// Fails for the last passphrase: a recovery code alone is no way to work.
Result<> removePassphrase(const QString& path, const QString& name);
// A new code in the place of an older one; it is told once, to be printed.
Result<QString> renewRecoveryCode(const QString& path);
// The same with a code of newRecoveryCode() that is on paper already.
Result<> setRecoveryCode(const QString& path, const QString& code);

// The first bytes of the database in it, as of a plain file; empty when the page cannot be read.
QByteArray readStart(const QString& path, int size);
// Numbers of SQLite's pages (from 1) that are not as they were written; of an unlocked file.
Result<std::vector<qint64>> damagedPages(const QString& path);

} // namespace dtp::vault
