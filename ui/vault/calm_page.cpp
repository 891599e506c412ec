// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/vault/calm_page.h>

#include <ui/widgets/theme.h>

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int columnWidth = 460;
} // namespace

CalmPage::CalmPage(QWidget* parent) : QWidget(parent)
{
    auto* outer = new QHBoxLayout(this);
    auto* middle = new QWidget(this);
    middle->setFixedWidth(columnWidth);
    auto* whole = new QVBoxLayout(middle);
    whole->setContentsMargins(0, 0, 0, 0);
    m_column = new QVBoxLayout;
    m_column->setSpacing(Space);
    whole->addStretch(2);
    whole->addLayout(m_column);
    whole->addStretch(3);
    outer->addStretch(1);
    outer->addWidget(middle);
    outer->addStretch(1);
}

void CalmPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && canGoBack()) {
        Q_EMIT backAsked();
        return;
    }
    auto* button = qobject_cast<QPushButton*>(QApplication::focusWidget());
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && button && isAncestorOf(button)) {
        button->click();
        return;
    }
    QWidget::keyPressEvent(event);
}

void CalmPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColours(this).base);
}

} // namespace dtp
