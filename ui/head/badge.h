// SPDX-License-Identifier: GPL-3.0-or-later
// A short word on a soft ground: "Focal point", "Lost contact". The word carries the meaning, the colour only helps.
#pragma once

#include <ui/models/badge_text.h>

#include <QAbstractButton>

namespace dtp
{

class Badge : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Badge(const BadgeText& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
};

} // namespace dtp
