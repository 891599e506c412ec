// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/english_plurals.h>
#include <support/runner.h>

#include <QGuiApplication>

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // set here, so that the list of tests can be read without a display
    QLocale::setDefault(QLocale(QLocale::English, QLocale::Australia));
    QGuiApplication application(argc, argv);
    dtp::installEnglishPlurals(application);
    return dtp::test::runTests(argc, argv);
}
