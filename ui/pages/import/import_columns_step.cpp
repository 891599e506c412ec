// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/import/import_columns_step.h>

#include <ui/widgets/theme.h>

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QStandardItemModel>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace dtp
{

namespace
{
enum Column { HeadingColumn, SampleColumn, TargetColumn, HowColumn, OrderColumn, ColumnCount };

// A box that the wheel does not change while somebody scrolls past it.
class CalmBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

QStandardItemModel* makeTargets(QObject* parent)
{
    auto* model = new QStandardItemModel(parent);
    QStringList groups;
    for (const ImportTarget& target : importTargets()) {
        if (!groups.contains(target.group))
            groups.append(target.group);
    }
    // The rest (keep in the notes, leave out) comes first: it is what most columns without a name of ours need.
    if (!groups.isEmpty())
        groups.prepend(groups.takeLast());
    for (const QString& group : std::as_const(groups)) {
        auto* head = new QStandardItem(group);
        head->setFlags(Qt::NoItemFlags);
        QFont font = head->font();
        font.setBold(true);
        head->setFont(font);
        model->appendRow(head);
        for (const ImportTarget& target : importTargets()) {
            if (target.group != group)
                continue;
            auto* item = new QStandardItem(target.label);
            item->setData(target.key, Qt::UserRole);
            model->appendRow(item);
        }
    }
    return model;
}

bool holdsDate(const ColumnMapping& column)
{
    static const QStringList targets{QStringLiteral("birth_year"), QStringLiteral("last_verified"),
                                     QStringLiteral("org_from"), QStringLiteral("org_to"),
                                     QStringLiteral("program_year")};
    return column.holdsDates && targets.contains(column.target);
}

QString howText(const ColumnMapping& column)
{
    switch (column.by) {
    case RecognisedBy::Heading:
        return ImportColumnsStep::tr("by its heading");
    case RecognisedBy::Content:
        return ImportColumnsStep::tr("by what is in it");
    case RecognisedBy::Memory:
        return ImportColumnsStep::tr("as the last time");
    case RecognisedBy::Choice:
        return ImportColumnsStep::tr("chosen");
    case RecognisedBy::Nothing:
        break;
    }
    return ImportColumnsStep::tr("not recognised");
}
} // namespace

ImportColumnsStep::ImportColumnsStep(QWidget* parent)
    : QWidget(parent), m_words(mutedLabel({}, this)), m_table(new QTableWidget(0, ColumnCount, this)),
      m_targets(makeTargets(this))
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(2 * Space);
    m_words->setWordWrap(true);
    all->addWidget(m_words);
    m_table->setHorizontalHeaderLabels(
        {tr("Column"), tr("What is in it"), tr("Is for"), tr("Recognised"), tr("Dates are")});
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus); // the boxes in it take the focus
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Columns of the file"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(5 * Space);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(SampleColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(HeadingColumn, 200);
    m_table->setColumnWidth(TargetColumn, 250);
    m_table->setColumnWidth(HowColumn, 130);
    m_table->setColumnWidth(OrderColumn, 140);
    all->addWidget(m_table, 1);
}

void ImportColumnsStep::setMapping(const ImportMapping& mapping)
{
    m_mapping = mapping;
    m_table->setRowCount(0);
    m_table->setRowCount(static_cast<int>(mapping.columns.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row);
    const bool anyDates = std::any_of(mapping.columns.begin(), mapping.columns.end(), &holdsDate);
    m_table->setColumnHidden(OrderColumn, !anyDates);
    updateWords();
}

void ImportColumnsStep::fillRow(int row)
{
    const ColumnMapping& column = m_mapping.columns[static_cast<size_t>(row)];
    const ThemeColours& colours = themeColours(this);
    auto* heading = new QTableWidgetItem(column.heading.left(120));
    auto* samples = new QTableWidgetItem(column.samples.join(QStringLiteral("  ·  ")));
    auto* how = new QTableWidgetItem(howText(column));
    samples->setForeground(colours.muted);
    how->setForeground(column.by == RecognisedBy::Nothing ? colours.warning : colours.muted);
    m_table->setItem(row, HeadingColumn, heading);
    m_table->setItem(row, SampleColumn, samples);
    m_table->setItem(row, HowColumn, how);
    auto* box = new CalmBox(m_table);
    box->setModel(m_targets);
    box->setMaxVisibleItems(20);
    box->setAccessibleName(tr("“%1” is for").arg(column.heading));
    box->setCurrentIndex(box->findData(column.target));
    connect(box, &QComboBox::activated, this, [this, row, box] { choose(row, box->currentData().toString()); });
    m_table->setCellWidget(row, TargetColumn, box);
    if (!holdsDate(column))
        return;
    auto* order = new CalmBox(m_table);
    order->addItem(tr("day / month / year"), static_cast<int>(DateOrder::DayMonthYear));
    order->addItem(tr("month / day / year"), static_cast<int>(DateOrder::MonthDayYear));
    order->addItem(tr("year / month / day"), static_cast<int>(DateOrder::YearMonthDay));
    order->setAccessibleName(tr("Dates in “%1” are").arg(column.heading));
    order->setCurrentIndex(order->findData(static_cast<int>(column.dateOrder)));
    connect(order, &QComboBox::activated, this,
            [this, row, order] { chooseOrder(row, static_cast<DateOrder>(order->currentData().toInt())); });
    m_table->setCellWidget(row, OrderColumn, order);
}

// What only one column can be for goes to the one chosen last; the other is kept in the notes.
void ImportColumnsStep::choose(int row, const QString& target)
{
    ColumnMapping& column = m_mapping.columns[static_cast<size_t>(row)];
    if (target.isEmpty() || column.target == target)
        return;
    column.target = target;
    column.by = RecognisedBy::Choice;
    const ImportTarget* chosen = importTarget(target);
    for (int other = 0; chosen && !chosen->takesMany && other < m_table->rowCount(); ++other) {
        ColumnMapping& rival = m_mapping.columns[static_cast<size_t>(other)];
        if (other == row || rival.target != target)
            continue;
        rival.target = QStringLiteral("notes");
        rival.by = RecognisedBy::Nothing;
        auto* box = qobject_cast<QComboBox*>(m_table->cellWidget(other, TargetColumn));
        if (box)
            box->setCurrentIndex(box->findData(rival.target));
        m_table->item(other, HowColumn)->setText(howText(rival));
    }
    m_table->item(row, HowColumn)->setText(howText(column));
    m_table->item(row, HowColumn)->setForeground(themeColours(this).muted);
    updateWords();
    Q_EMIT mappingChanged();
}

void ImportColumnsStep::chooseOrder(int row, DateOrder order)
{
    m_mapping.columns[static_cast<size_t>(row)].dateOrder = order;
    Q_EMIT mappingChanged();
}

bool ImportColumnsStep::hasName() const
{
    static const QStringList names{QStringLiteral("full_name"), QStringLiteral("family_given"),
                                   QStringLiteral("given_name"), QStringLiteral("family_name"),
                                   QStringLiteral("own_script_name")};
    return std::any_of(m_mapping.columns.begin(), m_mapping.columns.end(),
                       [](const ColumnMapping& column) { return names.contains(column.target); });
}

void ImportColumnsStep::updateWords()
{
    if (!hasName()) {
        m_words->setText(
            tr("No column is known to hold names yet. Say which one does: without names there is nobody to import."));
        return;
    }
    const auto count = static_cast<int>(m_mapping.columns.size());
    const auto unknown =
        static_cast<int>(std::count_if(m_mapping.columns.begin(), m_mapping.columns.end(),
                                       [](const ColumnMapping& c) { return c.by == RecognisedBy::Nothing; }));
    m_words->setText(unknown == 0 ? tr("All %1 columns are recognised. Change what is wrong.").arg(count)
                                  : tr("%1 of %2 columns are recognised. The others are kept in each person's notes "
                                       "with their heading, unless you choose better.")
                                        .arg(count - unknown)
                                        .arg(count));
}

} // namespace dtp
