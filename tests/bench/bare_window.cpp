// SPDX-License-Identifier: GPL-3.0-or-later
// The reference for the start of the window: an empty QMainWindow. Prints milliseconds from main() until it is
// painted.
#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QMainWindow>
#include <QTimer>

#include <cstdio>

namespace
{
class Window : public QMainWindow
{
public:
    explicit Window(QElapsedTimer since) : m_since(since) {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        QTimer::singleShot(0, this, [this] {
            std::printf("first-list-ms %lld\n", static_cast<long long>(m_since.elapsed()));
            QCoreApplication::quit();
        });
    }

private:
    QElapsedTimer m_since;
};
} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer since;
    since.start();
    QApplication application(argc, argv);
    Window window(since);
    window.resize(1280, 800);
    window.show();
    return application.exec();
}
