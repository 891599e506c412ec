// SPDX-License-Identifier: GPL-3.0-or-later
// Who took part: in words, as tables, and counted.
#include <lists/record_cells.h>
#include <records/people.h>
#include <records/programs.h>
#include <reporting/report_text.h>
#include <reporting/section_filler.h>
#include <reporting/section_parts.h>
#include <standards/countries.h>

namespace dtp
{

namespace
{
// Columns about those who took part.
TableColumn nameColumn()
{
    return columnMadeOf("name", ReportText::tr("Name"),
                        {columnOf<Person>("given_name"), columnOf<Person>("family_name")})
        .weighing(2.2);
}

TableColumn organisationColumn()
{
    return columnMadeOf("organisation", ReportText::tr("Organisation"),
                        {columnOf<Affiliation>("organisation_id"), columnOf<Organisation>("name")})
        .weighing(3);
}

TableColumn roleColumn()
{
    return columnOf<Invitation>("role").titled(ReportText::tr("Took part as")).weighing(1.6);
}
} // namespace

std::vector<const ReportParticipant*> SectionFiller::participantsOnly() const
{
    std::vector<const ReportParticipant*> all;
    for (const ReportParticipant& person : m_material.people)
        if (person.isParticipant())
            all.push_back(&person);
    return all;
}

// How they were chosen and what they work on. An issue is named when two or more work on it; people at risk add none,
// so that nothing here points at one of them.
RichText SectionFiller::aboutParticipants() const
{
    RichText text;
    const auto people = participantsOnly();
    QSet<QString> countries;
    QHash<QString, int> issues;
    for (const ReportParticipant* person : people) {
        if (!person->profile.country.isEmpty())
            countries.insert(person->profile.country);
        if (!person->profile.isAtRisk())
            for (const QString& issue : person->profile.issues)
                ++issues[issue];
    }
    const QString total = counted(people.size(), ReportText::tr("1 person"), ReportText::tr("%1 people"));
    const QString from =
        counted(static_cast<size_t>(countries.size()), ReportText::tr("1 country"), ReportText::tr("%1 countries"));
    text.paragraphs.push_back(paragraph(Style::Body, 0,
                                        m_material.isHeld
                                            ? ReportText::tr("%1 from %2 took part.").arg(total, from)
                                            : ReportText::tr("%1 from %2 will take part.").arg(total, from)));
    for (const QString& line : m_material.workshop->selection.split(u'\n', Qt::SkipEmptyParts))
        text.paragraphs.push_back(paragraph(Style::Body, 0, line.trimmed()));

    std::vector<std::pair<int, QString>> shared;
    for (auto it = issues.cbegin(); it != issues.cend(); ++it)
        if (it.value() >= 2)
            shared.emplace_back(it.value(), valueLabel(m_store, QStringLiteral("issue"), it.key()));
    std::sort(shared.begin(), shared.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    constexpr size_t most = 14;
    QStringList labels; // by their words: the order of size would tell how many they are
    for (size_t i = 0; i < std::min(shared.size(), most); ++i)
        labels.append(shared[i].second);
    labels.sort();
    if (labels.size() > 1) {
        text.paragraphs.push_back(
            paragraph(Style::Body, 0, ReportText::tr("Among the human rights issues that they work on are:")));
        for (const QString& label : labels)
            text.paragraphs.push_back(paragraph(Style::Bullet, 0, label));
    }
    return normalised(text);
}

Table SectionFiller::peopleTable(bool participants) const
{
    Table table;
    table.title = participants ? ReportText::tr("Participants") : ReportText::tr("Trainers, partners and guests");
    table.columns = {nameColumn(), organisationColumn(), columnOf<Person>("country").weighing(1.5)};
    if (!participants)
        table.columns.insert(table.columns.begin() + 1, roleColumn());
    const Vocabulary& roles = m_store.vocabulary(QStringLiteral("participation_roles"));
    for (const ReportParticipant& person : m_material.people) {
        if (person.isParticipant() != participants)
            continue;
        std::vector<Cell> cells{person.profile.name, person.organisation, countryName(person.profile.country)};
        if (!participants)
            cells.insert(cells.begin() + 1, roles.labelOf(person.role));
        table.rows.push_back({std::move(cells), person.profile.person});
    }
    return table;
}

CountsBlock SectionFiller::counts(const char* dimension, const QString& title, CountsBlock::Show show) const
{
    const QString code = QString::fromLatin1(dimension);
    const Dimension* side = dimensionByCode(code);
    QHash<QString, Subjects> counted;
    const auto people = participantsOnly();
    for (const ReportParticipant* person : people) {
        // Each person once, so that the numbers add up to the total and small ones can be put together.
        const QStringList values = side->values(person->profile);
        counted[values.isEmpty() ? QString() : values.front()].add(person->profile.person);
    }
    CountsBlock block;
    block.title = title;
    block.column = code;
    block.unit = ReportText::tr("participants");
    block.show = show;
    block.total = static_cast<int>(people.size());
    for (auto it = counted.cbegin(); it != counted.cend(); ++it) {
        CountItem item;
        item.people = it.value();
        item.count = static_cast<int>(item.people.size());
        item.label = it.key().isEmpty() ? ReportText::tr("Not known") : valueLabel(m_store, code, it.key());
        if (code == QLatin1String("country")) {
            item.code = it.key();
            if (const Country* country = countryByCode(it.key()))
                item.group = country->region;
        }
        block.items.push_back(std::move(item));
    }
    std::sort(block.items.begin(), block.items.end(), [](const CountItem& a, const CountItem& b) {
        return a.count != b.count ? a.count > b.count : a.label < b.label;
    });
    return block;
}

void SectionFiller::addFigures(std::vector<Block>& blocks, bool all) const
{
    using Show = CountsBlock::Show;
    blocks.push_back(counts("country", ReportText::tr("Where participants come from"), Show::Map));
    blocks.push_back(counts("country", ReportText::tr("Participants by country"), Show::Bars));
    blocks.push_back(counts("gender", ReportText::tr("Participants by gender"), Show::Bars));
    blocks.push_back(counts("sector", ReportText::tr("Participants by sector"), Show::Bars));
    if (!all)
        return;
    CountsBlock cohorts =
        counts("cohort", ReportText::tr("Participants by the decade of their first program"), Show::Bars);
    std::sort(cohorts.items.begin(), cohorts.items.end(),
              [](const CountItem& a, const CountItem& b) { return a.label < b.label; });
    blocks.push_back(std::move(cohorts));
    blocks.push_back(counts("first_time", ReportText::tr("New and returning participants"), Show::Bars));
}

Filled SectionFiller::participants(const RichText& body) const
{
    Filled filled;
    const auto people = participantsOnly();
    if (m_material.people.empty())
        return filled;
    if (body.isEmpty() && !people.empty())
        filled.after.push_back(TextBlock{aboutParticipants()});
    for (const bool isParticipants : {true, false})
        if (Table table = peopleTable(isParticipants); !table.rows.empty())
            filled.after.push_back(TableBlock{std::move(table)});
    if (!m_material.has(SectionKind::Figures) && !people.empty())
        addFigures(filled.after, false);
    filled.sentence =
        counted(m_material.people.size(), ReportText::tr("1 person, from the invitations of the workshop"),
                ReportText::tr("%1 people, from the invitations of the workshop"));
    return filled;
}

Filled SectionFiller::figures() const
{
    Filled filled;
    const auto people = participantsOnly();
    if (people.empty())
        return filled;
    addFigures(filled.after, true);
    filled.sentence = counted(people.size(), ReportText::tr("Figures about 1 participant"),
                              ReportText::tr("Figures about %1 participants"));
    return filled;
}

Table SectionFiller::participantsTable() const
{
    Table table = peopleTable(true);
    table.columns.push_back(roleColumn());
    const Vocabulary& roles = m_store.vocabulary(QStringLiteral("participation_roles"));
    for (TableRow& row : table.rows)
        row.cells.push_back(roles.labelOf(codeText(ParticipationRole::Participant)));
    for (const ReportParticipant& person : m_material.people)
        if (!person.isParticipant())
            table.rows.push_back({{person.profile.name, person.organisation, countryName(person.profile.country),
                                   roles.labelOf(person.role)},
                                  person.profile.person});
    return table;
}

} // namespace dtp
