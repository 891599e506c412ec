// SPDX-License-Identifier: GPL-3.0-or-later
// A line at the foot of the window that says what happened and goes by itself; with what can be done about it, as
// Undo. What is not saved yet stays in sight: it stands above such a bar, which is called “unsaved”. The last rows of
// a list stay in sight, too: what holds one, and has the property “givesWay”, is so much shorter meanwhile.
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTimer;

namespace dtp
{

class MessageBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent);
    // What a button does, and its words.
    struct Deed {
        QString words;
        std::function<void()> run;
    };
    void tell(const QString& sentence, const std::vector<Deed>& deeds = {});
    void dropDeeds(); // they are not about what was told any more
    QString sentence() const;
    void place(); // again, when another page is shown

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeRoom() const;
    QList<QWidget*> unsavedBars() const;
    QLabel* m_words;
    QHBoxLayout* m_row;
    std::vector<QPushButton*> m_deeds;
    QPushButton* m_close;
    QTimer* m_timer;
};

} // namespace dtp
