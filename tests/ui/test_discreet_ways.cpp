// SPDX-License-Identifier: GPL-3.0-or-later
// Discreet mode over time: who was deleted, what is searched for, where the keys go, and that off restores everything.
#include <records/programs.h>
#include <support/ui_careful_window.h>
#include <ui/consents/consent_dialog.h>
#include <ui/history/history_dialog.h>
#include <ui/models/discretion.h>
#include <ui/pages/reports/photo_people_row.h>
#include <ui/records/record_form.h>
#include <ui/records/record_pane.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/message_bar.h>

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace dtp;
using namespace dtp::test;

namespace
{
Person addCareful(CarefulWindow& own, const char* given, const char* family, const char* country = "KH")
{
    Person person = addPerson(own.store(), s(given), s(family), s(country));
    person.safetyLevel = s("careful");
    REQUIRE_OK(own.store().change(s("Careful"), [&](ChangeWriter& writer) { return writer.update(person); }));
    return person;
}

void remove(CarefulWindow& own, const Person& person)
{
    REQUIRE_OK(own.store().change(QString(s("Delete person ") + fullName(person)), [&](ChangeWriter& writer) {
        return writer.remove(Entity::Person, person.id.value);
    }));
}

void checkHistoryIsQuiet(CarefulWindow& own, const char* name)
{
    HistoryDialog history(own.workspace().context(), &own.window);
    history.show();
    REQUIRE(waitUntilQuiet(history));
    CHECK_FALSE(isNamedSomewhere(s(name)));
}
} // namespace

TEST_CASE("Who is deleted stays unnamed: in what is told, in Undo and in the history of the file", "[discreet]")
{
    CarefulWindow own(20);
    const Person person = addCareful(own, "Zerubina", "Qwortlefax");
    own.workspace().discreet().set(true);
    remove(own, person);
    own.workspace().tell(s("Deleted person “Zerubina Qwortlefax”."));
    CHECK(own.workspace().message() == s("Deleted person “Somebody, Cambodia”."));
    CHECK(own.window.action(s("undo"))->text() == s("&Undo “Delete person Somebody, Cambodia”"));
    checkHistoryIsQuiet(own, "Qwortlefax");

    // Also when nobody but the history knows of her.
    own.workspace().discreet().set(false);
    CHECK(seen(own.store(), s("Zerubina Qwortlefax")) == s("Zerubina Qwortlefax"));
    own.workspace().discreet().set(true);
    CHECK(own.window.action(s("undo"))->text() == s("&Undo “Delete person Somebody, Cambodia”"));
    checkHistoryIsQuiet(own, "Qwortlefax");

    // And when her coming is undone.
    for (int i = 0; i < 3; ++i)
        REQUIRE_OK(own.store().undo());
    own.workspace().discreet().set(false);
    own.workspace().discreet().set(true);
    checkHistoryIsQuiet(own, "Qwortlefax");
    CHECK(seen(own.store(), s("Add Zerubina Qwortlefax")) == s("Add Somebody, Cambodia"));
}

TEST_CASE("Who needs no care any more is named again, and whoever was deleted without it is not covered", "[discreet]")
{
    CarefulWindow own(20);
    Person person = addCareful(own, "Zerubina", "Qwortlefax");
    const Person other = addPerson(own.store(), s("Merribel"), s("Onwatu"), s("KH"));
    own.workspace().discreet().set(true);
    remove(own, other);
    CHECK(seen(own.store(), s("Merribel Onwatu")) == s("Merribel Onwatu"));
    person.safetyLevel = s("normal");
    REQUIRE_OK(own.store().change(s("Normal"), [&](ChangeWriter& writer) { return writer.update(person); }));
    CHECK(seen(own.store(), s("Zerubina Qwortlefax")) == s("Zerubina Qwortlefax"));
}

TEST_CASE("What was searched for is dots while nobody types, and Ctrl+F begins anew", "[discreet][keys]")
{
    CarefulWindow own(20);
    addCareful(own, "Zerubina", "Qwortlefax");
    RecordPage& page = pageOf(own, "people");
    auto* search = page.findChild<QLineEdit*>();
    REQUIRE(search);
    page.focusSearch();
    REQUIRE(waitFor([&] { return search->hasFocus(); }));
    QTest::keyClicks(search, s("Zerubina"));
    REQUIRE(waitFor([&] { return page.list().rowCount() == 1; }));
    own.workspace().discreet().set(true);
    CHECK_FALSE(search->displayText().contains(s("Zerubina")));

    QTest::keyClicks(search, s("Zerubina Qwortlefax"));
    CHECK(search->text() == s("Zerubina Qwortlefax"));
    REQUIRE(waitFor([&] { return page.list().rowCount() == 1; }));
    page.table().setFocus();
    processPending();
    CHECK(search->isVisible());
    CHECK_FALSE(search->displayText().contains(s("Zerubina")));
    CHECK(page.list().rowCount() == 1);

    page.focusSearch();
    REQUIRE(waitFor([&] { return search->hasFocus(); }));
    QTest::keyClicks(search, s("Qw"));
    CHECK(search->text() == s("Qw"));
    page.table().setFocus();
    own.workspace().discreet().set(false);
    CHECK(search->displayText() == s("Qw"));
}

TEST_CASE("Where somebody who needs care works is covered in the pane as in the list", "[discreet]")
{
    CarefulWindow own(20);
    const Person careful = addCareful(own, "Zerubina", "Qwortlefax");
    const Person other = addPerson(own.store(), s("Merribel"), s("Onwatu"), s("KH"));
    REQUIRE_OK(own.store().change(s("Work"), [&](ChangeWriter& writer) -> Result<> {
        for (const Person& person : {careful, other}) {
            Organisation organisation;
            organisation.name = QString(s("Office of ") + person.givenName);
            DTP_CHECK(writer.insert(organisation));
            Affiliation affiliation;
            affiliation.person = person.id;
            affiliation.organisation = organisation.id;
            DTP_CHECK(writer.insert(affiliation));
        }
        return {};
    }));
    RecordPage& page = pageOf(own, "people");
    page.showRecord(careful.id.value);
    own.settle();
    CHECK(isNamedSomewhere(s("Office of Zerubina")));
    own.workspace().discreet().set(true);
    own.settle();
    CHECK_FALSE(isNamedSomewhere(s("Office of Zerubina")));
    page.showRecord(other.id.value);
    own.settle();
    CHECK(isNamedSomewhere(s("Office of Merribel")));
}

TEST_CASE("A field that is covered while somebody types gives the keys to nobody, and has them again afterwards",
          "[discreet][keys]")
{
    CarefulWindow own(20);
    const Person careful = addCareful(own, "Zerubina", "Qwortlefax");
    RecordPage& page = pageOf(own, "people");
    page.showRecord(careful.id.value);
    page.view().findChild<QTabWidget*>()->setCurrentIndex(1);
    RecordForm& form = page.pane().form();
    auto* place = form.findChild<QLineEdit*>(s("place"));
    REQUIRE(place);
    place->setFocus();
    REQUIRE(waitFor([&] { return place->hasFocus(); }));
    QTest::keyClicks(place, s("Zerubina Qwortlefax street"));
    const RecordValues typed = form.draft();
    pressKey(*place);
    processPending();
    REQUIRE(own.workspace().discreet().isOn());
    CHECK_FALSE(place->isVisible());
    auto* plate = qobject_cast<QPushButton*>(QApplication::focusWidget());
    REQUIRE(plate);
    CHECK(plate->text() == s("Hidden. Show"));
    QTest::keyClicks(plate, s("man Woman "));
    QTest::keyClick(plate, Qt::Key_Return);
    CHECK(QApplication::focusWidget() == plate);
    CHECK_FALSE(place->isVisible());
    CHECK(form.draft() == typed);
    pressKey(*plate);
    CHECK_FALSE(own.workspace().discreet().isOn());
    CHECK(place->isVisible());
    CHECK(place->hasFocus());
    form.revert();
}

TEST_CASE("An editor that no page thought of gives the keys to its button as well", "[discreet][keys]")
{
    CarefulWindow own(20);
    addCareful(own, "Zerubina", "Qwortlefax");
    QWidget page(&own.window, Qt::Window);
    auto* column = new QVBoxLayout(&page);
    auto* line = new QLineEdit(s("Zerubina Qwortlefax"), &page);
    auto* next = new QLineEdit(&page);
    column->addWidget(line);
    column->addWidget(next);
    page.show();
    page.activateWindow();
    line->setFocus();
    REQUIRE(waitFor([&] { return line->hasFocus(); }));
    own.workspace().discreet().set(true);
    processPending();
    CHECK_FALSE(line->isVisible());
    CHECK_FALSE(next->hasFocus());
    auto* plate = qobject_cast<QPushButton*>(QApplication::focusWidget());
    REQUIRE(plate);
    QTest::keyClicks(plate, s("more "));
    CHECK_FALSE(line->isVisible());
    CHECK(next->text().isEmpty());
    own.workspace().discreet().set(false);
    CHECK(line->isVisible());
    CHECK(line->hasFocus());
}

TEST_CASE("That the key is to be pressed once more is told above what is not saved, and no longer than it is so",
          "[discreet][keys]")
{
    CarefulWindow own(20);
    const Person careful = addCareful(own, "Zerubina", "Qwortlefax");
    RecordPage& page = pageOf(own, "people");
    page.showRecord(careful.id.value);
    page.view().findChild<QTabWidget*>()->setCurrentIndex(1);
    auto* place = page.pane().form().findChild<QLineEdit*>(s("place"));
    REQUIRE(place);
    own.workspace().discreet().set(true);
    place->setFocus();
    QTest::keyClicks(place, s("Somewhere"));
    processPending();
    pressKey(*place);
    REQUIRE(own.workspace().message().contains(s("once more")));
    processPending();
    auto* message = own.window.findChild<MessageBar*>();
    REQUIRE(message);
    const auto placeOf = [&](const QWidget& widget) {
        return QRect(widget.mapTo(&own.window, QPoint()), widget.size());
    };
    int bars = 0;
    for (const QWidget* bar : own.window.findChildren<QWidget*>(s("unsaved"))) {
        bars += bar->isVisible() ? 1 : 0;
        CHECK_FALSE((bar->isVisible() && placeOf(*bar).intersects(placeOf(*message))));
    }
    CHECK(bars == 1);
    pressKey(*place);
    CHECK_FALSE(own.workspace().discreet().isOn());
    CHECK(own.workspace().message().isEmpty());
    page.pane().form().revert();
}

TEST_CASE("What was made while the mode was on names everybody when it is off", "[discreet]")
{
    CarefulWindow own(20);
    const Person careful = addCareful(own, "Zerubina", "Qwortlefax");
    own.workspace().discreet().set(true);
    AppContext& context = own.workspace().context();
    ConsentDialog consents(context, {careful.id.value}, &own.window);
    PeopleOnPhoto on;
    on.people.add(careful.id);
    PhotoPeopleRow row(context, ReportPhoto(), on, nullptr);
    row.show();
    consents.show();
    REQUIRE(waitUntilQuiet(consents));
    CHECK_FALSE(isNamedSomewhere(s("Qwortlefax")));
    own.workspace().discreet().set(false);
    QStringList said;
    for (QWidget* root : {static_cast<QWidget*>(&consents), static_cast<QWidget*>(&row)}) {
        for (const QLabel* label : root->findChildren<QLabel*>()) {
            CHECK_FALSE(label->text().contains(s("Somebody")));
            if (label->text().contains(s("Zerubina Qwortlefax")))
                said.append(label->text());
        }
    }
    CHECK(said.size() >= 2);
    CHECK(said.contains(s("Consents of Zerubina Qwortlefax")));
    CHECK(row.findChild<QPushButton*>()->text() == s("Zerubina Qwortlefax"));
}

TEST_CASE("Who may be named is named in spite of a namesake who needs care", "[discreet]")
{
    CarefulWindow own(20);
    addCareful(own, "Arif", "", "BD");
    const Person khan = addPerson(own.store(), s("Arif"), s("Khan"), s("BD"));
    addPerson(own.store(), s("Arif"), {}, s("NP"));
    own.workspace().discreet().set(true);
    RecordPage& page = pageOf(own, "people");
    page.search(s("Arif"));
    REQUIRE(waitFor([&] { return page.list().rowCount() == 3; }));
    QStringList cells;
    for (int row = 0; row < 3; ++row)
        cells.append(page.list().index(row, 0).data().toString());
    cells.sort();
    CHECK(cells == QStringList{s("Arif"), s("Arif Khan"), s("Somebody, Bangladesh")});
    page.showRecord(khan.id.value);
    page.view().findChild<QTabWidget*>()->setCurrentIndex(1);
    own.settle();
    CHECK(page.table().isVisible());
    CHECK(isNamedSomewhere(s("Arif Khan")));
    auto* given = page.pane().form().findChild<QLineEdit*>(s("given_name"));
    REQUIRE(given);
    CHECK(given->isVisible());
    CHECK(seen(own.store(), s("Change Arif Khan")) == s("Change Arif Khan"));
    CHECK(seen(own.store(), s("Change Arif")) == s("Change Somebody, Bangladesh"));
    addPerson(own.store(), s("Sultan"), s("Arif"), s("BD"));
    CHECK(seen(own.store(), s("Change Sultan Arif")) == s("Change Sultan Arif"));
    addCareful(own, "Wanyo", "");
    addPerson(own.store(), s("Wanyo"), s("Marlo"));
    CHECK(seen(own.store(), s("Wanyo met Wanyo Marlo")) == s("Somebody, Cambodia met Wanyo Marlo"));
}
