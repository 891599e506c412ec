// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and what offers it.
#include <support/add_records.h>
#include <support/ui_program.h>

#include <ui/history/history_dialog.h>
#include <ui/history/history_view.h>
#include <ui/records/record_form.h>
#include <ui/records/record_pane.h>
#include <ui/widgets/message_bar.h>

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

using namespace dtp;
using namespace dtp::test;

namespace
{
// The button of the message at the foot; none when there is no such one.
QPushButton* offered(Program& program, const char* words)
{
    const auto* bar = program.space().findChild<MessageBar*>();
    for (QPushButton* button : bar->findChildren<QPushButton*>()) {
        if (button->text() == QString::fromLatin1(words) && button->isVisibleTo(bar))
            return button;
    }
    return nullptr;
}

// A person, shown, with the line of the place in the keyboard's hands.
struct OpenPerson : Program {
    OpenPerson()
    {
        create();
        person = addPerson(store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
        space().openRecord(Entity::Person, person.id.value);
        place = people().pane().form().findChild<QLineEdit*>(QStringLiteral("place"));
        REQUIRE(place);
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        place->setFocus();
    }
    QString placeKept() { return store().get(person.id)->place; }
    Person person;
    QLineEdit* place = nullptr;
};
} // namespace

TEST_CASE("Undo says at the foot and in the history whose agreement counts again", "[window][undo][consent]")
{
    Program program;
    program.create();
    const Person person = addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    const auto answer = [&](const char* said, QDate on) {
        Consent consent;
        consent.person = person.id;
        consent.purpose = QStringLiteral("publicity");
        consent.answer = QString::fromLatin1(said);
        consent.answeredOn = on;
        addRecords(program.store(), consent);
    };
    answer("agreed", QDate(2020, 1, 1));
    answer("refused", QDate(2021, 1, 1));
    const QString told =
        QStringLiteral("1 person counts as agreeing again who did not any more: Sok Dara (Publicity). "
                       "If they still do not agree, enter that again.");
    program.space().undo();
    CHECK(program.space().message() == QStringLiteral("Undone: Add. ") + told);
    program.space().redo();
    CHECK(program.space().message() == QStringLiteral("Done again: Add."));
    program.space().undo();
    program.space().undo();
    CHECK(program.space().message() == QStringLiteral("Undone: Add."));
}

TEST_CASE("Undo and Redo in the menu carry the name of the deed", "[window][undo]")
{
    Program program;
    program.create();
    const Person person = addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    QAction* undo = program.window.action(QStringLiteral("undo"));
    QAction* redo = program.window.action(QStringLiteral("redo"));
    CHECK(undo->text() == QStringLiteral("&Undo “Add Sok Dara”"));
    undo->trigger();
    CHECK_FALSE(program.store().contains(Entity::Person, person.id.value).value());
    CHECK(program.space().message() == QStringLiteral("Undone: Add Sok Dara."));
    CHECK_FALSE(undo->isEnabled());
    CHECK(redo->text() == QStringLiteral("&Redo “Add Sok Dara”"));
    redo->trigger();
    CHECK(program.store().contains(Entity::Person, person.id.value).value());
}

TEST_CASE("Ctrl+Z in a field takes back typing first, then the last deed", "[window][undo]")
{
    Program program;
    program.create();
    const Person person = addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    program.space().openRecord(Entity::Person, person.id.value);
    auto* place = program.people().pane().form().findChild<QLineEdit*>(QStringLiteral("place"));
    REQUIRE(place);
    program.window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&program.window));
    place->setFocus();
    QTest::keyClicks(place, QStringLiteral("Takeo"));
    QTest::keyClick(place, Qt::Key_Z, Qt::ControlModifier);
    CHECK(place->text().isEmpty());
    CHECK(program.store().contains(Entity::Person, person.id.value).value());
    QTest::keyClick(place, Qt::Key_Z, Qt::ControlModifier);
    CHECK_FALSE(program.store().contains(Entity::Person, person.id.value).value());
}

TEST_CASE("A message offers Undo only for what it tells of", "[window][undo]")
{
    Program program;
    program.create();
    const auto undoOffered = [&] {
        for (const QPushButton* button : program.space().findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Undo") && button->isVisibleTo(&program.space()))
                return true;
        }
        return false;
    };
    addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    program.space().tell(QStringLiteral("Added."));
    CHECK(undoOffered());
    program.space().tell(QStringLiteral("Exported."));
    CHECK_FALSE(undoOffered());
}

TEST_CASE("The history lists changes and takes several back at once", "[window][undo]")
{
    Program program;
    program.create();
    for (const char* name : {"Ana", "Bo", "Chan"})
        addPerson(program.store(), QString::fromLatin1(name), QStringLiteral("X"));
    ChangeListModel model(program.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(model.rowCount() == 3);
    CHECK(model.index(0, 0).data().toString() == QStringLiteral("Add Chan X"));
    HistoryDialog dialog(program.space().context());
    auto* view = dialog.findChild<QTableView*>();
    view->setCurrentIndex(view->model()->index(1, 0));
    for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
        if (button->text().startsWith(QStringLiteral("Undo 2 changes")))
            button->click();
    }
    CHECK(*program.store().count(Entity::Person) == 1);
}

TEST_CASE("Ctrl+Z after saving takes back what was saved, and makes no draft of the field", "[window][undo]")
{
    OpenPerson program;
    QTest::keyClicks(program.place, QStringLiteral("Takeo"));
    program.window.action(QStringLiteral("save"))->trigger();
    CHECK(program.placeKept() == QStringLiteral("Takeo"));
    QTest::keyClick(program.place, Qt::Key_Z, Qt::ControlModifier);
    CHECK(program.placeKept().isEmpty());
    CHECK(program.place->text().isEmpty());
    CHECK_FALSE(program.people().pane().isDirty());
    CHECK(program.store().nextRedo()->sentence == QStringLiteral("Change Sok Dara"));

    auto* notes = program.people().pane().form().findChild<QPlainTextEdit*>(QStringLiteral("notes"));
    REQUIRE(notes);
    notes->setFocus();
    QTest::keyClicks(notes, QStringLiteral("Speaks Khmer"));
    program.window.action(QStringLiteral("save"))->trigger();
    QTest::keyClick(notes, Qt::Key_Z, Qt::ControlModifier);
    CHECK(program.store().get(program.person.id)->notes.isEmpty());
    CHECK_FALSE(program.people().pane().isDirty());
}

TEST_CASE("Undo leaves what is typed as it is, and does not save it first", "[window][undo]")
{
    OpenPerson program;
    addPerson(program.store(), QStringLiteral("Nok"), QStringLiteral("Suwan"));
    QTest::keyClicks(program.place, QStringLiteral("Takeo"));
    program.window.action(QStringLiteral("undo"))->trigger();
    CHECK(*program.store().count(Entity::Person) == 1);
    CHECK(program.placeKept().isEmpty());
    CHECK(program.place->text() == QStringLiteral("Takeo"));
    CHECK(program.store().nextUndo()->sentence == QStringLiteral("Add Sok Dara"));
    // Also when the record itself goes, and comes back.
    program.window.action(QStringLiteral("undo"))->trigger();
    CHECK(*program.store().count(Entity::Person) == 0);
    program.window.action(QStringLiteral("redo"))->trigger();
    REQUIRE(waitFor([&] { return program.people().currentRecord() == program.person.id.value; }));
    CHECK(program.place->text() == QStringLiteral("Takeo"));
    CHECK(program.people().pane().isDirty());
    CHECK(program.placeKept().isEmpty());
}

TEST_CASE("What Redo brings back is shown again", "[window][undo]")
{
    OpenPerson program;
    program.window.action(QStringLiteral("undo"))->trigger();
    REQUIRE(waitFor([&] { return program.people().list().isComplete() && program.people().list().rowCount() == 0; }));
    CHECK(program.people().currentRecord() == 0);
    program.window.action(QStringLiteral("redo"))->trigger();
    CHECK(waitFor([&] { return program.people().currentRecord() == program.person.id.value; }));
    CHECK(program.people().pane().isVisible());
}

TEST_CASE("The Undo of a message is of no other deed, whatever was changed before or since", "[window][undo]")
{
    Program program;
    program.create();
    addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    processPending(); // nothing was told of it
    program.space().tell(QStringLiteral("The file is sound."));
    CHECK_FALSE(offered(program, "Undo"));

    const Person nok = addPerson(program.store(), QStringLiteral("Nok"), QStringLiteral("Suwan"));
    program.space().tell(QStringLiteral("Added Nok."));
    CHECK(offered(program, "Undo"));
    addPerson(program.store(), QStringLiteral("Bo"), QStringLiteral("X"));
    CHECK(program.space().message() == QStringLiteral("Added Nok."));
    CHECK_FALSE(offered(program, "Undo")); // it would take Bo away

    addPerson(program.store(), QStringLiteral("Chan"), QStringLiteral("X"));
    program.space().tell(QStringLiteral("Added Chan."));
    QTest::mouseClick(offered(program, "Undo"), Qt::LeftButton);
    CHECK(program.store().nextRedo()->sentence == QStringLiteral("Add Chan X"));
    QTest::mouseClick(offered(program, "Redo"), Qt::LeftButton);
    CHECK(program.store().nextUndo()->sentence == QStringLiteral("Add Chan X"));
    CHECK(program.store().contains(Entity::Person, nok.id.value).value());
}

TEST_CASE("What was saved on the way to a deed that did nothing is not offered to be undone", "[window][undo]")
{
    OpenPerson program;
    QTest::keyClicks(program.place, QStringLiteral("Takeo"));
    REQUIRE(program.people().save());
    program.space().tell(QStringLiteral("Nothing to do: it is so already."));
    CHECK_FALSE(offered(program, "Undo"));
}

TEST_CASE("An older change, or one field of it, is taken back alone in the history", "[window][undo]")
{
    OpenPerson program;
    auto& form = program.people().pane().form();
    QTest::keyClicks(program.place, QStringLiteral("Takeo"));
    auto* pronouns = form.findChild<QLineEdit*>(QStringLiteral("pronouns"));
    pronouns->setFocus();
    QTest::keyClicks(pronouns, QStringLiteral("she/her"));
    REQUIRE(program.people().save());
    addPerson(program.store(), QStringLiteral("Nok"), QStringLiteral("Suwan"));

    auto* tabs = program.people().findChild<QTabWidget*>();
    tabs->setCurrentIndex(tabs->count() - 1);
    auto* view = program.people().findChild<HistoryView*>();
    REQUIRE(waitFor([&] { return view->plainText().contains(QStringLiteral("Place: Takeo")); }));
    // With the keyboard: the second link is of the first field.
    auto* text = view->findChild<QTextBrowser*>();
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Tab);
    QTest::keyClick(text, Qt::Key_Tab);
    CHECK(text->textCursor().selectedText() == QStringLiteral("Take back this alone"));
    QTest::keyClick(text, Qt::Key_Return);
    const Person after = *program.store().get(program.person.id);
    CHECK(after.place.isEmpty() != after.pronouns.isEmpty());
    CHECK(*program.store().count(Entity::Person) == 2);
    CHECK(program.space().message().startsWith(QString::fromUtf8("Took back “")));
    CHECK(offered(program, "Undo"));

    HistoryDialog dialog(program.space().context());
    dialog.show();
    auto* list = dialog.findChild<QTableView*>();
    auto* alone = dialog.findChild<QPushButton*>(QStringLiteral("alone"));
    list->setCurrentIndex(list->model()->index(0, 0));
    CHECK_FALSE(alone->isVisible()); // the last one is undone
    list->setCurrentIndex(list->model()->index(2, 0));
    REQUIRE(alone->isVisible());
    alone->click();
    CHECK(program.dialogs.errors.value(0).contains(QStringLiteral("this cannot be taken back by itself")));
    list->setCurrentIndex(list->model()->index(1, 0));
    alone->click();
    CHECK(*program.store().count(Entity::Person) == 1);
}

TEST_CASE("A message of a file that was written leads to it, and offers no Undo", "[window][undo]")
{
    Program program;
    program.create();
    addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    const QString file = program.path(QStringLiteral("people.csv"));
    program.space().tellFile(QStringLiteral("Exported into “people.csv”."), file);
    CHECK_FALSE(offered(program, "Undo"));
    QTest::mouseClick(offered(program, "Open"), Qt::LeftButton);
    program.space().tellFile(QStringLiteral("Exported into “people.csv”."), file);
    QTest::mouseClick(offered(program, "Show in folder"), Qt::LeftButton);
    CHECK(program.dialogs.opened == QStringList{file, program.folder.path()});
}

TEST_CASE("The history says when each change was made, to the minute, whatever the size of the type", "[window]")
{
    Program program;
    program.create();
    addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    HistoryDialog dialog(program.space().context());
    auto* view = dialog.findChild<QTableView*>();
    QFont large = view->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    view->setFont(large);
    dialog.show();
    processPending();
    for (const int column : {1, 2, 3}) {
        const QString shown = view->model()->index(0, column).data().toString();
        CHECK(view->columnWidth(column) > QFontMetrics(large).horizontalAdvance(shown));
    }
    CHECK(view->columnWidth(0) > view->columnWidth(1));
}
