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
    return audienceFromCode(currentData().toString()).value_or(Audience::Internal);
}

void AudiencePicker::choose(Audience audience)
{
    setCurrentIndex(findData(audienceCode(audience)));
}

QLabel* AudiencePicker::makeMeaning(QWidget* parent)
{
    QLabel* label = mutedLabel(traitsOf(audience()).meaningText(), parent);
    label->setWordWrap(true);
    label->setMinimumHeight(2 * label->fontMetrics().lineSpacing());
    label->setAlignment(Qt::AlignTop);
    connect(this, &AudiencePicker::audienceChanged, label,
            [label](Audience chosen) { label->setText(traitsOf(chosen).meaningText()); });
    return label;
}

} // namespace dtp
