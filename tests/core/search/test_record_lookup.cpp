// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/cases.h>
#include <records/workshops.h>
#include <search/record_lookup.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
Id<Workshop> addWorkshop(Store& store, const QString& title)
{
    Workshop workshop;
    workshop.title = title;
    REQUIRE_OK(store.change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(workshop));
        return {};
    }));
    return workshop.id;
}
} // namespace

TEST_CASE("A record is found by its number, its title or a part of it", "[lookup]")
{
    FreshStore store;
    const auto geneva = addWorkshop(*store, QStringLiteral("Treaty bodies, Genève 2023"));
    const auto dili = addWorkshop(*store, QStringLiteral("Treaty bodies, Dili"));
    for (const QString& text : {QString::number(geneva.value), QString(u'W' + QString::number(geneva.value)),
                                QStringLiteral("geneve"), QStringLiteral("2023"), QStringLiteral("Genève 2023")}) {
        INFO(text.toStdString());
        const auto found = resolveRecord<Workshop>(*store, text);
        REQUIRE_OK(found);
        CHECK(*found == geneva);
    }
    CHECK(resolveRecord<Workshop>(*store, QStringLiteral("treaty bodies, dili")).value() == dili);
    const auto both = resolveRecord<Workshop>(*store, QStringLiteral("treaty"));
    REQUIRE_FALSE(both);
    CHECK(both.error().sentence.contains(QStringLiteral("“Treaty bodies, Dili” (%1)").arg(dili.value)));
    for (const QString& text : {QStringLiteral("Suva"), QString(), QStringLiteral("%"), QStringLiteral("12")})
        CHECK_FALSE(resolveRecord<Workshop>(*store, text));
}

TEST_CASE("A person is found by name, and by words of it when it is the only one", "[lookup]")
{
    FreshStore store;
    const Person dara = addPerson(*store, QStringLiteral("Dara"), QStringLiteral("Sok"));
    addPerson(*store, QStringLiteral("Dara"), QStringLiteral("Soken"));
    CHECK(resolveRecord<Person>(*store, QStringLiteral("dara sok")).value() == dara.id);
    CHECK(resolveRecord<Person>(*store, QStringLiteral("Soken")).has_value());
    CHECK_FALSE(resolveRecord<Person>(*store, QStringLiteral("Dara")));
    // A key of another type is no person.
    const auto workshop = addWorkshop(*store, QStringLiteral("Dili"));
    CHECK_FALSE(resolveRecord<Person>(*store, QString::number(workshop.value)));
}

TEST_CASE("Records of one title are listed with what tells them apart", "[lookup]")
{
    FreshStore store;
    Workshop spring;
    spring.title = QStringLiteral("Planning");
    spring.start = QDate(2026, 3, 1);
    spring.country = QStringLiteral("TH");
    Workshop autumn = spring;
    autumn.country = QStringLiteral("KH");
    addRecords(*store, spring, autumn);
    const QString workshops = resolveRecord<Workshop>(*store, QStringLiteral("planning")).error().sentence;
    CAPTURE(workshops.toStdString());
    CHECK(workshops.contains(QStringLiteral("“Planning” (%1, Thailand)").arg(spring.id.value)));
    CHECK(workshops.contains(QStringLiteral("“Planning” (%1, Cambodia)").arg(autumn.id.value)));
}

TEST_CASE("Cases of one day are told apart by their code, which finds each, and nobody is named", "[lookup][cases]")
{
    FreshStore store;
    const Person dara = addPerson(*store, QStringLiteral("Dara"), QStringLiteral("Sok"));
    const Person mali = addPerson(*store, QStringLiteral("Mali"), QStringLiteral("Chai"));
    RiskCase first;
    first.person = dara.id;
    first.opened = QDate(2026, 6, 1);
    first.responsible = QStringLiteral("Ana");
    RiskCase second = first;
    second.level = QStringLiteral("acute");
    second.responsible = QStringLiteral("Ben");
    RiskCase third = second;
    third.person = mali.id;
    addRecords(*store, first, second, third);
    const QString sentence = resolveRecord<RiskCase>(*store, QStringLiteral("2026-06-01")).error().sentence;
    CAPTURE(sentence.toStdString());
    for (const RiskCase& one : {first, second, third}) {
        const QString code = caseCode(one.id);
        CHECK(sentence.contains(QStringLiteral("“2026-06-01 %1” (%2)").arg(code).arg(one.id.value)));
        CHECK(resolveRecord<RiskCase>(*store, code).value() == one.id);
    }
    for (const char* word : {"Dara", "Mali", "Ana", "Ben"})
        CHECK_FALSE(sentence.contains(QLatin1String(word)));
    CHECK(resolveRecord<RiskCase>(*store, QString::number(second.id.value)).value() == second.id);
}
