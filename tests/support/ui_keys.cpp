// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/ui_keys.h>

#include <support/ui_fit.h>

#include <QAbstractButton>
#include <QApplication>
#include <QGroupBox>
#include <QHash>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTabBar>
#include <QTest>
#include <algorithm>

namespace dtp::test
{

namespace
{
constexpr int MostStops = 400;

// Who is called by which key.
class Letters
{
public:
    void add(const QString& words, const QString& who)
    {
        if (const QKeySequence key = QKeySequence::mnemonic(words); !key.isEmpty())
            m_all[key.toString()].append(QStringLiteral("“%1” (%2)").arg(words, who));
    }
    QStringList twice() const
    {
        QStringList all;
        for (auto at = m_all.begin(); at != m_all.end(); ++at) {
            if (at->size() > 1)
                all.append(QString(at.key() + QStringLiteral(": ") + at->join(QStringLiteral(", "))));
        }
        return all;
    }

private:
    QHash<QString, QStringList> m_all;
};

void addWidget(Letters& letters, const QWidget& widget)
{
    const QString who = placeOf(widget);
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        letters.add(button->text(), who);
    } else if (const auto* label = qobject_cast<const QLabel*>(&widget); label && label->buddy()) {
        letters.add(label->text(), who);
    } else if (const auto* box = qobject_cast<const QGroupBox*>(&widget)) {
        letters.add(box->title(), who);
    } else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            letters.add(tabs->tabText(i), who);
    } else if (const auto* bar = qobject_cast<const QMenuBar*>(&widget)) {
        for (const QAction* action : bar->actions())
            letters.add(action->text(), who);
    }
}

bool isStop(const QWidget& widget, const QWidget& window)
{
    return widget.isVisibleTo(&window) && widget.window() == &window && widget.isEnabled() && !widget.focusProxy() &&
           (widget.focusPolicy() & Qt::TabFocus) && !widget.visibleRegion().isEmpty();
}

qsizetype stopsIn(const QWidget& window)
{
    const auto all = window.findChildren<QWidget*>();
    return std::count_if(all.begin(), all.end(), [&](const QWidget* widget) { return isStop(*widget, window); });
}

// Not to what stands beside it.
bool isBack(const QWidget& from, const QWidget& to, const QWidget& window)
{
    const QRect before(from.mapTo(&window, QPoint()), from.size());
    const QRect after(to.mapTo(&window, QPoint()), to.size());
    return after.bottom() <= before.top() && after.left() < before.right();
}
} // namespace

QStringList accessKeysTwice(const QWidget& window)
{
    Letters letters;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->isVisibleTo(&window) && widget->window() == &window)
            addWidget(letters, *widget);
    }
    return letters.twice();
}

QStringList accessKeysTwice(QMenu& menu)
{
    Q_EMIT menu.aboutToShow();
    Letters letters;
    QStringList within;
    const auto actions = menu.actions();
    for (const QAction* action : actions) {
        if (!action->isVisible() || action->isSeparator())
            continue;
        letters.add(action->text(), menu.title());
        if (action->menu())
            within += accessKeysTwice(*action->menu());
    }
    return letters.twice() + within;
}

QStringList faultsOfTab(QWidget& window)
{
    QStringList faults;
    const QWidget* const first = QApplication::focusWidget();
    if (!first || first->window() != &window)
        return {QStringLiteral("nothing has the focus")};
    QSet<const QWidget*> reached{first};
    int back = 0;
    for (int stops = 0; stops < MostStops; ++stops) {
        QWidget* const from = QApplication::focusWidget();
        QTest::keyClick(from, Qt::Key_Tab);
        const QWidget* to = QApplication::focusWidget();
        if (to == from && stopsIn(window) == 1)
            break; // there is nowhere to go
        if (!to || to == from) {
            faults.append(QStringLiteral("Tab stays at ") + placeOf(*from));
            break;
        }
        if (isBack(*from, *to, window) && ++back > 1)
            faults.append(QStringLiteral("Tab goes back from %1 to %2").arg(placeOf(*from), placeOf(*to)));
        reached.insert(to);
        if (to == first)
            break;
    }
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (isStop(*widget, window) && !reached.contains(widget))
            faults.append(QStringLiteral("Tab passes over ") + placeOf(*widget));
    }
    return faults;
}

} // namespace dtp::test
