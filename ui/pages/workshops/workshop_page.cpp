// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/workshops/workshop_page.h>

#include <base/text.h>
#include <ui/pages/workshops/two_line_delegate.h>
#include <ui/pages/workshops/workshop_pane.h>
#include <ui/widgets/empty_state.h>
#include <ui/widgets/theme.h>

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int KeyRole = Qt::UserRole + 20;

// What is to come first: nearest day at the top of it; then what was, the latest first. Without a day: at the very
// top.
bool comesFirst(const Workshop& a, const Workshop& b, QDate today)
{
    const auto isOver = [today](const Workshop& w) {
        return w.start.isValid() && (w.end.isValid() ? w.end : w.start) < today;
    };
    if (isOver(a) != isOver(b))
        return isOver(b);
    if (a.start != b.start)
        return isOver(a) ? a.start > b.start : a.start < b.start;
    return a.id < b.id;
}
} // namespace

WorkshopPage::WorkshopPage(AppContext& context, QWidget* parent) : Page(context, parent)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildList());
    m_stack = new QStackedWidget(splitter);
    m_empty = new EmptyState(
        iconName(), tr("No workshops yet"),
        tr("A workshop belongs here from the first idea on: whom to invite, what happens when, and what came of it."),
        context.store.isReadOnly() ? QString() : tr("Plan a workshop"), m_stack);
    m_pane = new WorkshopPane(context, m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_pane);
    splitter->addWidget(m_stack);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({264, 840});
    all->addWidget(splitter);
    connect(m_empty, &EmptyState::actionClicked, this, &WorkshopPage::createRecord);
    connect(m_pane, &WorkshopPane::created, this, [this](Id<Workshop> workshop) {
        fill();
        choose(workshop);
    });
    connect(m_pane, &WorkshopPane::cleared, this, [this] {
        fill();
        showPane();
    });
    connect(&context.store.notifier(), &Notifier::changed, this, [this](const Touched& touched) {
        if (!touched.has(Entity::Workshop))
            return;
        fill();
        Q_EMIT countChanged();
    });
    fill();
    if (m_list->count() > 0)
        choose({m_list->item(0)->data(KeyRole).toLongLong()});
    showPane();
}

QWidget* WorkshopPage::buildList()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 2 * Space, 0, 0);
    column->setSpacing(Space);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(2 * Space, 0, Space, 0);
    head->addWidget(plainLabel(title(), box, TextSize::Title));
    m_count = mutedLabel({}, box);
    head->addWidget(m_count);
    head->addStretch(1);
    m_new = new QPushButton(icon("list-add"), tr("New"), box);
    m_new->setToolTip(tr("Plan a workshop (Ctrl+N)"));
    m_new->setObjectName(QStringLiteral("new-workshop"));
    m_new->setEnabled(canCreate());
    connect(m_new, &QPushButton::clicked, this, &WorkshopPage::createRecord);
    head->addWidget(m_new);
    column->addLayout(head);
    m_search = new QLineEdit(box);
    m_search->setPlaceholderText(tr("Search workshops"));
    m_search->setAccessibleName(tr("Search workshops"));
    m_search->setClearButtonEnabled(true);
    auto* searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(2 * Space, 0, Space, 0);
    searchRow->addWidget(m_search);
    column->addLayout(searchRow);
    m_list = new QListWidget(box);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Workshops"));
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this] { fill(); });
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (!item || m_isFilling)
            return;
        // Not while the list is still at it: leaving the one before may save it and fill the list anew.
        const Id<Workshop> workshop{item->data(KeyRole).toLongLong()};
        QMetaObject::invokeMethod(
            this, [this, workshop] { choose(workshop); }, Qt::QueuedConnection);
    });
    return box;
}

void WorkshopPage::fill()
{
    auto workshops = m_context.store.find<Workshop>();
    if (!workshops)
        return m_context.dialogs.showError(this, workshops.error());
    const QDate today = m_context.store.environment().clock->today();
    std::sort(workshops->begin(), workshops->end(),
              [&](const Workshop& a, const Workshop& b) { return comesFirst(a, b, today); });
    const QStringList words = wordsOf(foldText(m_search->text()));
    m_isFilling = true;
    m_list->clear();
    for (const Workshop& workshop : *workshops) {
        const QString line = workshopLine(workshop);
        const QString whole = foldText(QString(workshop.title + QLatin1Char(' ') + line));
        const bool fits =
            std::all_of(words.begin(), words.end(), [&](const QString& word) { return whole.contains(word); });
        if (!fits)
            continue;
        auto* item = new QListWidgetItem(withoutControls(workshop.title).simplified(), m_list);
        item->setData(TwoLineDelegate::SecondLine,
                      line.isEmpty()
                          ? m_context.store.vocabulary(QStringLiteral("workshop_statuses")).labelOf(workshop.status)
                          : line);
        item->setData(KeyRole, workshop.id.value);
        item->setToolTip(QString(workshop.title + QLatin1Char('\n') + line).toHtmlEscaped());
    }
    m_isFilling = false;
    markCurrent();
    m_count->setText(QLocale().toString(workshops->size()));
}

void WorkshopPage::markCurrent()
{
    m_isFilling = true;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(KeyRole).toLongLong() == m_pane->workshop().value)
            m_list->setCurrentRow(row);
    }
    m_isFilling = false;
}

qint64 WorkshopPage::count() const
{
    return m_context.store.count(Entity::Workshop).value_or(-1);
}

void WorkshopPage::showPane()
{
    const bool nothing = !m_pane->workshop() && !m_pane->isNew();
    if (nothing && m_list->count() > 0)
        m_empty->setWords({}, tr("Choose a workshop in the list to see it here."), {});
    else if (nothing)
        m_empty->setWords(tr("No workshops yet"),
                          tr("A workshop belongs here from the first idea on: whom to invite, what happens when, and "
                             "what came of it."),
                          canCreate() ? tr("Plan a workshop") : QString());
    m_stack->setCurrentIndex(nothing ? 0 : 1);
}

void WorkshopPage::choose(Id<Workshop> workshop)
{
    if (workshop == m_pane->workshop())
        return markCurrent();
    if (!m_pane->leave())
        return markCurrent(); // stays with the one whose draft has a problem
    m_pane->setWorkshop(workshop);
    markCurrent();
    showPane();
    Q_EMIT currentRecordChanged(workshop.value);
}

void WorkshopPage::showRecord(qint64 id)
{
    if (!m_search->text().isEmpty())
        m_search->clear();
    choose({id});
}

qint64 WorkshopPage::currentRecord() const
{
    return m_pane->workshop().value;
}

void WorkshopPage::search(const QString& query)
{
    m_search->setText(query);
}

void WorkshopPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

bool WorkshopPage::leave()
{
    return m_pane->leave();
}

void WorkshopPage::createRecord()
{
    if (!canCreate() || !m_pane->leave())
        return;
    m_isFilling = true;
    m_list->setCurrentItem(nullptr);
    m_list->clearSelection();
    m_isFilling = false;
    m_pane->startNew();
    showPane();
}

bool WorkshopPage::save()
{
    return m_pane->save();
}

void WorkshopPage::exportList()
{
    m_pane->exportOrPrint();
}

} // namespace dtp
