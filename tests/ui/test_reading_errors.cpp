// SPDX-License-Identifier: GPL-3.0-or-later
// A file that does not give what it holds: the window says so, and never "nothing found".
#include <records/people.h>
#include <records/programs.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/models/record_finder.h>
#include <ui/pages/people/people_page.h>
#include <ui/records/record_form.h>
#include <ui/records/record_pane.h>
#include <ui/records/related_list.h>
#include <ui/shell/global_search.h>
#include <ui/shell/workspace.h>
#include <ui/tables/filter_bar.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/choice_edit.h>
#include <ui/widgets/empty_state.h>

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QString Sentence = QStringLiteral("test.dtp is damaged");

struct BrokenWindow : TestWindow {
    QSettings settings{store.path(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Person sok = addPerson(*store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
};

// All words that the widget shows.
QString shownIn(const QWidget& widget)
{
    QStringList words;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&widget))
            words.append(label->text());
    }
    for (const auto* list : widget.findChildren<QAbstractItemView*>()) {
        for (int row = 0; list->model() && row < list->model()->rowCount(); ++row)
            words.append(list->model()->index(row, 0).data().toString());
    }
    return words.join(QLatin1Char('\n'));
}
} // namespace

TEST_CASE("A picker says that the records cannot be read and offers no new one", "[reading]")
{
    BrokenWindow window;
    ChoiceEdit line;
    line.setFinder([&](const QString& typed) { return findChoices(*window.store, Entity::Organisation, typed); });
    line.setMaker(QStringLiteral("Add “%1”"), [](const QString&) { return std::nullopt; });
    loseTable(*window.store, "organisation");
    line.show();
    QTest::keyClicks(&line, QStringLiteral("river"));
    CHECK(shownIn(line).contains(Sentence));
    CHECK_FALSE(shownIn(line).contains(QStringLiteral("Add")));
    CHECK(line.problem().contains(Sentence));
}

TEST_CASE("A picker of people says that they cannot be read", "[reading]")
{
    BrokenWindow window;
    loseTable(*window.store, "person");
    const auto found = findChoices(*window.store, Entity::Person, QStringLiteral("sok"));
    REQUIRE_FALSE(found);
    CHECK(found.error().sentence.contains(Sentence));
}

TEST_CASE("A chip says in its list that its words cannot be read", "[reading][people]")
{
    BrokenWindow window;
    PeoplePage page(window.context, window.settings);
    page.resize(1000, 700);
    page.show();
    loseTable(*window.store, "network");
    FilterChip* network = nullptr;
    for (FilterChip* chip : page.findChildren<FilterChip*>()) {
        if (chip->key() == QStringLiteral("network"))
            network = chip;
    }
    REQUIRE(network);
    network->click();
    auto* popup = network->findChild<QFrame*>(QString(), Qt::FindDirectChildrenOnly);
    REQUIRE(popup);
    CHECK(shownIn(*popup).contains(Sentence));
    popup->close();
}

TEST_CASE("A list that cannot be read is not an empty one", "[reading][people]")
{
    BrokenWindow window;
    Workspace space(*window.store, window.dialogs, window.settings);
    space.resize(1280, 800);
    space.show();
    loseTable(*window.store, "network");
    space.openPage(QStringLiteral("networks"));
    const QWidget& page = *space.currentPage();
    CHECK(shownIn(page).contains(Sentence));
    CHECK(shownIn(page).contains(QStringLiteral("This list could not be read")));
    CHECK_FALSE(shownIn(page).contains(QStringLiteral("No networks yet")));
}

TEST_CASE("People whom the index finds and the file does not give are told of", "[reading][people]")
{
    BrokenWindow window;
    PeoplePage page(window.context, window.settings);
    page.resize(1000, 700);
    loseTable(*window.store, "person");
    page.show();
    REQUIRE(waitFor([&] { return shownIn(page).contains(Sentence); }));
}

TEST_CASE("Cells that cannot be read are told of", "[reading][list]")
{
    BrokenWindow window;
    RecordListModel model(*window.store, Entity::Person);
    ListColumn column;
    column.key = QStringLiteral("x");
    column.lookUp = [](const Store&, const std::vector<qint64>&) -> Result<QHash<qint64, QString>> {
        return fail(QStringLiteral("No words."));
    };
    model.setColumns({column});
    model.setSource([](const Store& store, qint64 limit) { return store.ids(Entity::Person, Where().first(limit)); });
    QStringList told;
    QObject::connect(&model, &RecordListModel::failed, &model,
                     [&](const Error& error) { told.append(error.sentence); });
    CHECK(model.index(0, 0).data().toString().isEmpty());
    REQUIRE(waitFor([&] { return !told.isEmpty(); }));
    CHECK(told.first() == QStringLiteral("No words."));
}

TEST_CASE("What hangs on a record and cannot be read is not taken for none, nor for another's", "[reading][related]")
{
    BrokenWindow window;
    const Person nok = addPerson(*window.store, QStringLiteral("Nok"), QStringLiteral("Suwan"));
    REQUIRE_OK(window.store->change(QStringLiteral("x"), [&](ChangeWriter& writer) -> Result<> {
        ContactPoint contact;
        contact.person = window.sok.id;
        contact.kind = QStringLiteral("email");
        contact.value = QStringLiteral("sok@example.org");
        DTP_CHECK(writer.insert(contact));
        return {};
    }));
    RelatedList list(window.context, Entity::ContactPoint, "person_id");
    list.show();
    list.setOwner(window.sok.id.value);
    REQUIRE(list.count() == 1);
    loseTable(*window.store, "contact_point");
    list.setOwner(nok.id.value);
    CHECK(list.count() == 0);
    CHECK(shownIn(list).contains(Sentence));
    CHECK_FALSE(shownIn(list).contains(QStringLiteral("None yet")));
}

TEST_CASE("Find anything says what could not be searched and finds the rest", "[reading][find]")
{
    BrokenWindow window;
    REQUIRE_OK(window.store->change(QStringLiteral("x"), [](ChangeWriter& writer) -> Result<> {
        Network network;
        network.name = QStringLiteral("Sok network");
        network.kind = QStringLiteral("national");
        DTP_CHECK(writer.insert(network));
        return {};
    }));
    loseTable(*window.store, "person");
    loseTable(*window.store, "organisation");
    GlobalSearch search(window.context, {});
    search.findChild<QLineEdit*>()->setText(QStringLiteral("sok"));
    REQUIRE(waitFor([&] { return shownIn(search).contains(QStringLiteral("Sok network")); }));
    auto* list = search.findChild<QListWidget*>();
    CHECK(shownIn(search).contains(Sentence));
    CHECK(shownIn(search).count(Sentence) == 1);
    // The keyboard goes to what can be opened.
    QTest::keyClick(search.findChild<QLineEdit*>(), Qt::Key_Down);
    CHECK(list->currentItem()->text() == QStringLiteral("Sok network"));
}

TEST_CASE("A draft outlives a file that cannot be read", "[reading][draft]")
{
    BrokenWindow window;
    RecordForm form(window.context, Entity::Person);
    form.keepDrafts();
    REQUIRE_OK(form.setRecord(window.sok.id.value));
    bool isGone = false;
    QObject::connect(&form, &RecordForm::gone, &form, [&] { isGone = true; });
    QTest::keyClicks(form.findChild<QLineEdit*>(QStringLiteral("place")), QStringLiteral("Takeo"));
    loseTable(*window.store, "person");
    Touched touched;
    touched.everything = true;
    Q_EMIT window.store->notifier().changed(touched);
    CHECK_FALSE(isGone);
    CHECK(form.isDirty());
    CHECK(window.navigator.told.join(QLatin1Char('\n')).contains(Sentence));
}

TEST_CASE("Words that cannot be read are told at the foot of the window", "[reading][window]")
{
    BrokenWindow window;
    Workspace space(*window.store, window.dialogs, window.settings);
    space.resize(1280, 800);
    space.show();
    loseTable(*window.store, "organisation");
    CHECK(window.store->titleOf(Entity::Organisation, 7).isEmpty());
    REQUIRE(waitFor([&] { return space.message().contains(Sentence); }));
    space.openRecord(Entity::Organisation, 7);
    CHECK_FALSE(space.message().contains(QStringLiteral("not in the file")));
}
