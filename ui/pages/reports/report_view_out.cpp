// SPDX-License-Identifier: GPL-3.0-or-later
// How a report leaves: at once as the page shows it, or through the dialog for all that leaves.
#include <ui/pages/reports/report_view.h>

#include <reporting/report_file.h>
#include <ui/export/export_dialog.h>
#include <ui/export/name_review_dialog.h>
#include <ui/export/recipient_edit.h>
#include <ui/export/undecided_box.h>
#include <ui/widgets/task_dialog.h>

#include <QFileInfo>

namespace dtp
{

namespace
{
// A title as a name of a file, on every system.
QString fileNameOf(QString title)
{
    for (QChar& c : title)
        if (QStringView(u"/\\:*?\"<>|").contains(c) || c.category() == QChar::Other_Control)
            c = u'-';
    return title.simplified().left(100);
}

QString filterOf(const QString& ending)
{
    if (ending == QLatin1String("csv"))
        return ReportView::tr("Tables (*.csv)");
    if (ending == QLatin1String("html"))
        return ReportView::tr("Web page (*.html)");
    if (ending == QLatin1String("odt"))
        return ReportView::tr("Text document (*.odt)");
    return ReportView::tr("PDF (*.pdf)");
}
} // namespace

bool ReportView::exportRecord()
{
    if (!m_report)
        return false;
    if (leave()) {
        ExportStart start{QStringLiteral("workshop-report")};
        start.answers.insert(QStringLiteral("report"), m_report.value);
        start.audience = audience();
        ExportDialog dialog(m_context, std::move(start), this);
        dialog.exec();
    }
    return true;
}

std::optional<std::vector<NameInText>> ReportView::readNames()
{
    auto names = runTask<std::vector<NameInText>>(
        this, tr("Looking for names in the text"),
        [this, id = m_report, audience = audience()](const Progress&) -> Result<std::vector<NameInText>> {
            DTP_TRY(store, m_context.store.another());
            const Gate gate(*store, audience);
            const bool isForOne = traitsOf(audience).isGated();
            return namesInReport(*store, id, NameList::All, isForOne ? &gate : nullptr);
        });
    if (names)
        return std::move(*names);
    m_context.dialogs.showError(this, names.error());
    return std::nullopt;
}

void ReportView::reviewNames()
{
    if (!m_report || !leave())
        return;
    if (auto names = readNames())
        NameReviewDialog(m_context, std::move(*names), this).exec();
}

// What is decided on the way counts: nothing is asked any more when all is.
std::optional<UndecidedNames> ReportView::askUndecided()
{
    while (traitsOf(audience()).isGated()) {
        auto names = readNames();
        if (!names)
            return std::nullopt;
        QStringList undecided;
        for (const NameInText& name : *names) {
            if (!name.decision)
                undecided.append(name.name);
        }
        if (undecided.isEmpty())
            break;
        switch (UndecidedBox(undecided, !m_context.store.isReadOnly(), this).ask()) {
        case UndecidedBox::Cancel:
            return std::nullopt;
        case UndecidedBox::Withhold:
            return UndecidedNames::Withhold;
        case UndecidedBox::Decide:
            NameReviewDialog(m_context, std::move(*names), this).exec();
        }
    }
    return UndecidedNames::Refuse;
}

void ReportView::write(const QString& ending)
{
    const auto report = m_context.store.get(m_report);
    if (!report || !leave())
        return;
    const auto undecided = askUndecided();
    if (!undecided)
        return;
    // A title may name somebody, and the name of a file is read by whoever gets it.
    const QString title = traitsOf(audience()).isGated() ? tr("Report") : fileNameOf(report->title);
    const QString name = QStringLiteral("%1 (%2).%3").arg(title, audienceCode(audience()), ending);
    const QString folder = m_context.store.setting(QStringLiteral("lastExportFolder"));
    QString path = m_context.dialogs.askSaveFile(this, tr("Write the report"),
                                                 folder.isEmpty() ? name : QString(folder + QLatin1Char('/') + name),
                                                 filterOf(ending));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QLatin1Char('.') + ending;
    bool isCancelled = false;
    const auto summary = runTask<DisclosureSummary>(
        this, tr("Writing “%1”").arg(QFileInfo(path).fileName()),
        [this, id = m_report, for_ = audience(),
         file = DocumentFile{.path = path, .undecided = *undecided, .recipient = m_recipient->recipient()}](
            const Progress& progress) -> Result<DisclosureSummary> {
            DTP_TRY(store, m_context.store.another());
            return writeReportFile(*store, id, for_, file, progress);
        },
        &isCancelled);
    m_context.store.noteChangesElsewhere();
    if (!summary) {
        if (!isCancelled)
            m_context.dialogs.showError(this, summary.error());
        return;
    }
    if (const auto kept =
            m_context.store.setSetting(QStringLiteral("lastExportFolder"), QFileInfo(path).absolutePath());
        !kept)
        m_context.dialogs.showError(this, kept.error());
    m_context.navigator.tellFile(
        tr("Wrote “%1” for %2. %3").arg(QFileInfo(path).fileName(), audienceName(audience()), summary->sentence()),
        path);
}

} // namespace dtp
