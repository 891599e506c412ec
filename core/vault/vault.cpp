// SPDX-License-Identifier: GPL-3.0-or-later
#include <vault/vault.h>

#include "header.h"
#include "keys.h"
#include "page_codec.h"
#include "raw_file.h"

#include <vault/mend_head.h>
#include <vault/recovery_code.h>
#include <vault/typed_secret.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QMutex>
#include <algorithm>

namespace dtp::vault
{

namespace
{
struct Vault {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

QString nameOf(const QString& path)
{
    return QFileInfo(path).fileName();
}

Error damagedHead(const QString& path)
{
    return {Vault::tr("%1 is damaged: its first pages, without which nobody can open it, cannot be read.")
                .arg(nameOf(path)),
            QStringLiteral("SQLite 11: vault header")};
}

struct Opened {
    Header header;
    std::shared_ptr<const SecretBytes> master;
};

Result<Opened> opened(const QString& path)
{
    const auto header = readHeader(path);
    if (!header)
        return tl::unexpected<Error>(damagedHead(path));
    auto master = masterKeyOf(header->vaultId);
    if (!master)
        return tl::unexpected<Error>(lockedError(path));
    return Opened{*header, std::move(master)};
}

SecretBytes wrappingKey(const Header& header, const SecretBytes& secret)
{
    return deriveFromPassphrase(secret, header.vaultId, header.cost);
}

// A code that was typed. Of what cannot be one, as most passphrases, no text is made.
std::optional<QString> codeIn(const SecretBytes& secret)
{
    const auto isOfCode = [](unsigned char byte) { return byte < 0x80 && QChar::isLetterOrNumber(byte); };
    constexpr auto lettersOfCode = 28;
    if (std::count_if(secret.data(), secret.data() + secret.size(), isOfCode) != lettersOfCode)
        return std::nullopt;
    const QString typed = QString::fromUtf8(reinterpret_cast<const char*>(secret.data()), // NOLINT
                                            static_cast<qsizetype>(secret.size()));
    auto code = readRecoveryCode(typed);
    wipeText(typed);
    return code;
}

Error noMemory(const QString& path)
{
    return {
        Vault::tr("There is not enough free memory to open %1. Close other programs and try again.").arg(nameOf(path)),
        QStringLiteral("argon2")};
}

QString folded(const QString& name)
{
    return name.simplified().toCaseFolded();
}

// The slot of this name; none.
std::optional<Slot> slotCalled(const Opened& vault, const QString& name)
{
    for (int number = 0; number < slotCount; ++number) {
        const auto slot = describeSlot(vault.header, number, *vault.master);
        if (slot && slot->kind == SlotKind::Passphrase && folded(slot->name) == folded(name))
            return slot;
    }
    return std::nullopt;
}

// Of this process; other processes are kept out by the lock of the file.
QMutex& headMutex()
{
    static QMutex mutex;
    return mutex;
}

// Making a key takes a second: meanwhile somebody else may have changed the head, or put another file in its place. Of
// a new file there is none yet.
Result<> checkUnchanged(const QString& path, const Header& header)
{
    const auto now = readHeader(path);
    if (!now && header.generation == 0)
        return {};
    if (now && now->fileId == header.fileId && now->generation == header.generation)
        return {};
    return fail(
        Vault::tr("%1 was changed by somebody else just now, so nothing was changed. Try again.").arg(nameOf(path)),
        QStringLiteral("vault generation"));
}

// Seals a secret into the slot and writes both copies of the head.
Result<> putSlot(const QString& path, Opened vault, int number, SlotKind kind, const QString& name,
                 const SecretBytes& secret)
{
    const SecretBytes wrapping = wrappingKey(vault.header, secret);
    if (wrapping.isEmpty())
        return tl::unexpected<Error>(noMemory(path));
    const QMutexLocker locker(&headMutex());
    DTP_CHECK(checkUnchanged(path, vault.header));
    vault.header.slots.at(static_cast<std::size_t>(number)) =
        sealSlot(vault.header, number, kind, name, QDateTime::currentDateTimeUtc(), wrapping, *vault.master);
    ++vault.header.generation;
    return writeHeader(path, vault.header, *vault.master);
}

Result<int> freeSlot(const Header& header)
{
    for (int number = 0; number < slotCount; ++number) {
        if (isFree(header, number))
            return number;
    }
    return fail(Vault::tr("No more than %1 passphrases can open one file. Remove one that is not used any more first.")
                    .arg(slotCount - 1),
                QStringLiteral("slots"));
}

Result<> checkNew(const QString& name, const SecretBytes& passphrase)
{
    if (name.simplified().isEmpty())
        return fail(Vault::tr("A passphrase needs the name of whom it is of."));
    if (passphrase.isEmpty())
        return fail(Vault::tr("A passphrase cannot be empty."));
    return {};
}
} // namespace

bool isVault(const QString& path)
{
    const RawFile file(path, false);
    // Either copy may be damaged; that this is one of ours is seen by any of them.
    return file.read(0, 8) == "DTPVAULT" || (file.size() >= headerSize && file.read(pageSize, 8) == "DTPVAULT");
}

bool isHeadWhole(const QString& path)
{
    // The same in every byte: the digest of a copy does not cover the code of who wrote it.
    const QByteArray both = RawFile(path, false).read(0, headerSize);
    return newerHeader(both) && both.left(pageSize) == both.mid(pageSize);
}

Result<> mendHead(const QString& path)
{
    const QMutexLocker locker(&headMutex());
    if (isHeadWhole(path))
        return {};
    DTP_TRY(vault, opened(path));
    return writeHeader(path, vault.header, *vault.master);
}

Error lockedError(const QString& path)
{
    return {Vault::tr("%1 is encrypted: it opens with a passphrase or its recovery code.").arg(nameOf(path)),
            QLatin1String(lockedDetail)};
}

Result<> create(const QString& path, const FirstPassphrase& first)
{
    DTP_CHECK(checkNew(first.name, first.passphrase));
    Opened vault;
    vault.header.vaultId = randomBytes(16);
    vault.header.fileId = randomBytes(16);
    vault.header.cost = first.cost ? *first.cost : usualCost();
    vault.header.slots.fill(QByteArray(256, '\0'));
    SecretBytes master(keySize);
    fillWithRandom(master.data(), master.size());
    rememberKey(vault.header.vaultId, std::move(master));
    vault.master = masterKeyOf(vault.header.vaultId);
    const QByteArray id = vault.header.vaultId;
    const auto put =
        putSlot(path, std::move(vault), 0, SlotKind::Passphrase, first.name.simplified(), first.passphrase);
    if (!put)
        forgetKey(id);
    return put;
}

Result<> createLike(const QString& like, const QString& path)
{
    DTP_TRY(vault, opened(like));
    vault.header.fileId = randomBytes(16);
    return writeHeader(path, vault.header, *vault.master);
}

Result<> unlock(const QString& path, const QString& secret)
{
    return unlockBy(path, SecretBytes::ofText(secret));
}

Result<> unlockBy(const QString& path, const SecretBytes& secret)
{
    const auto header = readHeader(path);
    if (!header)
        return tl::unexpected<Error>(damagedHead(path));
    const auto code = codeIn(secret);
    const SecretBytes wrapping = wrappingKey(*header, code ? SecretBytes::ofText(*code) : secret);
    if (wrapping.isEmpty())
        return tl::unexpected<Error>(noMemory(path));
    SecretBytes master;
    // All of them, whichever opens: how long it takes tells nothing.
    for (int number = 0; number < slotCount; ++number) {
        SecretBytes found = openSlot(*header, number, wrapping);
        if (!found.isEmpty() && !isFree(*header, number))
            master = std::move(found);
    }
    if (master.isEmpty())
        return fail(Vault::tr("This passphrase does not open %1. Nothing was lost: try again, or type its recovery "
                              "code.")
                        .arg(nameOf(path)),
                    QLatin1String(wrongSecretDetail));
    if (!isAuthentic(RawFile(path, false).read(0, headerSize), *header, master))
        return tl::unexpected<Error>(damagedHead(path));
    rememberKey(header->vaultId, std::move(master));
    return {};
}

bool isUnlocked(const QString& path)
{
    const auto header = readHeader(path);
    return header && masterKeyOf(header->vaultId);
}

bool isLocked(const QString& path)
{
    const auto header = readHeader(path);
    return header && !masterKeyOf(header->vaultId);
}

void lock(const QString& path)
{
    if (const auto header = readHeader(path))
        forgetKey(header->vaultId);
}

void lockAll()
{
    forgetAllKeys();
}

Result<std::vector<Slot>> slotsOf(const QString& path)
{
    DTP_TRY(vault, opened(path));
    std::vector<Slot> all;
    for (int number = 0; number < slotCount; ++number) {
        if (auto slot = describeSlot(vault.header, number, *vault.master))
            all.push_back(std::move(*slot));
    }
    return all;
}

Result<> addPassphrase(const QString& path, const QString& name, const SecretBytes& passphrase)
{
    DTP_CHECK(checkNew(name, passphrase));
    DTP_TRY(vault, opened(path));
    if (slotCalled(vault, name))
        return fail(
            Vault::tr("There is a passphrase of “%1” already. Change that one, or take another name.").arg(name));
    DTP_TRY(number, freeSlot(vault.header));
    return putSlot(path, std::move(vault), number, SlotKind::Passphrase, name.simplified(), passphrase);
}

Result<> changePassphrase(const QString& path, const QString& name, const SecretBytes& passphrase)
{
    DTP_CHECK(checkNew(name, passphrase));
    DTP_TRY(vault, opened(path));
    const auto slot = slotCalled(vault, name);
    if (!slot)
        return fail(Vault::tr("There is no passphrase of “%1” in %2.").arg(name, nameOf(path)));
    return putSlot(path, std::move(vault), slot->number - 1, SlotKind::Passphrase, slot->name, passphrase);
}

Result<> removePassphrase(const QString& path, const QString& name)
{
    const QMutexLocker locker(&headMutex());
    DTP_TRY(all, slotsOf(path));
    DTP_TRY(vault, opened(path));
    const auto slot = slotCalled(vault, name);
    if (!slot)
        return fail(Vault::tr("There is no passphrase of “%1” in %2.").arg(name, nameOf(path)));
    if (std::count_if(all.begin(), all.end(), [](const Slot& each) { return each.kind == SlotKind::Passphrase; }) == 1)
        return fail(Vault::tr("This is the only passphrase of %1. Add another one first.").arg(nameOf(path)));
    vault.header.slots.at(static_cast<std::size_t>(slot->number - 1)) = QByteArray(256, '\0');
    ++vault.header.generation;
    return writeHeader(path, vault.header, *vault.master);
}

Result<QString> renewRecoveryCode(const QString& path)
{
    const QString code = newRecoveryCode();
    DTP_CHECK(setRecoveryCode(path, code));
    return code;
}

Result<> setRecoveryCode(const QString& path, const QString& code)
{
    DTP_TRY(all, slotsOf(path));
    DTP_TRY(vault, opened(path));
    const auto known =
        std::find_if(all.begin(), all.end(), [](const Slot& slot) { return slot.kind == SlotKind::RecoveryCode; });
    int number = known == all.end() ? -1 : known->number - 1;
    if (number < 0) {
        DTP_TRY(found, freeSlot(vault.header));
        number = found;
    }
    return putSlot(path, std::move(vault), number, SlotKind::RecoveryCode, Vault::tr("Recovery code"),
                   SecretBytes::ofText(code));
}

QByteArray readStart(const QString& path, int size)
{
    const auto vault = opened(path);
    if (!vault)
        return {};
    QByteArray page = RawFile(path, false).read(headerSize, pageSize);
    if (page.isEmpty() || !PageCodec(*vault->master, "dtp page", vault->header.fileId)
                               .open(reinterpret_cast<unsigned char*>(page.data()), 1))
        return {};
    return page.left(size);
}

Result<std::vector<qint64>> damagedPages(const QString& path)
{
    DTP_TRY(vault, opened(path));
    PageCodec codec(*vault.master, "dtp page", vault.header.fileId);
    const RawFile file(path, false);
    std::vector<qint64> damaged;
    const qint64 pages = (file.size() - headerSize + pageSize - 1) / pageSize;
    // The page at SQLite's lock bytes is never written: https://www.sqlite.org/fileformat.html#the_lock_byte_page
    constexpr qint64 lockPage = 0x40000000 / pageSize + 1;
    for (qint64 number = 1; number <= pages; ++number) {
        QByteArray page = file.read(headerSize + (number - 1) * pageSize, pageSize);
        if (number != lockPage && (page.isEmpty() || !codec.open(reinterpret_cast<unsigned char*>(page.data()),
                                                                 static_cast<quint32>(number))))
            damaged.push_back(number);
    }
    return damaged;
}

} // namespace dtp::vault
