// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody agrees by accident, a wish counts for all that it can mean, and nothing that people send is lost silently.
#include "consent_helpers.h"
#include <meaning/consents.h>

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QStringList warningsOf(const ImportPlan& plan, size_t row)
{
    return plan.rows()[row].warnings;
}

Person dara(const Store& store)
{
    return personCalled(store, QStringLiteral("Dara"), QStringLiteral("Sok"));
}
} // namespace

TEST_CASE("A yes with a condition is no agreement", "[import][consent]")
{
    const auto [purpose, text] =
        GENERATE(table<const char*, const char*>({{"funders", "yes but ask first"},
                                                  {"funders", "Y - only internally"},
                                                  {"funders", "Yes, internally"},
                                                  {"funders", "Yes (within the network)"},
                                                  {"directory", "Yes, first name"},
                                                  {"directory", "Yes, my name"},
                                                  {"directory", "yes, for alumni"},
                                                  {"directory", "Yes, in principle"},
                                                  {"directory", "Agreed in principle"},
                                                  {"directory", "Agreed on request"},
                                                  {"directory", "Yes maybe"},
                                                  {"directory", "Yes may be"},
                                                  {"directory", "Yes 2"},
                                                  {"directory", "Yes 1997-2003"},
                                                  {"directory", "Ja, mündlich"},
                                                  {"publicity", "Yes, website"},
                                                  {"publicity", "Yes, social media"},
                                                  {"publicity", "yes to photos"},
                                                  {"photo", "Yes, group photos"},
                                                  {"photo", "Yes, group"},
                                                  {"photo", "Yes, at the workshop"},
                                                  {"contact_details", "Yes, email"},
                                                  {"contact_details", "Yes, phone"},
                                                  {"contact_details", "Yes, e-mail 2019"},
                                                  {"newsletter", "Yes, by post and then we see"},
                                                  {"partners", "Yes, as discussed"},
                                                  {"partners", "Yes with initials"}}));
    INFO(purpose << ": " << text);
    CHECK(reply(text, purpose) == QStringLiteral("?"));
    CellDateHints hints;
    hints.thisYear = 2026;
    CHECK_FALSE(consentReply(QStringLiteral("Yes from 2027"), QStringLiteral("directory"), hints));
}

TEST_CASE("How and when somebody agreed is taken out of the answer", "[import][consent]")
{
    const auto [text, method, date] = GENERATE(table<const char*, const char*, const char*>(
        {{"Yes (verbal 2019)", "verbal", "2019"},
         {"by e-mail 3 May 2020: yes", "by email", "2020-05-03"},
         {"Yes, by e-mail 3 May 2020", "by email", "2020-05-03"},
         {"Yes (email, 3/5/2020)", "email", "2020-05-03"},
         {"Verbally agreed 2019-05-03", "verbally", "2019-05-03"},
         {"Yes since May 2019", "", "2019-05"},
         {"Agreed in person", "in person", ""},
         {"I agree by phone", "by phone", ""},
         {"Y (signed)", "signed", ""},
         {"Yes, signed form of 12 March 2018", "signed form of", "2018-03-12"},
         {"Sí, por escrito", "por escrito", ""},
         {"Oui, par écrit", "par ecrit", ""},
         {"Yes 2019", "", "2019"},
         {"I agree to be listed", "", ""},
         {"Yes, you may use my name", "", ""},
         {"Yes please", "", ""}}));
    INFO(text);
    const auto found = consentReply(QString::fromUtf8(text), QStringLiteral("directory"));
    REQUIRE(found);
    CHECK(found->answer == QStringLiteral("agreed"));
    CHECK(found->method == QString::fromLatin1(method));
    CHECK(found->date.toStorage() == QString::fromLatin1(date));
    CHECK(found->isPlain == (*method == 0 && *date == 0));
}

TEST_CASE("What is made of a qualified yes is kept and told", "[import][consent]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("yes.csv"), "Name,Share with partners,Alumni directory,Publicity\n"
                                                              "Dara Sok,Yes (verbal 2019),yes but ask first,none\n"));
    const auto consents = ofPerson<Consent>(*store, dara(*store).id);
    REQUIRE(consents.size() == 1);
    CHECK(consents[0].purpose == QStringLiteral("partners"));
    CHECK(consents[0].answer == QStringLiteral("agreed"));
    CHECK(consents[0].method == QStringLiteral("verbal; Import of yes.csv"));
    CHECK(consents[0].answeredOn == QDate(2019, 1, 1));
    CHECK(consents[0].note == QStringLiteral("Yes (verbal 2019)"));
    CHECK(dara(*store).notes == QStringLiteral("Alumni directory: yes but ask first\nPublicity: none"));
    CHECK(warningsOf(plan, 0).front() ==
          QString::fromUtf8("“Yes (verbal 2019)” in “Share with partners” counts as "
                            "agreed (verbal; 2019, of which the first day was taken)."));
    CHECK(plan.counts().unclearConsents == 2);
}

TEST_CASE("Who opted out gets no newsletter, e-mail or post, and the plan says so", "[import][consent]")
{
    const char* const heading = GENERATE("Opt Out", "Opted out", "Unsubscribed", "NO BULK EMAILS (User Opt Out)");
    const char* const answer = GENERATE("Yes", "x", "1", "3 May 2019", "yes?", "please", "#REF!");
    INFO(heading << " " << answer);
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("before.csv"),
                               "Name,Email,Phone,Newsletter\nDara Sok,d@x.example,+855 12 345 678,yes\n"));
    const auto file =
        ImportFile::read(*store, files.write(QStringLiteral("out.csv"),
                                             QByteArray("Name,Email,Email 2,Address,") + heading +
                                                 "\nDara Sok,d@x.example,d2@x.example,12 Hill Road," + answer + "\n"));
    REQUIRE_OK(file);
    CHECK((*file)->remarks().join(QLatin1Char(' ')).contains(QStringLiteral("gets no newsletter")));
    const auto plan = ImportPlan::make(*store, *file, MatchPolicy::Fill);
    REQUIRE_OK(plan);
    REQUIRE_OK(plan->apply(*store));
    CHECK(plan->counts().endedAgreements == 1);
    CHECK_FALSE(
        agreesTo(ofPerson<Consent>(*store, dara(*store).id), QStringLiteral("newsletter"), store.clock.today()));
    for (const ContactPoint& contact : ofPerson<ContactPoint>(*store, dara(*store).id))
        CHECK(contact.doNotUse == (contact.kind != QStringLiteral("phone")));
}

TEST_CASE("Who did not opt out is as before", "[import][consent]")
{
    const char* const answer = GENERATE("No", "0", "", "-", "Subscribed", "false");
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("in.csv"), QByteArray("Name,Email,Newsletter,Opt Out\n"
                                                                    "Dara Sok,d@x.example,yes,") +
                                                             answer + "\n"));
    CHECK(agreesTo(ofPerson<Consent>(*store, dara(*store).id), QStringLiteral("newsletter"), store.clock.today()));
    CHECK_FALSE(ofPerson<ContactPoint>(*store, dara(*store).id).at(0).doNotUse);
}

TEST_CASE("A wish in a row without an address is kept as a refusal, marks what is known, and is told",
          "[import][consent]")
{
    const char* const policy = GENERATE("skip", "fill", "update");
    const bool isKnown = GENERATE(false, true);
    FreshStore store;
    const SheetFiles files;
    if (isKnown)
        import(*store, files.write(QStringLiteral("before.csv"),
                                   "Name,Email,Phone,Newsletter\nDara Sok,d@x.example,+855 12 345 678,yes\n"));
    const auto file =
        ImportFile::read(*store, files.write(QStringLiteral("wish.csv"), "Name,Phone,Do Not Email,Do Not Post\n"
                                                                         "Dara Sok,+855 12 345 678,Yes,x\n"));
    REQUIRE_OK(file);
    const auto plan = ImportPlan::make(*store, *file, *matchPolicyFromCode(QString::fromLatin1(policy)));
    REQUIRE_OK(plan);
    REQUIRE_OK(plan->apply(*store));
    const auto consents = ofPerson<Consent>(*store, dara(*store).id);
    REQUIRE(!consents.empty());
    CHECK(consents.back().purpose == QStringLiteral("newsletter"));
    CHECK(consents.back().answer == QStringLiteral("refused"));
    CHECK_FALSE(agreesTo(consents, QStringLiteral("newsletter"), store.clock.today()));
    for (const ContactPoint& contact : ofPerson<ContactPoint>(*store, dara(*store).id))
        CHECK(contact.doNotUse == (contact.kind == QStringLiteral("email")));
    CHECK(warningsOf(*plan, 0).contains(
        QString::fromUtf8("“Do Not Email” is set, and this row has nothing to mark by it: it counts as a refusal of "
                          "the newsletter, and was kept in the notes.")));
    CHECK(warningsOf(*plan, 0).contains(
        QString::fromUtf8("“Do Not Post” is set, and this row has nothing to mark by it: it was kept in the notes.")));
}

TEST_CASE("A cell with more values than anybody has is kept in the notes as it is, and told", "[import][bounds]")
{
    const char* const heading = GENERATE("Email", "Phone", "WhatsApp", "Facebook", "Organisation", "Issues", "Skills",
                                         "Languages", "Networks", "Program", "Other names", "Website");
    const int count = GENERATE(1000, 20000);
    INFO(heading << " " << count);
    FreshStore store;
    const SheetFiles files;
    QByteArray cell;
    for (int i = 0; i < count; ++i)
        cell += QByteArray("a") + QByteArray::number(i) + "@b.example; ";
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("many.csv"),
                                   QByteArray("Given name,Family name,") + heading + "\nDara,Sok,\"" + cell + "\"\n"));
    CHECK(plan.counts().notUnderstood == 1);
    CHECK(ofPerson<ContactPoint>(*store, dara(*store).id).empty());
    CHECK(dara(*store).notes == QString::fromUtf8(heading + QByteArray(": ") + cell.trimmed()));
    REQUIRE(warningsOf(plan, 0).size() == 1);
    CHECK(warningsOf(plan, 0).front().contains(QStringLiteral("kept in the notes as it is")));
}

TEST_CASE("Values that belong to nothing are kept in the notes and told", "[import][lost]")
{
    const auto [row, notes, warning] = GENERATE(table<const char*, const char*, const char*>(
        {{"Program,Year\nAnnual Training,1997; 2003", "Year: 2003", "“2003” in “Year” has nothing to belong to"},
         {"Program,Year\nAnnual Training,1997 and autumn", "Year: autumn", "“autumn” in “Year” was not understood"},
         {"Program,Year\n,1997; 2003", "Year: 1997; 2003", "“1997; 2003” in “Year” has nothing to belong to"},
         {"Country,WhatsApp\nFiji,same as phone", "WhatsApp: same as phone", "has nothing to belong to"},
         {"Organisation,Role\nA Trust,Director\nB,", "", ""},
         {"Country,Phone\nFiji,Home: 701 2345 (evenings)", "", ""},
         {"Organisation,In the organisation from\n,March 2019", "In the organisation from: March 2019", ""},
         {"Country,Age\nKenya / Uganda,40", "Country: Kenya / Uganda\nAge: 40", "was read as Kenya"}}));
    INFO(row);
    FreshStore store;
    const SheetFiles files;
    const QByteArrayList lines = QByteArray(row).split('\n');
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("left.csv"), "Name," + lines[0] + "\nDara Sok," + lines[1] + "\n"));
    CHECK(dara(*store).notes == QString::fromUtf8(notes));
    CHECK(warningsOf(plan, 0).join(QLatin1Char('\n')).contains(QString::fromUtf8(warning)));
}

TEST_CASE("A day in a column of years is its year, and both words beside a number are kept", "[import][lost]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("day.csv"), "Name,Program,Year,Country,Phone\nDara Sok,Annual Training,"
                                                          "12/05/1997,Fiji,Home: 701 2345 (evenings)\n"));
    const auto editions = store->find<ProgramEdition>({});
    REQUIRE_OK(editions);
    REQUIRE(editions->size() == 1);
    CHECK(editions->front().start.year() == 1997);
    CHECK(dara(*store).notes.isEmpty());
    CHECK(ofPerson<ContactPoint>(*store, dara(*store).id).at(0).note == QStringLiteral("Home, evenings"));
}

TEST_CASE("The name of two countries is left open and told", "[import][country]")
{
    const auto [text, warning] = GENERATE(
        table<const char*, const char*>({{"Congo", "may be Democratic Republic of the Congo or Republic of the Congo"},
                                         {"Korea", "may be South Korea or North Korea"},
                                         {"Papua", "may be Papua New Guinea or Indonesia"}}));
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("two.csv"), QByteArray("Name,Country\nDara Sok,") + text + "\n"));
    CHECK(dara(*store).country.isEmpty());
    CHECK(dara(*store).notes == QStringLiteral("Country: ") + QString::fromLatin1(text));
    CHECK(plan.counts().notUnderstood == 1);
    CHECK(warningsOf(plan, 0).front().contains(QString::fromUtf8(warning)));
}

TEST_CASE("Cells that show an error of the spreadsheet are counted", "[import][lost]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(*store, files.write(QStringLiteral("errors.csv"),
                                                       "Name,Country,Organisation,Email\n"
                                                       "Dara Sok,Fiji,#N/A,#NAME?\nMaya Rai,#REF!,A,m@x.example\n"));
    CHECK(plan.counts().cellsInError == 3);
}

TEST_CASE("A cell in UTF-7 is read as what it says, and told", "[import][encoding]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("seven.csv"), "Name,Country,Phone,Place\n"
                                                                "Dara Sok,Fiji,+679 701 2345,Bras+AO0-lia\n"));
    CHECK(dara(*store).place == QString::fromUtf8("Brasília"));
    CHECK(ofPerson<ContactPoint>(*store, dara(*store).id).at(0).e164 == QStringLiteral("+6797012345"));
    CHECK(warningsOf(plan, 0) ==
          QStringList{QString::fromUtf8("“Bras+AO0-lia” is in UTF-7, an old encoding; it was read as “Brasília”.")});
}

TEST_CASE("A mark for the answer above is nobody's own answer", "[import][consent]")
{
    const char* const mark = GENERATE("\"\"\"\"", "ditto", "-do-", "same as above");
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(
        *store, files.write(QStringLiteral("ditto.csv"), QByteArray("Name,Country,Publicity\nMaya Rai,Nepal,Yes\n"
                                                                    "Dara Sok,ditto,") +
                                                             mark + "\n"));
    CHECK(dara(*store).country == QStringLiteral("NP"));
    CHECK(consentsOf(*store, dara(*store).id).isEmpty());
    CHECK(plan.counts().unclearConsents == 1);
}

TEST_CASE("A wish to stay unnamed that no field is for is told", "[import][consent]")
{
    const char* const heading = GENERATE(
        "Not to be named", "OK to email", "Subscribed", "Can be named", "Name may be used publicly", "OK to share?",
        "Email opt-in", "Named in reports", "Media yes/no", "Willing to be interviewed", "Wishes to remain anonymous",
        "Anonymity requested", "Name withheld", "Keep my participation confidential");
    INFO(heading);
    CHECK(target(heading) == QStringLiteral("notes"));
    CHECK(isUnreadWish(QString::fromLatin1(heading)));
}

TEST_CASE("What is said against an address or a number beside it counts", "[import][consent]")
{
    const auto [heading, cell] =
        GENERATE(table<const char*, const char*>({{"Email", "d@x.example (do not use)"},
                                                  {"Email", "d@x.example - bounced"},
                                                  {"Email", "d@x.example, not safe"},
                                                  {"Phone", "+679 701 2345 (tapped)"},
                                                  {"Phone", "do not call +679 701 2345"},
                                                  {"Phone", "Home: +679 701 2345 - don't call"}}));
    INFO(cell);
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("against.csv"),
                                   QByteArray("Name,") + heading + "\nDara Sok,\"" + cell + "\"\n"));
    const auto contacts = ofPerson<ContactPoint>(*store, dara(*store).id);
    REQUIRE(contacts.size() == 1);
    CHECK(contacts[0].doNotUse);
    CHECK(warningsOf(plan, 0).join(QLatin1Char(' ')).contains(QStringLiteral("not to be used")));
    import(*store, files.write(QStringLiteral("plain.csv"),
                               QByteArray("Name,") + heading + "\nMaya Rai,m@x.example / +679 701 2346 (office)\n"));
    for (const ContactPoint& contact :
         ofPerson<ContactPoint>(*store, personCalled(*store, QStringLiteral("Maya"), QStringLiteral("Rai")).id))
        CHECK_FALSE(contact.doNotUse);
}

TEST_CASE("What a row says of somebody who is known is added or told, never dropped", "[import][lost]")
{
    FreshStore store;
    const SheetFiles files;
    const QByteArray headings =
        "Name,Email,Phone,Organisation,In the organisation from,Program,Year,Outcome,Publicity\n";
    import(*store,
           files.write(QStringLiteral("before.csv"),
                       headings + "Dara Sok,d@x.example,+679 701 2345,A Trust,2015,Course,1997,completed,yes\n"));
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("now.csv"),
                                   headings + "Dara Sok,d@x.example,+679 701 2345 (evenings),A Trust,"
                                              "2019,Course,1997,withdrew,yes (signed 2019)\n"));
    const QString told = warningsOf(plan, 0).join(QLatin1Char('\n'));
    CHECK(told.contains(QString::fromUtf8("Affiliation stays as it is known; the file says “2019”.")));
    CHECK(told.contains(QString::fromUtf8("Outcome stays as it is known; the file says “withdrew”.")));
    CHECK(ofPerson<ContactPoint>(*store, dara(*store).id).at(1).note == QStringLiteral("evenings"));
    CHECK(ofPerson<Consent>(*store, dara(*store).id).at(0).note == QStringLiteral("yes (signed 2019)"));
}

TEST_CASE("A yes to what somebody agreed to and is over is told, and makes no agreement of it",
          "[import][consent][lost]")
{
    FreshStore store;
    const SheetFiles files;
    const QByteArray headings = "Name,Email,Publicity\n";
    import(*store, files.write(QStringLiteral("before.csv"), headings + "Dara Sok,d@x.example,yes\n"));
    Consent known = ofPerson<Consent>(*store, dara(*store).id).at(0);
    known.expiresOn = QDate(2026, 5, 31);
    REQUIRE_OK(store->change(QStringLiteral("End"), [&](ChangeWriter& writer) { return writer.update(known); }));
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("now.csv"), headings + "Dara Sok,d@x.example,yes\n"));
    CHECK(warningsOf(plan, 0) ==
          QStringList{QStringLiteral("What Dara Sok agreed to is over: Publicity. The agreement "
                                     "in this row does not count.")});
    CHECK(plan.counts().consentRemarks ==
          QStringList{QStringLiteral("1 agreement in the file does not count, since the one that is known is over: "
                                     "Dara Sok (Publicity). If they agreed anew, enter that with its day.")});
    CHECK(logOf(plan).contains("What Dara Sok agreed to is over"));
    CHECK(ofPerson<Consent>(*store, dara(*store).id).size() == 1);
}

TEST_CASE("By which way somebody does not wish to be reached is read in any words", "[import][consent][mapping]")
{
    for (const auto& [heading, expected] : {std::pair("Please do not email me", "flag.email"),
                                            {"Has opted out of bulk e-mail", "flag.email"},
                                            {"No phone calls", "flag.phone"},
                                            {"Opted out of SMS", "flag.phone"},
                                            {"Not to be contacted", "flag.contact"},
                                            {"Never contact by phone", "flag.phone"},
                                            {"No mailings please", "flag.mail"},
                                            {"No email", "flag.email"},
                                            {"No SMS", "flag.phone"},
                                            {"Bounced", "flag.email"},
                                            {"Remove from list", "flag.opt_out"},
                                            {"No WhatsApp", "whatsapp"},
                                            {"Phone no", "phone"},
                                            {"No. Phone", "phone"},
                                            {"Contact no", "phone"},
                                            {"Do not give my phone to others", "notes"},
                                            {"Do not email or phone", "flag.phone_email"}}) {
        INFO(heading);
        CHECK(target(heading) == QLatin1String(expected));
    }
}

TEST_CASE("A status of a mailing program is read as the wish that it is", "[import][consent]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(
        *store, files.write(QStringLiteral("status.csv"), "Name,Email,Status\nDara Sok,d@x.example,Unsubscribed\n"));
    CHECK(ofPerson<ContactPoint>(*store, dara(*store).id).at(0).doNotUse);
    CHECK(consentsOf(*store, dara(*store).id) == QStringList{QStringLiteral("newsletter refused")});
    CHECK(plan.counts().notUnderstood == 1);
}
