// SPDX-License-Identifier: GPL-3.0-or-later
// Columns about consent as wholes: of which nothing is understood, and several about one purpose.
#include "consent_helpers.h"

#include <import/sheet_preview.h>
#include <meaning/consents.h>

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A column about consent of which no answer is understood ends what was agreed before", "[import][consent]")
{
    const char* const policy = GENERATE("skip", "fill", "update");
    const char* const answer = GENERATE("vielleicht", "ប្រហែល", "不确定", "ไม่แน่ใจ", "ask first", "#REF!");
    const auto [heading, purpose] = GENERATE(table<const char*, const char*>({{"Publicity", "publicity"},
                                                                              {"Photo consent", "photo"},
                                                                              {"Newsletter", "newsletter"},
                                                                              {"Partner organisations", "partners"},
                                                                              {"Funder reports by name", "funders"},
                                                                              {"Alumni directory", "directory"},
                                                                              {"Not for public", "publicity"}}));
    INFO(policy << " " << answer << " " << heading);
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("before.csv"),
                               "Name,Email,Consent publicity,Share with partners,Share with funders,Consent directory,"
                               "Consent photos,Newsletter\n"
                               "Tevita Moala,t@mail.example,Yes,Yes,Yes,Yes,Yes,Yes\n"
                               "Sela Fonua,s@mail.example,Yes,Yes,Yes,Yes,Yes,Yes\n"));
    const auto file =
        ImportFile::read(*store, files.write(QStringLiteral("now.csv"), QByteArray("Name,Email,") + heading +
                                                                            "\nTevita Moala,t@mail.example," + answer +
                                                                            "\nSela Fonua,s@mail.example,\n"));
    REQUIRE_OK(file);
    const auto plan = ImportPlan::make(*store, *file, *matchPolicyFromCode(QString::fromLatin1(policy)));
    REQUIRE_OK(plan);
    REQUIRE_OK(plan->apply(*store));
    CHECK(plan->counts().endedAgreements == 1);
    CHECK(plan->counts().unclearConsents == 1);
    const QDate today = store.clock.today();
    const QString asked = QString::fromLatin1(purpose);
    const Person tevita = personCalled(*store, QStringLiteral("Tevita"), QStringLiteral("Moala"));
    const Person sela = personCalled(*store, QStringLiteral("Sela"), QStringLiteral("Fonua"));
    CHECK_FALSE(agreesTo(ofPerson<Consent>(*store, tevita.id), asked, today));
    CHECK(agreesTo(ofPerson<Consent>(*store, sela.id), asked, today));
}

TEST_CASE("Of several columns about one purpose all are read, and a refusal wins", "[import][consent]")
{
    const char* const policy = GENERATE("skip", "fill", "update");
    const bool isKnown = GENERATE(false, true);
    const char* const columns = GENERATE(
        "Publicity,May we publish your name?\nYes,No", "May we publish your name?,Publicity\nYes,No",
        "Publicity,Media consent\nYes,No", "Media consent,Publicity\nNo,Yes", "Publicity,Not for public\nYes,Yes",
        "Publicity,Consent to publish,Media consent\nYes,Yes,withdrawn", "Publicity,Media consent\nYes,Nein",
        "Media consent\nNo", "Not for public\nYes", "Not for public\nx", "Not for public\nno?", "Do not publish\nYes");
    INFO(policy << " " << isKnown << " " << columns);
    FreshStore store;
    const SheetFiles files;
    if (isKnown)
        import(*store, files.write(QStringLiteral("before.csv"), "Name,Email,Consent publicity\n"
                                                                 "Tevita Moala,t@mail.example,Yes\n"));
    const QByteArrayList lines = QByteArray(columns).split('\n');
    const auto file = ImportFile::read(
        *store, files.write(QStringLiteral("now.csv"),
                            "Name,Email," + lines[0] + "\nTevita Moala,t@mail.example," + lines[1] + "\n"));
    REQUIRE_OK(file);
    const auto plan = ImportPlan::make(*store, *file, *matchPolicyFromCode(QString::fromLatin1(policy)));
    REQUIRE_OK(plan);
    REQUIRE_OK(plan->apply(*store));
    CHECK(plan->counts().endedAgreements == (isKnown ? 1 : 0));
    const Person tevita = personCalled(*store, QStringLiteral("Tevita"), QStringLiteral("Moala"));
    CHECK_FALSE(agreesTo(ofPerson<Consent>(*store, tevita.id), QStringLiteral("publicity"), store.clock.today()));
}

TEST_CASE("Two columns that agree to one purpose make one agreement with the words of both", "[import][consent]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("twice.csv"), "Name,Publicity,Media consent\n"
                                                            "Alma Borges,Yes,Agreed 12/3/2020\n"));
    const Person alma = personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges"));
    const auto consents = ofPerson<Consent>(*store, alma.id);
    REQUIRE(consents.size() == 1);
    CHECK(consents[0].answer == QStringLiteral("agreed"));
    CHECK(consents[0].note == QStringLiteral("Agreed 12/3/2020"));
}

TEST_CASE("A mapping that was kept when photos were publicity no longer agrees to publicity",
          "[import][consent][photo]")
{
    FreshStore store;
    const SheetFiles files;
    const QString path = files.write(QStringLiteral("photos.csv"), "Name,Photo consent,No photos\nAlma Borges,Yes,\n");
    const auto preview = previewSheet(*store, path);
    REQUIRE_OK(preview);
    ImportMapping kept = preview->mapping;
    kept.columns[1].target = QStringLiteral("consent.publicity");
    kept.columns[2].target = QStringLiteral("refusal.publicity");
    REQUIRE_OK(rememberMapping(*store, kept));
    ImportMapping mapping = preview->mapping;
    recallMapping(*store, mapping);
    CHECK(mapping.columns[1].target == QStringLiteral("consent.photo"));
    CHECK(mapping.columns[2].target == QStringLiteral("refusal.photo"));
}

TEST_CASE("A yes over several rows that are one cell is that of the first, and a no is that of all",
          "[import][consent]")
{
    const auto cell = [](const QByteArray& text, const QByteArray& more = {}) {
        return QByteArray("<table:table-cell office:value-type=\"string\"" + more + "><text:p>" + text +
                          "</text:p></table:table-cell>");
    };
    const auto row = [](const QByteArray& cells) {
        return QByteArray("<table:table-row>" + cells + "</table:table-row>");
    };
    const auto [answer, first, second] = GENERATE(table<const char*, const char*, const char*>(
        {{"Yes", "publicity agreed", ""}, {"No", "publicity refused", "publicity refused"}}));
    INFO(answer);
    FreshStore store;
    const SheetFiles files;
    const QString path =
        files.ods(QStringLiteral("m.ods"),
                  odsTable("People", row(cell("Name") + cell("Country") + cell("Publicity")) +
                                         row(cell("Alma Borges") + cell("Fiji") +
                                             cell(answer, " table:number-rows-spanned=\"2\"")) +
                                         row(cell("Bela Freitas") + cell("Fiji") + "<table:covered-table-cell/>")));
    const auto file = ImportFile::read(*store, path);
    REQUIRE_OK(file);
    CHECK((*file)->remarks().join(QString()).contains(QStringLiteral("nobody agrees by it in rows 3.")) ==
          (QByteArray(answer) == "Yes"));
    import(*store, path);
    CHECK(consentsOf(*store, personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges")).id)
              .join(QString())
              .toStdString() == first);
    CHECK(consentsOf(*store, personCalled(*store, QStringLiteral("Bela"), QStringLiteral("Freitas")).id)
              .join(QString())
              .toStdString() == second);
}
