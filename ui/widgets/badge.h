// SPDX-License-Identifier: GPL-3.0-or-later
// A short word on a soft ground: "Focal point", "Lost contact". The word carries the meaning, the colour only helps.
#pragma once

#include <QAbstractButton>

namespace dtp
{

enum class Tone { Neutral, Accent, Good, Warning, Danger };

struct BadgeText {
    QString text;
    Tone tone = Tone::Neutral;
    QString tip;
    QString hidden; // what a click shows instead; empty: nothing to click
};

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
