// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/vault/recovery_code_view.h>

#include <ui/widgets/theme.h>
#include <writers/recovery_sheet.h>

#include <QBuffer>
#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
RecoverySheet sheetOf(const QString& file, const QString& code)
{
    return {QFileInfo(file).fileName(), code, QDate::currentDate()};
}

// Not beside the file, which it opens: whoever takes the one would have the other.
QString folderApart(const QString& file)
{
    const QString own = QFileInfo(file).absolutePath();
    for (const auto place : {QStandardPaths::DocumentsLocation, QStandardPaths::DesktopLocation,
                             QStandardPaths::DownloadLocation, QStandardPaths::HomeLocation}) {
        const QString folder = QStandardPaths::writableLocation(place);
        if (QFileInfo(folder).isDir() && QDir(folder) != QDir(own))
            return folder;
    }
    return QDir::tempPath();
}

// In memory alone: the code is in no file that nobody asked for.
QByteArray pagesOf(const RecoverySheet& sheet)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
        constexpr int tenthsOfPoint = 720; // of an inch
        writer.setResolution(tenthsOfPoint);
        QPainter painter(&writer);
        paintRecoverySheet(painter, sheet);
    }
    return buffer.data();
}
} // namespace

RecoveryCodeView::RecoveryCodeView(Dialogs& dialogs, QWidget* parent)
    : QWidget(parent), m_dialogs(dialogs), m_code(plainLabel({}, this)),
      m_save(new QPushButton(icon("document-save-as"), tr("Save as PDF…"), this)),
      m_print(new QPushButton(icon("document-print"), tr("Print…"), this)),
      m_kept(new QCheckBox(tr("I have the code on paper, or have written it down"), this))
{
    m_code->setObjectName(QStringLiteral("code"));
    m_save->setObjectName(QStringLiteral("save"));
    m_print->setObjectName(QStringLiteral("print"));
    m_kept->setObjectName(QStringLiteral("kept"));
    QFont letters = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    letters.setPointSizeF(themeFont(font(), TextSize::Heading).pointSizeF());
    letters.setWeight(QFont::DemiBold);
    m_code->setFont(letters);
    m_code->setAlignment(Qt::AlignCenter);
    m_code->setMinimumHeight(7 * Space);
    m_code->setFocusPolicy(Qt::NoFocus); // it is not copied: the clipboard is no place for it
    m_code->setAutoFillBackground(true);
    m_code->setBackgroundRole(QPalette::AlternateBase);
    auto* words = mutedLabel(tr("This code opens the file when every passphrase is forgotten. It is shown this once. "
                                "Keep it on paper, locked away, and not with the computer."),
                             this);
    words->setWordWrap(true);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(Space);
    all->addWidget(words);
    all->addWidget(m_code);
    auto* row = new QHBoxLayout;
    row->addWidget(m_print);
    row->addWidget(m_save);
    row->addStretch(1);
    all->addLayout(row);
    auto* hint = mutedLabel(tr("Print it now, or save it, print that file and delete it. The file opens when you have "
                               "ticked that you have the code."),
                            this, TextSize::Small);
    hint->setObjectName(QStringLiteral("hint"));
    hint->setWordWrap(true);
    all->addWidget(hint);
    all->addWidget(m_kept);
    setTabOrder(m_print, m_save);
    setTabOrder(m_save, m_kept);
    connect(m_save, &QPushButton::clicked, this, &RecoveryCodeView::save);
    connect(m_print, &QPushButton::clicked, this, &RecoveryCodeView::print);
    connect(m_kept, &QCheckBox::toggled, this, &RecoveryCodeView::keptChanged);
}

void RecoveryCodeView::showCode(const QString& file, const QString& code)
{
    m_file = file;
    m_code->setText(code);
    m_code->setAccessibleName(tr("Recovery code: %1").arg(code));
    m_kept->setChecked(false);
    m_print->setFocus();
}

void RecoveryCodeView::forget()
{
    m_file.clear();
    m_code->clear();
    m_code->setAccessibleName({});
    m_kept->setChecked(false);
}

QString RecoveryCodeView::code() const
{
    return m_code->text();
}

bool RecoveryCodeView::isKept() const
{
    return m_kept->isChecked();
}

void RecoveryCodeView::save()
{
    const QString name = tr("%1 recovery code.pdf").arg(QFileInfo(m_file).completeBaseName());
    const QString target = m_dialogs.askSaveFile(window(), tr("Save the recovery code, and not with the file"),
                                                 QDir(folderApart(m_file)).filePath(name), tr("PDF (*.pdf)"));
    if (target.isEmpty() || code().isEmpty())
        return;
    // A file is not paper: it has yet to be printed, and to go from the computer.
    if (const auto written = writeRecoverySheet(target, sheetOf(m_file, code())); !written)
        m_dialogs.showError(window(), written.error());
}

void RecoveryCodeView::print()
{
    const auto printed = m_dialogs.print(window(), tr("Recovery code"), pagesOf(sheetOf(m_file, code())));
    if (!printed)
        m_dialogs.showError(window(), printed.error());
    else if (*printed)
        m_kept->setChecked(true);
}

} // namespace dtp
