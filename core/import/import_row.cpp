// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_row.h>

#include <import/row_work.h>

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace dtp
{

namespace
{
// The cell's text in UTF-8, white space simplified; false when there is none. What is ASCII needs no copy for it.
bool appendSimplified(QByteArray& bytes, const QString& cell)
{
    const bool isPlain = std::all_of(cell.begin(), cell.end(), [](QChar c) { return c.unicode() < 0x80; });
    const QString text = isPlain ? QString() : cell.simplified();
    const qsizetype before = bytes.size();
    bool isSpace = false;
    for (const QChar c : isPlain ? cell : QString()) {
        if (c.isSpace()) {
            isSpace = bytes.size() > before;
            continue;
        }
        if (std::exchange(isSpace, false))
            bytes += ' ';
        bytes += static_cast<char>(c.unicode());
    }
    bytes += text.toUtf8();
    return bytes.size() > before;
}
} // namespace

RowInterpreter::RowInterpreter(ImportMapping mapping, const ImportWords& words)
    : m_mapping(std::move(mapping)), m_words(words)
{
    m_columns.reserve(m_mapping.columns.size());
    for (const ColumnMapping& column : m_mapping.columns)
        m_columns.push_back(RowWork::columnFor(column));
}

RowInterpreter::~RowInterpreter() = default;

PersonDraft RowInterpreter::map(const SheetRow& row) const
{
    return RowWork(*this, row).result();
}

QString RowInterpreter::digestOf(const SheetRow& row) const
{
    QByteArray all;
    all.reserve(1024);
    for (const MappedColumn& column : m_columns) {
        if (column.isReason || column.mapping.column < 0 || column.mapping.column >= row.cells.size())
            continue;
        const qsizetype before = all.size();
        all += column.heading;
        all += '\x1F';
        if (appendSimplified(all, row.cells.at(column.mapping.column)))
            all += '\x1E';
        else
            all.truncate(before);
    }
    return QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha1).left(10).toHex());
}

} // namespace dtp
