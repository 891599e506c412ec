// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/workshops/workshop_page.h>

#include <records/workshops.h>
#include <ui/pages/workshops/workshop_pane.h>

namespace dtp
{

namespace
{
// What is to come first: nearest day at the top of it; then what was, the latest first. Without a day: at the very
// top.
bool comesFirst(const Workshop& a, const Workshop& b, QDate today)
{
    const auto isOver = [today](const Workshop& w) {
        return w.start.isValid() && (w.end.isValid() ? w.end : w.start) < today;
    };
    if (isOver(a) != isOver(b))
        return isOver(b);
    if (a.start != b.start)
        return isOver(a) ? a.start > b.start : a.start < b.start;
    return a.id < b.id;
}

Result<> arrange(const Store& store, std::vector<qint64>& ids)
{
    DTP_TRY(rows, store.rows(Entity::Workshop, ids));
    std::vector<Workshop> workshops;
    for (const RecordValues& values : rows)
        workshops.push_back(fromValues<Workshop>(values));
    const QDate today = store.environment().clock->today();
    std::sort(workshops.begin(), workshops.end(),
              [today](const Workshop& a, const Workshop& b) { return comesFirst(a, b, today); });
    ids.clear();
    for (const Workshop& workshop : workshops)
        ids.push_back(workshop.id.value);
    return {};
}

// The title, and below it when and where.
ListColumn titleColumn()
{
    const RecordType& type = recordType(Entity::Workshop);
    ListColumn column = fieldColumn(Entity::Workshop, type.indexOf("title"));
    for (const char* field : {"start_date", "end_date", "place", "country", "status"})
        column.fields.push_back(type.indexOf(field));
    column.width = 280;
    column.second = [](const Store& store, const RecordValues& values) {
        const auto workshop = fromValues<Workshop>(values);
        const QString line = workshopLine(workshop);
        return line.isEmpty() ? store.vocabulary(QStringLiteral("workshop_statuses")).labelOf(workshop.status) : line;
    };
    return column;
}

RecordPageSpec workshopSpec()
{
    RecordPageSpec spec;
    spec.name = QStringLiteral("workshops");
    spec.title = WorkshopPage::tr("Workshops");
    spec.iconName = QStringLiteral("view-presentation");
    spec.entity = Entity::Workshop;
    spec.columns.push_back(titleColumn());
    for (const char* field : {"status", "start_date", "end_date", "place", "country", "capacity"}) {
        spec.columns.push_back(fieldColumn(Entity::Workshop, recordType(Entity::Workshop).indexOf(field)));
        spec.columns.back().width = 110;
    }
    spec.sortKey = QStringLiteral("coming");
    spec.arrange = arrange;
    spec.filters = {QStringLiteral("status"), QStringLiteral("country")};
    spec.emptyHeading = WorkshopPage::tr("No workshops yet");
    spec.emptySentence = WorkshopPage::tr(
        "A workshop belongs here from the first idea on: whom to invite, what happens when, and what came of it.");
    spec.createWords = WorkshopPage::tr("&Plan a workshop");
    spec.choosesFirst = true;
    spec.listWidth = 300;
    spec.makeView = [](AppContext& context, QWidget* parent) -> RecordView* {
        return new WorkshopPane(context, parent);
    };
    return spec;
}
} // namespace

WorkshopPage::WorkshopPage(AppContext& context, QSettings& settings, QWidget* parent)
    : RecordPage(context, settings, workshopSpec(), parent)
{
    setUp();
}

WorkshopPane& WorkshopPage::pane()
{
    return static_cast<WorkshopPane&>(view());
}

} // namespace dtp
