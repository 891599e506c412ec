// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/vault/passphrases_dialog.h>

#include <ui/vault/aside.h>
#include <ui/vault/new_passphrase_form.h>
#include <ui/vault/recovery_code_view.h>
#include <ui/widgets/theme.h>

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <memory>

namespace dtp
{

namespace
{
enum Shown { List, Form, Code };

QVBoxLayout* columnIn(QWidget* page)
{
    auto* all = new QVBoxLayout(page);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(Space);
    return all;
}
} // namespace

PassphrasesDialog::PassphrasesDialog(const QString& file, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent), m_file(file), m_dialogs(dialogs), m_stack(new QStackedWidget(this)),
      m_bar(new QProgressBar(this))
{
    setWindowTitle(tr("Passphrases"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 2 * Space, 3 * Space, 2 * Space);
    all->setSpacing(Space);
    m_stack->addWidget(buildList());
    m_stack->addWidget(buildForm());
    m_stack->addWidget(buildCode());
    all->addWidget(m_stack, 1);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setRange(0, 0);
    m_bar->setAccessibleName(tr("Making a key of the passphrase"));
    m_bar->hide();
    all->addWidget(m_bar);
    resize(560, 460);
    fill();
}

QWidget* PassphrasesDialog::buildList()
{
    auto* page = new QWidget(this);
    QVBoxLayout* all = columnIn(page);
    auto* heading =
        plainLabel(tr("Who opens “%1”").arg(QFileInfo(m_file).completeBaseName()), page, TextSize::Heading);
    heading->setWordWrap(true);
    all->addWidget(heading);
    auto* words = mutedLabel(tr("Each passphrase opens the whole file. These names are seen by those alone who have "
                                "opened it."),
                             page);
    words->setWordWrap(true);
    all->addWidget(words);
    m_table = new QTableWidget(0, 2, page);
    m_table->setAccessibleName(tr("Passphrases"));
    m_table->setHorizontalHeaderLabels({tr("Whose"), tr("Since")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    makeList(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &PassphrasesDialog::updateButtons);
    all->addWidget(m_table, 1);
    const auto button = [page](const QString& text, const char* name) {
        auto* made = new QPushButton(text, page);
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false);
        return made;
    };
    m_add = button(tr("&Add…"), "add");
    m_change = button(tr("&Change…"), "change");
    m_remove = button(tr("&Remove"), "remove");
    m_code = button(tr("&New recovery code"), "code");
    auto* close = button(tr("Close"), "close");
    makePrimary(m_add);
    auto* row = new QHBoxLayout;
    for (QPushButton* each : {m_add, m_change, m_remove, m_code})
        row->addWidget(each);
    row->addStretch(1);
    row->addWidget(close);
    all->addLayout(row);
    connect(m_add, &QPushButton::clicked, this, &PassphrasesDialog::askNew);
    connect(m_change, &QPushButton::clicked, this, &PassphrasesDialog::askChange);
    connect(m_remove, &QPushButton::clicked, this, &PassphrasesDialog::remove);
    connect(m_code, &QPushButton::clicked, this, &PassphrasesDialog::renewCode);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return page;
}

QWidget* PassphrasesDialog::buildForm()
{
    auto* page = new QWidget(this);
    QVBoxLayout* all = columnIn(page);
    m_formTitle = plainLabel({}, page, TextSize::Heading);
    m_formTitle->setWordWrap(true);
    m_form = new NewPassphraseForm(page);
    m_save = new QPushButton(page);
    m_save->setObjectName(QStringLiteral("save"));
    auto* cancel = new QPushButton(tr("Back"), page);
    for (QPushButton* each : {m_save, cancel})
        each->setAutoDefault(false);
    makePrimary(m_save);
    all->addWidget(m_formTitle);
    all->addWidget(m_form);
    all->addStretch(1);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    all->addLayout(row);
    connect(m_form, &NewPassphraseForm::entered, this, &PassphrasesDialog::save);
    connect(m_save, &QPushButton::clicked, this, &PassphrasesDialog::save);
    connect(cancel, &QPushButton::clicked, this, &PassphrasesDialog::showList);
    return page;
}

QWidget* PassphrasesDialog::buildCode()
{
    auto* page = new QWidget(this);
    QVBoxLayout* all = columnIn(page);
    auto* words = mutedLabel(tr("The recovery code before this one opens the file no more. Backups made before still "
                                "open with it."),
                             page);
    words->setWordWrap(true);
    m_recovery = new RecoveryCodeView(m_dialogs, page);
    m_done = new QPushButton(tr("Done"), page);
    m_done->setObjectName(QStringLiteral("done"));
    m_done->setAutoDefault(false);
    makePrimary(m_done);
    all->addWidget(plainLabel(tr("A new recovery code"), page, TextSize::Heading));
    all->addWidget(words);
    all->addWidget(m_recovery);
    all->addStretch(1);
    all->addWidget(m_done, 0, Qt::AlignRight);
    connect(m_recovery, &RecoveryCodeView::keptChanged, m_done, &QWidget::setEnabled);
    connect(m_done, &QPushButton::clicked, this, &PassphrasesDialog::showList);
    return page;
}

void PassphrasesDialog::fill()
{
    auto all = vault::slotsOf(m_file);
    if (!all) {
        m_dialogs.showError(this, all.error());
        return;
    }
    m_slots = std::move(*all);
    m_table->setRowCount(static_cast<int>(m_slots.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const vault::Slot& slot = m_slots[static_cast<size_t>(row)];
        const bool isCode = slot.kind == vault::SlotKind::RecoveryCode;
        m_table->setItem(row, 0, new QTableWidgetItem(isCode ? tr("Recovery code, on paper") : slot.name));
        m_table->setItem(
            row, 1, new QTableWidgetItem(QLocale().toString(slot.added.toLocalTime().date(), QLocale::ShortFormat)));
    }
    if (m_table->rowCount() > 0)
        m_table->selectRow(0);
    updateButtons();
}

const vault::Slot* PassphrasesDialog::chosen() const
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= static_cast<int>(m_slots.size()) || m_table->selectedItems().isEmpty())
        return nullptr;
    const vault::Slot& slot = m_slots[static_cast<size_t>(row)];
    return slot.kind == vault::SlotKind::Passphrase ? &slot : nullptr;
}

void PassphrasesDialog::updateButtons()
{
    const auto passphrases = std::count_if(m_slots.begin(), m_slots.end(), [](const vault::Slot& slot) {
        return slot.kind == vault::SlotKind::Passphrase;
    });
    m_change->setEnabled(chosen() != nullptr);
    m_remove->setEnabled(chosen() != nullptr && passphrases > 1);
    m_remove->setToolTip(passphrases > 1 ? QString() : tr("The only passphrase stays: add another one first."));
}

void PassphrasesDialog::askNew()
{
    m_isChange = false;
    m_formTitle->setText(tr("A passphrase for somebody else"));
    m_save->setText(tr("Add the passphrase"));
    m_stack->setCurrentIndex(Form);
    m_form->start({}, false, {QFileInfo(m_file).completeBaseName()});
}

void PassphrasesDialog::askChange()
{
    const vault::Slot* slot = chosen();
    if (!slot)
        return;
    m_isChange = true;
    m_formTitle->setText(tr("A new passphrase of %1").arg(slot->name));
    m_save->setText(tr("Change the passphrase"));
    m_stack->setCurrentIndex(Form);
    m_form->start(slot->name, true, {QFileInfo(m_file).completeBaseName()});
}

void PassphrasesDialog::save()
{
    if (m_isBusy || !m_form->check())
        return;
    setBusy(true);
    auto entered = std::make_shared<vault::FirstPassphrase>(m_form->passphrase());
    runAside<Result<>>(
        this,
        [file = m_file, isChange = m_isChange, entered] {
            return isChange ? vault::changePassphrase(file, entered->name, entered->passphrase)
                            : vault::addPassphrase(file, entered->name, entered->passphrase);
        },
        [this](const Result<>& done) {
            setBusy(false);
            if (done)
                showList();
            else
                m_dialogs.showError(this, done.error());
        });
}

void PassphrasesDialog::remove()
{
    const vault::Slot* slot = chosen();
    if (!slot)
        return;
    const QString name = slot->name;
    const QString sentence = tr("The passphrase of %1 will open this file no more. Copies and backups made before "
                                "still open with it: delete them, or keep them where %1 cannot get them.");
    if (!m_dialogs.confirm(this, sentence.arg(name), tr("Remove the passphrase")))
        return;
    if (const auto done = vault::removePassphrase(m_file, name); !done)
        m_dialogs.showError(this, done.error());
    fill();
}

void PassphrasesDialog::renewCode()
{
    if (m_isBusy)
        return;
    setBusy(true);
    runAside<Result<QString>>(
        this, [file = m_file] { return vault::renewRecoveryCode(file); },
        [this](const Result<QString>& code) {
            setBusy(false);
            if (!code) {
                m_dialogs.showError(this, code.error());
                return;
            }
            m_stack->setCurrentIndex(Code);
            m_recovery->showCode(m_file, *code);
            m_done->setEnabled(false);
        });
}

void PassphrasesDialog::showList()
{
    m_form->forget();
    m_recovery->forget();
    m_stack->setCurrentIndex(List);
    fill();
    m_table->setFocus();
}

void PassphrasesDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_stack->setEnabled(!busy);
    m_bar->setVisible(busy);
}

void PassphrasesDialog::reject()
{
    if (m_isBusy)
        return;
    if (m_stack->currentIndex() == Form)
        showList();
    else if (m_stack->currentIndex() == List || m_recovery->isKept())
        QDialog::reject();
}

} // namespace dtp
