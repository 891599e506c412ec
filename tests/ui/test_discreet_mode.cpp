// SPDX-License-Identifier: GPL-3.0-or-later
// How discreet mode is switched, and what stays as it is while it is on.
#include <support/ui_careful_window.h>
#include <ui/records/record_form.h>
#include <ui/records/record_pane.h>
#include <ui/tables/record_table.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("What no page thought of is covered as well: labels, buttons, tooltips, titles, editors and lists",
          "[discreet]")
{
    CarefulWindow own(20);
    own.makeEverybodyCareful();
    own.gatherSecrets();
    const auto people = own.store().find<Person>();
    REQUIRE_OK(people);
    const QString name = fullName(people->front());
    QWidget page(&own.window, Qt::Window);
    auto* column = new QVBoxLayout(&page);
    page.setWindowTitle(name);
    auto* label = new QLabel(name, &page);
    auto* button = new QPushButton(name, &page);
    button->setToolTip(name);
    button->setAccessibleName(name);
    auto* line = new QLineEdit(name, &page);
    auto* text = new QPlainTextEdit(name, &page);
    auto* list = new QListWidget(&page);
    list->addItem(name);
    for (QWidget* one : {static_cast<QWidget*>(label), static_cast<QWidget*>(button), static_cast<QWidget*>(line),
                         static_cast<QWidget*>(text), static_cast<QWidget*>(list)})
        column->addWidget(one);
    page.show();
    REQUIRE(isNamedSomewhere(name));
    own.workspace().discreet().set(true);
    own.checkNobodyIsNamed(s("switched on"));
    label->setText(s("Now %1").arg(name));
    own.checkNobodyIsNamed(s("set later"));
    CHECK(text->toPlainText() == name); // what stands in it stays
    own.workspace().discreet().set(false);
    CHECK(label->text() == s("Now %1").arg(name));
    CHECK(button->text() == name);
    CHECK(button->toolTip() == name);
    CHECK(page.windowTitle() == name);
    for (const QWidget* one : {static_cast<QWidget*>(line), static_cast<QWidget*>(text), static_cast<QWidget*>(list)})
        CHECK(one->isVisible());
}

TEST_CASE("Ctrl+Shift+D switches discreet mode, is remembered, and does not show names by a slip while typing",
          "[discreet][keys]")
{
    CarefulWindow own(20);
    own.makeEverybodyCareful();
    RecordPage& page = pageOf(own, "people");
    const QString name = page.list().index(0, 0).data().toString();
    auto* sign = own.window.findChild<QPushButton*>(s("discreet"));
    REQUIRE(sign);
    CHECK_FALSE(sign->isVisible());
    pressKey(page.table());
    CHECK(page.list().index(0, 0).data().toString().startsWith(s("Somebody")));
    CHECK(page.list().index(0, 0).data(Qt::ToolTipRole).toString() == s("Hidden: discreet mode"));
    CHECK(own.settings.value(s("window/discreet")).toBool());
    CHECK(sign->isVisible());
    CHECK(own.window.action(s("discreet"))->isChecked());

    auto* search = page.findChild<QLineEdit*>();
    REQUIRE(search);
    pressKey(*search);
    CHECK(own.workspace().discreet().isOn());
    CHECK(own.workspace().message().contains(s("once more")));
    pressKey(*search);
    CHECK_FALSE(own.workspace().discreet().isOn());
    CHECK(page.list().index(0, 0).data().toString() == name);
    CHECK_FALSE(sign->isVisible());

    pressKey(page.table());
    const QString file = own.store().path();
    REQUIRE(own.window.closeFile());
    REQUIRE(own.window.openFile(file, s("people")));
    CHECK(own.workspace().discreet().isOn());
    sign = own.window.findChild<QPushButton*>(s("discreet"));
    REQUIRE(sign);
    sign->click();
    CHECK_FALSE(own.workspace().discreet().isOn());
    CHECK_FALSE(own.settings.value(s("window/discreet")).toBool());
}

TEST_CASE("Switching keeps the row, what was typed, and who needs no care is named all the time", "[discreet]")
{
    CarefulWindow own(20);
    Person careful = addPerson(own.store(), s("Zerubina"), s("Qwortlefax"), s("KH"));
    careful.safetyLevel = s("careful");
    REQUIRE_OK(own.store().change(s("Careful"), [&](ChangeWriter& writer) { return writer.update(careful); }));
    addPerson(own.store(), s("Zerubina"), s("Marlo"), s("KH"));
    RecordPage& page = pageOf(own, "people");
    page.search(s("Zerubina"));
    REQUIRE(waitFor([&] { return page.list().rowCount() == 2; }));
    page.showRecord(careful.id.value);
    RecordForm& form = page.pane().form();
    page.view().findChild<QTabWidget*>()->setCurrentIndex(1);
    auto* place = form.findChild<QLineEdit*>(s("place"));
    REQUIRE(place);
    place->setFocus();
    QTest::keyClicks(place, s("Zerubina Qwortlefax street"));
    const auto current = page.table().currentIndex();

    pressKey(page.table());
    processPending();
    CHECK(page.table().currentIndex() == current);
    CHECK(form.isDirty());
    CHECK_FALSE(place->isVisible());
    QStringList cells;
    for (int row = 0; row < 2; ++row)
        cells.append(page.list().index(row, 0).data().toString());
    cells.sort();
    CHECK(cells == QStringList{s("Somebody, Cambodia"), s("Zerubina Marlo")});
    CHECK_FALSE(isNamedSomewhere(s("Qwortlefax")));

    pressKey(page.table());
    processPending();
    CHECK(place->isVisible());
    CHECK(place->text() == s("Zerubina Qwortlefax street"));
    CHECK(form.isDirty());
    CHECK(isNamedSomewhere(s("Zerubina Qwortlefax")));
    form.revert();
}

TEST_CASE("Rows copied in discreet mode say no more than one sees, and changes tell nobody's name", "[discreet]")
{
    CarefulWindow own(20);
    RecordPage& page = pageOf(own, "people");
    own.workspace().discreet().set(true);
    Person person = addPerson(own.store(), s("Zerubina"), s("Qwortlefax"), s("KH"));
    person.safetyLevel = s("at_risk");
    REQUIRE_OK(own.store().change(s("Change Zerubina Qwortlefax"),
                                  [&](ChangeWriter& writer) { return writer.update(person); }));
    CHECK(own.window.action(s("undo"))->text() == s("&Undo “Change Somebody, Cambodia”"));
    page.search(s("Zerubina"));
    REQUIRE(waitFor([&] { return page.list().rowCount() == 1; }));
    page.table().selectAll();
    QTest::keyClick(&page.table(), Qt::Key_C, Qt::ControlModifier);
    CHECK_FALSE(QApplication::clipboard()->text().contains(s("Qwortlefax")));
    own.workspace().undo();
    CHECK(own.workspace().message() == s("Undone: Change Zerubina Qwortlefax."));
    own.workspace().redo();
    CHECK(own.workspace().message() == s("Done again: Change Somebody, Cambodia."));
    // What is kept in the file is as it is.
    CHECK(own.store().history(1)->front().sentence == s("Change Zerubina Qwortlefax"));
}

// How long switching takes; by hand: test_ui "[.speed]".
TEST_CASE("Switching takes less than a tenth of a second with 3,500 people", "[.speed]")
{
    CarefulWindow own(3500);
    RecordPage& page = pageOf(own, "people");
    page.showRecord(page.list().idAt(0));
    for (int i = 0; i < 3; ++i) {
        QElapsedTimer timer;
        timer.start();
        own.workspace().discreet().set(i % 2 == 0);
        const qint64 switched = timer.elapsed();
        processPending();
        WARN("switched in " << switched << " ms, painted in " << timer.elapsed() << " ms");
        CHECK(timer.elapsed() < 100);
    }
}
