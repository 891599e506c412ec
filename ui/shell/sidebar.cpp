// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/shell/sidebar.h>

#include <ui/models/person_drag.h>
#include <ui/widgets/theme.h>

#include <QDragEnterEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>

namespace dtp
{

namespace
{
constexpr int NameRole = Qt::UserRole + 1;
constexpr int IconRole = Qt::UserRole + 2;
constexpr int CountRole = Qt::UserRole + 3;
constexpr int Wide = 216;
constexpr int Narrow = 60;
constexpr int RowHeight = 38;
constexpr int HoldTime = 600; // milliseconds

class PlaceDelegate : public QStyledItemDelegate
{
public:
    PlaceDelegate(const Sidebar* bar, QObject* parent) : QStyledItemDelegate(parent), m_bar(bar) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const ThemeColours& c = themeColours(option.palette);
        const bool chosen = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect pill = option.rect.adjusted(8, 2, -8, -2);
        if (chosen || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(chosen ? c.accentSoft : c.hover);
            painter->drawRoundedRect(pill, 8, 8);
        }
        if (chosen && option.state & QStyle::State_HasFocus) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(c.accent, 1.4));
            painter->drawRoundedRect(QRectF(pill).adjusted(0.7, 0.7, -0.7, -0.7), 8, 8);
        }
        const QIcon picture = index.data(Qt::DecorationRole).value<QIcon>();
        const QRect place(m_bar->isFolded() ? option.rect.center().x() - 10 : pill.left() + 10, pill.center().y() - 10,
                          22, 22);
        picture.paint(painter, place);
        if (!m_bar->isFolded() || picture.isNull()) {
            QFont font = option.font;
            font.setWeight(chosen ? QFont::DemiBold : QFont::Normal);
            painter->setFont(font);
            painter->setPen(chosen ? (c.isDark ? c.accent : c.accent.darker(120)) : c.text);
            const QRect words = m_bar->isFolded() ? pill : pill.adjusted(42, 0, -8, 0);
            painter->drawText(words, Qt::AlignVCenter | (m_bar->isFolded() ? Qt::AlignHCenter : Qt::AlignLeft),
                              m_bar->isFolded() ? index.data().toString().left(2) : index.data().toString());
        }
        const qint64 count = index.data(CountRole).toLongLong();
        if (!m_bar->isFolded() && count > 0) {
            painter->setFont(themeFont(option.font, TextSize::Small));
            painter->setPen(c.muted);
            painter->drawText(pill.adjusted(0, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight,
                              QLocale().toString(count));
        }
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {Narrow, RowHeight}; }

private:
    const Sidebar* m_bar;
};
} // namespace

Sidebar::Sidebar(QWidget* parent) : QListWidget(parent), m_hold(new QTimer(this))
{
    setFrameShape(NoFrame);
    setItemDelegate(new PlaceDelegate(this, this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setFixedWidth(Wide);
    setAccessibleName(tr("Navigation"));
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item)
            Q_EMIT placeChosen(item->data(NameRole).toString());
    });
    setAcceptDrops(true);
    m_hold->setSingleShot(true);
    m_hold->setInterval(HoldTime);
    connect(m_hold, &QTimer::timeout, this, [this] { Q_EMIT placeChosen(QString(m_held)); });
    updateIcons();
}

void Sidebar::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasFormat(QLatin1String(PersonIdsMime)))
        event->acceptProposedAction();
}

void Sidebar::dragMoveEvent(QDragMoveEvent* event)
{
    event->ignore(); // nothing is dropped here …
    const QListWidgetItem* over = itemAt(event->position().toPoint());
    const QString place = over ? over->data(NameRole).toString() : QString();
    if (place == m_held)
        return;
    m_held = place; // … but the place opens
    if (place.isEmpty())
        m_hold->stop();
    else
        m_hold->start();
}

void Sidebar::dragLeaveEvent(QDragLeaveEvent*)
{
    m_held.clear();
    m_hold->stop();
}

void Sidebar::dropEvent(QDropEvent* event)
{
    event->ignore();
    m_held.clear();
    m_hold->stop();
}

void Sidebar::addPlace(const QString& name, const QString& title, const QString& iconName)
{
    const QSignalBlocker blocker(this);
    auto* item = new QListWidgetItem(icon(iconName), title, this);
    item->setData(NameRole, name);
    item->setData(IconRole, iconName);
    item->setData(CountRole, -1);
    item->setData(Qt::AccessibleTextRole, title);
}

QListWidgetItem* Sidebar::itemOf(const QString& name) const
{
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(NameRole).toString() == name)
            return item(i);
    }
    return nullptr;
}

void Sidebar::setCount(const QString& name, qint64 number)
{
    if (QListWidgetItem* found = itemOf(name)) {
        found->setData(CountRole, number);
        found->setData(Qt::AccessibleTextRole,
                       number > 0 ? tr("%1, %2").arg(found->text(), QLocale().toString(number)) : found->text());
    }
}

void Sidebar::setCurrentPlace(const QString& name)
{
    const QSignalBlocker blocker(this);
    setCurrentItem(itemOf(name));
    viewport()->update();
}

void Sidebar::setFolded(bool folded)
{
    m_isFolded = folded;
    setFixedWidth(folded ? Narrow : Wide);
    for (int i = 0; i < count(); ++i)
        item(i)->setToolTip(folded ? item(i)->text() : QString());
    doItemsLayout();
}

void Sidebar::updateIcons()
{
    QPalette own = palette();
    own.setColor(QPalette::Base, themeColours(this).sidebar);
    if (own != palette())
        setPalette(own);
    for (int i = 0; i < count(); ++i)
        item(i)->setIcon(icon(item(i)->data(IconRole).toString()));
}

void Sidebar::changeEvent(QEvent* event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        updateIcons();
}

} // namespace dtp
