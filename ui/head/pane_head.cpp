// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/head/pane_head.h>

#include <base/text.h>
#include <ui/widgets/flow_layout.h>
#include <ui/widgets/theme.h>

#include <QLabel>
#include <QMenu>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr qsizetype LongTitle = 60; // letters: from here on in smaller type
constexpr int MostKept = 180;       // pixels
constexpr int OfWindow = 5;         // of a low window no more than a fifth

QToolButton* menuButton(QMenu* menu, const QString& name, QWidget* parent)
{
    auto* more = new QToolButton(parent);
    more->setIcon(icon("overflow-menu"));
    if (more->icon().isNull())
        more->setText(QStringLiteral("⋯"));
    more->setAutoRaise(true);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    more->setFixedSize(32, 32);
    more->setMenu(menu);
    more->setToolTip(PaneHead::tr("More"));
    more->setAccessibleName(name);
    return more;
}

void setText(QLabel* label, const QString& text)
{
    label->setText(withoutControls(text));
    label->setVisible(!text.isEmpty());
}
} // namespace

PaneHead::PaneHead(const QString& menuName, QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_title(plainLabel({}, this, TextSize::Title)),
      m_subtitle(plainLabel({}, this)), m_line(mutedLabel({}, this)), m_badgeBox(new QWidget(this)),
      m_badges(new FlowLayout(m_badgeBox)), m_menu(new QMenu(this))
{
    m_row->setContentsMargins(3 * Space, 2 * Space, 2 * Space, Space);
    m_row->setSpacing(Space);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    m_title->setWordWrap(true);
    m_line->setWordWrap(true);
    for (QLabel* label : {m_title, m_subtitle})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A name in Arabic letters stands under the other name, not at the far edge.
    for (QLabel* label : {m_title, m_subtitle, m_line}) {
        label->setAlignment((layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) |
                            Qt::AlignAbsolute | Qt::AlignVCenter);
        words->addWidget(label);
    }
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_badgeBox->setSizePolicy(policy);
    words->addSpacing(Space / 2);
    words->addWidget(m_badgeBox);
    words->addStretch(1);
    m_row->addLayout(words, 1);
    m_row->addWidget(menuButton(m_menu, menuName, this), 0, Qt::AlignTop);
}

void PaneHead::setWords(const QString& title, const QString& subtitle, const QString& line)
{
    m_title->setText(withoutControls(title));
    m_title->setFont(themeFont(font(), title.size() > LongTitle ? TextSize::Heading : TextSize::Title));
    setText(m_subtitle, subtitle);
    setText(m_line, line);
}

void PaneHead::setBadges(const std::vector<BadgeText>& badges)
{
    clearLayout(m_badges);
    for (const BadgeText& badge : badges) {
        auto* label = new Badge(badge, m_badgeBox);
        m_badges->addWidget(label);
        label->show();
    }
    m_badgeBox->setVisible(!badges.empty());
    m_badgeBox->updateGeometry();
}

// While one walks from record to record, what stands below stays where it is: the head keeps the height of the tallest
// that it has shown. One long title alone is not kept room for.
void PaneHead::keepHeight()
{
    if (m_title->text().isEmpty() || !isVisible())
        return;
    const int needed = layout()->totalHeightForWidth(width());
    m_tallest = std::max(m_tallest, std::min({needed, MostKept, window()->height() / OfWindow}));
    if (minimumHeight() != m_tallest)
        setMinimumHeight(m_tallest);
}

bool PaneHead::event(QEvent* event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) // when words and badges are both those of the record
        keepHeight();
    return isHandled;
}

void PaneHead::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        m_tallest = 0; // lines break elsewhere
    keepHeight();
}

void PaneHead::addBefore(QWidget* widget)
{
    m_row->insertWidget(0, widget, 0, Qt::AlignTop);
    m_row->insertSpacing(1, Space);
}

void PaneHead::addDeed(QWidget* button)
{
    m_row->insertWidget(m_row->count() - 1, button, 0, Qt::AlignTop);
}

} // namespace dtp
