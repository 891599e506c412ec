// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/invitations/tag_edit.h>

#include <ui/pages/invitations/words.h>
#include <ui/widgets/flow_layout.h>
#include <ui/widgets/theme.h>

#include <QPushButton>
#include <QVBoxLayout>

namespace dtp
{

TagEdit::TagEdit(std::vector<Choice> choices, const QString& name, QWidget* parent)
    : QWidget(parent), m_choices(std::move(choices)), m_chipBox(new QWidget(this)),
      m_flow(new FlowLayout(m_chipBox, 4)), m_line(new ChoiceEdit(this))
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(4);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_chipBox->setSizePolicy(policy);
    m_line->setChoices(m_choices);
    m_line->setAccessibleName(name);
    m_line->setPlaceholderText(tr("Add: type a part of the word"));
    setFocusProxy(m_line);
    all->addWidget(m_line);
    all->addWidget(m_chipBox);
    connect(m_line, &ChoiceEdit::chosen, this, [this](const QString& code) {
        if (code.isEmpty())
            return;
        m_line->setChoice({}, {});
        if (m_codes.contains(code))
            return;
        m_codes.append(code);
        showChips();
        Q_EMIT changed();
    });
    showChips();
}

void TagEdit::setCodes(const QStringList& codes)
{
    m_codes = codes;
    showChips();
}

void TagEdit::showChips()
{
    clearLayout(m_flow);
    for (const QString& code : m_codes) {
        const auto known =
            std::find_if(m_choices.begin(), m_choices.end(), [&](const Choice& c) { return c.code == code; });
        const QString label = known == m_choices.end() ? code : known->label;
        auto* chip = new QPushButton(QString(onButton(label) + QStringLiteral("  ×")), m_chipBox);
        chip->setAutoDefault(false);
        chip->setAccessibleName(tr("Remove %1").arg(label));
        connect(chip, &QPushButton::clicked, this, [this, code] {
            m_codes.removeAll(code);
            QMetaObject::invokeMethod(
                this, [this] { showChips(); }, Qt::QueuedConnection); // not while the chip is being clicked
            Q_EMIT changed();
        });
        m_flow->addWidget(chip);
        chip->show();
    }
    m_chipBox->setVisible(!m_codes.isEmpty());
    m_chipBox->updateGeometry();
}

} // namespace dtp
