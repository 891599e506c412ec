// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/invitations/balance_panel.h>

#include <ui/widgets/theme.h>

#include <QHelpEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QToolTip>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int RowHeight = 22;
constexpr int BarHeight = 10;
constexpr int FewRows = 6;
constexpr int LabelShare = 42; // per cent of the width
constexpr int NumberWidth = 52;

struct VerdictLook {
    QColor colour;
    const char* sign; // colour is never the only mark
    QString word;
};

VerdictLook lookOf(Verdict verdict, const ThemeColours& c)
{
    switch (verdict) {
    case Verdict::Met:
        return {c.good, "✓", BalancePanel::tr("met")};
    case Verdict::Missed:
        return {c.danger, "!", BalancePanel::tr("missed")};
    case Verdict::Reachable:
        break;
    }
    return {c.warning, "○", BalancePanel::tr("open")};
}

void fillBar(QPainter& painter, QRectF track, double share, const QColor& colour)
{
    if (share <= 0)
        return;
    track.setWidth(std::max(2.0, track.width() * std::min(1.0, share)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(track, 3, 3);
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto part = [&](int x, int y) { return static_cast<int>(x * share + y * (1 - share)); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}
} // namespace

TargetBar::TargetBar(TargetState state, int scale, QWidget* parent)
    : QWidget(parent), m_state(std::move(state)), m_scale(std::max(1, scale))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(m_state.sentence.toHtmlEscaped());
    setAccessibleName(QString(m_state.sentence + QStringLiteral(" (") +
                              lookOf(m_state.verdict, themeColours(this)).word + QLatin1Char(')')));
}

QSize TargetBar::sizeHint() const
{
    return {240, 2 * fontMetrics().height() + BarHeight + Space};
}

void TargetBar::paintEvent(QPaintEvent*)
{
    const ThemeColours& c = themeColours(this);
    const VerdictLook look = lookOf(m_state.verdict, c);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = fontMetrics().height();
    painter.setPen(look.colour);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.drawText(QRect(0, 0, 16, line), Qt::AlignLeft | Qt::AlignVCenter, QString::fromUtf8(look.sign));
    const QString wanted =
        tr("%1 of %2").arg(QString::number(m_state.sure), boundsText({m_state.minimum, m_state.maximum}));
    const int numberWidth = painter.fontMetrics().horizontalAdvance(wanted);
    painter.setPen(c.text);
    painter.drawText(QRect(width() - numberWidth, 0, numberWidth, line), Qt::AlignRight | Qt::AlignVCenter, wanted);
    painter.setFont(font());
    const int room = width() - numberWidth - 18 - Space;
    painter.drawText(QRect(18, 0, room, line), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_state.label, Qt::ElideRight, room));

    const QRectF track(18, line + 4, width() - 18, BarHeight - 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.hover);
    painter.drawRoundedRect(track, 3, 3);
    const double scale = std::max({m_scale, m_state.minimum.value_or(0), m_state.sure + m_state.open});
    fillBar(painter, track, (m_state.sure + m_state.open) / scale, mixed(c.accent, c.base, 0.35));
    fillBar(painter, track, m_state.sure / scale, c.accent);
    for (const std::optional<int>& bound : {m_state.minimum, m_state.maximum}) {
        if (!bound)
            continue;
        const double x = track.left() + track.width() * std::min(1.0, *bound / scale);
        painter.setPen(QPen(c.text, 2));
        painter.drawLine(QPointF(std::min(x, track.right() - 1), track.top() - 3),
                         QPointF(std::min(x, track.right() - 1), track.bottom() + 3));
    }
    painter.setPen(look.colour);
    painter.setFont(themeFont(font(), TextSize::Small));
    const QString rest = m_state.sentence.section(QStringLiteral("; "), 1);
    painter.drawText(QRect(18, line + BarHeight + 4, width() - 18, line), Qt::AlignLeft | Qt::AlignVCenter,
                     rest.isEmpty() ? look.word : rest);
}

BalanceBars::BalanceBars(BalanceGroup group, bool byAttendance, QWidget* parent)
    : QWidget(parent), m_group(std::move(group)), m_byAttendance(byAttendance)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QStringList lines;
    for (const BalanceRow& row : m_group.rows) {
        m_most = std::max(m_most, row.counts.considered);
        lines.append(balanceRowText(row, byAttendance));
    }
    setAccessibleName(m_group.label);
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
}

int BalanceBars::shownRows() const
{
    const int all = static_cast<int>(m_group.rows.size());
    return m_allShown ? all : std::min(all, FewRows);
}

bool BalanceBars::canGrow() const
{
    return static_cast<int>(m_group.rows.size()) > FewRows;
}

void BalanceBars::setAllShown(bool all)
{
    m_allShown = all;
    updateGeometry();
    update();
}

QSize BalanceBars::sizeHint() const
{
    return {240, shownRows() * RowHeight};
}

void BalanceBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < shownRows(); ++i)
        paintRow(painter, m_group.rows[static_cast<size_t>(i)], i * RowHeight);
}

void BalanceBars::paintRow(QPainter& painter, const BalanceRow& row, int top) const
{
    const ThemeColours& c = themeColours(this);
    const int labelWidth = width() * LabelShare / 100;
    const QRect line(0, top, width(), RowHeight);
    painter.setPen(row.value.isEmpty() ? c.muted : c.text);
    painter.setFont(font());
    painter.drawText(line.adjusted(0, 0, labelWidth - width() - Space, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(row.label, Qt::ElideRight, labelWidth - Space));
    const QRectF track(labelWidth, top + (RowHeight - BarHeight) / 2.0, width() - labelWidth - NumberWidth, BarHeight);
    const int sure = m_byAttendance ? row.counts.attended : row.counts.accepted;
    const double most = m_most;
    fillBar(painter, track, row.counts.considered / most, mixed(c.accent, c.base, 0.18));
    fillBar(painter, track, row.counts.invited / most, mixed(c.accent, c.base, 0.42));
    fillBar(painter, track, sure / most, c.accent);
    painter.setPen(c.text);
    const QString numbers = tr("%1 of %2").arg(sure).arg(row.counts.considered);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, numbers);
}

bool BalanceBars::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = help->pos().y() / RowHeight;
    if (row >= 0 && row < shownRows())
        QToolTip::showText(help->globalPos(),
                           balanceRowText(m_group.rows[static_cast<size_t>(row)], m_byAttendance).toHtmlEscaped(),
                           this);
    else
        QToolTip::hideText();
    return true;
}

BalancePanel::BalancePanel(QWidget* parent)
    : QScrollArea(parent), m_column(nullptr), m_summary(mutedLabel({}, nullptr, TextSize::Small)),
      m_noTargets(mutedLabel(tr("No targets yet. Say what a balanced list is for this workshop: half women, ten "
                                "countries, each theme covered."))),
      m_targets(new QVBoxLayout), m_groups(new QVBoxLayout)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(2 * Space, Space, 2 * Space, 2 * Space);
    m_column->setSpacing(Space);
    auto* head = new QHBoxLayout;
    head->addWidget(plainLabel(tr("Balance"), content, TextSize::Heading), 1);
    auto* change = new QPushButton(tr("Targets…"), content);
    change->setObjectName(QStringLiteral("targets"));
    makeQuiet(change);
    connect(change, &QPushButton::clicked, this, &BalancePanel::targetsAsked);
    head->addWidget(change);
    m_column->addLayout(head);
    m_summary->setWordWrap(true);
    m_column->addWidget(m_summary);
    m_noTargets->setWordWrap(true);
    m_column->addWidget(m_noTargets);
    m_targets->setSpacing(Space / 2);
    m_column->addLayout(m_targets);
    m_groups->setSpacing(Space / 2);
    m_column->addLayout(m_groups);
    m_column->addStretch(1);
    setWidget(content);
    viewport()->setBackgroundRole(QPalette::Base);
}

void BalancePanel::setBalance(const Balance& balance)
{
    m_summary->setText(balanceSummary(balance));
    m_noTargets->setVisible(balance.targets.empty());
    clearLayout(m_targets);
    clearLayout(m_groups);
    for (const TargetState& target : balance.targets)
        m_targets->addWidget(
            new TargetBar(target, target.target.value.isEmpty() ? target.minimum.value_or(1) : balance.places));
    if (balance.total.considered == 0)
        return;
    auto* legend =
        mutedLabel(balance.byAttendance ? tr("Attended of all on the list")
                                        : tr("Accepted of all on the list; lighter: invited, lightest: considered"),
                   nullptr, TextSize::Small);
    legend->setWordWrap(true);
    legend->setContentsMargins(0, Space, 0, 0);
    m_groups->addWidget(legend);
    for (const BalanceGroup& group : balance.groups) {
        if (!group.rows.empty())
            addGroup(group, balance.byAttendance);
    }
}

void BalancePanel::addGroup(const BalanceGroup& group, bool byAttendance)
{
    auto* head = new QHBoxLayout;
    QString title = group.label;
    if (group.different > 2)
        title = tr("%1 (%2 different)").arg(group.label).arg(group.different);
    auto* label = plainLabel(title, nullptr);
    QFont strong = label->font();
    strong.setWeight(QFont::DemiBold);
    label->setFont(strong);
    head->addWidget(label, 1);
    auto* bars = new BalanceBars(group, byAttendance);
    if (bars->canGrow()) {
        auto* more = new QPushButton;
        makeQuiet(more);
        const auto showWords = [more, bars] {
            more->setText(bars->isAllShown() ? tr("Fewer") : tr("All %1").arg(bars->group().rows.size()));
        };
        bars->setAllShown(m_grown.contains(group.dimension));
        showWords();
        connect(more, &QPushButton::clicked, this, [this, bars, showWords] {
            bars->setAllShown(!bars->isAllShown());
            if (bars->isAllShown())
                m_grown.insert(bars->group().dimension);
            else
                m_grown.remove(bars->group().dimension);
            showWords();
        });
        head->addWidget(more);
    }
    head->setContentsMargins(0, Space, 0, 0);
    m_groups->addLayout(head);
    m_groups->addWidget(bars);
}

} // namespace dtp
