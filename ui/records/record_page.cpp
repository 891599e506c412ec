// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/records/record_page.h>

#include <ui/records/export_table.h>
#include <ui/records/record_pane.h>
#include <ui/records/record_table.h>
#include <ui/widgets/empty_state.h>
#include <ui/widgets/theme.h>

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace dtp
{

RecordPage::RecordPage(AppContext& context, QSettings& settings, RecordPageSpec spec, QWidget* parent)
    : Page(context, parent), m_settings(settings), m_spec(std::move(spec))
{
    m_sortKey = settings.value(m_spec.name + QStringLiteral("/sort"), m_spec.sortKey).toString();
    m_sortDescending = settings.value(m_spec.name + QStringLiteral("/descending"), m_spec.sortDescending).toBool();
}

RecordPage::~RecordPage() = default;

void RecordPage::setUp()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(buildTop());
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(buildList());
    m_paneStack = new QStackedWidget(m_splitter);
    m_paneStack->setMinimumWidth(400);
    auto* nothing = new EmptyState(m_spec.iconName, {}, tr("Choose one in the list to see it here."), {}, m_paneStack);
    m_pane = new RecordPane(m_context, m_spec.entity, std::move(m_spec.layout), m_paneStack);
    m_paneStack->addWidget(nothing);
    m_paneStack->addWidget(m_pane);
    m_splitter->addWidget(m_paneStack);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({600, 464});
    m_splitter->restoreState(m_settings.value(m_spec.name + QStringLiteral("/splitter")).toByteArray());
    all->addWidget(m_splitter, 1);
    connect(m_pane, &RecordPane::cleared, this, [this] {
        m_paneStack->setCurrentIndex(0);
        updatePane();
        Q_EMIT currentRecordChanged(0);
    });
    connect(m_pane, &RecordPane::created, this, &RecordPage::showRecord);
    connect(&m_context.store.notifier(), &Notifier::changed, this, [this](const Touched& touched) {
        if (touched.has(m_spec.entity))
            recount();
    });
    recount();
}

void RecordPage::refresh()
{
    auto source = makeSource();
    if (!source) {
        noteFailed(source.error());
        return;
    }
    m_problem->hide();
    m_unread.reset();
    m_isLoaded = true;
    m_model->setSource(std::move(*source));
    updateEmpty();
}

void RecordPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (!m_isLoaded)
        refresh();
}

void RecordPage::noteLoaded()
{
    m_unread.reset();
    updateEmpty();
    if (m_wanted && m_table->selectId(m_wanted))
        m_wanted = 0;
}

void RecordPage::noteFailed(const Error& error)
{
    m_problem->setText(QString(QStringLiteral("⚠ ") + error.sentence));
    m_problem->show();
}

// The file does not give what it holds: that is not "nothing here".
void RecordPage::noteUnread(const Error& error)
{
    m_unread = error;
    noteFailed(error);
    updateEmpty();
}

void RecordPage::recount()
{
    const auto total = m_context.store.count(m_spec.entity);
    m_total = total ? *total : -1;
    if (total)
        updateEmpty();
    else
        noteUnread(total.error());
    Q_EMIT countChanged();
}

void RecordPage::updateEmpty()
{
    const int rows = m_model->rowCount();
    const bool filtered = !searchText().isEmpty() || !m_filters->isEmpty();
    const QLocale locale;
    const qint64 shown = m_model->isComplete() ? rows : -1;
    if (m_unread)
        m_countLabel->clear();
    else if (!filtered)
        m_countLabel->setText(m_total > 0 ? locale.toString(m_total) : QString());
    else
        m_countLabel->setText(shown < 0 ? tr("… of %1").arg(locale.toString(m_total))
                                        : tr("%1 of %2").arg(locale.toString(shown), locale.toString(m_total)));
    m_stack->setCurrentIndex(rows == 0 && m_isLoaded ? 1 : 0);
    updatePane();
    if (rows > 0)
        return;
    if (m_unread)
        m_empty->setWords(tr("This list could not be read"), m_unread->sentence, tr("Try again"));
    else if (filtered)
        m_empty->setWords(tr("Nothing fits"),
                          tr("None of %1 fits this search. Try fewer words or filters.").arg(locale.toString(m_total)),
                          tr("Show all"));
    else
        m_empty->setWords(m_spec.emptyHeading, m_spec.emptySentence, canCreate() ? m_new->text() : QString());
}

// Beside a list of nothing there is nothing to choose.
void RecordPage::updatePane()
{
    m_paneStack->setVisible(m_total != 0 || m_paneStack->currentIndex() != 0);
}

void RecordPage::choose(qint64 id)
{
    if (id == m_pane->recordId() && !m_pane->isNew())
        return;
    if (!m_pane->leave()) {
        // What is wrong is shown at its field; the list goes back to the record that is being edited.
        const QSignalBlocker blocker(m_table);
        if (m_pane->recordId() == 0 || !m_table->selectId(m_pane->recordId()))
            m_table->clearSelection();
        return;
    }
    m_pane->setRecord(id);
    m_paneStack->setCurrentIndex(1);
    Q_EMIT currentRecordChanged(id);
}

void RecordPage::showRecord(qint64 id)
{
    if (!m_isLoaded)
        refresh();
    if (m_table->currentId() != id && !m_table->selectId(id)) {
        m_wanted = m_model->isComplete() ? 0 : id;
        m_table->clearSelection();
        choose(id);
    } else if (m_pane->recordId() != id) {
        choose(id);
    }
}

qint64 RecordPage::currentRecord() const
{
    return m_pane->recordId();
}

QString RecordPage::searchText() const
{
    return m_search->text().simplified();
}

void RecordPage::setSearchText(const QString& text)
{
    if (m_search->text() != text)
        m_search->setText(text);
    m_typing->stop();
}

void RecordPage::searchEdited()
{
    refresh();
}

void RecordPage::filtersChanged()
{
    refresh();
}

void RecordPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void RecordPage::setSort(const QString& key, bool descending)
{
    m_sortKey = key;
    m_sortDescending = descending;
    m_settings.setValue(m_spec.name + QStringLiteral("/sort"), key);
    m_settings.setValue(m_spec.name + QStringLiteral("/descending"), descending);
    m_table->showSort(key, descending);
    refresh();
}

bool RecordPage::leave()
{
    saveState();
    return m_pane->leave();
}

void RecordPage::saveState()
{
    m_table->saveColumns(m_settings, m_spec.name);
    if (!m_paneStack->isHidden())
        m_settings.setValue(m_spec.name + QStringLiteral("/splitter"), m_splitter->saveState());
}

bool RecordPage::canCreate() const
{
    return !m_spec.isReadOnly && !m_context.store.isReadOnly();
}

RecordValues RecordPage::newValues()
{
    return RecordValues(m_spec.entity);
}

void RecordPage::createRecord()
{
    if (!canCreate() || !m_pane->leave())
        return;
    const QSignalBlocker blocker(m_table);
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_paneStack->setCurrentIndex(1);
    updatePane();
    m_pane->startNew(newValues());
}

bool RecordPage::save()
{
    return m_pane->save();
}

void RecordPage::removeRecords(const std::vector<qint64>& ids)
{
    if (ids.empty() || !canCreate())
        return;
    const RecordType& type = recordType(m_spec.entity);
    const int many = static_cast<int>(ids.size());
    const QString title = m_context.store.titleOf(m_spec.entity, ids.front());
    const QString sentence = many == 1 ? tr("Delete %1 %2").arg(type.singularText(), title)
                                       : tr("Delete %1 %2").arg(QLocale().toString(many), type.pluralText());
    const auto done = m_context.store.change(sentence, [&](ChangeWriter& writer) -> Result<> {
        for (const qint64 id : ids)
            DTP_CHECK(writer.remove(m_spec.entity, id));
        return {};
    });
    if (!done)
        m_context.dialogs.showError(this, done.error());
    else
        m_context.navigator.tell(many == 1 ? tr("Deleted %1 “%2”.").arg(type.singularText(), title)
                                           : tr("Deleted %1 %2.").arg(QLocale().toString(many), type.pluralText()));
}

void RecordPage::openWindow()
{
    if (m_pane->recordId())
        m_pane->openWindow();
    else
        m_context.navigator.tell(tr("Choose one in the list first: it then opens in a window of its own."));
}

void RecordPage::exportList()
{
    exportRecordTable(m_context, this, m_spec.title, *m_model, *m_table);
}

} // namespace dtp
