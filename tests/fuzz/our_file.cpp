// SPDX-License-Identifier: GPL-3.0-or-later
#include "our_file.h"

#include "fuzz.h"

#include <QFile>
#include <base/utc.h>
#include <records/people.h>
#include <storage/store.h>

namespace dtp::fuzz
{

namespace
{

struct Outside {
    FixedClock clock{utcMoment(QDate(2026, 6, 1), QTime(9, 0))};
    IdMaker ids{clock, 7};
    Environment environment;
    Outside()
    {
        environment.clock = &clock;
        environment.ids = &ids;
    }
};

std::optional<QString> contentOf(const Store& store)
{
    QString all;
    for (const RecordType& type : allRecordTypes()) {
        const auto records = store.find(type.entity);
        if (!records) {
            mustBe(!records.error().sentence.isEmpty(), "what cannot be read is told with a sentence");
            return std::nullopt;
        }
        for (const RecordValues& values : *records) {
            all += QLatin1String(type.table) + QLatin1Char(' ') + QString::number(values.id);
            for (const QVariant& value : values.fields) {
                all += QLatin1Char('|') + value.toString();
            }
            all += QLatin1Char('\n');
        }
    }
    return all;
}

void addPerson(Store& store, const QString& familyName)
{
    const auto changed = store.change(QStringLiteral("Add a person"), [&](ChangeWriter& writer) -> Result<> {
        Person person;
        person.givenName = QStringLiteral("Dara");
        person.familyName = familyName;
        DTP_CHECK(writer.insert(person));
        return {};
    });
    mustBe(changed.has_value(), "a person can be added");
}

QByteArray bytesIn(const QString& path)
{
    QFile file(path);
    mustBe(file.open(QIODevice::ReadOnly), "the file that was made is there");
    return file.readAll();
}

} // namespace

OurFile makeFile(const QString& path, const vault::FirstPassphrase* passphrase)
{
    Outside outside;
    OurFile made;
    {
        const auto store = Store::create(path, outside.environment, passphrase);
        mustBe(store.has_value(), "a new file can be made");
        addPerson(**store, QStringLiteral("Sok"));
        made.content = contentOf(**store).value_or(QString());
    }
    made.bytes = bytesIn(path);
    return made;
}

JournaledFile makeJournaledFile(const QString& path)
{
    Outside outside;
    JournaledFile made;
    mustBe(Store::create(path, outside.environment).has_value(), "a new file can be made");
    const auto store = Store::open(path, outside.environment);
    mustBe(store.has_value(), "a new file can be opened");
    made.contents.append(contentOf(**store).value_or(QString()));
    for (const char* familyName : {"Sok", "Chea", "Prak"}) {
        addPerson(**store, QLatin1String(familyName));
        made.contents.append(contentOf(**store).value_or(QString()));
    }
    made.bytes = bytesIn(path);
    made.journal = bytesIn(path + QStringLiteral("-wal"));
    return made;
}

std::optional<QString> readAll(const QString& path)
{
    Outside outside;
    const auto store = Store::open(path, outside.environment, OpenMode::ReadOnly);
    if (!store) {
        mustBe(!store.error().sentence.isEmpty(), "a file is refused with a sentence");
        return std::nullopt;
    }
    return contentOf(**store);
}

} // namespace dtp::fuzz
