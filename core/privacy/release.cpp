// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/gate.h>

#include <records/reports.h>
#include <storage/ledger.h>
#include <storage/output_path.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>
#include <cstdio>
#include <filesystem>

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

// A second name for the old file until it is sure that the new one stays; a copy where the disk knows no second names.
class OldFile
{
public:
    explicit OldFile(const QString& path) : m_path(path) {}
    ~OldFile()
    {
        if (!m_kept.isEmpty())
            QFile::remove(m_kept);
    }
    OldFile(const OldFile&) = delete;
    OldFile& operator=(const OldFile&) = delete;

    bool keep()
    {
        const QFileInfo info(m_path);
        if (!info.exists())
            return true;
        for (int i = 1; i < 100; ++i) {
            const QString name = info.dir().filePath(QStringLiteral(".%1.%2.old").arg(info.fileName()).arg(i));
            if (QFileInfo::exists(name))
                continue;
            std::error_code error;
            std::filesystem::create_hard_link(QFile::encodeName(m_path).toStdString(),
                                              QFile::encodeName(name).toStdString(), error);
            if (error && !QFile::copy(m_path, name)) {
                QFile::remove(name);
                return false;
            }
            m_kept = name;
            return true;
        }
        return false;
    }
    // Puts it in the place of the new one, or takes the new one away where there was none.
    void putBack()
    {
        if (m_kept.isEmpty())
            QFile::remove(m_path);
        else if (std::rename(QFile::encodeName(m_kept).constData(), QFile::encodeName(m_path).constData()) == 0)
            m_kept.clear();
    }

private:
    QString m_path;
    QString m_kept;
};

Result<> writeLedger(ChangeWriter& writer, const DisclosureSummary& summary, const QString& what,
                     const QString& fileName)
{
    const Environment& environment = writer.store().environment();
    Disclosure entry;
    entry.at = environment.clock->now().toLocalTime();
    entry.what = what;
    entry.audience = audienceCode(summary.audience);
    entry.file = fileName;
    entry.by = environment.author;
    entry.named = static_cast<int>(summary.named.size());
    entry.counted = static_cast<int>(summary.counted.size());
    entry.leftOut = static_cast<int>(summary.leftOut.size());
    entry.fields = titlesOf(summary.fields).join(QStringLiteral("; "));
    DTP_CHECK(writer.insert(entry));
    // Only who is in the file can be affected by it: those who were left out are a number.
    for (const auto& [people, isNamed] : {std::pair(&summary.named, true), std::pair(&summary.counted, false)}) {
        std::vector<qint64> keys(people->begin(), people->end());
        std::sort(keys.begin(), keys.end());
        DTP_CHECK(addToLedger(writer, entry.id, keys, isNamed));
    }
    return {};
}
} // namespace

Result<> release(Store& store, const QString& filePath, const QString& what,
                 const std::function<Result<>(QIODevice&)>& write,
                 const std::function<const DisclosureSummary&()>& summary)
{
    const QFileInfo target(filePath);
    const QString fileName = target.fileName();
    if (store.isReadOnly()) {
        return fail(say(QT_TRANSLATE_NOOP(
                            "Disclosure",
                            "“%1” was not written: this file is open to read only, so that what leaves could not "
                            "be recorded. %2"))
                        .arg(fileName, store.readOnlyReason())
                        .trimmed());
    }
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

    // The file takes its place within the same transaction, as the last step: there is no entry without a file, and
    // when the entry cannot be kept after all, the old file comes back.
    OldFile old(filePath);
    bool isPlaced = false;
    const Result<qint64> recorded = store.change(
        say(QT_TRANSLATE_NOOP("Disclosure", "Record what left: %1")).arg(what), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writeLedger(writer, summary(), what, fileName));
            if (!old.keep())
                return notWritten(fileName, QStringLiteral("the old file could not be kept"));
            if (!file.commit())
                return notWritten(fileName, file.errorString());
            isPlaced = true;
            return {};
        });
    if (!recorded) {
        if (isPlaced)
            old.putBack();
        return tl::unexpected<Error>(recorded.error());
    }
    return {};
}

} // namespace dtp
