// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that restrict or end what people agree to beside them, and remarks that refuse.
#include "consent_helpers.h"

#include <meaning/consents.h>
#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString consentsOf(const Store& store)
{
    QStringList all =
        test::consentsOf(store, personCalled(store, QStringLiteral("Alma"), QStringLiteral("Borges")).id);
    all.sort();
    return all.join(QStringLiteral(", "));
}
} // namespace

TEST_CASE("A yes beside a column that restricts agrees to nothing, and the row is told",
          "[import][consent][restricting]")
{
    const auto [heading, answer] =
        GENERATE(table<const char*, const char*>({{"Camera shy", "Yes"},
                                                  {"Blur", "yes"},
                                                  {"Unlisted", "x"},
                                                  {"Leave out of the photos", "TRUE"},
                                                  {"Camera shy", "x"},
                                                  {"Do you mind being photographed?", "Yes"},
                                                  {"Uncomfortable with photos", "yes"},
                                                  {"Revoked", "Yes"},
                                                  {"Revoked", "3 May 2019"},
                                                  {"Withdrawn", "x"},
                                                  {"Embargo", "Yes"},
                                                  {"Embargo", "until the trial ends"},
                                                  {"Under embargo", "x"},
                                                  {"Hide name", "Yes"},
                                                  {"Hide identity", "TRUE"},
                                                  {"Blur face", "yes"},
                                                  {"Use alias", "Yes"},
                                                  {"First name only", "x"},
                                                  {"Internal use only", "Yes"},
                                                  {"Restricted", "Yes"},
                                                  {"Private", "yes"},
                                                  {"Low profile", "x"},
                                                  {"Photo: not allowed", "x"},
                                                  {"Photo", "not allowed"},
                                                  {"Photo", "only from behind"},
                                                  {"Photos allowed?", "No"},
                                                  {"Show photos on website", "No"},
                                                  {"Consent", "No"},
                                                  {"Consent given", "withdrawn"},
                                                  {"Consent withdrawn", "Yes"},
                                                  {"Consent revoked on", "3 May 2019"},
                                                  {"Consent status", "expired"},
                                                  {"Do not use", "x"},
                                                  {"No Facebook", "x"},
                                                  {"Identity protected", "Yes"},
                                                  {"Consent", "pending"},
                                                  {"Masquer le nom", "Oui"},
                                                  {"Sembunyikan nama", "Ya"},
                                                  {"Photo not for Facebook", "Yes"}}));
    INFO(heading << ": " << answer);
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("r.csv"), QByteArray("Name,Country,Photo consent,") + heading +
                                                                "\nAlma Borges,Fiji,Yes," + answer + "\n"));
    const Person alma = personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges"));
    CHECK_FALSE(agreesTo(ofPerson<Consent>(*store, alma.id), QStringLiteral("photo"), store.clock.today()));
    CHECK(plan.counts().consentRemarks.join(QString()).contains(QStringLiteral("the refusal was taken (row 2)")));
}

TEST_CASE("Who is not to be in the directory is not, in whatever words", "[import][consent][restricting]")
{
    const auto [heading, answer] =
        GENERATE(table<const char*, const char*>({{"Keep me out of the alumni directory", "Yes"},
                                                  {"Leave me out of the directory", "x"},
                                                  {"Show in directory", "No"},
                                                  {"List in the alumni directory", "no"},
                                                  {"In directory", "No"},
                                                  {"J'accepte de figurer dans l'annuaire", "Non"},
                                                  {"Acepto aparecer en el directorio", "No"},
                                                  {"Aceito constar do diretório de ex-alunos", "Não"},
                                                  {"Saya setuju dicantumkan di direktori alumni", "Tidak"}}));
    INFO(heading << ": " << answer);
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("r.csv"), QByteArray("Name,Country,Alumni directory,\"") + heading +
                                                            "\"\nAlma Borges,Fiji,Yes," + answer + "\n"));
    CHECK(consentsOf(*store) == QStringLiteral("directory refused"));
}

TEST_CASE("A no to a whole sentence refuses what it asks for, and a yes to it agrees to nothing",
          "[import][consent][restricting]")
{
    const auto [heading, answer, expected] = GENERATE(table<const char*, const char*, const char*>(
        {{"Autorizo a publicação do meu nome", "Não", "publicity refused"},
         {"Autorizo a publicação do meu nome", "Sim", ""},
         {"J'accepte que mon nom soit publié", "Non", "publicity refused"},
         {"J'accepte d'être pris en photo", "Non", "photo refused"},
         {"Acepto que se publique mi nombre", "No", "publicity refused"},
         {"Saya bersedia difoto selama pelatihan", "Tidak", "photo refused"},
         {"J'accepte de recevoir la lettre d'information", "Non", "newsletter refused"}}));
    INFO(heading << ": " << answer);
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("r.csv"),
                                   QByteArray("Name,Country,\"") + heading + "\"\nAlma Borges,Fiji," + answer + "\n"));
    CHECK(consentsOf(*store).toStdString() == expected);
    CHECK(plan.counts().consentRemarks.join(QString()).contains(QString::fromUtf8(answer)));
}

TEST_CASE("A sentence about what we do not ask for is told", "[import][consent][restricting]")
{
    const char* const heading = GENERATE("J'accepte que mes données soient conservées",
                                         "Autorizo o tratamento dos meus dados", "Saya setuju data saya disimpan");
    INFO(heading);
    CHECK(target(heading) == QStringLiteral("notes"));
    CHECK(isUnreadWish(QString::fromUtf8(heading)));
}

TEST_CASE("What only looks like a restriction leaves agreements as they are", "[import][consent][restricting]")
{
    const auto [heading, answer] =
        GENERATE(table<const char*, const char*>({{"Camera shy", "No"},
                                                  {"Blur", "no"},
                                                  {"Leaves on Friday", "Yes"},
                                                  {"Shares a room", "x"},
                                                  {"Do you mind being photographed?", "No"},
                                                  {"Embargo", ""},
                                                  {"Hide name", "No"},
                                                  {"Private phone", "701 2345"},
                                                  {"Private sector experience", "Yes"},
                                                  {"Dietary restrictions", "vegetarian"},
                                                  {"Privacy", "keeps to herself"},
                                                  {"Show in directory", "Yes"},
                                                  {"Consent", "Yes"},
                                                  {"Consent", "signed 2019"},
                                                  {"No Facebook account", "x"},
                                                  {"Remarks", "Not from Suva"},
                                                  {"Remarks", "No phone at home"},
                                                  {"Remarks", "Does not speak English"},
                                                  {"Remarks", "Does not use public transport"},
                                                  {"Withdrawn", "No"},
                                                  {"Passport valid until", "1 May 2019"},
                                                  {"Photo", "img_2.jpg"}}));
    INFO(heading << ": " << answer);
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("r.csv"), QByteArray("Name,Country,Photo consent,") + heading +
                                                            "\nAlma Borges,Fiji,Yes," + answer + "\n"));
    CHECK(consentsOf(*store) == QStringLiteral("photo agreed"));
}

TEST_CASE("An agreement ends on the day that a column says", "[import][consent][restricting]")
{
    const auto [heading, answer, expected] = GENERATE(
        table<const char*, const char*, const char*>({{"Consent valid until", "1 May 2019", "withdrawn"},
                                                      {"Consent expires", "2019-05-01", "withdrawn"},
                                                      {"Photo consent (valid until)", "2019", "withdrawn"},
                                                      {"Permission end date", "31/12/2020", "withdrawn"},
                                                      {"Consentement valable jusqu'au", "01/05/2019", "withdrawn"},
                                                      {"Consent valid until", "the next course", ""},
                                                      {"Consent valid until", "1 May 2090", "agreed"},
                                                      {"Newsletter consent until", "1 May 2019", "agreed for good"},
                                                      {"Consent valid until", "", "agreed for good"}}));
    INFO(heading << ": " << answer);
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("r.csv"), QByteArray("Name,Country,Photo consent,") + heading +
                                                                "\nAlma Borges,Fiji,Yes," + answer + "\n"));
    const Person alma = personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges"));
    const auto consents = ofPerson<Consent>(*store, alma.id);
    const QByteArray wanted(expected);
    REQUIRE(consents.size() == (wanted.isEmpty() ? 0 : 1));
    if (!wanted.isEmpty())
        CHECK(wanted.startsWith(consents[0].answer.toLatin1()));
    if (wanted.startsWith("agreed"))
        CHECK(consents[0].expiresOn == (wanted == "agreed" ? QDate(2090, 5, 1) : QDate()));
    else
        CHECK(logOf(plan).contains(wanted.isEmpty() ? "counts as ended" : "is past"));
}

TEST_CASE("The end of an agreement in a newer list ends the one that is known", "[import][consent][restricting]")
{
    FreshStore store;
    const SheetFiles files;
    const QByteArray headings = "Name,Email,Photo consent,Consent valid until\n";
    import(*store, files.write(QStringLiteral("a.csv"), headings + "Alma Borges,a@x.example,Yes,\n"));
    import(*store, files.write(QStringLiteral("b.csv"), headings + "Alma Borges,a@x.example,Yes,1 May 2090\n"));
    const Person alma = personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges"));
    CHECK(ofPerson<Consent>(*store, alma.id).at(0).expiresOn == QDate(2090, 5, 1));
    import(*store, files.write(QStringLiteral("c.csv"), headings + "Alma Borges,a@x.example,,1 May 2019\n"));
    CHECK_FALSE(agreesTo(ofPerson<Consent>(*store, alma.id), QStringLiteral("photo"), store.clock.today()));
}

TEST_CASE("A remark that refuses counts beside an agreement", "[import][consent][restricting]")
{
    const char* const remark = GENERATE("Do not publish photos of her", "No photos please", "wishes: ask. No photos",
                                        "Do not name", "Keep me anonymous", "Jangan bagikan foto saya", "不同意拍照");
    INFO(remark);
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("r.csv"), QByteArray("Name,Country,Photo consent,Publicity,Remarks\n"
                                                                       "Alma Borges,Fiji,Yes,Yes,\"") +
                                                                remark + "\"\n"));
    CHECK(consentsOf(*store).contains(QStringLiteral("refused")));
    CHECK(logOf(plan).contains("was read as a refusal"));
    FreshStore other;
    import(*other, files.write(QStringLiteral("w.csv"), "Name,Email,Phone,Remarks\n"
                                                        "Alma Borges,a@x.example,+679 701 2345,Do not phone\n"));
    const Person alma = personCalled(*other, QStringLiteral("Alma"), QStringLiteral("Borges"));
    for (const ContactPoint& contact : ofPerson<ContactPoint>(*other, alma.id))
        CHECK(contact.doNotUse == (contact.kind == QStringLiteral("phone")));
}

TEST_CASE("A narrower question agrees to nothing wider", "[import][consent][mapping][restricting]")
{
    const char* const heading =
        GENERATE("Group photo consent", "Consent to group photos", "Photo consent - group", "Class photo consent",
                 "Video consent", "Publicity (group)", "Share contact details (email)",
                 "Photo consent for internal use", "Photo consent (this workshop)");
    INFO(heading);
    CHECK(target(heading) == QStringLiteral("notes"));
    CHECK(isUnreadWish(QString::fromUtf8(heading)));
    FreshStore store;
    const SheetFiles files;
    import(*store,
           files.write(QStringLiteral("g.csv"), QByteArray("Name,Country,") + heading + "\nAlma Borges,Fiji,Yes\n"));
    CHECK(consentsOf(*store).isEmpty());
}

TEST_CASE("Headings that are numbered or written in one word are read", "[import][consent][mapping][restricting]")
{
    const auto [heading, expected] = GENERATE(table<const char*, const char*>({{"1. Photo consent", "consent.photo"},
                                                                               {"(3) Photo consent", "consent.photo"},
                                                                               {"Q7: Photo consent", "consent.photo"},
                                                                               {"a) Photo consent", "consent.photo"},
                                                                               {"2.1. No photos", "refusal.photo"},
                                                                               {"PhotoConsent", "consent.photo"},
                                                                               {"photoConsent", "consent.photo"},
                                                                               {"photoconsent", "consent.photo"},
                                                                               {"DoNotContact", "flag.contact"},
                                                                               {"donotcontact", "flag.contact"},
                                                                               {"NoPhotos", "refusal.photo"},
                                                                               {"FullName", "full_name"},
                                                                               {"EmailAddress", "email"},
                                                                               {"4. Name", "full_name"},
                                                                               {"WhatsApp", "whatsapp"},
                                                                               {"LinkedIn", "social"}}));
    INFO(heading);
    CHECK(target(heading).toStdString() == expected);
}

TEST_CASE("Who does not wish to be reached by two ways is reached by neither", "[import][consent][restricting]")
{
    const auto [heading, isPost] = GENERATE(table<const char*, bool>({{"Do not phone or e-mail", false},
                                                                      {"Do not e-mail or phone", false},
                                                                      {"No calls, no emails", false},
                                                                      {"Do not phone, email or post", true}}));
    INFO(heading);
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("w.csv"), QByteArray("Name,Email,Phone,Address,\"") + heading +
                                                            "\"\nAlma Borges,a@x.example,+679 701 2345,12 Hill "
                                                            "Road,x\n"));
    const Person alma = personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges"));
    const auto contacts = ofPerson<ContactPoint>(*store, alma.id);
    REQUIRE(contacts.size() == 3);
    for (const ContactPoint& contact : contacts)
        CHECK(contact.doNotUse == (contact.kind != QStringLiteral("post") || isPost));
}

TEST_CASE("A mark below “No WhatsApp” makes no way to reach somebody, and a number does", "[import][consent]")
{
    const auto [cell, kinds] =
        GENERATE(std::pair("x", "phone"), std::pair("Yes", "phone"), std::pair("same", "phone whatsapp"),
                 std::pair("+85512345679", "phone whatsapp"));
    CAPTURE(cell);
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("no.csv"),
                               QByteArray("Name,Phone,No WhatsApp\nAlma Borges,+85512345678,") + cell + '\n'));
    QStringList made;
    for (const ContactPoint& contact :
         ofPerson<ContactPoint>(*store, personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges")).id))
        made.append(contact.kind);
    CHECK(made.join(QLatin1Char(' ')) == QLatin1String(kinds));
    const bool isKept = personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges"))
                            .notes.contains(QStringLiteral("No WhatsApp"));
    CHECK(isKept == (QLatin1String(kinds) == QLatin1String("phone")));
}
