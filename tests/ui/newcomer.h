// SPDX-License-Identifier: GPL-3.0-or-later
// A window as somebody new to it has it: forty people and as many tasks, on a small laptop.
#pragma once

#include <records/people.h>
#include <records/reports.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/records/record_page.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/tables/record_table.h>

#include <QApplication>
#include <QSettings>
#include <QTest>

namespace dtp::test
{

inline QString s(const char* text)
{
    return QString::fromUtf8(text);
}

struct Newcomer : TestWindow {
    Newcomer() : settings(store.path(s("window.ini")), QSettings::IniFormat), window(settings, dialogs)
    {
        REQUIRE(window.createFile(store.path(s("own.dtp"))));
        for (int i = 0; i < 40; ++i) {
            people.push_back(
                addPerson(*window.store(), s("Dara"), QStringLiteral("Sok %1").arg(i, 2, 10, QLatin1Char('0'))));
            Task task;
            task.title = QStringLiteral("Write to Sok %1").arg(i, 2, 10, QLatin1Char('0'));
            task.person = people.back().id;
            addRecords(*window.store(), task);
        }
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }
    RecordPage& byKeys(Qt::Key number, const char* name)
    {
        key(number, Qt::ControlModifier);
        auto* page = qobject_cast<RecordPage*>(window.workspace()->currentPage());
        REQUIRE(page);
        REQUIRE(page->name() == QLatin1String(name));
        REQUIRE(waitFor([&] { return page->list().isComplete(); }));
        return *page;
    }
    void key(Qt::Key pressed, Qt::KeyboardModifiers with = {}) const
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : static_cast<QWidget*>(const_cast<MainWindow*>(&window)), pressed, with);
    }
    static int column(RecordPage& page, const char* key)
    {
        const auto& all = page.list().columns();
        return static_cast<int>(std::find_if(all.begin(), all.end(),
                                             [&](const ListColumn& one) { return one.key == QLatin1String(key); }) -
                                all.begin());
    }
    QString said() const { return window.workspace()->message(); }

    std::vector<Person> people;
    QSettings settings;
    MainWindow window;
};

} // namespace dtp::test
