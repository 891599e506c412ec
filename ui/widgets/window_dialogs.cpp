// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/window_dialogs.h>

#include <ui/widgets/theme.h>

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
struct DialogsText {
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

} // namespace

void WindowDialogs::showError(QWidget* parent, const Error& error)
{
    QMessageBox box(parent);
    box.setWindowTitle(QGuiApplication::applicationDisplayName());
    box.setIcon(QMessageBox::Warning);
    box.setTextFormat(Qt::PlainText);
    box.setText(error.sentence);
    if (!error.detail.isEmpty())
        box.setDetailedText(error.detail);
    box.exec();
}

bool WindowDialogs::confirm(QWidget* parent, const QString& sentence, const QString& deed)
{
    QMessageBox box(parent);
    box.setWindowTitle(QGuiApplication::applicationDisplayName());
    box.setIcon(QMessageBox::Question);
    box.setTextFormat(Qt::PlainText);
    box.setText(sentence);
    const QPushButton* yes = box.addButton(deed, QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == yes;
}

// Of the user; a folder that is not there would stand as a name in the dialog.
static QString documentsFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

QString WindowDialogs::askOpenFile(QWidget* parent, const QString& title, const QString& filter)
{
    if (m_folder.isEmpty())
        m_folder = documentsFolder();
    const QString file = QFileDialog::getOpenFileName(parent, title, m_folder, filter);
    if (!file.isEmpty())
        m_folder = QFileInfo(file).path();
    return file;
}

QString WindowDialogs::askSaveFile(QWidget* parent, const QString& title, const QString& suggestion,
                                   const QString& filter)
{
    if (m_folder.isEmpty())
        m_folder = documentsFolder();
    // A name typed without an ending gets that of the first kind offered, as people expect.
    QFileDialog dialog(parent, title, QFileInfo(suggestion).isAbsolute() ? QFileInfo(suggestion).path() : m_folder,
                       filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.selectFile(QFileInfo(suggestion).fileName());
    if (!QFileInfo(suggestion).suffix().isEmpty())
        dialog.setDefaultSuffix(QFileInfo(suggestion).suffix());
    if (dialog.exec() != QDialog::Accepted)
        return {};
    const QString file = dialog.selectedFiles().value(0);
    m_folder = QFileInfo(file).path();
    return file;
}

std::optional<QString> WindowDialogs::askText(QWidget* parent, const QString& title, const QString& label,
                                              const QString& value)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(title);
    auto* layout = new QVBoxLayout(&dialog);
    auto* words = plainLabel(label, &dialog);
    words->setWordWrap(true);
    auto* edit = new QLineEdit(value, &dialog);
    edit->setMinimumWidth(360);
    edit->selectAll();
    words->setBuddy(edit);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
    buttons->button(QDialogButtonBox::Ok)->setText(DialogsText::tr("Use this"));
    makePrimary(buttons->button(QDialogButtonBox::Ok));
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    layout->addWidget(words);
    layout->addWidget(edit);
    layout->addSpacing(Space);
    layout->addWidget(buttons);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return edit->text();
}

void WindowDialogs::open(const QString& path)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        showError(nullptr,
                  Error{DialogsText::tr("“%1” could not be opened. It stands in “%2”.")
                            .arg(QFileInfo(path).fileName(), QDir::toNativeSeparators(QFileInfo(path).absolutePath())),
                        {}});
}

} // namespace dtp
