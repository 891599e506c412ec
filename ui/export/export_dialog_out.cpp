// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with the choice: looked at, reviewed, written, printed.
#include <ui/export/export_dialog.h>

#include <ui/export/audience_picker.h>
#include <ui/export/export_columns.h>
#include <ui/export/export_words.h>
#include <ui/export/name_review_dialog.h>
#include <ui/export/recipient_edit.h>
#include <ui/widgets/work_bar.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <utility>

namespace dtp
{

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
    const bool isGated = traitsOf(m_audience->audience()).isGated() && what().goesTo().isEmpty();
    m_review->setVisible(isGated);
    m_withhold->setVisible(isGated);
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
    if (!m_export->isEnabled() || !std::exchange(m_beginsAtButton, false))
        return;
    if (!focusWidget() || focusWidget() == m_what) // nobody went elsewhere meanwhile
        m_export->setFocus(Qt::TabFocusReason);
}

void ExportDialog::reviewNames()
{
    if (m_isWriting || !answerProblem().isEmpty())
        return;
    m_work->run<std::vector<NameInText>>(
        tr("Looking for names in the texts …"),
        [what = m_exportable, call = call(), source = source(), audience = m_audience->audience()](
            Store& store, const Progress& progress) -> Result<std::vector<NameInText>> {
            DTP_TRY(whole, withRows(call, store, source));
            const Gate gate(store, audience);
            return namesInExport(store, *what, whole, &gate, progress, NameList::All);
        },
        [this](Result<std::vector<NameInText>> names) {
            if (names)
                NameReviewDialog(m_context, std::move(*names), this).exec();
            else if (!m_work->wasStopped())
                m_context.dialogs.showError(this, names.error());
            look();
        });
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
         std::initializer_list<QWidget*>{m_what, m_audience, m_recipient, m_columns, m_review, m_withhold})
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
        pages ? releaseByHand(m_context.store, {tr("%1 on paper").arg(pages->name), m_recipient->recipient()},
                              tr("printed"), pages->summary,
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
    m_context.navigator.tellFile(tr("Exported into “%1”. %2").arg(QFileInfo(file).fileName(), done->sentence()), file);
    QDialog::accept();
}

void ExportDialog::reject()
{
    if (m_isWriting)
        return m_work->stop(); // it ends without a file
    QDialog::reject();
}

} // namespace dtp
