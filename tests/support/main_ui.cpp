// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/english_plurals.h>
#include <support/runner.h>

#include <QApplication>
#include <QStandardPaths>

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // set here, so that the list of tests can be read without a display
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::Australia));
    QApplication application(argc, argv);
    dtp::installEnglishPlurals(application);
    return dtp::test::runTests(argc, argv);
}
