// SPDX-License-Identifier: GPL-3.0-or-later
#include "stand_ins.h"

#include <database/connection.h>
#include <records/record_type.h>

#include <QCoreApplication>
#include <algorithm>
#include <utility>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

QByteArray quoted(const QString& name)
{
    return '"' + name.toUtf8() + '"';
}

// What they are called by. Others either need no name or cannot be without what they belong to.
constexpr std::pair<Entity, const char*> namedTypes[] = {
    {Entity::Person, "given_name"},    {Entity::Organisation, "name"}, {Entity::ProgramSeries, "name"},
    {Entity::ProgramEdition, "title"}, {Entity::Network, "name"},      {Entity::Workshop, "title"},
    {Entity::Report, "title"},
};

// Of another table, a record that is not there.
std::map<QString, std::set<qint64>> missingOf(Connection& to)
{
    std::map<QString, std::set<qint64>> missing;
    auto check = Statement::prepare(to.handle(), "PRAGMA foreign_key_check");
    for (;;) {
        const auto row = check ? check->step() : Result<bool>(false);
        if (!row || !*row)
            return missing;
        const QByteArray table = check->text(0).toUtf8();
        const auto column = to.value("SELECT \"from\" FROM pragma_foreign_key_list('" + table +
                                     "') WHERE id = " + QByteArray::number(check->integer(3)));
        const auto key = column ? to.value("SELECT " + quoted(column->toString()) + " FROM \"" + table +
                                           "\" WHERE rowid = " + QByteArray::number(check->integer(1)))
                                : column;
        if (key)
            missing[check->text(2)].insert(key->toLongLong());
    }
}

RecordValues standIn(Entity entity, qint64 key, const char* nameField)
{
    RecordValues record(entity, key);
    QString type = recordType(entity).singularText();
    type[0] = type.at(0).toUpper();
    record.set(nameField, Storage::tr("%1 %2 (name lost)").arg(type).arg(key));
    if (entity == Entity::Person) {
        record.set("safety_level", QStringLiteral("at_risk"));
        record.set("notes", Storage::tr("What was entered about this person is lost: it stood on a damaged page. What "
                                        "belongs to this person was saved. At risk, since nobody knows better: say "
                                        "otherwise when you have found out who it is."));
    }
    return record;
}

Result<> insert(Connection& to, const RecordValues& record)
{
    const RecordType& type = recordType(record.entity);
    std::vector<std::pair<QByteArray, QString>> texts;
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const QVariant& value = record.fields.at(static_cast<qsizetype>(i));
        if (value.typeId() == QMetaType::QString && !value.toString().isEmpty())
            texts.emplace_back(type.fields[i].name, value.toString());
    }
    QByteArray names = "id";
    QByteArray marks = "?";
    for (const auto& text : texts) {
        names += ", " + text.first;
        marks += ", ?";
    }
    DTP_TRY(insert, Statement::prepare(to.handle(), "INSERT INTO " + quoted(QLatin1String(type.table)) + " (" + names +
                                                        ") VALUES (" + marks + ')'));
    insert.bind(1, record.id);
    for (size_t i = 0; i < texts.size(); ++i)
        insert.bindUtf8(static_cast<int>(i) + 2, texts[i].second.toUtf8());
    return insert.run();
}
} // namespace

Result<> putStandIns(Connection& to, const SoughtRows& sought, Salvaged& salvaged)
{
    if (sought.empty())
        return {};
    const auto missing = missingOf(to);
    for (const auto& [entity, nameField] : namedTypes) {
        const QString table = QLatin1String(recordType(entity).table);
        const auto lost = sought.find(table);
        const auto wanted = missing.find(table);
        if (lost == sought.end() || wanted == missing.end())
            continue;
        const bool isAnyPossible =
            lost->second.empty() || std::count(salvaged.brokenTables.begin(), salvaged.brokenTables.end(), table) > 0;
        for (const qint64 key : wanted->second) {
            // A reference to what was never there is damaged itself.
            if (key <= 0 || !(isAnyPossible || lost->second.contains(key)))
                continue;
            DTP_CHECK(insert(to, standIn(entity, key, nameField)));
            ++salvaged.standIns[table];
        }
    }
    return {};
}

} // namespace dtp
