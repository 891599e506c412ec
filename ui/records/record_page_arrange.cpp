// SPDX-License-Identifier: GPL-3.0-or-later
// How the list of a page is looked at: its columns, its order, its groups, how close its rows stand.
#include <ui/records/record_page.h>

#include <ui/tables/columns_dialog.h>
#include <ui/tables/kept_searches.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/theme.h>

#include <QActionGroup>
#include <QMenu>
#include <algorithm>

namespace dtp
{

QString RecordPage::settingsKey(const char* what) const
{
    return m_spec.name + QLatin1Char('/') + QLatin1String(what);
}

std::vector<RecordOrder> RecordPage::usualOrders() const
{
    return {{m_spec.sortKey, m_spec.sortDescending}};
}

bool RecordPage::isUsualOrder() const
{
    return group().isEmpty() && orders() == usualOrders();
}

// What an earlier version has kept is one column, and its direction beside it.
void RecordPage::readView()
{
    std::vector<RecordOrder> orders = ordersFromText(m_settings.value(settingsKey("order")).toString());
    if (const QString key = m_settings.value(settingsKey("sort")).toString(); orders.empty() && !key.isEmpty())
        orders = key == QLatin1String("newest")
                     ? std::vector<RecordOrder>{{QStringLiteral("id"), true}}
                     : std::vector<RecordOrder>{{key, m_settings.value(settingsKey("descending")).toBool()}};
    m_view.arrangement = {orders.empty() ? usualOrders() : orders, m_settings.value(settingsKey("group")).toString()};
    m_view.isCompact = m_settings.value(settingsKey("compact")).toBool();
}

void RecordPage::keepWhatIsKnown(ListView& view) const
{
    const auto& columns = m_model->columns();
    const auto columnOf = [&](const QString& key) {
        return std::find_if(columns.begin(), columns.end(), [&](const ListColumn& one) { return one.key == key; });
    };
    std::erase_if(view.arrangement.orders, [&](const RecordOrder& order) {
        const auto column = columnOf(order.key);
        const bool isOwn = order.key == m_spec.sortKey || order.key == QLatin1String("id");
        return !isOwn && (column == columns.end() || !column->isSortable);
    });
    if (view.arrangement.orders.empty())
        view.arrangement.orders = usualOrders();
    if (const auto column = columnOf(view.arrangement.group); column == columns.end() || !column->isGroupable)
        view.arrangement.group.clear();
}

Arrangement RecordPage::arrangement() const
{
    Arrangement known = m_view.arrangement;
    if (m_spec.arrange) // an order of the page's own
        std::erase_if(known.orders, [this](const RecordOrder& order) { return order.key == m_spec.sortKey; });
    return known;
}

void RecordPage::readGroups()
{
    if (group().isEmpty())
        return m_model->setGrouping(nullptr);
    m_model->setGrouping(
        [entity = m_spec.entity, column = group()](const Store& store, const std::vector<qint64>& ids) {
            return groupsOf(store, entity, column, ids);
        });
}

void RecordPage::arrangeAnew()
{
    m_settings.setValue(settingsKey("order"), ordersText(orders()));
    m_settings.setValue(settingsKey("group"), group());
    m_table->showOrders(orders());
    m_table->beginAtTop(); // what stands first now is what was asked for
    refresh();
    noteQuery();
}

void RecordPage::setOrders(std::vector<RecordOrder> orders)
{
    m_view.arrangement.orders = orders.empty() ? usualOrders() : std::move(orders);
    arrangeAnew();
}

void RecordPage::addOrder(const QString& key, bool descending)
{
    std::vector<RecordOrder> all = orders();
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const RecordOrder& order) { return order.key == key; });
    if (known != all.end())
        known->isDescending = descending;
    else
        all.push_back({key, descending});
    setOrders(std::move(all));
}

void RecordPage::setGroup(const QString& column)
{
    m_view.arrangement.group = column;
    arrangeAnew();
}

void RecordPage::setCompact(bool compact)
{
    m_view.isCompact = compact;
    m_settings.setValue(settingsKey("compact"), compact);
    m_table->setCompact(compact);
}

ListView RecordPage::listView() const
{
    ListView view = m_view;
    view.columns = m_table->columnState();
    return view;
}

void RecordPage::showView(const ListView& wanted)
{
    ListView view = wanted;
    keepWhatIsKnown(view);
    m_table->setColumnState(view.columns);
    m_settings.setValue(settingsKey("columns"), view.columns);
    m_view.arrangement = view.arrangement;
    setCompact(view.isCompact);
    arrangeAnew();
}

void RecordPage::buildViewMenu()
{
    const auto addMenu = [this](const char* iconName, const QString& words, void (RecordPage::*fill)(QMenu*)) {
        QMenu* menu = m_viewMenu->addMenu(icon(iconName), words);
        connect(menu, &QMenu::aboutToShow, this, [this, menu, fill] { (this->*fill)(menu); });
    };
    addMenu("view-file-columns", tr("&Columns"), &RecordPage::fillColumnMenu);
    addMenu("view-sort", tr("&Sort by"), &RecordPage::fillSortMenu);
    addMenu("view-group", tr("&Group by"), &RecordPage::fillGroupMenu);
    QMenu* density = m_viewMenu->addMenu(tr("&Density"));
    auto* both = new QActionGroup(density);
    for (const auto& [words, compact] : {std::pair(tr("&Comfortable"), false), std::pair(tr("C&ompact"), true)}) {
        QAction* action = density->addAction(words, this, [this, on = compact] { setCompact(on); });
        action->setCheckable(true);
        both->addAction(action);
        connect(density, &QMenu::aboutToShow, action,
                [this, action, on = compact] { action->setChecked(m_view.isCompact == on); });
    }
    if (!m_spec.fillsPage)
        addMenu("view-split-left-right", tr("&Record"), &RecordPage::fillPaneMenu);
    m_viewMenu->addSeparator();
    if (!importWords().isEmpty()) {
        QAction* import =
            m_viewMenu->addAction(icon("document-import"), importWords(), this, &RecordPage::importAsked);
        import->setObjectName(QStringLiteral("import"));
        import->setEnabled(!m_context.store.isReadOnly());
    }
    m_viewMenu->addAction(icon("document-export"), tr("Export…"), this, &RecordPage::exportList);
}

// The page's own columns, and of all others those that are shown; all are in the dialog.
void RecordPage::fillColumnMenu(QMenu* menu)
{
    menu->clear();
    menu->addAction(tr("&All columns…"), this, &RecordPage::chooseColumns);
    menu->addAction(tr("As &usual"), this, [this] {
        m_table->setColumnState({});
        m_settings.remove(settingsKey("columns"));
    });
    menu->addSeparator();
    const size_t own = m_spec.columns.empty() ? listedColumns(m_spec.entity).size() : m_spec.columns.size();
    for (int i = 0; i < m_model->columnCount(); ++i) {
        if (static_cast<size_t>(i) >= own && m_table->isColumnHidden(i))
            continue;
        QAction* action = menu->addAction(m_model->columns()[static_cast<size_t>(i)].title);
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(i));
        connect(action, &QAction::toggled, this, [this, i](bool shown) { m_table->setColumnShown(i, shown); });
    }
}

void RecordPage::chooseColumns()
{
    ColumnsDialog dialog(m_model->columns(), shownColumns(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_table->showColumns(dialog.chosen());
}

// What it is sorted by, a click on which turns it round; the shown columns, to sort by one alone or by it as well.
void RecordPage::fillSortMenu(QMenu* menu)
{
    menu->clear();
    qDeleteAll(menu->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    const auto& columns = m_model->columns();
    for (const RecordOrder& order : orders()) {
        const auto column =
            std::find_if(columns.begin(), columns.end(), [&](const ListColumn& one) { return one.key == order.key; });
        if (column == columns.end())
            continue;
        const QString words =
            order.isDescending ? tr("%1, downwards").arg(column->title) : tr("%1, upwards").arg(column->title);
        menu->addAction(icon(order.isDescending ? "view-sort-descending" : "view-sort-ascending"), words, this,
                        [this, order] { addOrder(order.key, !order.isDescending); })
            ->setToolTip(tr("Turns this order round."));
    }
    menu->addSeparator();
    QMenu* then = new QMenu(tr("&Then by"), menu);
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const ListColumn& column = columns[static_cast<size_t>(i)];
        if (!column.isSortable || m_table->isColumnHidden(i))
            continue;
        menu->addAction(column.title, this, [this, key = column.key] { setOrders({{key, false}}); });
        then->addAction(column.title, this, [this, key = column.key] { addOrder(key, false); });
    }
    menu->addSeparator();
    menu->addMenu(then);
    menu->addAction(tr("&Newest first"), this, [this] { setOrders({{QStringLiteral("id"), true}}); });
    menu->addAction(tr("&Usual order"), this, [this] { setOrders({}); });
}

void RecordPage::fillGroupMenu(QMenu* menu)
{
    menu->clear();
    const auto add = [&](const QString& words, const QString& key) {
        QAction* action = menu->addAction(words, this, [this, key] { setGroup(key); });
        action->setCheckable(true);
        action->setChecked(group() == key);
    };
    add(tr("No &groups"), {});
    menu->addSeparator();
    for (const ListColumn& column : m_model->columns()) {
        if (column.isGroupable)
            add(column.title, column.key);
    }
    menu->addSeparator();
    menu->addAction(tr("&Fold all"), this, [this] { m_model->setAllFolded(true); })->setEnabled(!group().isEmpty());
    menu->addAction(tr("&Unfold all"), this, [this] { m_model->setAllFolded(false); })->setEnabled(!group().isEmpty());
}

} // namespace dtp
