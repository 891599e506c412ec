// SPDX-License-Identifier: GPL-3.0-or-later
// Every page with its first record, every tab, in the sizes of windows that people have: nothing is cut, nothing
// stands outside of what holds it or upon another.
#include <support/catch.h>
#include <support/ui_fit.h>
#include <support/ui_window.h>
#include <ui/shell/file_session.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/widgets/page.h>
#include <ui/widgets/theme.h>

#include <QApplication>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>

using namespace dtp;
using namespace dtp::test;

namespace
{
void settle()
{
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
}

// Adds up what is found in several windows.
class Look
{
public:
    void at(const QWidget& window, const QString& where)
    {
        settle();
        const Room room = roomIn(window);
        m_texts += room.texts;
        for (const QString& fault : room.faults) {
            if (const QString line = where + QStringLiteral(": ") + fault; !m_faults.contains(line))
                m_faults.append(line);
        }
    }
    void atPage(MainWindow& window, const NavigationEntry& entry, QSize size)
    {
        const QString where = QStringLiteral("%1 %2×%3").arg(entry.name).arg(size.width()).arg(size.height());
        window.resize(size);
        window.workspace()->openPage(entry.name);
        at(window, where);
        const auto ids = entry.entity == Entity::None ? Result<std::vector<qint64>>(std::vector<qint64>{})
                                                      : window.store()->ids(entry.entity, Where().first(1));
        REQUIRE_OK(ids);
        if (!ids->empty())
            window.workspace()->currentPage()->showRecord(ids->front());
        at(window, where);
        for (QTabBar* tabs : window.workspace()->currentPage()->findChildren<QTabBar*>()) {
            for (int tab = 0; tab < tabs->count() && tabs->isVisible(); ++tab) {
                tabs->setCurrentIndex(tab);
                at(window, where);
            }
        }
        if (window.size() != size)
            m_faults.append(where + QStringLiteral(": takes %1×%2").arg(window.width()).arg(window.height()));
    }
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
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("file.dtp"));
    REQUIRE_OK(FileSession::createSample(file, QStringLiteral("Tester"), 300, {}));
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    applyTheme(*qApp, ThemeChoice::Light);
    RecordingDialogs dialogs;
    MainWindow window{settings, dialogs};
    window.show();
    REQUIRE(window.openFile(file));
    Look look;
    for (const QSize size : {QSize(1024, 700), QSize(1366, 768), QSize(1920, 1080)}) {
        for (const NavigationEntry& entry : window.workspace()->entries())
            look.atPage(window, entry, size);
    }
    look.check(3000);
}
