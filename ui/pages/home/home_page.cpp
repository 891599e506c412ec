// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/home/home_page.h>

#include <storage/automatic_backup.h>
#include <ui/models/background_store.h>
#include <ui/models/discretion.h>
#include <ui/pages/home/due_section.h>
#include <ui/pages/home/number_button.h>
#include <ui/widgets/chart_view.h>
#include <ui/widgets/empty_state.h>
#include <ui/widgets/theme.h>

#include <QBoxLayout>
#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QTimer>

namespace dtp
{

namespace
{
constexpr int pauseAfterChange = 400; // milliseconds: a burst of changes is read once
constexpr int widthForColumns = 960;
constexpr qint64 daysUntilBackupIsOld = 7;
constexpr const char* consentsEndingQuery = "consent_ending:90d";
static_assert(DaysBeforeTermEnds == 90);
} // namespace

HomePage::HomePage(AppContext& context, QWidget* parent)
    : Page(context, parent), m_background(std::make_unique<BackgroundStore>(context.store)), m_timer(new QTimer(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto* content = new QWidget(scroll);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    scroll->setWidget(content);

    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(2 * Space, 2 * Space, 3 * Space, 4 * Space);
    rows->setSpacing(2 * Space);
    auto* head = new QHBoxLayout;
    head->setSpacing(Space);
    head->setContentsMargins(Space, 0, 0, 0); // the rows below have their own air
    head->addWidget(plainLabel(title(), content, TextSize::Title));
    m_date = mutedLabel({}, content);
    m_date->setContentsMargins(4, 8, 0, 0);
    head->addWidget(m_date);
    head->addStretch(1);
    rows->addLayout(head);
    rows->addWidget(buildFigures());
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(5 * Space);
    m_due = buildDue();
    m_charts = buildCharts();
    m_columns->addWidget(m_due, 2);
    m_columns->addWidget(m_charts, 3);
    rows->addLayout(m_columns);
    rows->addStretch(1);

    m_timer->setSingleShot(true);
    m_timer->setInterval(pauseAfterChange);
    connect(m_timer, &QTimer::timeout, this, &HomePage::read);
    connect(&context.store.notifier(), &Notifier::changed, this, &HomePage::readSoon);
    whenSwitched(context.store, this, [this] { showDue(); });
}

HomePage::~HomePage() = default;

QWidget* HomePage::buildFigures()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Space);
    struct Figure {
        const char* label;
        const char* page;
        qint64 HomeFigures::*member;
    };
    const Figure figures[] = {{QT_TR_NOOP("people"), "people", &HomeFigures::people},
                              {QT_TR_NOOP("countries"), "people", &HomeFigures::countries},
                              {QT_TR_NOOP("programs"), "programs", &HomeFigures::programs},
                              {QT_TR_NOOP("networks"), "networks", &HomeFigures::networks},
                              {QT_TR_NOOP("workshops"), "workshops", &HomeFigures::workshops},
                              {QT_TR_NOOP("organisations"), "organisations", &HomeFigures::organisations}};
    for (const Figure& figure : figures) {
        auto* button = new NumberButton(tr(figure.label, nullptr, 0), box);
        button->setObjectName(QLatin1String(figure.label));
        connect(button, &NumberButton::clicked, this,
                [this, page = QLatin1String(figure.page)] { m_context.navigator.openPage(page); });
        row->addWidget(button);
        m_numbers.push_back({button, figure.label, figure.member});
    }
    row->setContentsMargins(0, 0, 0, Space);
    row->addStretch(1);
    return box;
}

DueSection* HomePage::section(const QString& heading, const QString& undated, const char* page, const char* query)
{
    auto* one = new DueSection(heading, undated, this);
    one->hide();
    connect(one, &DueSection::itemActivated, this,
            [this](Entity entity, qint64 id) { m_context.navigator.openRecord(entity, id); });
    connect(one, &DueSection::allActivated, this, [this, name = QLatin1String(page), words = QLatin1String(query)] {
        m_context.navigator.openPage(name, words);
    });
    return one;
}

QWidget* HomePage::buildDue()
{
    auto* box = new QWidget(this);
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Space);
    m_dueRows = rows;
    auto* heading = plainLabel(tr("What needs you"), box, TextSize::Heading);
    heading->setContentsMargins(Space, 0, 0, 0);
    rows->addWidget(heading);
    m_sections = {
        {section(tr("Tasks"), tr("no date"), "tasks", "needs:due"), &HomeFigures::tasks},
        {section(tr("Case reviews due"), tr("no date"), "cases", "needs:due"), &HomeFigures::caseReviews},
        {section(tr("People to contact"), {}, "people", "contact:due"), &HomeFigures::contacts},
        {section(tr("Focal points"), tr("vacant"), "networks", "needs:due"), &HomeFigures::focalPoints},
        {section(tr("Consents ending soon"), {}, "consents", consentsEndingQuery), &HomeFigures::consents},
        {section(tr("Recommendations overdue"), {}, "recommendations", "needs:due"), &HomeFigures::recommendations},
        {section(tr("Reports in work"), {}, "reports", "status:draft,review"), &HomeFigures::reports}};
    for (const auto& [one, member] : m_sections)
        rows->addWidget(one);
    m_allDone = mutedLabel(tr("Nothing is due this week."), box);
    m_allDone->setContentsMargins(Space, 0, 0, 0);
    m_allDone->hide();
    rows->addWidget(m_allDone);

    rows->addWidget(buildBackup());
    rows->addStretch(1);
    box->setMinimumWidth(360);
    return box;
}

QWidget* HomePage::buildBackup()
{
    m_backupRow = new QWidget(this);
    auto* row = new QHBoxLayout(m_backupRow);
    row->setContentsMargins(Space, 0, 0, 0);
    m_backup = plainLabel({}, m_backupRow);
    m_backup->setWordWrap(true);
    m_backup->setObjectName(QStringLiteral("backup"));
    row->addWidget(m_backup, 1);
    m_backUp = new QPushButton(tr("&Back up now"), m_backupRow);
    m_backUp->setVisible(!m_context.store.isReadOnly());
    m_backUp->setEnabled(false);
    connect(m_backUp, &QPushButton::clicked, this, &HomePage::backUpNow);
    row->addWidget(m_backUp);
    return m_backupRow;
}

QWidget* HomePage::buildCharts()
{
    auto* box = new QWidget(this);
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(3 * Space);
    m_nobody = new EmptyState(
        QStringLiteral("system-users"), tr("Nobody is here yet"),
        tr("Import a spreadsheet of a course, or add people one by one: they will stand on a map here."),
        m_context.store.isReadOnly() ? QString() : tr("Import people…"), box);
    m_nobody->setOther(tr("Go to people"));
    m_nobody->hide();
    connect(m_nobody, &EmptyState::actionClicked, this, &HomePage::importAsked);
    connect(m_nobody, &EmptyState::otherClicked, this,
            [this] { m_context.navigator.openPage(QStringLiteral("people")); });
    rows->addWidget(m_nobody);
    m_map = new ChartView(box);
    m_decades = new ChartView(box);
    m_issues = new ChartView(box);
    for (ChartView* chart : {m_map, m_decades, m_issues}) {
        chart->hide();
        rows->addWidget(chart);
    }
    rows->addStretch(1);
    connect(m_map, &ChartView::activated, this, [this](int item) {
        m_context.navigator.openPage(
            QStringLiteral("people"),
            QString(QStringLiteral("country:") + m_figures.byCountry.items[static_cast<size_t>(item)].code));
    });
    connect(m_decades, &ChartView::activated, this, [this](int item) {
        m_context.navigator.openPage(QStringLiteral("people"), m_figures.decadeQueries.at(item));
    });
    connect(m_issues, &ChartView::activated, this, [this](int item) {
        m_context.navigator.openPage(QStringLiteral("people"), m_figures.issueQueries.at(item));
    });
    return box;
}

void HomePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_isStale)
        read();
}

void HomePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

void HomePage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_backUp && m_backUp->isEnabled())
        showBackup();
}

// Side by side where there is room.
void HomePage::arrange()
{
    m_columns->setDirection(width() >= widthForColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void HomePage::readSoon()
{
    m_isStale = true;
    if (isVisible())
        m_timer->start();
}

void HomePage::read()
{
    if (m_isReading) {
        m_timer->start(); // what is read now may be older than the change
        return;
    }
    m_isReading = true;
    m_isStale = false;
    m_background->run<HomeFigures>([](Store& store) { return readHomeFigures(store); },
                                   [this](Result<HomeFigures> figures) {
                                       m_isReading = false;
                                       if (figures)
                                           showFigures(*figures);
                                       else
                                           m_context.dialogs.showError(this, figures.error());
                                       Q_EMIT shown();
                                   });
}

void HomePage::showFigures(const HomeFigures& figures)
{
    m_figures = figures;
    m_date->setText(QLocale().toString(figures.today, QLocale::LongFormat));
    for (const Number& number : m_numbers) {
        number.button->setText(tr(number.label, nullptr, static_cast<int>(figures.*number.member)));
        number.button->setNumber(figures.*number.member);
    }
    bool isAnythingDue = false;
    for (const auto& [one, member] : m_sections) {
        isAnythingDue = isAnythingDue || (figures.*member).total > 0;
    }
    showDue();
    m_allDone->setVisible(!isAnythingDue);
    showBackup();
    m_nobody->setVisible(figures.people == 0);
    for (const auto& [chart, counts] : {std::pair(m_map, &figures.byCountry), std::pair(m_decades, &figures.byDecade),
                                        std::pair(m_issues, &figures.byIssue)}) {
        chart->setCounts(*counts);
        chart->setVisible(!counts->items.empty());
    }
}

void HomePage::showDue()
{
    for (const auto& [one, member] : m_sections) {
        DueList list = m_figures.*member;
        for (DueItem& item : list.items) {
            item.title = seen(m_context.store, item.title);
            item.detail = seen(m_context.store, item.detail);
        }
        one->setItems(list, m_figures.today);
    }
}

// What stands at the line about backups, and whether it is a warning: a copy that is old and of another state, or that
// holds nobody, is none to rely on.
QString HomePage::backupText(bool& isWarning) const
{
    const BackupStatus& backup = m_figures.backup;
    isWarning = true;
    if (!backup.newest)
        return tr("⚠ There is no backup of this file yet.");
    const QDateTime& at = backup.newest->at;
    const qint64 days = at.date().daysTo(m_context.store.environment().clock->today());
    if (days > daysUntilBackupIsOld && !backup.isCurrent)
        return tr("⚠ A backup is overdue: the last one is %n days old.", nullptr, static_cast<int>(days));
    const QString time = at.toString(QStringLiteral("HH:mm"));
    const QString when = days <= 0   ? tr("today %1").arg(time)
                         : days == 1 ? tr("yesterday %1").arg(time)
                                     : QLocale().toString(at, QStringLiteral("d MMMM yyyy, HH:mm"));
    if (backup.content.state != BackupContent::State::Readable)
        return tr("⚠ The last backup, of %1, cannot be read.").arg(when);
    if (backup.content.people == 0)
        return tr("⚠ The last backup, of %1, holds nobody.").arg(when);
    isWarning = false;
    return tr("Last backup: %1, %2.").arg(when, backupPeople(backup.content));
}

void HomePage::showBackup()
{
    const ThemeColours& colours = themeColours(this);
    bool isOld = true;
    QString text = backupText(isOld);
    if (!m_figures.backup.missingPlace.isEmpty())
        text += QLatin1Char(' ') + tr("The second place, “%1”, is not there just now.")
                                       .arg(QDir::toNativeSeparators(m_figures.backup.missingPlace));
    m_backup->setText(text);
    QPalette palette = m_backup->palette();
    palette.setColor(QPalette::WindowText, isOld ? colours.warning : colours.muted);
    m_backup->setPalette(palette);
    // What is overdue stands first; else the line is a quiet one below.
    m_dueRows->removeWidget(m_backupRow);
    m_dueRows->insertWidget(isOld ? 1 : m_dueRows->count() - 1, m_backupRow);
    m_backUp->setEnabled(true);
}

void HomePage::backUpNow()
{
    m_backUp->setEnabled(false);
    m_backup->setText(tr("Making a backup…"));
    m_background->run<BackupsMade>(
        [](Store& store) -> Result<BackupsMade> { return backUp(store, BackupReason::Asked); },
        [this](Result<BackupsMade> done) {
            if (done)
                m_context.navigator.tellOnly(
                    (QStringList{tr("The backup is made and was checked.")} + done->remarks).join(QLatin1Char(' ')));
            else
                m_context.dialogs.showError(this, done.error());
            read();
        });
}

} // namespace dtp
