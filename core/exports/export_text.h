// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace dtp
{

// The words of what leaves: ExportText::tr("…").
struct ExportText {
    Q_DECLARE_TR_FUNCTIONS(Exports)
};

} // namespace dtp
