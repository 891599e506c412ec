// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/export/name_review_dialog.h>

#include <ui/widgets/style.h>

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace dtp
{

namespace
{
using What = NameDecision::What;
enum Column { NameColumn, DecisionColumn, WhereColumn, ColumnCount };

QString wordsOf(What what, const QString& replacement)
{
    switch (what) {
    case What::Keep:
        return NameReviewDialog::tr("Keep");
    case What::Replace:
        return NameReviewDialog::tr("“%1” in its place").arg(replacement);
    case What::Withhold:
        break;
    }
    return NameReviewDialog::tr("Withhold");
}
} // namespace

NameReviewDialog::NameReviewDialog(AppContext& context, std::vector<NameInText> names, QWidget* parent)
    : QDialog(parent), m_context(context), m_names(std::move(names)), m_sentence(new QLabel(this)),
      m_table(new QTableWidget(static_cast<int>(m_names.size()), ColumnCount, this))
{
    setWindowTitle(tr("Names in the text"));
    resize(860, 520);
    auto* all = new QVBoxLayout(this);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    all->addWidget(m_sentence);
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Decision"), tr("Where it stands")});
    m_table->setAccessibleName(tr("Names in the text"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(NameColumn, 170);
    m_table->setColumnWidth(DecisionColumn, 230);
    // What is to be judged is read as a whole.
    m_table->setWordWrap(true);
    m_table->setTextElideMode(Qt::ElideNone);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    all->addWidget(m_table, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(deedButton(tr("Keep (K)"), What::Keep));
    row->addWidget(deedButton(tr("Withhold (W)"), What::Withhold));
    row->addWidget(deedButton(tr("Put other words… (R)"), What::Replace));
    auto* rest = new QPushButton(tr("The rest as &proposed"), this);
    rest->setAutoDefault(false);
    rest->setEnabled(!m_context.store.isReadOnly());
    connect(rest, &QPushButton::clicked, this, &NameReviewDialog::decideRestAsProposed);
    row->addStretch(1);
    row->addWidget(rest);
    all->addLayout(row);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    all->addWidget(buttons);
    for (size_t i = 0; i < m_names.size(); ++i)
        showRow(i);
    if (!m_names.empty())
        m_table->selectRow(0);
    showSentence();
    m_table->installEventFilter(this);
    m_table->setFocus();
}

QPushButton* NameReviewDialog::deedButton(const QString& words, What what)
{
    auto* button = new QPushButton(words, this);
    button->setAutoDefault(false);
    button->setEnabled(!m_context.store.isReadOnly());
    connect(button, &QPushButton::clicked, this, [this, what] { decide(what); });
    return button;
}

bool NameReviewDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress || m_context.store.isReadOnly())
        return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const std::pair<int, What> keys[] = {
        {Qt::Key_K, What::Keep}, {Qt::Key_W, What::Withhold}, {Qt::Key_R, What::Replace}};
    for (const auto& [code, what] : keys) {
        if (key->key() == code && key->modifiers() == Qt::NoModifier) {
            decide(what);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

qsizetype NameReviewDialog::undecided() const
{
    return std::count_if(m_names.begin(), m_names.end(), [](const NameInText& name) { return !name.decision; });
}

void NameReviewDialog::decide(What what)
{
    QString words;
    const auto chosen = m_table->selectionModel()->selectedRows();
    if (chosen.isEmpty())
        return;
    if (what == What::Replace) {
        const NameInText& first = m_names[static_cast<size_t>(chosen.front().row())];
        const auto said =
            m_context.dialogs.askText(this, tr("Other words"), tr("In the place of “%1”:").arg(first.name),
                                      first.replacement.isEmpty() ? tr("a participant") : first.replacement);
        if (!said || said->trimmed().isEmpty())
            return;
        words = said->trimmed();
    }
    if (what == What::Keep && !confirmsKeeping())
        return;
    int last = 0;
    for (const QModelIndex& index : chosen) {
        if (m_names[static_cast<size_t>(index.row())].isOfGate && chosen.size() > 1)
            continue; // chosen beside others
        if (!keep(static_cast<size_t>(index.row()), what, words))
            return;
        last = std::max(last, index.row());
    }
    if (chosen.size() == 1 && last + 1 < m_table->rowCount())
        m_table->selectRow(last + 1); // so that one key after the other decides
    showSentence();
}

// A name of somebody who refused is not let out by a key pressed in passing.
bool NameReviewDialog::confirmsKeeping()
{
    QStringList warnings;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        if (const QString warning = keepingWarning(m_names[static_cast<size_t>(index.row())]); !warning.isEmpty())
            warnings.append(warning);
    }
    return warnings.isEmpty() || m_context.dialogs.confirm(this, warnings.join(u'\n'), tr("Keep"));
}

void NameReviewDialog::decideRestAsProposed()
{
    for (size_t i = 0; i < m_names.size(); ++i) {
        if (!m_names[i].decision && !keep(i, m_names[i].proposal, {}))
            return;
    }
    showSentence();
}

bool NameReviewDialog::keep(size_t row, What what, const QString& words)
{
    NameInText& name = m_names[row];
    if (const auto kept = decideName(m_context.store, name, what, words); !kept) {
        m_context.dialogs.showError(this, kept.error());
        return false;
    }
    name.decision = what;
    name.replacement = words;
    showRow(row);
    return true;
}

void NameReviewDialog::showRow(size_t row)
{
    const NameInText& name = m_names[row];
    const QString decision = name.isOfGate   ? tr("Withheld by what was agreed to")
                             : name.decision ? wordsOf(*name.decision, name.replacement)
                                             : tr("undecided; proposed: %1").arg(wordsOf(name.proposal, {}).toLower());
    const QString times = name.times > 1 ? tr("%1 times, first: ").arg(name.times) : QString();
    const QString texts[ColumnCount] = {name.name, decision, times + name.where};
    for (int column = 0; column < ColumnCount; ++column) {
        auto* item = new QTableWidgetItem(texts[column]);
        item->setToolTip(column == WhereColumn ? name.where.toHtmlEscaped() : QString());
        m_table->setItem(static_cast<int>(row), column, item);
    }
}

void NameReviewDialog::showSentence()
{
    const qsizetype open = undecided();
    const bool isNothingAsked =
        std::all_of(m_names.begin(), m_names.end(), [](const NameInText& name) { return name.isOfGate; });
    m_sentence->setText(
        isNothingAsked
            ? tr("Nothing in the text has to be decided upon: whole names of people in the file are kept or "
                 "withheld by what they agreed to.")
        : open == 0 ? tr("All are decided. What changes in the text is asked again.")
        : open == 1
            ? tr("1 is undecided. Nothing leaves for outsiders until it is decided or withheld.")
            : tr("%1 are undecided. Nothing leaves for outsiders until they are decided or withheld.").arg(open));
}

} // namespace dtp
