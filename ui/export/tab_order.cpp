// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/export/tab_order.h>

#include <QWidget>

namespace dtp
{

namespace
{
QList<QWidget*> stopsIn(QWidget* part)
{
    if (part->focusProxy()) {
        part->setFocusPolicy(Qt::StrongFocus); // else it is not moved
        return {part};
    }
    QList<QWidget*> stops{part};
    stops += part->findChildren<QWidget*>();
    stops.removeIf([part](const QWidget* one) {
        return !(one->focusPolicy() & Qt::TabFocus) || one->focusProxy() || one->window() != part->window();
    });
    return stops;
}
} // namespace

void setTabThrough(const std::vector<QWidget*>& parts)
{
    QWidget* before = nullptr;
    for (QWidget* part : parts) {
        const auto stops = stopsIn(part);
        for (QWidget* stop : stops) {
            if (before)
                QWidget::setTabOrder(before, stop);
            before = stop;
        }
    }
}

} // namespace dtp
