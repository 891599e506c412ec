// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/export/audience_picker.h>

#include <ui/widgets/theme.h>

#include <QLabel>

namespace dtp
{

AudiencePicker::AudiencePicker(QWidget* parent) : QComboBox(parent)
{
    setAccessibleName(tr("For whom"));
    for (const AudienceTraits& one : allAudiences()) {
        addItem(one.nameText(), QLatin1String(one.code));
        setItemData(count() - 1, one.meaningText(), Qt::ToolTipRole);
    }
    connect(this, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT audienceChanged(audience()); });
}

Audience AudiencePicker::audience() const
{
    if (!m_goesTo.isEmpty())
        return Audience::Internal;
    return audienceFromCode(currentData().toString()).value_or(Audience::Internal);
}

void AudiencePicker::choose(Audience audience)
{
    setCurrentIndex(findData(audienceCode(audience)));
}

QLabel* AudiencePicker::makeMeaning(QWidget* parent)
{
    m_meaning = mutedLabel({}, parent);
    m_meaning->setWordWrap(true);
    m_meaning->setMinimumHeight(2 * m_meaning->fontMetrics().lineSpacing());
    m_meaning->setAlignment(Qt::AlignTop);
    m_meaning->setObjectName(QStringLiteral("audience-meaning"));
    sayMeaning();
    connect(this, &AudiencePicker::audienceChanged, m_meaning, [this] { sayMeaning(); });
    return m_meaning;
}

void AudiencePicker::setGoesTo(const QString& sentence)
{
    m_goesTo = sentence;
    if (m_meaning)
        sayMeaning();
}

void AudiencePicker::sayMeaning()
{
    m_meaning->setText(m_goesTo.isEmpty() ? traitsOf(audience()).meaningText() : m_goesTo);
}

} // namespace dtp
