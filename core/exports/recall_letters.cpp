// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/recall_letters.h>

#include <exports/export_text.h>
#include <reporting/report_file.h>

#include <QDir>

namespace dtp
{

Result<std::vector<WrittenLetter>> writeRecallLetters(Store& store, const std::vector<LeftCopy>& copies,
                                                      const QString& folder)
{
    const QDir into(folder);
    if (folder.isEmpty() || !into.exists())
        return fail(ExportText::tr("The folder “%1” is not there: make it, or choose another.").arg(folder));
    const std::vector<Recipient> recipients = recipientsOf(copies);
    std::vector<WrittenLetter> letters;
    for (size_t at = 0; at < recipients.size(); ++at) {
        const Recipient& recipient = recipients.at(at);
        const QString path = into.filePath(recallLetterName(store, recipients, at));
        // A letter waits for nobody: what is undecided in the names of copies is withheld.
        DTP_CHECK(writeDocumentFile(store, recallLetter(store, copies, recipient), recipient.audience,
                                    {.what = ExportText::tr("Letter that recalls copies"),
                                     .path = path,
                                     .undecided = UndecidedNames::Withhold,
                                     .recipient = recipient.name}));
        letters.push_back({path, recipient});
    }
    return letters;
}

} // namespace dtp
