// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/row_filler.h>

#include <cells/row_words.h>

#include <QCoreApplication>

namespace dtp
{

RowFiller::RowFiller(const ImportMapping& mapping)
{
    static const QStringList never{QStringLiteral("full_name"),   QStringLiteral("family_given"),
                                   QStringLiteral("given_name"),  QStringLiteral("own_script_name"),
                                   QStringLiteral("middle_name"), QStringLiteral("alternate_name"),
                                   QStringLiteral("record"),      QStringLiteral("ignore")};
    const auto isName = [](const QString& target) {
        return never.contains(target.section(QLatin1Char('.'), -1)) || target.endsWith(QLatin1String("person_id"));
    };
    // Nobody agrees by a mark that stands for somebody else's answer.
    const auto isConsent = [](const QString& target) {
        return target == QLatin1String("answer") || target.startsWith(QLatin1String("consent.")) ||
               target.startsWith(QLatin1String("refusal."));
    };
    for (const ColumnMapping& column : mapping.columns)
        m_mayRepeat.push_back(!isName(column.target) && !isConsent(column.target));
}

void RowFiller::fill(SheetRow& row)
{
    const qsizetype width = std::min<qsizetype>(row.cells.size(), static_cast<qsizetype>(m_mayRepeat.size()));
    for (qsizetype i = 0; i < width; ++i) {
        if (row.cells.at(i).isEmpty() || row.cells.at(i).size() > 24 || !m_mayRepeat[static_cast<size_t>(i)] ||
            !isDitto(row.cells.at(i).trimmed()))
            continue;
        const QString above = m_above.value(i);
        if (above.trimmed().isEmpty())
            continue;
        row.cells[i] = above;
        ++m_filled;
    }
    m_above = row.cells;
}

QString RowFiller::remark() const
{
    if (m_filled == 0)
        return {};
    const auto cells = static_cast<int>(m_filled);
    return QCoreApplication::translate(
               "Import", "Marks that stand for the value above (“-do-”, “ditto”) were read as that value in %1.")
        .arg(QCoreApplication::translate("Import", "%n cells", nullptr, cells));
}

} // namespace dtp
