// SPDX-License-Identifier: GPL-3.0-or-later
// A window with three people, and its list as somebody works with it: by clicks on heads, by menus, by what stands in
// its rows.
#pragma once

#include <records/people.h>
#include <records/reports.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <support/ui_words.h>
#include <ui/records/record_page.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/tables/record_table.h>

#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace dtp::test
{

inline QString s(const char* text)
{
    return QString::fromUtf8(text);
}

struct ListProgram {
    ListProgram()
    {
        REQUIRE(window->createFile(folder.filePath(s("file.dtp"))));
        window->resize(1366, 768);
        window->show();
        Store& store = *window->store();
        dara = addPerson(store, s("Dara"), s("Sok"), s("KH"));
        mei = addPerson(store, s("Mei"), s("Chen"), s("TH"));
        ana = addPerson(store, s("Ana"), s("Bello"), s("KH"));
        add(ContactPoint{{}, dara.id, s("email"), s("b@example.org"), {}, false, false, {}});
        add(ContactPoint{{}, mei.id, s("email"), s("a@example.org"), {}, false, false, {}});
        page = &open("people");
    }
    template <class R>
    void add(R record)
    {
        addRecords(*window->store(), record);
    }
    RecordPage& open(const char* name)
    {
        window->workspace()->openPage(QLatin1String(name));
        return *qobject_cast<RecordPage*>(window->workspace()->currentPage());
    }
    int column(const char* key) const
    {
        const auto& columns = page->list().columns();
        for (size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].key == QLatin1String(key))
                return static_cast<int>(i);
        }
        FAIL("no such column");
        return -1;
    }
    void click(const char* key, Qt::KeyboardModifiers modifiers = {})
    {
        QHeaderView* header = page->table().horizontalHeader();
        const QPoint at(header->sectionViewportPosition(column(key)) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, at);
    }
    // Given names and headings, from top to bottom.
    QString rows() const
    {
        QStringList all;
        for (int row = 0; row < page->list().rowCount(); ++row) {
            const int heading = page->list().rows().headingAt(row);
            all.append(heading >= 0 ? page->list().headingText(heading)
                                    : page->list().index(row, 0).data().toString().section(u' ', 0, 0));
        }
        return all.join(u' ');
    }
    QPushButton& button(const QString& words) const
    {
        for (QPushButton* one : page->findChildren<QPushButton*>()) {
            if (one->text() == words)
                return *one;
        }
        FAIL("no such button");
        return *new QPushButton;
    }
    QMenu& menu(const QString& of, const QString& words) const
    {
        QMenu* all = button(of).menu();
        Q_EMIT all->aboutToShow();
        for (const QAction* action : all->actions()) {
            if (action->menu() && wordsOf(*action) == QString(words).remove(u'&')) {
                Q_EMIT action->menu()->aboutToShow();
                return *action->menu();
            }
        }
        FAIL("no such menu");
        return *new QMenu;
    }
    static void choose(const QMenu& menu, const QString& words)
    {
        for (QAction* action : menu.actions()) {
            if (wordsOf(*action) == QString(words).remove(u'&'))
                return action->trigger();
        }
        FAIL("no such action");
    }
    QStringList views() const
    {
        QMenu* all = button(s("Saved views")).menu();
        Q_EMIT all->aboutToShow();
        QStringList words;
        for (const QAction* action : all->actions()) {
            if (!action->isSeparator() && !action->menu())
                words.append(wordsOf(*action));
        }
        return words;
    }
    void restart()
    {
        const QString path = window->store()->path();
        window = std::make_unique<MainWindow>(settings, dialogs);
        REQUIRE(window->openFile(path));
        window->resize(1366, 768);
        window->show();
        page = &open("people");
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(s("settings.ini")), QSettings::IniFormat};
    RecordingDialogs dialogs;
    std::unique_ptr<MainWindow> window = std::make_unique<MainWindow>(settings, dialogs);
    RecordPage* page = nullptr;
    Person dara, mei, ana;
};

} // namespace dtp::test
