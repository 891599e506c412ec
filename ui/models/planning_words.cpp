// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/planning_words.h>

#include <QCoreApplication>
#include <QLocale>

namespace dtp
{

namespace
{
struct PlanningWords {
    Q_DECLARE_TR_FUNCTIONS(PlanningWords)
};
} // namespace

QString balanceSummary(const Balance& balance)
{
    QStringList parts;
    const auto add = [&](int n, const QString& words, bool always = false) {
        if (n > 0 || always)
            parts.append(words.arg(QLocale().toString(n)));
    };
    if (balance.places > 0)
        parts.append(PlanningWords::tr("%n places", nullptr, balance.places));
    add(balance.total.considered, PlanningWords::tr("%1 on the list"), true);
    add(balance.total.invited, PlanningWords::tr("%1 invited"));
    add(balance.total.accepted, PlanningWords::tr("%1 accepted"));
    add(balance.total.attended, PlanningWords::tr("%1 attended"));
    add(balance.reserves, PlanningWords::tr("%1 in reserve"));
    add(balance.declined, PlanningWords::tr("%1 not coming"));
    add(balance.otherRoles, PlanningWords::tr("%1 in other roles"));
    return parts.join(QStringLiteral(" · "));
}

QString balanceRowText(const BalanceRow& row, bool byAttendance)
{
    QString text = PlanningWords::tr("%1: %2 on the list, %3 invited, %4 accepted")
                       .arg(row.label, QString::number(row.counts.considered), QString::number(row.counts.invited),
                            QString::number(row.counts.accepted));
    if (byAttendance)
        text += PlanningWords::tr(", %1 attended").arg(row.counts.attended);
    return text;
}

QString agendaSummary(const Agenda& agenda)
{
    size_t sessions = 0;
    for (const AgendaDay& day : agenda.days)
        sessions += day.sessions.size();
    const QString words =
        sessions == 1 ? PlanningWords::tr("1 session") : PlanningWords::tr("%1 sessions").arg(sessions);
    if (sessions == 0)
        return words;
    const size_t warnings = agenda.warnings().size();
    return words + QStringLiteral(" · ") +
           (warnings == 0   ? PlanningWords::tr("nothing to look at")
            : warnings == 1 ? PlanningWords::tr("1 thing to look at")
                            : PlanningWords::tr("%1 things to look at").arg(warnings));
}

} // namespace dtp
