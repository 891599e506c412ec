// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/ui_focus.h>

#include <support/ui_fit.h>
#include <support/ui_window.h>

#include <QApplication>
#include <QImage>
#include <QPixmap>
#include <QSet>
#include <QTest>

namespace dtp::test
{

namespace
{
constexpr int MostStops = 300;
constexpr int Around = 4; // pixels: a frame may stand beside what it is of

QImage pictureOf(QWidget& window, const QWidget& stop)
{
    const QRect place(stop.mapTo(&window, QPoint()), stop.size());
    return window.grab(place.adjusted(-Around, -Around, Around, Around).intersected(window.rect())).toImage();
}

bool looksOther(QWidget& window, QWidget& stop)
{
    const QImage with = pictureOf(window, stop);
    stop.clearFocus();
    const QImage without = pictureOf(window, stop);
    stop.setFocus(Qt::TabFocusReason);
    return with != without;
}
} // namespace

bool isFocusSeen(const QWidget& window)
{
    const QWidget* focus = QApplication::focusWidget();
    return focus && focus->window() == &window && focus->isVisible() && focus->isEnabled() &&
           focus->focusPolicy() != Qt::NoFocus;
}

QStringList unseenStops(QWidget& window)
{
    QStringList faults;
    QSet<const QWidget*> reached;
    for (int stops = 0; stops < MostStops; ++stops) {
        QWidget* const stop = QApplication::focusWidget();
        if (!stop || stop->window() != &window || reached.contains(stop))
            break;
        reached.insert(stop);
        if (!looksOther(window, *stop))
            faults.append(placeOf(*stop));
        QTest::keyClick(stop, Qt::Key_Tab);
        processPending(); // what is shown of where one comes to, finds its place
    }
    return faults;
}

} // namespace dtp::test
