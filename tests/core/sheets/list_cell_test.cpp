// SPDX-License-Identifier: GPL-3.0-or-later
#include "exit_test.h"

#include <sheets/list_cell.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A list in a cell comes apart as it was put together", "[exchange][list]")
{
    const QStringList items{
        text("plain"),       text("a; b"),  text("a|b\nc"), text("\"quoted\""), text("he said \"yes\"; \"no\""),
        text("comma, here"), text("x • y"), text("O'Brien")};
    for (const bool commas : {false, true}) {
        QStringList written;
        for (const QString& item : items)
            written.append(listItem(item, commas));
        CHECK(splitList(written.join(text("; ")), commas) == items);
    }
    CHECK(listItem(text("plain, but with a comma")) == text("plain, but with a comma"));
    CHECK(listItem(text("one, two"), true) == text("\"one, two\""));
}

TEST_CASE("Lists that people typed come apart at what they separate with", "[exchange][list]")
{
    CHECK(splitList(text(" a ;b| c  d \n• e;;")) == QStringList{text("a"), text("b"), text("c d"), text("e")});
    CHECK(splitList(text("\"The Forum\" of Kep; b")) == QStringList{text("\"The Forum\" of Kep"), text("b")});
    CHECK(splitList(text("12\" screen; b")) == QStringList{text("12\" screen"), text("b")});
    CHECK(splitList(text("\"never closed; b")) == QStringList{text("\"never closed"), text("b")});
    CHECK(splitList(text("\"a\" ; \"b\"")) == QStringList{text("a"), text("b")});
    CHECK(splitList(QString()).isEmpty());
    CHECK(splitList(text(" ; ;")).isEmpty());
}
