// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes.h"
#include "verbs.h"

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
constexpr qint64 usualLimit = 100;

QString stateCode(ChangeSummary::State state)
{
    switch (state) {
    case ChangeSummary::State::Done:
        return QStringLiteral("done");
    case ChangeSummary::State::Undone:
        return QStringLiteral("undone");
    case ChangeSummary::State::Dropped:
        return QStringLiteral("dropped");
    }
    return {};
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    DTP_TRY(store, session.openToRead(call));
    DTP_TRY(changes, store->history(call.number("--limit", usualLimit)));
    QJsonArray array;
    std::vector<QStringList> lines;
    for (const ChangeSummary& change : changes) {
        array.append(toJson(change));
        const QString state = change.state == ChangeSummary::State::Done ? QString() : stateCode(change.state);
        lines.push_back({change.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")), change.author, state,
                         change.sentence});
    }
    output.json(array);
    output.table(lines);
    return {};
}
} // namespace

QJsonObject toJson(const ChangeSummary& change)
{
    return {{QStringLiteral("id"), jsonKey(change.id)},
            {QStringLiteral("at"), change.at.toUTC().toString(Qt::ISODate)},
            {QStringLiteral("author"), change.author},
            {QStringLiteral("sentence"), change.sentence},
            {QStringLiteral("state"), stateCode(change.state)},
            {QStringLiteral("records"), change.records}};
}

Verb historyVerb()
{
    return {"history",
            "",
            QT_TRANSLATE_NOOP("Cli", "List what was changed, the newest first."),
            "",
            {{"--limit", "N", QT_TRANSLATE_NOOP("Cli", "the newest N only (default 100)"), Option::Kind::Count}},
            0,
            0,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
