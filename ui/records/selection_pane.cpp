// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/records/selection_pane.h>

#include <ui/widgets/theme.h>

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace dtp
{

SelectionPane::SelectionPane(QWidget* parent)
    : QWidget(parent), m_heading(plainLabel({}, this, TextSize::Title)), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(3 * Space, 3 * Space, 3 * Space, 2 * Space);
    m_rows->setSpacing(2 * Space);
    m_heading->setWordWrap(true);
    m_heading->setObjectName(QStringLiteral("selected"));
    m_rows->addWidget(m_heading);
    auto* hint = mutedLabel(tr("What you do here is done to all of them, as one change that Undo takes back."), this);
    hint->setWordWrap(true);
    m_rows->addWidget(hint);
    m_rows->addStretch(1);
}

void SelectionPane::setSelection(const QString& heading, const std::vector<QAction*>& deeds)
{
    m_heading->setText(heading);
    delete m_deeds;
    m_deeds = new QWidget(this);
    auto* column = new QVBoxLayout(m_deeds);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space);
    for (QAction* deed : deeds) {
        auto* button = new QPushButton(deed->icon(), deed->text(), m_deeds);
        button->setAutoDefault(false);
        button->setEnabled(deed->isEnabled());
        button->setToolTip(deed->isEnabled() ? QString() : deed->toolTip());
        button->setMinimumWidth(280);
        column->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, deed, &QAction::trigger);
    }
    m_rows->insertWidget(2, m_deeds);
}

} // namespace dtp
