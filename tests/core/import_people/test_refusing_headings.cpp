// SPDX-License-Identifier: GPL-3.0-or-later
// Headings that refuse, narrow or translate what a known heading asks: nobody agrees by them.
#include "consent_helpers.h"

#include <import/sheet_preview.h>
#include <meaning/consents.h>

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QStringList rowWarnings(const ImportPlan& plan, size_t row)
{
    return plan.rows()[row].warnings;
}

QString consentsOf(const Store& store, const char* given, const char* family)
{
    QStringList all =
        test::consentsOf(store, personCalled(store, QString::fromUtf8(given), QString::fromUtf8(family)).id);
    all.sort();
    return all.join(QStringLiteral(", "));
}
} // namespace

TEST_CASE("A heading with a word of refusal beside what it asks is a refusal", "[import][consent][mapping][refusing]")
{
    const auto [heading, expected] =
        GENERATE(table<const char*, const char*>({{"Publicity (tick to refuse)", "refusal.publicity"},
                                                  {"Publicity (tick if you do not agree)", "refusal.publicity"},
                                                  {"Publicity (X = no)", "refusal.publicity"},
                                                  {"Publicity (1 = no, 2 = yes)", "refusal.publicity"},
                                                  {"Publicity (yes = 0, no = 1)", "refusal.publicity"},
                                                  {"Publicity (0 = yes, 1 = no, 2 = unsure)", "refusal.publicity"},
                                                  {"Publicity (blank = no, x = no)", "refusal.publicity"},
                                                  {"Keine Fotoerlaubnis", "refusal.photo"},
                                                  {"Publicity - veto", "refusal.publicity"},
                                                  {"Publicity ✗", "refusal.publicity"},
                                                  {"Publicity - vetoed by the family", "refusal.publicity"},
                                                  {"Publicity (please cross out if yes)", "refusal.publicity"},
                                                  {"Publicity (please tick to opt out)", "refusal.publicity"},
                                                  {"Publicity (leave blank if you agree)", "refusal.publicity"},
                                                  {"Publicity: opposed", "refusal.publicity"},
                                                  {"Publicity denied", "refusal.publicity"},
                                                  {"Publicity (not without asking)", "notes"},
                                                  {"Publicity consent refused", "refusal.publicity"},
                                                  {"Publicity consent withdrawn", "refusal.publicity"},
                                                  {"Objection to publicity", "refusal.publicity"},
                                                  {"Directory - unlisted", "refusal.directory"},
                                                  {"Alumni directory: hidden", "refusal.directory"},
                                                  {"Alumni directory [exclude]", "refusal.directory"},
                                                  {"Directory (tick to be left out)", "refusal.directory"},
                                                  {"Newsletter (unsubscribed)", "refusal.newsletter"},
                                                  {"Stop newsletter", "refusal.newsletter"},
                                                  {"Share with partners (tick to object)", "refusal.partners"},
                                                  {"Share with funders - forbidden", "refusal.funders"},
                                                  {"Photos forbidden", "refusal.photo"},
                                                  {"Photo ban", "refusal.photo"},
                                                  {"Avoid publicity", "refusal.publicity"},
                                                  {"Unwilling to be photographed", "refusal.photo"},
                                                  {"Photo consent (declined)", "refusal.photo"},
                                                  {"Photo consent - no", "refusal.photo"},
                                                  {"Refuse la publicité", "refusal.publicity"},
                                                  {"Ne pas publier mon nom", "refusal.publicity"},
                                                  {"Photos interdites", "refusal.photo"},
                                                  {"Não publicar", "refusal.publicity"},
                                                  {"Recusa fotos", "refusal.photo"},
                                                  {"Não partilhar contactos", "refusal.contact_details"},
                                                  {"Rechaza publicidad", "refusal.publicity"},
                                                  {"Jangan bagikan foto saya", "refusal.photo"},
                                                  {"Tidak setuju publikasi", "refusal.publicity"},
                                                  {"Publicity (tidak setuju)", "refusal.publicity"},
                                                  {"Nicht veröffentlichen", "refusal.publicity"},
                                                  {"Không đồng ý chụp ảnh", "refusal.photo"},
                                                  {"不同意公开", "refusal.publicity"},
                                                  {"拒绝拍照", "refusal.photo"},
                                                  {"ไม่อนุญาตให้ถ่ายภาพ", "refusal.photo"},
                                                  {"ห้ามเผยแพร่", "refusal.publicity"}}));
    INFO(heading);
    CHECK(target(heading) == QString::fromUtf8(expected));
}

TEST_CASE("A heading with a word that may limit what it asks is for the notes, and told",
          "[import][consent][mapping][refusing]")
{
    const char* const heading =
        GENERATE("Directory (name only)", "Publicity (with care)", "Publicity - group photographs only",
                 "Publicity (by initials)", "Newsletter (language)", "Share with partners (after asking)",
                 "Share only if asked", "Jangan bagikan data saya", "Não partilhar", "Objection to being named",
                 "Alumni directory - initials", "Publicity (N)", "Publicity (until 2020)",
                 "Não aceita publicidade e fotos", "Publicity (confidential)", "Chia sẻ: không");
    INFO(heading);
    CHECK(target(heading) == QStringLiteral("notes"));
    CHECK(isUnreadWish(QString::fromUtf8(heading)));
}

TEST_CASE("A heading all of whose words are understood stays the agreement that it asks for",
          "[import][consent][mapping][refusing]")
{
    const auto [heading, expected] =
        GENERATE(table<const char*, const char*>({{"Publicity", "consent.publicity"},
                                                  {"Publicity (yes/no)", "consent.publicity"},
                                                  {"Publicity (Yes or No)", "consent.publicity"},
                                                  {"Publicity (Y/N)", "consent.publicity"},
                                                  {"Publicity (yes/no/not sure)", "consent.publicity"},
                                                  {"Publicity (agree/disagree)", "consent.publicity"},
                                                  {"Publicity (agree / do not agree)", "consent.publicity"},
                                                  {"Publicity (tick if you agree)", "consent.publicity"},
                                                  {"Publicity (please tick)", "consent.publicity"},
                                                  {"Publicity (x = yes)", "consent.publicity"},
                                                  {"Publicity (1 = yes, 0 = no)", "consent.publicity"},
                                                  {"Publicity (0 = no, 1 = yes)", "consent.publicity"},
                                                  {"Publicity (yes=1, no=0)", "consent.publicity"},
                                                  {"Publicity (true/false)", "consent.publicity"},
                                                  {"Publicity (blank = no)", "consent.publicity"},
                                                  {"Publicity (X if yes)", "consent.publicity"},
                                                  {"Publicity (✓/✗)", "consent.publicity"},
                                                  {"Publicity (leave blank if not agreed)", "consent.publicity"},
                                                  {"Publicity consent 2019", "consent.publicity"},
                                                  {"Publicity (date)", "consent.publicity"},
                                                  {"Publicité / Publicity", "consent.publicity"},
                                                  {"Alumni directory (I agree)", "consent.directory"},
                                                  {"Alumni directory: consent given", "consent.directory"},
                                                  {"Photo consent (opt in/opt out)", "consent.photo"},
                                                  {"Newsletter (email)", "consent.newsletter"},
                                                  {"Newsletter?", "consent.newsletter"},
                                                  {"Share with funders (permission)", "consent.funders"},
                                                  {"consent/photo", "consent.photo"}}));
    INFO(heading);
    CHECK(target(heading) == QString::fromUtf8(expected));
}

TEST_CASE("Headings in other languages that ask for no consent are no wish", "[import][mapping][refusing]")
{
    const char* const heading =
        GENERATE("Non-profit partners", "Kontak darurat", "ប្រទេស", "通讯地址", "联系电话", "ปัญหาสุขภาพ", "Data diri",
                 "Contacto de emergencia", "No. of publications", "Nom complet", "Hidden costs", "Out of country",
                 "Blank", "Empty seats", "ใบอนุญาตขับขี่");
    INFO(heading);
    CHECK_FALSE(isUnreadWish(QString::fromUtf8(heading)));
    CHECK_FALSE(target(heading).startsWith(QStringLiteral("refusal")));
}

TEST_CASE("A mark below a heading that refuses is a refusal, and beside an agreement it wins",
          "[import][consent][refusing]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store,
               files.write(QStringLiteral("r.csv"), "Name,Publicity,Publicity (tick to refuse),Directory (name only)\n"
                                                    "Alma Borges,Yes,x,Yes\n"
                                                    "Bela Freitas,Yes,,No\n"
                                                    "Caro Dias,,x,\n"));
    CHECK(consentsOf(*store, "Alma", "Borges") == QStringLiteral("publicity refused"));
    CHECK(consentsOf(*store, "Bela", "Freitas") == QStringLiteral("directory refused, publicity agreed"));
    CHECK(consentsOf(*store, "Caro", "Dias") == QStringLiteral("publicity refused"));
    CHECK(personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges")).notes ==
          QStringLiteral("Directory (name only): Yes"));
    const QString summary = plan.counts().consentRemarks.join(QLatin1Char('\n'));
    CHECK(summary.contains(QStringLiteral("1 row both agrees to something and refuses it; the refusal was taken "
                                          "(row 2).")));
    CHECK(
        summary.contains(QString::fromUtf8("“Directory (name only)” asks about consent or forbids something; nobody "
                                           "agrees by it, and what stands in it was kept in the notes: “No” (row 3), "
                                           "“Yes” (row 2).")));
    CHECK(plan.counts().unclearConsents == 2);
}

TEST_CASE("Who is not to be named agrees to nothing that names them", "[import][consent][refusing]")
{
    const auto [heading, answer] = GENERATE(table<const char*, const char*>({{"Do not name", "Yes"},
                                                                             {"Do not name", "x"},
                                                                             {"Do not name", "●"},
                                                                             {"Do not name", "3 May 2019"},
                                                                             {"Not to be named", "yes"},
                                                                             {"Wishes to remain anonymous", "Yes"},
                                                                             {"Can be named", "No"},
                                                                             {"Name may be used publicly", "no"},
                                                                             {"Objection", "Yes"},
                                                                             {"Share only if asked", "Yes"},
                                                                             {"Jangan bagikan data saya", "Ya"},
                                                                             {"Não partilhar", "Sim"}}));
    const char* const policy = GENERATE("skip", "fill", "update");
    const bool isKnown = GENERATE(false, true);
    INFO(heading << " " << answer << " " << policy);
    FreshStore store;
    const SheetFiles files;
    if (isKnown)
        import(*store,
               files.write(QStringLiteral("before.csv"), "Name,Email,Publicity\nAlma Borges,a@x.example,Yes\n"));
    const auto file = ImportFile::read(
        *store, files.write(QStringLiteral("n.csv"), QByteArray("Name,Email,Publicity,Newsletter,") + heading +
                                                         "\nAlma Borges,a@x.example,Yes,Yes," + answer + "\n"));
    REQUIRE_OK(file);
    const auto plan = ImportPlan::make(*store, *file, *matchPolicyFromCode(QString::fromLatin1(policy)));
    REQUIRE_OK(plan);
    REQUIRE_OK(plan->apply(*store));
    const Person alma = personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges"));
    const auto consents = ofPerson<Consent>(*store, alma.id);
    CHECK_FALSE(agreesTo(consents, QStringLiteral("publicity"), store.clock.today()));
    if (!isKnown)
        CHECK(agreesTo(consents, QStringLiteral("newsletter"), store.clock.today()));
    CHECK(rowWarnings(*plan, 0).join(QLatin1Char('\n')).contains(QString::fromUtf8("” was read as a refusal: ")));
    CHECK(logOf(*plan).contains("was read as a refusal"));
    CHECK(plan->counts()
              .consentRemarks.join(QLatin1Char(' '))
              .contains(QStringLiteral("the refusal was taken (row 2)")));
}

TEST_CASE("Who may be named, and what is said beside, is as before", "[import][consent][refusing]")
{
    const auto [heading, answer] = GENERATE(table<const char*, const char*>({{"Do not name", "No"},
                                                                             {"Do not name", ""},
                                                                             {"Do not name", "-"},
                                                                             {"Can be named", "Yes"},
                                                                             {"May we contact you?", "No"},
                                                                             {"Confidential comments", "likes tea"},
                                                                             {"Photo policy agreed", "No"},
                                                                             {"Agree to the terms", "No"},
                                                                             {"I do not agree to the terms", "Yes"}}));
    INFO(heading << " " << answer);
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("n.csv"), QByteArray("Name,Email,Publicity,") + heading +
                                                            "\nAlma Borges,a@x.example,Yes," + answer + "\n"));
    CHECK(consentsOf(*store, "Alma", "Borges") == QStringLiteral("publicity agreed"));
}

TEST_CASE("A no in other languages and other words is a refusal", "[import][consent][refusing]")
{
    const char* const answer =
        GENERATE("Não", "Tidak", "ไม่", "không", "không đồng ý", "不同意", "不", "否", "拒绝", "Nein", "ទេ", "ไม่ยินยอม",
                 "ไม่อนุญาต", "Tidak setuju", "Tidak bersedia", "Menolak", "Jangan", "Não autorizo", "Non", "Je refuse",
                 "Lae", "Lakohi", "いいえ", "同意しません", "아니오", "нет", "لا", "नहीं", "Denied", "Objection",
                 "Opposed", "Forbidden", "Veto", "Opt out", "từ chối", "មិនយល់ព្រម");
    INFO(answer);
    CHECK(reply(answer, "publicity") == QStringLiteral("refused"));
    for (const char* open :
         {"vielleicht", "ไม่แน่ใจ", "không biết", "不确定", "mungkin", "No objection", "同意", "setuju?"}) {
        INFO(open);
        CHECK(reply(open, "publicity") == QStringLiteral("?"));
    }
}

TEST_CASE("A mapping that was kept for a consent does not agree below a heading that refuses",
          "[import][consent][refusing]")
{
    const char* const heading = GENERATE("Publicity (tick to refuse)", "Publicity - veto", "Publicity (name only)");
    FreshStore store;
    const SheetFiles files;
    const auto before =
        previewSheet(*store, files.write(QStringLiteral("a.csv"), "Name,Publicity\nAlma Borges,Yes\n"));
    REQUIRE_OK(before);
    REQUIRE_OK(rememberMapping(*store, before->mapping));
    const auto preview = previewSheet(
        *store, files.write(QStringLiteral("b.csv"), QByteArray("Name,") + heading + "\nAlma Borges,x\n"));
    REQUIRE_OK(preview);
    ImportMapping mapping = preview->mapping;
    mapping.columns[1].target = QStringLiteral("consent.publicity");
    REQUIRE_OK(rememberMapping(*store, mapping));
    recallMapping(*store, mapping);
    CHECK(mapping.columns[1].target == target(heading));
    CHECK_FALSE(mapping.columns[1].target.startsWith(QStringLiteral("consent.")));
}
