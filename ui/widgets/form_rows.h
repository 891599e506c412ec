// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a form that are there only sometimes.
#pragma once

class QFormLayout;
class QWidget;

namespace dtp
{

// Instead of QFormLayout::setRowVisible(): as long as a row is hidden, Qt 6.4 remembers the place that it had and
// takes the height of whichever row stands there by now.
void setRowShown(QFormLayout& form, QWidget* field, bool shown);

} // namespace dtp
