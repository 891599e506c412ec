// SPDX-License-Identifier: GPL-3.0-or-later
// What the system tells of the session of its user, where it does: bus_watch.cpp on Linux, or portable.cpp, where
// nothing is told. DTP_PLATFORM in CMake says which.
#pragma once

#include <QObject>

namespace dtp
{

// Of itself it is silent; who knows of a system derives from it.
class SystemWatch : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    // Sleep may begin now: call it once the file is locked.
    virtual void release() {}

Q_SIGNALS:
    void screenLocked();
    void goingToSleep();
};

// That of this system; it goes with its parent.
SystemWatch* watchSystem(QObject* parent);

} // namespace dtp
