// SPDX-License-Identifier: GPL-3.0-or-later
// One session in the agenda: when, what, where and with whom, and below it what is wrong.
#pragma once

#include <workshops/agenda.h>

#include <QWidget>

class QVBoxLayout;

namespace dtp
{

class SessionRow : public QWidget
{
    Q_OBJECT
public:
    SessionRow(const Store& store, const AgendaSession& session, QWidget* parent = nullptr);
    Id<Session> session() const { return m_session; }

Q_SIGNALS:
    void editAsked();
    void removeAsked();
    void stepAsked(int rows);     // focus to a neighbour
    void shiftAsked(int minutes); // to another time

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void addWarning(QVBoxLayout* column, const QString& sentence);
    Id<Session> m_session;
    bool m_isQuiet; // a break
};

// "Plenary · Lotus room · Led by Asha Rai (Nepal) and Chan Vuthy (Cambodia)"
QString sessionLine(const Store& store, const AgendaSession& session);

} // namespace dtp
