// SPDX-License-Identifier: GPL-3.0-or-later
// How often a test goes round that takes what comes: a few times wherever somebody waits for it, all of it where
// DTP_ALL_ROUNDS is set, as for every submitted change.
#pragma once

#include <QtGlobal>

namespace dtp::test
{

inline int rounds(int all, int usual)
{
    return qEnvironmentVariableIsSet("DTP_ALL_ROUNDS") ? all : usual;
}

} // namespace dtp::test
