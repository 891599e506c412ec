// SPDX-License-Identifier: GPL-3.0-or-later
// A session being written, in its place in the agenda. A draft until saved: then one deed, those who lead it included.
#pragma once

#include <ui/tables/related_delegate.h>
#include <ui/widgets/app_context.h>
#include <workshops/agenda.h>

class QComboBox;
class QLabel;
class QLineEdit;
class QTimeEdit;
class QVBoxLayout;

namespace dtp
{

class ChoiceEdit;
class DateEdit;
class PersonPicker;

class SessionEditor : public FormPanel
{
    Q_OBJECT
public:
    // session: without a key for a new one.
    SessionEditor(AppContext& context, const Workshop& workshop, const AgendaSession& session,
                  QWidget* parent = nullptr);

    Id<Session> session() const { return m_session.id; }
    QDate day() const { return m_session.start.date(); } // where it stands in the agenda
    bool isDirty() const;
    bool save();  // false: something is wrong and shown
    bool leave(); // saves a draft; one into which nothing was typed is dropped
    void focusFirst();

Q_SIGNALS:
    void closed(dtp::Id<dtp::Session> kept); // none when it was given up
    void removeAsked();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QLayout* buildTitleRow();
    QLayout* buildTimeRow();
    QLayout* buildPeople();
    QLayout* buildButtons();
    void fillDays();
    void fillFrom();
    void showPeople();
    void addPerson(Id<Person> person);
    void endFollowsStart();
    void updateTimes();
    QDate chosenDay() const;
    Session draft() const;
    void showProblem(const QString& sentence);

    AppContext& m_context;
    Workshop m_workshop;
    Session m_session;
    std::vector<Facilitation> m_facilitators;
    std::vector<Facilitation> m_before;
    QLineEdit* m_title = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_day = nullptr;
    DateEdit* m_date = nullptr; // where the workshop has no days yet
    QTimeEdit* m_from = nullptr;
    QTimeEdit* m_to = nullptr;
    QLineEdit* m_room = nullptr;
    QVBoxLayout* m_people = nullptr;
    PersonPicker* m_picker = nullptr;
    QLabel* m_problem = nullptr;
    QTime m_lastFrom;
};

} // namespace dtp
