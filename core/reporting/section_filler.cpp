// SPDX-License-Identifier: GPL-3.0-or-later
#include <lists/record_cells.h>
#include <meaning/codes.h>
#include <records/people.h>
#include <records/programs.h>
#include <reporting/report_text.h>
#include <reporting/section_filler.h>
#include <reporting/section_parts.h>
#include <standards/countries.h>

#include <QLocale>

namespace dtp
{

namespace
{
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
} // namespace

Filled SectionFiller::fill(const ReportSection& section) const
{
    const RichText body = RichText::fromMarkdown(section.body);
    switch (codeOf<SectionKind>(section.kind)) {
    case SectionKind::Objectives:
        return objectives(body);
    case SectionKind::Recommendations:
        return recommendations(section);
    case SectionKind::Participants:
        return participants(body);
    case SectionKind::Program:
        return program();
    case SectionKind::Session:
        return session(section, body);
    case SectionKind::Gaps:
        return gaps(body);
    case SectionKind::Figures:
        return figures();
    case SectionKind::Text:
        break;
    }
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
