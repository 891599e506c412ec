// SPDX-License-Identifier: GPL-3.0-or-later
// Names in the text of a report: asked before it leaves, decided by key.
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>

#include <reporting/report_file.h>
#include <ui/export/name_review_dialog.h>
#include <ui/export/undecided_box.h>
#include <ui/pages/reports/report_preview.h>
#include <ui/pages/reports/report_view.h>

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

namespace
{
Id<Report> addReport(TestWindow& window, const QString& text)
{
    Report report;
    report.title = QStringLiteral("River meeting");
    REQUIRE_OK(window.store->change(QStringLiteral("Test"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(report));
        ReportSection section;
        section.report = report.id;
        section.kind = QStringLiteral("text");
        section.title = QStringLiteral("What was told");
        section.body = text;
        DTP_CHECK(writer.insert(section));
        return {};
    }));
    return report.id;
}
// Answers the box of what is undecided, as often as it comes, and decides all that is then asked as proposed.
struct Answer {
    explicit Answer(const char* button)
    {
        QObject::connect(&drive, &QTimer::timeout, &drive, [this, button] {
            QWidget* const open = QApplication::activeModalWidget();
            if (auto* const review = qobject_cast<NameReviewDialog*>(open)) {
                ++reviews;
                review->decideRestAsProposed();
                review->accept();
            } else if (auto* const box = qobject_cast<UndecidedBox*>(open)) {
                said.append(box->findChild<QLabel*>(QStringLiteral("undecided"))->text());
                box->findChild<QPushButton*>(QLatin1String(button))->click();
            }
        });
        drive.start(1);
    }
    QTimer drive;
    QStringList said;
    int reviews = 0;
};
} // namespace

TEST_CASE("names that nobody decided upon are asked before a report leaves, and decided by key",
          "[report page][names]")
{
    TestWindow window;
    const Id<Report> report =
        addReport(window, QStringLiteral("Sitha Vongsak told us of Noi. Later she sang with Boun."));
    ReportView view(window.context);
    view.setRecord(report.value);
    view.show();
    REQUIRE(waitFor([&] { return !view.preview().isWaiting(); }));
    auto* audience = view.findChild<QComboBox*>();
    REQUIRE(audience);
    audience->setCurrentIndex(audience->findData(QStringLiteral("funder")));
    window.dialogs.saveFile = window.store.path(QStringLiteral("out.html"));
    Answer cancel("cancel");
    view.write(QStringLiteral("html"));
    REQUIRE(cancel.said.size() == 1);
    CHECK(cancel.said.front().contains(QStringLiteral("may be names: Sitha Vongsak; Noi; Boun.")));
    CHECK_FALSE(QFile::exists(window.dialogs.saveFile));

    const auto names = namesInReport(*window.store, report);
    REQUIRE_OK(names);
    NameReviewDialog dialog(window.context, *names);
    dialog.show();
    CHECK(dialog.undecided() == 3);
    window.dialogs.text = QStringLiteral("a fisher");
    dialog.table().setFocus();
    QTest::keyClick(&dialog.table(), Qt::Key_R);
    QTest::keyClick(&dialog.table(), Qt::Key_K);
    CHECK(dialog.undecided() == 1);
    CHECK(dialog.table().item(0, 1)->text() == QString::fromUtf8("“a fisher” in its place"));
    CHECK(dialog.table().item(1, 1)->text() == QStringLiteral("Keep"));
    CHECK(dialog.table().item(2, 1)->text() == QStringLiteral("undecided; proposed: withhold"));
    dialog.decideRestAsProposed();
    CHECK(dialog.undecided() == 0);
    shoot(dialog, QStringLiteral("report-names"));

    view.write(QStringLiteral("html"));
    CHECK(cancel.said.size() == 1);
    QFile file(window.dialogs.saveFile);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(file.readAll())
              .contains(QStringLiteral("a fisher told us of Noi. Later she sang with [name withheld].")));
}

TEST_CASE("names that nobody decided upon are withheld when the user says so", "[report page][names]")
{
    TestWindow window;
    const Id<Report> report = addReport(window, QStringLiteral("Sitha Vongsak told us of the river."));
    ReportView view(window.context);
    view.setRecord(report.value);
    view.show();
    REQUIRE(waitFor([&] { return !view.preview().isWaiting(); }));
    auto* audience = view.findChild<QComboBox*>();
    REQUIRE(audience);
    audience->setCurrentIndex(audience->findData(QStringLiteral("public")));
    window.dialogs.saveFile = window.store.path(QStringLiteral("out.html"));
    Answer withhold("withhold");
    view.write(QStringLiteral("html"));
    QFile file(window.dialogs.saveFile);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(file.readAll()).contains(QStringLiteral("[name withheld] told us of the river.")));
}

TEST_CASE("the box of names that nobody decided upon leads to where they are decided, and the report leaves then",
          "[report page][names]")
{
    TestWindow window;
    const Id<Report> report = addReport(window, QStringLiteral("Sitha Vongsak told us of the river."));
    ReportView view(window.context);
    view.setRecord(report.value);
    view.show();
    REQUIRE(waitFor([&] { return !view.preview().isWaiting(); }));
    auto* audience = view.findChild<QComboBox*>();
    REQUIRE(audience);
    audience->setCurrentIndex(audience->findData(QStringLiteral("public")));
    window.dialogs.saveFile = window.store.path(QStringLiteral("out.html"));
    Answer decide("decide");
    view.write(QStringLiteral("html"));
    CHECK(decide.said.size() == 1);
    CHECK(decide.reviews == 1);
    CHECK(QFile::exists(window.dialogs.saveFile));
    const auto names = namesInReport(*window.store, report);
    REQUIRE_OK(names);
    REQUIRE(names->size() == 1);
    CHECK(names->front().decision == NameDecision::What::Withhold);
}

TEST_CASE("the head of a report counts the people whom what is written counts", "[report page][names]")
{
    TestWindow window;
    Person person;
    person.givenName = QStringLiteral("Suparman");
    person.safetyLevel = QStringLiteral("at_risk");
    addRecords(*window.store, person);
    const Id<Report> report =
        addReport(window, QStringLiteral("Later Suparman told us of the river, and Sitha Vongsak sang."));
    ReportView view(window.context);
    view.setRecord(report.value);
    view.show();
    auto* audience = view.findChild<QComboBox*>();
    REQUIRE(audience);
    for (const auto& [code, meant] : {std::pair("public", Audience::Public), std::pair("funder", Audience::Funder),
                                      std::pair("internal", Audience::Internal)}) {
        INFO(code);
        audience->setCurrentIndex(audience->findData(QLatin1String(code)));
        REQUIRE(waitFor([&] { return !view.preview().isWaiting() && !view.sentence().isEmpty(); }));
        const auto written =
            writeReportFile(*window.store, report, meant,
                            {.path = window.store.path(QString::fromLatin1(code) + QStringLiteral(".html")),
                             .undecided = UndecidedNames::Withhold});
        REQUIRE_OK(written);
        CHECK(view.sentence() == written->sentence());
    }
}

TEST_CASE("a name of one word of somebody who may be named nowhere cannot be kept, and it is said why",
          "[report page][names][one name]")
{
    TestWindow window;
    Person person;
    person.givenName = QStringLiteral("Suparman");
    person.safetyLevel = QStringLiteral("at_risk");
    addRecords(*window.store, person);
    const Id<Report> report = addReport(window, QStringLiteral("Later Suparman told us of the river."));
    const auto names = namesInReport(*window.store, report);
    REQUIRE_OK(names);
    NameReviewDialog dialog(window.context, *names);
    dialog.show();
    dialog.table().setFocus();
    QTest::keyClick(&dialog.table(), Qt::Key_K);
    CHECK(window.dialogs.errors ==
          QStringList{QString::fromUtf8("“Suparman” cannot be kept: somebody in the file is called that and may be "
                                        "named to nobody outside. Withhold it, or put other words in its place.")});
    CHECK(dialog.undecided() == 1);
    QTest::keyClick(&dialog.table(), Qt::Key_W);
    CHECK(dialog.undecided() == 0);
}

TEST_CASE("The box of undecided names shows all that one can do, one beside the other", "[report page][names]")
{
    const bool mayDecide = GENERATE(true, false);
    CAPTURE(mayDecide);
    UndecidedBox box({QStringLiteral("Sitha Vongsak"), QStringLiteral("Boun")}, mayDecide, nullptr);
    box.show();
    REQUIRE(QTest::qWaitForWindowExposed(&box));
    const auto* words = box.findChild<QLabel*>(QStringLiteral("undecided"));
    int left = 0;
    for (const char* name : {"cancel", "withhold", "decide"}) {
        INFO(name);
        const auto* button = box.findChild<QPushButton*>(QLatin1String(name));
        REQUIRE(button);
        CHECK(button->geometry().top() > words->geometry().bottom());
        CHECK(button->geometry().left() > left);
        CHECK(box.rect().contains(button->geometry()));
        CHECK(button->height() >= button->sizeHint().height());
        left = button->geometry().right();
    }
    CHECK(words->height() >= words->heightForWidth(words->width()));
    CHECK(box.focusWidget()->objectName() == QLatin1String(mayDecide ? "decide" : "withhold"));
}
