// SPDX-License-Identifier: GPL-3.0-or-later
// Ways to reach somebody as filters, by their kind: who has one, who has none, and what is typed by mistake.
#include <meaning/contacts.h>
#include <records/programs.h>
#include <records/reports.h>
#include <records/vocabulary.h>
#include <search/record_search.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

struct World {
    FreshStore file;
    Person ana = addPerson(*file, s("Ana"), s("Uy"), s("TL"));      // e-mail and phone
    Person dara = addPerson(*file, s("Dara"), s("Sok"), s("KH"));   // WhatsApp
    Person mei = addPerson(*file, s("Mei"), s("Tan"), s("MY"));     // an e-mail that is not to be used
    Person noor = addPerson(*file, s("Noor"), s("Zaman"), s("BD")); // nothing

    World()
    {
        contact(ana, "email", "ana@example.org");
        contact(ana, "phone", "+670 7700 1234");
        contact(dara, "whatsapp", "+855 12 345 678");
        contact(mei, "email", "mei@example.org", true);
    }
    void contact(const Person& person, const char* kind, const char* value, bool doNotUse = false)
    {
        ContactPoint point{{}, person.id, s(kind), s(value), {}, false, doNotUse, {}};
        addRecords(*file, point);
    }
    // Given names, by family name.
    QString operator()(const char* text)
    {
        const auto query = readQuery(*file, Entity::Person, s(text));
        if (!query)
            return query.error().sentence;
        const auto ids = findRecords(*file, Entity::Person, *query);
        REQUIRE_OK(ids);
        CHECK(countRecords(*file, Entity::Person, *query).value() == static_cast<qint64>(ids->size()));
        const auto page = findRecords(*file, Entity::Person, *query, {s("name")}, 10); // another way
        REQUIRE_OK(page);
        CHECK(*page == *ids);
        QStringList names;
        for (const qint64 id : *ids)
            names.append(file->titleOf(Entity::Person, id).section(u' ', 0, 0));
        return names.join(u' ');
    }
};
} // namespace

TEST_CASE("Who has no e-mail or phone is found by email:none and phone:none", "[search][filters]")
{
    World people;
    CHECK(people("email:none") == s("Dara Mei Noor"));
    CHECK(people("email:any") == s("Ana"));
    CHECK(people("-email:none") == s("Ana"));
    CHECK(people("-email:any") == s("Dara Mei Noor"));
    CHECK(people("-email:") == s("Dara Mei Noor"));
    CHECK(people("email:none(ever)") == s("Dara Noor"));
    CHECK(people("email:example.org") == s("Ana"));
    CHECK(people("email:example.org(ever)") == s("Mei Ana"));
    CHECK(people("-email:example.org") == s("Dara Mei Noor"));
    CHECK(people("email:none,ana@") == s("Dara Mei Ana Noor"));
    CHECK(people("phone:none") == s("Dara Mei Noor"));
    CHECK(people("phone:7700") == s("Ana"));
    CHECK(people("whatsapp:any") == s("Dara"));
    CHECK(people("phone:none whatsapp:none signal:none") == s("Mei Noor"));
    CHECK(people("email:none country:KH,MY") == s("Dara Mei"));
    CHECK(people("-country:") == QString());
    CHECK(people("-region:") == QString());
    CHECK(people("region:none or region:Pacific") == QString());
    // Of one kind in every spelling, and of organisations, whose fields these are.
    for (const char* same : {"e-mail:none", "E-Mail:none", "e_mail:none", "mail:none", "courriel:none", "-e-mail:"})
        CHECK(people(same) == s("Dara Mei Noor"));
    for (const char* same : {"mobile:any", "telephone:any", "cell-phone:any", "tel:any"})
        CHECK(people(same) == s("Ana"));
    Organisation organisation;
    organisation.name = s("Forum");
    addRecords(*people.file, organisation);
    for (const char* same : {"email:none", "e-mail:none", "-email:", "tel:none", "-web-site:"}) {
        const auto query = readQuery(*people.file, Entity::Organisation, s(same));
        REQUIRE_OK(query);
        CHECK(findRecords(*people.file, Entity::Organisation, *query)->size() == 1);
    }
}

TEST_CASE("Who has no e-mail follows what becomes of contacts, by undo and redo as well", "[search][filters]")
{
    World people;
    const auto isWell = [&] { return people.file->check().value() == QStringList(); };
    auto points = people.file->find<ContactPoint>(Where("person_id", people.ana.id).is("kind", s("email")));
    REQUIRE_OK(points);
    ContactPoint mail = points->front();
    const auto change = [&](const std::function<Result<>(ChangeWriter&)>& deed) {
        REQUIRE_OK(people.file->change(s("Change"), deed));
        CHECK(isWell());
    };
    mail.doNotUse = true;
    change([&](ChangeWriter& writer) { return writer.update(mail); });
    CHECK(people("email:any") == QString());
    mail.doNotUse = false;
    mail.kind = s("signal");
    change([&](ChangeWriter& writer) { return writer.update(mail); });
    CHECK(people("signal:any") == s("Ana"));
    CHECK(people("email:none signal:any phone:any") == s("Ana"));
    mail.person = people.noor.id; // it was somebody else's
    change([&](ChangeWriter& writer) { return writer.update(mail); });
    CHECK(people("signal:any") == s("Noor"));
    CHECK(people("signal:none") == s("Dara Mei Ana"));
    change([&](ChangeWriter& writer) { return writer.remove(mail.id); });
    CHECK(people("signal:any") == QString());
    for (const char* who : {"Noor", "Ana"}) {
        REQUIRE_OK(people.file->undo());
        CHECK(people("signal:any") == s(who));
    }
    REQUIRE_OK(people.file->redo());
    CHECK(people("signal:any") == s("Noor"));
    CHECK(isWell());
    // Every kind has a place of its own.
    const auto kinds = builtInVocabulary(s("contact_kinds"));
    REQUIRE_OK(kinds);
    QSet<int> bits;
    for (const VocabularyTerm& kind : kinds->terms())
        bits.insert(reachBit(kind.code).value_or(0));
    CHECK(bits.size() == static_cast<qsizetype>(kinds->terms().size()));
    CHECK_FALSE(bits.contains(0));
}

TEST_CASE("What is no part of an address is not looked for in addresses, but said", "[search][filters]")
{
    World people;
    const auto sentence = [](const char* value, const char* key) {
        return s("“%1” is no part of an address or a number. Write %2:any for those who have one, %2:none for the "
                 "others.")
            .arg(s(value), s(key));
    };
    CHECK(people("-address:email") == sentence("email", "email"));
    CHECK(people("address:E-mail") == sentence("E-mail", "email"));
    CHECK(people("country:KH or (Sok -address:phone)") == sentence("phone", "phone"));
    CHECK(people("address:Mobile") == sentence("Mobile", "phone"));
    CHECK(people("email:no") == sentence("no", "email"));
    CHECK(people("address:yes") == sentence("yes", "address"));
    CHECK(people("email:none(phone)") == sentence("phone", "phone"));
    CHECK(people("email:none(ever (Mobile or sok))") == sentence("Mobile", "phone"));
    CHECK(people("phone:any(no)") == sentence("no", "phone"));
    CHECK(people("fax:none").startsWith(s("“fax:” is not known. Known are: ")));
    CHECK(people("téléfon:none").startsWith(s("“téléfon:” is not known. Known are: ")));
    // What may be a part of one is looked for.
    CHECK(people("address:mail") == QString());
    CHECK(people("address:@") == s("Mei Ana"));
    CHECK(people("-address:@") == s("Dara Noor"));
    CHECK(people("address:none") == s("Noor"));
    CHECK(people("email:none(example)") == s("Dara Mei Noor"));
}

TEST_CASE("A filter within a saved search may be empty behind its dash, too", "[search][filters]")
{
    World people;
    Segment segment;
    segment.recordType = s("person");
    segment.name = s("Silent ones");
    segment.query = s("-email: -whatsapp:");
    addRecords(*people.file, segment);
    CHECK(people("in:\"Silent ones\"") == s("Mei Noor"));
}
