// SPDX-License-Identifier: GPL-3.0-or-later
// Every page with its first record, every tab, in the sizes of windows that people have: nothing is cut, nothing
// stands outside of what holds it or upon another.
#include <support/catch.h>
#include <support/ui_fit.h>
#include <support/ui_walk.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
// Adds up what is found in several windows.
class Look
{
public:
    void at(const QWidget& window, const QString& where)
    {
        const Room room = roomIn(window);
        m_texts += room.texts;
        for (const QString& fault : room.faults) {
            if (const QString line = where + QStringLiteral(": ") + fault; !m_faults.contains(line))
                m_faults.append(line);
        }
    }
    void note(const QString& fault) { m_faults.append(fault); }
    void check(int leastTexts) const
    {
        INFO(m_faults.join(QLatin1Char('\n')).toStdString());
        CHECK(m_faults.isEmpty());
        CHECK(m_texts > leastTexts);
    }

private:
    QStringList m_faults;
    int m_texts = 0;
};
} // namespace

TEST_CASE("Nothing on a page is cut or stands upon another, in any usual size of the window", "[window][room]")
{
    SampleProgram program(300);
    Look look;
    for (const QSize size : {QSize(1024, 700), QSize(1366, 768), QSize(1920, 1080)}) {
        for (const NavigationEntry& entry : program.window->workspace()->entries()) {
            program.window->resize(size);
            const QString in = QStringLiteral(" %1×%2").arg(size.width()).arg(size.height());
            walkPage(*program.window, entry,
                     [&](const QWidget& window, const QString& where) { look.at(window, where + in); });
            if (const QSize taken = program.window->size(); taken != size)
                look.note(entry.name + in + QStringLiteral(": takes %1×%2").arg(taken.width()).arg(taken.height()));
        }
    }
    look.check(3000);
}

TEST_CASE("Nothing in a dialog is cut or stands upon another, and each fits a small screen", "[window][room]")
{
    SampleProgram program(300);
    Look look;
    walkDialogs(program, [&](const QWidget& dialog, const QString& where) {
        look.at(dialog, where);
        if (dialog.width() > 1024 || dialog.height() > 700)
            look.note(QStringLiteral("%1: takes %2×%3").arg(where).arg(dialog.width()).arg(dialog.height()));
    });
    look.check(1000);
}
