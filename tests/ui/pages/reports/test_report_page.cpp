// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_window.h"

#include <support/add_records.h>

#include <document/rich_text.h>
#include <privacy/photo_people.h>
#include <reporting/report_actions.h>
#include <ui/pages/reports/filled_view.h>
#include <ui/pages/reports/photo_list.h>
#include <ui/pages/reports/recommendation_edit.h>
#include <ui/pages/reports/report_page.h>
#include <ui/pages/reports/report_preview.h>
#include <ui/pages/reports/report_view.h>
#include <ui/pages/reports/section_editor.h>
#include <ui/pages/reports/section_tree.h>
#include <ui/records/record_form.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/person_picker.h>

#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("the list of reports offers to begin the report of a workshop", "[report page]")
{
    ReportWindow window;
    shoot(*window.page, QStringLiteral("reports-empty"));
    CHECK(window.page->count() == 0);
    const Id<Report> report = window.begin();
    REQUIRE(report);
    CHECK(window.page->count() == 1);
    CHECK(window.treeTitles().contains(QStringLiteral("Looking back")));
    shoot(*window.page, QStringLiteral("report-new"));
    window.page->showRecord(0);
    CHECK(window.page->currentRecord() == 0);
    REQUIRE(waitFor([&] { return window.page->table().currentId() == report.value; }));
    shoot(*window.page, QStringLiteral("reports-list"));
    QTest::keyClick(&window.page->table(), Qt::Key_Return);
    CHECK(window.page->currentRecord() == report.value);
}

TEST_CASE("what is written in a section is saved as one change, by key or on leaving", "[report page]")
{
    ReportWindow window;
    window.begin();
    window.choose(QStringLiteral("Conclusions"));
    SectionEditor& editor = window.page->view().editor();
    QTest::keyClicks(&editor.body(), QStringLiteral("It was good."));
    CHECK(editor.isDirty());
    CHECK(window.page->save());
    CHECK(!editor.isDirty());
    CHECK(window.store->nextUndo()->sentence == QStringLiteral("Write in the section “Conclusions”"));
    CHECK(window.section(QStringLiteral("Conclusions")).body == QStringLiteral("It was good."));
    QTest::keyClicks(&editor.body(), QStringLiteral(" Very"));
    window.choose(QStringLiteral("Next steps"));
    CHECK(window.section(QStringLiteral("Conclusions")).body == QStringLiteral("It was good. Very"));
    // Undo in the window is seen in the editor.
    window.choose(QStringLiteral("Conclusions"));
    REQUIRE_OK(window.store->undo());
    REQUIRE(waitFor([&] { return editor.body().richText().plainText() == QStringLiteral("It was good."); }));
}

TEST_CASE("a draft shows in the preview before it is saved, and is not overwritten by a change elsewhere",
          "[report page]")
{
    ReportWindow window;
    window.begin();
    window.choose(QStringLiteral("Conclusions"));
    SectionEditor& editor = window.page->view().editor();
    const QByteArray before = window.page->view().preview().pdf();
    QTest::keyClicks(&editor.body(), QStringLiteral("Draft"));
    REQUIRE(waitFor([&] { return window.page->view().preview().pdf() != before; }));
    REQUIRE_OK(renameSection(*window.store, editor.section(), QStringLiteral("The end")));
    window.settle();
    CHECK(editor.body().richText().plainText() == QStringLiteral("Draft"));
    editor.revert();
    CHECK(!editor.isDirty());
    CHECK(window.section(QStringLiteral("The end")).body.isEmpty());
}

TEST_CASE("what the program fills in is shown below the text with where it comes from", "[report page]")
{
    ReportWindow window;
    window.begin();
    window.choose(QStringLiteral("Who took part"));
    auto* filled = window.page->view().editor().findChild<FilledView*>();
    REQUIRE(filled);
    REQUIRE(waitFor([&] {
        return filled->sentence() ==
               QStringLiteral("Filled in by the program: 8 people, from the invitations of the workshop");
    }));
    shoot(*window.page, QStringLiteral("report-participants"));
}

TEST_CASE("recommendations are written in place and become records", "[report page]")
{
    ReportWindow window;
    const Id<Report> report = window.begin();
    window.choose(QStringLiteral("What participants recommend"));
    RecommendationEdit& edit = window.page->view().editor().recommendations();
    REQUIRE(edit.isVisibleTo(window.page.get()));
    QTest::keyClicks(&edit, QStringLiteral("Meet again"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClick(&edit, Qt::Key_Tab);
    QTest::keyClicks(&edit, QStringLiteral("in Suva"));
    CHECK(window.page->save());
    const auto all = window.store->find<Recommendation>(Where("report_id", report).orderBy("position"));
    REQUIRE_OK(all);
    REQUIRE(all->size() == 2);
    CHECK(all->at(0).text == QStringLiteral("Meet again"));
    CHECK(all->at(1).level == 1);
    CHECK(edit.current() == all->at(1).id);
    window.settle();
    shoot(*window.page, QStringLiteral("report-recommendations"));
}

TEST_CASE("the audience decides what the preview says it shows", "[report page]")
{
    ReportWindow window;
    window.begin();
    REQUIRE(waitFor([&] { return window.page->view().sentence().startsWith(QStringLiteral("8 people: 8 named")); }));
    auto* audience = window.page->findChild<QComboBox*>();
    REQUIRE(audience);
    audience->setCurrentIndex(audience->findData(QStringLiteral("funder")));
    REQUIRE(waitFor([&] { return window.page->view().sentence().contains(QStringLiteral("8 counted")); }));
    shoot(*window.page, QStringLiteral("report-funder"));
}

TEST_CASE("a report is shown for whom it was shown last, each for its own", "[report page]")
{
    ReportWindow window;
    const Id<Report> first = window.begin();
    auto* audience = window.page->findChild<QComboBox*>();
    audience->setCurrentIndex(audience->findData(QStringLiteral("funder")));
    const auto change = window.store->nextUndo()->id;
    window.begin();
    CHECK(window.page->view().audience() == Audience::Internal);
    window.page->showRecord(first.value);
    CHECK(window.page->view().audience() == Audience::Funder);
    REQUIRE(waitFor([&] { return window.page->view().sentence().contains(QStringLiteral("8 counted")); }));
    ReportPage again(window.context, window.settings); // as after a restart
    again.showRecord(first.value);
    CHECK(again.view().audience() == Audience::Funder);
    CHECK(change < window.store->nextUndo()->id); // that of the second report; choosing is none
}

TEST_CASE("the report is written where the user says, with the ledger, in all formats", "[report page]")
{
    ReportWindow window;
    window.begin();
    for (const char* ending : {"pdf", "csv", "html", "odt"}) {
        window.dialogs.saveFile = window.store.path(QStringLiteral("out.") + QString::fromLatin1(ending));
        window.page->view().write(QString::fromLatin1(ending));
        CHECK(QFile::exists(window.dialogs.saveFile));
    }
    CHECK(window.dialogs.errors.isEmpty());
    CHECK(window.dialogs.suggestions.constFirst() == QStringLiteral("River meeting (internal).pdf"));
    CHECK(window.store->count(Entity::Disclosure).value_or(0) == 4);
    CHECK(window.navigator.told.constLast().startsWith(QStringLiteral("Wrote “out.odt” for")));
    auto* audience = window.page->findChild<QComboBox*>();
    REQUIRE(audience);
    audience->setCurrentIndex(audience->findData(QStringLiteral("funder")));
    window.page->view().write(QStringLiteral("odt"));
    CHECK(window.dialogs.suggestions.constLast().endsWith(QStringLiteral("/Report (funder).odt")));
    audience->setCurrentIndex(audience->findData(QStringLiteral("internal")));
    window.dialogs.saveFile = window.store.path(QStringLiteral("no such folder/out.pdf"));
    window.page->view().write(QStringLiteral("pdf"));
    CHECK(window.dialogs.errors.size() == 1);
}

TEST_CASE("the rows of the cover's form stand together at the top", "[report page]")
{
    ReportWindow window;
    window.page->resize(1280, 1400);
    window.begin();
    SectionTree& tree = window.page->view().tree();
    tree.setCurrentItem(tree.topLevelItem(0));
    window.settle();
    const auto* form = window.page->findChild<RecordForm*>();
    REQUIRE(form);
    REQUIRE(form->isVisible());
    CHECK(form->height() == form->sizeHint().height());
}

TEST_CASE("a report is brought in from a text and opened", "[report page]")
{
    ReportWindow window;
    QFile file(window.store.path(QStringLiteral("old.md")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("# Old report\n\n## Recommendations\n- one\n- two\n\n## End\nDone.\n");
    file.close();
    window.dialogs.openFile = file.fileName();
    window.page->importFile();
    CHECK(window.navigator.told.constLast() == QStringLiteral("Brought in “old.md”: 2 sections, 2 recommendations."));
    CHECK(window.treeTitles() ==
          QStringList{QStringLiteral("Cover and details"), QStringLiteral("Recommendations"), QStringLiteral("End")});
    window.dialogs.openFile = window.store.path(QStringLiteral("test.dtp"));
    window.page->importFile();
    CHECK(window.dialogs.errors.size() == 1);
}

TEST_CASE("photos are added, captioned and kept in their order", "[report page]")
{
    ReportWindow window;
    window.begin();
    window.choose(QStringLiteral("Conclusions"));
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    window.dialogs.openFile = window.store.path(QStringLiteral("p.png"));
    REQUIRE(image.save(window.dialogs.openFile));
    QPushButton* add = nullptr;
    for (QPushButton* button : window.page->findChildren<QPushButton*>())
        if (button->text().remove(u'&') == QString::fromUtf8("Add photo…"))
            add = button;
    REQUIRE(add);
    add->click();
    QLineEdit* caption = nullptr;
    REQUIRE(waitFor([&] {
        for (QLineEdit* line : window.page->findChildren<QLineEdit*>())
            if (line->accessibleName() == QStringLiteral("Caption"))
                caption = line;
        return caption != nullptr;
    }));
    QTest::keyClicks(caption, QStringLiteral("At the river"));
    QTest::keyClick(caption, Qt::Key_Return);
    REQUIRE(waitFor([&] {
        const auto photos = window.store->find<ReportPhoto>();
        return photos && photos->size() == 1 && photos->front().caption == QStringLiteral("At the river");
    }));
    window.settle();
    shoot(*window.page, QStringLiteral("report-photo"));

    // One that is dropped stays where it was.
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(window.dialogs.openFile)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction | Qt::MoveAction, &file, Qt::LeftButton, Qt::ShiftModifier);
    QApplication::sendEvent(window.page->findChild<PhotoList*>(), &enter);
    CHECK(enter.isAccepted());
    CHECK(enter.dropAction() == Qt::CopyAction);
    QDragLeaveEvent leave;
    QApplication::sendEvent(window.page->findChild<PhotoList*>(), &leave);

    const auto said = [&] {
        const auto* label = window.page->findChild<QLabel*>(QStringLiteral("photo-people"));
        return label ? label->text() : QString();
    };
    CHECK(said() == QStringLiteral("Not said who is on it: it does not leave for outsiders"));
    auto* nobody = window.page->findChild<QCheckBox*>(QStringLiteral("photo-nobody"));
    REQUIRE(nobody);
    nobody->click();
    REQUIRE(waitFor([&] { return said() == QStringLiteral("Nobody can be recognised"); }));
    CHECK(window.store->find<ReportPhoto>()->front().nobodyRecognisable);
    const Person dara = addPerson(*window.store, QStringLiteral("Dara"), QStringLiteral("Sok"));
    auto* picker = window.page->findChild<PersonPicker*>(QStringLiteral("photo-person"));
    REQUIRE(picker);
    Q_EMIT picker->picked(dara.id);
    REQUIRE(waitFor([&] { return said() == QStringLiteral("On it: Dara Sok"); }));
    CHECK(window.page->findChild<QLabel*>(QStringLiteral("photo-refused"))->text() ==
          QStringLiteral("Not shown to outsiders. Not agreed to photos: Dara Sok"));
    // The field keeps the keyboard for the next name.
    const Person mali = addPerson(*window.store, QStringLiteral("Mali"), QStringLiteral("Chai"));
    picker = window.page->findChild<PersonPicker*>(QStringLiteral("photo-person"));
    picker->setFocus();
    Q_EMIT picker->picked(mali.id);
    REQUIRE(waitFor([&] { return said() == QStringLiteral("On it: Dara Sok, Mali Chai"); }));
    CHECK(waitFor([&] { return window.page->findChild<PersonPicker*>(QStringLiteral("photo-person"))->hasFocus(); }));
    Consent agreed;
    agreed.person = mali.id;
    agreed.purpose = QStringLiteral("photo");
    agreed.answer = QStringLiteral("agreed");
    agreed.answeredOn = QDate(2020, 1, 1);
    addRecords(*window.store, agreed);
    CHECK(whoDidNotAgree(*window.store, {{dara.id, mali.id}, false}).value() ==
          QStringList{QStringLiteral("Dara Sok")});
    CHECK_FALSE(window.store->find<ReportPhoto>()->front().nobodyRecognisable);
    CHECK_FALSE(window.page->findChild<QCheckBox*>(QStringLiteral("photo-nobody"))->isChecked());
}

TEST_CASE("a report that is undone away leaves the list", "[report page]")
{
    ReportWindow window;
    window.begin();
    REQUIRE_OK(window.store->undo());
    REQUIRE(waitFor([&] { return window.page->currentRecord() == 0; }));
    CHECK(window.page->count() == 0);
}

TEST_CASE("markup in the title of a report is shown as it was typed, also in its tooltip", "[report page]")
{
    ReportWindow window;
    Report report;
    report.title = QStringLiteral("<b>River</b> meeting\u202e");
    REQUIRE_OK(window.store->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(report));
        return {};
    }));
    window.page->showRecord(report.id.value);
    const QLabel* title = nullptr;
    for (const QLabel* label : window.page->view().findChildren<QLabel*>()) {
        if (label->text() == QStringLiteral("<b>River</b> meeting"))
            title = label;
    }
    REQUIRE(title);
    CHECK(title->toolTip() == QStringLiteral("&lt;b&gt;River&lt;/b&gt; meeting"));
}
