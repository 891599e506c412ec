// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/workshops/workshop_export_dialog.h>

#include <sheets/csv_writer.h>
#include <sheets/xlsx_writer.h>
#include <ui/widgets/audience_picker.h>
#include <ui/widgets/theme.h>
#include <workshops/workshop_sheets.h>
#include <writers/ical_writer.h>
#include <writers/pdf_writer.h>

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
using What = WorkshopExportDialog::What;

QString wordsOf(What what)
{
    switch (what) {
    case What::Participants:
        return WorkshopExportDialog::tr("Those who are coming");
    case What::Everybody:
        return WorkshopExportDialog::tr("Everybody on the list");
    case What::Agenda:
        return WorkshopExportDialog::tr("Agenda");
    case What::SignIn:
        return WorkshopExportDialog::tr("Sign-in sheet");
    case What::Calendar:
        return WorkshopExportDialog::tr("Sessions for a calendar");
    }
    return {};
}

struct Format {
    const char* ending;
    QString words;
};

std::vector<Format> formatsOf(What what)
{
    const Format pdf{"pdf", WorkshopExportDialog::tr("To print (.pdf)")};
    switch (what) {
    case What::Participants:
    case What::Everybody:
        return {{"xlsx", WorkshopExportDialog::tr("Excel sheet (.xlsx)")},
                {"csv", WorkshopExportDialog::tr("Table (.csv)")},
                pdf};
    case What::Agenda:
    case What::SignIn:
        return {pdf};
    case What::Calendar:
        return {{"ics", WorkshopExportDialog::tr("Calendar file (.ics)")}};
    }
    return {};
}

// A title as a file name: no signs that a system refuses.
QString asFileName(QString title)
{
    static const QRegularExpression refused(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]+"));
    return title.replace(refused, QStringLiteral(" ")).simplified().left(80);
}
} // namespace

WorkshopExportDialog::WorkshopExportDialog(AppContext& context, Id<Workshop> workshop, QWidget* parent)
    : QDialog(parent), m_context(context), m_what(new QComboBox(this)), m_audience(new AudiencePicker(this)),
      m_format(new QComboBox(this)), m_preview(plainLabel({}, this)), m_export(new QPushButton(tr("Export"), this))
{
    m_workshop = valueOrTold(context.store, context.store.get(workshop));
    setWindowTitle(tr("Export or print"));
    build();
    fillFormats();
}

void WorkshopExportDialog::build()
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 3 * Space, 3 * Space, 2 * Space);
    all->setSpacing(2 * Space);
    auto* heading = plainLabel(tr("Export or print"), this, TextSize::Heading);
    all->addWidget(heading);
    for (const What what : {What::Participants, What::Everybody, What::Agenda, What::SignIn, What::Calendar})
        m_what->addItem(wordsOf(what), static_cast<int>(what));
    m_what->setAccessibleName(tr("What"));
    m_format->setAccessibleName(tr("File format"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * Space);
    form->setVerticalSpacing(Space);
    form->addRow(tr("&What"), m_what);
    form->addRow(tr("&For whom"), m_audience);
    form->addRow(tr("&As"), m_format);
    all->addLayout(form);
    all->addWidget(m_audience->makeMeaning(this));
    m_preview->setWordWrap(true);
    m_preview->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_preview->setAlignment(Qt::AlignTop);
    all->addWidget(m_preview);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    makePrimary(m_export);
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_export);
    all->addLayout(buttons);
    setMinimumWidth(480);
    connect(m_what, &QComboBox::currentIndexChanged, this, &WorkshopExportDialog::fillFormats);
    connect(m_audience, &AudiencePicker::audienceChanged, this, &WorkshopExportDialog::updatePreview);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &WorkshopExportDialog::accept);
}

void WorkshopExportDialog::choose(What what, Audience audience, const QString& ending)
{
    m_what->setCurrentIndex(m_what->findData(static_cast<int>(what)));
    m_audience->choose(audience);
    m_format->setCurrentIndex(std::max(0, m_format->findData(ending)));
}

WorkshopExportDialog::What WorkshopExportDialog::what() const
{
    return static_cast<What>(m_what->currentData().toInt());
}

Audience WorkshopExportDialog::audience() const
{
    return m_audience->audience();
}

QString WorkshopExportDialog::ending() const
{
    return m_format->currentData().toString();
}

QString WorkshopExportDialog::previewText() const
{
    return m_preview->text();
}

void WorkshopExportDialog::fillFormats()
{
    m_format->clear();
    for (const Format& format : formatsOf(what()))
        m_format->addItem(format.words, QLatin1String(format.ending));
    m_format->setEnabled(m_format->count() > 1);
    updatePreview();
}

Result<WorkshopExportDialog::Cleared> WorkshopExportDialog::disclose() const
{
    const Gate gate(m_context.store, audience());
    const auto table = [&](Result<Table> draft) -> Result<Cleared> {
        if (!draft)
            return tl::unexpected(draft.error());
        DTP_TRY(disclosed, gate.disclose(std::move(*draft)));
        return Cleared(std::move(disclosed));
    };
    const auto document = [&](Result<Document> draft) -> Result<Cleared> {
        if (!draft)
            return tl::unexpected(draft.error());
        DTP_TRY(disclosed, gate.disclose(std::move(*draft)));
        return Cleared(std::move(disclosed));
    };
    switch (what()) {
    case What::Participants:
        return table(participantsTable(m_context.store, m_workshop.id, OnSheet::Coming));
    case What::Everybody:
        return table(participantsTable(m_context.store, m_workshop.id, OnSheet::Everybody));
    case What::Agenda:
        return document(agendaDocument(m_context.store, m_workshop.id));
    case What::SignIn:
        return document(signInDocument(m_context.store, m_workshop.id));
    case What::Calendar:
        return table(calendarTable(m_context.store, m_workshop.id));
    }
    return Cleared();
}

const DisclosureSummary& WorkshopExportDialog::summary() const
{
    if (const auto* document = std::get_if<Disclosed<Document>>(&m_cleared))
        return document->summary();
    return std::get<Disclosed<Table>>(m_cleared).summary();
}

void WorkshopExportDialog::updatePreview()
{
    m_cleared = Cleared();
    auto cleared = disclose();
    m_export->setEnabled(cleared.has_value() && !m_context.store.isReadOnly());
    if (!cleared) {
        m_preview->setText(cleared.error().sentence);
        return;
    }
    m_cleared = std::move(*cleared);
    QString words = summary().sentence();
    if (!summary().withheld.empty())
        words += QLatin1Char(' ') + tr("Not shown: %1.").arg(titlesOf(summary().withheld).join(QStringLiteral(", ")));
    m_preview->setText(words);
}

Result<> WorkshopExportDialog::write(QIODevice& device) const
{
    if (const auto* document = std::get_if<Disclosed<Document>>(&m_cleared)) {
        PdfOptions options;
        options.hasCover = false;
        options.hasContents = false;
        return writePdf(*document, device, options);
    }
    const auto& table = std::get<Disclosed<Table>>(m_cleared);
    if (ending() == QLatin1String("csv"))
        return writeCsv(table, device);
    if (ending() == QLatin1String("xlsx"))
        return writeXlsx(table, device);
    if (ending() == QLatin1String("ics"))
        return writeCalendar(table, {venueTimeZone(m_workshop), m_context.store.environment().clock->now()}, device);
    PdfOptions options;
    options.date = m_workshop.start;
    return writePdf(table, device, options);
}

void WorkshopExportDialog::accept()
{
    if (std::holds_alternative<std::monostate>(m_cleared))
        return;
    const QString name =
        QString(asFileName(m_workshop.title) + QStringLiteral(" – ") + wordsOf(what()) + QLatin1Char('.') + ending());
    const QString file = m_context.dialogs.askSaveFile(
        this, windowTitle(), name,
        QString(m_format->currentText() + QStringLiteral(" (*.") + ending() + QLatin1Char(')')));
    if (file.isEmpty())
        return;
    const QString entry = tr("%1 of %2").arg(wordsOf(what()), m_workshop.title);
    const auto done = release(
        m_context.store, file, entry, [this](QIODevice& device) { return write(device); },
        [this]() -> const DisclosureSummary& { return summary(); });
    if (!done)
        return m_context.dialogs.showError(this, done.error());
    m_context.navigator.tell(tr("Exported into “%1”. %2").arg(QFileInfo(file).fileName(), summary().sentence()));
    QDialog::accept();
}

} // namespace dtp
