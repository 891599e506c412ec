// SPDX-License-Identifier: GPL-3.0-or-later
#include "network_notice.h"

#include <platform/platform.h>

#include <QDir>

namespace dtp::platform
{

namespace
{
bool wasAsked = false;
}

bool forbidNetwork()
{
    wasAsked = true;
    return false;
}

bool forbidDumps()
{
    return false;
}

QString networkNotice()
{
    return wasAsked ? noticeOfOpenNetwork() : QString();
}

// The folder of a user is closed to others on these systems; what leaves sets its own permissions.
void keepFilesPrivate() {}

QString runtimeFolder()
{
    return QDir::tempPath();
}

QString userName()
{
    for (const char* variable : {"USER", "USERNAME"})
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    return QStringLiteral("?");
}

// Qt uses the system's own Unicode for names there.
bool isUtf8Environment()
{
    return true;
}

QString fileIdentity(const QString&)
{
    return {};
}

std::shared_ptr<const void> holdIdentity(const QString&)
{
    return nullptr;
}

bool isRunning(qint64)
{
    return true;
}

std::optional<QString> askOnTerminal(const QString&)
{
    return std::nullopt;
}

void syncToDisk(const QString&) {}

void syncToDisk(const QFile&) {}

qint64 wholeMemory()
{
    return 0;
}

bool isOutputShown()
{
    return true;
}

std::FILE* quietLibraries()
{
    return stderr;
}

qint64 peakMemory()
{
    return 0;
}

} // namespace dtp::platform
