// SPDX-License-Identifier: GPL-3.0-or-later
// Records out of a spreadsheet in four calm steps: the file and what its rows are, its columns, what becomes of every
// row, and what was done. People first; every other type that can be imported the same way.
#pragma once

#include <ui/models/import_run.h>
#include <ui/widgets/app_context.h>

#include <QDialog>
#include <QVariant>
#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace dtp
{

class ImportColumnsStep;
class ImportFileStep;
class ImportPreviewStep;
class ImportResultStep;
class WorkBar;

class ImportDialog : public QDialog
{
    Q_OBJECT
    Q_PROPERTY(QVariant typed READ typed WRITE goTo) // see ui/forms/form_state.h
public:
    // entity: what the rows are taken for at first; people where that cannot be imported.
    ImportDialog(AppContext& context, const QString& path, Entity entity, QWidget* parent = nullptr);
    ~ImportDialog() override;

    enum Step { FileStep, ColumnsStep, PreviewStep, ResultStep };
    Step step() const;
    bool isBusy() const;
    Entity entity() const;
    QVariant typed() const { return step() == ResultStep ? QVariant() : QVariant(static_cast<int>(step())); }
    void goTo(const QVariant& step); // as far as that can be gone to now

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
    void takeType(); // as the first step says
    void look();     // at the file
    void makePlan();
    void runImport();
    void noteImported(qint64 change);
    void next();
    void back();
    void showStep(Step step);
    void updateButtons();
    void showProblem(const Error& error);
    void undoImport();
    void showRecords();
    void save(const QString& suggestion, qint64 rows, const std::function<Result<>(QIODevice&)>& write,
              const QString& done);

    AppContext& m_context;
    QString m_path;
    QLabel* m_title;
    QLabel* m_steps;
    QStackedWidget* m_stack;
    ImportFileStep* m_fileStep;
    ImportColumnsStep* m_columnsStep;
    ImportPreviewStep* m_previewStep;
    ImportResultStep* m_resultStep;
    WorkBar* m_work;
    QPushButton* m_back;
    QPushButton* m_cancel;
    QPushButton* m_next;
    bool m_isWriting = false;
    const ImportWay* m_way;                       // of the type
    std::shared_ptr<const ImportedSheet> m_sheet; // as the mapping says
    std::shared_ptr<const PlannedImport> m_plan;
    bool m_canImport = false; // the file can be read
    qint64 m_change = 0;
};

} // namespace dtp
