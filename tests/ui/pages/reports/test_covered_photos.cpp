// SPDX-License-Identifier: GPL-3.0-or-later
// Discreet mode covers pictures as it covers names: whoever is on a photo is shown by it.
#include <reporting/report_actions.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/models/discretion.h>
#include <ui/pages/reports/photo_list.h>
#include <ui/pages/reports/photo_people_row.h>

#include <QBuffer>
#include <QImage>
#include <QLabel>

using namespace dtp;
using namespace dtp::test;

namespace
{
QByteArray somePicture()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    REQUIRE(image.save(&buffer, "PNG"));
    return bytes;
}
} // namespace

TEST_CASE("A photo of somebody who needs care, or of nobody knows whom, is covered in discreet mode",
          "[discreet][reports]")
{
    TestWindow window;
    Store& store = *window.store;
    const Person mali = addPerson(store, QStringLiteral("Mali"), QStringLiteral("Chai"));
    Person careful = addPerson(store, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"));
    careful.safetyLevel = QStringLiteral("careful");
    REQUIRE_OK(store.change(QStringLiteral("Care"), [&](ChangeWriter& writer) { return writer.update(careful); }));
    Report report;
    report.title = QStringLiteral("Report");
    addRecords(store, report);
    ReportSection section;
    section.report = report.id;
    section.title = QStringLiteral("Day one");
    addRecords(store, section);
    const auto photo = addPhoto(store, section.id, somePicture());
    REQUIRE_OK(photo);

    Discretion& discretion = Discretion::attachedTo(store);
    PhotoList list(window.context);
    const auto isShown = [&] {
        const auto pictures = list.findChildren<QLabel*>(QStringLiteral("photo-thumbnail"));
        REQUIRE(!pictures.isEmpty());
        return !pictures.last()->pixmap(Qt::ReturnByValue).isNull();
    };
    const auto isShownWith = [&](const Subjects& people) {
        REQUIRE_OK(setPeopleOnPhoto(store, *photo, people));
        list.setSection(section.id);
        return isShown();
    };
    list.setSection(section.id);
    CHECK(isShown());
    discretion.set(true);
    CHECK_FALSE(isShown()); // not said who is on it
    CHECK(isShownWith({mali.id}));
    CHECK_FALSE(isShownWith({mali.id, careful.id}));
    discretion.set(false);
    CHECK(isShown());
    discretion.set(true);
    REQUIRE_OK(setNobodyRecognisable(store, *photo, true));
    list.setSection(section.id);
    CHECK(isShown());
}
