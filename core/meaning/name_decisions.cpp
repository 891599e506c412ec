// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/name_decisions.h>

#include <database/connection.h>
#include <storage/store.h>

#include <QCoreApplication>
#include <array>

namespace dtp
{

namespace
{
constexpr std::array codes{"keep", "replace", "withhold"}; // in the order of What
} // namespace

QString decisionKey(const QString& textKey, const QString& nameKey)
{
    return textKey + QLatin1Char('/') + nameKey;
}

Result<QHash<QString, NameDecision>> nameDecisions(const Store& store, Id<Report> report)
{
    QHash<QString, NameDecision> decisions;
    DTP_TRY(select, Statement::prepare(store.handle(),
                                       "SELECT text_key, name_key, decision, replacement, report_id IS NOT NULL FROM "
                                       "name_decision WHERE report_id IS NULL OR report_id = ? "
                                       "ORDER BY report_id IS NULL"));
    select.bind(1, report.value);
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            break;
        NameDecision decision{select.text(0), select.text(1), NameDecision::What::Withhold, select.text(3),
                              select.integer(4) != 0};
        const QByteArray code = select.text(2).toLatin1();
        for (size_t i = 0; i < codes.size(); ++i) {
            if (code == codes[i])
                decision.what = static_cast<NameDecision::What>(i);
        }
        decisions.insert(decisionKey(decision.textKey, decision.nameKey), decision);
    }
    return decisions;
}

Result<> keepNameDecisions(Store& store, const std::vector<NameDecision>& decisions)
{
    if (store.isReadOnly())
        return fail(QCoreApplication::translate("Meaning", "Nothing was decided: this file is open to read only. %1")
                        .arg(store.readOnlyReason())
                        .trimmed());
    DTP_TRY(insert,
            Statement::prepare(store.handle(),
                               "INSERT OR REPLACE INTO name_decision (text_key, name_key, decision, replacement) "
                               "VALUES (?, ?, ?, ?)"));
    for (const NameDecision& decision : decisions) {
        insert.reset();
        insert.bind(1, QVariant(decision.textKey))
            .bind(2, QVariant(decision.nameKey))
            .bind(3, QVariant(QString::fromLatin1(codes[static_cast<size_t>(decision.what)])))
            .bind(4, QVariant(decision.replacement));
        DTP_CHECK(insert.run());
    }
    store.noteChangesElsewhere();
    return {};
}

} // namespace dtp
