// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <records/all_records.h>
#include <records/record_type.h>
#include <support/catch.h>

#include <QRegularExpression>
#include <QSet>

using namespace dtp;

namespace
{
// A value that this field can keep, another for each field.
QVariant someValue(const Field& field, int number)
{
    switch (field.kind) {
    case FieldKind::Integer:
        return qint64(1900 + number);
    case FieldKind::Decimal:
        return 0.5 + number;
    case FieldKind::Flag:
        return qint64(1);
    case FieldKind::PartialDate:
        return QStringLiteral("~1997-%1").arg(1 + number % 12, 2, 10, QLatin1Char('0'));
    case FieldKind::Date:
        return QDate(1997, 6, 1).addDays(number).toString(Qt::ISODate);
    case FieldKind::DateTime:
        return QStringLiteral("1997-06-14T09:%1").arg(10 + number);
    case FieldKind::Country:
        return QStringLiteral("KH");
    case FieldKind::Email:
        return QStringLiteral("name%1@example.org").arg(number);
    case FieldKind::Reference:
        return qint64(1000000 + number);
    case FieldKind::Blob:
        return QByteArray(QByteArray("\x00\xFF\x27", 3) + QByteArray::number(number));
    default:
        return QStringLiteral("Text %1 with ' and \u1780").arg(number);
    }
}

template <class R>
void checkRoundTrip()
{
    INFO(recordType<R>().table);
    CHECK(recordType<R>().entity == R::entity);
    RecordValues full(R::entity, 42);
    for (qsizetype i = 0; i < full.fields.size(); ++i)
        full.fields[i] = someValue(recordType<R>().fields[static_cast<size_t>(i)], static_cast<int>(i));
    const R record = fromValues<R>(full);
    CHECK(record.id.value == 42);
    CHECK(toValues(record) == full);
    CHECK(fromValues<R>(toValues(record)) == record);
    CHECK_FALSE(record == R{});
    CHECK(validate(full).empty());
    CHECK(titleOf(full) == recordType<R>().title(&record));

    CHECK(toValues(R{}) == RecordValues(R::entity));
    CHECK(fromValues<R>(RecordValues(R::entity)) == R{});
    // As a database gives it back when nothing was kept.
    RecordValues nothing(R::entity);
    for (QVariant& value : nothing.fields)
        value = QVariant();
    CHECK_NOTHROW(fromValues<R>(nothing));
}

QStringList problems(const RecordValues& values)
{
    QStringList sentences;
    for (const FieldProblem& problem : validate(values))
        sentences.append(QLatin1String(recordType(values.entity).fields[static_cast<size_t>(problem.field)].name) +
                         QStringLiteral(": ") + problem.sentence);
    return sentences;
}
} // namespace

TEST_CASE("a record of every kind survives the way through its field table", "[records]")
{
    size_t types = 0;
    forEveryRecord([&types](const auto& record) {
        checkRoundTrip<std::decay_t<decltype(record)>>();
        ++types;
    });
    CHECK(allRecordTypes().size() == types);
}

TEST_CASE("the kinds of record stand in the order of their numbers, each once", "[records]")
{
    int expected = 1;
    for (const RecordType& type : allRecordTypes()) {
        CHECK(static_cast<int>(type.entity) == expected++);
        CHECK(&recordType(type.entity) == &type);
        CHECK(recordTypeOfTable(QLatin1String(type.table)) == &type);
    }
    CHECK(recordTypeOfTable(QStringLiteral("sqlite_master")) == nullptr);
    CHECK(recordTypeOfTable(QString()) == nullptr);
}

TEST_CASE("field tables are sound", "[records]")
{
    const QRegularExpression plain(QStringLiteral("^[a-z][a-z0-9_]*$"));
    QSet<QString> tables;
    for (const RecordType& type : allRecordTypes()) {
        CHECK(plain.match(QLatin1String(type.table)).hasMatch());
        CHECK_FALSE(tables.contains(QLatin1String(type.table)));
        tables.insert(QLatin1String(type.table));
        CHECK_FALSE(type.singularText().isEmpty());
        CHECK_FALSE(type.pluralText().isEmpty());
        QSet<QString> columns = {QStringLiteral("id")};
        QSet<QString> headings;
        for (const Field& field : type.fields) {
            INFO(type.table << "." << field.name);
            CHECK(plain.match(QLatin1String(field.name)).hasMatch());
            CHECK_FALSE(columns.contains(QLatin1String(field.name)));
            columns.insert(QLatin1String(field.name));
            CHECK_FALSE(field.labelText().isEmpty());
            CHECK((field.kind == FieldKind::Reference) == (field.reference != Entity::None));
            CHECK((!field.isOwner || field.isRequired || field.reference == type.entity));
            CHECK((!field.isOwner || field.kind == FieldKind::Reference));
            const QStringList synonyms = QString::fromUtf8(field.synonyms).split(QLatin1Char('|'), Qt::SkipEmptyParts);
            for (const QString& heading : synonyms) {
                CHECK(foldText(heading) == heading);
                CHECK_FALSE(headings.contains(heading));
                headings.insert(heading);
            }
            CHECK(type.indexOf(field.name) == static_cast<int>(&field - type.fields.data()));
            CHECK(type.fieldNamed(QLatin1String(field.name)) == &field);
        }
        CHECK(type.indexOf("no_such_field") == -1);
        CHECK(type.fieldNamed(QStringLiteral("id")) == nullptr);
    }
}

TEST_CASE("what identifies or endangers a person is never public", "[records][safety]")
{
    const RecordType& person = recordType<Person>();
    for (const char* name : {"identity", "disability", "safety_level", "safe_channel"})
        CHECK(person.fieldNamed(QLatin1String(name))->sensitivity == Sensitivity::Restricted);
    for (const char* name : {"birth_year", "place", "notes", "gender"})
        CHECK(person.fieldNamed(QLatin1String(name))->sensitivity != Sensitivity::Public);
    for (const Field& field : recordType<ContactPoint>().fields)
        CHECK(field.sensitivity != Sensitivity::Public);
    CHECK_FALSE(recordType<Disclosure>().isUndoable);
    CHECK_FALSE(recordType<DisclosedPerson>().isUndoable);
}

TEST_CASE("a person needs a name, in any script", "[validation]")
{
    RecordValues person(Entity::Person);
    CHECK(problems(person) == QStringList({QStringLiteral("given_name: A person needs a name.")}));
    person.set("given_name", QStringLiteral("   "));
    CHECK(problems(person).size() == 1);
    person.set("own_script_name", QStringLiteral("\u179F\u17BB\u1781"));
    CHECK(problems(person).isEmpty());
    person.set("own_script_name", QString());
    person.set("family_name", QStringLiteral("Sok"));
    CHECK(problems(person).isEmpty());
    CHECK(checkValid(person));
}

TEST_CASE("a required field that is empty is told by its label", "[validation]")
{
    RecordValues organisation(Entity::Organisation);
    CHECK(problems(organisation) == QStringList({QStringLiteral("name: Name is missing.")}));
    const auto checked = checkValid(organisation);
    REQUIRE_FALSE(checked);
    CHECK(checked.error().sentence == QStringLiteral("Name is missing."));
    CHECK(checked.error().detail == QStringLiteral("organisation.name"));
    RecordValues issue(Entity::PersonIssue);
    issue.set("person_id", qint64(0));
    issue.set("issue", QStringLiteral(" "));
    CHECK(problems(issue).size() == 2);
}

TEST_CASE("values that are no dates, addresses, numbers or countries are told with what was typed", "[validation]")
{
    const auto problemWith = [](Entity entity, const char* field, const QVariant& value) {
        RecordValues values(entity);
        values.set(field, value);
        for (const FieldProblem& problem : validate(values)) {
            if (problem.field == recordType(entity).indexOf(field))
                return problem.sentence;
        }
        return QString();
    };
    for (const char* text :
         {"dara", "dara@", "@example.org", "dara@example", "a b@example.org", "dara@example.org, sok@example.org"})
        CHECK(
            problemWith(Entity::Organisation, "email", QString::fromLatin1(text)).contains(QString::fromLatin1(text)));
    CHECK(problemWith(Entity::Organisation, "email", QStringLiteral("dara@example.org")).isEmpty());
    CHECK(problemWith(Entity::Affiliation, "from_date", QStringLiteral("June 1997"))
              .contains(QStringLiteral("June 1997")));
    CHECK(problemWith(Entity::Affiliation, "from_date", QStringLiteral("~1997-06")).isEmpty());
    CHECK_FALSE(problemWith(Entity::Workshop, "start_date", QStringLiteral("2026-02-30")).isEmpty());
    CHECK(problemWith(Entity::Workshop, "start_date", QStringLiteral("2026-02-28")).isEmpty());
    CHECK_FALSE(problemWith(Entity::Session, "start_time", QStringLiteral("2026-02-28")).isEmpty());
    CHECK(problemWith(Entity::Session, "start_time", QStringLiteral("2026-02-28T09:00")).isEmpty());
    CHECK_FALSE(problemWith(Entity::Person, "birth_year", QStringLiteral("abc")).isEmpty());
    CHECK(problemWith(Entity::Person, "birth_year", qint64(1975)).isEmpty());
    CHECK(problemWith(Entity::Person, "birth_year", QStringLiteral("1975")).isEmpty());
    CHECK_FALSE(problemWith(Entity::Workshop, "budget", QStringLiteral("1,000")).isEmpty());
    CHECK(problemWith(Entity::Person, "country", QStringLiteral("Kampuchia")).contains(QStringLiteral("Kampuchia")));
    CHECK(problemWith(Entity::Person, "country", QStringLiteral("KH")).isEmpty());
    CHECK(problemWith(Entity::Person, "country", QVariant()).isEmpty());
}

TEST_CASE("a person is called by the name that there is", "[records]")
{
    Person person;
    CHECK(fullName(person).isEmpty());
    person.ownScriptName = QStringLiteral("\u179F\u17BB\u1781");
    CHECK(fullName(person) == person.ownScriptName);
    person.givenName = QStringLiteral("Dara");
    CHECK(fullName(person) == QStringLiteral("Dara"));
    person.familyName = QStringLiteral("Sok");
    CHECK(fullName(person) == QStringLiteral("Dara Sok"));
}
