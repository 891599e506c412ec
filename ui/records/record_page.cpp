// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/records/record_page.h>

#include <ui/records/record_pane.h>
#include <ui/records/selection_pane.h>
#include <ui/tables/cell_editor.h>
#include <ui/tables/kept_searches.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/empty_state.h>
#include <ui/widgets/theme.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace dtp
{

RecordPage::RecordPage(AppContext& context, QSettings& settings, RecordPageSpec spec, QWidget* parent)
    : Page(context, parent), m_settings(settings), m_spec(std::move(spec))
{
    readView();
}

RecordPage::~RecordPage() = default;

void RecordPage::setUp()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_paneStack = new QStackedWidget(this);
    m_pane = m_spec.makeView ? m_spec.makeView(m_context, m_paneStack)
                             : new RecordPane(m_context, m_spec.entity, std::move(m_spec.layout), m_paneStack);
    QWidget* top = buildTop();
    buildPlaces(top, buildList());
    connect(m_pane, &RecordView::cleared, this, &RecordPage::noteCleared);
    connect(m_pane, &RecordView::created, this, &RecordPage::showRecord);
    connect(m_pane, &RecordView::backAsked, this, [this] { showRecord(0); });
    connect(&m_context.store.notifier(), &Notifier::changed, this, [this](const Touched& touched) {
        if (touched.has(m_spec.entity))
            recount();
    });
    recount();
}

RecordPane& RecordPage::pane()
{
    return *qobject_cast<RecordPane*>(m_pane);
}

bool RecordPage::showsRecord() const
{
    return m_spec.fillsPage && m_paneStack->currentWidget() == m_pane;
}

void RecordPage::noteCleared()
{
    if (const auto isThere = m_context.store.contains(m_spec.entity, m_shown); isThere && !*isThere)
        m_gone = m_shown;
    const bool hadFocus = m_paneStack->isAncestorOf(focusWidget());
    if (m_paneStack->currentWidget() != m_selection || !m_selection) // several rows stay what is shown
        m_paneStack->setCurrentIndex(0);
    updatePane();
    if (hadFocus && !m_spec.fillsPage)
        takeFocus();
    if (m_spec.fillsPage) {
        m_table->selectId(m_shown); // one comes back to where one was
        m_table->setFocus();
    }
    Q_EMIT currentRecordChanged(0);
}

void RecordPage::refresh()
{
    auto source = makeSource();
    m_isUnderstood = source.has_value();
    m_isAsked = m_isLoaded;
    m_unread.reset();
    m_isLoaded = true;
    if (!m_isUnderstood) {
        // The answer to the question before would look like one to this.
        noteFailed(source.error());
        m_model->setGrouping(nullptr);
        m_model->setSource([](const Store&, qint64) { return Result<std::vector<qint64>>(); });
        updateEmpty();
        return;
    }
    m_problem->hide();
    m_source = std::move(*source);
    if (m_spec.arrange && isUsualOrder())
        m_source = [inner = std::move(m_source),
                    arrange = m_spec.arrange](const Store& store, qint64 limit) -> Result<std::vector<qint64>> {
            DTP_TRY(ids, inner(store, -1));
            DTP_CHECK(arrange(store, ids));
            if (limit >= 0 && ids.size() > static_cast<size_t>(limit))
                ids.resize(static_cast<size_t>(limit));
            return std::move(ids);
        };
    readGroups();
    m_model->setSource(m_source);
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
    // What was shown when it went, as by Undo, is shown again when it comes back.
    if (m_gone && !m_spec.fillsPage && m_paneStack->currentIndex() == 0 && m_table->selectId(m_gone))
        m_gone = 0;
    if (m_spec.goesOn && !m_isAsked && !m_table->currentId() && m_table->rowLeft() >= 0)
        m_table->selectId(m_model->idAt(qMin(m_table->rowLeft(), m_model->rowCount() - 1)));
    clearBesideNothing();
    // What came back into the list, as by Undo, is current there again.
    if (!m_spec.fillsPage && m_paneStack->currentIndex() == 0 && m_table->currentId())
        choose(m_table->currentId());
    if (std::exchange(m_spec.choosesFirst, false) && !m_pane->recordId() && !m_pane->isNew())
        m_table->selectId(m_model->ids().empty() ? 0 : m_model->ids().front());
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
    const auto rows = static_cast<qint64>(m_model->ids().size());
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
    const bool isFirst = !m_unread && m_isUnderstood && !filtered; // nothing is here yet
    m_empty->setOther(isFirst && canCreate() ? importWords() : QString());
    if (m_unread)
        m_empty->setWords(tr("This list could not be read"), m_unread->sentence, tr("Try again"));
    else if (!m_isUnderstood)
        m_empty->setWords(tr("The search is not understood"),
                          tr("What is wrong with it is said above. Correct it, or show everything."), tr("Show all"));
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
    const bool hasHint = m_total != 0 && !m_spec.hidesHint;
    const bool isWanted = hasHint || m_paneStack->currentIndex() != 0;
    m_paneStack->setVisible(m_spec.fillsPage || (isWanted && !m_isPaneHidden));
}

// The record of the question before would look like one of the answer to this.
void RecordPage::clearBesideNothing()
{
    const bool isAsked = std::exchange(m_isAsked, false);
    if (!isAsked || m_spec.fillsPage || m_pane->recordId() == 0)
        return;
    const std::vector<qint64>& listed = m_model->ids();
    if (std::find(listed.begin(), listed.end(), m_pane->recordId()) != listed.end())
        return;
    QWidget* const typing = QApplication::focusWidget();
    if (m_pane->leave())
        m_pane->clear();
    else if (typing)
        typing->setFocus(); // what is wrong is said at its field; the search is being typed
}

// One row is its record; several are what can be done with them.
void RecordPage::noteSelection()
{
    if (m_table->isTaking())
        return;
    const std::vector<qint64> ids = m_table->selectedIds();
    if (ids.size() > 1) {
        const QString plural = recordType(m_spec.entity).pluralText();
        m_selection->setSelection(tr("%L1 %2 selected", "number, type of record").arg(ids.size()).arg(plural),
                                  deeds());
        m_paneStack->setCurrentWidget(m_selection);
        updatePane();
    } else if (m_paneStack->currentWidget() == m_selection) {
        m_paneStack->setCurrentIndex(m_pane->recordId() || m_pane->isNew() ? 1 : 0);
        if (!ids.empty())
            choose(ids.front());
    }
}

// A right click into several rows makes one of them current; they stay several.
void RecordPage::chooseAlone(qint64 id)
{
    if (id != 0 && m_paneStack->currentWidget() != m_selection)
        choose(id);
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
    if (m_pane->recordId() != id)
        return; // why is said
    m_shown = id;
    m_gone = 0;
    m_paneStack->setCurrentIndex(1);
    updatePane();
    if (m_spec.fillsPage)
        m_pane->takeFocus();
    Q_EMIT currentRecordChanged(id);
}

void RecordPage::showRecord(qint64 id)
{
    if (id == 0) {
        if (m_pane->leave())
            m_pane->clear();
        return;
    }
    if (!m_isLoaded)
        refresh();
    m_isAsked = false; // this one is meant, whatever the list holds
    if (m_pane->recordId() != id)
        setPaneHidden(false);
    if (m_table->currentId() != id && !m_table->selectId(id)) {
        m_wanted = m_model->isComplete() ? 0 : id;
        m_table->clearSelection();
    }
    if (m_pane->recordId() != id)
        choose(id);
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
    noteQuery();
}

void RecordPage::filtersChanged()
{
    refresh();
    noteQuery();
}

void RecordPage::noteQuery()
{
    if (m_kept)
        m_kept->update();
}

void RecordPage::focusSearch()
{
    if (showsRecord())
        return m_pane->takeFocus();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

// Nobody's record is opened by that: the list has the keys when one is chosen in it, else Down leads there.
void RecordPage::takeFocus()
{
    if (!showsRecord() && m_table->isVisible() && m_table->currentId())
        m_table->setFocus(Qt::ShortcutFocusReason);
    else
        focusSearch();
}

bool RecordPage::leave()
{
    saveState();
    return (!m_cell || m_cell->commit()) && m_pane->leave();
}

void RecordPage::keepTyped()
{
    saveState();
    if (m_cell)
        (void)m_cell->commit();
    m_pane->keepTyped();
}

void RecordPage::saveState()
{
    if (const QStringList columns = m_table->columnState(); !columns.isEmpty())
        m_settings.setValue(m_spec.name + QStringLiteral("/columns"), columns);
    if (m_splitter && !m_paneStack->isHidden())
        m_settings.setValue(splitterKey(), m_splitter->saveState());
}

bool RecordPage::canCreate() const
{
    return !m_spec.isReadOnly && !m_context.store.isReadOnly();
}

RecordValues RecordPage::newValues()
{
    RecordValues values(m_spec.entity);
    if (*m_spec.today)
        values.set(m_spec.today, m_context.store.environment().clock->today().toString(Qt::ISODate));
    return values;
}

void RecordPage::createRecord()
{
    if (!canCreate() || !m_pane->leave())
        return;
    const QSignalBlocker blocker(m_table);
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_paneStack->setCurrentIndex(1);
    setPaneHidden(false);
    updatePane();
    m_pane->startNew(newValues());
}

bool RecordPage::save()
{
    return m_pane->save();
}

} // namespace dtp
