// SPDX-License-Identifier: GPL-3.0-or-later
// The outline with which a report of a workshop begins.
#include <meaning/words.h>
#include <reporting/report_material.h>
#include <reporting/report_text.h>
#include <reporting/workshop_report.h>

#include <QLocale>

namespace dtp
{

namespace
{
struct NewSection {
    QString kind;
    QString title;
    QString body;
    Id<Session> session;
    std::vector<NewSection> children;
};

NewSection prose(const QString& title, std::vector<NewSection> children = {})
{
    return {QStringLiteral("text"), title, {}, {}, std::move(children)};
}

NewSection filled(const char* kind, const QString& title, std::vector<NewSection> children = {})
{
    return {QString::fromLatin1(kind), title, {}, {}, std::move(children)};
}

QString listed(const QStringList& names)
{
    if (names.size() < 2)
        return names.join(QString());
    return ReportText::tr("%1 and %2", "last two of a list of names")
        .arg(names.first(names.size() - 1).join(QStringLiteral(", ")), names.last());
}

// The first lines, from what is known today; the writer goes on from there.
Result<QString> firstLines(const Store& store, const Workshop& workshop)
{
    QStringList lines;
    const QString days = daysInWords(workshop.start, workshop.end, QLocale::c());
    const QString place = placeInWords(workshop.place, workshop.country);
    if (!days.isEmpty() && !place.isEmpty())
        lines << ReportText::tr("The workshop “%1” was held in %2, %3.").arg(workshop.title, place, days);
    else
        lines << ReportText::tr("This is the report of the workshop “%1”.").arg(workshop.title);
    DTP_TRY(partners, store.find<WorkshopPartner>(Where("workshop_id", workshop.id)));
    QStringList with;
    QStringList thanks;
    for (const WorkshopPartner& partner : partners)
        (partner.role == QLatin1String("funder") ? thanks : with)
            << store.titleOf(Entity::Organisation, partner.organisation.value);
    if (!with.isEmpty())
        lines << ReportText::tr("It was organised together with %1.").arg(listed(with));
    if (!thanks.isEmpty())
        lines << ReportText::tr("We thank %1 for the support that made it possible.").arg(listed(thanks));
    RichText text;
    for (const QString& line : std::as_const(lines))
        text.paragraphs.push_back({Paragraph::Style::Body, 0, {Run{line, false, false, {}, {}}}});
    return text.toMarkdown();
}

std::vector<NewSection> sessionSections(const Agenda& agenda)
{
    std::vector<NewSection> sections;
    for (const AgendaDay& day : agenda.days)
        for (const AgendaSession& entry : day.sessions)
            if (entry.needsFacilitators())
                sections.push_back({QStringLiteral("session"), entry.session.title, {}, entry.session.id, {}});
    return sections;
}

// After the outline that the secretariat's reports have had since the first workshop.
std::vector<NewSection> outlineFor(const Agenda& agenda, const QString& summary)
{
    NewSection first = prose(ReportText::tr("Summary and main recommendations"),
                             {filled("objectives", ReportText::tr("What the workshop set out to do")),
                              filled("recommendations", ReportText::tr("What participants recommend"))});
    first.body = summary;
    return {std::move(first),
            filled("participants", ReportText::tr("Who took part")),
            filled("program", ReportText::tr("The program, session by session"), sessionSections(agenda)),
            prose(ReportText::tr("What alumni gain from the network")),
            filled("gaps", ReportText::tr("Gaps in knowledge and skills")),
            prose(ReportText::tr("Whom to train next")),
            prose(ReportText::tr("Networks of alumni"),
                  {prose(ReportText::tr("The networks today")), prose(ReportText::tr("The networks to come")),
                   prose(ReportText::tr("Openings and obstacles"))}),
            prose(ReportText::tr("Conclusions"), {prose(ReportText::tr("What participants ask of the program"))}),
            prose(ReportText::tr("Next steps"))};
}

Result<> insert(ChangeWriter& writer, Id<Report> report, Id<ReportSection> parent,
                const std::vector<NewSection>& sections)
{
    int position = 0;
    for (const NewSection& from : sections) {
        ReportSection section;
        section.report = report;
        section.parent = parent;
        section.position = position++;
        section.kind = from.kind;
        section.title = from.title;
        section.body = from.body;
        section.session = from.session;
        DTP_CHECK(writer.insert(section));
        DTP_CHECK(insert(writer, report, section.id, from.children));
    }
    return {};
}
} // namespace

Result<Id<Report>> createWorkshopReport(Store& store, Id<Workshop> id)
{
    DTP_TRY(agenda, readAgenda(store, id));
    const Workshop& workshop = agenda.workshop;
    DTP_TRY(summary, firstLines(store, workshop));
    Report report;
    report.workshop = id;
    report.title = workshop.title;
    report.date = store.environment().clock->today();
    DTP_CHECK(store.change(ReportText::tr("Begin the report of “%1”").arg(workshop.title),
                           [&](ChangeWriter& writer) -> Result<> {
                               DTP_CHECK(writer.insert(report));
                               return insert(writer, report.id, {}, outlineFor(agenda, summary));
                           }));
    return report.id;
}

} // namespace dtp
