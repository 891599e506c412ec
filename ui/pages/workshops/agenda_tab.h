// SPDX-License-Identifier: GPL-3.0-or-later
// The agenda of a workshop, day by day; sessions are added and changed in their place.
#pragma once

#include <ui/models/planning_words.h>
#include <ui/widgets/app_context.h>
#include <workshops/agenda.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace dtp
{

class EmptyState;
class SessionEditor;
class SessionRow;

class AgendaTab : public QWidget
{
    Q_OBJECT
public:
    explicit AgendaTab(AppContext& context, QWidget* parent = nullptr);

    void setWorkshop(Id<Workshop> workshop); // call leave() before
    bool leave();
    bool save();
    void addSession(QDate day = {});
    void edit(Id<Session> session);
    SessionEditor* editor() const { return m_editor; }
    const std::vector<SessionRow*>& rows() const { return m_rows; }
    QString summary() const;

private:
    void refresh();
    void rebuild();
    void addDay(const AgendaDay& day);
    void addRow(const AgendaSession& session);
    void openEditor(const AgendaSession& session);
    void closeEditor(Id<Session> focus);
    void remove(Id<Session> session);
    void shift(Id<Session> session, int minutes);
    void focusRow(Id<Session> session);
    void showWhole(QWidget* widget);
    AgendaSession newSession(QDate day) const;

    AppContext& m_context;
    Id<Workshop> m_workshop;
    Agenda m_agenda;
    QLabel* m_summary;
    QPushButton* m_add;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QScrollArea* m_area;
    QVBoxLayout* m_column;
    std::vector<SessionRow*> m_rows;
    SessionEditor* m_editor = nullptr;
};

} // namespace dtp
