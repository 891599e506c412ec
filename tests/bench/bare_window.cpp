// SPDX-License-Identifier: GPL-3.0-or-later
// The reference for the start of the window: an empty QMainWindow, until it is painted.
#include <QApplication>
#include <QMainWindow>
#include <QTimer>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1280, 800);
    window.show();
    QTimer::singleShot(0, &application, &QApplication::quit);
    return application.exec();
}
