// SPDX-License-Identifier: GPL-3.0-or-later
// The error of work that was told to stop: not a failure to tell people about.
#pragma once

#include <base/result.h>

#include <QCoreApplication>

namespace dtp
{

inline Error cancelledError()
{
    return {QCoreApplication::translate("Planning", "Stopped as you asked. Nothing was changed."),
            QStringLiteral("cancelled")};
}

inline bool isCancelled(const Error& error)
{
    return error.detail == QLatin1String("cancelled");
}

} // namespace dtp
