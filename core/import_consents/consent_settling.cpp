// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_consents/consent_settling.h>

#include <import/heading_words.h>
#include <import/import_text.h>
#include <import/sheet_frame.h>

#include <base/text.h>
#include <cells/cell_values.h>
#include <cells/consent_vocabulary.h>
#include <cells/consent_words.h>
#include <cells/word_sets.h>
#include <meaning/codes.h>
#include <records/typed_values.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

bool agrees(const ImportedConsent& consent)
{
    return codeOf<ConsentAnswer>(consent.answer) == ConsentAnswer::Agreed;
}

// What somebody answered is no agreement; refused: nor is it a mere doubt.
void takeBack(ImportedConsent& consent, const QString& answer, const QString& note)
{
    consent.answer = answer;
    consent.note = note;
    consent.method.clear();
    consent.date = {};
}

// Two columns of one purpose that say the same are one answer: with the words of both.
void joinNotes(std::vector<ImportedConsent>& consents)
{
    for (auto first = consents.begin(); first != consents.end(); ++first) {
        for (auto other = first + 1; other != consents.end() && !first->answer.isEmpty(); ++other) {
            if (other->purpose == first->purpose && other->answer == first->answer && other->note != first->note)
                first->note +=
                    (first->note.isEmpty() || other->note.isEmpty() ? QString() : QStringLiteral("; ")) + other->note;
        }
    }
}

// Where a row both agrees and refuses the refusal counts.
void letRefusalsWin(PersonDraft& draft)
{
    joinNotes(draft.consents);
    const auto refuses = [&draft](const QString& purpose) {
        return std::any_of(draft.consents.begin(), draft.consents.end(),
                           [&](const ImportedConsent& other) { return other.purpose == purpose && !agrees(other); });
    };
    const auto isOverruled = [&](const ImportedConsent& consent) {
        return agrees(consent) && refuses(consent.purpose);
    };
    if (std::none_of(draft.consents.begin(), draft.consents.end(), isOverruled))
        return;
    std::vector<ImportedConsent> left;
    std::copy_if(draft.consents.begin(), draft.consents.end(), std::back_inserter(left),
                 [&](const ImportedConsent& consent) { return !isOverruled(consent); });
    draft.consents = std::move(left);
    draft.isSelfRefuting = true;
    draft.warnings.append(Import::tr("This row both agrees to something and refuses it; the refusal was taken."));
}

bool isCross(const QString& cell)
{
    return cell.compare(L1("x"), Qt::CaseInsensitive) == 0;
}

// "Blur: yes", "Unlisted: x": the heading is what is said.
bool isTicked(const QString& cell)
{
    return isCross(cell) || (isMark(cell) && !isNoMark(cell)) ||
           (yesOrNo(cell) == std::optional(true) && !isDoubted(cell));
}

// "Remarks", where a bare "Refused" is of what is agreed; under "Visa" it is of the visa.
bool isOfPlainRemarks(const QString& heading)
{
    const ImportTarget* notes = importTarget(QStringLiteral("notes"));
    return notes && notes->headings.contains(headingKey(heading));
}

// Whoever ticks with crosses ticks with nothing else: beside "✓" or "Yes" an x may be a no.
bool mixesCrosses(const QStringList& answers)
{
    const auto isOther = [](const QString& answer) {
        return !isCross(answer) && (isMark(answer) || !meansNothing(answer));
    };
    return std::any_of(answers.begin(), answers.end(), &isCross) &&
           std::any_of(answers.begin(), answers.end(), isOther);
}
} // namespace

std::optional<Legend> refusalOfAll(const QString& line)
{
    if (!mayHoldWish(line))
        return std::nullopt;
    QStringList purposes = refusedBy(wordsOf(foldText(line)).join(QLatin1Char(' ')));
    // "NOT FOR PUBLICATION – internal list"
    static const QRegularExpression between(QStringLiteral("\\s*[:;.!()\\[\\]–—|/]\\s*|\\s+-+\\s+"));
    for (const QString& part : line.split(between, Qt::SkipEmptyParts)) {
        if (purposes.isEmpty())
            purposes = refusedBy(wordsOf(foldText(part)).join(QLatin1Char(' ')));
    }
    return purposes.isEmpty() ? std::nullopt : std::optional(Legend{line.simplified(), {}, {}, purposes});
}

ConsentSettling::ConsentSettling(const ImportMapping& mapping, const ImportWords& words, std::vector<Legend> legends)
    : m_words(words), m_legends(std::move(legends)), m_general(mapping), m_phones(mapping)
{
    static const QStringList names{QStringLiteral("full_name"), QStringLiteral("family_given"),
                                   QStringLiteral("given_name"), QStringLiteral("family_name"),
                                   QStringLiteral("own_script_name")};
    for (const ColumnMapping& column : mapping.columns) {
        const QString key = foldedHeading(column.heading);
        m_keys.insert(key);
        if (names.contains(column.target))
            m_names.push_back({&column, Kind::Remark, key, {}, false, true});
        const auto ending = column.target == L1("notes") ? purposesEnding(key) : std::nullopt;
        const bool isUnheaded = column.heading == headingOrNumber({}, column.column);
        if (ending)
            m_columns.push_back({&column, Kind::End, key, *ending});
        else if (column.target == L1("notes") && !isUnheaded && !isUnreadWish(column.heading) && !isBarePhotos(key))
            m_columns.push_back({&column, Kind::Remark, key, {}, false, isOfPlainRemarks(column.heading)});
        else if (column.target.startsWith(L1("consent.")) && (!m_legends.empty() || mixesCrosses(column.samples)))
            m_columns.push_back({&column, Kind::Agreement, key, {}, mixesCrosses(column.samples)});
        else if (m_legends.empty())
            continue;
        else if (names.contains(column.target))
            m_columns.push_back({&column, Kind::Name, key, {}});
        else if (isUnheaded && column.target == L1("notes"))
            m_columns.push_back({&column, Kind::Unheaded, key, {}});
    }
}

// A legend of one column is of no other: "Gender: 1 = male".
const Legend::Mark* ConsentSettling::markIn(const Column& column, const QString& cell, const Legend** found) const
{
    const Legend::Mark* doubt = nullptr;
    for (const Legend& legend : m_legends) {
        if (!legend.column.isEmpty() && legend.column != column.key && m_keys.contains(legend.column))
            continue;
        const Legend::Mark* mark = legend.meaningOf(cell);
        if (!mark || (doubt && !mark->isRefusal))
            continue;
        *found = &legend;
        doubt = mark;
        if (mark->isRefusal)
            break;
    }
    return doubt;
}

void ConsentSettling::readCross(const Column& column, const QString& cell, PersonDraft& draft) const
{
    for (ImportedConsent& consent : draft.consents) {
        if (consent.column != column.mapping->column || !agrees(consent))
            continue;
        takeBack(consent, {}, cell);
        draft.notes.push_back({QString(column.mapping->heading + L1(": ") + cell), {}});
        draft.warnings.append(Import::tr("“%1” in “%2” stands below other answers and may be a no: it was read as no "
                                         "agreement.")
                                  .arg(cell, column.mapping->heading));
    }
}

void ConsentSettling::readAnswers(const Column& column, const QString& cell, PersonDraft& draft) const
{
    const Legend* legend = nullptr;
    const Legend::Mark* mark = markIn(column, cell, &legend);
    if (!mark)
        return column.mixesCrosses && isCross(cell) ? readCross(column, cell, draft) : void();
    // "Yes" is no mark; that it was meant as one is a doubt.
    const bool isRefusal = mark->isRefusal && (!mark->sign.isEmpty() || isTick(cell));
    bool isRead = false;
    for (ImportedConsent& consent : draft.consents) {
        const bool isDoubt = consent.answer.isEmpty() && isRefusal;
        if (consent.column != column.mapping->column || !(agrees(consent) || isDoubt))
            continue;
        takeBack(consent, isRefusal ? codeText(ConsentAnswer::Refused) : QString(),
                 isRefusal ? QString(cell + L1(" (") + legend->text + L1(")")) : cell);
        isRead = true;
    }
    if (!isRead)
        return;
    draft.isReadByLegend = true;
    if (!isRefusal)
        draft.notes.push_back({QString(column.mapping->heading + L1(": ") + cell), {}});
    draft.warnings.append((isRefusal
                               ? Import::tr("“%1” stands beside the list: “%2” in “%3” was read as a refusal.")
                               : Import::tr("“%1” stands beside the list: “%2” in “%3” was read as no agreement."))
                              .arg(legend->text.left(120), cell.left(80), column.mapping->heading));
}

void ConsentSettling::takeBackAll(PersonDraft& draft) const
{
    for (const Legend& legend : m_legends) {
        for (ImportedConsent& consent : draft.consents) {
            if (!agrees(consent) || !legend.purposes.contains(consent.purpose))
                continue;
            takeBack(consent, {}, legend.text);
            draft.isReadByLegend = true;
            draft.warnings.append(Import::tr("“%1” stands above the list: an agreement in this row does not count.")
                                      .arg(legend.text.left(120)));
        }
    }
}

// A mark at the name, or in a column without a heading, that says that somebody refuses: whatever they agree to
// beside.
void ConsentSettling::refuseAll(const Column& column, const QString& cell, PersonDraft& draft) const
{
    for (const Legend& legend : m_legends) {
        const auto found = std::find_if(legend.marks.begin(), legend.marks.end(), [&](const Legend::Mark& mark) {
            const bool isHere = column.kind == Kind::Name
                                    ? mark.standsAt(cell)
                                    : mark.sign == foldText(cell) || (mark.sign.isEmpty() && isTick(cell));
            return mark.isRefusal && isHere;
        });
        if (found == legend.marks.end())
            continue;
        for (const QString& purpose : allPurposes()) {
            if (purpose != L1("newsletter"))
                draft.consents.push_back(
                    {purpose, codeText(ConsentAnswer::Refused), legend.text, column.mapping->column, {}, {}});
        }
        draft.isReadByLegend = true;
        draft.warnings.append(Import::tr("“%1” stands beside the list: “%2” in “%3” was read as a refusal.")
                                  .arg(legend.text.left(120), cell.left(80), column.mapping->heading));
        return;
    }
}

// Of days that may be ahead.
CellDateHints ConsentSettling::hintsOf(const Column& column, const PersonDraft& draft) const
{
    constexpr int yearsAhead = 30;
    return {column.mapping->dateOrder, draft.person.country, m_words.thisYear() + yearsAhead, false,
            column.mapping->isBuddhist};
}

// "Valid until 2020" among remarks is of what is agreed beside it, where the list has nothing else that may end.
void ConsentSettling::endBy(const RemarkWish& wish, const Column& column, const QString& sentence,
                            PersonDraft& draft) const
{
    static const WordSet others = wordSet("passport visa id licence license permit card contract insurance "
                                          "membership member certificate paspor passeport pasaporte passaporte");
    const bool mayBeOther = std::any_of(
        m_keys.begin(), m_keys.end(), [](const QString& key) { return hasAny(key.split(QLatin1Char(' ')), others); });
    QStringList purposes = wish.ending;
    if (wish.isBare)
        purposes.removeIf([&](const QString& purpose) {
            return mayBeOther ||
                   std::none_of(draft.consents.begin(), draft.consents.end(), [&](const ImportedConsent& consent) {
                       return agrees(consent) && consent.purpose == purpose;
                   });
        });
    if (!purposes.isEmpty())
        endAgreements({column.mapping, sentence, purposes, wish.until}, draft);
}

// What may limit an agreement beside it makes it none.
void ConsentSettling::doubtBy(const RemarkWish& wish, const Column& column, const QString& sentence,
                              PersonDraft& draft) const
{
    bool isAny = false;
    for (ImportedConsent& consent : draft.consents) {
        if (!agrees(consent) || !wish.doubted.contains(consent.purpose))
            continue;
        takeBack(consent, {}, column.mapping->heading + L1(": ") + sentence);
        isAny = true;
    }
    if (isAny)
        draft.warnings.append(
            Import::tr("“%1” in “%2” may limit what is agreed beside it, which counts as no agreement.")
                .arg(sentence.left(120), column.mapping->heading));
}

// What speaks against disclosing somebody and is not understood in each word: what was agreed before is none either.
void ConsentSettling::takeBackBy(const RemarkWish& wish, const Column& column, const QString& sentence,
                                 PersonDraft& draft) const
{
    for (const QString& purpose : wish.unclear)
        draft.consents.push_back(
            {purpose, {}, column.mapping->heading + L1(": ") + sentence, column.mapping->column, {}, {}});
    if (!wish.refused.isEmpty())
        return;
    draft.limits.append(sentence);
    draft.warnings.append(Import::tr("“%1” in “%2” may forbid to disclose something of this person: what is agreed "
                                     "to does not count. Look at it, and enter what they agree to.")
                              .arg(sentence.left(120), column.mapping->heading));
}

// "Consent valid until"
void ConsentSettling::readEnd(const Column& column, const QString& cell, PersonDraft& draft) const
{
    if (meansNothing(cell) && !isDoubtOfConsent(cell))
        return;
    const auto date = dateOfCell(cell, hintsOf(column, draft));
    const bool isKnown = date && !date->date.isAbout() && !date->date.isEmpty();
    endAgreements({column.mapping, cell, column.purposes, isKnown ? date->date : PartialDate()}, draft);
}

// What has ended is no agreement, and of what has not the end is known. Without a day it counts as ended.
void ConsentSettling::endAgreements(const End& end, PersonDraft& draft) const
{
    const bool isKnown = !end.day.isEmpty();
    const bool isOver = isKnown && end.day.earliest() < m_words.today();
    const QString note = end.column->heading + L1(": ") + end.said;
    QStringList open = end.purposes;
    for (ImportedConsent& consent : draft.consents) {
        if (!end.purposes.contains(consent.purpose))
            continue;
        open.removeAll(consent.purpose);
        if (!agrees(consent))
            continue;
        if (isKnown && !isOver)
            consent.until = end.day;
        else
            takeBack(consent, isOver ? codeText(ConsentAnswer::Withdrawn) : QString(), note);
    }
    if (isKnown && !isOver)
        return;
    for (const QString& purpose : open)
        draft.consents.push_back({purpose, {}, note, end.column->column, {}, {}});
    draft.warnings.append((isOver
                               ? Import::tr("“%1” in “%2” is past: what was agreed until then is no agreement.")
                               : Import::tr("“%1” in “%2” is no day that was understood: what was agreed until then "
                                            "counts as ended."))
                              .arg(end.said.left(80), end.column->heading));
}

void ConsentSettling::settle(const SheetRow& row, PersonDraft& draft) const
{
    const auto each = [&](bool isOfEnds) {
        for (const Column& column : m_columns) {
            const QString cell = cleanCell(row.cells.value(column.mapping->column)).simplified();
            if (cell.isEmpty() || (column.kind == Kind::End) != isOfEnds)
                continue;
            if (column.kind == Kind::End)
                readEnd(column, cell, draft);
            else if (column.kind == Kind::Remark)
                readRemark(column, isTicked(cell) ? column.mapping->heading : cell, draft);
            else if (column.kind == Kind::Agreement)
                readAnswers(column, cell, draft);
            else
                refuseAll(column, cell, draft);
        }
    };
    each(false);
    each(true);
    takeBackAll(draft);
    m_general.settle(row, m_words.thisYear(), draft);
    m_phones.settle(row, draft);
    letRefusalsWin(draft);
}

} // namespace dtp
