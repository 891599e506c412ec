// SPDX-License-Identifier: GPL-3.0-or-later
// What is said at the foot, and what its buttons do: Undo of what it tells of and of nothing else.
#include <ui/shell/workspace.h>

#include <reverting/agreements_back.h>
#include <ui/models/discretion.h>

#include <QFileInfo>
#include <QTimer>

namespace dtp
{

void Workspace::tell(const QString& sentence)
{
    const auto next = m_context.store.nextUndo();
    const bool isNew = next && next->id > m_lastChange;
    passOver();
    isNew ? offer(sentence, true, next->id) : say(sentence);
}

void Workspace::tellOnly(const QString& sentence)
{
    say(sentence);
}

void Workspace::tellFile(const QString& sentence, const QString& path)
{
    const QFileInfo file(path);
    std::vector<MessageBar::Deed> deeds;
    if (!file.isDir())
        deeds.push_back({tr("Open"), [this, path] { m_context.dialogs.open(path); }});
    const QString folder = file.isDir() ? path : file.absolutePath();
    deeds.push_back({tr("Show in folder"), [this, folder] { m_context.dialogs.open(folder); }});
    say(sentence, deeds);
}

void Workspace::passOver()
{
    if (const auto next = m_context.store.nextUndo())
        m_lastChange = std::max(m_lastChange, next->id);
}

void Workspace::say(const QString& sentence, const std::vector<MessageBar::Deed>& deeds)
{
    m_offered = 0;
    m_message->tell(seen(m_context.store, sentence), deeds);
}

// With Undo, or Redo, of this change.
void Workspace::offer(const QString& sentence, bool isUndo, qint64 change)
{
    say(sentence, {{isUndo ? tr("Undo") : tr("Redo"), [this, isUndo] { isUndo ? undo() : redo(); }}});
    m_offered = change;
    m_offersUndo = isUndo;
}

bool Workspace::isNext(bool isUndo, qint64 change) const
{
    const auto next = isUndo ? m_context.store.nextUndo() : m_context.store.nextRedo();
    return next && next->id == change;
}

void Workspace::followChange()
{
    // The button would take back something else now.
    if (m_offered != 0 && !isNext(m_offersUndo, m_offered)) {
        m_offered = 0;
        m_message->dropDeeds();
    }
    // Who makes a change tells of it at once; what is told later is about something else.
    QTimer::singleShot(0, this, [this] { passOver(); });
}

QString Workspace::message() const
{
    return m_message->sentence();
}

// What is typed and not saved is no change yet: it stays as it is, and is not saved first only to be taken back.
void Workspace::undo()
{
    const auto done = undoTelling(m_context.store);
    if (!done)
        return m_context.dialogs.showError(this, done.error());
    offer(withAgreements(tr("Undone: %1.").arg(done->change.sentence), done->agreements), false, done->change.id);
}

void Workspace::redo()
{
    const auto done = redoTelling(m_context.store);
    if (!done)
        return m_context.dialogs.showError(this, done.error());
    offer(withAgreements(tr("Done again: %1.").arg(done->change.sentence), done->agreements), true, done->change.id);
}

} // namespace dtp
