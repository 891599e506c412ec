// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/records/selection_pane.h>

#include <ui/records/deed_dialog.h>
#include <ui/widgets/theme.h>

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <map>

namespace dtp
{

SelectionPane::SelectionPane(QWidget* parent)
    : QWidget(parent), m_heading(plainLabel({}, this, TextSize::Title)), m_room(new QScrollArea(this)),
      m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(3 * Space, 3 * Space, 3 * Space, 2 * Space);
    m_rows->setSpacing(2 * Space);
    m_heading->setWordWrap(true);
    m_heading->setObjectName(QStringLiteral("selected"));
    m_rows->addWidget(m_heading);
    auto* hint = mutedLabel(tr("What you do here is done to all of them, as one change that Undo takes back."), this);
    hint->setWordWrap(true);
    m_rows->addWidget(hint);
    m_room->setFrameShape(QFrame::NoFrame);
    m_room->setWidgetResizable(true);
    m_room->setFocusPolicy(Qt::NoFocus); // its buttons take the keys
    m_room->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_room->viewport()->setAutoFillBackground(false);
    m_rows->addWidget(m_room, 1);
}

void SelectionPane::setSelection(const QString& heading, const std::vector<QAction*>& deeds)
{
    m_heading->setText(heading);
    auto* list = new QWidget;
    list->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const auto addButton = [list, column] {
        auto* button = new QToolButton(list);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumHeight(4 * Space - 2);
        column->addWidget(button, 0, Qt::AlignLeft);
        return button;
    };
    // As in the menu: those of a group in one of its own, so that all are in sight on a small screen.
    std::map<QString, QMenu*> groups;
    for (QAction* deed : deeds) {
        const QString group = deed->property(deedGroup).toString();
        if (group.isEmpty()) {
            addButton()->setDefaultAction(deed);
            continue;
        }
        QMenu*& own = groups[group];
        if (!own) {
            own = new QMenu(list);
            own->setToolTipsVisible(true);
            QToolButton* button = addButton();
            button->setText(QString(group + QStringLiteral(" ▸")));
            button->setAccessibleName(group);
            button->setIcon(deed->icon());
            connect(button, &QToolButton::clicked, own,
                    [button, menu = own] { menu->exec(button->mapToGlobal(QPoint(0, button->height()))); });
        }
        own->addAction(deed);
    }
    column->addStretch(1);
    m_room->setWidget(list); // the one before goes with it
}

} // namespace dtp
