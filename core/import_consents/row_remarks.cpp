// SPDX-License-Identifier: GPL-3.0-or-later
// Remarks of a row, in columns of their own and beside its name.
#include <import_consents/consent_settling.h>

#include <import/import_text.h>

#include <base/text.h>
#include <cells/cell_values.h>
#include <cells/consent_vocabulary.h>
#include <cells/safety_words.h>
#include <legends/name_remarks.h>
#include <legends/plain_refusals.h>
#include <meaning/codes.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
void tellRefusal(const QString& heading, const QString& said, PersonDraft& draft)
{
    draft.warnings.append(Import::tr("“%1” in “%2” was read as a refusal.").arg(said.left(120), heading));
}

// "Refused all" in a longer remark; a bare "refused" there may be of what stands before it.
bool refusesEverything(const QString& sentence)
{
    static const WordSet all = wordSet("all everything anything me consent");
    return hasAny(wordsOf(foldText(sentence)), all) && isPlainRefusal(sentence);
}
} // namespace

void ConsentSettling::refuseBy(const QStringList& purposes, const Column& column, const QString& said,
                               PersonDraft& draft) const
{
    const QString note = column.mapping->heading + QLatin1String(": ") + said.left(200);
    for (const QString& purpose : purposes)
        draft.consents.push_back({purpose, codeText(ConsentAnswer::Refused), note, column.mapping->column, {}, {}});
}

// "Please do not publish my name" among remarks refuses, whatever is agreed to beside.
void ConsentSettling::readRemark(const Column& column, const QString& cell, PersonDraft& draft) const
{
    if (column.isPlain && isPlainRefusal(cell)) {
        refuseBy(allPurposes(), column, cell, draft);
        tellRefusal(column.mapping->heading, cell, draft);
        return;
    }
    const CellDateHints hints = hintsOf(column, draft);
    static const QRegularExpression ends(QStringLiteral("(?<!\\d)[.,]|[.,](?!\\d)|[;!\\n。；，]"));
    for (const QString& part : cell.split(ends, Qt::SkipEmptyParts)) {
        const QString sentence = part.simplified();
        if (!mayHoldWish(sentence) && !refusesEverything(sentence))
            continue;
        RemarkWish wish = wishOfRemark(sentence, hints, m_words.today());
        wish.refused += refusedUnder(column.key, sentence);
        if (column.isPlain && refusesEverything(sentence))
            wish.refused = allPurposes();
        refuseBy(wish.refused, column, cell, draft);
        if (unwantedBy(wish.flag).contains(QStringLiteral("email"))) // who wants no mail wants no newsletter
            refuseBy({QStringLiteral("newsletter")}, column, cell, draft);
        for (ContactPoint& contact : draft.contacts)
            contact.doNotUse = contact.doNotUse || unwantedBy(wish.flag).contains(contact.kind);
        for (const QString& kind : unwantedBy(wish.flag)) {
            if (!draft.unwanted.contains(kind))
                draft.unwanted.append(kind);
        }
        if (!wish.refused.isEmpty() || !wish.flag.isEmpty())
            tellRefusal(column.mapping->heading, sentence, draft);
        if (!wish.doubted.isEmpty())
            doubtBy(wish, column, sentence, draft);
        if (!wish.unclear.isEmpty())
            takeBackBy(wish, column, sentence, draft);
        if (!wish.ending.isEmpty())
            endBy(wish, column, sentence, draft);
    }
}

// What is said beside a name counts as in a column of remarks, and danger is a reason to be careful.
void ConsentSettling::heedBesideName(const Column& column, const QString& remark, PersonDraft& draft) const
{
    static const int safety = recordType<Person>().indexOf("safety_level");
    const QString& heading = column.mapping->heading;
    draft.notes.push_back({QString(heading + QLatin1String(": ") + remark), {}});
    draft.warnings.append(Import::tr("“%1” beside the name in “%2” was read as a remark and not as a name.")
                              .arg(remark.left(120), heading));
    if (tellsDanger(remark, true)) {
        const bool isSaid = std::find(draft.said.begin(), draft.said.end(), safety) != draft.said.end();
        if (!isSaid)
            draft.said.push_back(safety);
        if (!isSaid || codeOf<SafetyLevel>(draft.person.safetyLevel) == SafetyLevel::Normal)
            draft.person.safetyLevel = codeText(SafetyLevel::Careful);
        draft.warnings.append(Import::tr("“%1” in “%2” speaks of danger: it counts as a reason to be careful.")
                                  .arg(remark.left(80), heading));
    }
    const bool isNo = remark.compare(QLatin1String("no"), Qt::CaseInsensitive) == 0;
    readRemark(column, isNo ? remark + QLatin1Char('!') : remark, draft);
}

PersonDraft ConsentSettling::understood(const RowInterpreter& mapper, const SheetRow& row) const
{
    SheetRow bare = row;
    std::vector<std::pair<const Column*, QString>> remarks;
    for (const Column& column : m_names) {
        const int at = column.mapping->column;
        if (at < 0 || at >= row.cells.size())
            continue;
        NameRemarks found = remarksBesideName(row.cells.at(at));
        for (const QString& remark : found.remarks)
            remarks.emplace_back(&column, remark);
        if (!found.remarks.isEmpty())
            bare.cells[at] = found.name;
    }
    PersonDraft draft = mapper.map(bare);
    if (!remarks.empty())
        draft.digest = mapper.digestOf(row); // of the row as it stands in the file
    for (const auto& [column, remark] : remarks)
        heedBesideName(*column, remark, draft);
    settle(row, draft);
    return draft;
}

} // namespace dtp
