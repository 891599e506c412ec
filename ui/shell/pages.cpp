// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/shell/pages.h>

#include <ui/alumni/people_page.h>
#include <ui/home/home_page.h>
#include <ui/records/record_page.h>
#include <ui/reports/report_page.h>
#include <ui/workshops/workshop_page.h>

namespace dtp
{

namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("Pages", text);
}

// A page of records that needs no class of its own.
class PlainRecordPage final : public RecordPage
{
public:
    PlainRecordPage(AppContext& context, QSettings& settings, RecordPageSpec pageSpec) : RecordPage(context, settings, std::move(pageSpec)) { setUp(); }
};

// Columns of the fields, the main one wide enough to be read.
std::vector<ListColumn> columnsOf(Entity entity, std::initializer_list<const char*> names, int mainWidth, int width)
{
    std::vector<ListColumn> columns;
    for (const char* name : names) {
        columns.push_back(fieldColumn(entity, recordType(entity).indexOf(name)));
        columns.back().width = columns.size() == 1 ? mainWidth : width;
    }
    return columns;
}

PageEntry records(RecordPageSpec spec)
{
    spec.layout = layoutOf(spec.entity);
    PageEntry entry{spec.name, spec.title, spec.iconName, spec.entity, {}};
    entry.make = [spec](AppContext& context, QSettings& settings) { return new PlainRecordPage(context, settings, spec); };
    return entry;
}

RecordPageSpec programs()
{
    RecordPageSpec spec;
    spec.name = QStringLiteral("programs");
    spec.title = tr("Programs");
    spec.iconName = QStringLiteral("view-calendar-timeline");
    spec.entity = Entity::ProgramEdition;
    spec.sortKey = QStringLiteral("start_date");
    spec.sortDescending = true;
    spec.filters = {QStringLiteral("series_id"), QStringLiteral("country"), QStringLiteral("language")};
    spec.emptyHeading = tr("No programs yet");
    spec.emptySentence = tr("Each course that was or will be held belongs here, with its modules, partners and participants.");
    spec.columns = columnsOf(spec.entity, {"title", "start_date", "country", "place", "series_id"}, 260, 130);
    return spec;
}

RecordPageSpec networks()
{
    RecordPageSpec spec;
    spec.name = QStringLiteral("networks");
    spec.title = tr("Networks");
    spec.iconName = QStringLiteral("globe");
    spec.entity = Entity::Network;
    spec.sortKey = QStringLiteral("name");
    spec.filters = {QStringLiteral("kind"), QStringLiteral("country"), QStringLiteral("theme"), QStringLiteral("channel")};
    spec.emptyHeading = tr("No networks yet");
    spec.emptySentence = tr("National, regional and thematic networks of alumni belong here, with their focal points and committees.");
    return spec;
}

RecordPageSpec organisations()
{
    RecordPageSpec spec;
    spec.name = QStringLiteral("organisations");
    spec.title = tr("Organisations");
    spec.iconName = QStringLiteral("view-institution");
    spec.entity = Entity::Organisation;
    spec.sortKey = QStringLiteral("name");
    spec.columns = columnsOf(spec.entity, {"name", "kind", "country", "short_name"}, 280, 110);
    spec.filters = {QStringLiteral("kind"), QStringLiteral("country")};
    spec.emptyHeading = tr("No organisations yet");
    spec.emptySentence = tr("Where alumni work, partners, hosts and funders belong here. Importing people brings in theirs.");
    return spec;
}

RecordPageSpec recommendations()
{
    RecordPageSpec spec;
    spec.name = QStringLiteral("recommendations");
    spec.title = tr("Recommendations");
    spec.iconName = QStringLiteral("view-task");
    spec.entity = Entity::Recommendation;
    spec.sortKey = QStringLiteral("due");
    spec.filters = {QStringLiteral("status"), QStringLiteral("theme"), QStringLiteral("workshop_id")};
    spec.emptyHeading = tr("No recommendations yet");
    spec.emptySentence = tr("What workshops recommend is followed up here. They come in with the report of a workshop, or one by one.");
    spec.columns = columnsOf(spec.entity, {"text", "status", "due", "addressed_to", "owner", "theme", "report_id"}, 300, 116);
    return spec;
}

RecordPageSpec tasks()
{
    RecordPageSpec spec;
    spec.name = QStringLiteral("tasks");
    spec.title = tr("Tasks");
    spec.iconName = QStringLiteral("task-complete");
    spec.entity = Entity::Task;
    spec.sortKey = QStringLiteral("due");
    spec.columns = columnsOf(spec.entity, {"title", "due", "assigned_to", "done", "workshop_id"}, 260, 110);
    spec.filters = {QStringLiteral("workshop_id")};
    spec.emptyHeading = tr("No tasks yet");
    spec.emptySentence = tr("What is to be done by when belongs here: visas, invitations, a call to make.");
    return spec;
}

RecordPageSpec safety()
{
    RecordPageSpec spec;
    spec.name = QStringLiteral("safety");
    spec.title = tr("Safety");
    spec.iconName = QStringLiteral("security-high-symbolic");
    spec.entity = Entity::Disclosure;
    spec.sortKey = QStringLiteral("at_time");
    spec.sortDescending = true;
    spec.isReadOnly = true;
    spec.emptyHeading = tr("Nothing has left this file yet");
    spec.emptySentence = tr("Every export, report and list that leaves is entered here: when, for whom, how many people by name. Nobody can change it.");
    return spec;
}

} // namespace

std::vector<PageEntry> pageEntries()
{
    return {
        {QStringLiteral("home"), tr("Home"), QStringLiteral("go-home"), Entity::None, [](AppContext& context, QSettings&) -> Page* { return new HomePage(context); }},
        {QStringLiteral("people"), tr("People"), QStringLiteral("group"), Entity::Person,
         [](AppContext& context, QSettings& settings) -> Page* { return new PeoplePage(context, settings); }},
        records(programs()),
        records(networks()),
        {QStringLiteral("workshops"), tr("Workshops"), QStringLiteral("view-presentation"), Entity::Workshop,
         [](AppContext& context, QSettings&) -> Page* { return new WorkshopPage(context); }},
        {QStringLiteral("reports"), tr("Reports"), QStringLiteral("office-report"), Entity::Report,
         [](AppContext& context, QSettings&) -> Page* { return new ReportPage(context); }},
        records(recommendations()),
        records(organisations()),
        records(tasks()),
        records(safety()),
    };
}

} // namespace dtp
