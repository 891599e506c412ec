// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/keys/focus.h>
#include <ui/keys/menu_letters.h>
#include <ui/widgets/theme.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QFocusEvent>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QScrollArea>

namespace dtp
{

namespace
{
// A list shows it by its current row, and what has a frame by that.
bool showsItself(const QAbstractScrollArea& area)
{
    const auto* list = qobject_cast<const QAbstractItemView*>(&area);
    if (!list)
        return area.frameShape() != QFrame::NoFrame;
    const QModelIndex current = list->currentIndex();
    return current.isValid() && list->visualRect(current).intersects(list->viewport()->rect());
}

void paintFrame(const QAbstractScrollArea& area)
{
    QPainter painter(area.viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColours(&area).accent, 1.4));
    painter.drawRoundedRect(QRectF(area.viewport()->rect()).adjusted(1, 1, -1, -1), 4, 4);
}

// A scroll area does so where Tab goes on within it, but not where it comes from outside.
void scrollTo(QWidget& now)
{
    for (QWidget* part = now.parentWidget(); part; part = part->parentWidget()) {
        if (auto* const area = qobject_cast<QScrollArea*>(part);
            area && area->widget() && area->widget()->isAncestorOf(&now))
            area->ensureWidgetVisible(&now);
    }
}

bool isByKeys(const QFocusEvent& event)
{
    return event.reason() == Qt::TabFocusReason || event.reason() == Qt::BacktabFocusReason ||
           event.reason() == Qt::ShortcutFocusReason;
}

class KeyWatch : public QObject
{
public:
    explicit KeyWatch(QApplication& application) : QObject(&application)
    {
        setObjectName(QStringLiteral("key-watch"));
        application.installEventFilter(this);
        connect(&application, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Polish) {
            if (auto* const menu = qobject_cast<QMenu*>(watched))
                giveLetters(*menu);
        } else if (event->type() == QEvent::FocusIn && watched->isWidgetType()) {
            if (isByKeys(*static_cast<QFocusEvent*>(event)))
                scrollTo(*static_cast<QWidget*>(watched));
        } else if (event->type() == QEvent::Paint && m_area && watched == m_area->viewport() && !m_isPainting &&
                   m_area->hasFocus() && !showsItself(*m_area)) {
            m_isPainting = true;
            QCoreApplication::sendEvent(watched, event); // upon what it paints itself
            m_isPainting = false;
            paintFrame(*m_area);
            return true;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void follow(QWidget* now)
    {
        if (m_area)
            m_area->viewport()->update();
        m_area = qobject_cast<QAbstractScrollArea*>(now);
        if (m_area)
            m_area->viewport()->update();
    }
    QPointer<QAbstractScrollArea> m_area; // that has the keys
    bool m_isPainting = false;
};
} // namespace

void watchKeys(QApplication& application)
{
    if (!application.findChild<QObject*>(QStringLiteral("key-watch"), Qt::FindDirectChildrenOnly))
        new KeyWatch(application);
}

} // namespace dtp
