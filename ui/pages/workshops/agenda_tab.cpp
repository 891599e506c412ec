// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/workshops/agenda_tab.h>

#include <ui/pages/workshops/session_editor.h>
#include <ui/pages/workshops/session_row.h>
#include <ui/widgets/empty_state.h>
#include <ui/widgets/theme.h>
#include <workshops/workshop_actions.h>

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int MostWidth = 860; // longer lines are hard to follow
} // namespace

AgendaTab::AgendaTab(AppContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_summary(mutedLabel({}, this)),
      m_add(new QPushButton(icon("list-add"), tr("Add session"), this)), m_stack(new QStackedWidget(this)),
      m_empty(nullptr), m_area(new QScrollArea), m_column(nullptr)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(3 * Space, Space, 2 * Space, Space);
    m_summary->setWordWrap(true);
    m_add->setObjectName(QStringLiteral("add-session"));
    bar->addWidget(m_summary, 1);
    bar->addWidget(m_add);
    all->addLayout(bar);
    auto* content = new QWidget;
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    content->setMaximumWidth(MostWidth);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(2 * Space, 0, 2 * Space, 3 * Space);
    m_column->setSpacing(0);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(content);
    m_area->viewport()->setBackgroundRole(QPalette::Base);
    m_empty = new EmptyState(
        QStringLiteral("view-calendar-day"), tr("No sessions yet"),
        tr("Sessions, breaks and evenings of the workshop belong here, each with a room and two people who lead it."),
        tr("Add the first session"));
    m_stack->addWidget(m_area);
    m_stack->addWidget(m_empty);
    m_stack->setProperty("givesWay", true); // to what is told at the foot
    all->addWidget(m_stack, 1);
    connect(m_add, &QPushButton::clicked, this, [this] { addSession(); });
    connect(m_empty, &EmptyState::actionClicked, this, [this] { addSession(); });
    connect(&context.store.notifier(), &Notifier::changed, this, [this](const Touched& touched) {
        for (const Entity entity :
             {Entity::Session, Entity::Facilitation, Entity::Workshop, Entity::Invitation, Entity::Person}) {
            if (touched.has(entity))
                return refresh();
        }
    });
}

void AgendaTab::setWorkshop(Id<Workshop> workshop)
{
    m_workshop = workshop;
    closeEditor({});
    refresh();
    m_area->ensureVisible(0, 0);
}

void AgendaTab::refresh()
{
    const auto isThere = m_context.store.contains(Entity::Workshop, m_workshop.value);
    if (!m_workshop || (isThere && !*isThere))
        return;
    auto agenda = readAgenda(m_context.store, m_workshop);
    if (!agenda)
        return m_context.dialogs.showError(this, agenda.error());
    m_agenda = std::move(*agenda);
    rebuild();
}

QString AgendaTab::summary() const
{
    return m_summary->text();
}

void AgendaTab::rebuild()
{
    Id<Session> focused;
    for (const SessionRow* row : m_rows) {
        if (row->hasFocus())
            focused = row->session();
    }
    m_rows.clear();
    if (m_editor) {
        m_column->removeWidget(m_editor);
        m_editor->setParent(this); // survives while the rest is made anew
    }
    clearLayout(m_column);
    bool isEmpty = true;
    for (const AgendaDay& day : m_agenda.days) {
        isEmpty = isEmpty && day.sessions.empty();
        addDay(day);
    }
    m_column->addStretch(1);
    m_summary->setText(agendaSummary(m_agenda));
    m_add->setEnabled(!m_context.store.isReadOnly());
    m_stack->setCurrentIndex(isEmpty && !m_editor ? 1 : 0);
    if (focused)
        focusRow(focused);
}

void AgendaTab::addDay(const AgendaDay& day)
{
    QString words = tr("Without a time");
    if (day.date.isValid()) {
        const QString date = QLocale().toString(day.date, tr("dddd d MMMM"));
        words = day.number > 0 ? tr("Day %1 · %2").arg(QString::number(day.number), date)
                               : tr("%1 (outside the workshop)").arg(date);
    }
    auto* head = new QHBoxLayout;
    head->setContentsMargins(Space, 2 * Space, 0, Space / 2);
    head->addWidget(plainLabel(words, nullptr, TextSize::Heading), 1);
    auto* add = new QPushButton(tr("Add"));
    add->setAccessibleName(tr("Add a session on %1").arg(words));
    makeQuiet(add);
    add->setEnabled(!m_context.store.isReadOnly());
    connect(add, &QPushButton::clicked, this, [this, date = day.date] { addSession(date); });
    head->addWidget(add);
    m_column->addLayout(head);
    bool editorPlaced = false;
    for (const AgendaSession& session : day.sessions) {
        if (m_editor && m_editor->session() == session.session.id) {
            m_column->addWidget(m_editor);
            m_editor->show();
            editorPlaced = true;
        } else {
            addRow(session);
        }
    }
    const bool isNewHere = m_editor && !m_editor->session() && m_editor->day() == day.date;
    if (isNewHere && !editorPlaced) {
        m_column->addWidget(m_editor);
        m_editor->show();
    } else if (day.sessions.empty()) {
        auto* nothing = mutedLabel(tr("Nothing yet"));
        nothing->setContentsMargins(Space, 0, 0, Space);
        m_column->addWidget(nothing);
    }
}

void AgendaTab::addRow(const AgendaSession& session)
{
    auto* row = new SessionRow(m_context.store, session);
    const Id<Session> key = session.session.id;
    connect(row, &SessionRow::editAsked, this, [this, key] { edit(key); });
    connect(row, &SessionRow::removeAsked, this, [this, key] { remove(key); });
    connect(row, &SessionRow::shiftAsked, this, [this, key](int minutes) { shift(key, minutes); });
    connect(row, &SessionRow::stepAsked, this, [this, row](int rows) {
        const auto at = std::find(m_rows.begin(), m_rows.end(), row) - m_rows.begin() + rows;
        if (at >= 0 && at < static_cast<std::ptrdiff_t>(m_rows.size())) {
            m_rows[static_cast<size_t>(at)]->setFocus();
            m_area->ensureWidgetVisible(m_rows[static_cast<size_t>(at)]);
        }
    });
    m_rows.push_back(row);
    m_column->addWidget(row);
    row->show(); // now, so that it can take the focus
}

AgendaSession AgendaTab::newSession(QDate day) const
{
    AgendaSession session;
    session.session.workshop = m_workshop;
    const AgendaDay* place = nullptr;
    for (const AgendaDay& one : m_agenda.days) {
        const bool fits = day.isValid() ? one.date == day : one.date.isValid() && (!place || !one.sessions.empty());
        if (fits)
            place = &one;
    }
    if (!place)
        return session;
    QDateTime start(place->date, QTime(9, 0));
    if (!place->sessions.empty()) {
        const Session& last = place->sessions.back().session;
        start = last.end.isValid() && last.end.date() == place->date ? last.end : last.start;
        session.session.room = last.room;
    }
    session.session.start = start;
    session.session.end = start.addSecs(3600).date() == start.date() ? start.addSecs(3600) : QDateTime();
    return session;
}

void AgendaTab::addSession(QDate day)
{
    if (m_workshop && !m_context.store.isReadOnly() && leave())
        openEditor(newSession(day));
}

void AgendaTab::edit(Id<Session> key)
{
    if (m_context.store.isReadOnly() || !leave())
        return;
    for (const AgendaDay& day : m_agenda.days) {
        for (const AgendaSession& session : day.sessions) {
            if (session.session.id == key)
                return openEditor(AgendaSession(session));
        }
    }
}

void AgendaTab::openEditor(const AgendaSession& session)
{
    m_editor = new SessionEditor(m_context, m_agenda.workshop, session, this);
    connect(m_editor, &SessionEditor::closed, this, &AgendaTab::closeEditor);
    connect(m_editor, &SessionEditor::removeAsked, this, [this, key = session.session.id] {
        closeEditor({});
        remove(key);
    });
    // A new session on a day that the agenda does not show stands at the end.
    rebuild();
    if (m_column->indexOf(m_editor) < 0) {
        m_column->insertWidget(m_column->count() - 1, m_editor);
        m_editor->show();
    }
    m_editor->focusFirst();
    showWhole(m_editor);
}

void AgendaTab::closeEditor(Id<Session> focus)
{
    if (!m_editor)
        return;
    SessionEditor* editor = std::exchange(m_editor, nullptr);
    const Id<Session> back = focus ? focus : editor->session();
    editor->hide();
    m_column->removeWidget(editor);
    editor->deleteLater();
    rebuild();
    if (back)
        focusRow(back);
}

bool AgendaTab::leave()
{
    return !m_editor || m_editor->leave();
}

bool AgendaTab::save()
{
    return !m_editor || !m_editor->isDirty() || m_editor->save();
}

void AgendaTab::remove(Id<Session> session)
{
    if (m_context.store.isReadOnly())
        return;
    const auto record = m_context.store.get(session);
    const auto done = removeSession(m_context.store, session);
    if (!done)
        return m_context.dialogs.showError(this, done.error());
    m_context.navigator.tell(tr("Removed the session “%1”.").arg(record ? record->title : QString()));
}

void AgendaTab::shift(Id<Session> session, int minutes)
{
    const auto record = m_context.store.get(session);
    if (!record)
        return m_context.dialogs.showError(this, record.error());
    if (!record->start.isValid() || m_context.store.isReadOnly())
        return;
    if (const auto done = moveSession(m_context.store, session, record->start.addSecs(60 * minutes)); !done)
        m_context.dialogs.showError(this, done.error());
}

// Scrolls to it once it has its size.
void AgendaTab::showWhole(QWidget* widget)
{
    QTimer::singleShot(0, widget, [this, widget] {
        m_area->widget()->layout()->activate();
        QTimer::singleShot(0, widget, [this, widget] { m_area->ensureWidgetVisible(widget, 0, Space); });
    });
}

void AgendaTab::focusRow(Id<Session> session)
{
    for (SessionRow* row : m_rows) {
        if (row->session() == session) {
            row->setFocus();
            return showWhole(row);
        }
    }
}

} // namespace dtp
