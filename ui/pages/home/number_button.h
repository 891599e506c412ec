// SPDX-License-Identifier: GPL-3.0-or-later
// A figure and what it counts; a click goes to the list of it.
#pragma once

#include <QAbstractButton>

namespace dtp
{

class NumberButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit NumberButton(const QString& label, QWidget* parent = nullptr);
    void setNumber(qint64 number);
    QString number() const { return m_number; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_number;
};

} // namespace dtp
