// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/tables/columns_dialog.h>

#include <ui/widgets/theme.h>

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <tuple>

namespace dtp
{

namespace
{
void addColumn(QListWidget& list, const ListColumn& column, bool isShown)
{
    auto* item = new QListWidgetItem(column.title, &list);
    item->setData(Qt::UserRole, column.key);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
    item->setCheckState(isShown ? Qt::Checked : Qt::Unchecked);
}
} // namespace

ColumnsDialog::ColumnsDialog(const std::vector<ListColumn>& columns, const QStringList& shown, QWidget* parent)
    : QDialog(parent), m_search(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Columns"));
    auto* all = new QVBoxLayout(this);
    all->setSpacing(Space);
    m_search->setPlaceholderText(tr("Find a column"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    all->addWidget(m_search);
    m_list->setAccessibleName(tr("Columns"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    all->addWidget(m_list, 1);
    auto* moves = new QHBoxLayout;
    auto* hint = mutedLabel(tr("Space ticks. From left to right as they stand here."), this);
    hint->setWordWrap(true);
    moves->addWidget(hint, 1);
    for (const auto& [words, keys, by] :
         {std::tuple(tr("Move &up"), tr("Alt+Up"), -1), std::tuple(tr("Move &down"), tr("Alt+Down"), 1)}) {
        auto* button = new QPushButton(words, this);
        button->setAutoDefault(false);
        button->setToolTip(keys);
        moves->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, step = by] { move(step); });
    }
    m_list->installEventFilter(this);
    all->addLayout(moves);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    all->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &QLineEdit::textChanged, this, &ColumnsDialog::showMatching);
    for (const QString& key : shown) {
        const auto column =
            std::find_if(columns.begin(), columns.end(), [&](const ListColumn& one) { return one.key == key; });
        if (column != columns.end())
            addColumn(*m_list, *column, true);
    }
    for (const ListColumn& column : columns) {
        if (!shown.contains(column.key))
            addColumn(*m_list, column, false);
    }
    m_list->setCurrentRow(0);
    m_list->setFocus();
    resize(420, 520);
}

QStringList ColumnsDialog::chosen() const
{
    QStringList keys;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            keys.append(m_list->item(row)->data(Qt::UserRole).toString());
    }
    return keys;
}

// Alt with Up and Down, while one is in the list.
bool ColumnsDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        const bool isUp = key->key() == Qt::Key_Up;
        if (key->modifiers().testFlag(Qt::AltModifier) && (isUp || key->key() == Qt::Key_Down)) {
            move(isUp ? -1 : 1);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ColumnsDialog::move(int by)
{
    const int row = m_list->currentRow();
    if (row < 0 || row + by < 0 || row + by >= m_list->count())
        return;
    m_list->insertItem(row + by, m_list->takeItem(row));
    m_list->setCurrentRow(row + by);
}

void ColumnsDialog::showMatching(const QString& part)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(!m_list->item(row)->text().contains(part.trimmed(), Qt::CaseInsensitive));
}

} // namespace dtp
