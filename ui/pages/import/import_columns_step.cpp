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

void fillTargets(QStandardItemModel* model, const std::vector<ImportTarget>& targets)
{
    model->clear();
    QStringList groups;
    for (const ImportTarget& target : targets) {
        if (const QString group = target.group(); !groups.contains(group))
            groups.append(group);
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
        for (const ImportTarget& target : targets) {
            if (target.group() != group)
                continue;
            auto* item = new QStandardItem(target.label());
            item->setData(target.key, Qt::UserRole);
            model->appendRow(item);
        }
    }
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
      m_way(&ImportWay::of(Entity::Person)), m_targets(new QStandardItemModel(this))
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

bool ImportColumnsStep::holdsDate(const ColumnMapping& column) const
{
    const ImportTarget* target = column.holdsDates ? recordTarget(m_way->entity(), column.target) : nullptr;
    return target && target->isDate;
}

void ImportColumnsStep::setMapping(const ImportWay& way, const ImportMapping& mapping)
{
    m_way = &way;
    m_mapping = mapping;
    m_table->setRowCount(0);
    fillTargets(m_targets, way.targets());
    m_table->setRowCount(static_cast<int>(mapping.columns.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row);
    const bool anyDates = std::any_of(mapping.columns.begin(), mapping.columns.end(),
                                      [this](const ColumnMapping& column) { return holdsDate(column); });
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

// What only one column can be for goes to the one chosen last; the other is kept in the notes, where there are any.
void ImportColumnsStep::choose(int row, const QString& target)
{
    ColumnMapping& column = m_mapping.columns[static_cast<size_t>(row)];
    if (target.isEmpty() || column.target == target)
        return;
    column.target = target;
    column.by = RecognisedBy::Choice;
    const ImportTarget* chosen = recordTarget(m_way->entity(), target);
    const QString notes = QStringLiteral("notes");
    for (int other = 0; chosen && !chosen->takesMany && other < m_table->rowCount(); ++other) {
        ColumnMapping& rival = m_mapping.columns[static_cast<size_t>(other)];
        if (other == row || rival.target != target)
            continue;
        rival.target = recordTarget(m_way->entity(), notes) ? notes : QStringLiteral("ignore");
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

bool ImportColumnsStep::isUsable() const
{
    return m_way->problemOf(m_mapping).isEmpty();
}

void ImportColumnsStep::updateWords()
{
    if (const QString problem = m_way->problemOf(m_mapping); !problem.isEmpty()) {
        m_words->setText(problem);
        return;
    }
    const auto count = static_cast<int>(m_mapping.columns.size());
    const auto unknown =
        static_cast<int>(std::count_if(m_mapping.columns.begin(), m_mapping.columns.end(),
                                       [](const ColumnMapping& c) { return c.by == RecognisedBy::Nothing; }));
    if (unknown == 0) {
        m_words->setText(tr("All %1 columns are recognised. Change what is wrong.").arg(count));
        return;
    }
    const bool hasNotes = recordTarget(m_way->entity(), QStringLiteral("notes"));
    m_words->setText(
        (hasNotes ? tr("%1 of %2 columns are recognised. The others are kept in the notes with their heading, unless "
                       "you choose better: %3.")
                  : tr("%1 of %2 columns are recognised. The others are left out, unless you choose better: %3."))
            .arg(QString::number(count - unknown), QString::number(count), unknownColumns(m_mapping)));
}

} // namespace dtp
