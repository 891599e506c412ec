// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/invitations/state_chips.h>

#include <meaning/invitations.h>
#include <ui/widgets/flow_layout.h>
#include <ui/widgets/theme.h>
#include <workshops/proposal.h>

#include <QApplication>
#include <QPainter>

namespace dtp
{

namespace
{
const QString& reserveKey()
{
    static const QString key = QStringLiteral("reserve");
    return key;
}
} // namespace

StateLook lookOfState(const QString& state, const ThemeColours& c)
{
    switch (stageOf(state)) {
    case InvitationStage::Attended:
    case InvitationStage::Accepted:
        return {c.goodSoft, c.good};
    case InvitationStage::Invited:
        return {c.accentSoft, c.accent};
    case InvitationStage::Out:
        return {c.dangerSoft, c.danger};
    case InvitationStage::Considered:
        break;
    }
    return {c.hover, c.muted};
}

StateChip::StateChip(QString state, const QString& label, int count, QWidget* parent)
    : QAbstractButton(parent), m_state(std::move(state)), m_count(count)
{
    setText(label);
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setObjectName(QString(QStringLiteral("chip-") + (m_state.isEmpty() ? QStringLiteral("all") : m_state)));
    setAccessibleName(tr("%1: %2").arg(label, QString::number(count)));
}

QSize StateChip::sizeHint() const
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const int width =
        fontMetrics().horizontalAdvance(text()) + QFontMetrics(strong).horizontalAdvance(QString::number(m_count)) + 6;
    return {width + 22, fontMetrics().height() + 10};
}

void StateChip::paintEvent(QPaintEvent*)
{
    const ThemeColours& c = themeColours(this);
    StateLook look =
        m_state.isEmpty() || m_state == reserveKey() ? StateLook{c.hover, c.text} : lookOfState(m_state, c);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(look.ground);
    painter.setPen(isChecked() || hasFocus() ? QPen(look.ink, hasFocus() ? 2 : 1.4)
                   : underMouse()            ? QPen(c.line, 1.4)
                                             : QPen(Qt::NoPen));
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setPen(look.ink);
    painter.setFont(strong);
    const QString number = QString::number(m_count);
    const int numberWidth = painter.fontMetrics().horizontalAdvance(number);
    painter.drawText(QRect(11, 0, numberWidth, height()), Qt::AlignVCenter, number);
    painter.setFont(font());
    painter.drawText(QRect(11 + numberWidth + 6, 0, width(), height()), Qt::AlignVCenter, text());
}

StateChips::StateChips(Store& store, QWidget* parent) : QWidget(parent), m_store(store), m_flow(new FlowLayout(this))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StateChips::showCounts(const InvitationModel& model)
{
    clearLayout(m_flow);
    const InvitationFilter& filter = model.filter();
    if (model.total() == 0)
        return;
    addChip({}, tr("in all"), model.total(), {}, filter == InvitationFilter{});
    for (const VocabularyTerm& term : m_store.vocabulary(QStringLiteral("invitation_states")).terms()) {
        const int count = model.counts().value(term.code);
        const InvitationFilter own{term.code, false};
        if (count > 0 || filter == own)
            addChip(term.code, insideSentence(term.label), count, own, filter == own);
    }
    const InvitationFilter reserves{{}, true};
    if (model.reserves() > 0 || filter == reserves)
        addChip(reserveKey(), tr("in reserve"), model.reserves(), reserves, filter == reserves);
    updateGeometry();
}

void StateChips::addChip(const QString& state, const QString& label, int count, const InvitationFilter& filter,
                         bool isOn)
{
    auto* chip = new StateChip(state, label, count, this);
    chip->setChecked(isOn);
    connect(chip, &StateChip::clicked, this,
            [this, filter, isOn] { Q_EMIT filterChosen(isOn ? InvitationFilter{} : filter); });
    m_flow->addWidget(chip);
    chip->setVisible(true);
}

void InvitationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    const QString text = own.text;
    own.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
    const ThemeColours& c = themeColours(option.palette);
    const QRect room = option.rect.adjusted(8, 0, -8, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    const QFontMetrics& metrics = option.fontMetrics;
    if (index.column() == InvitationModel::StateColumn) {
        const bool isReserve = index.data(InvitationModel::ReserveRole).toBool();
        const StateLook look = isReserve ? StateLook{c.hover, c.muted}
                                         : lookOfState(index.data(InvitationModel::StateRole).toString(), c);
        const QString word = isReserve ? InvitationModel::tr("In reserve") : text;
        const QRectF pill(room.left(), room.center().y() - metrics.height() / 2.0 - 3,
                          metrics.horizontalAdvance(word) + 18, metrics.height() + 6);
        painter->setPen(Qt::NoPen);
        painter->setBrush(look.ground);
        painter->drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        painter->setPen(look.ink);
        painter->drawText(pill, Qt::AlignCenter, word);
    } else {
        painter->setPen(index.column() == InvitationModel::PersonColumn ? c.text : c.muted);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                          metrics.elidedText(text, Qt::ElideRight, room.width()));
        const QString native = index.data(InvitationModel::NativeNameRole).toString();
        const int taken = metrics.horizontalAdvance(text) + 12;
        if (index.column() == InvitationModel::PersonColumn && !native.isEmpty() && taken < room.width()) {
            painter->setPen(c.muted);
            painter->drawText(room.adjusted(taken, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                              metrics.elidedText(native, Qt::ElideRight, room.width() - taken));
        }
    }
    painter->restore();
}

} // namespace dtp
