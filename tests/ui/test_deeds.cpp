// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of deeds as the window offers it.
#include <deeds/deed.h>
#include <records/programs.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/pages/people/people_page.h>
#include <ui/records/deed_dialog.h>
#include <ui/shell/global_search.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/field_editor.h>
#include <ui/widgets/task_dialog.h>
#include <ui/widgets/theme.h>

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct DeedWindow : TestWindow {
    QSettings settings{store.path(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Person sok = addPerson(*store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    Person nok = addPerson(*store, QStringLiteral("Nok"), QStringLiteral("Suwan"), QStringLiteral("TH"));
    PeoplePage page{context, settings};

    DeedWindow()
    {
        applyTheme(*qApp, ThemeChoice::Light); // icons come with it
        page.resize(1000, 700);
        page.show();
    }
    QStringList menuWords()
    {
        QMenu menu;
        page.fillDeedMenu(menu);
        QStringList words;
        for (QAction* action : menu.actions()) {
            // Those of a group stand in a menu of their own.
            for (const QAction* one : action->menu() ? action->menu()->actions() : QList<QAction*>{action}) {
                if (!one->isSeparator())
                    words.append(one->text());
            }
        }
        return words;
    }
    QAction& deed(const char* key)
    {
        for (QAction* action : page.deeds()) {
            if (action->objectName() == QString(QStringLiteral("deed-") + QLatin1String(key)))
                return *action;
        }
        FAIL("no such deed");
        throw 0;
    }
};
} // namespace

TEST_CASE("Every deed has an icon that exists and stands in the menu of what is chosen", "[deeds]")
{
    DeedWindow window;
    window.page.table().selectAll();
    const QStringList words = window.menuWords();
    for (const Deed* deed : deedsFor(Entity::Person)) {
        INFO(deed->key);
        CHECK_FALSE(icon(deed->icon).isNull());
        const QString title = deed->titleFor(Entity::Person, 2);
        CHECK(std::count_if(words.begin(), words.end(), [&](const QString& one) { return one.startsWith(title); }) ==
              1);
    }
    CHECK(words.last() == QStringLiteral("Delete 2 people"));
    CHECK(words.first() == QStringLiteral("Add 2 people to a network…"));
}

TEST_CASE("Without a choice deeds are there, disabled, with the reason", "[deeds]")
{
    DeedWindow window;
    window.page.table().clearSelection();
    QAction& remove = window.deed("remove");
    CHECK_FALSE(remove.isEnabled());
    CHECK(remove.toolTip() == QStringLiteral("Choose people in the list first."));
}

TEST_CASE("Find anything finds what can be done to what is chosen", "[deeds][find]")
{
    DeedWindow window;
    window.page.table().selectAll();
    for (const Deed* deed : deedsFor(Entity::Person)) {
        INFO(deed->key);
        const QString title = deed->titleFor(Entity::Person, 2);
        GlobalSearch search(window.context, window.page.deeds());
        search.findChild<QLineEdit*>()->setText(title);
        auto* list = search.findChild<QListWidget*>();
        REQUIRE(waitFor([&] { return list->count() == 1; }));
        CHECK(list->item(0)->text().startsWith(title));
    }
}

TEST_CASE("A deed asks with the editors of its fields, says what is missing, and is one change", "[deeds]")
{
    DeedWindow window;
    Network network;
    network.name = QStringLiteral("Cambodia network");
    network.kind = QStringLiteral("national");
    REQUIRE_OK(window.store->change(QStringLiteral("x"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(network));
        return {};
    }));
    const Deed& deed = *deedOf(QStringLiteral("add-to-network"));
    DeedDialog dialog(window.context, deed,
                      deed.begin(*window.store, Entity::Person, {window.sok.id.value, window.nok.id.value}));
    dialog.show();
    shoot(dialog, QStringLiteral("deed-add-to-network"));
    auto* button = dialog.findChild<QPushButton*>(QStringLiteral("do"));
    CHECK(button->text() == QStringLiteral("Add 2 people to a network"));
    button->click();
    CHECK(dialog.isVisible());
    const auto labels = dialog.findChildren<QLabel*>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text() == QStringLiteral("“Network” is missing.");
    }));
    dialog.editor("network_id")->setValue(QVariant(network.id.value));
    button->click();
    CHECK_FALSE(dialog.isVisible());
    CHECK(window.store->count(Entity::Membership).value() == 2);
    CHECK(window.navigator.told.last() == QStringLiteral("Added 2 people to the network “Cambodia network”."));
    REQUIRE_OK(window.store->undo());
    CHECK(window.store->count(Entity::Membership).value() == 0);
}

TEST_CASE("Any field can be set of many, with its own editor", "[deeds]")
{
    DeedWindow window;
    const Deed& deed = *deedOf(QStringLiteral("set"));
    DeedDialog dialog(window.context, deed,
                      deed.begin(*window.store, Entity::Person, {window.sok.id.value, window.nok.id.value}));
    dialog.show();
    REQUIRE(dialog.fields());
    dialog.fields()->setCurrentIndex(dialog.fields()->findData(QStringLiteral("place")));
    REQUIRE(dialog.editor("place"));
    dialog.editor("place")->setValue(QStringLiteral("Takeo"));
    dialog.accept();
    CHECK(window.store->get(window.sok.id)->place == QStringLiteral("Takeo"));
    CHECK(window.store->get(window.nok.id)->place == QStringLiteral("Takeo"));
    REQUIRE_OK(window.store->undo());
    CHECK(window.store->get(window.nok.id)->place.isEmpty());
}

TEST_CASE("Deleting hundreds shows how far it is, while the window stays alive", "[deeds]")
{
    TestWindow window;
    std::vector<qint64> ids;
    REQUIRE_OK(window.store->load([&](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < 600; ++i) {
            Person person;
            person.givenName = QStringLiteral("Guest %1").arg(i);
            DTP_TRY(id, writer.insert(person));
            ids.push_back(id.value);
        }
        return {};
    }));
    // Seen by whoever looks at the application: the dialog is there while it is done.
    struct Watch : QObject {
        bool eventFilter(QObject* watched, QEvent* event) override
        {
            if (event->type() == QEvent::Show && qobject_cast<TaskDialog*>(watched))
                titles.append(static_cast<QWidget*>(watched)->windowTitle());
            return false;
        }
        QStringList titles;
    } watch;
    qApp->installEventFilter(&watch);
    performDeed(window.context, nullptr, *deedOf(QStringLiteral("remove")), Entity::Person, ids);
    CHECK(watch.titles == QStringList{QStringLiteral("Delete 600 people")});
    CHECK(window.store->count(Entity::Person).value() == 0);
    CHECK(window.navigator.told.last() == QStringLiteral("Deleted 600 people."));
    REQUIRE_OK(window.store->undo());
    CHECK(window.store->count(Entity::Person).value() == 600);
}
