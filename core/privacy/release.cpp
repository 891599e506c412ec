// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/gate.h>

#include <base/output_path.h>
#include <database/database_files.h>
#include <records/reports.h>
#include <storage/ledger.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>

namespace dtp
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("Disclosure", text);
}

tl::unexpected<Error> notWritten(const QString& fileName, const QString& reason)
{
    return fail(
        say(QT_TRANSLATE_NOOP("Disclosure",
                              "“%1” could not be written; what was there before is unchanged. See whether there "
                              "is room on the disk and whether you may write to this folder, or choose another."))
            .arg(fileName),
        reason);
}

Disclosure entryOf(const Store& store, Audience audience, const Leaving& leaving, const QString& fileName)
{
    const Environment& environment = store.environment();
    Disclosure entry;
    entry.at = environment.clock->now().toLocalTime();
    entry.what = leaving.what;
    entry.audience = audienceCode(audience);
    entry.recipient = leaving.recipient;
    entry.file = fileName;
    entry.by = environment.author;
    return entry;
}

Result<> writeLedger(ChangeWriter& writer, const DisclosureSummary& summary, Disclosure& entry)
{
    entry.named = static_cast<int>(summary.named.size());
    entry.counted = static_cast<int>(summary.counted.size() + summary.pictured.size());
    entry.leftOut = static_cast<int>(summary.leftOut.size());
    entry.fields = titlesOf(summary.fields).join(QStringLiteral("; "));
    DTP_CHECK(writer.insert(entry));
    // Only who is in the file can be affected by it: those who were left out are a number.
    for (const auto& [people, isNamed] :
         {std::pair(&summary.named, true), std::pair(&summary.pictured, true), std::pair(&summary.counted, false)}) {
        std::vector<qint64> keys(people->begin(), people->end());
        std::sort(keys.begin(), keys.end());
        DTP_CHECK(addToLedger(writer, entry.id, keys, isNamed));
    }
    return {};
}

Result<> mayRecord(const Store& store, const QString& fileName)
{
    if (!store.isReadOnly())
        return {};
    return fail(
        say(QT_TRANSLATE_NOOP("Disclosure",
                              "“%1” was not written: this file is open to read only, so that what leaves could "
                              "not be recorded. %2"))
            .arg(fileName, store.readOnlyReason())
            .trimmed());
}

// Before anything leaves, so that whatever happens then, nothing has left that is not in the ledger.
Result<Id<Disclosure>> beginEntry(Store& store, Disclosure entry,
                                  const std::function<Result<>(ChangeWriter&, Disclosure&)>& insert)
{
    DTP_CHECK(store.change(say(QT_TRANSLATE_NOOP("Disclosure", "Record what left: %1")).arg(entry.what),
                           [&](ChangeWriter& writer) -> Result<> {
                               DTP_CHECK(insert(writer, entry));
                               return beginLedgerEntry(writer, entry.id);
                           }));
    return entry.id;
}

Result<Id<Disclosure>> beginEntry(Store& store, const DisclosureSummary& summary, const Leaving& leaving,
                                  const QString& where)
{
    return beginEntry(store, entryOf(store, summary.audience, leaving, where),
                      [&](ChangeWriter& writer, Disclosure& entry) { return writeLedger(writer, summary, entry); });
}
} // namespace

Result<bool> releaseByHand(Store& store, const Leaving& leaving, const QString& where,
                           const DisclosureSummary& summary, const std::function<Result<bool>()>& give)
{
    if (store.isReadOnly()) {
        return fail(
            say(QT_TRANSLATE_NOOP("Disclosure",
                                  "Nothing was printed or copied: this file is open to read only, so that what leaves "
                                  "could not be recorded. %1"))
                .arg(store.readOnlyReason())
                .trimmed());
    }
    DTP_TRY(entry, beginEntry(store, summary, leaving, where));
    const Result<bool> given = give();
    if (!given || !*given)
        DTP_CHECK(withdrawLedgerEntry(store, entry));
    else
        DTP_CHECK(completeLedgerEntry(store, entry));
    return given;
}

Result<> releaseUngated(Store& store, const Leaving& leaving, const QString& filePath, qint64 people,
                        const std::function<Result<>()>& write)
{
    if (store.isReadOnly())
        return write();
    Disclosure begun = entryOf(store, Audience::Internal, leaving, QFileInfo(filePath).fileName());
    begun.named = static_cast<int>(people);
    DTP_TRY(entry, beginEntry(store, std::move(begun), [](ChangeWriter& writer, Disclosure& made) -> Result<> {
                DTP_CHECK(writer.insert(made));
                return {};
            }));
    const Result<> written = write();
    if (!written) {
        DTP_CHECK(withdrawLedgerEntry(store, entry));
        return written;
    }
    return completeLedgerEntry(store, entry);
}

Result<> release(Store& store, const QString& filePath, const Leaving& leaving,
                 const std::function<Result<>(QIODevice&)>& write,
                 const std::function<const DisclosureSummary&()>& summary)
{
    const QFileInfo target(filePath);
    const QString fileName = target.fileName();
    DTP_CHECK(mayRecord(store, fileName));
    // Devices and folders cannot be replaced by a file.
    if (fileName.isEmpty() || (target.exists() && !target.isFile()))
        return notWritten(fileName.isEmpty() ? filePath : fileName, QStringLiteral("no ordinary file"));
    DTP_CHECK(checkOutput(filePath, {store.path()}));

    QSaveFile file(filePath);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(fileName, file.errorString());
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return notWritten(fileName, file.errorString());
    const Result<> written = write(file);
    if (file.error() != QFileDevice::NoError || !file.flush())
        return notWritten(fileName, file.errorString());
    DTP_CHECK(written);

    DTP_TRY(entry, beginEntry(store, summary(), leaving, fileName));
    if (!file.commit()) {
        const QString reason = file.errorString();
        DTP_CHECK(withdrawLedgerEntry(store, entry));
        return notWritten(fileName, reason);
    }
    return completeLedgerEntry(store, entry);
}

Result<> releaseFolder(Store& store, const QString& folderPath, const Leaving& leaving,
                       const std::function<Result<>(const QString&)>& write,
                       const std::function<const DisclosureSummary&()>& summary)
{
    const QFileInfo target(folderPath);
    const QString name = target.fileName();
    DTP_CHECK(mayRecord(store, name));
    if (name.isEmpty() || target.exists() || target.isSymLink())
        return fail(
            say(QT_TRANSLATE_NOOP("Disclosure", "“%1” was not written: there is something of that name already. "
                                                "Choose another name for the folder."))
                .arg(name.isEmpty() ? folderPath : name));
    // Beside its place, so that it can take it in one step; for its owner alone.
    const QString folder = folderInMaking(target.absoluteFilePath());
    DTP_CHECK(beginFolder(store, folder));
    const auto give = [&]() -> Result<> {
        if (!QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            return notWritten(name, QStringLiteral("mkdir"));
        DTP_CHECK(write(folder));
        DTP_TRY(entry, beginEntry(store, summary(), leaving, name));
        if (!QDir().rename(folder, target.absoluteFilePath())) {
            DTP_CHECK(withdrawLedgerEntry(store, entry));
            return notWritten(name, QStringLiteral("rename"));
        }
        return completeLedgerEntry(store, entry);
    };
    const Result<> given = give();
    removeLeftFolder(folder); // where it did not take its place
    DTP_CHECK(endFolder(store, folder));
    return given;
}

} // namespace dtp
