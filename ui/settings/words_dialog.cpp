// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/settings/words_dialog.h>

#include <ui/widgets/theme.h>

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace dtp
{

namespace
{
enum Column { WordColumn, RecordsColumn, SpellingsColumn, ColumnCount };

// Without codes, which are nobody's words.
QString spellingsOf(const Term& term)
{
    QStringList spellings = term.spellings.split(QLatin1Char('|'), Qt::SkipEmptyParts);
    spellings.removeIf([](const QString& spelling) { return spelling.contains(QLatin1Char('_')); });
    return spellings.join(QStringLiteral(", "));
}

// Asks with which other word: by typing or from the list. 0: cancelled.
class OtherWordDialog : public QDialog
{
    Q_DECLARE_TR_FUNCTIONS(OtherWordDialog)
public:
    OtherWordDialog(const WordUse& word, const std::vector<WordUse>& all, QWidget* parent)
        : QDialog(parent), m_box(new QComboBox(this))
    {
        setWindowTitle(tr("Put together"));
        setObjectName(QStringLiteral("other-word"));
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(3 * Space, 2 * Space, 3 * Space, 2 * Space);
        auto* words = plainLabel(tr("“%1” becomes:").arg(word.term.label), this);
        words->setBuddy(m_box);
        column->addWidget(words);
        m_box->setEditable(true);
        m_box->setInsertPolicy(QComboBox::NoInsert);
        m_box->completer()->setFilterMode(Qt::MatchContains);
        m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
        m_box->setAccessibleName(tr("The other word"));
        for (const WordUse& one : all) {
            if (one.term.id != word.term.id)
                m_box->addItem(one.term.label, one.term.id.value);
        }
        m_box->setCurrentIndex(-1);
        column->addWidget(m_box);
        auto* meaning =
            mutedLabel(word.uses == 0 ? tr("No record holds it. Searches and spreadsheets that say it will find the "
                                           "other word.")
                                      : tr("The %L1 records that hold it will hold the other word. Searches and "
                                           "spreadsheets that say it will find that one.")
                                            .arg(word.uses),
                       this);
        meaning->setWordWrap(true);
        meaning->setMinimumHeight(2 * meaning->fontMetrics().lineSpacing() + Space);
        column->addWidget(meaning);
        auto* row = new QHBoxLayout;
        row->addStretch(1);
        auto* cancel = new QPushButton(tr("Cancel"), this);
        cancel->setAutoDefault(false);
        m_put = new QPushButton(tr("&Put together"), this);
        m_put->setObjectName(QStringLiteral("put-together"));
        m_put->setDefault(true);
        makePrimary(m_put);
        m_put->setEnabled(false);
        row->addWidget(cancel);
        row->addWidget(m_put);
        column->addLayout(row);
        connect(m_box, &QComboBox::currentTextChanged, this, [this] { m_put->setEnabled(chosen().value != 0); });
        connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
        connect(m_put, &QPushButton::clicked, this, &QDialog::accept);
        resize(520, sizeHint().height());
    }

    Id<Term> chosen() const
    {
        const int at = m_box->findText(m_box->currentText().simplified(), Qt::MatchFixedString);
        return {at < 0 ? 0 : m_box->itemData(at).toLongLong()};
    }

private:
    QComboBox* m_box;
    QPushButton* m_put;
};
} // namespace

WordsDialog::WordsDialog(Store& store, Dialogs& dialogs, const QString& list, QWidget* parent)
    : QDialog(parent), m_store(store), m_dialogs(dialogs), m_lists(new QComboBox(this)),
      m_table(new QTableWidget(0, ColumnCount, this)), m_said(plainLabel({}, this))
{
    setWindowTitle(tr("Words to choose from"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 2 * Space, 3 * Space, 2 * Space);
    all->setSpacing(Space);
    auto* head = new QHBoxLayout;
    auto* words = plainLabel(tr("&List"), this);
    words->setBuddy(m_lists);
    m_lists->setObjectName(QStringLiteral("lists"));
    m_lists->setAccessibleName(tr("List"));
    for (const WordList& one : wordLists())
        m_lists->addItem(one.title, one.name);
    m_lists->setCurrentIndex(std::max(0, m_lists->findData(list)));
    head->addWidget(words);
    head->addWidget(m_lists, 1);
    all->addLayout(head);
    m_table->setHorizontalHeaderLabels({tr("Word"), tr("Records"), tr("Also found as")});
    m_table->setAccessibleName(tr("Words"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(WordColumn, 260);
    m_table->setColumnWidth(RecordsColumn, 80);
    all->addWidget(m_table, 1);
    m_said->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("said"));
    all->addWidget(m_said);
    all->addLayout(buildDeeds());
    resize(760, 520);
    connect(m_lists, &QComboBox::currentIndexChanged, this, [this] { fill(); });
    connect(m_table, &QTableWidget::currentCellChanged, this, &WordsDialog::update);
    connect(new QShortcut(Qt::Key_F2, m_table), &QShortcut::activated, this, &WordsDialog::rename);
    connect(new QShortcut(Qt::Key_Delete, m_table), &QShortcut::activated, this, &WordsDialog::removeWord);
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, this, &WordsDialog::undo);
    fill();
    m_table->setFocus();
}

QPushButton* WordsDialog::addButton(QLayout& row, const QString& words, const char* name, void (WordsDialog::*deed)())
{
    auto* button = new QPushButton(words, this);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, deed);
    row.addWidget(button);
    return button;
}

QLayout* WordsDialog::buildDeeds()
{
    auto* row = new QHBoxLayout;
    m_add = addButton(*row, tr("&Add…"), "add-word", &WordsDialog::addNew);
    m_rename = addButton(*row, tr("Call &otherwise…"), "rename-word", &WordsDialog::rename);
    m_merge = addButton(*row, tr("&Put together with…"), "merge-word", &WordsDialog::merge);
    m_remove = addButton(*row, tr("&Remove"), "remove-word", &WordsDialog::removeWord);
    row->addStretch(1);
    m_undo = addButton(*row, tr("&Undo"), "undo-word", &WordsDialog::undo);
    auto* close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return row;
}

const WordList& WordsDialog::list() const
{
    return wordLists().at(static_cast<size_t>(m_lists->currentIndex()));
}

const WordUse* WordsDialog::current() const
{
    const int row = m_table->currentRow();
    return row >= 0 && static_cast<size_t>(row) < m_words.size() ? &m_words[static_cast<size_t>(row)] : nullptr;
}

void WordsDialog::fill(const QString& code)
{
    auto words = wordsOf(m_store, list().name);
    m_words = words ? std::move(*words) : std::vector<WordUse>();
    if (!words)
        m_dialogs.showError(this, words.error());
    m_table->setRowCount(static_cast<int>(m_words.size()));
    int chosen = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const WordUse& word = m_words[static_cast<size_t>(row)];
        const QString texts[] = {word.term.label, word.uses > 0 ? QLocale().toString(word.uses) : QString(),
                                 spellingsOf(word.term)};
        for (int column = 0; column < ColumnCount; ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setToolTip(texts[column].toHtmlEscaped());
            if (column == RecordsColumn)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
        if (word.term.code == code)
            chosen = row;
    }
    m_table->setCurrentCell(m_table->rowCount() > 0 ? chosen : -1, WordColumn);
    update();
}

void WordsDialog::update()
{
    const WordUse* const word = current();
    const bool mayChange = !m_store.isReadOnly();
    const bool isOpen = mayChange && list().isOpen;
    m_add->setEnabled(isOpen);
    m_rename->setEnabled(mayChange && word);
    m_merge->setEnabled(isOpen && word && m_words.size() > 1);
    m_remove->setEnabled(isOpen && word && word->uses == 0);
    m_undo->setEnabled(mayChange && canUndo());
    if (m_store.isReadOnly())
        m_said->setText(m_store.readOnlyReason());
    else if (!list().isOpen)
        m_said->setText(tr("The program itself knows what these words mean: they can only be called otherwise."));
    else
        m_said->setText(tr("What a word was called before is still found and imported."));
}

void WordsDialog::done(const Result<>& result, const QString& sentence, const QString& code)
{
    if (!result)
        return m_dialogs.showError(this, result.error());
    if (const auto change = m_store.nextUndo())
        m_changes.push_back(change->id);
    fill(code);
    m_said->setText(sentence);
}

void WordsDialog::addNew()
{
    const auto said = m_dialogs.askText(this, tr("New word"), tr("A new word of “%1”:").arg(list().title), {});
    if (!said || said->trimmed().isEmpty())
        return;
    const auto added = addWord(m_store, list().name, *said);
    const auto term = added ? m_store.get(*added) : Result<Term>(tl::unexpected(added.error()));
    done(term ? Result<>() : Result<>(tl::unexpected(term.error())), tr("Added “%1”.").arg(said->simplified()),
         term ? term->code : QString());
}

void WordsDialog::rename()
{
    const WordUse* const word = current();
    if (!word || !m_rename->isEnabled())
        return;
    const Term term = word->term;
    const auto said =
        m_dialogs.askText(this, tr("Call otherwise"), tr("In the place of “%1”:").arg(term.label), term.label);
    if (!said || said->simplified() == term.label)
        return;
    done(renameWord(m_store, term.id, *said), tr("“%1” is called “%2” now.").arg(term.label, said->simplified()),
         term.code);
}

void WordsDialog::merge()
{
    const WordUse* const word = current();
    if (!word)
        return;
    const Term term = word->term;
    OtherWordDialog ask(*word, m_words, this);
    if (ask.exec() != QDialog::Accepted)
        return;
    const auto into = m_store.get(ask.chosen());
    if (!into)
        return m_dialogs.showError(this, into.error());
    const auto records = mergeWords(m_store, term.id, into->id);
    done(records ? Result<>() : Result<>(tl::unexpected(records.error())),
         tr("“%1” is “%2” now. Records that held it: %L3.").arg(term.label, into->label).arg(records.value_or(0)),
         into->code);
}

void WordsDialog::removeWord()
{
    const WordUse* const word = current();
    if (!word || !m_remove->isEnabled())
        return;
    const Term term = word->term;
    done(dtp::removeWord(m_store, term.id), tr("Removed “%1”.").arg(term.label));
}

bool WordsDialog::canUndo() const
{
    const auto next = m_store.nextUndo();
    return next && !m_changes.empty() && next->id == m_changes.back();
}

void WordsDialog::undo()
{
    if (!canUndo())
        return;
    const auto undone = m_store.undo();
    if (!undone)
        return m_dialogs.showError(this, undone.error());
    m_changes.pop_back();
    const QString code = current() ? current()->term.code : QString();
    fill(code);
    m_said->setText(tr("Undone: %1.").arg(undone->sentence));
}

} // namespace dtp
