// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace dtp
{

// The sentences about names in texts: ReviewText::tr("…").
struct ReviewText {
    Q_DECLARE_TR_FUNCTIONS(Review)
};

} // namespace dtp
