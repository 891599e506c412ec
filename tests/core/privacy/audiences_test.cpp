// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafts_of_test.h"

#include <privacy/ungated.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Each audience has a code, a name and a meaning of its own, and consents that the file knows", "[privacy]")
{
    FreshStore store;
    QStringList purposes;
    for (const VocabularyTerm& term : store->vocabulary(text("consent_purposes")).terms())
        purposes.append(term.code);
    QSet<QString> words;
    for (const AudienceTraits& one : allAudiences()) {
        INFO(one.code);
        CHECK(audienceFromCode(audienceCode(one.audience)) == one.audience);
        CHECK(&traitsOf(one.audience) == &one);
        for (const QString& text : {QString::fromLatin1(one.code), one.nameText(), one.meaningText()}) {
            CHECK_FALSE(text.isEmpty());
            CHECK_FALSE(words.contains(text));
            words.insert(text);
        }
        for (const char* purpose : {one.namingConsent, one.contactConsent})
            CHECK((*purpose == '\0' || purposes.contains(QLatin1String(purpose))));
        CHECK(one.isGated() == (one.audience != Audience::Internal));
        CHECK(one.hidesSmallCounts == one.isGated());
    }
    CHECK_FALSE(audienceFromCode(text("everybody")));
}

TEST_CASE("The audiences that code names are where they are named", "[privacy]")
{
    CHECK(audienceCode(Audience::Internal) == text("internal"));
    CHECK(audienceCode(Audience::Alumni) == text("alumni"));
    CHECK(audienceCode(Audience::Partner) == text("partner"));
    CHECK(audienceCode(Audience::Funder) == text("funder"));
    CHECK(audienceCode(Audience::Public) == text("public"));
}

TEST_CASE("The gate of each audience asks for its consent", "[privacy][gate]")
{
    FreshStore store;
    for (const AudienceTraits& one : allAudiences()) {
        INFO(one.code);
        const Person person = addPerson(*store, text("Dara"), text(one.code));
        CHECK(Gate(*store, one.audience).mayName(person.id) == !one.isGated());
        if (one.isGated())
            consent(*store, person, one.namingConsent, "agreed");
        const Gate agreed(*store, one.audience);
        CHECK(agreed.mayName(person.id));
        CHECK(agreed.mayShow(Sensitivity::Internal, person.id) == !one.isGated());
        if (*one.contactConsent)
            consent(*store, person, one.contactConsent, "agreed");
        CHECK(Gate(*store, one.audience).mayShow(Sensitivity::Internal, person.id) == one.mayHaveContacts());
    }
}

TEST_CASE("What leaves without the gate says why", "[privacy]")
{
    CHECK_FALSE(reasonText(UngatedReason::RejectedRows).isEmpty());
    CHECK(reasonText(UngatedReason::RejectedRows) != reasonText(UngatedReason::ImportLog));
}
