// SPDX-License-Identifier: GPL-3.0-or-later
// A page with one question in the middle of the window, in place of a dialog: Return does what the button with the
// focus does, Esc goes back.
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace dtp
{

class CalmPage : public QWidget
{
    Q_OBJECT
public:
    explicit CalmPage(QWidget* parent = nullptr);

Q_SIGNALS:
    void backAsked();

protected:
    QVBoxLayout* column() { return m_column; }
    virtual bool canGoBack() const { return true; }
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_column;
};

} // namespace dtp
