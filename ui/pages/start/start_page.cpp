// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/start/start_page.h>

#include <database/backup_files.h>
#include <storage/store.h>
#include <ui/widgets/theme.h>

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int MostRecent = 6;

// A wide button of two lines: what it does, and what that is good for.
class DeedButton : public QPushButton
{
public:
    DeedButton(const QString& iconName, const QString& title, const QString& sentence, bool primary, QWidget* parent)
        : QPushButton(parent), m_icon(iconName), m_title(title), m_sentence(sentence), m_primary(primary)
    {
        setAccessibleName(title);
        setAccessibleDescription(sentence);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {340, 68}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const ThemeColours& c = themeColours(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool hot = underMouse() || isDown();
        painter.setPen(QPen(hasFocus() ? c.accent : m_primary ? c.accent : c.line, hasFocus() ? 2 : 1));
        painter.setBrush(m_primary ? (hot ? c.accent.lighter(c.isDark ? 108 : 115) : c.accent)
                         : hot     ? c.hover
                                   : c.base);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 10, 10);
        const QColor ink = m_primary ? c.accentText : c.text;
        const QPixmap picture = dtp::icon(m_icon).pixmap(QSize(24, 24), devicePixelRatioF());
        if (!m_primary)
            painter.drawPixmap(QPoint(20, height() / 2 - 12), picture);
        const int left = m_primary || picture.isNull() ? 20 : 60;
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        bold.setPointSizeF(bold.pointSizeF() * 1.1);
        painter.setFont(bold);
        painter.setPen(ink);
        painter.drawText(QRect(left, 12, width() - left - 12, 24), Qt::AlignVCenter | Qt::AlignLeft, m_title);
        painter.setFont(font());
        painter.setPen(m_primary ? ink : c.muted);
        painter.drawText(QRect(left, 34, width() - left - 12, 22), Qt::AlignVCenter | Qt::AlignLeft, m_sentence);
    }

private:
    QString m_icon;
    QString m_title;
    QString m_sentence;
    bool m_primary;
};

class ProblemBox : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(themeColours(this).dangerSoft);
        painter.drawRoundedRect(rect(), 10, 10);
    }
};
} // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent)
{
    auto* outer = new QHBoxLayout(this);
    auto* column = new QVBoxLayout;
    column->setSpacing(Space);
    outer->addStretch(1);
    outer->addLayout(column, 0);
    outer->addStretch(1);
    column->addStretch(2);
    column->addWidget(plainLabel(tr("Alumni, workshops and reports"), this, TextSize::Title));
    auto* words = mutedLabel(tr("Everything is kept in one file on this computer. Nothing is sent anywhere."), this);
    column->addWidget(words);
    column->addSpacing(2 * Space);
    m_problemBox = new ProblemBox(this);
    auto* problem = new QVBoxLayout(m_problemBox);
    problem->setContentsMargins(2 * Space, 2 * Space, 2 * Space, 2 * Space);
    m_problem = plainLabel({}, m_problemBox);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_restore = new QPushButton(m_problemBox);
    m_restore->setObjectName(QStringLiteral("restore"));
    problem->addWidget(m_problem);
    problem->addWidget(m_restore, 0, Qt::AlignLeft);
    m_problemBox->hide();
    column->addWidget(m_problemBox);
    m_actions = new QVBoxLayout;
    m_actions->setSpacing(Space);
    column->addLayout(m_actions);
    connect(action(QStringLiteral("document-new"), tr("&New file").remove(QLatin1Char('&')),
                   tr("Start empty, then import your course spreadsheets"), true),
            &QPushButton::clicked, this, &StartPage::createAsked);
    connect(
        action(QStringLiteral("document-open"), tr("Open a file"), tr("One you have made before, or a backup"), false),
        &QPushButton::clicked, this, &StartPage::openAsked);
    connect(action(QStringLiteral("games-hint"), tr("Explore with sample data"),
                   tr("3,500 invented people to learn with"), false),
            &QPushButton::clicked, this, &StartPage::sampleAsked);
    m_recentBox = new QWidget(this);
    m_recent = new QVBoxLayout(m_recentBox);
    m_recent->setContentsMargins(0, 2 * Space, 0, 0);
    m_recent->setSpacing(0);
    column->addWidget(m_recentBox);
    column->addStretch(3);
    m_problemBox->setMaximumWidth(460);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        Q_EMIT restoreAsked(QString(m_backup), QString(m_file)); // who restores shows the next file here
    });
}

QPushButton* StartPage::action(const QString& iconName, const QString& title, const QString& sentence, bool primary)
{
    auto* button = new DeedButton(iconName, title, sentence, primary, this);
    button->setMinimumWidth(460);
    m_actions->addWidget(button);
    return button;
}

void StartPage::setRecent(const QStringList& files)
{
    clearLayout(m_recent);
    m_recentBox->setVisible(!files.isEmpty());
    if (files.isEmpty())
        return;
    m_recent->addWidget(mutedLabel(tr("Recent"), m_recentBox, TextSize::Small));
    for (const QString& file : files.mid(0, MostRecent)) {
        const QFileInfo info(file);
        auto* button =
            new QPushButton(icon("document-open-recent"),
                            info.completeBaseName().replace(QLatin1Char('&'), QStringLiteral("&&")), m_recentBox);
        button->setStyleSheet(QStringLiteral("text-align: left"));
        button->setToolTip(file.toHtmlEscaped());
        button->setAccessibleDescription(file);
        makeQuiet(button);
        m_recent->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, file] { Q_EMIT fileAsked(file); });
    }
}

// The backup was read before it is offered.
QString StartPage::wayOut(const Error& error, const QString& backup)
{
    if (!Store::isDamage(error))
        return {};
    if (!backup.isEmpty())
        return QLatin1Char(' ') +
               tr("Restore the newest backup that can be read; the damaged file is kept beside it.");
    const bool isOurs = error.detail.startsWith(QLatin1String("SQLite ")) &&
                        !error.detail.startsWith(QLatin1String("SQLite 26")); // else perhaps not, or it is empty
    if (!isOurs)
        return {};
    return QLatin1Char(' ') +
           tr("There is no backup beside it that can be read. Perhaps there is one on a stick: open "
              "that. Else what can be read of the file is saved by the command "
              "“dtp-secretariat-cli FILE salvage NEW”, which the guide explains.");
}

void StartPage::showProblem(const QString& file, const Error& error, const QString& backup)
{
    m_file = file;
    m_backup = backup;
    m_problem->setText(error.sentence + wayOut(error, backup));
    m_problemBox->show();
    m_restore->setVisible(!backup.isEmpty());
    if (!backup.isEmpty()) {
        const QDateTime named = timeOfBackup(file, QFileInfo(backup));
        const QString when = QLocale().toString(named.isValid() ? named : QFileInfo(backup).lastModified(),
                                                QStringLiteral("d MMMM yyyy, HH:mm"));
        m_restore->setText(tr("Restore the backup of %1 (%2)").arg(when, backupPeople(contentOfBackup(backup))));
        m_restore->setToolTip(tr("The file that cannot be opened is kept beside it."));
    }
}

void StartPage::clearProblem()
{
    m_problemBox->hide();
}

QString StartPage::problemText() const
{
    return m_problemBox->isHidden() ? QString() : m_problem->text();
}

void StartPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColours(this).base);
}

} // namespace dtp
