// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/backups/backups_dialog.h>

#include <storage/automatic_backup.h>
#include <ui/vault/aside.h>
#include <ui/widgets/task_dialog.h>
#include <ui/widgets/theme.h>

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
enum Column { MadeColumn, PeopleColumn, PlaceColumn };

QPushButton* button(QWidget* parent, const QString& text, const char* name)
{
    auto* made = new QPushButton(text, parent);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    return made;
}
} // namespace

BackupsDialog::BackupsDialog(AppContext& context, std::function<QString()> askFolder, QWidget* parent)
    : QDialog(parent), m_context(context), m_askFolder(std::move(askFolder)), m_table(new QTableWidget(0, 3, this)),
      m_remark(mutedLabel({}, this))
{
    setWindowTitle(tr("Backups"));
    build();
    resize(640, 480);
    fill();
    showPlace();
}

void BackupsDialog::build()
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 2 * Space, 3 * Space, 2 * Space);
    all->setSpacing(Space);
    all->addWidget(plainLabel(tr("Backups"), this, TextSize::Heading));
    auto* words =
        mutedLabel(tr("Made by themselves: after each hour of work, on closing, and before an import. Kept "
                      "are the newest of each hour, day, week and month, and those with far more people than "
                      "there are now."),
                   this);
    words->setWordWrap(true);
    all->addWidget(words);
    m_table->setAccessibleName(tr("Backups"));
    m_table->setHorizontalHeaderLabels({tr("Made"), tr("Holds"), tr("Where")});
    m_table->horizontalHeader()->setSectionResizeMode(MadeColumn, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(PeopleColumn, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(PlaceColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    makeList(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &BackupsDialog::updateButtons);
    all->addWidget(m_table, 1);
    m_remark->setWordWrap(true);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->hide();
    all->addWidget(m_remark);
    all->addLayout(buildPlace());
    m_now = button(this, tr("&Back up now"), "now");
    m_restore = button(this, tr("&Restore…"), "restore");
    auto* other = button(this, tr("&Another file…"), "other");
    auto* close = button(this, tr("Close"), "close");
    auto* row = new QHBoxLayout;
    for (QPushButton* each : {m_now, m_restore, other})
        row->addWidget(each);
    row->addStretch(1);
    row->addWidget(close);
    all->addLayout(row);
    connect(m_now, &QPushButton::clicked, this, &BackupsDialog::backUpNow);
    connect(m_restore, &QPushButton::clicked, this, &BackupsDialog::restoreChosen);
    connect(other, &QPushButton::clicked, this, &BackupsDialog::restoreOther);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

QLayout* BackupsDialog::buildPlace()
{
    m_place = plainLabel({}, this);
    m_place->setWordWrap(true);
    m_place->setObjectName(QStringLiteral("place"));
    m_choose = button(this, tr("&Choose…"), "choose");
    m_choose->setToolTip(tr("A folder on another disk, as on a stick"));
    m_forget = button(this, tr("&Only beside the file"), "forget");
    auto* row = new QHBoxLayout;
    row->addWidget(m_place, 1);
    row->addWidget(m_choose);
    row->addWidget(m_forget);
    const bool isFixed = m_context.store.isReadOnly();
    m_choose->setEnabled(!isFixed);
    m_forget->setEnabled(!isFixed);
    connect(m_choose, &QPushButton::clicked, this, &BackupsDialog::choosePlace);
    connect(m_forget, &QPushButton::clicked, this, [this] { setPlace({}); });
    return row;
}

// Names and times at once; what is in them is read beside, for that opens each.
void BackupsDialog::fill()
{
    m_entries = allBackups(m_context.store);
    m_isRead = false;
    m_table->setRowCount(static_cast<int>(m_entries.size()));
    QStringList files;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const BackupEntry& entry = m_entries[static_cast<size_t>(row)];
        const QString when = QLocale().toString(entry.at, QStringLiteral("ddd d MMMM yyyy, HH:mm"));
        m_table->setItem(row, MadeColumn, new QTableWidgetItem(when));
        m_table->setItem(row, PeopleColumn, new QTableWidgetItem(tr("…")));
        m_table->setItem(row, PlaceColumn,
                         new QTableWidgetItem(entry.isInSecondPlace ? tr("second place") : tr("beside the file")));
        m_table->item(row, PlaceColumn)->setToolTip(QDir::toNativeSeparators(entry.path));
        files.append(entry.path);
    }
    if (m_table->rowCount() > 0)
        m_table->selectRow(0);
    updateButtons();
    const int reading = ++m_reading;
    runAside<std::vector<BackupContent>>(
        this,
        [files] {
            std::vector<BackupContent> contents;
            for (const QString& file : files)
                contents.push_back(contentOfBackup(file));
            return contents;
        },
        [this, reading](const std::vector<BackupContent>& contents) {
            if (reading == m_reading)
                showContents(contents);
        });
}

void BackupsDialog::showContents(const std::vector<BackupContent>& contents)
{
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->item(row, PeopleColumn)->setText(backupPeople(contents[static_cast<size_t>(row)]));
    m_isRead = true;
}

void BackupsDialog::showPlace()
{
    const std::vector<BackupPlace> places = backupPlaces(m_context.store);
    const BackupPlace& last = places.back();
    const QString folder = QDir::toNativeSeparators(last.chosen);
    m_place->setText(!last.isSecond() ? tr("There is no second place, as on a stick: what takes this computer takes "
                                           "the backups as well.")
                     : last.isThere   ? tr("Second place: “%1”.").arg(folder)
                                    : tr("Second place: “%1”, which is not there just now. It is taken up when it "
                                         "is.")
                                          .arg(folder));
    m_forget->setVisible(last.isSecond());
}

void BackupsDialog::updateButtons()
{
    m_restore->setEnabled(m_table->currentRow() >= 0 && !m_table->selectedItems().isEmpty());
}

void BackupsDialog::restoreChosen()
{
    m_chosen = m_entries.at(static_cast<size_t>(m_table->currentRow())).path;
    accept();
}

void BackupsDialog::restoreOther()
{
    m_chosen = m_context.dialogs.askOpenFile(this, tr("Restore a backup"), tr("Files of this program (*.dtp)"));
    if (!m_chosen.isEmpty())
        accept();
}

void BackupsDialog::backUpNow()
{
    bool isCancelled = false;
    const Store& from = m_context.store;
    const auto done = runTask<BackupsMade>(
        this, tr("Backing up"),
        [&from](const Progress& progress) -> Result<BackupsMade> {
            DTP_TRY(own, from.another());
            return backUp(*own, BackupReason::Asked, progress);
        },
        &isCancelled);
    if (!done && !isCancelled)
        m_context.dialogs.showError(this, done.error());
    m_remark->setText(done ? done->remarks.join(QLatin1Char('\n')) : QString());
    m_remark->setVisible(!m_remark->text().isEmpty());
    fill();
}

void BackupsDialog::choosePlace()
{
    if (const QString folder = m_askFolder(); !folder.isEmpty())
        setPlace(folder);
}

void BackupsDialog::setPlace(const QString& folder)
{
    if (const auto done = setSecondPlace(m_context.store, folder); !done)
        m_context.dialogs.showError(this, done.error());
    showPlace();
    fill();
}

} // namespace dtp
