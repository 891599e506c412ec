// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of consents at 1366x768, and what the pages show of those who are chosen there.
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/consents/consent_dialog.h>
#include <ui/export/audience_picker.h>
#include <ui/export/export_dialog.h>
#include <ui/pages/people/consents_page.h>
#include <ui/pages/people/person_layout.h>
#include <ui/records/deed_dialog.h>
#include <ui/records/record_form.h>
#include <ui/records/record_pane.h>
#include <ui/tables/filter_bar.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/field_editor.h>
#include <ui/widgets/theme.h>

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct ConsentWindow : TestWindow {
    Person sok = addPerson(*store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    Person nok = addPerson(*store, QStringLiteral("Nok"), QStringLiteral("Suwan"), QStringLiteral("TH"));

    ConsentWindow() { applyTheme(*qApp, ThemeChoice::Light); }
};
} // namespace

TEST_CASE("What is said of consents is read whole on a small screen", "[window][consent]")
{
    ConsentWindow window;
    for (const char* purpose : {"directory", "contact_details", "partners", "funders", "publicity"}) {
        Consent agreement;
        agreement.person = window.nok.id;
        agreement.purpose = QLatin1String(purpose);
        agreement.answer = QStringLiteral("agreed");
        agreement.answeredOn = QDate(2026, 5, 1);
        agreement.expiresOn = QDate(2028, 11, 28);
        addRecords(*window.store, agreement);
    }
    constexpr int besideWords = 18; // of a cell
    const auto checkCells = [](const QTableView& table, int beside) {
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            for (int column = 0; column < table.model()->columnCount(); ++column) {
                if (table.isColumnHidden(column))
                    continue;
                const QString words = table.model()->index(row, column).data().toString();
                for (const QString& line : words.split(QLatin1Char('\n'))) {
                    INFO(line.toStdString());
                    CHECK(table.fontMetrics().horizontalAdvance(line) + beside <= table.columnWidth(column));
                }
            }
        }
    };
    SECTION("in the list, beside a person")
    {
        QSettings settings(window.store.path(QStringLiteral("settings.ini")), QSettings::IniFormat);
        ConsentsPage page(window.context, settings);
        page.resize(1366 - 216, 700); // beside the navigation
        page.show();
        REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 2; }));
        page.table().selectId(window.nok.id.value);
        CHECK(page.currentRecord() == window.nok.id.value);
        CHECK_FALSE(page.table().isColumnHidden(5));
        CHECK(page.list().index(page.list().rowOf(window.nok.id.value), 1).data() == QStringLiteral("To 28 Nov 28"));
        checkCells(page.table(), besideWords);
        const QHeaderView& heads = *page.table().horizontalHeader();
        for (int i = 0; i < heads.count(); ++i) {
            const QString words = page.list().headerData(i, Qt::Horizontal, Qt::DisplayRole).toString();
            INFO(words.toStdString());
            CHECK((heads.isSectionHidden(i) ||
                   heads.fontMetrics()
                           .boundingRect(QRect(0, 0, heads.sectionSize(i) - 16, 1000), Qt::TextWordWrap, words)
                           .height() <= heads.height()));
        }
        shoot(page, QStringLiteral("consents-page-beside"));
    }
    SECTION("in the grid of many")
    {
        ConsentDialog dialog(window.context, {window.sok.id.value, window.nok.id.value});
        dialog.show();
        CHECK(dialog.table().model()->index(1, 0).data() == QStringLiteral("Agreed\nuntil 28 Nov 2028"));
        CHECK(dialog.table().rowHeight(0) >= 2 * dialog.table().fontMetrics().lineSpacing());
        checkCells(dialog.table(), besideWords);
        shoot(dialog, QStringLiteral("consents-of-many"));
    }
    SECTION("in the dialog of one")
    {
        ConsentDialog dialog(window.context, {window.nok.id.value});
        dialog.resize(920, 560); // as on that screen; the one of a test is smaller
        dialog.show();
        checkCells(dialog.table(), besideWords);
        FieldEditor* day = dialog.editor("answered_on");
        day->setValue(QStringLiteral("2026-11-26"));
        for (const char* name : {"answered_on", "expires_on", "method"}) {
            const auto* line = dialog.editor(name)->findChild<QLineEdit*>();
            REQUIRE(line);
            const QString words = line->text().isEmpty() ? line->placeholderText() : line->text();
            INFO(words.toStdString());
            CHECK(line->fontMetrics().horizontalAdvance(words) + 24 <= line->width());
        }
    }
    SECTION("in the tab of a person")
    {
        RecordPane pane(window.context, Entity::Person, personLayout());
        pane.resize(400, 700);
        pane.show();
        pane.setRecord(window.nok.id.value);
        auto* tabs = pane.findChild<QTabWidget*>();
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->tabText(i) == QStringLiteral("Consent"))
                tabs->setCurrentIndex(i);
        }
        QTableView* answers = nullptr;
        for (QTableView* one : pane.findChildren<QTableView*>()) {
            if (one->isVisible() && one->model()->rowCount() == 5)
                answers = one;
        }
        REQUIRE(answers);
        const QString words = answers->model()->index(0, 1).data().toString();
        CHECK(words == QStringLiteral("Agreed · until 28 Nov 2028"));
        CHECK(answers->fontMetrics().horizontalAdvance(words) + 14 <= answers->columnWidth(1));
        shoot(pane, QStringLiteral("consent-tab-400"));
    }
}

TEST_CASE("Several rows stay several when one of them is clicked for the menu", "[window][consent]")
{
    ConsentWindow window;
    QSettings settings(window.store.path(QStringLiteral("settings.ini")), QSettings::IniFormat);
    ConsentsPage page(window.context, settings);
    page.resize(1366 - 216, 700);
    page.show();
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 2; }));
    page.table().selectId(page.list().idAt(0));
    QTest::keyClick(&page.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::mouseClick(page.table().viewport(), Qt::RightButton, {},
                      page.table().visualRect(page.list().index(0, 0)).center());
    REQUIRE(page.table().selectedIds().size() == 2);
    const auto* said = page.findChild<QLabel*>(QStringLiteral("selected"));
    REQUIRE(said);
    CHECK(said->isVisible());
    CHECK(said->text() == QStringLiteral("2 people selected"));
    page.table().selectId(page.list().idAt(1));
    CHECK_FALSE(said->isVisible());
    CHECK(page.currentRecord() == page.list().idAt(1));
}

TEST_CASE("The one row of a list that was deleted is shown again once that is undone", "[window][consent]")
{
    ConsentWindow window;
    QSettings settings(window.store.path(QStringLiteral("settings.ini")), QSettings::IniFormat);
    ConsentsPage page(window.context, settings);
    page.resize(1366 - 216, 700);
    page.show();
    page.search(QStringLiteral("Suwan"));
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 1; }));
    page.table().selectId(window.nok.id.value);
    REQUIRE(page.currentRecord() == window.nok.id.value);
    QTest::keyClick(&page.table(), Qt::Key_Delete);
    REQUIRE(waitFor([&] { return page.list().rowCount() == 0 && page.currentRecord() == 0; }));
    REQUIRE_OK(window.store->undo());
    REQUIRE(waitFor([&] { return page.list().rowCount() == 1; }));
    CHECK(waitFor([&] { return page.currentRecord() == window.nok.id.value; }));
    CHECK(page.view().isVisible());
}

TEST_CASE("Forms that ask for consent go to the people themselves, and the button says what is made",
          "[window][consent]")
{
    ConsentWindow window;
    ExportStart start{QStringLiteral("consent-form")};
    start.chosen = {window.sok.id.value, window.nok.id.value};
    ExportDialog dialog(window.context, std::move(start));
    dialog.show();
    const auto* button = dialog.findChild<QPushButton*>(QStringLiteral("export"));
    CHECK(waitFor([&] { return button->text() == QStringLiteral("Make 2 forms"); }));
    const auto* picker = dialog.findChild<AudiencePicker*>();
    const auto* meaning = dialog.findChild<QLabel*>(QStringLiteral("audience-meaning"));
    REQUIRE(picker);
    REQUIRE(meaning);
    CHECK_FALSE(picker->isVisible());
    CHECK(meaning->isVisible());
    CHECK(meaning->text().startsWith(QStringLiteral("Each form is for the person")));
    dialog.choose(QStringLiteral("person"), Audience::Partner, QStringLiteral("csv"));
    CHECK(picker->isVisible());
    CHECK(picker->audience() == Audience::Partner);
    dialog.findChild<QComboBox*>(QStringLiteral("what"))
        ->setCurrentIndex(
            dialog.findChild<QComboBox*>(QStringLiteral("what"))->findData(QStringLiteral("consent-form")));
    CHECK(picker->audience() == Audience::Internal); // the choice itself stays
    dialog.findChild<QComboBox*>(QStringLiteral("what"))
        ->setCurrentIndex(dialog.findChild<QComboBox*>(QStringLiteral("what"))->findData(QStringLiteral("person")));
    CHECK(picker->audience() == Audience::Partner);
}

TEST_CASE("Asking by e-mail goes on to drafts in a folder, and it is said who gets none", "[window][consent]")
{
    ConsentWindow window;
    ContactPoint address;
    address.person = window.sok.id;
    address.kind = QStringLiteral("email");
    address.value = QStringLiteral("sok@example.org");
    addRecords(*window.store, address);
    const std::vector<qint64> both{window.sok.id.value, window.nok.id.value};
    const Deed& deed = *deedOf(QStringLiteral("ask-for-consent"));
    DeedDialog asking(window.context, deed, deed.begin(*window.store, Entity::Person, both));
    asking.editor("kind")->setValue(QStringLiteral("letter"));
    asking.accept();
    CHECK(asking.exportsAfter() == QStringLiteral("consent-form"));
    DeedDialog byMail(window.context, deed, deed.begin(*window.store, Entity::Person, both));
    byMail.editor("kind")->setValue(QStringLiteral("email"));
    byMail.editor("next_action_on")->setValue(QStringLiteral("2026-07-09"));
    byMail.accept();
    CHECK(byMail.exportsAfter() == QStringLiteral("consent-mail"));
    ExportDialog dialog(window.context, byMail.startsAfter(both));
    dialog.show();
    const auto* button = dialog.findChild<QPushButton*>(QStringLiteral("export"));
    REQUIRE(waitFor([&] { return button->text() == QStringLiteral("Make 1 draft"); }));
    CHECK(dialog.previewText() == QStringLiteral("1 draft will be made, for one person.\nNo e-mail for: Nok Suwan (no "
                                                 "address that may be used)."));
    CHECK_FALSE(dialog.findChild<QPushButton*>(QStringLiteral("print"))->isEnabled());
    shoot(dialog, QStringLiteral("consent-mail"));
    window.dialogs.saveFile = window.store.path(QStringLiteral("drafts"));
    dialog.accept();
    REQUIRE(waitFor([&] { return !dialog.isVisible(); }));
    CHECK(window.dialogs.errors.isEmpty());
    CHECK(window.dialogs.suggestions == QStringList{QStringLiteral("Consent e-mails 2026-06-01")});
    CHECK(QDir(window.dialogs.saveFile).entryList(QDir::Files) == QStringList{QStringLiteral("001 Sok Dara.eml")});
    // The day by which one looks for answers is the day that they are asked for.
    QFile draft(QDir(window.dialogs.saveFile).filePath(QStringLiteral("001 Sok Dara.eml")));
    REQUIRE(draft.open(QIODevice::ReadOnly));
    CHECK(draft.readAll().contains("Please answer by 9 July 2026."));
}

TEST_CASE("The page of consents shows and finds those who were asked and have not answered", "[window][consent]")
{
    ConsentWindow window;
    const Deed& deed = *deedOf(QStringLiteral("ask-for-consent"));
    DeedCall call = deed.begin(*window.store, Entity::Person, {window.sok.id.value});
    call.answers.set("kind", QStringLiteral("letter"));
    REQUIRE_OK(runDeed(*window.store, deed, call));
    QSettings settings(window.store.path(QStringLiteral("settings.ini")), QSettings::IniFormat);
    ConsentsPage page(window.context, settings);
    page.resize(1366 - 216, 700);
    page.show();
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 2; }));
    CHECK(page.list().index(page.list().rowOf(window.sok.id.value), 1).data() ==
          QStringLiteral("Asked %1").arg(QLocale().toString(QDate(2026, 6, 1), QStringLiteral("d MMM"))));
    CHECK(page.list().index(page.list().rowOf(window.nok.id.value), 1).data() == QStringLiteral("Not asked"));
    page.search(QStringLiteral("consent_waiting:any"));
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 1; }));
    CHECK(page.list().idAt(0) == window.sok.id.value);
    const auto chips = page.findChildren<FilterChip*>();
    const auto waiting = std::find_if(chips.begin(), chips.end(), [](const FilterChip* chip) {
        return chip->key() == QStringLiteral("consent_waiting");
    });
    REQUIRE(waiting != chips.end());
    CHECK((*waiting)->text().contains(QStringLiteral("About anything")));
    page.search(QStringLiteral("consent_waiting:>14d"));
    CHECK(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 0; }));
}

TEST_CASE("A form that saves an agreement says when a refusal of that day still holds", "[window][consent]")
{
    ConsentWindow window;
    const auto save = [&](const char* answer, const char* day) {
        Consent one;
        one.person = window.sok.id;
        one.purpose = QStringLiteral("photo");
        one.answer = QLatin1String(answer);
        one.answeredOn = QDate::fromString(QLatin1String(day), Qt::ISODate);
        RecordForm form(window.context, Entity::Consent);
        form.startNew(toValues(one));
        CHECK(form.save());
    };
    save("refused", "2026-05-01");
    CHECK(window.navigator.told.isEmpty());
    save("agreed", "2026-05-01");
    REQUIRE(window.navigator.told.size() == 1);
    CHECK(window.navigator.told.front().startsWith(
        QStringLiteral("A refusal or withdrawal of the same day still holds: Sok Dara (Photos")));
    save("agreed", "2026-05-02");
    CHECK(window.navigator.told.size() == 1);
}
