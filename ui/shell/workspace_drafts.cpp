// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed before a crash, offered again.
#include <ui/shell/workspace.h>

#include <ui/models/discretion.h>
#include <ui/models/drafts.h>

namespace dtp
{

// After a crash: what was typed last is still there.
void Workspace::offerDrafts()
{
    if (m_context.store.isReadOnly())
        return;
    std::vector<Draft> drafts = keptDrafts(m_context.store);
    std::erase_if(drafts, [this](const Draft& draft) {
        if (draft.entity == Entity::None || draft.id == 0)
            return draft.entity == Entity::None;
        const auto isThere = m_context.store.contains(draft.entity, draft.id);
        return isThere && !*isThere;
    });
    if (drafts.empty())
        return;
    const Draft& last = drafts.back();
    const QString what = last.id ? seenTitle(m_context.store, last.entity, last.id)
                                 : tr("New %1").arg(recordType(last.entity).singularText());
    say(drafts.size() == 1 ? tr("What was typed into “%1” last was not saved. It is still there.").arg(what)
                           : tr("What was typed into “%1” and %n other records last was not saved. It is still there.",
                                nullptr, static_cast<int>(drafts.size()) - 1)
                                 .arg(what),
        {{tr("Open"), [this, entity = last.entity, id = last.id] { openDraft(entity, id); }}});
}

void Workspace::openDraft(Entity entity, qint64 id)
{
    if (id)
        return openRecord(entity, id);
    for (const NavigationEntry& entry : m_entries) {
        if (entry.entity != entity)
            continue;
        openPage(entry.name);
        if (currentPage()->entity() == entity)
            currentPage()->createRecord();
    }
}

} // namespace dtp
