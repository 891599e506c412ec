// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/records/record_pane.h>

#include <deeds/deed.h>
#include <records/people.h>
#include <ui/erasure/erase_dialog.h>
#include <ui/export/recall_dialog.h>
#include <ui/head/pane_head.h>
#include <ui/head/portrait.h>
#include <ui/history/history_view.h>
#include <ui/keys/focus.h>
#include <ui/models/discretion.h>
#include <ui/records/deed_dialog.h>
#include <ui/records/record_form.h>
#include <ui/records/related_list.h>
#include <ui/widgets/theme.h>

#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>
#include <map>

namespace dtp
{

namespace
{
QScrollArea* onBase(QWidget* content)
{
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    return scrolled(content);
}
} // namespace

RecordPane::RecordPane(AppContext& context, Entity entity, RecordLayout layout, QWidget* parent)
    : RecordView(context, parent), m_entity(entity), m_layout(std::move(layout)),
      m_head(new PaneHead(tr("More for this record"), this)), m_tabs(new QTabWidget(this))
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    buildHead();
    all->addWidget(m_head);
    m_form = new RecordForm(context, entity, RecordForm::fieldsWithout(entity, m_layout.inHead));
    m_form->keepDrafts();
    buildTabs();
    all->addWidget(m_tabs, 1);
    all->addWidget(new DraftBar(*m_form, this));
    connect(m_form, &RecordForm::saved, this, [this](qint64 id) {
        const bool isOther = id != m_id;
        setRecord(id);
        if (isOther)
            Q_EMIT created(id);
    });
    connect(m_form, &RecordForm::cancelled, this, &RecordPane::clear);
    connect(m_form, &RecordForm::gone, this, &RecordPane::clear);
    connect(&context.store.notifier(), &Notifier::changed, this, [this] { refreshHead(); });
    whenSwitched(context.store, this, [this] { refreshHead(); });
    clear();
}

RecordPane::~RecordPane() = default;

void RecordPane::buildHead()
{
    if (m_layout.hasPhoto) {
        m_portrait = new Portrait(64, m_head);
        m_portrait->setToolTip(tr("Photo: click to choose or remove"));
        connect(m_portrait, &Portrait::clicked, this, &RecordPane::choosePhoto);
        m_head->addBefore(m_portrait);
    }
    m_windowAction = menu().addAction(icon("window-new"), tr("Open in a window of its own\tCtrl+Shift+O"), this,
                                      &RecordPane::openWindow);
    if (!m_layout.isReadOnly) {
        addDeeds();
        QAction* remove =
            menu().addAction(icon("edit-delete"), tr("Delete this %1").arg(recordType(m_entity).singularText()), this,
                             &RecordPane::removeRecord);
        remove->setEnabled(!m_context.store.isReadOnly());
        if (m_layout.isErasable) {
            menu().addAction(icon("mail-reply-sender"), tr("What left with this person…"), this,
                             [this] { askRecall(m_context, this, Id<Person>{m_id}); });
            menu()
                .addAction(icon("edit-delete-shred"), tr("Erase for good…"), this,
                           [this] { askErase(m_context, this, m_id); })
                ->setEnabled(!m_context.store.isReadOnly());
        }
    }
}

// What is done to records of this type alone, as a right click in the list has it.
void RecordPane::addDeeds()
{
    menu().addSeparator();
    std::map<QString, QMenu*> groups{{QString(), &menu()}};
    for (const Deed* deed : deedsFor(m_entity)) {
        if (deed->on != m_entity)
            continue;
        QMenu*& own = groups[deed->groupText()];
        if (!own)
            own = menu().addMenu(deed->groupText());
        const QString words = deed->titleFor(m_entity, 1);
        QAction* action =
            own->addAction(icon(deed->icon), deed->asksSomething() ? QString(words + QChar(0x2026)) : words, this,
                           [this, deed] { performDeed(m_context, this, *deed, m_entity, {m_id}); });
        action->setObjectName(QString(QStringLiteral("menu-") + QLatin1String(deed->key)));
        action->setEnabled(!m_context.store.isReadOnly());
    }
    menu().addSeparator();
}

QMenu& RecordPane::menu()
{
    return m_head->menu();
}

void RecordPane::buildTabs()
{
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(true);
    m_tabs->tabBar()->setExpanding(false);
    for (const TabSpec& spec : m_layout.tabs) {
        auto* content = new QWidget;
        auto* column = new QVBoxLayout(content);
        column->setContentsMargins(3 * Space, 2 * Space, 3 * Space, 3 * Space);
        column->setSpacing(2 * Space);
        Tab tab;
        if (spec.hasForm) {
            m_formTab = static_cast<int>(m_pages.size());
            column->addWidget(m_form);
        }
        tab.column = column;
        if (spec.hasForm && spec.related.empty())
            column->addStretch(1);
        tab.page = onBase(content);
        m_tabs->addTab(tab.page, spec.title);
        m_pages.push_back(tab);
    }
    if (m_layout.isReadOnly)
        m_form->setReadOnly(true);
    if (recordType(m_entity).isUndoable) {
        auto* content = new QWidget;
        auto* column = new QVBoxLayout(content);
        column->setContentsMargins(3 * Space, 2 * Space, 2 * Space, 2 * Space);
        m_history = new HistoryView(m_context, content);
        column->addWidget(m_history);
        content->setAutoFillBackground(true);
        content->setBackgroundRole(QPalette::Base);
        m_tabs->addTab(content, tr("History"));
    }
    if (m_tabs->count() == 1)
        m_tabs->tabBar()->hide();
    connect(m_tabs, &QTabWidget::currentChanged, this, &RecordPane::fillTab);
}

// What hangs on a record is made when its tab is first looked at: a window opens sooner.
void RecordPane::buildLists(Tab& tab, const TabSpec& spec)
{
    if (*spec.deed) {
        auto* button = new QPushButton(spec.deedWords, tab.column->parentWidget());
        button->setObjectName(QString(QStringLiteral("deed-") + QLatin1String(spec.deed)));
        button->setEnabled(!m_context.store.isReadOnly());
        connect(button, &QPushButton::clicked, this, [this, key = QLatin1String(spec.deed)] {
            performDeed(m_context, this, *deedOf(key), m_entity, {m_id});
        });
        tab.column->addWidget(button, 0, Qt::AlignLeft);
    }
    for (const RelatedSpec& related : spec.related) {
        auto* list = new RelatedList(m_context, related.child, related.linkField, tab.column->parentWidget());
        if (!related.title.isEmpty())
            list->setTitle(related.title);
        list->setOrder(related.order, related.descending);
        list->setHint(related.hint);
        list->setReadOnly(m_layout.isReadOnly);
        tab.column->insertWidget(spec.listsFirst ? static_cast<int>(tab.lists.size()) : -1, list);
        tab.lists.push_back(list);
    }
    if (tab.lists.size() == 1 && !spec.hasForm) {
        tab.lists.front()->setFills(true);
        tab.column->setStretchFactor(tab.lists.front(), 1);
    } else if (!tab.lists.empty()) {
        tab.column->addStretch(1);
    }
}

bool RecordPane::isNew() const
{
    return m_form->isNew();
}

void RecordPane::setRecord(qint64 id)
{
    if (const auto shown = m_form->setRecord(id); !shown) {
        clear();
        m_context.dialogs.showError(this, shown.error());
        return;
    }
    m_id = id;
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabVisible(i, true);
    m_tabs->show();
    refreshHead();
    fillTabs();
}

void RecordPane::startNew(const RecordValues& initial)
{
    m_id = 0;
    m_form->startNew(initial);
    showNothing();
    m_head->setWords(tr("New %1").arg(recordType(m_entity).singularText()));
    showFormTab();
    m_tabs->show();
    m_form->focusFirst();
}

// While a record is new there is nothing to hang on it.
void RecordPane::showFormTab()
{
    m_tabs->setCurrentIndex(m_formTab);
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabVisible(i, i == m_formTab);
    for (RelatedList* list : m_pages[static_cast<size_t>(m_formTab)].lists)
        list->hide();
}

void RecordPane::clear()
{
    m_id = 0;
    m_form->clear();
    showNothing();
    m_tabs->hide();
    Q_EMIT cleared();
}

// A head without a record.
void RecordPane::showNothing()
{
    m_head->setWords({});
    m_head->setBadges({});
    if (m_portrait)
        m_portrait->hide();
    menu().setEnabled(false);
}

void RecordPane::refreshHead()
{
    if (!m_id)
        return;
    const auto values = m_context.store.get(m_entity, m_id);
    if (!values)
        return; // the form says that it is gone
    const RecordValues shown = seen(m_context.store, *values);
    const HeadText head = m_layout.head(m_context.store, shown);
    const bool isOwn = m_entity == Entity::Person; // its own name, whoever else has one of the same words
    m_head->setWords(isOwn ? head.title : seen(m_context.store, head.title),
                     isOwn ? head.subtitle : seen(m_context.store, head.subtitle), head.line);
    m_head->setBadges(head.badges);
    menu().setEnabled(true);
    if (m_portrait) {
        m_portrait->show();
        m_portrait->setName(head.title);
        m_portrait->setAccessibleName(tr("Photo of %1").arg(head.title));
        const auto photo = fromValues<Person>(shown).photo;
        m_portrait->setPicture(photo ? valueOrTold(m_context.store, m_context.store.get(photo)).data : QByteArray());
    }
}

void RecordPane::fillTabs()
{
    for (Tab& tab : m_pages)
        tab.isStale = true;
    fillTab(m_tabs->currentIndex());
    if (m_history)
        m_history->setRecord(m_entity, m_id);
}

void RecordPane::fillTab(int index)
{
    if (!m_id || index < 0 || index >= static_cast<int>(m_pages.size()) ||
        !m_pages[static_cast<size_t>(index)].isStale)
        return;
    Tab& tab = m_pages[static_cast<size_t>(index)];
    tab.isStale = false;
    if (tab.lists.empty())
        buildLists(tab, m_layout.tabs[static_cast<size_t>(index)]);
    for (RelatedList* list : tab.lists) {
        list->setOwner(m_id);
        list->show();
    }
}

bool RecordPane::isDirty() const
{
    return m_form->isDirty();
}

bool RecordPane::save()
{
    for (const Tab& tab : m_pages) {
        for (RelatedList* list : tab.lists) {
            if (!list->leave())
                return false;
        }
    }
    if (m_form->save())
        return true;
    m_tabs->setCurrentIndex(m_formTab);
    return false;
}

bool RecordPane::leave()
{
    for (size_t i = 0; i < m_pages.size(); ++i) {
        for (RelatedList* list : m_pages[i].lists) {
            if (!list->leave()) {
                m_tabs->setCurrentIndex(static_cast<int>(i));
                return false;
            }
        }
    }
    if (m_form->leave())
        return true;
    m_tabs->setCurrentIndex(m_formTab);
    return false;
}

void RecordPane::keepTyped()
{
    for (const Tab& tab : m_pages) {
        for (RelatedList* list : tab.lists)
            (void)list->leave();
    }
}

void RecordPane::showRestricted(bool isShown)
{
    m_form->showRestricted(isShown);
    for (const Tab& tab : m_pages) {
        for (RelatedList* list : tab.lists)
            list->showRestricted(isShown);
    }
}

void RecordPane::removeRecord()
{
    if (!m_id || m_context.store.isReadOnly())
        return;
    performDeed(m_context, this, *deedOf(QStringLiteral("remove")), m_entity, {m_id});
}

// Past the menu of the head, into what is read or written.
void RecordPane::takeFocus()
{
    QWidget* const shown = m_tabs->currentWidget();
    if (!shown || !focusFirstIn(*shown))
        RecordView::takeFocus();
}

bool RecordPane::exportShown()
{
    for (const Tab& tab : m_pages) {
        for (const RelatedList* list : tab.lists) {
            if (list->hasRowFocus()) {
                ExportDialog(m_context, list->exportStart(), this).exec();
                return true;
            }
        }
    }
    return false;
}

void RecordPane::setInWindow()
{
    m_windowAction->setVisible(false);
}

RecordView* RecordPane::makeAnother(QWidget* parent) const
{
    return new RecordPane(m_context, m_entity, m_layout, parent);
}

} // namespace dtp
