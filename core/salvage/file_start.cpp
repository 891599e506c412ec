// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_start.h"

#include "page_file.h"
#include "tree_page.h"

#include <database/schema.h>

#include <QtEndian>
#include <algorithm>
#include <sqlite3.h>
#include <utility>
#include <vector>

namespace dtp
{

namespace
{
constexpr qsizetype headSize = 100;

void put(QByteArray& page, qsizetype at, quint32 number)
{
    qToBigEndian(number, page.data() + at);
}

void putShort(QByteArray& page, qsizetype at, quint16 number)
{
    qToBigEndian(number, page.data() + at);
}

// https://www.sqlite.org/fileformat.html#the_database_header
void putHead(QByteArray& page, const PageFile& file)
{
    page.replace(0, headSize, QByteArray(headSize, '\0'));
    page.replace(0, 16, QByteArray("SQLite format 3\0", 16));
    putShort(page, 16, static_cast<quint16>(file.pageSize() == 65536 ? 1 : file.pageSize()));
    page[18] = page[19] = 2; // a write-ahead log
    page[20] = static_cast<char>(file.pageSize() - file.usableSize());
    page[21] = 64;
    page[22] = page[23] = 32;
    put(page, 24, 1);
    put(page, 28, static_cast<quint32>(file.count()));
    put(page, 40, 1);
    put(page, 44, 4); // form of the list of tables
    put(page, 56, SQLITE_UTF8);
    put(page, 60, static_cast<quint32>(newestSchemaVersion()));
    put(page, 68, static_cast<quint32>(applicationId));
    put(page, 92, 1); // as at 24: the number of pages holds
    put(page, 96, SQLITE_VERSION_NUMBER);
}

struct ListPage {
    qint64 first; // keys of its rows
    qint64 last;
    qint64 number;
};

std::vector<ListPage> pagesOfTableList(const PageFile& file)
{
    std::vector<ListPage> pages;
    for (qint64 number = 2; number <= file.count(); ++number) {
        const auto leaf = rowsOf(file, number);
        if (leaf && leaf->unreadable == 0 && !leaf->rows.empty() &&
            std::all_of(leaf->rows.begin(), leaf->rows.end(), isOfTableList))
            pages.push_back({leaf->rows.front().key, leaf->rows.back().key, number});
    }
    std::sort(pages.begin(), pages.end(), [](const ListPage& a, const ListPage& b) { return a.first < b.first; });
    std::vector<ListPage> inOrder;
    for (const ListPage& page : pages) {
        if (inOrder.empty() || page.first > inOrder.back().last)
            inOrder.push_back(page);
    }
    return inOrder;
}

QByteArray varint(quint64 number)
{
    QByteArray bytes(1, static_cast<char>(number & 0x7fU));
    while ((number >>= 7U) != 0)
        bytes.prepend(static_cast<char>((number & 0x7fU) | 0x80U));
    return bytes;
}

// A page that leads to these in their order; false when there are too many for one.
bool putTree(QByteArray& page, const std::vector<ListPage>& pages, int usable)
{
    qsizetype cells = headSize + 12;
    qsizetype contents = usable;
    page[headSize] = 5;
    putShort(page, headSize + 3, static_cast<quint16>(pages.size() - 1));
    for (std::size_t i = 0; i + 1 < pages.size(); ++i) {
        QByteArray cell(4, '\0');
        put(cell, 0, static_cast<quint32>(pages[i].number));
        cell += varint(static_cast<quint64>(pages[i].last));
        contents -= cell.size();
        if (contents < cells + 2)
            return false;
        page.replace(contents, cell.size(), cell);
        putShort(page, cells, static_cast<quint16>(contents));
        cells += 2;
    }
    putShort(page, headSize + 5, static_cast<quint16>(contents));
    put(page, headSize + 8, static_cast<quint32>(pages.back().number));
    return true;
}
} // namespace

bool isOfTableList(const StoredRow& row)
{
    using Kind = StoredValue::Kind;
    if (row.values.size() != 5 || row.values[3].kind != Kind::Integer)
        return false;
    const QByteArray& what = row.values[0].bytes;
    const Kind sql = row.values[4].kind; // none: of an index that SQLite made by itself
    return (what == "table" || what == "index" || what == "view" || what == "trigger") &&
           (sql == Kind::Text || sql == Kind::Null) && row.values[1].kind == Kind::Text;
}

bool mendFileHead(const QString& copy)
{
    PageFile file(copy);
    QByteArray page = file.page(1);
    if (page.isEmpty())
        return false;
    putHead(page, file);
    return file.put(1, page);
}

bool mendTableList(const QString& copy)
{
    PageFile file(copy);
    const auto pages = pagesOfTableList(file);
    QByteArray page(file.pageSize(), '\0');
    putHead(page, file);
    return !pages.empty() && putTree(page, pages, file.usableSize()) && file.put(1, page);
}

} // namespace dtp
