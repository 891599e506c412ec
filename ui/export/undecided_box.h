// SPDX-License-Identifier: GPL-3.0-or-later
// Asked before something leaves with names that nobody decided upon: to decide them, or to withhold them all.
#pragma once

#include <QDialog>

namespace dtp
{

class UndecidedBox : public QDialog
{
    Q_OBJECT
public:
    enum Answer { Cancel, Decide, Withhold };
    // names: of which a few are said. mayDecide: not in a file that is open to read only.
    UndecidedBox(const QStringList& names, bool mayDecide, QWidget* parent);
    Answer ask() { return static_cast<Answer>(exec()); }
};

} // namespace dtp
