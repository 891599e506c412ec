// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/recall_letters.h>

#include <exports/export_text.h>
#include <reporting/report_file.h>

#include <QDir>

namespace dtp
{

Result<QStringList> writeRecallLetters(Store& store, const std::vector<LeftCopy>& copies, const QString& folder)
{
    const QDir into(folder);
    if (folder.isEmpty() || !into.exists())
        return fail(ExportText::tr("The folder “%1” is not there: make it, or choose another.").arg(folder));
    QStringList paths;
    for (const Audience recipient : recipientsOf(copies)) {
        const QString path = into.filePath(recallLetterName(store, recipient));
        // A letter waits for nobody: what is undecided in the names of copies is withheld.
        DTP_CHECK(
            writeDocumentFile(store, recallLetter(store, copies, recipient), recipient,
                              {ExportText::tr("Letter that recalls copies"), path, {}, UndecidedNames::Withhold, {}}));
        paths.append(path);
    }
    return paths;
}

} // namespace dtp
