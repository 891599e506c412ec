// SPDX-License-Identifier: GPL-3.0-or-later
// One of the things that a picker or a filter offers.
#pragma once

#include <QString>
#include <QStringList>

namespace dtp
{

struct Choice {
    QString code;
    QString label;
    QStringList spellings;
    QString note; // shown quietly behind the label
};

} // namespace dtp
