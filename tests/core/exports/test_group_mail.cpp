// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail_world.h"

#include <records/cases.h>
#include <records/reports.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

ExportCall callFor(std::initializer_list<Person> people)
{
    ExportCall call;
    call.records = std::vector<qint64>{};
    for (const Person& one : people)
        call.records->push_back(one.id.value);
    return call;
}
} // namespace

TEST_CASE("One e-mail to many has all of them in Bcc, and is one entry of the ledger", "[exports][mail]")
{
    World world;
    const Person sok = world.person("Sok", "Dara", "sok@example.org");
    const Person nok = world.person("Nok", "ณก", "old@example.org");
    world.contact(nok, "nok@münchen.example", true);
    const Exportable& what = world.asked("mail");
    const ExportCall call = callFor({sok, nok});
    const auto preview = previewExport(*world.store, what, call, Audience::Public);
    REQUIRE_OK(preview);
    CHECK(preview->rows == 2);
    CHECK(preview->problem == QString());
    const QString path = world.path(s("to all.eml"));
    const auto summary = writeExport(*world.store, what, call, path, Audience::Public);
    REQUIRE_OK(summary);
    CHECK(summary->named == QSet<qint64>{sok.id.value, nok.id.value});
    CHECK((QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    const ReadMail mail = read(contentOf(path));
    CHECK(mail.header("To") == s("0 of them"));
    CHECK(mail.header("Bcc") == s("\"Sok Dara\" <sok@example.org>, Nok ณก <nok@xn--mnchen-3ya.example>"));
    CHECK(mail.header("X-Unsent") == s("1"));
    CHECK(mail.text.trimmed() == QString());
    const auto entries = world.store->find<Disclosure>();
    REQUIRE_OK(entries);
    REQUIRE(entries->size() == 1);
    CHECK(entries->front().what == s("E-mail draft as EML"));
    CHECK(entries->front().named == 2);
}

TEST_CASE("One e-mail to a single person is addressed to that person", "[exports][mail]")
{
    World world;
    const Person sok = world.person("Sok", "Dara", "sok@example.org");
    const QString path = world.path(s("sok.eml"));
    REQUIRE_OK(writeExport(*world.store, world.asked("mail"), callFor({sok}), path, Audience::Internal));
    const ReadMail mail = read(contentOf(path));
    CHECK(mail.header("To") == s("\"Sok Dara\" <sok@example.org>"));
    CHECK(mail.header("Bcc") == s("0 of them"));
}

TEST_CASE("One e-mail to many leaves out who must not be written to, and says so", "[exports][mail]")
{
    World world;
    const Person sok = world.person("Sok", "Dara", "sok@example.org");
    Person atRisk = world.person("Mali", "Chai", "mali@example.org");
    world.change(atRisk, &Person::safetyLevel, "at_risk");
    const Person inCase = world.person("Rosa", "Tan", "rosa@example.org");
    RiskCase open;
    open.person = inCase.id;
    open.opened = QDate(2026, 5, 1);
    addRecords(*world.store, open);
    const Person barred = world.person("Nok", "Suwan", "");
    world.contact(barred, "nok@example.org", true, true);
    const Person injected = world.person("Bob", "Inj", "bob@example.org\r\nBcc: all@example.org");
    const auto preview = previewExport(*world.store, world.asked("mail"),
                                       callFor({sok, atRisk, inCase, barred, injected}), Audience::Internal);
    REQUIRE_OK(preview);
    CHECK(preview->rows == 1);
    CHECK(preview->leftOut ==
          s("No e-mail for: Nok Suwan (no address that may be used); Bob Inj (an address that is not one of one "
            "mailbox); 2 people who are at risk or are reached by a safe channel: reach them in that way."));
    const QString path = world.path(s("none.eml"));
    CHECK(
        writeExport(*world.store, world.asked("mail"), callFor({barred}), path, Audience::Internal).error().sentence ==
        s("There is nobody to write to. No e-mail for: Nok Suwan (no address that may be used)."));
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("Who gets no e-mail counts as left out, in what is told and in the ledger", "[exports][mail]")
{
    for (const auto& [key, name] : {std::pair("mail", "mail.eml"), std::pair("consent-mail", "drafts")}) {
        INFO(key);
        World world;
        const Person sok = world.person("Sok", "Dara", "sok@example.org");
        const Person none = world.person("Nok", "Suwan", "");
        Person atRisk = world.person("Mali", "Chai", "mali@example.org");
        world.change(atRisk, &Person::safetyLevel, "at_risk");
        const auto summary = writeExport(*world.store, world.asked(key), callFor({sok, none, atRisk}),
                                         world.path(s(name)), Audience::Internal);
        REQUIRE_OK(summary);
        CHECK(summary->named == QSet<qint64>{sok.id.value});
        CHECK(summary->leftOut == QSet<qint64>{none.id.value, atRisk.id.value});
        CHECK(summary->sentence() == s("3 people: 1 named, 2 left out."));
        const auto entries = world.store->find<Disclosure>();
        REQUIRE_OK(entries);
        REQUIRE(entries->size() == 1);
        CHECK(entries->front().named == 1);
        CHECK(entries->front().leftOut == 2);
        CHECK(world.store->count(Entity::DisclosedPerson).value_or(0) == 1);
    }
}
