// SPDX-License-Identifier: GPL-3.0-or-later
// What a list shows while there is nothing in it: what belongs here, and the button that brings it.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace dtp
{

class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const QString& iconName, const QString& heading, const QString& sentence,
                        const QString& action = {}, QWidget* parent = nullptr);

    void setWords(const QString& heading, const QString& sentence, const QString& action);
    void setOther(const QString& action); // another way, beside the first; empty: none

Q_SIGNALS:
    void actionClicked();
    void otherClicked();

private:
    QLabel* m_heading;
    QLabel* m_sentence;
    QPushButton* m_button;
    QPushButton* m_other;
};

} // namespace dtp
