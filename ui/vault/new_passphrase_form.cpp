// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/vault/new_passphrase_form.h>

#include <ui/vault/passphrase_edit.h>
#include <ui/widgets/theme.h>

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
QString withoutMark(QString label)
{
    return label.remove(QLatin1Char('&'));
}

QStringList wordsOf(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    return text.split(between, Qt::SkipEmptyParts);
}
} // namespace

NewPassphraseForm::NewPassphraseForm(QWidget* parent)
    : QWidget(parent), m_name(new QLineEdit(this)), m_first(new PassphraseEdit(tr("Passphrase"), this)),
      m_second(new PassphraseEdit(tr("The passphrase once more"), this)), m_words(mutedLabel({}, this)),
      m_capsLock(inkLabel(Ink::Warning, tr("Caps Lock seems to be on."), this)),
      m_problem(inkLabel(Ink::Danger, {}, this))
{
    m_name->setObjectName(QStringLiteral("name"));
    m_first->setObjectName(QStringLiteral("passphrase"));
    m_second->setObjectName(QStringLiteral("again"));
    m_words->setObjectName(QStringLiteral("strength"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_name->setMinimumHeight(40);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(Space / 2);
    const auto add = [&](const QString& label, QLineEdit* edit) {
        auto* words = mutedLabel(label, this);
        words->setBuddy(edit);
        edit->setAccessibleName(withoutMark(label));
        all->addWidget(words);
        all->addWidget(edit);
    };
    add(tr("Whose passphrase it is"), m_name);
    all->addSpacing(Space / 2);
    add(tr("Passphrase: four or more words that do not belong together"), m_first);
    all->addWidget(m_words);
    all->addWidget(m_capsLock);
    all->addSpacing(Space / 2);
    add(tr("The passphrase once more"), m_second);
    all->addWidget(m_problem);
    for (QLabel* label : {m_words, m_problem})
        label->setWordWrap(true);
    // Room for two lines, so that nothing jumps while one types.
    m_words->setMinimumHeight(2 * m_words->fontMetrics().lineSpacing());
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    for (QLineEdit* edit : std::initializer_list<QLineEdit*>{m_name, m_first, m_second}) {
        connect(edit, &QLineEdit::textChanged, this, [this] {
            m_problem->hide();
            judge();
        });
    }
    for (PassphraseEdit* edit : {m_first, m_second})
        connect(edit, &PassphraseEdit::capsLockNoticed, m_capsLock, &QWidget::setVisible);
    connect(m_first, &PassphraseEdit::shownChanged, m_second, &PassphraseEdit::setShown);
    connect(m_second, &PassphraseEdit::shownChanged, m_first, &PassphraseEdit::setShown);
    connect(m_name, &QLineEdit::returnPressed, m_first, qOverload<>(&QWidget::setFocus));
    connect(m_first, &QLineEdit::returnPressed, m_second, qOverload<>(&QWidget::setFocus));
    connect(m_second, &QLineEdit::returnPressed, this, &NewPassphraseForm::entered);
    forget();
}

void NewPassphraseForm::start(const QString& name, bool isNameFixed, const QStringList& known)
{
    forget();
    m_known.clear();
    for (const QString& text : known)
        m_known += wordsOf(text);
    m_name->setText(name);
    m_name->setEnabled(!isNameFixed);
    if (name.isEmpty())
        m_name->setFocus();
    else
        m_first->setFocus();
    judge();
}

void NewPassphraseForm::forget()
{
    m_first->forget();
    m_second->forget();
    m_name->clear();
    m_capsLock->hide();
    m_problem->hide();
}

vault::FirstPassphrase NewPassphraseForm::passphrase() const
{
    return {m_name->text().simplified(), vault::SecretBytes::ofText(m_first->text())};
}

QString NewPassphraseForm::strengthText() const
{
    return m_words->text();
}

QString NewPassphraseForm::problemText() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void NewPassphraseForm::judge()
{
    const vault::PassphraseStrength found = vault::judge(m_first->text(), m_known + wordsOf(m_name->text()));
    m_strength = found.strength;
    m_words->setText(m_first->text().isEmpty() ? QString() : found.sentence);
    m_first->setAccessibleDescription(m_words->text());
}

bool NewPassphraseForm::tell(const QString& sentence, QWidget* where)
{
    m_problem->setText(sentence);
    m_problem->show();
    where->setFocus();
    QAccessibleEvent event(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    return false;
}

bool NewPassphraseForm::check()
{
    if (m_name->text().simplified().isEmpty())
        return tell(tr("Say whose passphrase this is, so that it can be taken away when somebody leaves."), m_name);
    if (m_first->text().isEmpty())
        return tell(tr("Type a passphrase first."), m_first);
    if (m_strength == vault::Strength::Weak)
        return tell(tr("This passphrase is too weak to protect anybody. Add words to it."), m_first);
    if (m_second->text() != m_first->text()) {
        m_second->selectAll();
        return tell(tr("The second passphrase is not the same as the first. Type it once more."), m_second);
    }
    return true;
}

} // namespace dtp
