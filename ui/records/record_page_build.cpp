// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the page; what it does stands in record_page.cpp.
#include <ui/records/record_page.h>

#include <deeds/deed.h>
#include <ui/lists/list_columns.h>
#include <ui/models/discretion.h>
#include <ui/models/import_run.h>
#include <ui/records/record_pane.h>
#include <ui/records/selection_pane.h>
#include <ui/tables/kept_searches.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/empty_state.h>
#include <ui/widgets/theme.h>

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int TypingPause = 90; // milliseconds after a key before the list follows
} // namespace

QLineEdit* RecordPage::buildSearch(QWidget* top)
{
    auto* search = new QLineEdit(top);
    search->setPlaceholderText(tr("Search in %1").arg(m_spec.title.toLower()));
    search->setAccessibleName(search->placeholderText());
    search->setClearButtonEnabled(true);
    search->setMinimumWidth(240);
    search->setMaximumWidth(420);
    if (const QIcon glass = icon("search"); !glass.isNull())
        search->addAction(glass, QLineEdit::LeadingPosition);
    m_typing = new QTimer(this);
    m_typing->setSingleShot(true);
    m_typing->setInterval(TypingPause);
    connect(m_typing, &QTimer::timeout, this, &RecordPage::searchEdited);
    connect(search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    // What was typed may be half a name: it is dots while nobody types in it, and the next key begins anew.
    const auto showTyped = [this, search] {
        search->setEchoMode(isDiscreet(m_context.store) ? QLineEdit::PasswordEchoOnEdit : QLineEdit::Normal);
    };
    showTyped();
    whenSwitched(m_context.store, search, showTyped);
    connect(search, &QLineEdit::returnPressed, this, &RecordPage::enterList);
    auto* down = new QShortcut(QKeySequence(Qt::Key_Down), search);
    down->setContext(Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, this, &RecordPage::enterList);
    return search;
}

void RecordPage::enterList()
{
    if (m_typing->isActive()) {
        m_typing->stop();
        searchEdited();
    }
    if (m_model->ids().empty())
        return;
    if (m_table->currentId() == 0)
        m_table->selectId(m_model->ids().front());
    m_table->setFocus();
}

QWidget* RecordPage::buildTop()
{
    auto* top = new QWidget(this);
    auto* rows = new QVBoxLayout(top);
    rows->setContentsMargins(3 * Space, 2 * Space, 2 * Space, Space);
    rows->setSpacing(Space);
    auto* row = m_top = new QHBoxLayout;
    row->setSpacing(Space);
    row->addWidget(plainLabel(m_spec.title, top, TextSize::Title));
    m_countLabel = mutedLabel({}, top);
    m_countLabel->setContentsMargins(4, 8, 0, 0);
    row->addWidget(m_countLabel);
    row->addStretch(1);
    m_search = buildSearch(top);
    row->addWidget(m_search, 2);
    auto* view = new QPushButton(tr("Vie&w"), top);
    view->setIcon(icon("view-list-details"));
    m_viewMenu = new QMenu(view);
    view->setMenu(m_viewMenu);
    row->addWidget(view);
    m_new = new QPushButton(icon("list-add"),
                            m_spec.createWords.isEmpty() ? tr("&New %1").arg(recordType(m_spec.entity).singularText())
                                                         : m_spec.createWords,
                            top);
    m_new->setToolTip(m_context.store.isReadOnly() ? m_context.store.readOnlyReason() : tr("Ctrl+N"));
    m_new->setEnabled(canCreate());
    m_new->setVisible(!m_spec.isReadOnly);
    makePrimary(m_new);
    row->addWidget(m_new);
    rows->addLayout(row);
    m_filters = new FilterBar(countedDimensions(), top);
    m_filters->setVisible(!m_spec.isReadOnly || !m_filters->findChildren<FilterChip*>().isEmpty());
    rows->addWidget(m_filters);
    m_problem = inkLabel(Ink::Danger, {}, top, TextSize::Small);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);

    if (!m_spec.isReadOnly) {
        m_kept = new KeptSearches(m_context, m_spec.entity, *m_filters,
                                  {[this] { return queryAsked(); }, [this] { return listView().toText(); },
                                   [this] { return !group().isEmpty() || orders() != usualOrders(); }},
                                  this);
        connect(m_kept, &KeptSearches::asked, this, [this](const QString& query, const QString& kept) {
            if (!kept.isEmpty())
                showView(ListView::fromText(kept));
            search(query);
        });
    }

    connect(m_new, &QPushButton::clicked, this, &RecordPage::createRecord);
    connect(m_filters, &FilterBar::changed, this, &RecordPage::filtersChanged);
    return top;
}

// The record beside the list, or in its place.
void RecordPage::buildPlaces(QWidget* top, QWidget* list)
{
    auto* all = static_cast<QVBoxLayout*>(layout());
    if (m_spec.fillsPage) {
        auto* side = new QWidget(m_paneStack);
        auto* rows = new QVBoxLayout(side);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(0);
        rows->addWidget(top);
        rows->addWidget(list, 1);
        m_paneStack->addWidget(side);
        m_paneStack->addWidget(m_pane);
        all->addWidget(m_paneStack, 1);
        return;
    }
    all->addWidget(top);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(list);
    m_paneStack->setMinimumWidth(400);
    m_paneStack->addWidget(
        new EmptyState(m_spec.iconName, {}, tr("Choose one in the list to see it here."), {}, m_paneStack));
    m_paneStack->addWidget(m_pane);
    m_selection = new SelectionPane(m_paneStack);
    m_paneStack->addWidget(m_selection);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RecordPage::noteSelection);
    connect(m_table, &RecordTable::foundAgain, this, &RecordPage::noteSelection);
    m_splitter->addWidget(m_paneStack);
    // The wider one takes what is left over.
    const bool isListWider = m_spec.listWidth >= 464;
    m_splitter->setStretchFactor(0, isListWider ? 1 : 0);
    m_splitter->setStretchFactor(1, isListWider ? 0 : 1);
    m_splitter->setSizes({m_spec.listWidth, 1064 - m_spec.listWidth});
    readPane();
    all->addWidget(m_splitter, 1);
}

void RecordPage::addButton(QPushButton* button)
{
    m_top->insertWidget(m_top->indexOf(m_new), button);
}

// What the list asks for.
void RecordPage::connectTable()
{
    connect(m_table, &RecordTable::sortAsked, this, [this](const QString& key, bool descending) {
        setOrders({{key, descending}});
    });
    connect(m_table, &RecordTable::sortAdded, this, &RecordPage::addOrder);
    connect(m_table, &RecordTable::copyAsked, this, &RecordPage::copyRows);
    connect(m_table, &RecordTable::editAsked, this, &RecordPage::editInList);
    connect(m_table, &RecordTable::removeAsked, this,
            [this](const std::vector<qint64>& ids) { perform(*deedOf(QStringLiteral("remove")), ids); });
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](const QPoint& at) {
        QMenu menu;
        fillDeedMenu(menu);
        if (!m_table->selectedIds().empty())
            menu.exec(m_table->viewport()->mapToGlobal(at));
    });
}

QWidget* RecordPage::buildList()
{
    m_stack = new QStackedWidget(this);
    m_stack->setMinimumWidth(280);
    m_stack->setProperty("givesWay", true); // to what is told at the foot
    m_model = new RecordListModel(m_context.store, m_spec.entity, this);
    m_model->setColumns(withCatalogue(m_context.store, m_spec.entity,
                                      m_spec.columns.empty() ? listedColumns(m_spec.entity) : m_spec.columns));
    keepWhatIsKnown(m_view);
    m_table = new RecordTable(m_stack);
    m_table->setAccessibleName(m_spec.title);
    m_table->setRecordModel(m_model);
    m_table->setColumnState(m_settings.value(m_spec.name + QStringLiteral("/columns")).toStringList());
    m_table->showOrders(orders());
    m_table->setCompact(m_view.isCompact);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_empty = new EmptyState(m_spec.iconName, {}, {}, {}, m_stack);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    buildViewMenu();
    connect(m_model, &RecordListModel::loaded, this, &RecordPage::noteLoaded);
    connect(m_model, &RecordListModel::failed, this, &RecordPage::noteUnread);
    connect(m_model, &RecordListModel::taken, this, &RecordPage::updateEmpty);
    if (m_spec.fillsPage) {
        connect(m_table, &RecordTable::opened, this, &RecordPage::choose);
        connect(m_table, &QTableView::clicked, this, [this] {
            if (m_table->selectedIds().size() == 1)
                choose(m_table->currentId());
        });
    } else {
        connect(m_table, &RecordTable::currentIdChanged, this, &RecordPage::chooseAlone);
        connect(m_table, &QTableView::clicked, this, [this] { chooseAlone(m_table->currentId()); });
        connect(m_table, &RecordTable::opened, this, [this] {
            setPaneHidden(false);
            m_pane->takeFocus();
        });
    }
    connectTable();
    connect(m_empty, &EmptyState::otherClicked, this, &RecordPage::importAsked);
    connect(m_empty, &EmptyState::actionClicked, this, [this] {
        if (m_unread) {
            recount();
            refresh();
            return;
        }
        if (searchText().isEmpty() && m_filters->isEmpty()) {
            createRecord();
            return;
        }
        m_filters->clear();
        setSearchText({});
        refresh();
    });
    return m_stack;
}

QString RecordPage::importWords() const
{
    return importTypeFor(m_spec.entity) == m_spec.entity && !m_spec.isReadOnly
               ? tr("Import %1…").arg(recordType(m_spec.entity).pluralText())
               : QString();
}

} // namespace dtp
