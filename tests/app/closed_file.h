// SPDX-License-Identifier: GPL-3.0-or-later
// A database with two people that nobody has open, and lists of people to import into it.
#pragma once

#include "cli_run.h"

#include <support/fresh_store.h>

#include <QDir>
#include <QTemporaryDir>

namespace dtp::test
{

// Makes the database at path: two people, in one change each.
inline void makeTwoPeople(const QString& path)
{
    FreshStore fresh;
    addPerson(*fresh, text("Dara"), text("Sok"), text("KH"));
    addPerson(*fresh, text("Mali"), text("Chai"), text("TH"));
    REQUIRE_OK(fresh->backupTo(path));
    REQUIRE_OK(Store::open(path, fresh.environment)); // as it is after work, not as a backup
}

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

// A list of that many people whom the database does not have.
inline QByteArray listOfPeople(int rows)
{
    QByteArray csv = "Given name,Family name,E-mail\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray number = QByteArray::number(i);
        csv += "Given" + number + ",Family" + QByteArray::number(i * 7 % 1009) + ",g" + number + "@example.org\n";
    }
    return csv;
}

// Not with ==, of which a failure would print it all.
inline bool isSame(const QByteArray& a, const QByteArray& b)
{
    return a == b;
}

// What a database holds, as the program itself says it; people is -1 when it cannot say.
struct Held {
    qint64 people = -1;
    QString newest; // sentence of the newest change
    qint64 changes = -1;
    bool isSound = false;

    bool operator==(const Held&) const = default;
};

inline Held heldBy(const QString& database)
{
    const CliRun check = cli({text("--json"), database, text("check")});
    const QJsonArray history = cli({text("--json"), database, text("history")}).json().array();
    return {cli({text("--json"), database, text("stats")}).json().object().value(text("people")).toInteger(-1),
            history.isEmpty() ? QString() : history.first().toObject().value(text("sentence")).toString(),
            history.size(), check.code == 0 && check.json().object().value(text("ok")).toBool()};
}

// The same, found here, which is quicker.
inline Held heldWithin(const QString& database, const Environment& environment)
{
    const auto store = Store::open(database, environment);
    REQUIRE_OK(store);
    const auto history = (*store)->history();
    REQUIRE_OK(history);
    const auto problems = (*store)->check();
    REQUIRE_OK(problems);
    return {(*store)->count(Entity::Person).value_or(-1), history->empty() ? QString() : history->front().sentence,
            static_cast<qint64>(history->size()), problems->isEmpty()};
}

} // namespace dtp::test

namespace Catch
{
template <>
struct StringMaker<dtp::test::Held> {
    static std::string convert(const dtp::test::Held& held)
    {
        return std::to_string(held.people) + " people, " + std::to_string(held.changes) +
               " changes, newest: " + held.newest.toStdString() + (held.isSound ? "" : ", NOT SOUND");
    }
};
} // namespace Catch
