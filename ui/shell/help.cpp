// SPDX-License-Identifier: GPL-3.0-or-later
#include <platform/platform.h>
#include <ui/shell/help.h>

#include <ui/widgets/theme.h>

#include <QAction>
#include <QCoreApplication>
#include <QFile>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
struct Keys {
    const char* what;
    const char* keys;
};
// Keys that no menu shows.
const Keys elsewhere[] = {
    {QT_TRANSLATE_NOOP("Shortcuts", "Open the record of a row, or what a related row leads to"), "Return"},
    {QT_TRANSLATE_NOOP("Shortcuts", "Edit a field in the list, or a related row, in place"), "F2"},
    {QT_TRANSLATE_NOOP("Shortcuts", "Add a related row"), "Ins"},
    {QT_TRANSLATE_NOOP("Shortcuts", "Delete the chosen rows (Undo brings them back)"), "Del"},
    {QT_TRANSLATE_NOOP("Shortcuts", "Copy the chosen rows as a table"), "Ctrl+C"},
    {QT_TRANSLATE_NOOP("Shortcuts", "Show or cover a passphrase that is being typed"), "Ctrl+H"},
    {QT_TRANSLATE_NOOP("Shortcuts", "Open the list of a field, or the calendar of a date"), "Down, Alt+Down"},
};

QVBoxLayout* framed(QDialog* dialog, const QString& title)
{
    dialog->setWindowTitle(title);
    auto* all = new QVBoxLayout(dialog);
    all->setContentsMargins(3 * Space, 2 * Space, 3 * Space, 2 * Space);
    all->setSpacing(Space);
    all->addWidget(plainLabel(title, dialog, TextSize::Heading));
    return all;
}

void addClose(QDialog* dialog, QVBoxLayout* all)
{
    auto* row = new QHBoxLayout;
    auto* close = new QPushButton(QCoreApplication::translate("Help", "Close"), dialog);
    row->addStretch(1);
    row->addWidget(close);
    all->addLayout(row);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::close);
}
} // namespace

ShortcutsDialog::ShortcutsDialog(const std::vector<QAction*>& actions, QWidget* parent) : QDialog(parent)
{
    QVBoxLayout* all = framed(this, tr("Keyboard shortcuts"));
    auto* table = new QTableWidget(0, 2, this);
    table->setAccessibleName(tr("Keyboard shortcuts"));
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(30);
    table->horizontalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->setColumnWidth(1, 160);
    const auto add = [table](const QString& what, const QString& keys) {
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(what));
        table->setItem(row, 1, new QTableWidgetItem(keys));
    };
    for (const QAction* action : actions) {
        QString words = action->text();
        add(words.remove(QLatin1Char('&')), action->shortcut().toString(QKeySequence::NativeText));
    }
    for (const Keys& keys : elsewhere)
        add(QCoreApplication::translate("Shortcuts", keys.what), QString::fromLatin1(keys.keys));
    all->addWidget(table, 1);
    addClose(this, all);
    resize(560, 640);
}

GuideWindow::GuideWindow(QWidget* parent) : QDialog(parent, Qt::Window)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("User guide"));
    resizeWithin(*this, {940, 700});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* contents = new QListWidget(this);
    contents->setFrameShape(QFrame::NoFrame);
    contents->setFixedWidth(240);
    contents->setAccessibleName(tr("Contents of the guide"));
    auto* text = new QTextBrowser(this);
    text->setFrameShape(QFrame::NoFrame);
    text->setOpenExternalLinks(false);
    text->setOpenLinks(false);
    text->setAccessibleName(tr("Text of the guide"));
    text->document()->setDocumentMargin(4 * Space);
    row->addWidget(contents);
    row->addWidget(text, 1);
    QFile file(QStringLiteral(":/guide/guide.md"));
    if (file.open(QIODevice::ReadOnly))
        text->setMarkdown(QString::fromUtf8(file.readAll()));
    else
        text->setPlainText(tr("The guide did not come with this program. Install it again."));
    // A wider line than Markdown gives, and the headings as contents.
    for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        format.setLineHeight(level > 0 ? 110 : 130, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(level == 1 ? 0 : level > 1 ? 20 : format.topMargin());
        format.setBottomMargin(level > 0 ? 8 : 6);
        QTextCursor(block).setBlockFormat(format);
        if (level == 2) {
            auto* item = new QListWidgetItem(block.text(), contents);
            item->setSizeHint(QSize(100, 34));
            item->setData(Qt::UserRole, block.position());
        }
    }
    connect(contents, &QListWidget::currentItemChanged, this, [text](const QListWidgetItem* item) {
        if (!item)
            return;
        QTextCursor end(text->document());
        end.movePosition(QTextCursor::End);
        text->setTextCursor(end); // so that the heading comes to the top
        QTextCursor cursor(text->document());
        cursor.setPosition(item->data(Qt::UserRole).toInt());
        text->setTextCursor(cursor);
    });
    text->moveCursor(QTextCursor::Start);
}

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent)
{
    QVBoxLayout* all = framed(this, QGuiApplication::applicationDisplayName());
    const QString words[] = {tr("Version %1").arg(QCoreApplication::applicationVersion()),
                             tr("Alumni, networks, workshops and reports of a human rights training program, kept in "
                                "one file on this computer."),
                             tr("It never connects to a network. Nothing leaves the file but what you export, and "
                                "every export is entered in the ledger on the Safety page."),
                             platform::networkNotice(),
                             tr("Free software under the GNU General Public License, version 3 or later. The map is "
                                "made with Natural Earth.")};
    for (const QString& sentence : words) {
        if (sentence.isEmpty())
            continue;
        auto* label = plainLabel(sentence, this);
        label->setWordWrap(true);
        all->addWidget(label);
    }
    addClose(this, all);
    setMinimumWidth(460);
}

} // namespace dtp
