// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/import/import_dialog.h>

#include <privacy/gate.h>
#include <reverting/agreements_back.h>
#include <storage/automatic_backup.h>
#include <ui/forms/kept_dialogs.h>
#include <ui/models/discretion.h>
#include <ui/models/import_phrases.h>
#include <ui/pages/import/import_columns_step.h>
#include <ui/pages/import/import_file_step.h>
#include <ui/pages/import/import_list.h>
#include <ui/pages/import/import_preview_step.h>
#include <ui/pages/import/import_result_step.h>
#include <ui/widgets/dropped_file.h>
#include <ui/widgets/theme.h>
#include <ui/widgets/work_bar.h>

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace dtp
{

ImportDialog::ImportDialog(AppContext& context, const QString& path, Entity entity, QWidget* parent)
    : QDialog(parent), m_context(context), m_title(plainLabel({}, this, TextSize::Title)),
      m_steps(mutedLabel({}, this)), m_stack(new QStackedWidget(this)),
      m_fileStep(new ImportFileStep(importTypeFor(entity), m_stack)), m_columnsStep(new ImportColumnsStep(m_stack)),
      m_previewStep(new ImportPreviewStep(m_stack)), m_resultStep(new ImportResultStep(m_stack)),
      m_work(new WorkBar(context.store, this)), m_back(new QPushButton(tr("&Back"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this)), m_next(new QPushButton(this)),
      m_way(&ImportWay::of(m_fileStep->entity()))
{
    setAcceptDrops(true);
    build();
    if (const auto policy = matchPolicyFromCode(context.store.setting(QStringLiteral("importPolicy"))))
        m_previewStep->setPolicy(*policy);
    takeType();
    showStep(FileStep);
    if (!path.isEmpty())
        openFile(path);
}

ImportDialog::~ImportDialog()
{
    delete m_work; // waits for the work that runs, while all that it tells is still there
}

bool ImportDialog::isBusy() const
{
    return m_work->isBusy();
}

Entity ImportDialog::entity() const
{
    return m_way->entity();
}

void ImportDialog::build()
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 3 * Space, 3 * Space, 2 * Space);
    all->setSpacing(2 * Space);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_steps, 0, Qt::AlignRight | Qt::AlignVCenter);
    all->addLayout(head);
    for (QWidget* step : std::initializer_list<QWidget*>{m_fileStep, m_columnsStep, m_previewStep, m_resultStep})
        m_stack->addWidget(step);
    all->addWidget(m_stack, 1);
    all->addLayout(buildFoot());
    resizeWithin(*this, {1080, 720});
    setMinimumSize(720, 480);
    connectSteps();
}

QLayout* ImportDialog::buildFoot()
{
    auto* foot = new QHBoxLayout;
    foot->setSpacing(Space);
    foot->addWidget(m_work, 1);
    m_back->setObjectName(QStringLiteral("back"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_next->setObjectName(QStringLiteral("next"));
    m_back->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_next->setDefault(true);
    makePrimary(m_next);
    for (QPushButton* button : {m_back, m_cancel, m_next})
        foot->addWidget(button);
    return foot;
}

void ImportDialog::connectSteps()
{
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::back);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::next);
    connect(m_work, &WorkBar::busyChanged, this, &ImportDialog::updateButtons);
    connect(m_fileStep, &ImportFileStep::optionsChanged, this, &ImportDialog::look);
    connect(m_fileStep, &ImportFileStep::typeChosen, this, [this] {
        takeType();
        look();
    });
    connect(m_fileStep, &ImportFileStep::otherFileAsked, this, [this] {
        const QString path = m_context.dialogs.askOpenFile(this, tr("Choose a spreadsheet"),
                                                           tr("Spreadsheets (%1)").arg(sheetFilePatterns()));
        if (!path.isEmpty())
            openFile(path);
    });
    connect(m_columnsStep, &ImportColumnsStep::mappingChanged, this, [this] {
        m_sheet.reset();
        updateButtons();
    });
    connect(m_previewStep, &ImportPreviewStep::choicesChanged, this, &ImportDialog::makePlan);
    connect(m_resultStep, &ImportResultStep::undoAsked, this, &ImportDialog::undoImport);
    connect(m_resultStep, &ImportResultStep::showRecordsAsked, this, &ImportDialog::showRecords);
    connect(m_resultStep, &ImportResultStep::saveRejectedAsked, this, [this] {
        save(
            tr("%1 - rejected rows.csv").arg(QFileInfo(m_path).completeBaseName()), m_plan->tally().rejected,
            [this](QIODevice& device) { return m_plan->writeRejected(device); },
            tr("The rejected rows were saved as “%1”."));
    });
    connect(m_resultStep, &ImportResultStep::saveLogAsked, this, [this] {
        save(
            tr("%1 - import.csv").arg(QFileInfo(m_path).completeBaseName()), m_plan->tally().rows,
            [this](QIODevice& device) { return m_plan->writeLog(device); },
            tr("What became of each row was saved as “%1”."));
    });
}

ImportDialog::Step ImportDialog::step() const
{
    return static_cast<Step>(m_stack->currentIndex());
}

void ImportDialog::openFile(const QString& path)
{
    m_path = path;
    reopenBy(*this,
             {{QStringLiteral("import"), path}, {QStringLiteral("table"), QLatin1String(recordType(entity()).table)}});
    m_fileStep->showFile(path);
    showStep(FileStep);
    look();
}

void ImportDialog::takeType()
{
    m_way = &ImportWay::of(m_fileStep->entity());
    const ImportPhrases phrases = importPhrases(entity());
    setWindowTitle(phrases.windowTitle);
    m_title->setText(phrases.title);
    m_previewStep->setWay(*m_way);
}

void ImportDialog::look()
{
    m_canImport = false;
    m_sheet.reset();
    m_plan.reset();
    m_work->run<SheetLook>(
        tr("Looking at the file …"),
        [path = m_path, way = m_way, options = m_fileStep->options(), headingRow = m_fileStep->headingRow()](
            Store& store, const Progress& progress) { return way->look(store, path, options, progress, headingRow); },
        [this](Result<SheetLook> look) {
            if (!look) {
                m_fileStep->showProblem(look.error().sentence);
                return;
            }
            m_canImport = !look->preview.mapping.columns.empty();
            m_fileStep->showLook(*look);
            m_columnsStep->setMapping(*m_way, look->preview.mapping);
            if (!m_canImport)
                m_fileStep->showProblem(tr("This file has no rows: there is nothing to import."));
            updateButtons();
            m_next->setFocus();
        });
}

void ImportDialog::makePlan()
{
    m_plan.reset();
    m_previewStep->setMapping(m_columnsStep->mapping());
    m_previewStep->setPlan(nullptr);
    using Made = std::pair<std::shared_ptr<const ImportedSheet>, std::shared_ptr<const PlannedImport>>;
    m_work->run<Made>(
        tr("Reading the rows …"),
        [path = m_path, way = m_way, options = m_fileStep->options(), mapping = m_columnsStep->mapping(),
         sheet = m_sheet, choices = m_previewStep->choices()](Store& store, const Progress& progress) -> Result<Made> {
            std::shared_ptr<const ImportedSheet> read = sheet;
            if (!read) {
                DTP_TRY(fresh, way->read(store, path, options, mapping, progress));
                read = fresh;
            }
            DTP_TRY(plan, read->plan(store, choices, progress));
            return Made(read, plan);
        },
        [this](Result<Made> made) {
            if (!made) {
                showProblem(made.error());
                showStep(ColumnsStep);
                return;
            }
            std::tie(m_sheet, m_plan) = *made;
            m_previewStep->setPlan(m_plan);
            updateButtons();
            m_next->setFocus();
        });
}

void ImportDialog::runImport()
{
    m_isWriting = true;
    const auto remarks = std::make_shared<QStringList>();
    m_work->run<qint64>(
        importPhrases(entity()).writing,
        [plan = m_plan, remarks](Store& store, const Progress& progress) -> Result<qint64> {
            DTP_TRY(ofBackup, backUpBefore(store, progress));
            *remarks = ofBackup;
            return plan->apply(store, progress);
        },
        [this, remarks](Result<qint64> change) {
            m_isWriting = false;
            if (!remarks->isEmpty())
                m_context.navigator.tellOnly(remarks->join(QLatin1Char(' ')));
            if (!change && m_work->wasStopped()) {
                m_work->say(change.error().sentence);
                return;
            }
            if (!change) {
                showProblem(change.error());
                makePlan(); // anew, for the data as it is now
                return;
            }
            noteImported(*change);
        });
}

void ImportDialog::noteImported(qint64 change)
{
    m_change = change;
    m_context.store.noteChangesElsewhere();
    if (const auto kept = m_way->remember(m_context.store, m_columnsStep->mapping()); !kept)
        showProblem(kept.error());
    if (const auto kept = m_context.store.setSetting(QStringLiteral("importPolicy"),
                                                     matchPolicyCode(m_previewStep->choices().policy));
        !kept)
        showProblem(kept.error());
    m_resultStep->showResult(entity(), m_plan->tally(), m_change != 0);
    showStep(ResultStep);
}

void ImportDialog::next()
{
    switch (step()) {
    case FileStep:
        showStep(ColumnsStep);
        break;
    case ColumnsStep:
        showStep(PreviewStep);
        if (!m_sheet || !m_plan)
            makePlan();
        break;
    case PreviewStep:
        runImport();
        break;
    case ResultStep:
        accept();
        break;
    }
}

void ImportDialog::goTo(const QVariant& step)
{
    while (this->step() < qMin<int>(step.toInt(), PreviewStep) && !isBusy() && m_next->isEnabled())
        next();
}

void ImportDialog::back()
{
    m_work->drop();
    showStep(step() == PreviewStep ? ColumnsStep : FileStep);
}

void ImportDialog::showStep(Step step)
{
    m_stack->setCurrentIndex(step);
    const QStringList names{tr("File"), tr("Columns"), tr("Preview"), tr("Done")};
    m_steps->setText(tr("Step %1 of 4: %2").arg(step + 1).arg(names.at(step)));
    updateButtons();
    if (!isBusy())
        m_next->setFocus();
}

void ImportDialog::updateButtons()
{
    const bool busy = isBusy();
    m_back->setVisible(step() == ColumnsStep || step() == PreviewStep);
    m_back->setEnabled(!m_isWriting);
    m_cancel->setVisible(step() != ResultStep);
    m_cancel->setText(m_isWriting ? tr("Stop") : tr("Cancel"));
    m_previewStep->setEnabled(!m_isWriting);
    switch (step()) {
    case FileStep:
        m_next->setText(tr("&Next: columns"));
        m_next->setEnabled(!busy && m_canImport);
        break;
    case ColumnsStep:
        m_next->setText(tr("&Next: preview"));
        m_next->setEnabled(m_canImport && m_columnsStep->isUsable());
        break;
    case PreviewStep:
        m_next->setText(m_plan ? importButtonText(entity(), m_plan->tally().records()) : tr("&Import"));
        m_next->setEnabled(!busy && m_plan && m_plan->size() > 0);
        break;
    case ResultStep:
        m_next->setText(tr("&Close"));
        m_next->setEnabled(true);
        break;
    }
}

void ImportDialog::showProblem(const Error& error)
{
    m_context.dialogs.showError(this, error);
}

void ImportDialog::reject()
{
    if (m_isWriting && isBusy()) {
        m_work->stop(); // it ends with an error that says so, and everything is as it was
        m_work->say(tr("Stopping; everything will be as it was."));
        return;
    }
    QDialog::reject();
}

void ImportDialog::undoImport()
{
    const auto last = m_context.store.nextUndo();
    if (!last || last->id != m_change) {
        m_context.dialogs.showError(this, Error{tr("Other changes were made since. Take them back first, one after "
                                                   "the other, with Undo in the menu Edit."),
                                                {}});
        return;
    }
    const auto undone = undoTelling(m_context.store);
    if (!undone)
        return m_context.dialogs.showError(this, undone.error());
    m_resultStep->showUndone(seen(m_context.store, undone->agreements.sentence));
}

void ImportDialog::showRecords()
{
    m_context.navigator.openList(entity(), m_way->queryFor(QFileInfo(m_path).fileName()));
    accept();
}

void ImportDialog::save(const QString& suggestion, qint64 rows, const std::function<Result<>(QIODevice&)>& write,
                        const QString& done)
{
    if (!m_plan)
        return;
    const QString path = m_context.dialogs.askSaveFile(
        this, tr("Save as"), QString(QFileInfo(m_path).absolutePath() + QLatin1Char('/') + suggestion),
        tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    const auto saved = releaseUngated(
        m_context.store, tr("List beside the import of %1").arg(QFileInfo(m_path).fileName()), path, rows, [&] {
            return writeImportList(path, {m_context.store.path(), m_path}, write);
        });
    if (!saved) {
        showProblem(saved.error());
        return;
    }
    m_work->say(done.arg(QFileInfo(path).fileName()));
    m_context.navigator.tellFile(done.arg(QFileInfo(path).fileName()), path);
}

void ImportDialog::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile() && step() != ResultStep && !m_isWriting)
        acceptAsCopy(*event);
}

void ImportDialog::dropEvent(QDropEvent* event)
{
    acceptAsCopy(*event);
    openFile(event->mimeData()->urls().value(0).toLocalFile());
}

} // namespace dtp
