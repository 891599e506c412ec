// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/discretion/discreet_switch.h>
#include <ui/export/recall_offer.h>
#include <ui/shell/workspace.h>

#include <ui/models/discretion.h>
#include <ui/records/record_window.h>
#include <ui/reopening/reopen_dialogs.h>
#include <ui/shell/sidebar.h>
#include <ui/widgets/message_bar.h>
#include <ui/widgets/theme.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
class SideGround : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), themeColours(this).sidebar);
    }
};
} // namespace

Workspace::Workspace(Store& store, Dialogs& dialogs, QSettings& settings, QWidget* parent)
    : QWidget(parent), m_context{store, *this, dialogs}, m_settings(settings), m_entries(pageEntries()),
      m_discreet(new DiscreetSwitch(store, settings, this)) // before anything is shown
{
    connect(m_discreet, &DiscreetSwitch::told, this, [this](const QString& sentence) {
        tellOnly(sentence);
        connect(
            Discretion::of(m_context.store), &Discretion::switched, m_message,
            [this, sentence] {
                if (m_message->sentence() == sentence) // it is not so any more
                    m_message->hide();
            },
            Qt::SingleShotConnection);
    });
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    if (store.isReadOnly())
        all->addWidget(buildBanner());
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(buildSidebar());
    m_stack = new QStackedWidget(this);
    row->addWidget(m_stack, 1);
    all->addLayout(row, 1);
    m_message = new MessageBar(m_stack);
    connect(&store.notifier(), &Notifier::changed, this, &Workspace::scheduleCounts);
    connect(&store.notifier(), &Notifier::changed, this, &Workspace::followChange);
    if (!store.isReadOnly())
        new RecallOffer(m_context, this);
    // Words are read while the window paints: what is said of them comes after.
    connect(
        &store.notifier(), &Notifier::readingFailed, this,
        [this](const Error& error) {
            QString words = error.sentence;
            if (Store::isDamage(error))
                words += QLatin1Char(' ') + tr("Restore a backup: File → Backups and restoring.");
            if (m_message->isHidden() || m_message->sentence() != words)
                say(words);
        },
        Qt::QueuedConnection);
    passOver();
    setSidebarFolded(settings.value(QStringLiteral("window/sidebarFolded")).toBool());
    // After the first picture: nobody waits for a count.
    QTimer::singleShot(0, this, [this] {
        recount();
        offerDrafts();
        if (!m_context.store.isReadOnly() && currentPage())
            reopenDialogs(m_context, *currentPage());
    });
}

Workspace::~Workspace()
{
    // Pages hold the store; they go before anything else of ours does.
    qDeleteAll(m_pages);
    qDeleteAll(findChildren<RecordWindow*>());
}

QWidget* Workspace::buildBanner()
{
    auto* banner = warningBanner(tr("Read only. %1").arg(m_context.store.readOnlyReason()), this);
    banner->setObjectName(QStringLiteral("readOnlyBanner"));
    return banner;
}

QWidget* Workspace::buildSidebar()
{
    auto* side = new SideGround(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, Space, 0, Space);
    column->setSpacing(Space / 2);
    const auto button = [side](const char* iconName, const QString& fallback, const QString& name) {
        auto* made = new QToolButton(side);
        made->setIcon(icon(iconName));
        if (made->icon().isNull())
            made->setText(fallback);
        made->setAutoRaise(true);
        made->setFixedSize(32, 32);
        made->setToolTip(name);
        made->setAccessibleName(name);
        made->setEnabled(false);
        made->setFocusPolicy(Qt::TabFocus);
        return made;
    };
    m_back = button("go-previous", QStringLiteral("←"), tr("Back (Alt+Left)"));
    m_forward = button("go-next", QStringLiteral("→"), tr("Forward (Alt+Right)"));
    m_search = new QPushButton(icon("search"), tr("Find"), side);
    m_search->setToolTip(tr("Find people, organisations, workshops, reports and commands (Ctrl+K)"));
    m_search->setAccessibleName(tr("Find anything"));
    connect(m_search, &QPushButton::clicked, this, &Workspace::searchAsked);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(Space, 0, Space, Space / 2);
    row->setSpacing(2);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addSpacing(Space / 2);
    row->addWidget(m_search, 1);
    column->addLayout(row);
    connect(m_back, &QToolButton::clicked, this, &Workspace::goBack);
    connect(m_forward, &QToolButton::clicked, this, &Workspace::goForward);
    m_sidebar = new Sidebar(side);
    for (const NavigationEntry& entry : m_entries)
        m_sidebar->addPlace(entry.name, entry.title, entry.iconName);
    column->addWidget(m_sidebar, 1);
    m_sign = m_discreet->makeSign(side);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(Space, 0, Space, 0);
    foot->addWidget(m_sign);
    column->addLayout(foot);
    connect(m_sidebar, &Sidebar::placeChosen, this, [this](const QString& name) { openPage(name); });
    side->setObjectName(QStringLiteral("side"));
    return side;
}

Page* Workspace::currentPage() const
{
    return qobject_cast<Page*>(m_stack->currentWidget());
}

Page* Workspace::page(const QString& name)
{
    if (Page* made = m_pages.value(name))
        return made;
    for (const NavigationEntry& entry : m_entries) {
        if (entry.name != name)
            continue;
        Page* made = entry.make(m_context, m_settings);
        m_pages.insert(name, made);
        m_stack->addWidget(made);
        connect(made, &Page::currentRecordChanged, this, &Workspace::noteRecord);
        connect(made, &Page::importAsked, this, &Workspace::importAsked);
        connect(made, &Page::countChanged, this, [this, made] {
            if (made->count() >= 0)
                m_sidebar->setCount(made->name(), made->count());
        });
        return made;
    }
    return nullptr;
}

bool Workspace::leave()
{
    return !currentPage() || currentPage()->leave();
}

void Workspace::keepTyped()
{
    if (currentPage())
        currentPage()->keepTyped();
    for (RecordWindow* one : findChildren<RecordWindow*>())
        one->keepTyped();
}

bool Workspace::closeWindows()
{
    const auto windows = findChildren<RecordWindow*>();
    return std::all_of(windows.begin(), windows.end(), [](RecordWindow* one) { return one->close(); });
}

bool Workspace::showPage(const QString& name)
{
    Page* next = page(name);
    if (!next)
        return false;
    if (next != currentPage()) {
        if (!leave()) {
            m_sidebar->setCurrentPlace(currentPage()->name());
            return false;
        }
        m_stack->setCurrentWidget(next);
        m_message->raise();
        if (m_message->isVisible())
            m_message->place();
    }
    m_sidebar->setCurrentPlace(name);
    Q_EMIT pageChanged();
    return true;
}

void Workspace::remember(const Stop& stop)
{
    if (!m_way.empty())
        m_way.resize(m_at + 1);
    m_way.push_back(stop);
    m_at = m_way.size() - 1;
    m_back->setEnabled(canGoBack());
    m_forward->setEnabled(canGoForward());
    Q_EMIT wayChanged();
}

// Walking through a list is one stop, as scrolling through a page is in a browser. What takes the place of the list is
// a page of its own.
void Workspace::noteRecord()
{
    if (m_isGoing || m_at >= m_way.size() || !currentPage() || m_way[m_at].page != currentPage()->name())
        return;
    const qint64 record = currentPage()->currentRecord();
    if (!currentPage()->showsInPlace())
        m_way[m_at].record = record;
    else if (record != m_way[m_at].record)
        remember({currentPage()->name(), record});
}

void Workspace::go(size_t at)
{
    if (at >= m_way.size())
        return;
    const Stop stop = m_way[at];
    m_isGoing = true;
    if (showPage(stop.page)) {
        m_at = at;
        const Entity entity = page(stop.page)->entity();
        const auto isThere = stop.record ? m_context.store.contains(entity, stop.record) : Result<bool>(false);
        if (!isThere)
            tellOnly(isThere.error().sentence);
        else if (*isThere)
            page(stop.page)->showRecord(stop.record);
        else if (page(stop.page)->showsInPlace())
            page(stop.page)->showRecord(0);
    }
    m_isGoing = false;
    m_back->setEnabled(canGoBack());
    m_forward->setEnabled(canGoForward());
    Q_EMIT wayChanged();
}

void Workspace::goByKeys(void (Workspace::*way)())
{
    const Page* before = currentPage();
    (this->*way)();
    if (currentPage() != before)
        currentPage()->takeFocus();
}

void Workspace::openPage(const QString& name, const QString& query)
{
    const bool same = currentPage() && currentPage()->name() == name;
    if (same && query.isEmpty()) {
        if (currentPage()->showsInPlace() && currentPage()->currentRecord())
            currentPage()->showRecord(0); // its list
        return;
    }
    m_isGoing = true;
    const bool shown = showPage(name);
    if (shown && !query.isEmpty())
        currentPage()->search(query);
    m_isGoing = false;
    if (shown && (!same || (currentPage()->showsInPlace() && m_way[m_at].record)))
        remember({name, currentPage()->currentRecord()});
}

void Workspace::noteBackup()
{
    for (Page* page : std::as_const(m_pages))
        page->noteBackup();
}

// No number where it cannot be counted; the page says why.
void Workspace::setCount(const NavigationEntry& entry)
{
    m_sidebar->setCount(entry.name, m_context.store.count(entry.entity).value_or(-1));
}

void Workspace::recount()
{
    for (const NavigationEntry& entry : m_entries) {
        if (entry.entity != Entity::None)
            setCount(entry);
    }
}

void Workspace::scheduleCounts(const Touched& touched)
{
    for (const NavigationEntry& entry : m_entries) {
        if (entry.entity != Entity::None && touched.has(entry.entity))
            setCount(entry);
    }
}

void Workspace::setSidebarFolded(bool folded)
{
    m_sidebar->setFolded(folded);
    m_back->setVisible(!folded);
    m_forward->setVisible(!folded);
    m_search->setText(folded ? QString() : tr("Find"));
    m_sign->setText(folded ? QString() : tr("Discreet"));
    m_settings.setValue(QStringLiteral("window/sidebarFolded"), folded);
}

bool Workspace::isSidebarFolded() const
{
    return m_sidebar->isFolded();
}

} // namespace dtp
