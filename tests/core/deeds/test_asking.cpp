// SPDX-License-Identifier: GPL-3.0-or-later
// Whom asking by e-mail reaches.
#include <deeds/deed.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Only those who can be written to are noted as asked by e-mail, and the others are told", "[deeds][consent]")
{
    FreshStore store;
    const Person sok = addPerson(*store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    const Person nok = addPerson(*store, QStringLiteral("Nok"), QStringLiteral("Suwan"), QStringLiteral("TH"));
    const Deed& deed = *deedOf(QStringLiteral("ask-for-consent"));
    DeedCall call = deed.begin(*store, Entity::Person, {sok.id.value, nok.id.value});
    call.answers.set("kind", QStringLiteral("email"));
    const auto nobody = runDeed(*store, deed, call);
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().sentence == QStringLiteral("There is nobody to write to. No e-mail for: Sok Dara, Nok Suwan "
                                                    "(no address that may be used)."));
    CHECK(store->count(Entity::ContactNote).value() == 0);
    ContactPoint mail;
    mail.person = nok.id;
    mail.kind = QStringLiteral("email");
    mail.value = QStringLiteral("nok@example.org");
    addRecords(*store, mail);
    CHECK(runDeed(*store, deed, call).value() ==
          QStringLiteral("Noted that you asked Nok Suwan for consent. No e-mail for: Sok Dara (no address that may be "
                         "used)."));
    const auto notes = store->find<ContactNote>();
    REQUIRE_OK(notes);
    REQUIRE(notes->size() == 1);
    CHECK(notes->front().person == nok.id);
}

TEST_CASE("A deed that writes something out changes nothing, and says what writes it", "[deeds][mail]")
{
    FreshStore store;
    const Person sok = addPerson(*store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    const auto changes = store->history()->size();
    const Deed& deed = *deedOf(QStringLiteral("write-mail"));
    const auto done = runDeed(*store, deed, deed.begin(*store, Entity::Person, {sok.id.value}));
    REQUIRE_FALSE(done);
    CHECK(done.error().sentence ==
          QString::fromUtf8("This changes nothing: it is written to a file, as “export mail FILE” does."));
    CHECK(store->history()->size() == changes);
}
