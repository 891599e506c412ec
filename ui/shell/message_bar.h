// SPDX-License-Identifier: GPL-3.0-or-later
// A line at the foot of the window that says what happened and goes by itself; with Undo where there is something to
// undo. What is not saved yet stays in sight: it stands above such a bar, which is called “unsaved”.
#pragma once

#include <QWidget>

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
    // deed: the words of the button ("Undo"); empty: none.
    void tell(const QString& sentence, const QString& deed = {});
    QString sentence() const;

Q_SIGNALS:
    void deedClicked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void place();
    QList<QWidget*> unsavedBars() const;
    QLabel* m_words;
    QPushButton* m_deed;
    QPushButton* m_close;
    QTimer* m_timer;
};

} // namespace dtp
