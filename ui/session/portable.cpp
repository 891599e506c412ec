// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/session/system_watch.h>

namespace dtp
{

SystemWatch* watchSystem(QObject* parent)
{
    return new SystemWatch(parent);
}

} // namespace dtp
