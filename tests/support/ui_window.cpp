// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/ui_window.h>

#include <ui/widgets/theme.h>

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QTimer>
#include <algorithm>

namespace dtp::test
{

bool waitFor(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 5000);
}

void processPending()
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
}

bool waitUntilQuiet(const QWidget& widget)
{
    return waitFor([&widget] {
        processPending();
        const auto timers = widget.findChildren<QTimer*>();
        return std::none_of(timers.begin(), timers.end(),
                            [](const QTimer* timer) { return timer->isSingleShot() && timer->isActive(); });
    });
}

void shoot(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("DTP_SHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(*qApp, choice);
        processPending();
        widget.grab().save(
            QString(folder + QLatin1Char('/') + name + QLatin1Char('-') + themeCode(choice) + QStringLiteral(".png")));
    }
    applyTheme(*qApp, ThemeChoice::Light);
}

} // namespace dtp::test
