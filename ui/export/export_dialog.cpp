// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/export/export_dialog.h>

#include <ui/export/audience_picker.h>
#include <ui/export/export_columns.h>
#include <ui/export/export_words.h>
#include <ui/widgets/field_editor.h>
#include <ui/widgets/theme.h>
#include <ui/widgets/work_bar.h>

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace dtp
{

ExportDialog::ExportDialog(AppContext& context, ExportStart start, QWidget* parent)
    : QDialog(parent), m_context(context), m_start(std::move(start)), m_what(new QComboBox(this)),
      m_form(new QFormLayout), m_rows(new QComboBox(this)), m_columns(new ExportColumns(this)),
      m_audience(new AudiencePicker(this)), m_format(new QComboBox(this)), m_preview(plainLabel({}, this)),
      m_work(new WorkBar(context.store, this)), m_export(new QPushButton(this)),
      m_print(new QPushButton(icon("document-print"), tr("&Print…"), this))
{
    setWindowTitle(tr("Export or print"));
    build();
    m_audience->choose(m_start.audience);
    m_what->setCurrentIndex(std::max(0, m_what->findData(m_start.key)));
    takeWhat();
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportDialog::takeWhat);
    connect(m_rows, &QComboBox::currentIndexChanged, this, &ExportDialog::look);
    connect(m_columns, &ExportColumns::changed, this, &ExportDialog::look);
    connect(m_audience, &AudiencePicker::audienceChanged, this, &ExportDialog::look);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        showColumns();
        look();
    });
}

ExportDialog::~ExportDialog()
{
    delete m_work; // waits for what runs, while all that it tells is still there
}

void ExportDialog::build()
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 3 * Space, 3 * Space, 2 * Space);
    all->setSpacing(2 * Space);
    all->addWidget(plainLabel(windowTitle(), this, TextSize::Heading));
    for (const auto& one : exportCatalogue())
        m_what->addItem(one->title(), one->key());
    m_what->setMaxVisibleItems(18);
    m_what->setObjectName(QStringLiteral("what"));
    m_rows->setObjectName(QStringLiteral("rows"));
    m_rows->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_format->setObjectName(QStringLiteral("format"));
    m_form->setHorizontalSpacing(2 * Space);
    m_form->setVerticalSpacing(Space);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&What"), m_what);
    m_form->addRow(tr("&Which"), m_rows);
    m_form->addRow(tr("&For whom"), m_audience);
    m_form->addRow(QString(), m_audience->makeMeaning(this));
    m_form->addRow(tr("&As"), m_format);
    for (QComboBox* box : {m_what, m_rows, m_format, static_cast<QComboBox*>(m_audience)})
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* left = new QVBoxLayout;
    left->setSpacing(2 * Space);
    left->addLayout(m_form);
    m_preview->setWordWrap(true);
    m_preview->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_preview->setMinimumHeight(5 * fontMetrics().lineSpacing());
    left->addWidget(m_preview, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(3 * Space);
    middle->addLayout(left, 3);
    middle->addWidget(m_columns, 2);
    all->addLayout(middle, 1);
    all->addWidget(buildFoot());
    setMinimumWidth(520);
    resize(800, 480);
}

QWidget* ExportDialog::buildFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto* cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setAutoDefault(false);
    makePrimary(m_export);
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setDefault(true);
    row->addWidget(m_work, 1);
    m_print->setObjectName(QStringLiteral("print"));
    m_print->setAutoDefault(false);
    row->addWidget(cancel);
    row->addWidget(m_print);
    row->addWidget(m_export);
    connect(cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::accept);
    connect(m_print, &QPushButton::clicked, this, &ExportDialog::print);
    return foot;
}

void ExportDialog::choose(const QString& key, Audience audience, const QString& ending)
{
    m_what->setCurrentIndex(m_what->findData(key));
    m_audience->choose(audience);
    m_format->setCurrentIndex(std::max(0, m_format->findData(ending)));
}

bool ExportDialog::isBusy() const
{
    return m_work->isBusy();
}

QString ExportDialog::previewText() const
{
    return m_preview->text();
}

FieldEditor* ExportDialog::editor(const QString& parameter) const
{
    for (const auto& [asked, editor] : m_editors) {
        if (asked.key == parameter)
            return editor;
    }
    return nullptr;
}

QString ExportDialog::ending() const
{
    return m_format->currentData().toString();
}

ExportDialog::Rows ExportDialog::rows() const
{
    return static_cast<Rows>(m_rows->currentData().toInt());
}

IdSource ExportDialog::source() const
{
    if (rows() == Rows::List)
        return m_start.list;
    if (rows() == Rows::Chosen)
        return [chosen = m_start.chosen](const Store&, qint64) -> Result<std::vector<qint64>> { return chosen; };
    return nullptr;
}

void ExportDialog::takeWhat()
{
    m_exportable = exportableOf(m_what->currentData().toString());
    m_audience->setGoesTo(what().goesTo());
    m_form->setRowVisible(m_audience, what().goesTo().isEmpty());
    fillRows();
    fillAnswers();
    fillFormats();
    const Exportable* start = exportableOf(m_start.key);
    const bool isSame = start && start->entity() == what().entity();
    m_columns->setColumns(what().columns(m_context.store), isSame ? m_start.columns : QStringList());
    showColumns();
    look();
}

// The list and what is chosen in it are of one type.
void ExportDialog::fillRows()
{
    const QSignalBlocker blocker(m_rows);
    m_rows->clear();
    const bool isOfRecords = what().entity() != Entity::None;
    m_form->setRowVisible(m_rows, isOfRecords);
    const Exportable* start = exportableOf(m_start.key);
    if (isOfRecords && start && start->entity() == what().entity()) {
        if (!m_start.chosen.empty())
            m_rows->addItem(m_start.chosen.size() == 1 ? tr("The one that is chosen")
                                                       : tr("The %L1 that are chosen").arg(m_start.chosen.size()),
                            static_cast<int>(Rows::Chosen));
        if (m_start.list)
            m_rows->addItem(m_start.listWords.isEmpty() ? tr("The list as it is filtered")
                                                        : tr("The list with “%1”").arg(m_start.listWords),
                            static_cast<int>(Rows::List));
    }
    const QString plural = isOfRecords ? recordType(what().entity()).pluralText() : QString();
    m_rows->addItem(tr("All %1").arg(plural), static_cast<int>(Rows::All));
    m_rows->setEnabled(m_rows->count() > 1);
}

void ExportDialog::fillAnswers()
{
    for (const auto& [parameter, editor] : m_editors)
        m_form->removeRow(editor);
    m_editors.clear();
    int row = 2; // below what and which
    for (const ExportParameter& parameter : what().parameters()) {
        FieldEditor* editor = makeFieldEditor(*parameter.field, m_context, this);
        editor->setObjectName(parameter.key);
        editor->setValue(m_start.answers.value(parameter.key));
        m_form->insertRow(row++, parameter.label, editor);
        connect(editor, &FieldEditor::edited, this, &ExportDialog::look);
        m_editors.emplace_back(parameter, editor);
    }
}

void ExportDialog::fillFormats()
{
    const QSignalBlocker blocker(m_format);
    const QString before = ending();
    m_format->clear();
    for (const ExportFormat& format : what().formats())
        m_format->addItem(format.words, format.ending);
    m_format->setCurrentIndex(std::max(0, m_format->findData(before)));
    m_format->setEnabled(m_format->count() > 1);
}

// Address cards have columns of their own.
void ExportDialog::showColumns()
{
    m_columns->setVisible(m_columns->hasColumns() && ending() != QLatin1String("vcf"));
}

QString ExportDialog::answerProblem() const
{
    for (const auto& [parameter, editor] : m_editors) {
        if (!editor->problem().isEmpty())
            return editor->problem();
    }
    if (!m_columns->isHidden() && m_columns->isNoneChosen())
        return tr("No column is chosen: there is nothing to write.");
    return {};
}

ExportCall ExportDialog::call() const
{
    ExportCall call;
    if (!m_columns->isHidden())
        call.columns = m_columns->keys();
    for (const auto& [parameter, editor] : m_editors)
        call.answers.insert(parameter.key, editor->value());
    if (rows() != Rows::All)
        (rows() == Rows::List ? call.query : call.chosenFrom) = m_start.listQuery;
    return call;
}

namespace
{
// The rows that are meant, read where they are needed: on the other thread.
Result<ExportCall> withRows(ExportCall call, const Store& store, const IdSource& source)
{
    if (source) {
        DTP_TRY(records, source(store, -1));
        call.records = std::move(records);
    }
    return call;
}
} // namespace

void ExportDialog::look()
{
    if (m_isWriting)
        return;
    if (const QString problem = answerProblem(); !problem.isEmpty()) {
        m_work->drop();
        m_preview->setText(problem);
        return offer(false, tr("Export"));
    }
    m_preview->setText(tr("Looking what may leave …"));
    offer(false, tr("Export"));
    m_work->run<ExportPreview>(
        {},
        [what = m_exportable, call = call(), source = source(),
         audience = m_audience->audience()](Store& store, const Progress& progress) -> Result<ExportPreview> {
            DTP_TRY(whole, withRows(call, store, source));
            return previewExport(store, *what, whole, audience, progress);
        },
        [this](Result<ExportPreview> preview) { say(preview); });
}

void ExportDialog::say(const Result<ExportPreview>& preview)
{
    if (!preview) {
        m_preview->setText(preview.error().sentence);
        return offer(false, tr("Export"));
    }
    m_preview->setText(previewSentence(what(), *preview));
    offer(preview->problem.isEmpty(), exportButtonText(what(), *preview));
    if (m_context.store.isReadOnly())
        m_preview->setText(m_context.store.readOnlyReason()); // what leaves is entered in the file
}

void ExportDialog::offer(bool canLeave, const QString& button)
{
    m_export->setText(button);
    m_export->setEnabled(canLeave && !m_context.store.isReadOnly());
    m_print->setEnabled(m_export->isEnabled() && canBePrinted(what()));
}

void ExportDialog::accept()
{
    if (!m_export->isEnabled())
        return;
    const QString file = m_context.dialogs.askSaveFile(
        this, windowTitle(), suggestedFileName(m_context.store, what(), call(), m_audience->audience(), ending()),
        fileKind(m_format->currentText(), ending()));
    if (!file.isEmpty())
        write(file);
}

void ExportDialog::setWriting(bool isWriting)
{
    m_isWriting = isWriting;
    for (QWidget* part :
         {static_cast<QWidget*>(m_what), static_cast<QWidget*>(m_audience), static_cast<QWidget*>(m_columns)})
        part->setEnabled(!isWriting);
    m_rows->setEnabled(!isWriting && m_rows->count() > 1);
    m_format->setEnabled(!isWriting && m_format->count() > 1);
    if (isWriting) {
        m_export->setEnabled(false);
        m_print->setEnabled(false);
    }
}

void ExportDialog::print()
{
    if (!m_print->isEnabled())
        return;
    setWriting(true);
    m_work->run<PrintedPages>(
        tr("Making the pages …"),
        [what = m_exportable, call = call(), source = source(),
         audience = m_audience->audience()](Store& store, const Progress& progress) -> Result<PrintedPages> {
            DTP_TRY(whole, withRows(call, store, source));
            return pagesToPrint(store, *what, whole, audience, progress);
        },
        [this](Result<PrintedPages> pages) { finishPrint(pages); });
}

void ExportDialog::finishPrint(const Result<PrintedPages>& pages)
{
    setWriting(false);
    if (m_work->wasStopped() && !pages)
        return QDialog::reject();
    const auto printed =
        pages ? releaseByHand(m_context.store, tr("%1 on paper").arg(pages->name), tr("printed"), pages->summary,
                              [&] { return m_context.dialogs.print(this, pages->name, pages->pdf); })
              : Result<bool>(tl::unexpected(pages.error()));
    look();
    if (!printed)
        return m_context.dialogs.showError(this, printed.error());
    if (!*printed)
        return; // back to what can be chosen
    m_context.navigator.tellOnly(tr("Printed “%1”. %2").arg(pages->name, pages->summary.sentence()));
    QDialog::accept();
}

void ExportDialog::write(const QString& file)
{
    setWriting(true);
    m_work->run<DisclosureSummary>(
        tr("Writing “%1” …").arg(QFileInfo(file).fileName()),
        [what = m_exportable, call = call(), source = source(), audience = m_audience->audience(),
         file](Store& store, const Progress& progress) -> Result<DisclosureSummary> {
            DTP_TRY(whole, withRows(call, store, source));
            return writeExport(store, *what, whole, file, audience, progress);
        },
        [this, file](Result<DisclosureSummary> done) { finish(done, file); });
}

void ExportDialog::finish(const Result<DisclosureSummary>& done, const QString& file)
{
    setWriting(false);
    if (m_work->wasStopped() && !done)
        return QDialog::reject();
    if (!done) {
        m_context.dialogs.showError(this, done.error());
        look();
        return;
    }
    m_context.store.noteChangesElsewhere(); // the ledger has a new entry
    m_context.navigator.tellOnly(tr("Exported into “%1”. %2").arg(QFileInfo(file).fileName(), done->sentence()));
    QDialog::accept();
}

void ExportDialog::reject()
{
    if (m_isWriting)
        return m_work->stop(); // it ends without a file
    QDialog::reject();
}

} // namespace dtp
