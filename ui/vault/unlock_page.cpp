// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/vault/unlock_page.h>

#include <ui/vault/aside.h>
#include <ui/vault/passphrase_edit.h>
#include <ui/widgets/theme.h>
#include <vault/typed_secret.h>
#include <vault/vault.h>

#include <QAccessible>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace dtp
{

UnlockPage::UnlockPage(QWidget* parent)
    : CalmPage(parent), m_heading(plainLabel({}, this, TextSize::Title)), m_reason(mutedLabel({}, this)),
      m_edit(new PassphraseEdit(tr("Passphrase or recovery code"), this)),
      m_hint(mutedLabel(tr("Your passphrase, or the recovery code of the file"), this)),
      m_capsLock(inkLabel(Ink::Warning, tr("Caps Lock seems to be on."), this)),
      m_problem(inkLabel(Ink::Danger, {}, this)), m_open(new QPushButton(this)),
      m_back(new QPushButton(tr("Back"), this)), m_bar(new QProgressBar(this))
{
    m_edit->setObjectName(QStringLiteral("passphrase"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_open->setObjectName(QStringLiteral("unlock"));
    m_back->setObjectName(QStringLiteral("back"));
    m_capsLock->setObjectName(QStringLiteral("capsLock"));
    for (QLabel* label : {m_heading, m_reason, m_hint, m_problem})
        label->setWordWrap(true);
    m_hint->setBuddy(m_edit);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setRange(0, 0);
    m_bar->setAccessibleName(tr("Opening"));
    makePrimary(m_open);
    QVBoxLayout* all = column();
    all->addWidget(m_heading);
    all->addWidget(m_reason);
    all->addSpacing(2 * Space);
    all->addWidget(m_hint);
    all->addWidget(m_edit);
    all->addWidget(m_capsLock);
    all->addWidget(m_problem);
    all->addWidget(m_bar);
    all->addSpacing(Space);
    auto* row = new QHBoxLayout;
    row->addWidget(m_open);
    row->addWidget(m_back);
    row->addStretch(1);
    all->addLayout(row);
    connect(m_edit, &QLineEdit::returnPressed, this, &UnlockPage::unlock);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { tellProblem({}); });
    connect(m_edit, &PassphraseEdit::capsLockNoticed, m_capsLock, &QWidget::setVisible);
    connect(m_open, &QPushButton::clicked, this, &UnlockPage::unlock);
    connect(m_back, &QPushButton::clicked, this, &CalmPage::backAsked);
}

void UnlockPage::ask(const QString& file, const QString& reason)
{
    const bool isSame = m_isBusy && file == m_file;
    m_file = file;
    m_isCover = false;
    const QString name = QFileInfo(file).completeBaseName();
    m_heading->setText(reason.isEmpty() ? tr("“%1” is encrypted").arg(name) : tr("“%1” is locked").arg(name));
    m_reason->setText(reason.isEmpty() ? tr("It opens with the passphrase of anybody who was given one.") : reason);
    m_hint->show();
    m_edit->show();
    m_open->show();
    m_back->show();
    m_edit->forget();
    m_capsLock->hide();
    tellProblem({});
    setBusy(isSame);
    m_edit->setFocus();
}

void UnlockPage::cover(const QString& file, const QString& reason, const QString& waitingFor)
{
    ask(file, reason);
    m_isCover = true;
    m_heading->setText(tr("Locked"));
    m_reason->setText(reason + QLatin1Char(' ') + waitingFor);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_hint, m_edit, m_open, m_back})
        widget->hide();
    m_bar->show();
}

void UnlockPage::forget()
{
    m_file.clear();
    m_isCover = false;
    m_edit->forget();
    tellProblem({});
    setBusy(false);
}

QString UnlockPage::problemText() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void UnlockPage::tellProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
    if (sentence.isEmpty())
        return;
    QAccessibleEvent event(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void UnlockPage::setBusy(bool busy)
{
    m_isBusy = busy;
    m_edit->setEnabled(!busy);
    m_open->setEnabled(!busy);
    m_back->setEnabled(!busy);
    m_open->setText(busy ? tr("Opening …") : tr("Open"));
    m_bar->setVisible(busy);
}

void UnlockPage::unlock()
{
    if (m_isBusy || m_file.isEmpty() || m_isCover)
        return;
    if (m_edit->text().isEmpty()) {
        tellProblem(tr("Type your passphrase first."));
        m_edit->setFocus();
        return;
    }
    setBusy(true);
    tellProblem({});
    runAside<Result<>>(
        this,
        [file = m_file, secret = vault::SecretBytes::ofText(m_edit->text())] { return vault::unlockBy(file, secret); },
        [this, file = m_file](const Result<>& done) { answer(file, done); });
}

void UnlockPage::answer(const QString& file, const Result<>& done)
{
    if (file != m_file || m_isCover) { // another file is wanted meanwhile, or none
        if (done)
            vault::lock(file);
        return;
    }
    setBusy(false);
    if (done) {
        forget();
        Q_EMIT unlocked(file);
        return;
    }
    if (done.error().detail != QLatin1String(vault::wrongSecretDetail)) {
        Q_EMIT failed(file, done.error());
        return;
    }
    tellProblem(done.error().sentence);
    m_edit->setFocus();
    m_edit->selectAll();
}

void UnlockPage::showEvent(QShowEvent* event)
{
    CalmPage::showEvent(event);
    m_edit->setFocus();
}

} // namespace dtp
