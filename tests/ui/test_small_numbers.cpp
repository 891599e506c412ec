// SPDX-License-Identifier: GPL-3.0-or-later
// How many people there must be for their number to be shown, set in the window and kept in the file.
#include <privacy/gate.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/shell/main_window.h>

#include <QAction>
#include <QSettings>
#include <QTemporaryDir>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("the smallest number shown to outsiders is set in the menu and kept in the file", "[window][privacy]")
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    RecordingDialogs dialogs;
    MainWindow window{settings, dialogs};
    QAction* const ask = window.action(QStringLiteral("small-numbers"));
    REQUIRE(ask);
    CHECK_FALSE(ask->isEnabled());
    REQUIRE(window.createFile(folder.filePath(QStringLiteral("file.dtp"))));
    REQUIRE(ask->isEnabled());
    const auto smallest = [&] { return Gate(*window.store(), Audience::Public).smallCell(); };
    ask->trigger(); // nothing was said
    CHECK(smallest() == 5);
    dialogs.text = QStringLiteral(" 12 ");
    ask->trigger();
    CHECK(smallest() == 12);
    CHECK(dialogs.errors.isEmpty());
    for (const char* wrong : {"1", "0", "-3", "many", "5000", ""}) {
        dialogs.text = QString::fromUtf8(wrong);
        ask->trigger();
    }
    CHECK(smallest() == 12);
    REQUIRE(dialogs.errors.size() == 6);
    CHECK(dialogs.errors.front() == QString::fromUtf8("“1” is not a number from 2 to 1000."));
}
