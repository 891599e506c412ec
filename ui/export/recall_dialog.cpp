// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/export/recall_dialog.h>

#include <exports/recall_letters.h>
#include <ui/widgets/task_dialog.h>
#include <ui/widgets/theme.h>

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr int whatColumn = 2;
constexpr int rowHeight = 4 * Space;
} // namespace

RecallDialog::RecallDialog(AppContext& context, Id<Person> person, std::vector<LeftCopy> copies, QWidget* parent)
    : QDialog(parent), m_context(context), m_person(person), m_copies(std::move(copies))
{
    setWindowTitle(tr("What left with this person"));
    resize(960, 480);
    build();
}

bool RecallDialog::isAbout(Id<Person> person, const std::vector<LeftCopy>& copies) const
{
    return m_person == person &&
           std::equal(copies.begin(), copies.end(), m_copies.begin(), m_copies.end(),
                      [](const LeftCopy& a, const LeftCopy& b) { return a.isToRecall == b.isToRecall; });
}

void RecallDialog::build()
{
    auto* all = new QVBoxLayout(this);
    auto* said = new QLabel(sentenceOf(m_copies), this);
    said->setObjectName(QStringLiteral("recall-sentence"));
    said->setTextFormat(Qt::PlainText);
    said->setWordWrap(true);
    all->addWidget(said);
    all->addWidget(makeList(), 1);
    all->addWidget(mutedLabel(tr("Letters say which copies to delete, and not about whom. Tasks stand on the first "
                                 "page until they are done."),
                              this));
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    const auto button = [&](const QString& words, const char* name) {
        auto* made = new QPushButton(words, this);
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false);
        row->addWidget(made);
        return made;
    };
    auto* close = button(tr("Close"), "recall-close");
    auto* letters = button(tr("Write &letters…"), "recall-letters");
    auto* tasks = button(tr("Follow by &tasks"), "recall-tasks");
    makePrimary(tasks);
    const bool canFollow = !recipientsOf(m_copies).empty() && !m_context.store.isReadOnly();
    letters->setEnabled(canFollow);
    const auto isOpen = hasToFollow(m_context.store, m_copies, m_person);
    tasks->setEnabled(canFollow && isOpen.value_or(true)); // what cannot be read is said when it is clicked
    if (canFollow && !tasks->isEnabled()) {
        tasks->setText(tr("Followed by tasks"));
        tasks->setToolTip(tr("There are tasks for all of these copies already."));
    }
    all->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(letters, &QPushButton::clicked, this, &RecallDialog::writeLetters);
    connect(tasks, &QPushButton::clicked, this, &RecallDialog::follow);
}

QWidget* RecallDialog::makeList()
{
    auto* list = new QTreeWidget(this);
    list->setHeaderLabels({tr("To do"), tr("When"), tr("What"), tr("For whom"), tr("File")});
    list->setRootIsDecorated(false);
    list->setAllColumnsShowFocus(true);
    list->setAccessibleName(windowTitle());
    const auto followed = followedCopies(m_context.store, m_copies, m_person);
    if (!followed)
        Q_EMIT m_context.store.notifier().readingFailed(followed.error());
    for (const LeftCopy& copy : m_copies) {
        const QString recall = !followed                                 ? tr("Recall: tasks cannot be read")
                               : followed->contains(copy.entry.id.value) ? tr("Recall: there is a task")
                                                                         : tr("Recall");
        const QString fate = copy.isToRecall ? recall : copy.isNamed ? tr("Nothing") : tr("Only counted");
        const QString when = QLocale().toString(copy.entry.at.date(), QStringLiteral("d MMM yyyy"));
        auto* item = new QTreeWidgetItem(
            list, {fate, when, copy.entry.what, recipientOf(copy.entry).inWords(), copy.entry.file});
        item->setSizeHint(whatColumn, QSize(0, rowHeight)); // of the one that has what is left over
        for (int column = 0; column < item->columnCount(); ++column)
            item->setToolTip(column, copy.inWords().toHtmlEscaped());
    }
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(whatColumn, QHeaderView::Stretch);
    return list;
}

void RecallDialog::follow()
{
    const auto made = followRecall(m_context.store, m_copies, m_person);
    if (!made)
        return m_context.dialogs.showError(this, made.error());
    if (*made == 0)
        m_context.navigator.tellOnly(tr("There are tasks for all of these copies already."));
    else
        m_context.navigator.tell(*made == 1 ? tr("Made 1 task.") : tr("Made %1 tasks.").arg(*made));
    accept();
}

void RecallDialog::writeLetters()
{
    const auto recipients = recipientsOf(m_copies);
    const QString title = recipients.size() == 1
                              ? tr("Choose the folder for the letter")
                              : tr("Choose the folder for %1 letters, one for each recipient").arg(recipients.size());
    const QString file = m_context.dialogs.askSaveFile(this, title, recallLetterName(m_context.store, recipients, 0),
                                                       tr("Text documents (*.odt)"));
    if (file.isEmpty())
        return;
    const auto written = writeRecallLetters(m_context.store, m_copies, QFileInfo(file).absolutePath());
    if (!written)
        return m_context.dialogs.showError(this, written.error());
    QStringList names;
    for (const WrittenLetter& letter : *written)
        names.append(
            tr("%1 (%2)", "a letter and for whom").arg(QFileInfo(letter.path).fileName(), letter.recipient.inWords()));
    m_context.navigator.tellFile(tr("Wrote %1.").arg(names.join(QStringLiteral(", "))),
                                 written->size() == 1 ? written->front().path : QFileInfo(file).absolutePath());
}

void askRecall(AppContext& context, QWidget* parent, Id<Person> person)
{
    const Store& store = context.store;
    auto copies = runTask<std::vector<LeftCopy>>(parent, RecallDialog::tr("Looking through what left"),
                                                 [&store, person](const Progress&) -> Result<std::vector<LeftCopy>> {
                                                     DTP_TRY(own, store.another());
                                                     return copiesWith(*own, person);
                                                 });
    if (!copies)
        return context.dialogs.showError(parent, copies.error());
    RecallDialog(context, person, std::move(*copies), parent).exec();
}

} // namespace dtp
