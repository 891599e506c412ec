// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/reopening/reopen_dialogs.h>

#include <deeds/deed.h>
#include <ui/consents/consent_dialog.h>
#include <ui/export/export_start.h>
#include <ui/forms/kept_dialogs.h>
#include <ui/merging/merge_dialog.h>
#include <ui/pages/import/import_dialog.h>
#include <ui/pages/invitations/proposal_dialog.h>
#include <ui/pages/invitations/targets_dialog.h>
#include <ui/records/deed_dialog.h>
#include <ui/widgets/page.h>

#include <QFileInfo>

namespace dtp
{

namespace
{
QCborValue in(const QCborMap& way, const char* key)
{
    return way.value(QLatin1String(key));
}

Entity entityIn(const QCborMap& way)
{
    const RecordType* type = recordTypeOfTable(in(way, "table").toString());
    return type ? type->entity : Entity::None;
}

// Those that are still there.
std::vector<qint64> recordsIn(const Store& store, Entity entity, const QCborArray& keys)
{
    std::vector<qint64> all;
    for (const QCborValue& key : keys) {
        const auto isThere = store.contains(entity, key.toInteger());
        if (isThere && *isThere)
            all.push_back(key.toInteger());
    }
    return all;
}

void reopenDeed(AppContext& context, QWidget* parent, const QCborMap& way)
{
    const Deed* deed = deedOf(in(way, "deed").toString());
    const Entity entity = entityIn(way);
    if (!deed || entity == Entity::None)
        return;
    const auto ids = recordsIn(context.store, entity, in(way, "ids").toArray());
    if (!ids.empty())
        performDeed(context, parent, *deed, entity, ids, in(way, "field").toString());
}

void reopenExport(AppContext& context, Page& page, const QCborMap& way)
{
    ExportStart start = startBy(way);
    const Exportable* what = exportableOf(start.key);
    if (!what)
        return;
    if (isOfList(way) && page.entity() == what->entity())
        return page.exportList();
    if (!start.chosen.empty()) {
        QCborArray keys;
        for (const qint64 id : start.chosen)
            keys.append(id);
        start.chosen = recordsIn(context.store, what->entity(), keys);
    }
    ExportDialog(context, std::move(start), &page).exec();
}
} // namespace

void reopenDialogs(AppContext& context, Page& page)
{
    const ReopenedDialogs kept(context.store); // fills them
    const QCborMap way = kept.way();
    if (way.contains(QStringLiteral("deed")))
        return reopenDeed(context, &page, way);
    if (way.contains(QStringLiteral("export")))
        return reopenExport(context, page, in(way, "export").toMap());
    if (way.contains(QStringLiteral("consents"))) {
        const auto people = recordsIn(context.store, Entity::Person, in(way, "consents").toArray());
        if (!people.empty())
            askConsents(context, &page, people);
        return;
    }
    if (way.contains(QStringLiteral("merge"))) {
        const auto people = recordsIn(context.store, Entity::Person, in(way, "merge").toArray());
        if (people.size() > 1)
            askMerge(context, &page, people);
        return;
    }
    const QString sheet = in(way, "import").toString();
    if (!sheet.isEmpty() && QFileInfo::exists(sheet)) {
        ImportDialog(context, sheet, entityIn(way), &page).exec();
        return;
    }
    const Id<Workshop> workshop{in(way, "workshop").toInteger()};
    if (recordsIn(context.store, Entity::Workshop, {workshop.value}).empty())
        return;
    if (way.contains(QStringLiteral("targets")))
        TargetsDialog(context, workshop, &page).exec();
    if (way.contains(QStringLiteral("proposal")))
        ProposalDialog(context, workshop, &page).exec();
}

} // namespace dtp
