// SPDX-License-Identifier: GPL-3.0-or-later
// Long work with progress, time left and Cancel, on a thread of its own while the window stays alive.
#pragma once

#include <base/progress.h>
#include <base/result.h>

#include <QDialog>
#include <QElapsedTimer>
#include <atomic>
#include <functional>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace dtp
{

class TaskDialog : public QDialog
{
    Q_OBJECT
public:
    TaskDialog(const QString& title, QWidget* parent);
    ~TaskDialog() override;

    // Runs work on a thread and waits for it with the window alive. Work takes what it needs with it, and makes its
    // own Store there.
    void run(std::function<void(const Progress&)> work);
    bool wasCancelled() const { return *m_cancelled; }

public Q_SLOTS:
    void reject() override; // asks the work to stop; the dialog goes when it has

private:
    void showPage(qint64 done, qint64 total, const QString& what);
    QLabel* m_what;
    QLabel* m_left;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QElapsedTimer m_time;
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

// The result of the work; when the user cancelled, whatever the work made of that (usually an error that says so).
template <class T>
Result<T> runTask(QWidget* parent, const QString& title, std::function<Result<T>(const Progress&)> work,
                  bool* cancelled = nullptr)
{
    Result<T> result = fail(QString());
    TaskDialog dialog(title, parent);
    dialog.run([&result, work = std::move(work)](const Progress& progress) { result = work(progress); });
    if (cancelled)
        *cancelled = dialog.wasCancelled();
    return result;
}

} // namespace dtp
