// SPDX-License-Identifier: GPL-3.0-or-later
// For whom something leaves: a choice among all audiences, with a line that says what each means.
#pragma once

#include <privacy/audiences.h>

#include <QComboBox>

class QLabel;

namespace dtp
{

class AudiencePicker : public QComboBox
{
    Q_OBJECT
public:
    explicit AudiencePicker(QWidget* parent = nullptr);

    Audience audience() const;
    void choose(Audience audience);
    // For something that goes to those it is about, whatever is chosen here: the choice stays for what comes after.
    void setGoesTo(const QString& sentence); // empty: it is chosen here
    // Says what the chosen audience sees, and keeps saying it.
    QLabel* makeMeaning(QWidget* parent);

Q_SIGNALS:
    void audienceChanged(dtp::Audience audience);

private:
    void sayMeaning();

    QString m_goesTo;
    QLabel* m_meaning = nullptr;
};

} // namespace dtp
