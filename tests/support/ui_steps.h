// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody does in dialogs that run a loop of their own.
#pragma once

#include <QApplication>
#include <QDialog>
#include <QTimer>
#include <functional>
#include <vector>

namespace dtp::test
{

// The dialog that is in front and hears the keys; nullptr while it does not.
template <class Dialog>
Dialog* inFront()
{
    auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
    return dialog && dialog->isAncestorOf(QApplication::focusWidget()) ? dialog : nullptr;
}

// Does one step after the other, each as soon as its dialog hears the keys, also within the loops of dialogs.
class Steps
{
public:
    Steps()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            if (m_isAt || m_steps.empty())
                return;
            m_isAt = true;
            if (m_steps.front()())
                m_steps.erase(m_steps.begin());
            m_isAt = false;
        });
        m_timer.start(5);
    }
    void then(std::function<bool()> step) { m_steps.push_back(std::move(step)); }
    bool areDone() const { return m_steps.empty(); }

private:
    QTimer m_timer;
    std::vector<std::function<bool()>> m_steps;
    bool m_isAt = false;
};

} // namespace dtp::test
