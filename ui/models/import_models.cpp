// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/import_models.h>

#include <ui/models/theme_colours.h>

#include <QFont>
#include <QGuiApplication>
#include <QLocale>

namespace dtp
{

namespace
{
// "A", "B" … "AA", as spreadsheet programs call their columns.
QString columnLetters(int column)
{
    QString letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'A' + (rest - 1) % 26));
    return letters;
}

// Tooltips guess HTML from "<": what is in a file stays text.
QString plainTip(const QString& text)
{
    return QLatin1String("<span style=\"white-space:pre-wrap\">") + text.toHtmlEscaped() + QLatin1String("</span>");
}
} // namespace

void SheetRowsModel::setRows(std::vector<SheetRow> rows, qint64 headingRow)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_headingRow = headingRow;
    m_columns = 0;
    for (const SheetRow& row : m_rows)
        m_columns = std::max(m_columns, static_cast<int>(row.cells.size()));
    endResetModel();
}

int SheetRowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SheetRowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant SheetRowsModel::data(const QModelIndex& index, int role) const
{
    const SheetRow& row = m_rows[static_cast<size_t>(index.row())];
    const bool isHeading = row.number == m_headingRow;
    if (role == Qt::DisplayRole)
        return row.cells.value(index.column()).left(200).simplified();
    if (role == Qt::FontRole && isHeading) {
        QFont font = QGuiApplication::font();
        font.setBold(true);
        return font;
    }
    if (role == Qt::ForegroundRole && row.number < m_headingRow)
        return themeColours().muted;
    if (role == Qt::ToolTipRole && !row.cells.value(index.column()).isEmpty())
        return plainTip(row.cells.value(index.column()).left(1000));
    if (role == Qt::AccessibleDescriptionRole && isHeading)
        return tr("Heading");
    return {};
}

QVariant SheetRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Horizontal)
        return columnLetters(section);
    return QString::number(m_rows[static_cast<size_t>(section)].number);
}

void PlannedRowsModel::setPhrases(const ImportPhrases& phrases)
{
    m_phrases = phrases;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void PlannedRowsModel::setPlan(std::shared_ptr<const PlannedImport> plan)
{
    m_plan = std::move(plan);
    showAll();
}

void PlannedRowsModel::filter(const std::function<bool(const PlannedImport&, size_t)>& fits)
{
    beginResetModel();
    m_shown.clear();
    if (m_plan) {
        for (size_t i = 0; i < m_plan->size(); ++i) {
            if (fits(*m_plan, i))
                m_shown.push_back(static_cast<int>(i));
        }
    }
    endResetModel();
}

void PlannedRowsModel::showAll()
{
    filter([](const PlannedImport&, size_t) { return true; });
}

void PlannedRowsModel::showFate(RowFate fate)
{
    filter([fate](const PlannedImport& rows, size_t i) { return rows.fate(i) == fate; });
}

void PlannedRowsModel::showProblems()
{
    filter(
        [](const PlannedImport& rows, size_t i) { return rows.fate(i) == RowFate::Rejected || rows.hasWarnings(i); });
}

const PlannedRow* PlannedRowsModel::row(int index) const
{
    if (index < 0 || index >= static_cast<int>(m_shown.size()))
        return nullptr;
    return &m_plan->row(static_cast<size_t>(m_shown[static_cast<size_t>(index)]));
}

int PlannedRowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int PlannedRowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PlannedRowsModel::fateText(RowFate fate) const
{
    switch (fate) {
    case RowFate::New:
        return tr("New");
    case RowFate::Joined:
        return m_phrases.joined;
    case RowFate::Unchanged:
        return tr("Unchanged");
    case RowFate::Rejected:
        break;
    }
    return tr("Set aside");
}

QVariant PlannedRowsModel::data(const QModelIndex& index, int role) const
{
    const PlannedRow* planned = row(index.row());
    if (!planned)
        return {};
    const ThemeColours& colours = themeColours();
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case RowColumn:
            return QLocale().toString(planned->number);
        case FateColumn:
            return fateText(planned->fate);
        case NameColumn:
            return planned->name.left(200);
        default:
            return (QStringList{planned->reason} + planned->warnings).join(QLatin1Char(' ')).left(500).simplified();
        }
    case Qt::TextAlignmentRole:
        return index.column() == RowColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                           : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (index.column() == FateColumn)
            return planned->fate == RowFate::Rejected ? colours.danger
                   : planned->fate == RowFate::New    ? colours.good
                   : planned->fate == RowFate::Joined ? colours.accent
                                                      : colours.muted;
        if (index.column() == ReasonColumn && planned->fate != RowFate::Rejected && !planned->warnings.isEmpty())
            return colours.warning;
        return index.column() == NameColumn ? QVariant() : QVariant(colours.muted);
    case Qt::ToolTipRole:
        if (index.column() == ReasonColumn)
            return plainTip((QStringList{planned->reason} + planned->warnings).join(QLatin1Char('\n')));
        return {};
    default:
        return {};
    }
}

QVariant PlannedRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == RowColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                    : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RowColumn:
        return tr("Row");
    case FateColumn:
        return tr("Fate");
    case NameColumn:
        return m_phrases.record;
    default:
        return tr("Why, and what happens");
    }
}

} // namespace dtp
