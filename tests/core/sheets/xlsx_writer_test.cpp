// SPDX-License-Identifier: GPL-3.0-or-later
#include "exit_test.h"

#include <sheets/sheet_reader.h>
#include <sheets/xlsx_writer.h>
#include <support/fresh_store.h>

#include <QBuffer>
#include <QFile>
#include <quazipfile.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString writtenTo(FreshStore& store, const Table& table)
{
    const Gate gate(*store, Audience::Internal);
    const auto disclosed = gate.disclose(table);
    REQUIRE_OK(disclosed);
    const QString path = store.path(text("out.xlsx"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE_OK(writeXlsx(*disclosed, file));
    return path;
}

std::vector<QStringList> readBack(const QString& path)
{
    auto reader = SheetReader::open(path);
    REQUIRE_OK(reader);
    std::vector<QStringList> rows;
    SheetRow row;
    for (;;) {
        const auto more = (*reader)->next(row);
        REQUIRE_OK(more);
        if (!*more)
            return rows;
        rows.push_back(row.cells);
    }
}

QByteArray sheetXml(const QString& path)
{
    QuaZipFile part(path, text("xl/worksheets/sheet1.xml"));
    REQUIRE(part.open(QIODevice::ReadOnly));
    return part.readAll();
}
} // namespace

TEST_CASE("A workbook read back holds what was written", "[exchange][xlsx]")
{
    FreshStore store;
    Table table = tableOf({text("Name"), text("Born")}, {{text("=1+1"), text("1971")},
                                                         {text("<b>&\"x\" _x0041_"), text("about 1980")},
                                                         {text("two\nlines\tand  spaces "), text("-12.5")},
                                                         {text("សុខ 🙂"), text("12345678901234567890")},
                                                         {},
                                                         {text("+855"), QString()}});
    table.columns[1].kind = CellKind::Integer;
    for (TableRow& row : table.rows) {
        if (row.cells.size() > 1)
            row.cells[1].kind = CellKind::Decimal;
    }
    table.title = text("People: [all]");
    const QString path = writtenTo(store, table);
    const auto rows = readBack(path);
    REQUIRE(rows.size() >= 6);
    CHECK(rows[0] == QStringList{text("Name"), text("Born")});
    CHECK(rows[1] == QStringList{text("=1+1"), text("1971")});
    CHECK(rows[2] == QStringList{text("<b>&\"x\" _x0041_"), text("about 1980")});
    CHECK(rows[3] == QStringList{text("two\nlines\tand  spaces "), text("-12.5")});
    CHECK(rows[4] == QStringList{text("សុខ 🙂"), text("12345678901234567890")});
    CHECK(rows.back().first() == text("+855"));

    const QByteArray xml = sheetXml(path);
    CHECK_FALSE(xml.contains("<f"));
    CHECK(xml.contains("<c r=\"B2\"><v>1971</v></c>"));
    CHECK(xml.contains("state=\"frozen\""));
    CHECK(xml.contains("<autoFilter ref=\"A1:B7\"/>"));
}

TEST_CASE("Signs that no workbook can hold do not spoil it", "[exchange][xlsx]")
{
    FreshStore store;
    QString hostile = text("a\x01\x1F") + QChar(0xFFFE) + QChar(0xD800) + text("b\r\nc\rd");
    hostile += QChar(0xDC00);
    const Table table = tableOf({text("Name")}, {{hostile}, {QString(40000, u'x')}});
    const auto rows = readBack(writtenTo(store, table));
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].first() == QString(text("a") + QChar(QChar::ReplacementCharacter) + text("b\nc\nd") +
                                     QChar(QChar::ReplacementCharacter)));
    CHECK(rows[2].first().size() <= 32767);
    CHECK(rows[2].first().endsWith(text("[…]")));
}

TEST_CASE("A workbook of one heading, of no columns and of many rows can be read", "[exchange][xlsx]")
{
    FreshStore store;
    CHECK(readBack(writtenTo(store, tableOf({text("Name")}, {}))) == std::vector<QStringList>{{text("Name")}});
    CHECK_FALSE(sheetXml(writtenTo(store, tableOf({}, {}))).contains("<cols>"));
    Table wide = tableOf({}, {});
    for (int i = 0; i < 60; ++i)
        wide.columns.push_back({QString::number(i), QString::number(i), Sensitivity::Public});
    for (int i = 0; i < 3000; ++i)
        wide.rows.push_back({std::vector<Cell>(60, Cell(QString::number(i))), {}});
    const auto rows = readBack(writtenTo(store, wide));
    REQUIRE(rows.size() == 3001);
    CHECK(rows.back().size() == 60);
    CHECK(rows.back().last() == text("2999"));
}

TEST_CASE("A workbook that does not fit on the disk is a sentence", "[exchange][xlsx]")
{
    class Narrow final : public QIODevice
    {
    public:
        bool isSequential() const override { return false; }

    protected:
        qint64 readData(char*, qint64) override { return -1; }
        qint64 writeData(const char*, qint64 size) override { return (m_taken += size) > 20000 ? -1 : size; }

    private:
        qint64 m_taken = 0;
    };
    FreshStore store;
    Table table = tableOf({text("Name")}, {});
    for (int i = 0; i < 20000; ++i)
        table.rows.push_back({{QString(QString::number(i * 7919 % 20011) + text(" some text"))}, {}});
    const Gate gate(*store, Audience::Internal);
    const auto disclosed = gate.disclose(table);
    REQUIRE_OK(disclosed);
    Narrow device;
    REQUIRE(device.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const auto written = writeXlsx(*disclosed, device);
    REQUIRE_FALSE(written);
    CHECK(written.error().sentence.contains(text("room on the disk")));
}

TEST_CASE("Numbers, days and times are such in the workbook, and come back as they were", "[exit][xlsx]")
{
    FreshStore store;
    Table table;
    table.columns = {columnOfTable("n", text("Number"), CellKind::Integer),
                     columnOfTable("d", text("Day"), CellKind::Date),
                     columnOfTable("p", text("About"), CellKind::PartialDate),
                     columnOfTable("t", text("Time"), CellKind::DateTime)};
    const QDateTime time(QDate(2026, 6, 14), QTime(9, 5));
    table.rows = {{{Cell::integer(28), Cell::date(QDate(2026, 6, 14)), Cell::partialDate(PartialDate(1997, 6, 3)),
                    Cell::dateTime(time)},
                   {}},
                  {{text("fewer than 5"), Cell::date(QDate(1899, 1, 1)), Cell::partialDate(PartialDate(1997, 6)),
                    Cell::dateTime(time.addSecs(60))},
                   {}}};
    const QString path = writtenTo(store, table);
    const QByteArray xml = sheetXml(path);
    CHECK(xml.contains("<c r=\"A2\"><v>28</v></c>"));
    CHECK(xml.contains("<c r=\"B2\" s=\"3\"><v>46187</v></c>"));
    CHECK(xml.contains("<c r=\"C2\" s=\"3\"><v>35584</v></c>"));
    CHECK(xml.contains("<c r=\"D2\" s=\"4\"><v>46187.378"));
    const std::vector<QStringList> rows = readBack(path);
    REQUIRE(rows.size() == 3);
    CHECK(rows[1] == QStringList{text("28"), text("2026-06-14"), text("1997-06-03"), text("2026-06-14 09:05")});
    CHECK(rows[2] == QStringList{text("fewer than 5"), text("1899-01-01"), text("1997-06"), text("2026-06-14 09:06")});
}
