// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace dtp
{

// The sentences and titles of reports: ReportText::tr("…").
struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

} // namespace dtp
