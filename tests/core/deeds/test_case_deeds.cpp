// SPDX-License-Identifier: GPL-3.0-or-later
#include <deeds/deed.h>
#include <records/cases.h>
#include <standards/currencies.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QLocale>
#include <sqlite3.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QDate today(2026, 6, 1);

QString words(QDate day)
{
    return QLocale().toString(day, QStringLiteral("d MMM yyyy"));
}

struct World : FreshStore {
    Person sok = addPerson(*store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));

    RiskCase opened(QDate on, QDate review = {}, QDate closed = {})
    {
        RiskCase one;
        one.person = sok.id;
        one.opened = on;
        one.nextReview = review;
        one.closed = closed;
        return added(*store, one);
    }
    Result<QString> done(const char* deed, Entity entity, std::vector<qint64> keys,
                         const std::vector<std::pair<const char*, QVariant>>& answers)
    {
        const Deed& what = *deedOf(QLatin1String(deed));
        DeedCall call = what.begin(*store, entity, std::move(keys));
        for (const auto& [field, value] : answers) {
            call.answers.set(field, value);
            if (what.setsField)
                call.field = QLatin1String(field);
        }
        call.empties = true;
        return runDeed(*store, what, call);
    }
    QString refused(const char* deed, Entity entity, std::vector<qint64> keys,
                    const std::vector<std::pair<const char*, QVariant>>& answers)
    {
        const auto changes = store->history()->size();
        const auto result = done(deed, entity, std::move(keys), answers);
        CHECK(store->history()->size() == changes);
        return result ? QStringLiteral("done: ") + *result : result.error().sentence;
    }
};

QString iso(QDate day)
{
    return day.toString(Qt::ISODate);
}
} // namespace

TEST_CASE("A case is not opened on a day to come, nor reviewed before it was opened", "[deeds][cases]")
{
    World world;
    const std::vector<qint64> sok{world.sok.id.value};
    CHECK(world.refused("open-case", Entity::Person, sok, {{"opened_on", iso(QDate(2999, 1, 1))}}) ==
          words(QDate(2999, 1, 1)) + QString::fromUtf8(" is still to come: write today or a day before."));
    CHECK(world.refused("open-case", Entity::Person, sok, {{"next_review", iso(today.addDays(-1))}}) ==
          QStringLiteral("A case that was opened on %1 cannot be reviewed on %2, which is before: write a later day.")
              .arg(words(today), words(today.addDays(-1))));
    CHECK(world.store->count(Entity::RiskCase).value() == 0);
    REQUIRE_OK(world.done("open-case", Entity::Person, sok, {{"next_review", iso(today)}}));
    const std::vector<qint64> one{world.store->find<RiskCase>()->front().id.value};
    // Nor in any other way of changing it.
    CHECK(world.refused("set", Entity::RiskCase, one, {{"opened_on", iso(today.addDays(1))}})
              .contains(QStringLiteral("is still to come")));
    CHECK(world.refused("set", Entity::RiskCase, one, {{"next_review", iso(today.addDays(-3))}})
              .contains(QStringLiteral("cannot be reviewed on")));
    CHECK(world.refused("set", Entity::RiskCase, one, {{"closed_on", iso(today.addDays(-3))}})
              .contains(QStringLiteral("cannot be closed on")));
}

TEST_CASE("A case is closed once, not before it was opened and not on a day to come", "[deeds][cases]")
{
    World world;
    const std::vector<qint64> one{world.opened(today.addDays(-10)).id.value};
    const QVariant outcome = QStringLiteral("Sok is safe");
    CHECK(world.refused("close-case", Entity::RiskCase, one,
                        {{"outcome", outcome}, {"closed_on", iso(today.addDays(-11))}}) ==
          QStringLiteral("A case that was opened on %1 cannot be closed on %2, which is before: write that day or a "
                         "later one.")
              .arg(words(today.addDays(-10)), words(today.addDays(-11))));
    CHECK(
        world
            .refused("close-case", Entity::RiskCase, one, {{"outcome", outcome}, {"closed_on", iso(today.addDays(1))}})
            .contains(QStringLiteral("is still to come")));
    CHECK(world.refused("close-case", Entity::RiskCase, one, {{"outcome", outcome}, {"closed_on", QString()}}) ==
          QString::fromUtf8("“Closed on” is missing."));
    REQUIRE_OK(world.done("close-case", Entity::RiskCase, one, {{"outcome", outcome}}));
    const RiskCase closed = world.store->find<RiskCase>()->front();
    // Together with one that is open, neither is changed.
    const std::vector<qint64> both{world.opened(today.addDays(-5)).id.value, one.front()};
    CHECK(
        world.refused("close-case", Entity::RiskCase, both, {{"outcome", QStringLiteral("Other")}}) ==
        QStringLiteral("The case of %1 is closed since %2. To change its outcome or its day, change the case itself. "
                       "Nothing was changed.")
            .arg(words(today.addDays(-10)), words(today)));
    CHECK(world.store->get(closed.id).value() == closed);
}

TEST_CASE("A case that is closed has no review to come", "[deeds][cases]")
{
    World world;
    const RiskCase one = world.opened(today.addDays(-10), today.addDays(3));
    // Closed by its field alone, it would keep the review.
    CHECK(world.refused("set", Entity::RiskCase, {one.id.value}, {{"closed_on", iso(today)}}) ==
          QString::fromUtf8("A case that is closed is not reviewed again on %1: leave “Next review” empty, or “Closed "
                            "on” if the case goes on.")
              .arg(words(today.addDays(3))));
    REQUIRE_OK(world.done("close-case", Entity::RiskCase, {one.id.value}, {{"outcome", QStringLiteral("Safe")}}));
    CHECK_FALSE(world.store->get(one.id)->nextReview.isValid());
    CHECK(world.refused("set", Entity::RiskCase, {one.id.value}, {{"next_review", iso(today.addDays(5))}})
              .contains(QStringLiteral("not reviewed again")));
    REQUIRE_OK(world.store->undo());
    CHECK(world.store->get(one.id)->nextReview == today.addDays(3));
}

TEST_CASE("The log of a case takes no day to come, no amount below zero and no unknown currency", "[deeds][cases]")
{
    World world;
    const std::vector<qint64> one{world.opened(today.addDays(-10)).id.value};
    const auto refused = [&](const char* field, const QVariant& value) {
        return world.refused("log-case", Entity::RiskCase, one, {{field, value}});
    };
    CHECK(refused("date", iso(today.addDays(1))).contains(QStringLiteral("is still to come")));
    CHECK(refused("amount", -50.0) ==
          QStringLiteral("An amount is not below zero: write 50 for what was asked for or given."));
    CHECK(refused("currency", QStringLiteral("usd")) ==
          QString::fromUtf8("“usd” is no currency: write its three letters, as in USD."));
    for (const char* text : {"Baht", "US$", "XYZ", "US", "USDD", "€"})
        CHECK(refused("currency", QString::fromUtf8(text)).contains(QStringLiteral("is no currency")));
    CHECK(world.store->count(Entity::CaseEntry).value() == 0);
    for (const char* text : {"USD", "KHR", "MMK", "PGK", "XPF", ""})
        REQUIRE_OK(
            world.done("log-case", Entity::RiskCase, one, {{"amount", 0.0}, {"currency", QString::fromUtf8(text)}}));
    const std::vector<qint64> entry{world.store->find<CaseEntry>()->front().id.value};
    CHECK(world.refused("set", Entity::CaseEntry, entry, {{"amount", -1.0}}).contains(QStringLiteral("below zero")));
}

TEST_CASE("What is logged of before a case was opened or after it was closed is kept, and said", "[deeds][cases]")
{
    World world;
    const QDate opening = today.addDays(-10);
    const RiskCase open = world.opened(opening);
    const auto entered = [&](QDate day) {
        return world.done("log-case", Entity::RiskCase, {open.id.value}, {{"date", iso(day)}}).value();
    };
    CHECK(entered(opening) == QStringLiteral("Written in the log of a case."));
    CHECK(entered(opening.addDays(-2)) ==
          QStringLiteral("Written in the log of a case. %1 is before the case was opened on %2.")
              .arg(words(opening.addDays(-2)), words(opening)));
    REQUIRE_OK(world.done("close-case", Entity::RiskCase, {open.id.value}, {{"outcome", QStringLiteral("Safe")}}));
    CHECK(entered(today) == QStringLiteral("Written in the log of a case. The case of %1 is closed since %2.")
                                .arg(words(opening), words(today)));
    CHECK(world.store->count(Entity::CaseEntry).value() == 3);
}

TEST_CASE("What a case said badly before does not keep anybody from changing something else of it", "[deeds][cases]")
{
    World world;
    const RiskCase one = world.opened(today.addDays(-10), today.addDays(3));
    // As a file may have it that was written before there were rules.
    REQUIRE(sqlite3_exec(world.store->handle(), "UPDATE risk_case SET closed_on = '2026-05-25'", nullptr, nullptr,
                         nullptr) == SQLITE_OK);
    REQUIRE_OK(world.done("set", Entity::RiskCase, {one.id.value}, {{"responsible", QStringLiteral("Ana")}}));
    CHECK(world.refused("set", Entity::RiskCase, {one.id.value}, {{"next_review", iso(today.addDays(4))}})
              .contains(QStringLiteral("not reviewed again")));
    REQUIRE_OK(world.done("set", Entity::RiskCase, {one.id.value}, {{"next_review", QString()}}));
}

TEST_CASE("Every currency that Qt knows a country to use is one", "[cases]")
{
    for (const QLocale& place :
         QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry)) {
        const QString code = place.currencySymbol(QLocale::CurrencyIsoCode);
        CAPTURE(place.name().toStdString(), code.toStdString());
        CHECK((code.isEmpty() || isCurrencyCode(code)));
    }
    for (const char* text : {"", "aud", "AU", "XXX", "AUD "})
        CHECK_FALSE(isCurrencyCode(QLatin1String(text)));
}
