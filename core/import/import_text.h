// SPDX-License-Identifier: GPL-3.0-or-later
// The context of the sentences about an import: Import::tr("…").
#pragma once

#include <QCoreApplication>

namespace dtp
{

struct Import {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

} // namespace dtp
