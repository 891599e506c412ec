// SPDX-License-Identifier: GPL-3.0-or-later
#include <deeds/deed.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/consents/consent_dialog.h>
#include <ui/consents/consent_grid_model.h>
#include <ui/pages/people/consents_page.h>
#include <ui/pages/people/person_layout.h>
#include <ui/records/deed_dialog.h>
#include <ui/records/record_pane.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/field_editor.h>
#include <ui/widgets/theme.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
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

    ConsentWindow()
    {
        applyTheme(*qApp, ThemeChoice::Light);
        Consent refusal;
        refusal.person = sok.id;
        refusal.purpose = QStringLiteral("photo");
        refusal.answer = QStringLiteral("refused");
        refusal.answeredOn = QDate(2026, 5, 1);
        addRecords(*store, refusal);
    }
    // "Sok Dara directory agreed" of all that were entered, in their order.
    QStringList entered()
    {
        QStringList all;
        const auto found = store->find<Consent>(Where().orderBy("id"));
        REQUIRE_OK(found);
        for (const Consent& one : *found)
            all.append(QStringList{store->titleOf(Entity::Person, one.person.value), one.purpose, one.answer}.join(
                QLatin1Char(' ')));
        return all;
    }
};
} // namespace

TEST_CASE("The consents of one person are answered by keyboard, as one change", "[window][consent]")
{
    ConsentWindow window;
    ConsentDialog dialog(window.context, {window.sok.id.value});
    dialog.show();
    QTableView& table = dialog.table();
    const QAbstractItemModel& model = *table.model();
    REQUIRE(model.rowCount() == 7);
    CHECK(model.index(5, 0).data().toString() == QStringLiteral("Refused, 1 May 2026"));
    CHECK(model.index(6, 0).data().toString() == QStringLiteral("Not asked"));
    auto* enter = dialog.findChild<QPushButton*>(QStringLiteral("enter"));
    CHECK_FALSE(enter->isEnabled());
    QTest::keyClick(&table, Qt::Key_A);
    QTest::keyClick(&table, Qt::Key_Down);
    QTest::keyClick(&table, Qt::Key_R);
    QTest::keyClick(&table, Qt::Key_Down);
    QTest::keyClick(&table, Qt::Key_A);
    CHECK(enter->text() == QStringLiteral("Enter 3 answers"));
    QTest::keyClick(&table, Qt::Key_Delete);
    CHECK(enter->text() == QStringLiteral("Enter 2 answers"));
    CHECK(model.index(0, 1).data().toString() == QStringLiteral("Agreed"));
    dialog.editor("method")->setValue(QStringLiteral("e-mail"));
    shoot(dialog, QStringLiteral("consents-of-one"));
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE_FALSE(dialog.isVisible());
    CHECK(window.entered() == QStringList{QStringLiteral("Sok Dara photo refused"),
                                          QStringLiteral("Sok Dara contact_details refused"),
                                          QStringLiteral("Sok Dara directory agreed")});
    CHECK(window.navigator.told.last() == QStringLiteral("Entered 2 answers about consent of Sok Dara."));
    REQUIRE_OK(window.store->undo());
    CHECK(window.entered().size() == 1);
}

TEST_CASE("A refusal that holds in spite of an answer is said before it is entered", "[window][consent]")
{
    ConsentWindow window;
    ConsentDialog dialog(window.context, {window.sok.id.value});
    dialog.show();
    dialog.table().setCurrentIndex(dialog.table().model()->index(5, 1));
    dialog.editor("answered_on")->setValue(QStringLiteral("2026-04-01"));
    QTest::keyClick(&dialog.table(), Qt::Key_A);
    const auto says = [&](const QString& part) {
        const auto labels = dialog.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->isVisible() && label->text().startsWith(part); });
    };
    CHECK(says(QStringLiteral("A later refusal or withdrawal still holds: Sok Dara")));
    dialog.editor("answered_on")->setValue(QStringLiteral("2027-04-01"));
    dialog.accept();
    CHECK(dialog.isVisible());
    CHECK(window.entered().size() == 1);
    CHECK(says(QStringLiteral("1 Apr 2027 is still to come")));
}

TEST_CASE("The answers of several people are entered in one grid, many cells at once", "[window][consent]")
{
    ConsentWindow window;
    ConsentDialog dialog(window.context, {window.sok.id.value, window.nok.id.value});
    dialog.show();
    QTableView& table = dialog.table();
    REQUIRE(table.model()->rowCount() == 2);
    REQUIRE(table.model()->columnCount() == 7);
    CHECK(table.model()->headerData(1, Qt::Vertical).toString() == QStringLiteral("Nok Suwan"));
    QTest::keyClick(&table, Qt::Key_A, Qt::ControlModifier); // all of it
    QTest::keyClick(&table, Qt::Key_A);
    table.setCurrentIndex(table.model()->index(1, 5));
    dialog.findChild<QPushButton*>(QStringLiteral("answer-refused"))->click();
    shoot(dialog, QStringLiteral("consents-of-several"));
    auto* enter = dialog.findChild<QPushButton*>(QStringLiteral("enter"));
    CHECK(enter->text() == QStringLiteral("Enter 14 answers"));
    enter->click();
    const QStringList all = window.entered();
    CHECK(all.size() == 15);
    CHECK(all.contains(QStringLiteral("Nok Suwan photo refused")));
    CHECK_FALSE(all.contains(QStringLiteral("Nok Suwan photo agreed")));
    CHECK(all.contains(QStringLiteral("Sok Dara photo agreed")));
}

TEST_CASE("An answer that is there already is counted apart from those that are entered", "[window][consent]")
{
    ConsentWindow window;
    ConsentDialog dialog(window.context, {window.sok.id.value});
    dialog.show();
    dialog.editor("answered_on")->setValue(QStringLiteral("2026-05-01"));
    QTest::keyClick(&dialog.table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&dialog.table(), Qt::Key_R);
    CHECK(dialog.findChild<QPushButton*>(QStringLiteral("enter"))->text() == QStringLiteral("Enter 7 answers"));
    dialog.accept();
    CHECK(window.navigator.told.last() ==
          QStringLiteral("Entered 6 answers about consent of Sok Dara. One answer was there already."));
}

TEST_CASE("The grid of consents is a model that keeps its promises", "[window][consent]")
{
    ConsentWindow window;
    ConsentGridModel model(*window.store);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE_OK(model.setPeople({}));
    CHECK(model.rowCount() == 0);
    REQUIRE_OK(model.setPeople({window.sok.id.value}));
    CHECK(model.columnCount() == 2);
    model.answer(model.index(5, 0), QStringLiteral("agreed")); // said at what holds now
    CHECK(model.index(5, 1).data().toString() == QStringLiteral("Agreed"));
    CHECK(model.answers().size() == 1);
    REQUIRE_OK(model.setPeople({window.sok.id.value, window.nok.id.value}));
    CHECK(model.answers().empty());
    CHECK(model.index(0, 5).data().toString() == QStringLiteral("Refused\n1 May 2026"));
    model.answer(model.index(0, 5), QStringLiteral("agreed"));
    CHECK(model.index(0, 5).data().toString() == QStringLiteral("→ Agreed"));
    CHECK(model.index(1, 5).data().toString() == QStringLiteral("Not asked"));
}

TEST_CASE("A person's window has a button for the consents", "[window][consent]")
{
    ConsentWindow window;
    RecordPane pane(window.context, Entity::Person, personLayout());
    pane.resize(600, 700);
    pane.show();
    pane.setRecord(window.sok.id.value);
    auto* tabs = pane.findChild<QTabWidget*>();
    for (int i = 0; i < tabs->count(); ++i)
        tabs->setCurrentIndex(i);
    auto* button = pane.findChild<QPushButton*>(QStringLiteral("deed-record-consent"));
    REQUIRE(button);
    CHECK(button->isEnabled());
}

TEST_CASE("The page of consents shows what each agrees to, and is asked by chips", "[window][consent]")
{
    ConsentWindow window;
    QSettings settings(window.store.path(QStringLiteral("settings.ini")), QSettings::IniFormat);
    ConsentsPage page(window.context, settings);
    page.resize(1280, 700);
    page.show();
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 2; }));
    int shown = 0;
    for (int column = 0; column < page.list().columnCount(); ++column)
        shown += page.table().isColumnHidden(column) ? 0 : 1;
    CHECK(shown == 9); // of all that there are
    const int row = page.list().rowOf(window.sok.id.value);
    CHECK(page.list().index(row, 6).data().toString() == QStringLiteral("Refused"));
    CHECK(page.list().index(1 - row, 6).data().toString() == QStringLiteral("Not asked"));
    shoot(page, QStringLiteral("consents-page"));
    page.search(QStringLiteral("consent_never_asked:photo"));
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 1; }));
    CHECK(page.list().idAt(0) == window.nok.id.value);
    page.search(QStringLiteral("consent_ending:90d country:TH"));
    CHECK(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 0; }));
}

TEST_CASE("What was never agreed to is not withdrawn, and an arrow at an edge leaves one cell chosen",
          "[window][consent]")
{
    ConsentWindow window;
    Consent agreement;
    agreement.person = window.nok.id;
    agreement.purpose = QStringLiteral("photo");
    agreement.answer = QStringLiteral("agreed");
    agreement.answeredOn = QDate(2026, 5, 1);
    addRecords(*window.store, agreement);
    ConsentDialog dialog(window.context, {window.sok.id.value, window.nok.id.value});
    dialog.show();
    QTableView& table = dialog.table();
    auto* enter = dialog.findChild<QPushButton*>(QStringLiteral("enter"));
    const auto says = [&](const QString& part) {
        const auto labels = dialog.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->isVisible() && label->text().startsWith(part); });
    };
    QTest::keyClick(&table, Qt::Key_W); // not asked
    CHECK_FALSE(enter->isEnabled());
    CHECK(says(QStringLiteral("Nothing was agreed to there")));
    QTest::keyClick(&table, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&table, Qt::Key_W);
    CHECK(enter->text() == QStringLiteral("Enter one answer"));
    CHECK(table.model()->index(1, 5).data().toString() == QStringLiteral("→ Withdrawn"));
    CHECK(says(QStringLiteral("Left out 13")));
    table.setCurrentIndex(table.model()->index(0, 0));
    for (const int edge : {Qt::Key_Up, Qt::Key_Left}) {
        QTest::keyClick(&table, Qt::Key_A, Qt::ControlModifier);
        REQUIRE(table.selectionModel()->selectedIndexes().size() == 14);
        QTest::keyClick(&table, Qt::Key(edge));
        CHECK(table.selectionModel()->selectedIndexes() == QModelIndexList{table.model()->index(0, 0)});
    }
    // The whole of each purpose can be read.
    const QHeaderView& heads = *table.horizontalHeader();
    for (int i = 0; i < heads.count(); ++i) {
        const QString words = table.model()->headerData(i, Qt::Horizontal).toString();
        const QRect needed =
            heads.fontMetrics().boundingRect(QRect(0, 0, heads.sectionSize(i) - 12, 1000), Qt::TextWordWrap, words);
        INFO(words.toStdString());
        CHECK(needed.height() <= heads.height());
        CHECK(needed.width() <= heads.sectionSize(i));
    }
}

TEST_CASE("Where the frame goes by Ctrl and a key, there the next answer goes", "[window][consent]")
{
    ConsentWindow window;
    ConsentDialog dialog(window.context, {window.sok.id.value, window.nok.id.value});
    dialog.show();
    QTableView& table = dialog.table();
    const auto cell = [&](int row, int column) { return table.model()->index(row, column); };
    const int last = table.model()->columnCount() - 1;
    struct Jump {
        Qt::Key key;
        QModelIndex to;
    };
    for (const Jump& jump :
         {Jump{Qt::Key_End, cell(1, last)}, Jump{Qt::Key_Home, cell(0, 0)}, Jump{Qt::Key_Down, cell(1, 0)},
          Jump{Qt::Key_Right, cell(1, last)}, Jump{Qt::Key_Up, cell(0, last)}, Jump{Qt::Key_Left, cell(0, 0)}}) {
        INFO(jump.key);
        QTest::keyClick(&table, jump.key, Qt::ControlModifier);
        CHECK(table.currentIndex() == jump.to);
        CHECK(table.selectionModel()->selectedIndexes() == QModelIndexList{jump.to});
    }
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(&table, Qt::Key_A);
    const QVariantList typed = dialog.typed();
    REQUIRE(typed.size() == 1);
    CHECK(typed.front().toMap().value(QStringLiteral("id")).toLongLong() == window.nok.id.value);
}

TEST_CASE("Whoever leaves the list by an answer gives way to the next, and all purposes stand beside each other",
          "[window][consent]")
{
    ConsentWindow window;
    const Person mere = addPerson(*window.store, QStringLiteral("Mere"), QStringLiteral("Tuilagi"));
    QSettings settings(window.store.path(QStringLiteral("settings.ini")), QSettings::IniFormat);
    ConsentsPage page(window.context, settings);
    page.resize(1366 - 208, 768); // beside the navigation
    page.show();
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 3; }));
    for (int column = 0; column < 8; ++column)
        CHECK_FALSE(page.table().isColumnHidden(column));
    shoot(page, QStringLiteral("consents-page-1366"));
    page.search(QStringLiteral("consent_never_asked:directory"));
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 3; }));
    const qint64 first = page.list().idAt(0);
    const qint64 second = page.list().idAt(1);
    page.table().selectId(first);
    REQUIRE(page.currentRecord() == first);
    ConsentAnswers answers;
    answers.answers = {{Id<Person>{first}, QStringLiteral("directory"), QStringLiteral("agreed")}};
    answers.on = QDate(2026, 5, 20);
    REQUIRE_OK(enterConsents(*window.store, answers));
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 2; }));
    CHECK(waitFor([&] { return page.currentRecord() == second; }));
    // A search that does not have her is another question: it does not choose anybody.
    page.search(QStringLiteral("Tuilagi"));
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 1; }));
    CHECK(page.table().currentId() == (second == mere.id.value ? second : 0));
}

TEST_CASE("Asking many for consent says in its own words what is asked, and presets when to look", "[window][consent]")
{
    ConsentWindow window;
    const Deed& deed = *deedOf(QStringLiteral("ask-for-consent"));
    const std::vector<qint64> both{window.sok.id.value, window.nok.id.value};
    DeedDialog dialog(window.context, deed, deed.begin(*window.store, Entity::Person, both));
    dialog.show();
    const auto label = [&](const char* field) {
        auto* found = dialog.findChild<QLabel*>(QStringLiteral("label-") + QLatin1String(field));
        return found ? found->text() : QString();
    };
    CHECK(label("kind") == QStringLiteral("How do you ask? (required)"));
    CHECK(label("next_action_on") == QStringLiteral("Look for answers by"));
    CHECK(dialog.editor("next_action_on")->value().toString() ==
          window.store->environment().clock->today().addDays(14).toString(Qt::ISODate));
    const auto isSaid = [&](const QString& part) {
        const auto labels = dialog.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* one) { return one->isVisible() && one->text().contains(part); });
    };
    CHECK(isSaid(QStringLiteral("Nothing is sent by the program.")));
    dialog.accept();
    CHECK(isSaid(QStringLiteral("is missing.")));
    auto* kind = dialog.editor("kind");
    kind->setValue(QStringLiteral("letter"));
    Q_EMIT kind->edited();
    CHECK_FALSE(isSaid(QStringLiteral("is missing.")));
    shoot(dialog, QStringLiteral("ask-for-consent"));
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE_FALSE(dialog.isVisible());
    ConsentDialog grid(window.context, both);
    const QString asked = QLocale().toString(QDate(2026, 6, 1), QStringLiteral("d MMM")); // "Jun" or "June"
    CHECK(grid.table().model()->index(1, 0).data().toString() == QStringLiteral("Asked %1\nno answer yet").arg(asked));
    CHECK(grid.table().model()->index(0, 5).data().toString() == QStringLiteral("Refused\nasked again %1").arg(asked));
}
