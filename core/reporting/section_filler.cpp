// SPDX-License-Identifier: GPL-3.0-or-later
#include <lists/record_cells.h>
#include <records/countries.h>
#include <records/people.h>
#include <records/programs.h>
#include <reporting/report_text.h>
#include <reporting/section_filler.h>

#include <QLocale>

namespace dtp
{

namespace
{
using Style = Paragraph::Style;

Paragraph paragraph(Style style, int level, const QString& text, bool bold = false, bool italic = false)
{
    return {style, level, {Run{text, bold, italic, {}, {}}}};
}

bool hasList(const RichText& text)
{
    return std::any_of(text.paragraphs.begin(), text.paragraphs.end(),
                       [](const Paragraph& p) { return p.style == Style::Bullet || p.style == Style::Numbered; });
}

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

// "A", "A and B", "A, B and C", each run with its person.
void addNames(std::vector<Run>& runs, const std::vector<const AgendaPerson*>& people)
{
    for (size_t i = 0; i < people.size(); ++i) {
        if (i > 0)
            runs.push_back(
                {i + 1 == people.size() ? ReportText::tr(" and ") : QStringLiteral(", "), false, false, {}, {}});
        runs.push_back({people[i]->name, false, false, {}, people[i]->person});
    }
}

QString dayTitle(const AgendaDay& day, const QLocale& locale)
{
    return day.date.isValid() ? locale.toString(day.date, ReportText::tr("dddd d MMMM"))
                              : ReportText::tr("Without a time");
}

// "1 person", "28 people".
QString counted(size_t number, const QString& one, const QString& many)
{
    return number == 1 ? one : many.arg(number);
}
} // namespace

Filled SectionFiller::fill(const ReportSection& section) const
{
    const RichText body = RichText::fromMarkdown(section.body);
    if (section.kind == QLatin1String("objectives"))
        return objectives(body);
    if (section.kind == QLatin1String("recommendations"))
        return recommendations(section);
    if (section.kind == QLatin1String("participants"))
        return participants(body);
    if (section.kind == QLatin1String("program"))
        return program();
    if (section.kind == QLatin1String("session"))
        return session(section, body);
    if (section.kind == QLatin1String("gaps"))
        return gaps(body);
    if (section.kind == QLatin1String("figures"))
        return figures();
    return {};
}

Filled SectionFiller::objectives(const RichText& body) const
{
    if (!m_material.workshop || hasList(body))
        return {};
    RichText list;
    const QStringList lines = m_material.workshop->objectives.split(u'\n', Qt::SkipEmptyParts);
    for (QString line : lines) {
        line = line.trimmed();
        while (!line.isEmpty() && QStringView(u"-*•").contains(line.at(0)))
            line = line.mid(1).trimmed();
        if (!line.isEmpty())
            list.paragraphs.push_back(paragraph(Style::Bullet, 0, line));
    }
    if (list.isEmpty())
        return {};
    return {{},
            {TextBlock{list}},
            counted(list.paragraphs.size(), ReportText::tr("1 objective, from the workshop"),
                    ReportText::tr("%1 objectives, from the workshop"))};
}

Filled SectionFiller::recommendations(const ReportSection& section) const
{
    RichText list;
    const auto all = m_material.recommendationsOf(section);
    QString addressed; // said once for a group that addresses the same
    for (const Recommendation* one : all) {
        const int level = std::clamp(one->level, 0, 5);
        Paragraph item = paragraph(level == 0 ? Style::Numbered : Style::Bullet, level, one->text.simplified());
        if (level == 0 && one->addressedTo != addressed && !one->addressedTo.isEmpty() &&
            !section.title.contains(one->addressedTo, Qt::CaseInsensitive))
            item.runs.push_back(
                {QString(QStringLiteral(" (") + ReportText::tr("to %1").arg(one->addressedTo) + QLatin1Char(')')),
                 false,
                 true,
                 {},
                 {}});
        if (level == 0)
            addressed = one->addressedTo;
        list.paragraphs.push_back(std::move(item));
    }
    if (list.isEmpty())
        return {};
    return {{},
            {TextBlock{normalised(list)}},
            counted(all.size(), ReportText::tr("1 recommendation"), ReportText::tr("%1 recommendations"))};
}

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
    if (shared.size() > 1) {
        text.paragraphs.push_back(
            paragraph(Style::Body, 0, ReportText::tr("Among the human rights issues that they work on are:")));
        for (size_t i = 0; i < std::min(shared.size(), most); ++i)
            text.paragraphs.push_back(paragraph(Style::Bullet, 0, shared[i].second));
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
    QHash<QString, int> numbers;
    const auto people = participantsOnly();
    for (const ReportParticipant* person : people) {
        // Each person once, so that the numbers add up to the total and small ones can be put together.
        const QStringList values = side->values(person->profile);
        ++numbers[values.isEmpty() ? QString() : values.front()];
    }
    CountsBlock block;
    block.title = title;
    block.unit = ReportText::tr("participants");
    block.show = show;
    block.total = static_cast<int>(people.size());
    for (auto it = numbers.cbegin(); it != numbers.cend(); ++it) {
        CountItem item;
        item.count = it.value();
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
    if (!m_material.has("figures") && !people.empty())
        addFigures(filled.after, false);
    filled.sentence =
        counted(m_material.people.size(), ReportText::tr("1 person, from the invitations of the workshop"),
                ReportText::tr("%1 people, from the invitations of the workshop"));
    return filled;
}

Filled SectionFiller::program() const
{
    Filled filled;
    const QLocale locale(m_material.report.language);
    size_t sessions = 0;
    for (const AgendaDay& day : m_material.agenda.days) {
        Table table;
        table.title = dayTitle(day, locale);
        table.columns = {columnMadeOf("time", ReportText::tr("Time"),
                                      {columnOf<Session>("start_time"), columnOf<Session>("end_time")})
                             .weighing(1.2),
                         columnOf<Session>("title").titled(ReportText::tr("Session")).weighing(5)};
        for (const AgendaSession& entry : day.sessions)
            table.rows.push_back({{timeText(entry.session), entry.session.title}, {}});
        sessions += table.rows.size();
        if (!table.rows.empty())
            filled.after.push_back(TableBlock{std::move(table)});
    }
    if (sessions > 0)
        filled.sentence = counted(sessions, ReportText::tr("1 session, from the agenda of the workshop"),
                                  ReportText::tr("%1 sessions, from the agenda of the workshop"));
    return filled;
}

Filled SectionFiller::session(const ReportSection& section, const RichText& body) const
{
    Filled filled;
    for (const AgendaDay& day : m_material.agenda.days) {
        for (const AgendaSession& entry : day.sessions) {
            if (entry.session.id != section.session)
                continue;
            Paragraph line;
            QStringList when{dayTitle(day, QLocale(m_material.report.language)), timeText(entry.session)};
            when.removeAll(QString());
            if (entry.session.start.isValid())
                line.runs.push_back(
                    {QString(when.join(QStringLiteral(", ")) + QStringLiteral(". ")), false, true, {}, {}});
            if (const auto leaders = entry.leaders(); !leaders.empty()) {
                line.runs.push_back({ReportText::tr("Led by ", "names follow"), false, false, {}, {}});
                addNames(line.runs, leaders);
                line.runs.push_back({QStringLiteral("."), false, false, {}, {}});
            }
            if (!line.runs.empty())
                filled.before.push_back(TextBlock{normalised(RichText{{line}})});
            const RichText summary = RichText::fromMarkdown(entry.session.summary);
            if (body.isEmpty() && !summary.isEmpty())
                filled.after.push_back(TextBlock{summary});
            filled.sentence = ReportText::tr("Time, facilitators and what was noted, from the session “%1”")
                                  .arg(entry.session.title);
        }
    }
    return filled;
}

Filled SectionFiller::gaps(const RichText& body) const
{
    if (m_material.gaps.empty())
        return {};
    Filled filled;
    const Vocabulary& categories = m_store.vocabulary(QStringLiteral("gap_categories"));
    RichText list;
    Table tally;
    tally.title = ReportText::tr("Gaps by category");
    tally.columns = {columnOf<CapacityGap>("category").weighing(4),
                     columnOfTable("gaps", ReportText::tr("Gaps named"), CellKind::Integer)};
    QStringList codes;
    for (const VocabularyTerm& term : categories.terms())
        codes << term.code;
    for (const CapacityGap& gap : m_material.gaps)
        if (!codes.contains(gap.category))
            codes << gap.category;
    for (const QString& code : std::as_const(codes)) {
        int count = 0;
        for (const CapacityGap& gap : m_material.gaps) {
            if (gap.category != code)
                continue;
            if (count++ == 0)
                list.paragraphs.push_back(paragraph(Style::Body, 0, categories.labelOf(code), true));
            Paragraph item = paragraph(Style::Bullet, 0, gap.text);
            if (!gap.region.isEmpty())
                item.runs.push_back(
                    {QString(QStringLiteral(" (") + gap.region + QLatin1Char(')')), false, true, {}, {}});
            list.paragraphs.push_back(std::move(item));
        }
        if (count > 0)
            tally.rows.push_back({{categories.labelOf(code), Cell::integer(count)}, {}});
    }
    if (!hasList(body))
        filled.after.push_back(TextBlock{normalised(list)});
    filled.after.push_back(TableBlock{std::move(tally)});
    filled.sentence =
        counted(m_material.gaps.size(), ReportText::tr("1 gap"), ReportText::tr("%1 gaps, grouped and counted"));
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

Table SectionFiller::recommendationsTable() const
{
    const RecordType& type = recordType<Recommendation>();
    Table table;
    table.title = ReportText::tr("Recommendations");
    table.columns = {columnOfTable("number", ReportText::tr("Number")).weighing(0.6)};
    const QStringList names{QStringLiteral("text"),   QStringLiteral("theme"), QStringLiteral("addressed_to"),
                            QStringLiteral("status"), QStringLiteral("owner"), QStringLiteral("due")};
    for (const QString& name : names) {
        table.columns.push_back(columnOf(*type.fieldNamed(name)).weighing(name == QLatin1String("text") ? 5 : 1.2));
    }
    std::vector<int> number; // 1, 1.1, 1.2, 2 …
    for (const Recommendation& recommendation : m_material.recommendations) {
        const auto level = std::min(static_cast<size_t>(std::clamp(recommendation.level, 0, 5)), number.size());
        number.resize(level + 1);
        ++number[level];
        QStringList parts;
        for (const int part : number)
            parts << QString::number(part);
        const RecordValues values = toValues(recommendation);
        std::vector<Cell> cells{parts.join(u'.')};
        for (const QString& name : names)
            cells.push_back(cellOf(m_store, *type.fieldNamed(name), values.fields.at(type.indexOf(name))));
        table.rows.push_back({std::move(cells), {}});
    }
    return table;
}

} // namespace dtp
