// SPDX-License-Identifier: GPL-3.0-or-later
// Consents out of headings and answers: only what asks exactly for one, and only what answers it.
#include "consent_helpers.h"
#include <meaning/consents.h>

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A heading is a consent only where it asks exactly for one", "[import][consent][mapping]")
{
    const auto [heading, expected] = GENERATE(table<const char*, const char*>(
        {{"Do you agree to be named in funder reports?", "consent.funders"},
         {"I agree to be named to donors", "consent.funders"},
         {"Consent to be named in public", "consent.publicity"},
         {"Do you agree that your name is public?", "consent.publicity"},
         {"May we list you in the alumni directory? (Yes / No)", "consent.directory"},
         {"Agree to be listed in the alumni directory", "consent.directory"},
         {"Consent to use of photos and video", "consent.photo"},
         {"Please tick if you agree to be photographed", "consent.photo"},
         {"May we share your contact details with other alumni?", "consent.contact_details"},
         {"Do you allow us to share your name with partner organisations?", "consent.partners"},
         {"I do not agree to be named in funder reports", "refusal.funders"},
         {"No photo consent", "refusal.photo"},
         {"No photos", "refusal.photo"},
         {"Disagree with publicity", "refusal.publicity"},
         {"Opt out of the alumni directory", "refusal.directory"},
         {"Do not share with partners", "refusal.partners"},
         {"I object to my name being published", "refusal.publicity"},
         {"I don't agree to photos", "refusal.photo"},
         {"I do not object to photos", "notes"}, // twice no: not for us to say
         {"May we contact you?", "notes"},
         {"Can we send you our newsletter?", "consent.newsletter"},
         {"I agree to receive the newsletter", "consent.newsletter"},
         {"May we contact you about alumni events", "notes"},
         {"Agree to the terms", "notes"},
         {"Photo consent form signed", "notes"},
         {"Date of consent to photos", "notes"},
         {"Do you have permission to use these photos?", "notes"},
         {"I agree to be named to funders and partners", "notes"},
         {"Consent of your children to be photographed", "notes"},
         {"Photos of", ""},
         {"No. of partners", ""},
         {"Number of partners who agree", ""}}));
    INFO(heading);
    CHECK(target(heading) == QString::fromUtf8(expected));
}

TEST_CASE("What people do not wish is read as that, not as a contact", "[import][consent][mapping]")
{
    CHECK(target("Do Not Email") == QStringLiteral("flag.email"));
    CHECK(target("Don't e-mail") == QStringLiteral("flag.email"));
    CHECK(target("Opt Out") == QStringLiteral("flag.opt_out"));
    CHECK(target("Do not phone") == QStringLiteral("flag.phone"));
    CHECK(target("DO NOT CONTACT") == QStringLiteral("flag.contact"));
    CHECK(target("Is deceased") == QStringLiteral("flag.deceased"));
    CHECK(target("Do not give my phone to others") == QStringLiteral("notes"));
    CHECK(isUnreadWish(QStringLiteral("Do not give my phone to others")));
    CHECK_FALSE(isUnreadWish(QStringLiteral("Phone")));
}

TEST_CASE("People answer for consent in words of their own", "[import][consent]")
{
    CHECK(reply("No, thank you", "directory") == QStringLiteral("refused"));
    CHECK(reply("I do not agree", "funders") == QStringLiteral("refused"));
    CHECK(reply("I don't want to be named", "funders") == QStringLiteral("refused"));
    CHECK(reply("No photos please", "publicity") == QStringLiteral("refused"));
    CHECK(reply("No longer", "funders") == QStringLiteral("withdrawn"));
    CHECK(reply("I no longer agree", "funders") == QStringLiteral("withdrawn"));
    CHECK(reply("Not any more", "funders") == QStringLiteral("withdrawn"));
    CHECK(reply("Withdrawn 2021", "funders") == QStringLiteral("withdrawn"));
    for (const char* doubt : {"yes?", "Yes ???", "~yes", "yes*", "agreed (?)"})
        CHECK(reply(doubt, "funders") == QStringLiteral("?"));
    CHECK(reply("Agreed 12/3/2020", "partners") == QStringLiteral("agreed"));
    CHECK(reply("Yes (verbal 2019)", "partners") == QStringLiteral("agreed"));
    CHECK(reply("Yes I agree to be photographed", "photo") == QStringLiteral("agreed"));
    CHECK(reply("I consent", "publicity") == QStringLiteral("agreed"));
    // Conditions, doubts and answers to another question are none.
    for (const char* text : {"Yes, but not my surname", "yes - group photos only", "Not sure", "ask first", "Yes?",
                             "Name yes, photo no", "I may agree", "Want consent", "No objection", "Yes until 2020",
                             "Yes for 2019", "consent form", "Yes I agree to be photographed"}) {
        INFO(text);
        CHECK(reply(text, "directory") == QStringLiteral("?"));
    }
}

TEST_CASE("A negated heading never makes an agreement", "[import][consent]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(
        *store, files.write(QStringLiteral("refused.csv"),
                            "Name,I do not agree to be named in funder reports,No photo consent,Photo policy agreed\n"
                            "Alma Borges,Yes,x,Yes\n"
                            "Bela Freitas,No,,No\n"));
    const Person alma = personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges"));
    const Person bela = personCalled(*store, QStringLiteral("Bela"), QStringLiteral("Freitas"));
    CHECK(consentsOf(*store, alma.id) ==
          QStringList{QStringLiteral("funders refused"), QStringLiteral("photo refused")});
    CHECK(alma.notes == QStringLiteral("Photo policy agreed: Yes"));
    CHECK(consentsOf(*store, bela.id).isEmpty());
    CHECK(bela.notes == QStringLiteral("I do not agree to be named in funder reports: No\nPhoto policy agreed: No"));
    CHECK(plan.rows()[1].warnings ==
          QStringList{QString::fromUtf8("“No” in “I do not agree to be named in funder reports” is no refusal, but no "
                                        "agreement either; it was kept in the notes.")});
}

TEST_CASE("A column about consent that no field is for is told", "[import][consent]")
{
    FreshStore store;
    const SheetFiles files;
    const auto file = ImportFile::read(
        *store, files.write(QStringLiteral("told.csv"), "Name,May we contact you?,Shoe size\nAlma Borges,Yes,38\n"));
    REQUIRE_OK(file);
    CHECK((*file)->remarks() ==
          QStringList{QString::fromUtf8("“May we contact you?” asks about consent or forbids something. It was kept "
                                        "in the notes: read it before anybody in this list is named or written to.")});
}

TEST_CASE("A bare word is a consent only where somebody answers it", "[import][consent][mapping]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("bare.csv"),
                               "Name,Publicity,Alumni directory\nAlma Borges,Radio interview,withdrawn\n"));
    const Person alma = personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges"));
    CHECK(consentsOf(*store, alma.id) == QStringList{QStringLiteral("directory withdrawn")});
    CHECK(alma.notes == QStringLiteral("Publicity: Radio interview"));
}

TEST_CASE("An answer that says more keeps its words", "[import][consent]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("answers.csv"),
                               "Name,Share with funders,Photo consent\nAlma Borges,Agreed 12/3/2020,ask first\n"));
    const Person alma = personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges"));
    const auto consents = ofPerson<Consent>(*store, alma.id);
    REQUIRE(consents.size() == 1);
    CHECK(consents[0].answer == QStringLiteral("agreed"));
    CHECK(consents[0].note == QStringLiteral("Agreed 12/3/2020"));
    CHECK(alma.notes == QStringLiteral("Photo consent: ask first"));
}

TEST_CASE("Where a row both agrees and refuses the refusal counts", "[import][consent]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("both.csv"), "Name,Photo consent,No photos,Do not publish\n"
                                                               "Alma Borges,Yes,x,\nBela Freitas,Yes,,\n"));
    CHECK(consentsOf(*store, personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges")).id) ==
          QStringList{QStringLiteral("photo refused")});
    CHECK(consentsOf(*store, personCalled(*store, QStringLiteral("Bela"), QStringLiteral("Freitas")).id) ==
          QStringList{QStringLiteral("photo agreed")});
    CHECK(plan.rows()[0].warnings ==
          QStringList{QStringLiteral("This row both agrees to something and refuses it; the refusal was taken.")});
}

TEST_CASE("Who does not wish to be written to is marked, also when known before", "[import][consent]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("first.csv"), "Name,Email\nNoa Berg,noa@example.org\n"));
    import(*store,
           files.write(QStringLiteral("wishes.csv"), "Name,Email,Phone,Do Not Email,Do Not Phone,Opt Out,Deceased\n"
                                                     "Mina Lund,mina@example.org,+679 701 2345,Yes,No,0,0\n"
                                                     "Noa Berg,noa@example.org,,No,Yes,1,\n"
                                                     "Ole Dahl,ole@example.org,,,,,3 May 2019\n"));
    const Person mina = personCalled(*store, QStringLiteral("Mina"), QStringLiteral("Lund"));
    const auto contacts = ofPerson<ContactPoint>(*store, mina.id);
    REQUIRE(contacts.size() == 2);
    CHECK(contacts[0].doNotUse);
    CHECK_FALSE(contacts[1].doNotUse);
    CHECK(mina.notes.isEmpty());
    const Person noa = personCalled(*store, QStringLiteral("Noa"), QStringLiteral("Berg"));
    CHECK(ofPerson<ContactPoint>(*store, noa.id).at(0).doNotUse);
    CHECK(noa.notes == QStringLiteral("Do Not Phone: yes"));
    const Person ole = personCalled(*store, QStringLiteral("Ole"), QStringLiteral("Dahl"));
    CHECK(ole.status == QStringLiteral("deceased"));
    CHECK(ole.notes == QStringLiteral("Deceased: 3 May 2019"));
}

TEST_CASE("A refusal in a newer list ends what was agreed, and is told with the name", "[import][consent]")
{
    const char* const policy = GENERATE("skip", "fill", "update");
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("before.csv"),
                               "Name,Email,Share with funders,Alumni directory\n"
                               "Tevita Moala,t@mail.example,Yes,Yes\nSela Fonua,s@mail.example,Yes,Yes\n"));
    const auto file = ImportFile::read(*store, files.write(QStringLiteral("now.csv"),
                                                           "Name,Email,Share with funders,Alumni directory\n"
                                                           "Tevita Moala,t@mail.example,No,Withdrawn\n"
                                                           "Sela Fonua,s@mail.example,I no longer agree,Yes\n"));
    REQUIRE_OK(file);
    const auto plan = ImportPlan::make(*store, *file, *matchPolicyFromCode(QString::fromLatin1(policy)));
    REQUIRE_OK(plan);
    REQUIRE_OK(plan->apply(*store));
    CHECK(plan->counts().joined == 2);
    CHECK(plan->counts().endedAgreements == 3);
    REQUIRE(plan->counts().refusals.size() == 3);
    CHECK(plan->counts().refusals.front().startsWith(QStringLiteral("Tevita Moala no longer agrees: ")));
    CHECK(plan->rows()[0].warnings.size() == 2);
    const QDate today = store.clock.today();
    const Person tevita = personCalled(*store, QStringLiteral("Tevita"), QStringLiteral("Moala"));
    const Person sela = personCalled(*store, QStringLiteral("Sela"), QStringLiteral("Fonua"));
    CHECK_FALSE(agreesTo(ofPerson<Consent>(*store, tevita.id), QStringLiteral("funders"), today));
    CHECK_FALSE(agreesTo(ofPerson<Consent>(*store, tevita.id), QStringLiteral("directory"), today));
    CHECK_FALSE(agreesTo(ofPerson<Consent>(*store, sela.id), QStringLiteral("funders"), today));
    CHECK(agreesTo(ofPerson<Consent>(*store, sela.id), QStringLiteral("directory"), today));
}

TEST_CASE("A refusal wins over an agreement in the same list, whichever comes first", "[import][consent]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store,
           files.write(QStringLiteral("both.csv"), "Name,Email,Share with funders\n"
                                                   "Tevita Moala,t@mail.example,Yes\nTevita Moala,t@mail.example,No\n"
                                                   "Sela Fonua,s@mail.example,No\nSela Fonua,s@mail.example,Yes\n"));
    for (const auto& [given, family] : {std::pair("Tevita", "Moala"), std::pair("Sela", "Fonua")}) {
        const Person person = personCalled(*store, QString::fromLatin1(given), QString::fromLatin1(family));
        CHECK_FALSE(agreesTo(ofPerson<Consent>(*store, person.id), QStringLiteral("funders"), store.clock.today()));
    }
}

TEST_CASE("An agreement with a doubt is none", "[import][consent]")
{
    FreshStore store;
    const SheetFiles files;
    const char* text = GENERATE("yes?", "?yes", "y?", "Yes*", "(yes)", "[Yes]", "yes…", "yes...", "Agreed?");
    INFO(text);
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("s.csv"), QByteArray("Given name,Family name,Publicity consent,"
                                                                       "Country\nDara,Sok,\"") +
                                                                text + "\",Tonga\n"));
    const Person dara = personCalled(*store, QStringLiteral("Dara"), QStringLiteral("Sok"));
    CHECK_FALSE(agreesTo(ofPerson<Consent>(*store, dara.id), QStringLiteral("publicity"), store.clock.today()));
    CHECK(plan.counts().notUnderstood == 1);
}

TEST_CASE("A column about consent of which no answer is understood is told, with the words and rows",
          "[import][consent]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("words.csv"), "Name,Photo consent,Publicity,Share with funders\n"
                                                                "Alma Borges,vielleicht,Radio,Yes\n"
                                                                "Bela Freitas,ask first,,ask first\n"
                                                                "Caro Nunes,vielleicht,,No\n"));
    CHECK(plan.counts().unclearConsents == 5);
    CHECK(plan.counts().consentRemarks ==
          QStringList{QString::fromUtf8("1 answer in “Share with funders” was not understood and counts as not "
                                        "agreed: “ask first” (row 3)."),
                      QString::fromUtf8("No answer in “Photo consent” was understood, so that nobody is taken as "
                                        "agreeing: “ask first” (row 3), “vielleicht” (rows 2, 4)."),
                      QString::fromUtf8("No answer in “Publicity” was understood, so that nobody is taken as "
                                        "agreeing: “Radio” (row 2).")});
    CHECK(consentsOf(*store, personCalled(*store, QStringLiteral("Bela"), QStringLiteral("Freitas")).id).isEmpty());
}

TEST_CASE("An answer that is not understood ends what was agreed before", "[import][consent]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("before.csv"),
                               "Name,Email,Share with funders\nTevita Moala,t@mail.example,Yes\n"));
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("now.csv"),
                                   "Name,Email,Share with funders\nTevita Moala,t@mail.example,only if asked\n"));
    CHECK(plan.counts().endedAgreements == 1);
    const Person tevita = personCalled(*store, QStringLiteral("Tevita"), QStringLiteral("Moala"));
    const auto consents = ofPerson<Consent>(*store, tevita.id);
    REQUIRE(consents.size() == 2);
    CHECK_FALSE(agreesTo(consents, QStringLiteral("funders"), store.clock.today()));
    CHECK(consents[1].note == QStringLiteral("only if asked"));
}

TEST_CASE("A refusal that cannot be matched surely counts for those who may be meant, and is told",
          "[import][consent]")
{
    const char* const policy = GENERATE("skip", "fill", "update");
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("before.csv"),
                               "Name,Email,Share with funders,Alumni directory\n"
                               "Tevita Moala,t@mail.example,Yes,Yes\nTevita Moala,t2@mail.example,Yes,\n"
                               "Sela Fonua,s@mail.example,Yes,Yes\n"));
    const auto file = ImportFile::read(*store, files.write(QStringLiteral("now.csv"),
                                                           "Name,Share with funders\n"
                                                           "Moala Tevita,Withdrawn\nSela Fonua,Yes\nMina Lund,No\n"));
    REQUIRE_OK(file);
    const auto plan = ImportPlan::make(*store, *file, *matchPolicyFromCode(QString::fromLatin1(policy)));
    REQUIRE_OK(plan);
    REQUIRE_OK(plan->apply(*store));
    CHECK(plan->counts().newPeople == 3);
    CHECK(plan->counts().endedAgreements == 2);
    CHECK(plan->counts().unsureRefusals == 1);
    CHECK(plan->counts().consentRemarks ==
          QStringList{QStringLiteral("1 refusal could not be matched surely (row 2). It counts for those as well who "
                                     "are known and may be meant: Tevita Moala.")});
    CHECK(plan->rows()[0].warnings.contains(QStringLiteral(
        "The refusal in this row counts for Tevita Moala, Tevita Moala as well, who may be the same person.")));
    const QDate today = store.clock.today();
    int agreeing = 0;
    const auto moalas = store->find<Person>(Where("family_name", QStringLiteral("Moala")));
    REQUIRE_OK(moalas);
    for (const Person& person : *moalas) {
        CHECK_FALSE(agreesTo(ofPerson<Consent>(*store, person.id), QStringLiteral("funders"), today));
        agreeing += agreesTo(ofPerson<Consent>(*store, person.id), QStringLiteral("directory"), today);
    }
    CHECK(agreeing == 1);
    const auto fonuas = store->find<Person>(Where("family_name", QStringLiteral("Fonua")));
    REQUIRE_OK(fonuas);
    CHECK(agreesTo(ofPerson<Consent>(*store, fonuas->front().id), QStringLiteral("funders"), today));
}

TEST_CASE("A refusal counts for a namesake in the same list who is not surely somebody else", "[import][consent]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(*store, files.write(QStringLiteral("twice.csv"),
                                                       "Name,Email,Share with funders\n"
                                                       "Tevita Moala,t@mail.example,Yes\nTevita Moala,,No\n"));
    CHECK(plan.counts().unsureRefusals == 1);
    const auto people = store->find<Person>(Where("family_name", QStringLiteral("Moala")));
    REQUIRE_OK(people);
    CHECK(people->size() == 2);
    for (const Person& person : *people)
        CHECK_FALSE(agreesTo(ofPerson<Consent>(*store, person.id), QStringLiteral("funders"), store.clock.today()));
}
