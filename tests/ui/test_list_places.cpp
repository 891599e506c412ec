// SPDX-License-Identifier: GPL-3.0-or-later
// What of a list is in sight after it was looked at in another way.
#include "list_program.h"

#include <QScrollBar>
#include <algorithm>

using namespace dtp;
using namespace dtp::test;

using Program = ListProgram;

TEST_CASE("a column that is newly shown is scrolled to", "[views]")
{
    Program program;
    RecordTable& table = program.page->table();
    const auto isSeen = [&](const char* key) {
        const int at = table.columnViewportPosition(program.column(key));
        return at >= 0 && at + std::min(table.columnWidth(program.column(key)), 100) <= table.viewport()->width();
    };
    QStringList keys;
    for (const ListColumn& column : program.page->list().columns()) {
        if (column.key != s("contact.email") && column.key != s("contact.phone") && keys.size() < 12)
            keys.append(column.key);
    }
    table.showColumns(keys);
    table.horizontalScrollBar()->setValue(0);
    table.showColumns(keys + QStringList{s("contact.email")});
    CHECK(isSeen("contact.email"));
    table.horizontalScrollBar()->setValue(0);
    CHECK_FALSE(isSeen("contact.email"));
    table.setColumnShown(program.column("contact.phone"), true);
    CHECK(isSeen("contact.phone"));
}

TEST_CASE("a list that is sorted or grouped anew begins at its top, and what is current stays so", "[views]")
{
    Program program;
    for (int i = 0; i < 60; ++i)
        addPerson(*program.window->store(), s("Ana"), QStringLiteral("Z%1").arg(i, 2, 10, QLatin1Char('0')), s("TH"));
    RecordTable& table = program.page->table();
    REQUIRE(waitFor([&] { return table.verticalScrollBar()->maximum() > 0; }));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
    const qint64 last = table.currentId();
    REQUIRE(last != 0);
    const auto isAtTop = [&] { return table.verticalScrollBar()->value() == 0; };
    REQUIRE_FALSE(isAtTop());
    program.click("country");
    CHECK(isAtTop());
    CHECK(table.currentId() == last);
    CHECK(program.page->currentRecord() == last);
    table.scrollToBottom();
    REQUIRE_FALSE(isAtTop());
    Program::choose(program.menu(s("Vie&w"), s("&Group by")), s("Country"));
    CHECK(isAtTop());
    CHECK(table.currentId() == last);
    // What changes in the file leaves it where it is.
    table.scrollToBottom();
    addPerson(*program.window->store(), s("Ana"), s("Zz"), s("TH"));
    CHECK_FALSE(isAtTop());
}
