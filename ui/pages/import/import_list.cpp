// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/import/import_list.h>

#include <base/output_path.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace dtp
{

namespace
{
struct Import {
    Q_DECLARE_TR_FUNCTIONS(Import)
};
} // namespace

Result<> writeImportList(const QString& path, const QStringList& inUse,
                         const std::function<Result<>(QIODevice&)>& write)
{
    DTP_CHECK(checkOutput(path, inUse));
    QSaveFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return fail(Import::tr("“%1” could not be written. May you write to this folder?").arg(name),
                    file.errorString());
    DTP_CHECK(write(file));
    if (!file.commit())
        return fail(Import::tr("“%1” could not be written. Is there room on the disk?").arg(name), file.errorString());
    return {};
}

} // namespace dtp
