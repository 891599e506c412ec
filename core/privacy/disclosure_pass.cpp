// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/disclosure_pass.h>
#include <privacy/text_stretches.h>
#include <privacy/withheld_lists.h>

#include <names/name_tokens.h>
#include <words/contact_scanner.h>

#include <QCoreApplication>
#include <algorithm>
#include <type_traits>

namespace dtp
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("Disclosure", text);
}

void note(const TableColumn& column, std::vector<DisclosedColumn>& noted)
{
    const bool isKnown =
        std::any_of(noted.begin(), noted.end(), [&](const DisclosedColumn& one) { return one.key == column.key; });
    if (!isKnown)
        noted.push_back({column.key, column.title});
}

// Of many: no number, which could be set against another of the document.
QString othersLine(const QString& tableTitle, bool tableIsEmpty)
{
    if (!tableIsEmpty)
        return say(QT_TRANSLATE_NOOP("Disclosure", "and others who are counted but not named"));
    const QString line = say(QT_TRANSLATE_NOOP("Disclosure", "people who are counted but not named"));
    return tableTitle.isEmpty() ? line : QStringLiteral("%1: %2").arg(tableTitle, line);
}

// "[Dara **Sok**](person:1)" is one name, in two forms.
std::vector<Run> withWholeNames(std::vector<Run> runs)
{
    std::vector<Run> joined;
    for (Run& run : runs) {
        if (run.person && !joined.empty() && joined.back().person == run.person)
            joined.back().text += run.text;
        else
            joined.push_back(std::move(run));
    }
    return joined;
}
} // namespace

QString picturesTitle()
{
    return say(QT_TRANSLATE_NOOP("Disclosure", "Pictures"));
}

void notePicture(const FigureBlock& figure, DisclosureSummary& summary)
{
    if (figure.people.isEmpty())
        return;
    for (const Id<Person> person : figure.people)
        summary.pictured.insert(person.value);
    noteColumns({columnOfTable("picture", picturesTitle())}, summary.fields);
}

void noteColumns(const std::vector<TableColumn>& columns, std::vector<DisclosedColumn>& noted)
{
    for (const TableColumn& column : columns)
        note(column, noted);
}

std::vector<size_t> DisclosurePass::keptColumns(const std::vector<TableColumn>& columns)
{
    const bool mayHoldInternal = traitsOf(m_gate.audience()).mayHaveContacts();
    std::vector<size_t> kept;
    for (size_t i = 0; i < columns.size(); ++i) {
        const Sensitivity sensitivity = columns[i].sensitivity;
        if (sensitivity == Sensitivity::Public || (sensitivity == Sensitivity::Internal && mayHoldInternal))
            kept.push_back(i);
        else
            note(columns[i], m_summary.withheld);
    }
    return kept;
}

Result<bool> DisclosurePass::row(TableRow& row, const std::vector<TableColumn>& kept,
                                 const std::vector<size_t>& source)
{
    const Subjects& subjects = row.subjects;
    const auto all = [&](const auto& holds) { return std::all_of(subjects.begin(), subjects.end(), holds); };
    if (!all([this](Id<Person> person) { return m_gate.mayName(person); }))
        return false;
    std::vector<Cell> cells(kept.size());
    bool isBlanked = false;
    for (size_t i = 0; i < kept.size(); ++i) {
        if (source[i] >= row.cells.size())
            continue;
        // An internal cell that is about nobody has nobody who agreed to it.
        const Sensitivity sensitivity = kept[i].sensitivity;
        if (sensitivity != Sensitivity::Public &&
            (subjects.isEmpty() || !all([&](Id<Person> person) { return m_gate.mayShow(sensitivity, person); }))) {
            isBlanked = true;
            continue;
        }
        cells[i] = std::move(row.cells[source[i]]);
        if (cells[i].isProse())
            DTP_CHECK(cell(cells[i].text, kept[i], subjects));
    }
    // A row of which nothing is left names nobody.
    if (isBlanked && std::all_of(cells.begin(), cells.end(), [](const Cell& one) { return one.isEmpty(); }))
        return false;
    row.cells = std::move(cells);
    for (const Id<Person> person : subjects)
        m_summary.named.insert(person.value);
    return true;
}

Result<QSet<qint64>> DisclosurePass::table(Table& table)
{
    QSet<qint64> takenOut;
    const std::vector<size_t> source = keptColumns(table.columns);
    std::vector<TableColumn> kept;
    for (const size_t i : source) {
        kept.push_back(std::move(table.columns[i]));
        DTP_CHECK(text(kept.back().title));
    }
    table.columns = std::move(kept);
    expectTargets(table);
    DTP_CHECK(text(table.title));

    std::vector<TableRow> rows;
    rows.reserve(table.rows.size());
    bool aboutPeople = false;
    for (TableRow& candidate : table.rows) {
        aboutPeople = aboutPeople || !candidate.subjects.isEmpty();
        DTP_TRY(stays, row(candidate, table.columns, source));
        if (stays) {
            rows.push_back(std::move(candidate));
            continue;
        }
        for (const Id<Person> person : candidate.subjects)
            takenOut.insert(person.value);
    }
    for (size_t i = 0; i < table.columns.size(); ++i) {
        for (size_t at = 0; table.columns[i].key == QLatin1String(rowNumberKey) && at < rows.size(); ++at)
            rows[at].cells[i] = Cell::integer(static_cast<qint64>(at) + 1);
    }
    table.rows = std::move(rows);
    if (aboutPeople)
        noteColumns(table.columns, m_summary.fields);
    return takenOut;
}

Result<> DisclosurePass::text(QString& text, const Subjects& except, NameScanner::Where where)
{
    DTP_CHECK(links(text));
    DTP_TRY(clean, m_names.cleaned(withoutContacts(text), m_summary.leftOut, m_summary.named, except, where));
    text = withoutListsOfWithheld(std::move(clean));
    return {};
}

// "assistant to Suparman", which is no name and no place.
static bool saysSomething(const QString& words)
{
    const QStringList all = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return all.size() > 2 &&
           std::any_of(all.begin(), all.end(), [](const QString& word) { return word.front().isLower(); });
}

// Where somebody works, to what they belong, and where they took part: it may be called by the name of others.
static bool isOfBody(const TableColumn& column)
{
    static const QSet<QString> keys{
        QStringLiteral("organisation"), QStringLiteral("organisation_id"), QStringLiteral("role"),
        QStringLiteral("programs"),     QStringLiteral("program"),         QStringLiteral("edition_id"),
        QStringLiteral("networks"),     QStringLiteral("networks_now"),    QStringLiteral("network_id"),
        QStringLiteral("workshop_id"),  QStringLiteral("partner_id"),      QStringLiteral("session_id"),
        QStringLiteral("photo_id"),     QStringLiteral("venue"),           QStringLiteral("title")};
    return keys.contains(column.key);
}

// What is internal is here because the person agreed to be reached; a website is a field of its own.
Result<> DisclosurePass::cell(QString& words, const TableColumn& column, const Subjects& subjects)
{
    const Sensitivity sensitivity = column.sensitivity;
    const bool isProse = isSentence(words) || column.isFreeText || saysSomething(words);
    // A word or two of somebody are their own name, their place. Nobody is asked but about what is written freely.
    using In = NameScanner::Where;
    const In where = subjects.isEmpty() ? (isSentence(words) ? In::Report : In::Cell)
                     : isOfBody(column) || (isProse && !column.isFreeText) ? In::Body
                     : isProse                                             ? In::Prose
                                                                           : In::Whole;
    if (sensitivity == Sensitivity::Public && !isOneLink(words))
        return text(words, subjects, where);
    if (!isOneLink(words))
        DTP_CHECK(links(words));
    DTP_TRY(clean, m_names.cleaned(words, m_summary.leftOut, m_summary.named, subjects, where));
    words = withoutListsOfWithheld(std::move(clean));
    return {};
}

Result<> DisclosurePass::rich(RichText& text)
{
    for (Paragraph& one : text.paragraphs)
        DTP_CHECK(paragraph(one));
    // Of a paragraph that was a link's target and nothing else no line stays.
    const auto isEmpty = [](const Paragraph& one) { return one.text().trimmed().isEmpty(); };
    text.paragraphs.erase(std::remove_if(text.paragraphs.begin(), text.paragraphs.end(), isEmpty),
                          text.paragraphs.end());
    return {};
}

Result<> DisclosurePass::paragraph(Paragraph& paragraph)
{
    std::vector<Run> out;
    std::vector<Run> typed; // neighbours without a person: a name may begin in one and end in another
    paragraph.runs = withWholeNames(std::move(paragraph.runs));
    for (size_t i = 0; i < paragraph.runs.size(); ++i) {
        Run& run = paragraph.runs[i];
        if (!run.person) {
            typed.push_back(std::move(run));
            continue;
        }
        if (m_gate.mayName(run.person)) {
            DTP_TRY(isTheirName, m_names.isNameOf(run.text, run.person));
            if (isTheirName) {
                DTP_CHECK(typedRuns(typed, out));
                m_summary.named.insert(run.person.value);
                run.link.clear();
                out.push_back(std::move(run));
                continue;
            }
            // "her", or the name of somebody else: what was typed there counts, not whom it is said to be.
            if (!hasCapital(run.text)) {
                run.person = {};
                typed.push_back(std::move(run));
                continue;
            }
        }
        DTP_CHECK(typedRuns(typed, out));
        // "Led by a participant and a participant" would let them be counted.
        const size_t last = lastWithheld(paragraph.runs, i);
        int people = 0;
        for (; i <= last; ++i) {
            if (!paragraph.runs[i].person)
                continue;
            ++people;
            if (!m_gate.mayName(paragraph.runs[i].person))
                m_summary.counted.insert(paragraph.runs[i].person.value);
        }
        i = last;
        Run unnamed = run;
        unnamed.text = participantsInWords(people, out.empty());
        unnamed.link.clear();
        unnamed.person = {};
        out.push_back(std::move(unnamed));
    }
    DTP_CHECK(typedRuns(typed, out));
    paragraph.runs = std::move(out);
    return {};
}

// The last of those who follow the withheld person at first in a list ("A, B and C") and are to be withheld as well.
size_t DisclosurePass::lastWithheld(const std::vector<Run>& runs, size_t first) const
{
    const QString last = say(QT_TRANSLATE_NOOP("Disclosure", "and"));
    size_t at = first;
    while (at + 2 < runs.size() && !runs[at + 1].person && runs[at + 2].person &&
           !m_gate.mayName(runs[at + 2].person)) {
        const QString between = runs[at + 1].text.trimmed();
        if (between != QLatin1String(",") && between != last)
            break;
        at += 2;
    }
    return at;
}

Result<> DisclosurePass::typedRuns(std::vector<Run>& runs, std::vector<Run>& out)
{
    DTP_CHECK(links(runs, out.empty()));
    std::vector<Stretch> hidden;
    for (const FoundContact& contact : contactsIn(wholeOf(runs)))
        hidden.push_back({contact.from, contact.length, contactPlaceholder()});
    replaceIn(runs, hidden);
    hidden.clear();
    DTP_TRY(names, m_names.namesIn(wholeOf(runs), {}, NameScanner::Where::Report));
    for (const NameScanner::Found& name : names) {
        if (m_names.mustBeWithheld(name)) {
            hidden.push_back({name.from, name.length, NameScanner::placeholder()});
            m_summary.leftOut.unite(m_names.unnamedOf(name));
        } else {
            m_summary.named.unite(NameScanner::namedBy(name));
        }
    }
    replaceIn(runs, hidden);
    hidden.clear();
    for (const auto& [from, to] : listsOfWithheld(wholeOf(runs)))
        hidden.push_back({from, to - from, NameScanner::placeholderOfSeveral()});
    replaceIn(runs, hidden);
    for (Run& run : runs) {
        run.link.clear(); // whoever follows it may find a person there
        if (!run.text.isEmpty())
            out.push_back(std::move(run));
    }
    runs.clear();
    return {};
}

Result<> DisclosurePass::tableBlock(TableBlock block, std::vector<Block>& out)
{
    DTP_TRY(takenOut, table(block.table));
    m_summary.counted.unite(takenOut);
    // A few are as nobody: a table that lost all its rows looks as one that had none.
    const bool tellsOthers = !takenOut.isEmpty() && takenOut.size() >= m_gate.smallCell();
    const bool nothingLeft = block.table.rows.empty() && tellsOthers;
    const QString title = block.table.title;
    if (!nothingLeft)
        out.push_back(std::move(block));
    if (tellsOthers) {
        Run line;
        line.text = othersLine(title, nothingLeft);
        line.italic = true;
        Paragraph closing;
        closing.runs.push_back(std::move(line));
        out.push_back(TextBlock{RichText{{std::move(closing)}}});
    }
    return {};
}

// People count more than the tick: it may be older than what is known of them.
bool DisclosurePass::isWithheld(const FigureBlock& figure)
{
    const bool allAgree = std::all_of(figure.people.begin(), figure.people.end(),
                                      [this](Id<Person> person) { return m_gate.mayPicture(person); });
    if (figure.hasUnknownPeople || !allAgree)
        ++m_summary.refusedPictures;
    else if (figure.people.isEmpty() && !figure.nobodyRecognisable)
        ++m_summary.unknownPictures;
    else
        return false;
    return true;
}

Result<> DisclosurePass::block(Block block, std::vector<Block>& out)
{
    if (auto* const tableOfBlock = std::get_if<TableBlock>(&block))
        return tableBlock(std::move(*tableOfBlock), out);
    if (auto* const heading = std::get_if<HeadingBlock>(&block))
        DTP_CHECK(text(heading->text, {}, NameScanner::Where::Report));
    else if (auto* const prose = std::get_if<TextBlock>(&block))
        DTP_CHECK(rich(prose->text));
    else if (auto* const figure = std::get_if<FigureBlock>(&block)) {
        if (isWithheld(*figure))
            return {};
        DTP_CHECK(text(figure->caption, {}, NameScanner::Where::Report));
        notePicture(*figure, m_summary);
    }
    out.push_back(std::move(block));
    return {};
}

} // namespace dtp
