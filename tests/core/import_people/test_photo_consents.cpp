// SPDX-License-Identifier: GPL-3.0-or-later
// Consents to be shown in photos and to get the newsletter: apart from publicity.
#include "consent_helpers.h"

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Who asks about photos asks about photos, and who asks about the newsletter about that",
          "[import][consent][mapping][photo]")
{
    const auto [heading, expected] = GENERATE(
        table<const char*, const char*>({{"Photo consent", "consent.photo"},
                                         {"Consent to photographs", "consent.photo"},
                                         {"May we publish photos of you?", "consent.photo"},
                                         {"May we use photos of you on our website? (Yes / No)", "consent.photo"},
                                         {"I agree to be filmed", "consent.photo"},
                                         {"Foto: ja/nein", "consent.photo"},
                                         {"Photos (yes/no)", "consent.photo"},
                                         {"Fotos: sim / não", "consent.photo"},
                                         {"Autorizo fotos", "consent.photo"},
                                         {"Não autorizo fotos", "refusal.photo"},
                                         {"Keine Fotos", "refusal.photo"},
                                         {"Do not publish photos of me", "refusal.photo"},
                                         {"Consent to publish my name and photo", "notes"}, // two questions in one
                                         {"Do not publish my name or photo", "refusal.publicity"},
                                         {"May we use your photo in reports to funders?", "notes"},
                                         {"Newsletter", "consent.newsletter"},
                                         {"Mailing list", "consent.newsletter"},
                                         {"Subscribe to our newsletter", "consent.newsletter"},
                                         {"May we add you to our mailing list?", "consent.newsletter"},
                                         {"Unsubscribe from the newsletter", "refusal.newsletter"},
                                         {"Remove from mailing list", "refusal.newsletter"},
                                         {"No newsletter", "refusal.newsletter"},
                                         {"I agree to receive the newsletter and to photos", "notes"},
                                         {"Number of newsletters", ""},
                                         {"Media consent", "consent.publicity"}}));
    INFO(heading);
    CHECK(target(heading) == QString::fromUtf8(expected));
}

TEST_CASE("An answer about photos never agrees to be named in public", "[import][consent][photo]")
{
    CHECK(reply("Yes I agree to be photographed", "publicity") == QStringLiteral("?"));
    CHECK(reply("Photos ok", "publicity") == QStringLiteral("?"));
    CHECK(reply("No photos please", "photo") == QStringLiteral("refused"));
    CHECK(reply("Do not publish", "photo") == QStringLiteral("refused"));
    CHECK(reply("Unsubscribed", "newsletter") == QStringLiteral("withdrawn"));
    CHECK(reply("Subscribed 2021", "newsletter") == QStringLiteral("agreed"));
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("photos.csv"),
                               "Name,Publicity,Foto: ja/nein,Do not publish my name or photo,Newsletter\n"
                               "Alma Borges,Yes,ja,,Yes\n"
                               "Bela Freitas,No photos,ja,,No\n"
                               "Caro Dias,Yes,nein,,unsubscribed\n"
                               "Dina Lobo,Yes,ja,x,\n"
                               "Edu Reis,,vielleicht,,\n"));
    const auto of = [&](const char* given, const char* family) {
        QStringList all =
            consentsOf(*store, personCalled(*store, QString::fromLatin1(given), QString::fromLatin1(family)).id);
        all.sort();
        return all.join(QStringLiteral(", "));
    };
    CHECK(of("Alma", "Borges") == QStringLiteral("newsletter agreed, photo agreed, publicity agreed"));
    CHECK(of("Bela", "Freitas") == QStringLiteral("newsletter refused, photo refused, publicity refused"));
    CHECK(of("Caro", "Dias") == QStringLiteral("newsletter withdrawn, photo refused, publicity agreed"));
    CHECK(of("Dina", "Lobo") == QStringLiteral("photo refused, publicity refused"));
    CHECK(of("Edu", "Reis").isEmpty());
}
