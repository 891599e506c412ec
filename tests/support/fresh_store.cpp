// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/connection.h>
#include <search/person_search.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QFile>

#include <sqlite3.h>

namespace dtp::test
{

FreshStore::FreshStore()
{
    create(nullptr);
}

FreshStore::FreshStore(const vault::FirstPassphrase& passphrase)
{
    create(&passphrase);
}

void FreshStore::create(const vault::FirstPassphrase* passphrase)
{
    environment.clock = &clock;
    environment.ids = &ids;
    environment.author = QStringLiteral("Tester");
    environment.participants.push_back(makePersonIndex());
    auto made = Store::create(path(QStringLiteral("test.dtp")), environment, passphrase);
    REQUIRE_OK(made);
    store = std::move(*made);
}

void FreshStore::reopen()
{
    const QString file = path(QStringLiteral("test.dtp"));
    store.reset();
    auto opened = Store::open(file, environment);
    REQUIRE_OK(opened);
    store = std::move(*opened);
}

Person addPerson(Store& store, const QString& given, const QString& family, const QString& country)
{
    Person person;
    person.givenName = given;
    person.familyName = family;
    person.country = country;
    const auto done =
        store.change(QStringLiteral("Add %1").arg(fullName(person)), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(person));
            return {};
        });
    REQUIRE_OK(done);
    return person;
}

void loseTable(Store& store, const char* table)
{
    const QByteArray sql = QByteArray("PRAGMA foreign_keys = OFF; DROP TABLE ") + table;
    REQUIRE(sqlite3_exec(store.handle(), sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK);
}

void damageTable(const QString& path, const char* table)
{
    qint64 page = 0;
    {
        const auto connection = Connection::open(path, Connection::Mode::Immutable);
        REQUIRE_OK(connection);
        const auto root =
            (*connection)->value("SELECT rootpage FROM sqlite_master WHERE name = '" + QByteArray(table) + "'");
        REQUIRE_OK(root);
        page = root->toLongLong();
    }
    REQUIRE(page > 1);
    constexpr int pageSize = 4096;
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek((page - 1) * pageSize));
    REQUIRE(file.write(QByteArray(pageSize, '\xA5')) == pageSize);
}

QString contentOf(const Store& store)
{
    QString all;
    for (const RecordType& type : allRecordTypes()) {
        const auto records = store.find(type.entity);
        REQUIRE_OK(records);
        for (const RecordValues& values : *records) {
            all += QLatin1String(type.table) + QLatin1Char(' ') + QString::number(values.id);
            for (const QVariant& value : values.fields)
                all += QLatin1Char('|') + (value.isNull() ? QStringLiteral("NULL") : value.toString());
            all += QLatin1Char('\n');
        }
    }
    return all;
}

} // namespace dtp::test
