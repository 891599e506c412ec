// SPDX-License-Identifier: GPL-3.0-or-later
#include <erasure/change_bytes.h>

#include <QtEndian>

#include <sqlite3.h>

namespace dtp
{

namespace
{
constexpr char absentType = 0;

QByteArray sizeBytes(quint64 size)
{
    QByteArray bytes(1, static_cast<char>(size & 0x7F));
    for (size >>= 7; size > 0; size >>= 7)
        bytes.prepend(static_cast<char>((size & 0x7F) | 0x80));
    return bytes;
}

// Behind the type of a text or blob stands its size.
qsizetype sizeLength(QByteArrayView value)
{
    qsizetype at = 1;
    while (at < value.size() && (value.at(at) & 0x80))
        ++at;
    return at;
}
} // namespace

namespace change_value
{
bool isThere(QByteArrayView value)
{
    return !value.isEmpty() && value.at(0) != absentType;
}

std::optional<qint64> integer(QByteArrayView value)
{
    constexpr qsizetype withType = 9;
    if (value.size() != withType || value.at(0) != SQLITE_INTEGER)
        return std::nullopt;
    return qFromBigEndian<qint64>(value.data() + 1);
}

std::optional<QByteArrayView> utf8(QByteArrayView value)
{
    if (value.isEmpty() || value.at(0) != SQLITE_TEXT)
        return std::nullopt;
    return value.sliced(sizeLength(value) + 1);
}

QByteArray ofInteger(qint64 number)
{
    QByteArray bytes(9, static_cast<char>(SQLITE_INTEGER));
    qToBigEndian(number, bytes.data() + 1);
    return bytes;
}

QByteArray ofText(QByteArrayView utf8)
{
    return QByteArray(1, static_cast<char>(SQLITE_TEXT)) + sizeBytes(static_cast<quint64>(utf8.size())) +
           utf8.toByteArray();
}

QByteArray null()
{
    return QByteArray(1, static_cast<char>(SQLITE_NULL));
}

QByteArray absent()
{
    return QByteArray(1, absentType);
}
} // namespace change_value

bool ChangeRows::broken()
{
    m_isBroken = true;
    return false;
}

std::optional<qsizetype> ChangeRows::readSize()
{
    quint64 size = 0;
    constexpr int longest = 5; // bytes, of sizes that a blob can have
    for (int i = 0; i < longest && m_at < m_bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(m_bytes.at(m_at++));
        size = (size << 7) | (byte & 0x7F);
        if (!(byte & 0x80))
            return static_cast<qsizetype>(size);
    }
    return std::nullopt;
}

bool ChangeRows::readHead()
{
    const qsizetype from = m_at++;
    const auto columns = readSize();
    if (!columns || *columns > m_bytes.size() - m_at)
        return broken();
    m_columns = static_cast<int>(*columns);
    m_at += *columns; // which of them are the key
    const qsizetype end = m_bytes.indexOf('\0', m_at);
    if (end < 0)
        return broken();
    m_type = recordTypeOfTable(QString::fromLatin1(m_bytes.sliced(m_at, end - m_at)));
    m_at = end + 1;
    m_head = m_bytes.sliced(from, m_at - from);
    return true;
}

bool ChangeRows::readValues(Values& values)
{
    values.clear();
    for (int column = 0; column < m_columns; ++column) {
        if (m_at >= m_bytes.size())
            return broken();
        const qsizetype from = m_at;
        switch (m_bytes.at(m_at++)) {
        case SQLITE_INTEGER:
        case SQLITE_FLOAT:
            m_at += 8;
            break;
        case SQLITE_TEXT:
        case SQLITE_BLOB: {
            const auto size = readSize();
            if (!size)
                return broken();
            m_at += *size;
            break;
        }
        case SQLITE_NULL:
        case absentType:
            break;
        default:
            return broken();
        }
        if (m_at > m_bytes.size())
            return broken();
        values.push_back(m_bytes.sliced(from, m_at - from));
    }
    return true;
}

bool ChangeRows::next()
{
    while (!m_isBroken && m_at < m_bytes.size() && m_bytes.at(m_at) == 'T') {
        if (!readHead())
            return false;
    }
    if (m_isBroken || m_at >= m_bytes.size())
        return false;
    if (m_head.isEmpty() || m_bytes.size() - m_at < 2)
        return broken();
    const qsizetype from = m_at;
    m_operation = m_bytes.at(m_at);
    m_at += 2; // and whether it was made by a trigger
    m_before.clear();
    m_after.clear();
    if (m_operation != SQLITE_INSERT && m_operation != SQLITE_UPDATE && m_operation != SQLITE_DELETE)
        return broken();
    if (m_operation != SQLITE_INSERT && !readValues(m_before))
        return false;
    if (m_operation != SQLITE_DELETE && !readValues(m_after))
        return false;
    m_row = m_bytes.sliced(from, m_at - from);
    return true;
}

qint64 ChangeRows::key() const
{
    return m_operation == SQLITE_INSERT ? keyAfter(0) : keyBefore(0);
}

void ChangeRowsWriter::addHead(const ChangeRows& rows)
{
    if (rows.head() == QByteArrayView(m_head))
        return;
    m_head = rows.head().toByteArray();
    m_bytes += m_head;
}

void ChangeRowsWriter::add(const ChangeRows& rows)
{
    addHead(rows);
    m_bytes += rows.row();
}

void ChangeRowsWriter::add(const ChangeRows& rows, std::vector<QByteArray> before, std::vector<QByteArray> after)
{
    if (rows.operation() == SQLITE_UPDATE) {
        bool differs = false;
        for (size_t i = 1; i < before.size() && i < after.size(); ++i) {
            if (change_value::isThere(before[i]) && before[i] == after[i])
                before[i] = after[i] = change_value::absent();
            differs = differs || change_value::isThere(before[i]);
        }
        if (!differs)
            return;
    }
    addHead(rows);
    m_bytes += rows.row().first(2);
    for (const QByteArray& value : before)
        m_bytes += value;
    for (const QByteArray& value : after)
        m_bytes += value;
}

} // namespace dtp
