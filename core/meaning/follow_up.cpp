// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/codes.h>
#include <meaning/follow_up.h>
#include <meaning/holding.h>

namespace dtp
{

bool isOpen(const Recommendation& recommendation)
{
    const auto status = codeOf<RecommendationStatus>(recommendation.status);
    return status != RecommendationStatus::Done && status != RecommendationStatus::Dropped;
}

bool isOverdue(const Recommendation& recommendation, QDate day)
{
    return isOpen(recommendation) && recommendation.due.isValid() && recommendation.due < day;
}

bool isInWork(const Report& report)
{
    const auto status = codeOf<ReportStatus>(report.status);
    return status != ReportStatus::Final && status != ReportStatus::Sent;
}

SqlPiece recommendationIsOpen(const char* alias)
{
    return {'(' + QByteArray(alias) + ".status NOT IN ('" + codeText(RecommendationStatus::Done).toUtf8() + "', '" +
                codeText(RecommendationStatus::Dropped).toUtf8() + "'))",
            {}};
}

SqlPiece recommendationIsOverdue(const char* alias, QDate day)
{
    const QByteArray due = QByteArray(alias) + ".due";
    return SqlPiece{'(' + isDay(due) + " AND " + due + " < ? AND ", {storedDay(day)}} + recommendationIsOpen(alias) +
           QByteArray(")");
}

SqlPiece reportIsInWork(const char* alias)
{
    return {'(' + QByteArray(alias) + ".status NOT IN ('" + codeText(ReportStatus::Final).toUtf8() + "', '" +
                codeText(ReportStatus::Sent).toUtf8() + "'))",
            {}};
}

} // namespace dtp
