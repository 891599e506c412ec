// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that are a mark only, or stand below a heading that hardly asks.
#include "consent_helpers.h"

#include <meaning/consents.h>
#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A no below “Photos” refuses photos, and a yes agrees to nothing", "[import][consent][photo][bare]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(*store, files.write(QStringLiteral("s.csv"), "Name,Photos,Photo consent,Country\n"
                                                                                "Alma Borges,No,Yes,Fiji\n"
                                                                                "Bela Freitas,Yes,,Fiji\n"
                                                                                "Caro Dias,No,,Fiji\n"
                                                                                "Dina Lobo,Yes,Yes,Fiji\n"
                                                                                "Edu Reis,img_2.jpg,,Fiji\n"));
    const auto of = [&](const char* given, const char* family) {
        return consentsOf(*store, personCalled(*store, QString::fromLatin1(given), QString::fromLatin1(family)).id)
            .join(QStringLiteral(", "));
    };
    CHECK(of("Alma", "Borges") == QStringLiteral("photo refused"));
    CHECK(of("Bela", "Freitas").isEmpty());
    CHECK(of("Caro", "Dias") == QStringLiteral("photo refused"));
    CHECK(of("Dina", "Lobo") == QStringLiteral("photo agreed"));
    CHECK(of("Edu", "Reis").isEmpty());
    const QString told = fatesOf(plan).join(QString());
    CHECK(told.contains(QString::fromUtf8("“No” in “Photos” was read as a refusal to be shown in photos.")));
    CHECK(told.contains(QStringLiteral("This row both agrees to something and refuses it")));
    CHECK(told.contains(QString::fromUtf8("“Yes” in “Photos” does not say what was agreed to")));
}

TEST_CASE("A mark is a no, or is not understood, it is never passed over", "[import][consent][bare]")
{
    const auto [mark, expected] = GENERATE(table<const char*, const char*>({{"👎", "refused"},
                                                                            {"×", "refused"},
                                                                            {"❌", "refused"},
                                                                            {"👎🏽", "refused"},
                                                                            {"●", "none"},
                                                                            {"👍", "none"},
                                                                            {"-", "agreed"},
                                                                            {"✓", "agreed"}}));
    INFO(mark);
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("a.csv"), "Name,Publicity,E-mail\nAlma Borges,Yes,a@example.org\n"));
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("b.csv"),
                                   QByteArray("Name,Publicity,E-mail\nAlma Borges,") + mark + ",a@example.org\n"));
    const Person alma = personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges"));
    const bool isAgreed =
        agreesTo(ofPerson<Consent>(*store, alma.id), QStringLiteral("publicity"), store.clock.today());
    CHECK(isAgreed == (qstrcmp(expected, "agreed") == 0));
    CHECK((plan.counts().notUnderstood > 0) == (qstrcmp(expected, "none") == 0));
}

TEST_CASE("Any mark in a column of what somebody does not wish counts as the wish", "[import][consent][bare]")
{
    FreshStore store;
    const SheetFiles files;
    const auto [mark, isSet] = GENERATE(
        table<const char*, bool>({{"●", true}, {"×", true}, {"✗", true}, {"👍", true}, {"-", false}, {"☐", false}}));
    INFO(mark);
    import(*store, files.write(QStringLiteral("s.csv"),
                               QByteArray("Name,Do not e-mail,E-mail\nAlma Borges,") + mark + ",a@example.org\n"));
    const auto contacts =
        ofPerson<ContactPoint>(*store, personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges")).id);
    REQUIRE(contacts.size() == 1);
    CHECK(contacts[0].doNotUse == isSet);
}

TEST_CASE("The year of birth comes from whichever of two columns has one", "[import][birth]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("s.csv"), "Name,Year of birth,Date of birth,Country\n"
                                                            "Alma Borges,,12/05/1980,Fiji\n"
                                                            "Bela Freitas,1975,,Fiji\n"
                                                            "Caro Dias,1975,13/05/1976,Fiji\n"));
    const auto of = [&](const char* given, const char* family) {
        return personCalled(*store, QString::fromLatin1(given), QString::fromLatin1(family));
    };
    CHECK(of("Alma", "Borges").birthYear == 1980);
    CHECK(of("Bela", "Freitas").birthYear == 1975);
    CHECK(of("Caro", "Dias").birthYear == 1975);
    CHECK(of("Caro", "Dias").notes == QStringLiteral("Date of birth: 13/05/1976"));
    CHECK(fatesOf(plan).join(QString()).contains(QStringLiteral("is another year of birth than 1975")));
}

TEST_CASE("A wish that had nothing to mark counts for what comes later", "[import][consent][bare]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("wish.csv"), "Name,Email,Phone,Do Not Phone,Do not e-mail\n"
                                                           "Dara Sok,d@x.example,,Yes,\n"
                                                           "Dara Sok,d@x.example,+855 12 345 678,,\n"
                                                           "Maya Rai,,+977 1 4412345,,x\n"));
    const ImportPlan plan = import(*store, files.write(QStringLiteral("later.csv"),
                                                       "Name,Email,Phone\nDara Sok,d@x.example,+855 12 345 679\n"
                                                       "Maya Rai,m@x.example,+977 1 4412345\n"));
    for (const char* given : {"Dara", "Maya"}) {
        const bool isDara = QByteArray(given) == "Dara";
        const Person person =
            personCalled(*store, QString::fromLatin1(given), isDara ? QStringLiteral("Sok") : QStringLiteral("Rai"));
        const auto contacts = ofPerson<ContactPoint>(*store, person.id);
        CHECK(contacts.size() == (isDara ? 3 : 2));
        for (const ContactPoint& contact : contacts)
            CHECK(contact.doNotUse == ((contact.kind == QStringLiteral("phone")) == isDara));
    }
    CHECK(plan.rows()[1].warnings.contains(QString::fromUtf8("“m@x.example” is not to be used, as the notes say.")));
}
