// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/home/due_section.h>

#include <ui/widgets/theme.h>

#include <QCoreApplication>
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
constexpr int farAway = 60; // days

struct DueSectionText {
    Q_DECLARE_TR_FUNCTIONS(DueSection)
};

} // namespace

QString dueText(QDate due, QDate today)
{
    if (!due.isValid())
        return {};
    const qint64 days = today.daysTo(due);
    if (days == 0)
        return DueSectionText::tr("today");
    if (days == 1)
        return DueSectionText::tr("tomorrow");
    if (days == -1)
        return DueSectionText::tr("1 day late");
    if (days > farAway || days < -farAway) {
        const QString day = QLocale().toString(due, QStringLiteral("d MMM yyyy"));
        return days < 0 ? DueSectionText::tr("late: %1").arg(day) : day; // red alone would not say it
    }
    return days > 0 ? DueSectionText::tr("in %1 days").arg(days) : DueSectionText::tr("%1 days late").arg(-days);
}

DueRow::DueRow(const DueItem& item, QDate today, const QString& whenUndated, QWidget* parent)
    : QAbstractButton(parent), m_title(item.title.simplified()), m_detail(item.detail.simplified()),
      m_when(item.due.isValid() ? dueText(item.due, today) : whenUndated),
      m_isLate(item.due.isValid() && item.due < today)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QStringList spoken{m_title};
    for (const QString& part : {m_detail, m_when})
        if (!part.isEmpty())
            spoken << part;
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    if (item.due.isValid())
        setToolTip(QLocale().toString(item.due, QLocale::LongFormat));
}

QSize DueRow::sizeHint() const
{
    return {320, std::max(4 * Space, fontMetrics().height() + Space + Space / 2)};
}

QSize DueRow::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void DueRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColours& colours = themeColours(this);
    if (underMouse() || hasFocus() || isDown()) {
        painter.setPen(hasFocus() ? QPen(colours.accent, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(colours.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    const QRect inner = rect().adjusted(Space, 0, -Space, 0);
    const QFontMetrics metrics = fontMetrics();
    const int whenWidth = m_when.isEmpty() ? 0 : metrics.horizontalAdvance(m_when) + 2 * Space;
    painter.setPen(m_isLate ? colours.danger : colours.muted);
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_when);
    // The title may take all but a third where there is a detail.
    const int room = inner.width() - whenWidth;
    const int titleRoom =
        m_detail.isEmpty() ? room : std::max(room - metrics.horizontalAdvance(m_detail) - 2 * Space, room * 3 / 5);
    const QString title = metrics.elidedText(m_title, Qt::ElideRight, titleRoom);
    painter.setPen(colours.text);
    painter.drawText(QRect(inner.left(), 0, titleRoom, height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
    const int after = metrics.horizontalAdvance(title) + 2 * Space;
    if (!m_detail.isEmpty() && after < room) {
        painter.setPen(colours.muted);
        painter.drawText(QRect(inner.left() + after, 0, room - after, height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(m_detail, Qt::ElideRight, room - after));
    }
}

void DueRow::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void DueRow::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

DueSection::DueSection(const QString& title, const QString& undated, QWidget* parent)
    : QWidget(parent), m_undated(undated)
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, Space);
    all->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(Space, 0, Space, Space / 2);
    head->setSpacing(Space);
    auto* heading = plainLabel(title, this, TextSize::Body);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    head->addWidget(heading);
    m_count = mutedLabel({}, this);
    head->addWidget(m_count);
    head->addStretch(1);
    all->addLayout(head);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(0);
    all->addLayout(m_rows);
    m_all = new QPushButton(this);
    makeQuiet(m_all);
    all->addWidget(m_all, 0, Qt::AlignLeft);
    connect(m_all, &QPushButton::clicked, this, &DueSection::allActivated);
}

void DueSection::setItems(const DueList& list, QDate today)
{
    clearLayout(m_rows);
    for (const DueItem& item : list.items) {
        auto* row = new DueRow(item, today, m_undated, this);
        connect(row, &DueRow::clicked, this,
                [this, entity = item.entity, id = item.id] { Q_EMIT itemActivated(entity, id); });
        m_rows->addWidget(row);
    }
    m_count->setText(QLocale().toString(list.total));
    m_all->setText(DueSectionText::tr("Show all %1").arg(QLocale().toString(list.total)));
    m_all->setVisible(list.total > static_cast<qint64>(list.items.size()));
    setVisible(list.total > 0);
}

} // namespace dtp
