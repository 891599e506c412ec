// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/vault/new_file_page.h>

#include <ui/vault/new_passphrase_form.h>
#include <ui/vault/recovery_code_view.h>
#include <ui/widgets/theme.h>

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace dtp
{

NewFilePage::NewFilePage(Dialogs& dialogs, QWidget* parent)
    : CalmPage(parent), m_heading(plainLabel({}, this, TextSize::Title)), m_words(mutedLabel({}, this)),
      m_form(new NewPassphraseForm(this)), m_recovery(new RecoveryCodeView(dialogs, this)),
      m_problem(inkLabel(Ink::Danger, {}, this)), m_bar(new QProgressBar(this)), m_proceed(new QPushButton(this)),
      m_back(new QPushButton(tr("Back"), this)),
      m_plain(new QPushButton(tr("Make it without encryption (only for practice)"), this))
{
    m_problem->setObjectName(QStringLiteral("failure"));
    m_proceed->setObjectName(QStringLiteral("proceed"));
    m_plain->setObjectName(QStringLiteral("plain"));
    for (QLabel* label : {m_heading, m_words, m_problem})
        label->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setRange(0, 0);
    makePrimary(m_proceed);
    makeQuiet(m_plain);
    m_plain->setToolTip(tr("Anybody who gets such a file can read all of it."));
    QVBoxLayout* all = column();
    all->addWidget(m_heading);
    all->addWidget(m_words);
    all->addSpacing(Space);
    all->addWidget(m_form);
    all->addWidget(m_recovery);
    all->addWidget(m_problem);
    all->addWidget(m_bar);
    all->addSpacing(Space);
    auto* row = new QHBoxLayout;
    row->addWidget(m_proceed);
    row->addWidget(m_back);
    row->addStretch(1);
    all->addLayout(row);
    all->addSpacing(Space);
    all->addWidget(m_plain, 0, Qt::AlignLeft);
    connect(m_form, &NewPassphraseForm::entered, this, &NewFilePage::proceed);
    connect(m_proceed, &QPushButton::clicked, this, &NewFilePage::proceed);
    connect(m_back, &QPushButton::clicked, this, &CalmPage::backAsked);
    connect(m_plain, &QPushButton::clicked, this, &NewFilePage::plainChosen);
    connect(m_recovery, &RecoveryCodeView::keptChanged, m_proceed, &QWidget::setEnabled);
    setState(State::Asking);
}

void NewFilePage::ask(const QString& file, Purpose purpose, const QString& author)
{
    m_file = file;
    m_purpose = purpose;
    const bool isNew = purpose == Purpose::NewFile;
    m_heading->setText(isNew ? tr("Who opens “%1”?").arg(QFileInfo(file).completeBaseName())
                             : tr("Encrypt “%1”").arg(QFileInfo(file).completeBaseName()));
    m_words->setText(isNew ? tr("The file is encrypted: nobody reads it without a passphrase. Others who work with it "
                                "get passphrases of their own later, under File → Passphrases.")
                           : tr("From then on the file opens with a passphrase only. Its backups in the folder beside "
                                "it are encrypted as well. Copies elsewhere stay as they are, and a disk may keep old "
                                "blocks of the plain file for a while."));
    m_problem->hide();
    setState(State::Asking);
    m_form->start(author == QLatin1String("?") ? QString() : author, false, {QFileInfo(file).completeBaseName()});
}

void NewFilePage::setState(State state)
{
    m_state = state;
    const bool asks = state == State::Asking;
    m_form->setVisible(state != State::Code);
    m_form->setEnabled(asks);
    m_recovery->setVisible(state == State::Code);
    m_bar->setVisible(state == State::Busy);
    m_back->setVisible(state != State::Code);
    m_back->setEnabled(asks);
    m_plain->setVisible(asks && m_purpose == Purpose::NewFile);
    m_proceed->setEnabled(asks);
    m_proceed->setText(state == State::Code            ? tr("Open the file")
                       : m_purpose == Purpose::NewFile ? tr("Make the file")
                                                       : tr("Encrypt the file"));
}

void NewFilePage::setBusy(const QString& doing)
{
    m_problem->hide();
    setState(State::Busy);
    m_proceed->setText(doing);
}

void NewFilePage::tellProblem(const Error& problem)
{
    setState(State::Asking);
    m_problem->setText(problem.sentence);
    m_problem->show();
}

void NewFilePage::showCode(const QString& code, const QString& warning)
{
    m_form->forget();
    m_heading->setText(tr("Keep the recovery code"));
    m_words->setText(m_purpose == Purpose::NewFile
                         ? tr("“%1” is made and encrypted.").arg(QFileInfo(m_file).completeBaseName())
                         : tr("“%1” is encrypted.").arg(QFileInfo(m_file).completeBaseName()));
    m_problem->setText(warning);
    m_problem->setVisible(!warning.isEmpty());
    setState(State::Code);
    m_recovery->showCode(m_file, code);
}

void NewFilePage::forget()
{
    m_file.clear();
    m_form->forget();
    m_recovery->forget();
    m_problem->hide();
    setState(State::Asking);
}

void NewFilePage::proceed()
{
    if (m_state == State::Code)
        Q_EMIT finished();
    else if (m_state == State::Asking && m_form->check())
        Q_EMIT chosen();
}

} // namespace dtp
