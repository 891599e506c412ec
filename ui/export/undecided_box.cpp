// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/export/undecided_box.h>

#include <ui/widgets/theme.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr qsizetype mostTold = 12;
} // namespace

UndecidedBox::UndecidedBox(const QStringList& names, bool mayDecide, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Names in the text"));
    setMinimumWidth(460);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 3 * Space, 3 * Space, 2 * Space);
    all->setSpacing(2 * Space);
    QStringList told = names.mid(0, mostTold);
    if (names.size() > mostTold)
        told.append(QStringLiteral("…"));
    auto* words = plainLabel(tr("It has not been decided whether these may be read, which may be names: %1. Decide "
                                "upon each of them, or withhold all of them.")
                                 .arg(told.join(QStringLiteral("; "))),
                             this);
    words->setObjectName(QStringLiteral("undecided"));
    words->setWordWrap(true);
    all->addWidget(words, 1);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    const auto add = [&](const QString& text, const char* name, Answer answer) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, answer] { done(answer); });
        return button;
    };
    add(tr("Cancel"), "cancel", Cancel);
    QPushButton* withhold = add(tr("&Withhold them"), "withhold", Withhold);
    QPushButton* decide = add(tr("&Decide…"), "decide", Decide);
    decide->setEnabled(mayDecide);
    all->addLayout(row);
    QPushButton* usual = mayDecide ? decide : withhold;
    makePrimary(usual);
    usual->setDefault(true);
    usual->setFocus();
}

} // namespace dtp
