// SPDX-License-Identifier: GPL-3.0-or-later
// People out of a spreadsheet in four calm steps: the file, its columns, what becomes of every row, and what was done.
#pragma once

#include <import_people/people_import.h>
#include <ui/widgets/app_context.h>

#include <QDialog>
#include <atomic>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace dtp
{

class BackgroundStore;
class ImportColumnsStep;
class ImportFileStep;
class ImportPreviewStep;
class ImportResultStep;

class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    ImportDialog(AppContext& context, const QString& path, QWidget* parent = nullptr);
    ~ImportDialog() override;

    enum Step { FileStep, ColumnsStep, PreviewStep, ResultStep };
    Step step() const;
    bool isBusy() const { return m_cancelled != nullptr; }

public Q_SLOTS:
    void reject() override; // stops work that runs; otherwise closes

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    QLayout* buildFoot();
    void connectSteps();
    void openFile(const QString& path);
    void look(); // at the file
    void makePlan();
    void runImport();
    void next();
    void back();
    void showStep(Step step);
    void updateButtons();
    void showProblem(const Error& error);
    void undoImport();
    void showPeople();
    void save(const QString& suggestion, const std::function<Result<>(QIODevice&)>& write, const QString& done);

    // Runs on the other thread with progress at the foot of the window; done is told unless the work was superseded.
    template <class T>
    void work(const QString& what, std::function<Result<T>(Store&, const Progress&)> deed,
              std::function<void(Result<T>)> done);
    void showProgress(qint64 finished, qint64 total, const QString& what);

    AppContext& m_context;
    QString m_path;
    QLabel* m_title;
    QLabel* m_steps;
    QStackedWidget* m_stack;
    ImportFileStep* m_fileStep;
    ImportColumnsStep* m_columnsStep;
    ImportPreviewStep* m_previewStep;
    ImportResultStep* m_resultStep;
    QLabel* m_what;
    QProgressBar* m_progress;
    QPushButton* m_back;
    QPushButton* m_cancel;
    QPushButton* m_next;
    std::unique_ptr<BackgroundStore> m_background;
    std::shared_ptr<std::atomic_bool> m_cancelled; // of the work that runs
    bool m_isWriting = false;
    bool m_wasStopped = false;                // the work that ended last, by the person
    std::shared_ptr<const ImportFile> m_file; // as the mapping says
    std::shared_ptr<const ImportPlan> m_plan;
    bool m_canImport = false; // the file can be read
    qint64 m_change = 0;
};

} // namespace dtp
