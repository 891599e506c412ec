// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/keys/focus.h>

#include <QApplication>
#include <QTimer>
#include <QWindow>

namespace dtp
{

namespace
{
// Nothing of the window has the keys, or something that one cannot see to have them.
bool isNowhere(const QWidget* focus)
{
    return !focus || !focus->isVisible() || !focus->isEnabled() || focus->focusPolicy() == Qt::NoFocus;
}
} // namespace

bool isTabStop(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy() && widget.isVisible() && widget.isEnabled();
}

bool focusFirstIn(QWidget& part)
{
    QWidget* stop = &part;
    do {
        if ((stop == &part || part.isAncestorOf(stop)) && isTabStop(*stop)) {
            stop->setFocus(Qt::TabFocusReason);
            return true;
        }
        stop = stop->nextInFocusChain();
    } while (stop && stop != &part);
    return false;
}

FocusKeeper::FocusKeeper(QWidget& window, std::function<void()> otherwise)
    : QObject(&window), m_window(window), m_otherwise(std::move(otherwise))
{
    connect(qApp, &QApplication::focusChanged, this, &FocusKeeper::lookSoon);
    connect(qApp, &QGuiApplication::focusWindowChanged, this, &FocusKeeper::lookSoon);
}

// What is done now may give the keys to something yet.
void FocusKeeper::lookSoon()
{
    if (m_isPlanned)
        return;
    m_isPlanned = true;
    QTimer::singleShot(0, this, [this] {
        m_isPlanned = false;
        look();
    });
}

void FocusKeeper::look()
{
    if (QApplication::activeWindow() != &m_window || QApplication::activePopupWidget())
        return;
    if (isNowhere(QApplication::focusWidget()))
        m_otherwise();
}

} // namespace dtp
