// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/reports.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/pages/people/people_page.h>
#include <ui/pages/people/person_layout.h>
#include <ui/records/record_form.h>
#include <ui/records/record_pane.h>
#include <ui/tables/filter_bar.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/empty_state.h>

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct PeopleWindow : TestWindow {
    QSettings settings{store.path(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Person sok = addPerson(*store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    Person nok = addPerson(*store, QStringLiteral("Nok"), QStringLiteral("Suwan"), QStringLiteral("TH"));
    Person ana = addPerson(*store, QStringLiteral("Ana"), QStringLiteral("Soares"), QStringLiteral("TL"));
};

QLineEdit& searchBox(QWidget& page)
{
    for (QLineEdit* line : page.findChildren<QLineEdit*>()) {
        if (line->placeholderText() == QStringLiteral("Search in people"))
            return *line;
    }
    FAIL("no search box");
    throw 0;
}

QStringList names(PeoplePage& page)
{
    QStringList all;
    for (int row = 0; row < page.list().rowCount(); ++row)
        all.append(page.list().index(row, 0).data().toString());
    return all;
}
} // namespace

TEST_CASE("People are found while one types", "[people]")
{
    PeopleWindow window;
    PeoplePage page(window.context, window.settings);
    page.resize(1000, 700);
    page.show();
    CHECK(names(page) ==
          QStringList{QStringLiteral("Sok Dara"), QStringLiteral("Ana Soares"), QStringLiteral("Nok Suwan")});
    QTest::keyClicks(&searchBox(page), QStringLiteral("so"));
    REQUIRE(waitFor([&] { return names(page).size() == 2; }));
    CHECK_FALSE(names(page).contains(QStringLiteral("Nok Suwan")));
    QTest::keyClick(&searchBox(page), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&searchBox(page), Qt::Key_Delete);
    REQUIRE(waitFor([&] { return names(page).size() == 3; }));
}

TEST_CASE("A filter typed shows in its chip, a chip clicked shows in the text", "[people][filter]")
{
    PeopleWindow window;
    PeoplePage page(window.context, window.settings);
    page.show();
    page.search(QStringLiteral("country:Cambodia"));
    CHECK(names(page) == QStringList{QStringLiteral("Sok Dara")});
    auto* bar = page.findChild<FilterBar*>();
    REQUIRE(bar);
    CHECK(bar->codes(QStringLiteral("country")) == QStringList{QStringLiteral("KH")});

    FilterChip* country = nullptr;
    for (FilterChip* chip : bar->findChildren<FilterChip*>()) {
        if (chip->key() == QStringLiteral("country"))
            country = chip;
    }
    REQUIRE(country);
    country->setCodes({QStringLiteral("KH"), QStringLiteral("TH")});
    Q_EMIT country->codesChanged(country->codes());
    CHECK(names(page).size() == 2);
    CHECK(searchBox(page).text() == QStringLiteral("country:KH,TH"));
    QTest::keyClick(country, Qt::Key_Delete);
    CHECK(names(page).size() == 3);
    CHECK(searchBox(page).text().isEmpty());
}

TEST_CASE("A filter that is not understood is said in a sentence and finds nothing", "[people][filter]")
{
    PeopleWindow window;
    PeoplePage page(window.context, window.settings);
    page.show();
    page.search(QStringLiteral("country:Atlantis"));
    CHECK(names(page).isEmpty()); // the answer to another question would look like one to this
    bool said = false;
    for (const QLabel* label : page.findChildren<QLabel*>())
        said = said || (label->isVisibleTo(&page) && label->text().contains(QStringLiteral("Atlantis")));
    CHECK(said);
}

TEST_CASE("A search is kept under a name and asked again", "[people][segment]")
{
    PeopleWindow window;
    PeoplePage page(window.context, window.settings);
    page.show();
    page.search(QStringLiteral("country:TH"));
    window.dialogs.text = QStringLiteral("Thailand");
    for (QPushButton* button : page.findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("&Keep this view"))
            button->click();
    }
    const auto segments = window.store->find<Segment>();
    REQUIRE_OK(segments);
    REQUIRE(segments->size() == 1);
    CHECK(segments->front().name == QStringLiteral("Thailand"));
    CHECK(segments->front().query == QStringLiteral("country:TH"));
}

TEST_CASE("Leaving a row saves what was typed, and a wrong draft holds the list where it is", "[people][draft]")
{
    PeopleWindow window;
    PeoplePage page(window.context, window.settings);
    page.resize(1000, 700);
    page.show();
    REQUIRE(page.table().selectId(window.sok.id.value));
    CHECK(page.currentRecord() == window.sok.id.value);
    auto* place = page.pane().form().findChild<QLineEdit*>(QStringLiteral("place"));
    REQUIRE(place);
    QTest::keyClicks(place, QStringLiteral("Takeo"));
    REQUIRE(page.table().selectId(window.ana.id.value));
    CHECK(window.store->get(window.sok.id)->place == QStringLiteral("Takeo"));
    CHECK(page.currentRecord() == window.ana.id.value);

    auto* year = page.pane().form().findChild<QLineEdit*>(QStringLiteral("birth_year"));
    QTest::keyClicks(year, QStringLiteral("x"));
    page.table().selectId(window.nok.id.value);
    CHECK(page.currentRecord() == window.ana.id.value);
    CHECK(page.table().currentId() == window.ana.id.value);
    CHECK_FALSE(page.leave());
}

TEST_CASE("A new person is added from the keyboard and chosen in the list", "[people]")
{
    PeopleWindow window;
    PeoplePage page(window.context, window.settings);
    page.resize(1000, 700);
    page.show();
    page.createRecord();
    auto* given = page.pane().form().findChild<QLineEdit*>(QStringLiteral("given_name"));
    QTest::keyClicks(given, QStringLiteral("Maria"));
    REQUIRE(page.save());
    CHECK(page.list().rowCount() == 4);
    CHECK(page.table().currentId() == page.currentRecord());
    CHECK(window.store->titleOf(Entity::Person, page.currentRecord()) == QStringLiteral("Maria"));
}

TEST_CASE("People are deleted without a question and brought back by Undo", "[people]")
{
    PeopleWindow window;
    PeoplePage page(window.context, window.settings);
    page.resize(1000, 700);
    page.show();
    page.table().selectAll();
    QTest::keyClick(&page.table(), Qt::Key_Delete);
    CHECK(page.list().rowCount() == 0);
    CHECK(window.dialogs.confirms.isEmpty());
    CHECK(window.navigator.told == QStringList{QStringLiteral("Deleted 3 people.")});
    const auto empty = page.findChildren<EmptyState*>();
    CHECK(std::count_if(empty.begin(), empty.end(), [](const EmptyState* one) { return one->isVisible(); }) == 1);
    REQUIRE_OK(window.store->undo());
    CHECK(page.list().rowCount() == 3);
}

TEST_CASE("Badges say who somebody is, and cover how much in danger", "[people][safety]")
{
    PeopleWindow window;
    window.sok.gender = QStringLiteral("female");
    window.sok.safetyLevel = QStringLiteral("at_risk");
    window.sok.status = QStringLiteral("lost_contact");
    REQUIRE_OK(window.store->change(QStringLiteral("x"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.update(window.sok));
        ProgramEdition edition;
        edition.title = QStringLiteral("Course");
        edition.start = PartialDate(1998, 6);
        DTP_CHECK(writer.insert(edition));
        Participation participation;
        participation.person = window.sok.id;
        participation.edition = edition.id;
        DTP_CHECK(writer.insert(participation));
        Network network;
        network.name = QStringLiteral("Cambodia");
        DTP_CHECK(writer.insert(network));
        Membership membership;
        membership.person = window.sok.id;
        membership.network = network.id;
        membership.role = QStringLiteral("focal_point");
        DTP_CHECK(writer.insert(membership));
        return {};
    }));
    QStringList badges;
    for (const BadgeText& badge : personBadges(*window.store, *window.store->get(window.sok.id)))
        badges.append(badge.text);
    CHECK(badges == QStringList{QStringLiteral("Alumna since 1998"), QStringLiteral("Focal point"),
                                QStringLiteral("Lost contact"), QStringLiteral("Safety •••")});
    // Nobody can be told from anybody by the cover.
    CHECK(personBadges(*window.store, window.nok).back().text == QStringLiteral("Safety •••"));
}

TEST_CASE("An empty list offers to import, a search that finds nothing does not", "[people]")
{
    TestWindow window;
    QSettings settings(window.store.path(QStringLiteral("empty.ini")), QSettings::IniFormat);
    PeoplePage page(window.context, settings);
    page.resize(1000, 700);
    page.show();
    const auto import = [&]() -> QPushButton* {
        for (QPushButton* button : page.findChildren<QPushButton*>(QStringLiteral("other"))) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    };
    REQUIRE(waitFor([&] { return import() != nullptr; }));
    CHECK(import()->text() == QString::fromUtf8("Import people…"));
    QSignalSpy asked(&page, &Page::importAsked);
    QTest::mouseClick(import(), Qt::LeftButton);
    CHECK(asked.size() == 1);
    page.search(QStringLiteral("nobody"));
    CHECK(waitFor([&] { return import() == nullptr; }));
}

TEST_CASE("The tabs stay where they are when one walks from a long head to a short one", "[people]")
{
    TestWindow window;
    Person known = addPerson(*window.store, QStringLiteral("Ana"), QStringLiteral("Alvarez"), QStringLiteral("TL"));
    known.ownScriptName = QString::fromUtf8("សុខ តារា");
    known.safetyLevel = QStringLiteral("at_risk");
    known.place = QStringLiteral("Dili");
    REQUIRE_OK(window.store->change(QStringLiteral("Fill"),
                                    [&](ChangeWriter& writer) -> Result<> { return writer.update(known); }));
    const Person bare = addPerson(*window.store, QStringLiteral("Bo"), {});
    QSettings settings(window.store.path(QStringLiteral("tabs.ini")), QSettings::IniFormat);
    PeoplePage page(window.context, settings);
    page.resize(1100, 700);
    page.show();
    const auto* tabs = page.findChild<QTabWidget*>();
    const auto topFor = [&](const Person& person) {
        page.showRecord(person.id.value);
        processPending();
        REQUIRE(page.currentRecord() == person.id.value);
        return tabs->mapTo(&page, QPoint()).y();
    };
    const int top = topFor(known);
    CHECK(topFor(bare) == top);
    CHECK(topFor(known) == top);
}
