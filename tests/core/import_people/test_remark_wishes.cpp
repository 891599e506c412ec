// SPDX-License-Identifier: GPL-3.0-or-later
// Remarks in a column of their own that take back what is agreed beside them.
#include "consent_helpers.h"

#include <legends/remark_wishes.h>
#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
// "photo refused, publicity agreed" of somebody who agreed to both.
QString consentsBeside(const char* remark, const char* headings = "Photo consent,Publicity,Remarks",
                       const char* answers = "Yes,Yes")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(
        *store, files.write(QStringLiteral("r.csv"), QByteArray("Name,Country,") + headings + "\nAlma Borges,Fiji," +
                                                         answers + ",\"" + remark + "\"\n"));
    QStringList all = consentsOf(*store, personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges")).id);
    all.sort();
    const QString said = all.join(QStringLiteral(", "));
    // What was taken back is told.
    CHECK((said.contains(QStringLiteral("agreed")) || plan.rows().hasWarnings(0)));
    return said;
}
} // namespace

TEST_CASE("A remark that refuses in other words counts beside an agreement", "[import][consent][remarks]")
{
    const char* const remark = GENERATE(
        "never print her name", "Name must not appear", "Her name must never be mentioned", "don't print his name",
        "cannot be named", "Consent withdrawn", "withdrew her consent", "did not consent", "opted out", "CONFIDENTIAL",
        "strictly confidential", "Name withheld", "Off limits", "Off the record", "anonymous please", "secret",
        "Under embargo", "no press", "do not quote", "keep off the website", "Publication: no", "jangan sebut namanya",
        "nama tidak boleh disebut", "ne pas publier son nom", "no publicar su nombre", "nama jangan ditulis",
        "labele temi naran", "huwag ilathala ang pangalan", "withdrew consent on 3 May", "opted out in 2021",
        "pls don't print her name", "keep a low profile", "use alias", "not for external use", "rahasia",
        "confidentiel", "bí mật", "保密", "ห้ามเปิดเผย");
    INFO(remark);
    CHECK(consentsBeside(remark).contains(QStringLiteral("publicity refused")));
}

TEST_CASE("A remark about pictures refuses pictures", "[import][consent][remarks]")
{
    const char* const remark = GENERATE("Not on camera", "no filming", "no pics", "camera shy", "Photo: no");
    INFO(remark);
    CHECK(consentsBeside(remark).toStdString() == "photo refused, publicity agreed");
}

TEST_CASE("A remark that may limit an agreement leaves none", "[import][consent][remarks]")
{
    const char* const remark =
        GENERATE("ask first", "check with her first", "internal use only", "initials only", "private", "sensitive",
                 "consent expired", "no consent form yet", "delete her data", "may be printed after 2050",
                 "not before 2050", "embargo until 2050", "only after her release", "changed her mind about photos",
                 "asked us to delete her data", "please remove", "for internal use", "highly sensitive",
                 "form not signed", "refused to sign", "pending confirmation");
    INFO(remark);
    CHECK(consentsBeside(remark).toStdString().empty());
}

TEST_CASE("An agreement ends on the day that a remark says", "[import][consent][remarks]")
{
    const auto [remark, headings, expected] = GENERATE(table<const char*, const char*, const char*>(
        {{"Valid until 2020", "Photo consent,Remarks", "photo withdrawn"},
         {"valid until 31.12.2020", "Photo consent,Remarks", "photo withdrawn"},
         {"consent until 2020", "Photo consent,Remarks", "photo withdrawn"},
         {"expired 2020", "Photo consent,Remarks", "photo withdrawn"},
         {"Valid until 2050", "Photo consent,Remarks", "photo agreed"},
         {"may be printed after 2015", "Photo consent,Remarks", "photo agreed"},
         {"embargo until 2015", "Photo consent,Remarks", "photo agreed"},
         {"Passport valid until 2020", "Photo consent,Remarks", "photo agreed"},
         {"available until 2020", "Photo consent,Remarks", "photo agreed"},
         {"Valid until 2020", "Photo consent,Passport no,Remarks", "photo agreed"}}));
    CAPTURE(remark, headings);
    CHECK(consentsBeside(remark, headings, QByteArray(headings).contains("Passport") ? "Yes,AB123" : "Yes")
              .toStdString() == expected);
}

TEST_CASE("A remark about something else takes nothing back", "[import][consent][remarks]")
{
    const char* const remark = GENERATE(
        "Confidential secretary", "works on confidential reporting", "nothing confidential", "not confidential",
        "Anonymous donor paid the fare", "Anonymous donor", "private sector", "Sensitive to light", "Has no camera",
        "No camera of her own", "Withdrew from course", "Withdrawn", "Not on the list", "Name not in list",
        "Did not appear", "Name must be spelt with two s", "Name appears in passport as Alma B.", "must not fly",
        "No objections", "No restrictions", "No photo received", "consent form received", "Ask first about diet",
        "ask her about visas", "Only after 5 pm", "Not before 9 am", "until Friday", "may come after lunch",
        "Off on Fridays", "Never late", "remove from room list", "hidden talent: singing", "Media trainer");
    INFO(remark);
    CHECK(consentsBeside(remark).toStdString() == "photo agreed, publicity agreed");
}

TEST_CASE("A way that a remark speaks against is not to be used, and by mail comes no newsletter",
          "[import][consent][remarks]")
{
    const auto [remark, kinds, isNews] =
        GENERATE(table<const char*, const char*, bool>({{"Phone is monitored", "phone", true},
                                                        {"her phone is tapped", "phone", true},
                                                        {"line is not secure", "phone", true},
                                                        {"don't use her phone", "phone", true},
                                                        {"e-mail hacked", "email", false},
                                                        {"No calls", "phone", true},
                                                        {"No e-mail please", "email", false},
                                                        {"No calls. No e-mail please", "email phone", false},
                                                        {"phone not monitored", "", true},
                                                        {"monitored the election", "", true}}));
    INFO(remark);
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("w.csv"), QByteArray("Name,Email,Phone,Newsletter,Remarks\nAlma Borges,"
                                                                   "a@x.example,+679 701 2345,Yes,") +
                                                            remark + "\n"));
    const Person alma = personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges"));
    QStringList unwanted;
    for (const ContactPoint& contact : ofPerson<ContactPoint>(*store, alma.id)) {
        if (contact.doNotUse)
            unwanted.append(contact.kind);
    }
    unwanted.sort();
    CHECK(unwanted.join(QLatin1Char(' ')).toStdString() == kinds);
    CHECK(consentsOf(*store, alma.id) ==
          QStringList{isNews ? QStringLiteral("newsletter agreed") : QStringLiteral("newsletter refused")});
}

TEST_CASE("A no in a column that names what it is of takes back what is agreed to", "[import][consent][remarks]")
{
    FreshStore store;
    const SheetFiles files;
    const auto [heading, answer, left] = GENERATE(table<const char*, const char*, const char*>(
        {{"Funder report", "Withdrawn", "directory agreed, funders refused"},
         {"Donor reports", "opted out", "directory refused, funders refused"},
         {"Funders", "No", "directory agreed, funders refused"},
         {"Alumni list", "Withdrawn", "directory refused, funders agreed"},
         {"Can share?", "No", "directory refused, funders refused"},
         {"Listed", "no", "directory refused, funders refused"},
         {"Print name", "no", "directory refused, funders refused"},
         {"Visibility", "hidden", "directory refused, funders refused"},
         {"GDPR", "refused", "directory refused, funders refused"},
         {"Retiro o meu consentimento para o diretório", "Sim", "directory refused, funders agreed"},
         {"I take back my permission for the directory", "yes", "directory refused, funders agreed"},
         {"Outcome", "Withdrawn", "directory agreed, funders agreed"},
         {"Donor", "No", "directory agreed, funders agreed"},
         {"Name tag", "No", "directory agreed, funders agreed"}}));
    INFO(heading << ": " << answer);
    import(*store, files.write(QStringLiteral("a.csv"), "Name,E-mail,Alumni directory,Share with funders\n"
                                                        "Alma Borges,alma@mail.example,Yes,Yes\n"));
    import(*store, files.write(QStringLiteral("b.csv"), QByteArray("Name,E-mail,") + heading +
                                                            "\nAlma Borges,alma@mail.example," + answer + '\n'));
    // The newest of each purpose.
    QMap<QString, QString> newest;
    for (const QString& one :
         consentsOf(*store, personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges")).id)) {
        const QStringList words = one.split(u' ');
        if (words.value(1) != QStringLiteral("agreed") || !newest.contains(words.front()))
            newest[words.front()] = words.value(1);
    }
    CHECK(QStringLiteral("directory %1, funders %2")
              .arg(newest.value(QStringLiteral("directory")), newest.value(QStringLiteral("funders")))
              .toStdString() == left);
}
