// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/written_as.h>
#include <exports/export_catalogue.h>
#include <records/reports.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QFile>
#include <QProcess>

using namespace dtp;
using namespace dtp::test;

namespace
{
QByteArray printed(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished());
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput();
}
} // namespace

TEST_CASE("Forms that ask for consent have a page for each person and a row for each purpose", "[consent][exports]")
{
    FreshStore file;
    const Person sok = addPerson(*file, QStringLiteral("Sok"), QStringLiteral("Dara"));
    const Person nok = addPerson(*file, QStringLiteral("Nok"), QStringLiteral("Suwan"));
    addPerson(*file, QStringLiteral("Mere"), QStringLiteral("Tuilagi"));
    const Exportable* form = exportableOf(QStringLiteral("consent-form"));
    REQUIRE(form);
    ExportCall call;
    call.records = std::vector{sok.id.value, nok.id.value};
    const QString path = file.path(QStringLiteral("forms.html"));
    REQUIRE_OK(writeExport(*file, *form, call, path, Audience::Internal));
    QFile written(path);
    REQUIRE(written.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(written.readAll());
    CHECK(text.contains(QStringLiteral("Sok Dara")));
    CHECK(text.contains(QStringLiteral("Nok Suwan")));
    CHECK_FALSE(text.contains(QStringLiteral("Tuilagi")));
    CHECK(text.count(QStringLiteral("show photos in which I can be recognised")) == 2);
    CHECK(text.count(emptyBox) == 2 * 7 * 2);
    CHECK(file->count(Entity::Disclosure).value() == 1); // it is in the list of what left
    REQUIRE_OK(writeExport(*file, *form, call, file.path(QStringLiteral("forms.pdf")), Audience::Internal));
    // It goes to the person herself, whatever else is said: nobody was asked yet, and is called by her name.
    const QString outside = file.path(QStringLiteral("outside.html"));
    REQUIRE_OK(writeExport(*file, *form, call, outside, Audience::Public));
    CHECK(previewExport(*file, *form, call, Audience::Public)->rows == 2);
    QFile other(outside);
    REQUIRE(other.open(QIODevice::ReadOnly));
    const QString forPublic = QString::fromUtf8(other.readAll());
    CHECK(forPublic.contains(QStringLiteral("Sok Dara")));
    CHECK_FALSE(forPublic.contains(QStringLiteral("participant")));
}

TEST_CASE("A printed form has one page for each person, with boxes, and nothing that is the secretariat's own",
          "[consent][exports]")
{
    FreshStore file;
    Person sok = addPerson(*file, QStringLiteral("Sok"), QStringLiteral("Dara"));
    sok.ownScriptName = QStringLiteral("សុខ តារា");
    const Person nok = addPerson(*file, QStringLiteral("Nok"), QStringLiteral("Suwan"));
    REQUIRE_OK(file->change(QStringLiteral("Prepare"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.update(sok));
        DTP_TRY(terms,
                writer.store().find<Term>(
                    Where("vocabulary", QStringLiteral("consent_purposes")).is("code", QStringLiteral("newsletter"))));
        terms.front().label = QStringLiteral("Our letter");
        return writer.update(terms.front());
    }));
    ExportCall call;
    call.records = std::vector{sok.id.value, nok.id.value};
    const QString path = file.path(QStringLiteral("forms.pdf"));
    REQUIRE_OK(writeExport(*file, *exportableOf(QStringLiteral("consent-form")), call, path, Audience::Internal));
    QStringList pages =
        QString::fromUtf8(printed(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")}))
            .split(u'\f');
    pages.removeLast();
    REQUIRE(pages.size() == 2);
    CHECK(pages.at(0).contains(QStringLiteral("Sok Dara · "))); // and the name in Khmer, in shapes of its font
    CHECK_FALSE(pages.at(0).contains(QStringLiteral("Nok")));
    CHECK(pages.at(1).contains(QStringLiteral("Nok Suwan")));
    CHECK_FALSE(pages.at(1).contains(QStringLiteral("Nok Suwan  ·")));
    for (const QString& page : pages) {
        CHECK(page.contains(QStringLiteral("Diplomacy Training Program may")));
        CHECK(page.contains(QStringLiteral("I do not agree")));
        CHECK(page.contains(QStringLiteral("give my contact details to alumni and partners")));
        CHECK(page.contains(QStringLiteral("use what it knows of me for: Our letter"))); // a word of their own
        CHECK(page.contains(QStringLiteral("My agreement holds until (date)")));
        CHECK(page.contains(QStringLiteral("How I was asked")));
        CHECK(page.contains(QStringLiteral("Signature")));
        CHECK(page.contains(QStringLiteral("If you change your mind")));
        CHECK_FALSE(page.contains(QStringLiteral("not to be passed on")));
        CHECK_FALSE(page.contains(QStringLiteral("Contents")));
        CHECK_FALSE(page.contains(QStringLiteral("Page ")));
    }
    // Nor in the other formats.
    for (const char* name : {"forms.html", "forms.odt"}) {
        const QString other = file.path(QLatin1String(name));
        REQUIRE_OK(writeExport(*file, *exportableOf(QStringLiteral("consent-form")), call, other, Audience::Internal));
    }
    QFile html(file.path(QStringLiteral("forms.html")));
    REQUIRE(html.open(QIODevice::ReadOnly));
    CHECK_FALSE(html.readAll().contains("not to be passed on"));
    printed(QStringLiteral("cmake"), {QStringLiteral("-E"), QStringLiteral("chdir"), file.folder.path(),
                                      QStringLiteral("cmake"), QStringLiteral("-E"), QStringLiteral("tar"),
                                      QStringLiteral("xf"), file.path(QStringLiteral("forms.odt"))});
    QFile content(file.path(QStringLiteral("content.xml")));
    REQUIRE(content.open(QIODevice::ReadOnly));
    const QByteArray odt = content.readAll();
    CHECK(odt.contains("Sok Dara"));
    CHECK_FALSE(odt.contains("not to be passed on"));
}
