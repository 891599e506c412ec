// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/shell/pages.h>

#include <records/reports.h>
#include <ui/pages/cases/masked_page.h>
#include <ui/pages/home/home_page.h>
#include <ui/pages/people/consents_page.h>
#include <ui/pages/people/people_page.h>
#include <ui/pages/reports/report_page.h>
#include <ui/pages/workshops/workshop_page.h>
#include <ui/records/record_page.h>

#include <QCoreApplication>
#include <algorithm>

namespace dtp
{

namespace
{
struct Pages {
    Q_DECLARE_TR_FUNCTIONS(Pages)
};

QDate today(const Store& store)
{
    return store.environment().clock->today();
}

// A page of records that needs no class of its own: a row of the table below.
struct PlainPage {
    const char* name = "";
    const char* title = "";
    const char* icon = "";
    Entity entity = Entity::None;
    const char* sortKey = "";
    bool newestFirst = false;
    const char* columns = ""; // fields in their order; none: the listed ones
    int mainWidth = 0;        // of the first column, wide enough to be read
    int width = 0;            // of the others
    const char* filters = "";
    const char* emptyHeading = "";
    const char* emptySentence = "";
    const char* needsWords = "";
    Result<DueList> (*needs)(const Store&) = nullptr;
    bool isReadOnly = false;
    const char* today = ""; // a day that is today in a new one
};

const PlainPage plainPages[] = {
    {.name = "programs",
     .title = QT_TRANSLATE_NOOP("Pages", "Programs"),
     .icon = "view-calendar-timeline",
     .entity = Entity::ProgramEdition,
     .sortKey = "start_date",
     .newestFirst = true,
     .columns = "title start_date country place series_id",
     .mainWidth = 260,
     .width = 130,
     .filters = "series_id country language",
     .emptyHeading = QT_TRANSLATE_NOOP("Pages", "No programs yet"),
     .emptySentence = QT_TRANSLATE_NOOP(
         "Pages", "Each course that was or will be held belongs here, with its modules, partners and participants.")},
    {.name = "networks",
     .title = QT_TRANSLATE_NOOP("Pages", "Networks"),
     .icon = "globe",
     .entity = Entity::Network,
     .sortKey = "name",
     .columns = "name kind country theme channel",
     .mainWidth = 240,
     .width = 116,
     .filters = "kind country theme channel",
     .emptyHeading = QT_TRANSLATE_NOOP("Pages", "No networks yet"),
     .emptySentence = QT_TRANSLATE_NOOP(
         "Pages",
         "National, regional and thematic networks of alumni belong here, with their focal points and committees."),
     .needsWords = QT_TRANSLATE_NOOP("Pages", "Focal point vacant or ending soon"),
     .needs =
         [](const Store& store) {
             return focalPointsMissing(store, today(store), today(store).addDays(DaysBeforeTermEnds), -1);
         }},
    {.name = "recommendations",
     .title = QT_TRANSLATE_NOOP("Pages", "Recommendations"),
     .icon = "view-task",
     .entity = Entity::Recommendation,
     .sortKey = "due",
     .columns = "text status due addressed_to owner theme report_id",
     .mainWidth = 300,
     .width = 116,
     .filters = "status theme workshop_id",
     .emptyHeading = QT_TRANSLATE_NOOP("Pages", "No recommendations yet"),
     .emptySentence = QT_TRANSLATE_NOOP(
         "Pages",
         "What workshops recommend is followed up here. They come in with the report of a workshop, or one by one."),
     .needsWords = QT_TRANSLATE_NOOP("Pages", "Overdue"),
     .needs = [](const Store& store) { return recommendationsOverdue(store, today(store), -1); }},
    {.name = "organisations",
     .title = QT_TRANSLATE_NOOP("Pages", "Organisations"),
     .icon = "view-institution",
     .entity = Entity::Organisation,
     .sortKey = "name",
     .columns = "name kind country short_name",
     .mainWidth = 280,
     .width = 110,
     .filters = "kind country",
     .emptyHeading = QT_TRANSLATE_NOOP("Pages", "No organisations yet"),
     .emptySentence = QT_TRANSLATE_NOOP(
         "Pages", "Where alumni work, partners, hosts and funders belong here. Importing people brings in theirs.")},
    {.name = "tasks",
     .title = QT_TRANSLATE_NOOP("Pages", "Tasks"),
     .icon = "task-complete",
     .entity = Entity::Task,
     .sortKey = "due",
     .columns = "title due person_id assigned_to done workshop_id",
     .mainWidth = 260,
     .width = 110,
     .filters = "workshop_id",
     .emptyHeading = QT_TRANSLATE_NOOP("Pages", "No tasks yet"),
     .emptySentence =
         QT_TRANSLATE_NOOP("Pages", "What is to be done by when belongs here: visas, invitations, a call to make."),
     .needsWords = QT_TRANSLATE_NOOP("Pages", "To be done within a week"),
     .needs = [](const Store& store) { return tasksDue(store, today(store).addDays(DaysAhead), -1); }},
    {.name = "cases",
     .title = QT_TRANSLATE_NOOP("Pages", "Cases"),
     .icon = "flag",
     .entity = Entity::RiskCase,
     .sortKey = "next_review",
     .columns = "opened_on person_id level next_review responsible closed_on",
     .mainWidth = 120,
     .width = 112,
     .filters = "level",
     .emptyHeading = QT_TRANSLATE_NOOP("Pages", "No cases"),
     .emptySentence = QT_TRANSLATE_NOOP(
         "Pages", "When somebody is in danger, open a case: what happened, a safe way to reach them, what was asked "
                  "for and given, and when to look again. It never leaves the secretariat."),
     .needsWords = QT_TRANSLATE_NOOP("Pages", "To be reviewed within two weeks"),
     .needs = [](const Store& store) { return caseReviewsDue(store, today(store).addDays(DaysBeforeReview), -1); },
     .today = "opened_on"},
    {.name = "safety",
     .title = QT_TRANSLATE_NOOP("Pages", "Safety"),
     .icon = "security-high-symbolic",
     .entity = Entity::Disclosure,
     .sortKey = "at_time",
     .newestFirst = true,
     .columns = "what at_time audience recipient file named counted left_out by_whom",
     .mainWidth = 220,
     .width = 150,
     .emptyHeading = QT_TRANSLATE_NOOP("Pages", "Nothing has left this file yet"),
     .emptySentence = QT_TRANSLATE_NOOP("Pages", "Every export, report and list that leaves is entered here: when, "
                                                 "for whom, how many people by name. Nobody can change it."),
     .isReadOnly = true},
};

// The ledger is read by people: "Funders" rather than the code, the day as they write it, and no seconds.
ListColumn ledgerColumn(ListColumn column)
{
    if (column.key == QLatin1String("audience"))
        column.text = [](const Store&, const RecordValues& values) {
            return audienceText(fromValues<Disclosure>(values).audience);
        };
    else if (column.key == QLatin1String("at_time"))
        column.text = [](const Store&, const RecordValues& values) {
            const QDateTime at = fromValues<Disclosure>(values).at;
            return Pages::tr("%1, %2", "day, time")
                .arg(QLocale().toString(at.date(), QStringLiteral("d MMM yyyy")),
                     at.time().toString(QStringLiteral("HH:mm")));
        };
    return column;
}

QStringList namesIn(const char* list)
{
    return QString::fromLatin1(list).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

RecordPageSpec specOf(const PlainPage& page)
{
    RecordPageSpec spec;
    spec.name = QLatin1String(page.name);
    spec.title = Pages::tr(page.title);
    spec.iconName = QLatin1String(page.icon);
    spec.entity = page.entity;
    spec.sortKey = QLatin1String(page.sortKey);
    spec.sortDescending = page.newestFirst;
    for (const QString& name : namesIn(page.columns)) {
        ListColumn column = fieldColumn(page.entity, recordType(page.entity).indexOf(name));
        spec.columns.push_back(page.entity == Entity::Disclosure ? ledgerColumn(std::move(column))
                                                                 : std::move(column));
        spec.columns.back().width = spec.columns.size() == 1 ? page.mainWidth : page.width;
    }
    for (const QString& name : namesIn(page.filters))
        spec.filters.push_back(name);
    spec.emptyHeading = Pages::tr(page.emptyHeading);
    spec.emptySentence = Pages::tr(page.emptySentence);
    spec.needsWords = Pages::tr(page.needsWords);
    if (page.needs)
        spec.needs = page.needs;
    spec.isReadOnly = page.isReadOnly;
    spec.today = page.today;
    spec.layout = layoutOf(page.entity);
    return spec;
}

class PlainRecordPage final : public RecordPage
{
public:
    PlainRecordPage(AppContext& context, QSettings& settings, RecordPageSpec pageSpec)
        : RecordPage(context, settings, std::move(pageSpec))
    {
        setUp();
    }
};

NavigationEntry plain(const char* name)
{
    const auto* page = std::find_if(std::begin(plainPages), std::end(plainPages),
                                    [name](const PlainPage& one) { return qstrcmp(one.name, name) == 0; });
    const RecordPageSpec spec = specOf(*page);
    return {spec.name, spec.title, spec.iconName, spec.entity,
            [spec](AppContext& context, QSettings& settings) -> Page* {
                if (recordType(spec.entity).isRestricted())
                    return new MaskedPage(context, settings, spec);
                return new PlainRecordPage(context, settings, spec);
            }};
}
} // namespace

std::vector<NavigationEntry> pageEntries()
{
    return {
        {QStringLiteral("home"), Pages::tr("Home"), QStringLiteral("go-home"), Entity::None,
         [](AppContext& context, QSettings&) -> Page* { return new HomePage(context); }},
        {QStringLiteral("people"), Pages::tr("People"), QStringLiteral("group"), Entity::Person,
         [](AppContext& context, QSettings& settings) -> Page* { return new PeoplePage(context, settings); }},
        plain("programs"),
        plain("networks"),
        {QStringLiteral("workshops"), Pages::tr("Workshops"), QStringLiteral("view-presentation"), Entity::Workshop,
         [](AppContext& context, QSettings& settings) -> Page* { return new WorkshopPage(context, settings); }},
        {QStringLiteral("reports"), Pages::tr("Reports"), QStringLiteral("office-report"), Entity::Report,
         [](AppContext& context, QSettings& settings) -> Page* { return new ReportPage(context, settings); }},
        plain("recommendations"),
        plain("organisations"),
        plain("tasks"),
        plain("cases"),
        // The same people once more: they are opened and counted on their own page.
        {QStringLiteral("consents"), Pages::tr("Consents"), QStringLiteral("dialog-ok"), Entity::None,
         [](AppContext& context, QSettings& settings) -> Page* { return new ConsentsPage(context, settings); }},
        plain("safety"),
    };
}

} // namespace dtp
