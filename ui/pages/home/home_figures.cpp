// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/home/home_figures.h>

#include <figures/catalogue.h>
#include <ui/models/record_layout.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
constexpr int mostItems = 4; // of each list on the page
constexpr size_t mostIssues = 8;

struct HomePageText {
    Q_DECLARE_TR_FUNCTIONS(HomePage)
};

CountsBlock blockOf(const QString& title, CountsBlock::Show show, qint64 total)
{
    CountsBlock block;
    block.title = title;
    block.unit = HomePageText::tr("people");
    block.show = show;
    block.total = static_cast<int>(total);
    return block;
}

Result<> readCharts(const Store& store, HomeFigures& figures)
{
    const FigureMeasure& people = *figureMeasure(QStringLiteral("people"));
    const auto side = [&](const char* key) -> const FigureDimension& {
        return *figureDimension(QLatin1String(key), people);
    };
    DTP_TRY(countries, countBy(store, side("country"), people));
    figures.byCountry = blockOf(HomePageText::tr("People by country"), CountsBlock::Show::Map, figures.people);
    for (const FigureCount& one : countries) {
        figures.countries += one.value.isEmpty() ? 0 : 1;
        figures.byCountry.items.push_back({one.value.isEmpty() ? HomePageText::tr("not known") : one.label,
                                           one.value,
                                           {},
                                           static_cast<int>(one.count),
                                           false,
                                           {}});
    }
    DTP_TRY(decades, countBy(store, side("decade"), people));
    DTP_TRY(withCourse, countKnown(store, side("decade"), people));
    figures.byDecade =
        blockOf(HomePageText::tr("People by decade of their courses"), CountsBlock::Show::Bars, withCourse);
    for (const FigureCount& one : decades) {
        figures.byDecade.items.push_back({one.label, {}, {}, static_cast<int>(one.count), false, {}});
        figures.decadeQueries << one.query;
    }
    DTP_TRY(issues, countBy(store, side("issue"), people));
    DTP_TRY(withIssue, countKnown(store, side("issue"), people));
    figures.byIssue = blockOf(issues.size() > mostIssues ? HomePageText::tr("Issues that most people work on")
                                                         : HomePageText::tr("Issues people work on"),
                              CountsBlock::Show::Bars, withIssue);
    for (size_t i = 0; i < std::min(issues.size(), mostIssues); ++i) {
        figures.byIssue.items.push_back({issues[i].label, {}, {}, static_cast<int>(issues[i].count), false, {}});
        figures.issueQueries << issues[i].query;
    }
    return {};
}
} // namespace

Result<HomeFigures> readHomeFigures(const Store& store)
{
    HomeFigures figures;
    figures.today = store.environment().clock->today();
    const std::pair<Entity, qint64 HomeFigures::*> counts[] = {{Entity::Person, &HomeFigures::people},
                                                               {Entity::ProgramEdition, &HomeFigures::programs},
                                                               {Entity::Network, &HomeFigures::networks},
                                                               {Entity::Workshop, &HomeFigures::workshops},
                                                               {Entity::Organisation, &HomeFigures::organisations}};
    for (const auto& [entity, member] : counts) {
        DTP_TRY(count, store.count(entity));
        figures.*member = count;
    }
    DTP_CHECK(readCharts(store, figures));
    DTP_TRY(tasks, tasksDue(store, figures.today.addDays(DaysAhead), mostItems));
    DTP_TRY(cases, caseReviewsDue(store, figures.today.addDays(DaysBeforeReview), mostItems));
    DTP_TRY(contacts, contactsDue(store, figures.today.addDays(DaysAhead), mostItems));
    DTP_TRY(focalPoints,
            focalPointsMissing(store, figures.today, figures.today.addDays(DaysBeforeTermEnds), mostItems));
    DTP_TRY(consents, consentsEnding(store, figures.today, figures.today.addDays(DaysBeforeTermEnds), mostItems));
    DTP_TRY(reports, reportsInWork(store, mostItems));
    DTP_TRY(recommendations, recommendationsOverdue(store, figures.today, mostItems));
    figures.tasks = std::move(tasks);
    figures.caseReviews = std::move(cases);
    figures.contacts = std::move(contacts);
    figures.focalPoints = std::move(focalPoints);
    figures.consents = std::move(consents);
    figures.reports = std::move(reports);
    figures.recommendations = std::move(recommendations);
    for (DueItem& report : figures.reports.items)
        report.detail = store.vocabulary(QStringLiteral("report_statuses")).labelOf(report.detail);
    for (DueItem& one : figures.caseReviews.items) {
        one.title = caseText(QDate::fromString(one.title, Qt::ISODate), {one.id});
        one.detail = store.vocabulary(QStringLiteral("case_levels")).labelOf(one.detail);
    }
    figures.backup = backupStatus(store);
    return figures;
}

} // namespace dtp
