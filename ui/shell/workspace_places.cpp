// SPDX-License-Identifier: GPL-3.0-or-later
// Where records and lists of any type are shown.
#include <ui/shell/workspace.h>

#include <records/reports.h>
#include <ui/models/record_layout.h>
#include <ui/records/record_page.h>
#include <ui/records/record_pane.h>
#include <ui/records/record_window.h>

#include <algorithm>

namespace dtp
{

namespace
{
// The record that a link belongs to, and of which there is a page: a facilitation's session's workshop.
std::pair<Entity, qint64> ownerOf(const Store& store, Entity entity, qint64 id)
{
    const auto values = store.get(entity, id);
    if (!values)
        return {Entity::None, 0};
    const RecordType& type = recordType(entity);
    for (size_t i = 0; i < type.fields.size(); ++i) {
        if (type.fields[i].isOwner)
            return {type.fields[i].reference, values->fields.at(static_cast<qsizetype>(i)).toLongLong()};
    }
    return {Entity::None, 0};
}
} // namespace

Workspace::Place Workspace::place() const
{
    Place now{m_way, m_at, currentPage() ? currentPage()->query() : QString()};
    if (m_at < now.way.size())
        now.way[m_at].record = currentPage()->currentRecord();
    return now;
}

void Workspace::returnTo(const Place& place)
{
    if (place.at >= place.way.size())
        return;
    m_way = place.way;
    m_isGoing = true;
    if (showPage(m_way[place.at].page) && !place.query.isEmpty())
        currentPage()->search(place.query);
    m_isGoing = false;
    go(place.at);
}

void Workspace::openList(Entity entity, const QString& query)
{
    for (const NavigationEntry& entry : m_entries) {
        if (entry.entity == entity)
            return openPage(entry.name, query);
    }
    // Of what has no page, the page of what it belongs to: of participations, that of programs.
    const auto& fields = recordType(entity).fields;
    Entity owner = Entity::None;
    for (const Field& field : fields) {
        if (field.isOwner && (owner == Entity::None || owner == Entity::Person))
            owner = field.reference;
    }
    if (owner != Entity::None)
        return openList(owner, {});
    // Of what others only name, their page: of program series as well.
    for (const NavigationEntry& entry : m_entries) {
        const auto names = [entity](const Field& field) { return field.reference == entity; };
        if (entry.entity == Entity::None)
            continue;
        const auto& own = recordType(entry.entity).fields;
        if (std::any_of(own.begin(), own.end(), names))
            return openPage(entry.name);
    }
}

void Workspace::openRecord(Entity entity, qint64 id)
{
    const auto record = m_context.store.get(entity, id);
    if (!record)
        return tell(record.error().sentence);
    if (entity == Entity::Segment) {
        const Segment segment = fromValues<Segment>(*record);
        const RecordType* type = recordTypeOfTable(segment.recordType);
        openList(type ? type->entity : Entity::Person, segment.query);
        if (auto* page = qobject_cast<RecordPage*>(currentPage()); page && !segment.view.isEmpty())
            page->showView(ListView::fromText(segment.view));
        return;
    }
    for (const NavigationEntry& entry : m_entries) {
        if (entry.entity != entity)
            continue;
        m_isGoing = true;
        const bool shown = showPage(entry.name);
        if (shown)
            currentPage()->showRecord(id);
        m_isGoing = false;
        if (shown)
            remember({entry.name, id});
        return;
    }
    if (const auto [owner, key] = ownerOf(m_context.store, entity, id); owner != Entity::None && key != 0)
        return openRecord(owner, key);
    // A kind without a page of its own, such as a program series.
    auto* window_ = new RecordWindow(m_context, new RecordPane(m_context, entity, layoutOf(entity)), id, this);
    window_->show();
}

} // namespace dtp
