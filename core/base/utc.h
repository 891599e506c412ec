// SPDX-License-Identifier: GPL-3.0-or-later
// A moment in universal time, said in the way of the Qt at hand: 6.5 replaced Qt::UTC by QTimeZone::UTC.
#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace dtp
{

inline QDateTime utcMoment(QDate date, QTime time)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QDateTime(date, time, QTimeZone::UTC);
#else
    return QDateTime(date, time, Qt::UTC);
#endif
}

} // namespace dtp
