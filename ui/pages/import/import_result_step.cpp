// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/import/import_result_step.h>

#include <ui/models/import_phrases.h>
#include <ui/pages/import/import_doubts.h>
#include <ui/widgets/theme.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace dtp
{

ImportResultStep::ImportResultStep(QWidget* parent)
    : QWidget(parent), m_heading(plainLabel({}, this, TextSize::Title)), m_counts(plainLabel({}, this)),
      m_hint(mutedLabel({}, this)), m_showRecords(new QPushButton(icon("view-list-details"), {}, this)),
      m_saveRejected(new QPushButton(icon("document-save-as"), {}, this)),
      m_saveLog(new QPushButton(icon("document-save-as"), tr("Save what became of each &row…"), this)),
      m_undo(new QPushButton(icon("edit-undo"), tr("&Undo this import"), this))
{
    m_showRecords->setObjectName(QStringLiteral("showRecords"));
    m_saveRejected->setObjectName(QStringLiteral("saveRejected"));
    m_saveLog->setObjectName(QStringLiteral("saveLog"));
    m_undo->setObjectName(QStringLiteral("undoImport"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 2 * Space, 0, 0);
    all->setSpacing(2 * Space);
    m_heading->setWordWrap(true);
    m_counts->setWordWrap(true);
    m_hint->setWordWrap(true);
    all->addWidget(m_heading);
    all->addWidget(m_counts);
    all->addWidget(m_hint);
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(Space);
    for (QPushButton* button : {m_showRecords, m_saveRejected, m_saveLog, m_undo}) {
        button->setAutoDefault(false);
        button->setMinimumWidth(320);
        buttons->addWidget(button, 0, Qt::AlignLeft);
    }
    all->addLayout(buttons);
    all->addStretch(1);
    connect(m_showRecords, &QPushButton::clicked, this, &ImportResultStep::showRecordsAsked);
    connect(m_saveRejected, &QPushButton::clicked, this, &ImportResultStep::saveRejectedAsked);
    connect(m_saveLog, &QPushButton::clicked, this, &ImportResultStep::saveLogAsked);
    connect(m_undo, &QPushButton::clicked, this, &ImportResultStep::undoAsked);
}

void ImportResultStep::showResult(Entity entity, const ImportTally& counts, bool canUndo)
{
    m_heading->setText(importedText(entity, counts));
    // Who no longer agrees, and what was not understood, is to be read once more.
    m_counts->setText(
        (QStringList{importedCountsText(entity, counts)} + importDoubts(entity, counts)).join(QLatin1Char('\n')));
    m_showRecords->setText(importPhrases(entity).show);
    m_saveRejected->setText(counts.rejected == 1 ? tr("Save the row that was set aside…")
                                                 : tr("Save the %L1 rows that were set aside…").arg(counts.rejected));
    m_saveRejected->setVisible(counts.rejected > 0);
    m_hint->setText(
        counts.rejected > 0
            ? tr("Save what was set aside with its reasons, mend it in a spreadsheet program, and import that file.")
            : QString());
    m_hint->setVisible(counts.rejected > 0);
    m_undo->setVisible(canUndo);
    m_undo->setEnabled(canUndo);
    m_showRecords->setVisible(counts.records() > 0 || counts.unchanged > 0);
}

void ImportResultStep::showUndone(const QString& agreements)
{
    m_heading->setText(tr("The import was taken back"));
    QStringList lines{tr("Everything is as it was before. Redo in the menu Edit brings the import again."),
                      agreements};
    lines.removeAll(QString());
    m_counts->setText(lines.join(QLatin1Char('\n')));
    m_undo->setEnabled(false);
    m_showRecords->setVisible(false);
}

} // namespace dtp
