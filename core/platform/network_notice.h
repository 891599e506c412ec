// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence for a system that does not refuse the network to us.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace dtp::platform
{

inline QString noticeOfOpenNetwork()
{
    return QCoreApplication::translate("Platform", "This system could not be asked to refuse network connections. The "
                                                   "program makes none by itself.");
}

} // namespace dtp::platform
