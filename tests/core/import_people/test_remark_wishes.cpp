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
        "No camera of her own", "Withdrew from course", "Not on the list", "Name not in list", "Did not appear",
        "Name must be spelt with two s", "Name appears in passport as Alma B.", "must not fly", "No objections",
        "No restrictions", "No photo received", "consent form received", "Ask first about diet", "ask her about visas",
        "Only after 5 pm", "Not before 9 am", "until Friday", "may come after lunch", "Off on Fridays", "Never late",
        "remove from room list", "hidden talent: singing", "Media trainer");
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

TEST_CASE("A remark that speaks against disclosing somebody leaves no agreement that it may touch",
          "[import][consent][remarks]")
{
    const char* const remark = GENERATE(
        "leave her out of the list", "don't share her details with anyone", "GDPR request", "only first name",
        "asked to be taken off the list", "wants her name removed", "would rather not be named",
        "asked that her details be kept private", "don't give out her number", "withhold name in report",
        "ask her before publishing her name", "must not be recognised", "protect her identity", "no longer agrees",
        "consent unclear", "consent needs renewal", "delete all her data", "right to be forgotten",
        "her employer must not know that she came", "do not tell her employer", "treat as confidential",
        "no attribution", "quote without her name", "her family asked us not to mention her name",
        "identity is not to be revealed", "contact details must stay with the secretariat",
        "worried about being identified", "only consented to the directory", "no to everything",
        "keep her name from funders", "hapus dari daftar", "minta namanya tidak dicantumkan",
        "demande à être retirée de la liste", "pediu para ser retirada da lista", "bitte von der Liste streichen",
        "không nêu tên", "tanggalin sa listahan", "从名单中删除", "名前を出さない");
    INFO(remark);
    const QString left = consentsBeside(remark);
    CHECK_FALSE(left.contains(QStringLiteral("agreed")));
}

TEST_CASE("A remark about one use leaves the agreements to the others", "[import][consent][remarks]")
{
    const auto [remark, left] = GENERATE(
        table<const char*, const char*>({{"no faces", "directory agreed, publicity agreed"},
                                         {"keep her out of the photos", "directory agreed, publicity agreed"},
                                         {"would rather not be in pictures", "directory agreed, publicity agreed"},
                                         {"not comfortable with photos", "directory agreed, publicity agreed"},
                                         {"everything but her face", "directory agreed, publicity agreed"},
                                         {"group photos only", "directory agreed, publicity agreed"},
                                         {"needs to approve any photo", "directory agreed, publicity agreed"},
                                         {"remains vegetarian, blur her face", "directory agreed, publicity agreed"},
                                         {"leave her out of the report", "directory agreed"},
                                         {"take down her story", "directory agreed"},
                                         {"hold publication", "directory agreed"},
                                         {"sans photo", "directory agreed, publicity agreed"},
                                         {"ne pas mentionner dans le rapport", ""}}));
    INFO(remark);
    CHECK(consentsBeside(remark, "Photo consent,Publicity,Alumni directory,Remarks", "Yes,Yes,Yes")
              .remove(QStringLiteral("photo refused, "))
              .toStdString() == left);
}

TEST_CASE("A name that is not to be published is not to be printed for anybody", "[import][consent][remarks]")
{
    const char* const remark = GENERATE("do not publish her name", "please don't publish her surname",
                                        "never publish his name", "ne pas publier son nom", "no publicar su nombre");
    INFO(remark);
    const QString left =
        consentsBeside(remark, "Photo consent,Publicity,Share with funders,Partners,Remarks", "Yes,Yes,Yes,Yes");
    CHECK_FALSE(left.contains(QStringLiteral("agreed")));
}

TEST_CASE("What people do, lack and ask for takes no agreement back", "[import][consent][remarks]")
{
    const char* const remark = GENERATE(
        "wrote the shadow report for CEDAW", "photographer", "works on media freedom", "shared a room with Bela",
        "public health worker", "list of participants attached", "no photo yet", "photo not received",
        "report not yet received", "did not submit report", "only speaks French", "only woman in the photo",
        "has only one name", "no surname", "name not clear", "no contact details", "bank details missing",
        "please send flight details", "does not want to share a room", "no objection to photos",
        "does not mind photos", "may be named", "consent form signed", "photo consent given",
        "works on data protection", "GDPR trainer", "please check name spelling", "name tag missing",
        "keep list updated", "attends online only", "asked for the report", "asked us to publish her report",
        "wants a copy of the photos", "asked to be put on the list", "likes to be photographed",
        "must be mentioned in the report", "should be listed", "please share her story", "needs private space",
        "works in private practice", "removed from office in 2010", "left her job at the media centre",
        "take her photo", "stop by the office for the report", "out of office", "prefers e-mail",
        "identity card expired", "waiting for report", "permission of husband needed", "visa form not signed",
        "no longer works at UNDP", "nobody knows her arrival time", "documents violations", "no data",
        "published report without delay", "speaks without notes", "reports directly to Dara", "no internet at home");
    INFO(remark);
    CHECK(consentsBeside(remark).toStdString() == "photo agreed, publicity agreed");
}

TEST_CASE("A remark against disclosing in a newer list ends what was agreed before, and the summary has its words",
          "[import][consent][remarks]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("a.csv"), "Name,E-mail,Publicity\nAlma Borges,a@mail.example,Yes\n"));
    const ImportPlan plan = import(*store, files.write(QStringLiteral("b.csv"),
                                                       "Name,E-mail,Remarks\n"
                                                       "Alma Borges,a@mail.example,leave her out of the report\n"));
    CHECK(consentsOf(*store, personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges")).id) ==
          QStringList{QStringLiteral("publicity agreed"), QStringLiteral("publicity refused")});
    CHECK(plan.counts().endedAgreements == 1);
    CHECK(plan.counts().consentRemarks ==
          QStringList{QString::fromUtf8("Remarks that may forbid to disclose something count against what is agreed: "
                                        "“leave her out of the report” (row 2). Look at them, and enter what these "
                                        "people agree to.")});
}

TEST_CASE("A refusal at the end of a long remark counts", "[import][consent][remarks]")
{
    const QByteArray story = QByteArray("Works in the delta with fishing villages. ").repeated(12);
    CHECK_FALSE(
        consentsBeside(QByteArray(story + "Do not publish her name.").constData()).contains(QStringLiteral("agreed")));
}
