// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/planned_row.h>

namespace dtp
{

std::optional<MatchPolicy> matchPolicyFromCode(const QString& code)
{
    if (code == QLatin1String("skip"))
        return MatchPolicy::Skip;
    if (code == QLatin1String("fill"))
        return MatchPolicy::Fill;
    if (code == QLatin1String("update"))
        return MatchPolicy::Update;
    return std::nullopt;
}

QString matchPolicyCode(MatchPolicy policy)
{
    switch (policy) {
    case MatchPolicy::Skip:
        return QStringLiteral("skip");
    case MatchPolicy::Update:
        return QStringLiteral("update");
    case MatchPolicy::Fill:
        break;
    }
    return QStringLiteral("fill");
}

QString rowFateCode(RowFate fate)
{
    switch (fate) {
    case RowFate::New:
        return QStringLiteral("new");
    case RowFate::Joined:
        return QStringLiteral("joined");
    case RowFate::Unchanged:
        return QStringLiteral("unchanged");
    case RowFate::Rejected:
        break;
    }
    return QStringLiteral("rejected");
}

} // namespace dtp
