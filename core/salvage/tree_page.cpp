// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree_page.h"

#include "page_file.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <bit>

namespace dtp
{

namespace
{
constexpr int tableLeaf = 13;
constexpr int tableInner = 5;
constexpr int indexInner = 2;
constexpr int indexLeaf = 10;
constexpr int databaseHead = 100; // before the tree on the first page

// Reads on from a place, and never behind the end.
class Bytes
{
public:
    explicit Bytes(const QByteArray& bytes, qsizetype at = 0) : m_bytes(bytes), m_at(at) {}
    qsizetype at() const { return m_at; }
    bool isGood() const { return m_isGood; }

    quint64 number(int size) // big-endian
    {
        quint64 value = 0;
        for (int i = 0; i < size; ++i)
            value = value << 8 | next();
        return value;
    }
    quint64 varint()
    {
        quint64 value = 0;
        for (int i = 0; i < 8; ++i) {
            const quint64 byte = next();
            value = value << 7 | (byte & 0x7fU);
            if ((byte & 0x80U) == 0)
                return value;
        }
        return value << 8 | next();
    }
    QByteArray take(quint64 size)
    {
        if (m_at < 0 || m_at > m_bytes.size() || size > static_cast<quint64>(m_bytes.size() - m_at)) {
            m_isGood = false;
            return {};
        }
        m_at += static_cast<qsizetype>(size);
        return m_bytes.mid(m_at - static_cast<qsizetype>(size), static_cast<qsizetype>(size));
    }

private:
    quint64 next()
    {
        if (m_at < 0 || m_at >= m_bytes.size()) {
            m_isGood = false;
            return 0;
        }
        return static_cast<uchar>(m_bytes.at(m_at++));
    }
    const QByteArray& m_bytes;
    qsizetype m_at;
    bool m_isGood = true;
};

qint64 signedOf(quint64 value, int bytes)
{
    const int free = 64 - 8 * bytes;
    return static_cast<qint64>(value << free) >> free;
}

// One value by its kind as the head of a record says it.
std::optional<StoredValue> valueOf(quint64 type, Bytes& body)
{
    using Kind = StoredValue::Kind;
    constexpr std::array<int, 7> sizes{0, 1, 2, 3, 4, 6, 8};
    StoredValue value;
    if (type >= 1 && type <= 6) {
        const int size = sizes.at(type);
        value.kind = Kind::Integer;
        value.integer = signedOf(body.number(size), size);
    } else if (type == 7) {
        value.kind = Kind::Real;
        value.real = std::bit_cast<double>(body.number(8));
    } else if (type == 8 || type == 9) {
        value.kind = Kind::Integer;
        value.integer = type == 9 ? 1 : 0;
    } else if (type >= 12) {
        value.kind = type % 2 == 0 ? Kind::Blob : Kind::Text;
        value.bytes = body.take((type - 12) / 2);
    } else if (type != 0) {
        return std::nullopt;
    }
    return body.isGood() ? std::optional(value) : std::nullopt;
}

std::optional<std::vector<StoredValue>> recordOf(const QByteArray& payload)
{
    Bytes head(payload);
    const quint64 headSize = head.varint();
    if (!head.isGood() || headSize > static_cast<quint64>(payload.size()))
        return std::nullopt;
    Bytes body(payload, static_cast<qsizetype>(headSize));
    std::vector<StoredValue> values;
    while (head.at() < static_cast<qsizetype>(headSize)) {
        const auto value = valueOf(head.varint(), body);
        if (!value || !head.isGood())
            return std::nullopt;
        values.push_back(*value);
    }
    const bool isAll = head.at() == static_cast<qsizetype>(headSize) && body.at() == payload.size();
    return isAll ? std::optional(std::move(values)) : std::nullopt;
}

// What a row says, of which a part may stand on pages of its own.
std::optional<QByteArray> payloadAt(const PageFile& file, Bytes& cell, quint64 size)
{
    const auto usable = static_cast<quint64>(file.usableSize());
    if (size > usable * static_cast<quint64>(file.count()))
        return std::nullopt;
    const quint64 most = usable - 35;
    const quint64 least = (usable - 12) * 32 / 255 - 23;
    const quint64 rest = least + (size - std::min(size, least)) % (usable - 4);
    const quint64 local = size <= most ? size : (rest <= most ? rest : least);
    QByteArray payload = cell.take(local);
    quint64 next = local < size ? cell.number(4) : 0;
    if (!cell.isGood())
        return std::nullopt;
    while (static_cast<quint64>(payload.size()) < size) {
        const QByteArray page = file.page(static_cast<qint64>(next));
        if (page.isEmpty())
            return std::nullopt;
        next = qFromBigEndian<quint32>(page.constData());
        payload +=
            page.mid(4, static_cast<qsizetype>(std::min(usable - 4, size - static_cast<quint64>(payload.size()))));
    }
    return payload;
}

struct TreePage {
    QByteArray bytes;
    int kind = 0;
    std::vector<int> cells; // where each begins
    qint64 last = 0;        // of one that leads to others: the page behind all of its cells
};

std::optional<TreePage> treePage(const PageFile& file, qint64 number)
{
    TreePage page;
    page.bytes = file.page(number);
    if (page.bytes.isEmpty())
        return std::nullopt;
    const int start = number == 1 ? databaseHead : 0;
    page.kind = static_cast<uchar>(page.bytes.at(start));
    if (page.kind != tableLeaf && page.kind != tableInner && page.kind != indexInner)
        return std::nullopt;
    Bytes head(page.bytes, start + 3);
    const auto count = static_cast<int>(head.number(2));
    (void)head.number(3);
    if (page.kind != tableLeaf)
        page.last = static_cast<qint64>(head.number(4));
    for (int i = 0; i < count && head.isGood(); ++i)
        page.cells.push_back(static_cast<int>(head.number(2)));
    const bool isWithin = std::all_of(page.cells.begin(), page.cells.end(),
                                      [&](int at) { return at >= head.at() && at < file.usableSize(); });
    return head.isGood() && isWithin ? std::optional(std::move(page)) : std::nullopt;
}
} // namespace

std::optional<LeafRows> rowsOf(const PageFile& file, qint64 number)
{
    const auto page = treePage(file, number);
    if (!page || page->kind != tableLeaf)
        return std::nullopt;
    LeafRows found;
    for (const int at : page->cells) {
        Bytes cell(page->bytes, at);
        const quint64 size = cell.varint();
        StoredRow row;
        row.key = static_cast<qint64>(cell.varint());
        const auto payload = cell.isGood() ? payloadAt(file, cell, size) : std::nullopt;
        auto values = payload ? recordOf(*payload) : std::nullopt;
        if (!values) {
            ++found.unreadable;
            continue;
        }
        row.values = std::move(*values);
        found.rows.push_back(std::move(row));
    }
    return found;
}

PageKind kindOfPage(const PageFile& file, qint64 number)
{
    const QByteArray page = file.page(number);
    const int kind = page.isEmpty() ? 0 : page.at(number == 1 ? databaseHead : 0);
    return kind == tableLeaf || kind == tableInner   ? PageKind::OfTable
           : kind == indexLeaf || kind == indexInner ? PageKind::OfIndex
                                                     : PageKind::Other;
}

std::vector<qint64> pagesBelow(const PageFile& file, qint64 number)
{
    const auto page = treePage(file, number);
    if (!page || page->kind == tableLeaf)
        return {};
    std::vector<qint64> below;
    for (const int at : page->cells)
        below.push_back(static_cast<qint64>(Bytes(page->bytes, at).number(4)));
    below.push_back(page->last);
    return below;
}

} // namespace dtp
