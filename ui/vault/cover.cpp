// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/vault/cover.h>

#include <ui/widgets/theme.h>

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QProgressBar>
#include <QWidget>
#include <algorithm>

namespace dtp
{

namespace
{
class Cover : public QWidget
{
public:
    explicit Cover(QWidget& window) : QWidget(&window)
    {
        setObjectName(QStringLiteral("cover"));
        setFocusPolicy(Qt::StrongFocus);
        window.installEventFilter(this);
        setGeometry(window.rect());
        show();
        raise();
        setFocus();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), themeColours(this).base);
        painter.setPen(themeColours(this).muted);
        painter.drawText(rect(), Qt::AlignCenter, QCoreApplication::translate("Cover", "Locked"));
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::ChildAdded) {
            setGeometry(parentWidget()->rect());
            raise();
        }
        return QWidget::eventFilter(watched, event);
    }
    void keyPressEvent(QKeyEvent* event) override { event->accept(); } // what lies below is not for who cannot see it
};
} // namespace

void coverWindow(QWidget& window)
{
    window.setWindowTitle(QApplication::applicationDisplayName());
    if (!isCovered(window))
        new Cover(window); // goes with its window
}

bool isCovered(const QWidget& window)
{
    return window.findChild<QWidget*>(QStringLiteral("cover"), Qt::FindDirectChildrenOnly) != nullptr;
}

bool showsProgress(const QWidget& window)
{
    const auto bars = window.findChildren<QProgressBar*>();
    return std::any_of(bars.begin(), bars.end(), [&](const QProgressBar* bar) { return bar->isVisibleTo(&window); });
}

} // namespace dtp
