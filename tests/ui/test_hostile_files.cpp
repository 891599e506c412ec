// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and lists that are made to take much memory, or that tell more than they show, through the window.
#include "../core/sheets/sheet_files.h"
#include "pages/import/import_window.h"
#include "pages/reports/report_window.h"

#include <support/file_bytes.h>
#include <support/ui_program.h>
#include <support/ui_steps.h>

#include <QBuffer>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <ui/export/undecided_box.h>
#include <ui/head/portrait.h>
#include <ui/pages/reports/photo_list.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QByteArray bigEndian(quint32 value, int bytes = 4)
{
    QByteArray number;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        number += static_cast<char>(value >> shift & 0xFF);
    return number;
}

QByteArray picture(const char* format)
{
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, format));
    return bytes;
}

// A text of a program, behind the header; length is what the chunk claims.
QByteArray pngWithText(quint32 length)
{
    constexpr qsizetype header = 33;
    return picture("PNG").insert(
        header, QByteArray(bigEndian(length) + "tEXtAuthor" + '\0' + "Dara Sokhavuth" + bigEndian(0)));
}
constexpr quint32 textLength = 21;

QByteArray pngClaiming(quint32 side)
{
    return picture("PNG").replace(16, 8, bigEndian(side).repeated(2));
}

QByteArray jpegWithComment()
{
    const QByteArray comment = "Dara Sokhavuth";
    const QByteArray segment = "\xFF\xFE" + bigEndian(static_cast<quint32>(comment.size() + 2), 2) + comment;
    return picture("JPEG").insert(2, segment);
}

// A JPEG in several passes that claims so many dots: all of them would be kept while it is decoded.
QByteArray progressiveClaiming(quint32 side)
{
    QByteArray jpeg = picture("JPEG");
    const qsizetype frame = jpeg.indexOf("\xFF\xC0");
    REQUIRE(frame > 0);
    jpeg[frame + 1] = '\xC2';
    return jpeg.replace(frame + 5, 4, bigEndian(side, 2).repeated(2));
}

struct Bad {
    const char* name;
    QByteArray bytes;
};

std::vector<Bad> badPictures()
{
    constexpr quint32 twoGigabytes = 2'130'706'474;
    constexpr quint32 manyDots = 30'000;
    constexpr quint32 manyInPasses = 19'000; // a gigabyte while it is decoded
    return {{"text.png", pngWithText(twoGigabytes)},
            {"dots.png", pngClaiming(manyDots)},
            {"dots.jpg", progressiveClaiming(manyInPasses)}};
}

// Half a kilobyte that says a row of 1,000 cells 100,000 times.
QString wideOds(const SheetFiles& files)
{
    const auto cell = [](const QByteArray& text, const QByteArray& more = {}) -> QByteArray {
        return "<table:table-cell" + more + " office:value-type=\"string\"><text:p>" + text +
               "</text:p></table:table-cell>";
    };
    const QByteArray rows = "<table:table-row>" + cell("Given name") + cell("Family name") + cell("Notes") +
                            "</table:table-row><table:table-row table:number-rows-repeated=\"100000\">" +
                            cell("Dara") + cell("Sok") + cell("x", " table:number-columns-repeated=\"1000\"") +
                            "</table:table-row>";
    return files.ods(s("wide.ods"), odsTable("A", rows));
}

// Clicks the portrait of who is shown and takes the first entry of its menu, which asks for a file.
void choosePortrait(QWidget& window)
{
    auto* portrait = window.findChild<Portrait*>();
    REQUIRE(portrait);
    REQUIRE(waitFor([&] { return portrait->isVisible(); }));
    QTimer::singleShot(0, [] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        REQUIRE(menu);
        menu->setActiveAction(menu->actions().front());
        QTest::keyClick(menu, Qt::Key_Return);
    });
    portrait->click();
}

QPushButton* addPhotoButton(QWidget& page)
{
    for (QPushButton* each : page.findChildren<QPushButton*>()) {
        if (each->text().remove(u'&') == s("Add photo…"))
            return each;
    }
    return nullptr;
}
} // namespace

TEST_CASE("A person's picture that claims gigabytes is refused with a sentence, and keeps no text when it is taken",
          "[window][baddays][picture]")
{
    Program program;
    program.create();
    const Person person = addPerson(program.store(), s("Dara"), s("Sok"));
    program.people().showRecord(person.id.value);
    for (const Bad& bad : badPictures()) {
        CAPTURE(bad.name);
        program.dialogs.openFile = program.path(s(bad.name));
        put(program.dialogs.openFile, bad.bytes);
        program.dialogs.errors.clear();
        choosePortrait(program.window);
        CHECK(program.dialogs.errors ==
              QStringList{s("“%1” is no picture that can be read: it is damaged, too large, or neither JPEG nor PNG. "
                            "Choose another file.")
                              .arg(s(bad.name))});
        CHECK(program.store().count(Entity::Image).value() == 0);
    }
    program.dialogs.errors.clear();
    for (const QByteArray& good : {jpegWithComment(), pngWithText(textLength)}) {
        program.dialogs.openFile = program.path(s("good"));
        put(program.dialogs.openFile, good);
        choosePortrait(program.window);
        CHECK(program.dialogs.errors == QStringList());
        const auto images = program.store().find<Image>();
        REQUIRE_OK(images);
        REQUIRE(images->size() == 1);
        CHECK_FALSE(images->front().data.contains("Sokhavuth"));
    }
}

TEST_CASE("A person's picture in a file that was sent is not believed either", "[window][baddays][picture]")
{
    const TestWindow window;
    Portrait portrait(64);
    portrait.setName(s("Dara Sok"));
    const auto painted = [&] {
        QImage image(64, 64, QImage::Format_RGB32);
        image.fill(Qt::white);
        portrait.render(&image);
        return image;
    };
    const QImage initials = painted();
    for (const Bad& bad : badPictures()) {
        CAPTURE(bad.name);
        portrait.setPicture(bad.bytes);
        CHECK(painted() == initials);
    }
    // Within what Qt allows by itself, but more than a portrait may take.
    portrait.setPicture(picture("BMP"));
    CHECK(painted() == initials);
    portrait.setPicture(picture("JPEG"));
    CHECK(painted() != initials);
}

TEST_CASE("A photo of a report that claims gigabytes is refused with a sentence, and keeps no text when it is taken",
          "[report page][baddays][picture]")
{
    ReportWindow window;
    window.begin();
    const auto sections = window.store->find<ReportSection>();
    REQUIRE_OK(sections);
    window.choose(sections->front().title);
    window.settle();
    QPushButton* add = addPhotoButton(*window.page);
    REQUIRE(add);
    for (const Bad& bad : badPictures()) {
        CAPTURE(bad.name);
        window.dialogs.openFile = window.store.path(s(bad.name));
        put(window.dialogs.openFile, bad.bytes);
        window.dialogs.errors.clear();
        add->click();
        CHECK(window.dialogs.errors ==
              QStringList{s("This picture cannot be shown in a report: it is damaged, has too many dots, or is "
                            "neither PNG nor JPEG. Make it smaller, or choose another file.")});
    }
    CHECK(window.store->count(Entity::ReportPhoto).value() == 0);
    window.dialogs.errors.clear();
    for (const QByteArray& good : {jpegWithComment(), pngWithText(textLength)}) {
        window.dialogs.openFile = window.store.path(s("good"));
        put(window.dialogs.openFile, good);
        add->click();
    }
    CHECK(window.dialogs.errors == QStringList());
    const auto images = window.store->find<Image>();
    REQUIRE_OK(images);
    REQUIRE(images->size() == 2);
    for (const Image& image : *images)
        CHECK_FALSE(image.data.contains("Sokhavuth"));
    window.settle();
}

TEST_CASE("A spreadsheet of half a kilobyte that is a hundred million cells is refused in the import dialog",
          "[import-dialog][baddays]")
{
    TestWindow window;
    const SheetFiles files;
    ImportDialog dialog(window.context, wideOds(files), Entity::Person);
    dialog.show();
    waitUntilIdle(dialog);
    CHECK_FALSE(button(dialog, "next")->isEnabled());
    QStringList said;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        said.append(label->text());
    CHECK(said.contains(s("Row 2 is repeated 100,000 times: too many for a list of people.")));
}

TEST_CASE("A cell with twenty thousand addresses is one row in the preview, and is imported or told",
          "[import-dialog][baddays]")
{
    TestWindow window;
    const QString path = window.store.path(s("many.csv"));
    QByteArray csv = "Given name,Family name,Email\nA,B,\"";
    for (int i = 0; i < 20'000; ++i)
        csv += 'a' + QByteArray::number(i) + "@b.org; ";
    csv += "\"\n";
    put(path, csv);
    ImportDialog dialog(window.context, path, Entity::Person);
    goToPreview(dialog);
    // No cell is shown longer than a line can be: it would be laid out letter by letter.
    for (const QTableView* view : dialog.findChildren<QTableView*>()) {
        for (int row = 0; view->model() && row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column)
                CHECK(view->model()->index(row, column).data().toString().size() < 2000);
        }
    }
    QTest::keyClick(&dialog, Qt::Key_Return);
    waitUntilIdle(dialog);
    CHECK(dialog.step() == ImportDialog::ResultStep);
    CHECK(window.store->count(Entity::Person).value() <= 1);
}

TEST_CASE("A report that is brought in fetches nothing, and believes no name of a link", "[report page][baddays]")
{
    ReportWindow window;
    const Person mali = addPerson(*window.store, s("Mali"), s("Chai"));
    window.dialogs.openFile = window.store.path(s("imp.md"));
    const QByteArray link = "[Dara Sokhavuth](person:" + QByteArray::number(mali.id.value) + ')';
    const QByteArray text = "# Report\n\n## Sect\n\nThanks to " + link +
                            " and [her](person:1001). ![pic](http://127.0.0.1:1/x.png) <img "
                            "src=\"http://127.0.0.1/x\"> [l](https://e.org/dara)\n\n## Recommendations\n\n- Protect " +
                            link + '\n';
    put(window.dialogs.openFile, text);
    window.page->importFile();
    CHECK(window.dialogs.errors == QStringList());
    window.settle();
    auto* audience = window.page->findChild<QComboBox*>();
    REQUIRE(audience);
    audience->setCurrentIndex(audience->findData(s("funder")));
    window.dialogs.saveFile = window.store.path(s("out.html"));
    QString asked;
    Steps steps;
    steps.then([&asked] {
        auto* box = inFront<UndecidedBox>();
        if (!box)
            return false;
        asked = box->findChild<QLabel*>(s("undecided"))->text();
        box->findChild<QPushButton*>(s("withhold"))->click();
        return true;
    });
    window.page->view().write(s("html"));
    CHECK(asked.contains(s("Dara Sokhavuth")));
    const QByteArray written = contentsOf(window.dialogs.saveFile);
    CHECK(written.contains("Protect"));
    CHECK_FALSE(written.contains("Sokhavuth"));
    CHECK_FALSE(written.contains("<img"));
}
