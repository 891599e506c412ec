// SPDX-License-Identifier: GPL-3.0-or-later
#include "exit_test.h"

#include <sheets/csv_writer.h>
#include <support/fresh_store.h>

#include <QBuffer>

using namespace dtp;
using namespace dtp::test;

namespace
{
QByteArray csvOf(const Store& store, const Table& table)
{
    const Gate gate(store, Audience::Internal);
    const auto disclosed = gate.disclose(table);
    REQUIRE_OK(disclosed);
    QBuffer whole;
    REQUIRE(whole.open(QIODevice::WriteOnly));
    REQUIRE_OK(writeCsv(*disclosed, whole));
    auto rows = gate.disclose(std::make_unique<RowsOfTable>(table));
    REQUIRE_OK(rows);
    QBuffer oneByOne;
    REQUIRE(oneByOne.open(QIODevice::WriteOnly));
    REQUIRE_OK(writeCsv(**rows, oneByOne));
    CHECK(whole.data() == oneByOne.data());
    return whole.data();
}

class FullDevice final : public QIODevice
{
protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64) override { return -1; }
};
} // namespace

TEST_CASE("CSV is quoted where it must be, ends its lines with CRLF and begins with a mark", "[exchange][csv]")
{
    FreshStore store;
    const Table table = tableOf({text("Name"), text("Note, long")}, {{text("Núñez"), text("says \"yes\"")},
                                                                     {text("two\nlines"), text(" space ")},
                                                                     {text("a;b"), QString()},
                                                                     {text("short")}});
    CHECK(csvOf(*store, table) == QByteArray("\xEF\xBB\xBFName,\"Note, long\"\r\n"
                                             "Núñez,\"says \"\"yes\"\"\"\r\n"
                                             "\"two\nlines\",\" space \"\r\n"
                                             "\"a;b\",\r\n"
                                             "short,\r\n"));
    CHECK(csvOf(*store, tableOf({text("One")}, {{QString()}, {text("x")}})) ==
          QByteArray("\xEF\xBB\xBFOne\r\n\"\"\r\nx\r\n"));
}

TEST_CASE("Cells that a spreadsheet would run are defused in CSV, headings too", "[exchange][csv][formula]")
{
    FreshStore store;
    const Table table = tableOf(
        {text("=HYPERLINK(1)")},
        {{text("=1+1")}, {text("+61 2")}, {text("@x")}, {text("-12.5")}, {text("\tx")}, {text("\rx")}, {text("-x")}});
    CHECK(csvOf(*store, table) ==
          QByteArray(
              "\xEF\xBB\xBF'=HYPERLINK(1)\r\n'=1+1\r\n'+61 2\r\n'@x\r\n-12.5\r\n\"'\tx\"\r\n\"'\rx\"\r\n'-x\r\n"));
}

TEST_CASE("The tables of a document stand one below the other", "[exchange][csv]")
{
    FreshStore store;
    Document document;
    Table figures = tableOf({text("Country"), text("People")}, {{text("Fiji"), text("7")}});
    figures.title = text("Figures");
    document.attachments = {{text("people.csv"), tableOf({text("Name")}, {{text("Dara")}, {text("Mali")}})},
                            {text("figures.csv"), figures}};
    const auto disclosed = Gate(*store, Audience::Internal).disclose(document);
    REQUIRE_OK(disclosed);
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE_OK(writeCsv(*disclosed, buffer));
    CHECK(buffer.data() ==
          QByteArray("\xEF\xBB\xBFpeople.csv\r\nName\r\nDara\r\nMali\r\n\r\nFigures\r\nCountry,People\r\nFiji,7\r\n"));
}

TEST_CASE("Long CSV is stopped when asked, and says when the disk is full", "[exchange][csv]")
{
    FreshStore store;
    Table table = tableOf({text("Name")}, {});
    for (int i = 0; i < 5000; ++i)
        table.rows.push_back({{QString(200, u'x')}, {}});
    const Gate gate(*store, Audience::Internal);
    auto rows = gate.disclose(std::make_unique<RowsOfTable>(table));
    REQUIRE_OK(rows);
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    const auto stopped = writeCsv(**rows, buffer, [](qint64 done, qint64, const QString&) { return done < 2000; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().sentence == text("Stopped. Nothing was written."));

    auto again = gate.disclose(std::make_unique<RowsOfTable>(table));
    REQUIRE_OK(again);
    FullDevice full;
    REQUIRE(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const auto failed = writeCsv(**again, full);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().sentence.contains(text("room on the disk")));
}
