// SPDX-License-Identifier: GPL-3.0-or-later
// Searches are kept on the list of any type, and asked again there and nowhere else.
#include <records/programs.h>
#include <records/reports.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <support/ui_words.h>
#include <ui/records/record_page.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/tables/record_table.h>

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct Program {
    Program()
    {
        REQUIRE(window.createFile(folder.filePath(QStringLiteral("file.dtp"))));
        window.resize(1280, 800);
        window.show();
        river.name = QStringLiteral("River Watch");
        river.country = QStringLiteral("KH");
        door.name = QStringLiteral("Open Door");
        door.country = QStringLiteral("TH");
        addRecords(*window.store(), river, door);
    }
    RecordPage& open(const char* name)
    {
        window.workspace()->openPage(QLatin1String(name));
        return *qobject_cast<RecordPage*>(window.workspace()->currentPage());
    }
    QPushButton& button(const RecordPage& page, const QString& words)
    {
        for (QPushButton* one : page.findChildren<QPushButton*>()) {
            if (one->text() == words)
                return *one;
        }
        FAIL("no such button");
        return *new QPushButton;
    }
    QStringList kept(const RecordPage& page)
    {
        QMenu* menu = button(page, QStringLiteral("Saved views")).menu();
        Q_EMIT menu->aboutToShow();
        QStringList words;
        for (const QAction* action : menu->actions()) {
            if (!action->isSeparator() && !action->menu())
                words.append(wordsOf(*action));
        }
        return words;
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    RecordingDialogs dialogs;
    MainWindow window{settings, dialogs};
    Organisation river, door;
};
} // namespace

TEST_CASE("A search of organisations is kept, asked again and removed on their page", "[pages][segment]")
{
    Program program;
    RecordPage& page = program.open("organisations");
    const QString keep = QStringLiteral("&Keep this view");
    CHECK_FALSE(program.button(page, keep).isVisible());
    CHECK(program.kept(page) ==
          QStringList{QStringLiteral("None yet: search for organisations, sort or group them, then keep the view.")});
    auto* field = page.findChild<QLineEdit*>();
    REQUIRE(field);
    QTest::keyClicks(field, QStringLiteral("country:KH"));
    QTest::keyClick(field, Qt::Key_Return);
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 1; }));
    CHECK(program.button(page, keep).isVisible());
    program.dialogs.text = QStringLiteral("Of Cambodia");
    program.button(page, keep).click();
    const auto segments = program.window.store()->find<Segment>();
    REQUIRE_OK(segments);
    REQUIRE(segments->size() == 1);
    CHECK(segments->front().recordType == QStringLiteral("organisation"));
    CHECK(segments->front().query == QStringLiteral("country:KH"));

    page.search({});
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 2; }));
    REQUIRE(program.kept(page) == QStringList{QStringLiteral("Of Cambodia")});
    program.button(page, QStringLiteral("Saved views")).menu()->actions().front()->trigger();
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 1; }));
    CHECK(page.list().idAt(0) == program.river.id.value);
    // It is a set for other searches of organisations, and none of people.
    page.search(QStringLiteral("-in:\"Of Cambodia\""));
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 1; }));
    CHECK(page.list().idAt(0) == program.door.id.value);
    RecordPage& people = program.open("people");
    CHECK(program.kept(people) ==
          QStringList{QStringLiteral("None yet: search for people, sort or group them, then keep the view.")});
    // Found from everywhere, it opens on the page of its type.
    program.window.workspace()->openRecord(Entity::Segment, segments->front().id.value);
    CHECK(program.window.workspace()->currentPage() == &page);
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 1; }));
    CHECK(page.list().idAt(0) == program.river.id.value);
}

TEST_CASE("What chips say is kept as a search, and sets the chips again", "[pages][segment]")
{
    Program program;
    Network north;
    north.name = QStringLiteral("North, and more");
    north.kind = QStringLiteral("national");
    Network south;
    south.name = QStringLiteral("South");
    south.kind = QStringLiteral("regional");
    addRecords(*program.window.store(), north, south);
    RecordPage& page = program.open("networks");
    page.search(QStringLiteral("kind:national north"));
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 1; }));
    program.dialogs.text = QStringLiteral("National ones");
    program.button(page, QStringLiteral("&Keep this view")).click();
    const auto segments = program.window.store()->find<Segment>();
    REQUIRE_OK(segments);
    REQUIRE(segments->size() == 1);
    CHECK(segments->front().query == QStringLiteral("north kind:national"));
    page.search({});
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 2; }));
    program.kept(page);
    program.button(page, QStringLiteral("Saved views")).menu()->actions().front()->trigger();
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 1; }));
    CHECK(page.list().idAt(0) == north.id.value);
}
