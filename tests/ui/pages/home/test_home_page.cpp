// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/reports.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/pages/home/due_section.h>
#include <ui/pages/home/home_page.h>
#include <ui/pages/home/number_button.h>
#include <ui/widgets/chart_view.h>
#include <ui/widgets/theme.h>

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

void fill(Store& store)
{
    static const char* const countries[] = {"KH", "TH", "FJ", "WS", "IN"};
    ProgramEdition course;
    course.title = s("Course of 1998");
    course.start = PartialDate(1998);
    addRecords(store, course);
    for (int i = 0; i < 12; ++i) {
        const Person person = addPerson(store, s("Person"), QString::number(i), s(countries[i % 5]));
        Participation took;
        took.person = person.id;
        took.edition = course.id;
        PersonIssue issue;
        issue.person = person.id;
        issue.issue = store.vocabulary(s("issues")).terms().at(static_cast<size_t>(i % 3)).code;
        addRecords(store, took, issue);
    }
    Task hall;
    hall.title = s("Book <b>the hall</b>");
    hall.due = QDate(2026, 5, 30);
    hall.assignedTo = s("Ana");
    Network network;
    network.name = s("Cambodia network");
    Report report;
    report.title = s("Report on Suva");
    addRecords(store, hall, network, report);
}

void show(HomePage& page, int width = 1080)
{
    page.resize(width, 900);
    page.show();
    REQUIRE(waitFor([&] { return page.isUpToDate(); }));
}

template <class Widget>
Widget* named(QWidget& parent, const QString& name)
{
    for (Widget* widget : parent.findChildren<Widget*>())
        if (widget->accessibleName().startsWith(name))
            return widget;
    return nullptr;
}
} // namespace

TEST_CASE("Home shows figures, and a click goes to the list behind them", "[home]")
{
    TestWindow window;
    fill(*window.store);
    HomePage page(window.context);
    show(page);
    auto* people = named<NumberButton>(page, s("12 people"));
    REQUIRE(people);
    CHECK(named<NumberButton>(page, s("5 countries")));
    CHECK(named<NumberButton>(page, s("1 program")));
    QTest::mouseClick(people, Qt::LeftButton);
    CHECK(window.navigator.pages == QStringList{s("people")});
    shoot(page, s("home"));
}

TEST_CASE("Home shows what is due as plain text, and leads there", "[home]")
{
    TestWindow window;
    fill(*window.store);
    HomePage page(window.context);
    show(page);
    auto* task = named<DueRow>(page, s("Book <b>the hall</b>, Ana, 2 days late"));
    REQUIRE(task);
    QTest::keyClick(task, Qt::Key_Space);
    REQUIRE(window.navigator.opened.size() == 1);
    CHECK(window.navigator.opened.front().first == Entity::Task);
    auto* network = named<DueRow>(page, s("Cambodia network, vacant"));
    REQUIRE(network);
    QTest::mouseClick(network, Qt::LeftButton);
    CHECK(window.navigator.opened.back().first == Entity::Network);
    CHECK(named<DueRow>(page, s("Report on Suva, Draft")));
}

TEST_CASE("The charts of Home are reached by keys and open the people behind a bar", "[home]")
{
    TestWindow window;
    fill(*window.store);
    HomePage page(window.context);
    show(page);
    auto* decades = named<ChartView>(page, s("People by decade"));
    REQUIRE(decades);
    decades->setFocus();
    QTest::keyClick(decades, Qt::Key_Down);
    QTest::keyClick(decades, Qt::Key_Return);
    CHECK(window.navigator.pages == QStringList{s("people year:1990-1999")});
    auto* map = named<ChartView>(page, s("People by country, 12 people"));
    REQUIRE(map);
    CHECK(map->accessibleDescription().contains(s("Thailand 3")));
    map->setFocus(Qt::TabFocusReason);
    CHECK(map->highlighted() == 0);
    QTest::keyClick(map, Qt::Key_Right);
    QTest::keyClick(map, Qt::Key_Return);
    CHECK(window.navigator.pages.last() == s("people country:TH"));
}

TEST_CASE("Home follows changes, and reads nothing while it is not seen", "[home]")
{
    TestWindow window;
    HomePage page(window.context);
    show(page);
    CHECK(named<NumberButton>(page, s("0 people")));
    addPerson(*window.store, s("Sok"), s("Dara"), s("KH"));
    CHECK(!page.isUpToDate());
    REQUIRE(waitFor([&] { return page.isUpToDate() && named<NumberButton>(page, s("1 person")); }));
    page.hide();
    addPerson(*window.store, s("Chan"), s("Vanna"), s("KH"));
    processPending();
    REQUIRE(waitUntilQuiet(page)); // nothing waits to be read
    CHECK(!page.isUpToDate());
    show(page);
    CHECK(named<NumberButton>(page, s("2 people")));
}

TEST_CASE("Home says how old the last backup is and makes one", "[home]")
{
    TestWindow window;
    HomePage page(window.context);
    show(page);
    auto* words = page.findChild<QLabel*>(s("backup"));
    REQUIRE(words);
    CHECK(words->text() == s("⚠ There is no backup of this file yet."));
    for (QPushButton* button : page.findChildren<QPushButton*>())
        if (button->text() == s("&Back up now"))
            QTest::mouseClick(button, Qt::LeftButton);
    const QString time = window.store.clock.now().toLocalTime().toString(s("HH:mm"));
    const auto says = [&](const QString& text) {
        return waitFor([&] { return page.isUpToDate() && words->text() == text; });
    };
    CHECK(says(s("⚠ The last backup, of today %1, holds nobody.").arg(time)));
    CHECK(!Store::newestBackup(window.store->path()).isEmpty());
    CHECK(window.navigator.told.size() == 1);
    fill(*window.store);
    REQUIRE_OK(window.store->backupIfOlderThan(0));
    page.noteBackup();
    CHECK(says(s("Last backup: today %1, 12 people.").arg(time)));
    // Nothing was changed since: that it is old says nothing.
    window.store.clock.set(window.store.clock.now().addDays(30));
    page.noteBackup();
    CHECK(says(s("Last backup: 1 June 2026, %1, 12 people.").arg(time)));
}

TEST_CASE("An overdue backup is said in words and in the colour of warnings, before everything else", "[home]")
{
    TestWindow window;
    fill(*window.store);
    REQUIRE_OK(window.store->backupIfOlderThan(0));
    HomePage page(window.context);
    show(page);
    auto* words = page.findChild<QLabel*>(s("backup"));
    REQUIRE(words);
    const auto top = [&page](const QWidget* widget) { return widget->mapTo(&page, QPoint()).y(); };
    // The clock of the file is moved to a day on which the copy is new, and to one on which it is old.
    const QDate made = window.store.clock.today();
    const QString time = window.store.clock.now().toLocalTime().toString(s("HH:mm"));
    window.store.clock.set(utcMoment(made, QTime(12, 0)));
    addPerson(*window.store, s("Sok"), s("Dara"));
    REQUIRE(waitFor(
        [&] { return page.isUpToDate() && words->text() == s("Last backup: today %1, 12 people.").arg(time); }));
    CHECK(words->palette().color(QPalette::WindowText) == themeColours(&page).muted);
    window.store.clock.set(utcMoment(made.addDays(9), QTime(12, 0)));
    addPerson(*window.store, s("Chan"), s("Vanna"));
    REQUIRE(waitFor([&] {
        return page.isUpToDate() && words->text() == s("⚠ A backup is overdue: the last one is 9 days old.");
    }));
    CHECK(words->palette().color(QPalette::WindowText) == themeColours(&page).warning);
    const auto* late = named<DueRow>(page, s("Book"));
    REQUIRE(late);
    CHECK(waitFor([&] { return top(words) < top(late); }));
}

TEST_CASE("Days are said as people say them", "[home]")
{
    const QDate today(2026, 6, 1);
    CHECK(dueText(today, today) == s("today"));
    CHECK(dueText(today.addDays(1), today) == s("tomorrow"));
    CHECK(dueText(today.addDays(-1), today) == s("1 day late"));
    CHECK(dueText(today.addDays(5), today) == s("in 5 days"));
    CHECK(dueText(today.addDays(-5), today) == s("5 days late"));
    CHECK(dueText(today.addDays(-100), today) == s("late: 21 Feb 2026"));
    CHECK(dueText({}, today).isEmpty());
    CHECK(dueText(today.addDays(400), today).contains(s("2027")));
}

TEST_CASE("Home fits a narrow window too", "[home]")
{
    TestWindow window;
    fill(*window.store);
    HomePage page(window.context);
    show(page, 640);
    shoot(page, s("home-narrow"));
    for (QWidget* child : page.findChildren<QWidget*>())
        if (child->isVisible() && qobject_cast<ChartView*>(child))
            CHECK(child->width() <= 640);
}

TEST_CASE("Home of an empty file begins with an import", "[home]")
{
    TestWindow window;
    HomePage page(window.context);
    show(page);
    QSignalSpy asked(&page, &Page::importAsked);
    QPushButton* import = nullptr;
    for (QPushButton* button : page.findChildren<QPushButton*>()) {
        if (button->text() == s("Import people…") && button->isVisible())
            import = button;
    }
    REQUIRE(import);
    import->click();
    CHECK(asked.size() == 1);
    page.findChild<QPushButton*>(s("other"))->click();
    CHECK(window.navigator.pages == QStringList{s("people")});
}
