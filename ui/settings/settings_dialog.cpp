// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/settings/settings_dialog.h>

#include <platform/platform.h>
#include <privacy/threshold.h>
#include <storage/backup_places.h>

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

namespace dtp
{

namespace
{
constexpr int longestName = 100;

QLabel* hint(const QString& text, QWidget* parent)
{
    QLabel* made = mutedLabel(text, parent, TextSize::Small);
    made->setWordWrap(true);
    return made;
}

// A part of what can be set, with what it holds for.
QFormLayout* part(QVBoxLayout* all, const QString& title, const QString& words, QWidget* parent)
{
    all->addWidget(plainLabel(title, parent, TextSize::Heading));
    QLabel* const said = mutedLabel(words, parent);
    said->setWordWrap(true);
    all->addWidget(said);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * Space);
    form->setVerticalSpacing(Space);
    form->setContentsMargins(0, Space, 0, 2 * Space);
    all->addLayout(form);
    return form;
}

QLabel* rowLabel(const QString& words, QWidget* parent)
{
    QLabel* made = plainLabel(words, parent);
    made->setObjectName(QStringLiteral("row"));
    return made;
}

// The editors of both parts below each other.
void alignRows(const QWidget& dialog)
{
    const QList<QLabel*> labels = dialog.findChildren<QLabel*>(QStringLiteral("row"));
    int widest = 0;
    for (const QLabel* label : labels)
        widest = std::max(widest, label->sizeHint().width());
    for (QLabel* label : labels)
        label->setMinimumWidth(widest);
}

// Words with the key that goes to the editor, and below it what it means.
void addRow(QFormLayout* form, const QString& label, QWidget* editor, const QString& meaning)
{
    QLabel* words = rowLabel(label, editor->parentWidget());
    words->setBuddy(editor);
    form->addRow(words, editor);
    QString name = label;
    editor->setAccessibleName(name.remove(QLatin1Char('&')));
    editor->setAccessibleDescription(meaning);
    form->addRow(nullptr, hint(meaning, editor->parentWidget()));
}

QString placesInWords(const Store& store)
{
    const BackupPlace place = backupPlaces(store).back();
    return place.isSecond()
               ? SettingsDialog::tr("Beside the file, and in “%1”.").arg(QDir::toNativeSeparators(place.chosen))
               : SettingsDialog::tr("Beside the file only.");
}
} // namespace

SettingsDialog::SettingsDialog(ComputerSettings computer, Store* store, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent), m_computer(computer), m_store(store), m_dialogs(dialogs)
{
    setWindowTitle(tr("Settings"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 2 * Space, 3 * Space, 2 * Space);
    all->setSpacing(Space / 2);
    if (m_store)
        buildFile(all);
    buildComputer(all);
    alignRows(*this);
    all->addStretch(1);
    all->addLayout(buildButtons());
    constexpr int width = 600;
    resize(width, sizeHint().height());
}

void SettingsDialog::buildFile(QVBoxLayout* all)
{
    QString words = tr("Kept in “%1”, for all who open it.").arg(QFileInfo(m_store->path()).completeBaseName());
    if (m_store->isReadOnly())
        words += QLatin1Char(' ') + m_store->readOnlyReason();
    QFormLayout* const form = part(all, tr("This file"), words, this);
    m_smallest = new QSpinBox(this);
    m_smallest->setObjectName(QStringLiteral("smallest"));
    m_smallest->setRange(leastSmallCell, greatestSmallCell);
    m_smallest->setValue(smallCellOf(*m_store));
    m_smallest->setEnabled(!m_store->isReadOnly());
    addRow(form, tr("S&mallest number shown"), m_smallest,
           tr("Outsiders see counts of fewer people put together, or not at all."));
    auto* backups = new QPushButton(tr("Show &backups…"), this);
    backups->setObjectName(QStringLiteral("backups"));
    backups->setAutoDefault(false);
    connect(backups, &QPushButton::clicked, this, &SettingsDialog::showBackups);
    auto* places = plainLabel(placesInWords(*m_store), this);
    places->setObjectName(QStringLiteral("places"));
    places->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(places, 1);
    row->addWidget(backups);
    form->addRow(rowLabel(tr("Backups are made"), this), row);
}

void SettingsDialog::buildComputer(QVBoxLayout* all)
{
    QFormLayout* const form =
        part(all, tr("This computer"), tr("For you on this computer, whatever file is open."), this);
    m_author = new QLineEdit(m_computer.author(), this);
    m_author->setObjectName(QStringLiteral("author"));
    m_author->setMaxLength(longestName);
    m_author->setPlaceholderText(platform::userName());
    addRow(form, tr("&Your name"), m_author, tr("It stands in the history, from the next file that you open."));
    m_lock = new QComboBox(this);
    m_lock->setObjectName(QStringLiteral("lock"));
    const int minutes = m_computer.lockMinutes();
    std::set<int> choices{2, 5, 10, 30};
    if (minutes > 0)
        choices.insert(minutes); // others are set by hand
    for (const int choice : choices)
        m_lock->addItem(tr("After %n minutes", nullptr, choice), choice);
    m_lock->addItem(tr("Never"), 0);
    m_lock->setCurrentIndex(std::max(0, m_lock->findData(minutes)));
    addRow(form, tr("&Lock when idle"), m_lock,
           tr("Without a key or the mouse for so long, an encrypted file is locked."));
    m_theme = new QComboBox(this);
    m_theme->setObjectName(QStringLiteral("theme"));
    const std::pair<ThemeChoice, QString> themes[] = {{ThemeChoice::System, tr("As the system")},
                                                      {ThemeChoice::Light, tr("Light")},
                                                      {ThemeChoice::Dark, tr("Dark")}};
    for (const auto& [theme, words] : themes)
        m_theme->addItem(words, themeCode(theme));
    m_theme->setCurrentIndex(m_theme->findData(themeCode(m_computer.theme())));
    addRow(form, tr("&Theme"), m_theme, tr("The colours of all windows."));
}

QLayout* SettingsDialog::buildButtons()
{
    auto* save = new QPushButton(tr("&Save"), this);
    save->setObjectName(QStringLiteral("save"));
    save->setDefault(true);
    makePrimary(save);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(save);
    connect(save, &QPushButton::clicked, this, &SettingsDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &SettingsDialog::reject);
    return row;
}

void SettingsDialog::begin(Place place)
{
    const bool canSetFile = m_smallest && m_smallest->isEnabled();
    if (place == Place::LockMinutes) {
        m_lock->setFocus();
    } else if (canSetFile) {
        m_smallest->setFocus();
        m_smallest->selectAll();
    } else {
        m_author->setFocus();
    }
}

void SettingsDialog::showBackups()
{
    m_wantsBackups = true;
    accept();
    m_wantsBackups = m_wantsBackups && result() == Accepted;
}

void SettingsDialog::accept()
{
    if (m_smallest && m_smallest->isEnabled() && m_smallest->value() != smallCellOf(*m_store)) {
        if (const auto kept = setSmallCell(*m_store, QString::number(m_smallest->value())); !kept) {
            m_dialogs.showError(this, kept.error());
            return;
        }
    }
    m_computer.setAuthor(m_author->text());
    m_computer.setLockMinutes(m_lock->currentData().toInt());
    m_computer.setTheme(themeFromCode(m_theme->currentData().toString()));
    QDialog::accept();
}

} // namespace dtp
