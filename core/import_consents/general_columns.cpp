// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_consents/general_columns.h>

#include <cells/cell_values.h>
#include <cells/consent_vocabulary.h>
#include <cells/consent_words.h>
#include <import/heading_words.h>
#include <import/import_text.h>
#include <meaning/codes.h>
#include <sheets/list_cell.h>

namespace dtp
{

using L1 = QLatin1String;

GeneralColumns::GeneralColumns(const ImportMapping& mapping)
{
    for (const ColumnMapping& column : mapping.columns) {
        // What asks for one use is read by itself, and what is left out by choice says nothing.
        if (column.target.startsWith(L1("consent.")) || column.target.startsWith(L1("refusal.")) ||
            column.target == L1("ignore"))
            continue;
        if (const auto question = generalQuestionOf(foldedHeading(column.heading)))
            m_columns.push_back({&column, *question});
    }
}

void GeneralColumns::takeBack(const Column& column, const QString& cell, bool isRefusal, PersonDraft& draft)
{
    const auto has = [&draft](const QString& purpose, bool isAgreed) {
        return std::any_of(draft.consents.begin(), draft.consents.end(), [&](const ImportedConsent& consent) {
            return consent.purpose == purpose &&
                   (codeOf<ConsentAnswer>(consent.answer) == ConsentAnswer::Agreed) == isAgreed;
        });
    };
    const bool isOfMail = column.question == GeneralQuestion::OptIn || column.question == GeneralQuestion::OptOut;
    bool isAny = false;
    for (const QString& purpose : isOfMail ? allPurposes() : everyUse()) {
        const bool isAgreed = has(purpose, true);
        if (has(purpose, false) || !(isRefusal || isAgreed))
            continue;
        draft.consents.push_back({purpose,
                                  {},
                                  QString(column.mapping->heading + L1(": ") + cell.left(200)),
                                  column.mapping->column,
                                  {},
                                  {}});
        isAny = true;
    }
    if (isAny)
        draft.warnings.append(Import::tr("“%1” in “%2” speaks against what is agreed in this row, which counts as no "
                                         "agreement. Look at it, and enter what they agree to.")
                                  .arg(cell.left(120), column.mapping->heading));
}

void GeneralColumns::settle(const SheetRow& row, int thisYear, PersonDraft& draft) const
{
    for (const Column& column : m_columns) {
        const QString cell = cleanCell(row.cells.value(column.mapping->column)).simplified();
        const CellDateHints hints{column.mapping->dateOrder, draft.person.country, thisYear, false,
                                  column.mapping->isBuddhist};
        const GeneralAnswer answer = generalAnswer(column.question, cell, hints);
        if (answer != GeneralAnswer::Nothing)
            takeBack(column, cell, answer == GeneralAnswer::Refusal, draft);
    }
}

} // namespace dtp
