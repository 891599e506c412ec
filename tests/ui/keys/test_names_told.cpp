// SPDX-License-Identifier: GPL-3.0-or-later
// Who does not see the window is told what each control is, as a screen reader asks for it.
#include <support/catch.h>
#include <support/ui_fit.h>
#include <support/ui_walk.h>

#include <QAccessible>
#include <QMenuBar>

using namespace dtp;
using namespace dtp::test;

namespace
{
bool isControl(const QWidget& widget, const QWidget& window)
{
    return widget.isVisibleTo(&window) && widget.window() == &window && (widget.focusPolicy() & Qt::TabFocus) &&
           !widget.focusProxy() && !widget.visibleRegion().isEmpty() && !qobject_cast<const QMenuBar*>(&widget);
}

class Listener
{
public:
    void hear(const QWidget& window, const QString& where)
    {
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            if (!isControl(*widget, window))
                continue;
            ++m_controls;
            QAccessibleInterface* told = QAccessible::queryAccessibleInterface(widget);
            const QString name = told ? told->text(QAccessible::Name).simplified() : QString();
            const QString line = where + QStringLiteral(": ") + placeOf(*widget);
            if (name.isEmpty() && !m_faults.contains(line))
                m_faults.append(line);
        }
    }
    void check(int least) const
    {
        INFO(m_faults.join(QLatin1Char('\n')).toStdString());
        CHECK(m_faults.isEmpty());
        CHECK(m_controls > least);
    }

private:
    QStringList m_faults;
    int m_controls = 0;
};
} // namespace

TEST_CASE("Every control of every page and tab tells its name", "[window][keys][names]")
{
    SampleProgram program(60);
    Listener listener;
    for (const NavigationEntry& entry : program.window->workspace()->entries())
        walkPage(*program.window, entry,
                 [&](const QWidget& window, const QString& where) { listener.hear(window, where); });
    listener.check(400);
}

TEST_CASE("Every control of every dialog tells its name", "[window][keys][names]")
{
    SampleProgram program(60);
    Listener listener;
    walkDialogs(program, [&](const QWidget& dialog, const QString& where) { listener.hear(dialog, where); });
    listener.check(300);
}
