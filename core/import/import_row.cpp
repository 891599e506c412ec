// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_row.h>

#include <import/row_work.h>

#include <QCryptographicHash>

namespace dtp
{

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
    for (const MappedColumn& column : m_columns) {
        const QString text = row.cells.value(column.mapping.column).simplified();
        if (text.isEmpty() || column.isReason)
            continue;
        all += column.heading;
        all += '\x1F';
        all += text.toUtf8();
        all += '\x1E';
    }
    return QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha1).left(10).toHex());
}

} // namespace dtp
