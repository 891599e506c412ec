// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/import/import_dialog.h>

#include <storage/output_path.h>
#include <ui/models/background_store.h>
#include <ui/pages/import/import_columns_step.h>
#include <ui/pages/import/import_file_step.h>
#include <ui/pages/import/import_preview_step.h>
#include <ui/pages/import/import_result_step.h>
#include <ui/widgets/theme.h>

#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int shownEvery = 80; // milliseconds between two looks at the progress

QString filePatterns()
{
    return ImportDialog::tr("Spreadsheets (%1)").arg(sheetFilePatterns());
}
} // namespace

ImportDialog::ImportDialog(AppContext& context, const QString& path, QWidget* parent)
    : QDialog(parent), m_context(context), m_title(plainLabel(tr("Import people"), this, TextSize::Title)),
      m_steps(mutedLabel({}, this)), m_stack(new QStackedWidget(this)), m_fileStep(new ImportFileStep(m_stack)),
      m_columnsStep(new ImportColumnsStep(m_stack)), m_previewStep(new ImportPreviewStep(m_stack)),
      m_resultStep(new ImportResultStep(m_stack)), m_what(mutedLabel({}, this)), m_progress(new QProgressBar(this)),
      m_back(new QPushButton(tr("&Back"), this)), m_cancel(new QPushButton(tr("Cancel"), this)),
      m_next(new QPushButton(this)), m_background(std::make_unique<BackgroundStore>(context.store))
{
    setWindowTitle(tr("Import people from a spreadsheet"));
    setAcceptDrops(true);
    build();
    if (const auto policy = matchPolicyFromCode(context.store.setting(QStringLiteral("importPolicy"))))
        m_previewStep->setPolicy(*policy);
    showStep(FileStep);
    if (!path.isEmpty())
        openFile(path);
}

ImportDialog::~ImportDialog()
{
    if (m_cancelled)
        *m_cancelled = true;
    m_background.reset(); // waits for the work that runs
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
    for (QWidget* step : {static_cast<QWidget*>(m_fileStep), static_cast<QWidget*>(m_columnsStep),
                          static_cast<QWidget*>(m_previewStep), static_cast<QWidget*>(m_resultStep)})
        m_stack->addWidget(step);
    all->addWidget(m_stack, 1);
    all->addLayout(buildFoot());
    resize(1080, 720);
    setMinimumSize(720, 480);
    connectSteps();
}

QLayout* ImportDialog::buildFoot()
{
    auto* foot = new QHBoxLayout;
    foot->setSpacing(Space);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(160, 6);
    m_progress->setAccessibleName(tr("Progress"));
    foot->addWidget(m_progress);
    foot->addWidget(m_what, 1);
    m_back->setObjectName(QStringLiteral("back"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_next->setObjectName(QStringLiteral("next"));
    m_back->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_next->setDefault(true);
    makePrimary(m_next);
    foot->addWidget(m_back);
    foot->addWidget(m_cancel);
    foot->addWidget(m_next);
    return foot;
}

void ImportDialog::connectSteps()
{
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::back);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::next);
    connect(m_fileStep, &ImportFileStep::optionsChanged, this, &ImportDialog::look);
    connect(m_fileStep, &ImportFileStep::otherFileAsked, this, [this] {
        const QString path = m_context.dialogs.askOpenFile(this, tr("Choose a spreadsheet"), filePatterns());
        if (!path.isEmpty())
            openFile(path);
    });
    connect(m_columnsStep, &ImportColumnsStep::mappingChanged, this, [this] {
        m_file.reset();
        updateButtons();
    });
    connect(m_previewStep, &ImportPreviewStep::policyChosen, this, &ImportDialog::makePlan);
    connect(m_resultStep, &ImportResultStep::undoAsked, this, &ImportDialog::undoImport);
    connect(m_resultStep, &ImportResultStep::showPeopleAsked, this, &ImportDialog::showPeople);
    connect(m_resultStep, &ImportResultStep::saveRejectedAsked, this, [this] {
        save(
            tr("%1 - rejected rows.csv").arg(QFileInfo(m_path).completeBaseName()),
            [this](QIODevice& device) { return m_plan->writeRejected(device); },
            tr("The rejected rows were saved as “%1”."));
    });
    connect(m_resultStep, &ImportResultStep::saveLogAsked, this, [this] {
        save(
            tr("%1 - import.csv").arg(QFileInfo(m_path).completeBaseName()),
            [this](QIODevice& device) { return m_plan->writeLog(device); },
            tr("What became of each row was saved as “%1”."));
    });
}

ImportDialog::Step ImportDialog::step() const
{
    return static_cast<Step>(m_stack->currentIndex());
}

template <class T>
void ImportDialog::work(const QString& what, std::function<Result<T>(Store&, const Progress&)> deed,
                        std::function<void(Result<T>)> done)
{
    if (m_cancelled)
        *m_cancelled = true; // what runs is no longer wanted
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    m_what->setText(what);
    m_progress->setRange(0, 0);
    updateButtons();
    const Progress progress = [this, cancelled = m_cancelled, last = std::make_shared<QElapsedTimer>()](
                                  qint64 finished, qint64 total, const QString& doing) {
        if (!last->isValid() || last->elapsed() > shownEvery) {
            last->start();
            QMetaObject::invokeMethod(
                this,
                [this, cancelled, finished, total, doing] {
                    if (cancelled == m_cancelled && !*cancelled)
                        showProgress(finished, total, doing);
                },
                Qt::QueuedConnection);
        }
        return !*cancelled;
    };
    m_background->run<T>([deed = std::move(deed), progress](Store& store) { return deed(store, progress); },
                         [this, done = std::move(done), cancelled = m_cancelled](Result<T> result) {
                             if (cancelled != m_cancelled)
                                 return; // superseded
                             m_wasStopped = *cancelled;
                             m_cancelled.reset();
                             m_what->clear();
                             done(std::move(result));
                             updateButtons();
                         });
}

void ImportDialog::showProgress(qint64 finished, qint64 total, const QString& what)
{
    if (!what.isEmpty())
        m_what->setText(what);
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_progress->setValue(static_cast<int>(std::clamp<qint64>(finished * 1000 / total, 0, 1000)));
}

void ImportDialog::openFile(const QString& path)
{
    m_path = path;
    m_title->setText(tr("Import people"));
    m_fileStep->showFile(path);
    showStep(FileStep);
    look();
}

void ImportDialog::look()
{
    m_canImport = false;
    m_file.reset();
    m_plan.reset();
    const SheetOptions options = m_fileStep->options();
    const auto headingRow = m_fileStep->headingRow();
    work<SheetPreview>(
        tr("Looking at the file …"),
        [path = m_path, options, headingRow](Store& store, const Progress& progress) -> Result<SheetPreview> {
            DTP_TRY(preview, previewSheet(store, path, options, progress, headingRow));
            recallMapping(store, preview.mapping);
            return std::move(preview);
        },
        [this](Result<SheetPreview> preview) {
            if (!preview) {
                m_fileStep->showProblem(preview.error().sentence);
                return;
            }
            m_canImport = !preview->mapping.columns.empty();
            m_fileStep->showPreview(*preview);
            m_columnsStep->setMapping(preview->mapping);
            m_next->setFocus();
        });
}

void ImportDialog::makePlan()
{
    m_plan.reset();
    m_previewStep->setPlan(nullptr);
    using Made = std::pair<std::shared_ptr<const ImportFile>, std::shared_ptr<const ImportPlan>>;
    work<Made>(
        tr("Reading the rows …"),
        [path = m_path, options = m_fileStep->options(), mapping = m_columnsStep->mapping(), file = m_file,
         policy = m_previewStep->policy()](Store& store, const Progress& progress) -> Result<Made> {
            std::shared_ptr<const ImportFile> read = file;
            if (!read) {
                DTP_TRY(fresh, ImportFile::read(store, path, options, mapping, progress));
                read = fresh;
            }
            DTP_TRY(plan, ImportPlan::make(store, read, policy, progress));
            return Made(read, std::make_shared<const ImportPlan>(std::move(plan)));
        },
        [this](Result<Made> made) {
            if (!made) {
                showProblem(made.error());
                showStep(ColumnsStep);
                return;
            }
            std::tie(m_file, m_plan) = *made;
            m_previewStep->setPlan(m_plan);
            m_next->setFocus();
        });
}

void ImportDialog::runImport()
{
    m_isWriting = true;
    work<qint64>(
        tr("Writing people …"),
        [plan = m_plan](Store& store, const Progress& progress) { return plan->apply(store, progress); },
        [this](Result<qint64> change) {
            m_isWriting = false;
            if (!change && m_wasStopped) {
                m_what->setText(change.error().sentence);
                return;
            }
            if (!change) {
                showProblem(change.error());
                makePlan(); // anew, for the data as it is now
                return;
            }
            m_change = *change;
            m_context.store.noteChangesElsewhere();
            if (const auto kept = rememberMapping(m_context.store, m_columnsStep->mapping()); !kept)
                m_context.dialogs.showError(this, kept.error());
            if (const auto kept = m_context.store.setSetting(
                    QStringLiteral("importPolicy"),
                    m_previewStep->policy() == MatchPolicy::Skip     ? QStringLiteral("skip")
                    : m_previewStep->policy() == MatchPolicy::Update ? QStringLiteral("update")
                                                                     : QStringLiteral("fill"));
                !kept)
                m_context.dialogs.showError(this, kept.error());
            m_resultStep->showResult(*m_plan, m_change != 0);
            showStep(ResultStep);
        });
}

void ImportDialog::next()
{
    switch (step()) {
    case FileStep:
        showStep(ColumnsStep);
        break;
    case ColumnsStep:
        showStep(PreviewStep);
        if (!m_file || !m_plan)
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

void ImportDialog::back()
{
    if (m_cancelled)
        *m_cancelled = true;
    m_cancelled.reset();
    m_what->clear();
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
    m_progress->setVisible(busy);
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
        m_next->setEnabled(m_canImport && m_columnsStep->hasName());
        break;
    case PreviewStep:
        m_next->setText(!m_plan                 ? tr("&Import")
                        : m_plan->people() == 1 ? tr("&Import 1 person")
                                                : tr("&Import %L1 people").arg(m_plan->people()));
        m_next->setEnabled(!busy && m_plan && m_plan->counts().rows > 0);
        if (m_plan && m_plan->people() == 0)
            m_next->setText(tr("&Finish"));
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
    if (m_isWriting && m_cancelled) {
        *m_cancelled = true; // the work ends with an error that says so, and everything is as it was
        m_what->setText(tr("Stopping; everything will be as it was."));
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
    if (const auto undone = m_context.store.undo(); !undone) {
        m_context.dialogs.showError(this, undone.error());
        return;
    }
    m_resultStep->showUndone();
}

void ImportDialog::showPeople()
{
    m_context.navigator.openPage(QStringLiteral("people"),
                                 QStringLiteral("source:\"%1\"").arg(m_file->name().remove(QLatin1Char('"'))));
    accept();
}

void ImportDialog::save(const QString& suggestion, const std::function<Result<>(QIODevice&)>& write,
                        const QString& done)
{
    if (!m_plan)
        return;
    const QString path = m_context.dialogs.askSaveFile(
        this, tr("Save as"), QString(QFileInfo(m_path).absolutePath() + QLatin1Char('/') + suggestion),
        tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const auto saved = [&]() -> Result<> {
        DTP_CHECK(checkOutput(path, {m_context.store.path(), m_path}));
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return fail(tr("“%1” could not be written. May you write to this folder?").arg(QFileInfo(path).fileName()),
                        file.errorString());
        DTP_CHECK(write(file));
        if (!file.commit())
            return fail(tr("“%1” could not be written. Is there room on the disk?").arg(QFileInfo(path).fileName()),
                        file.errorString());
        return {};
    }();
    if (!saved) {
        showProblem(saved.error());
        return;
    }
    m_what->setText(done.arg(QFileInfo(path).fileName()));
    m_context.navigator.tell(done.arg(QFileInfo(path).fileName()));
}

void ImportDialog::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile() && step() != ResultStep && !m_isWriting)
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent* event)
{
    openFile(event->mimeData()->urls().value(0).toLocalFile());
}

} // namespace dtp
