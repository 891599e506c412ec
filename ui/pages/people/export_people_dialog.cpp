// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/people/export_people_dialog.h>

#include <lists/directory.h>
#include <lists/export_file.h>
#include <reporting/report_file.h>
#include <ui/models/background_store.h>
#include <ui/widgets/audience_picker.h>
#include <ui/widgets/theme.h>

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <atomic>

namespace dtp
{

namespace
{
// What the file's ending asks for; the directory is a document, the others are rows.
Result<DisclosureSummary> writePeople(Store& store, const QString& file, Audience audience, const PersonQuery& query,
                                      const Progress& progress)
{
    if (!file.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive))
        return exportList(store, {Entity::Person, query.toText(), {}}, file, audience, progress);
    DTP_TRY(people, findPeople(store, query));
    const QString title = ExportPeopleDialog::tr("Directory");
    DTP_TRY(draft, directoryDocument(store, people, title, progress));
    return writeDocumentFile(store, std::move(draft), title, audience, file, {}, progress);
}
} // namespace

ExportPeopleDialog::ExportPeopleDialog(AppContext& context, const PersonQuery& query, QWidget* parent)
    : QDialog(parent), m_context(context), m_query(query), m_audience(new AudiencePicker(this)),
      m_format(new QComboBox(this)), m_preview(plainLabel({}, this)), m_progress(new QProgressBar(this)),
      m_export(new QPushButton(this)), m_background(std::make_unique<BackgroundStore>(context.store)),
      m_cancelled(std::make_shared<std::atomic_bool>(false))
{
    setWindowTitle(tr("Export people"));
    build();
    updatePreview();
}

ExportPeopleDialog::~ExportPeopleDialog()
{
    *m_cancelled = true;
}

void ExportPeopleDialog::build()
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 3 * Space, 3 * Space, 2 * Space);
    all->setSpacing(2 * Space);
    all->addWidget(plainLabel(tr("Export people"), this, TextSize::Heading));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * Space);
    form->setVerticalSpacing(Space);
    const std::pair<QString, QString> formats[] = {{tr("Excel sheet (.xlsx)"), QStringLiteral("xlsx")},
                                                   {tr("Table (.csv)"), QStringLiteral("csv")},
                                                   {tr("Address cards (.vcf)"), QStringLiteral("vcf")},
                                                   {tr("Directory to print (.pdf)"), QStringLiteral("pdf")}};
    for (const auto& [words, ending] : formats)
        m_format->addItem(words, ending);
    m_format->setAccessibleName(tr("File format"));
    form->addRow(tr("&For whom"), m_audience);
    form->addRow(tr("&As"), m_format);
    all->addLayout(form);
    m_preview->setWordWrap(true);
    all->addWidget(m_audience->makeMeaning(this));
    all->addWidget(m_preview);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->hide();
    all->addWidget(m_progress);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    makePrimary(m_export);
    m_export->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_export);
    all->addLayout(buttons);
    setMinimumWidth(480);
    connect(m_audience, &AudiencePicker::audienceChanged, this, &ExportPeopleDialog::updatePreview);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportPeopleDialog::start);
}

Audience ExportPeopleDialog::audience() const
{
    return m_audience->audience();
}

QString ExportPeopleDialog::ending() const
{
    return m_format->currentData().toString();
}

QString ExportPeopleDialog::previewText() const
{
    return m_preview->text();
}

void ExportPeopleDialog::updatePreview()
{
    m_preview->setText(tr("Looking who may be named …"));
    m_export->setText(tr("Export"));
    m_export->setEnabled(false);
    const int asked = ++m_asked;
    m_background->run<Preview>(
        [query = m_query, audience = audience(), cancelled = m_cancelled](Store& store) -> Result<Preview> {
            DTP_TRY(people, findPeople(store, query));
            const Gate gate(store, audience);
            Preview preview;
            for (const qint64 id : people) {
                if (*cancelled)
                    break;
                ++(gate.mayName(Id<Person>{id}) ? preview.named : preview.notNamed);
            }
            return preview;
        },
        [this, asked](Result<Preview> preview) {
            if (asked == m_asked)
                showPreview(preview);
        });
}

void ExportPeopleDialog::showPreview(const Result<Preview>& preview)
{
    if (!preview) {
        m_preview->setText(preview.error().sentence);
        return;
    }
    const QLocale locale;
    const QString named = locale.toString(preview->named);
    if (preview->named + preview->notNamed == 0)
        m_preview->setText(tr("Nobody fits the search, so there is nobody to export."));
    else if (preview->notNamed == 0)
        m_preview->setText(tr("All %Ln people will be in the file.", nullptr, static_cast<int>(preview->named)));
    else
        m_preview->setText(
            tr("Of %1 people, %2 will be in the file; %3 will not, since they have not agreed or are at risk.")
                .arg(locale.toString(preview->named + preview->notNamed), named, locale.toString(preview->notNamed)));
    m_export->setText(tr("Export %Ln people", nullptr, static_cast<int>(preview->named)));
    m_export->setEnabled(preview->named > 0);
}

void ExportPeopleDialog::start()
{
    const QString file = m_context.dialogs.askSaveFile(
        this, tr("Export people"), tr("People.%1").arg(ending()),
        QString(m_format->currentText() + QStringLiteral(" (*.") + ending() + QLatin1Char(')')));
    if (file.isEmpty())
        return;
    m_isRunning = true;
    m_export->setEnabled(false);
    m_audience->setEnabled(false);
    m_format->setEnabled(false);
    m_progress->setRange(0, 0);
    m_progress->show();
    m_preview->setText(tr("Writing “%1” …").arg(QFileInfo(file).fileName()));
    *m_cancelled = false;
    const Progress progress = [this, cancelled = m_cancelled](qint64 done, qint64 total, const QString&) {
        QMetaObject::invokeMethod(
            this,
            [this, done, total] {
                if (total > 0) {
                    m_progress->setRange(0, 1000);
                    m_progress->setValue(static_cast<int>(done * 1000 / total));
                }
            },
            Qt::QueuedConnection);
        return !*cancelled;
    };
    m_background->run<DisclosureSummary>(
        [file, query = m_query, audience = audience(), progress](Store& store) {
            return writePeople(store, file, audience, query, progress);
        },
        [this, file](Result<DisclosureSummary> done) { finish(done, file); });
}

void ExportPeopleDialog::finish(const Result<DisclosureSummary>& done, const QString& file)
{
    m_isRunning = false;
    m_progress->hide();
    m_audience->setEnabled(true);
    m_format->setEnabled(true);
    if (*m_cancelled) {
        QDialog::reject();
        return;
    }
    if (!done) {
        m_context.dialogs.showError(this, done.error());
        updatePreview();
        return;
    }
    m_context.store.noteChangesElsewhere(); // the ledger has a new entry
    m_context.navigator.tell(tr("Exported into “%1”. %2").arg(QFileInfo(file).fileName(), done->sentence()));
    accept();
}

void ExportPeopleDialog::reject()
{
    *m_cancelled = true;
    if (!m_isRunning)
        QDialog::reject();
}

} // namespace dtp
