// SPDX-License-Identifier: GPL-3.0-or-later
// Whose passphrase it is, and the passphrase twice; how good it is stands below it while one types. A weak one is not
// taken.
#pragma once

#include <QStringList>
#include <QWidget>
#include <vault/passphrase_strength.h>
#include <vault/vault.h>

class QLabel;
class QLineEdit;

namespace dtp
{

class PassphraseEdit;

class NewPassphraseForm : public QWidget
{
    Q_OBJECT
public:
    explicit NewPassphraseForm(QWidget* parent = nullptr);

    // known: what somebody would try who knows the user or has the file, as its name.
    void start(const QString& name, bool isNameFixed, const QStringList& known);
    void forget();
    vault::FirstPassphrase passphrase() const;
    // Whether it can be used; otherwise says why not, and goes there.
    bool check();
    vault::Strength strength() const { return m_strength; }
    QString strengthText() const;
    QString problemText() const;

Q_SIGNALS:
    void entered(); // Return in the last field

private:
    void judge();
    bool tell(const QString& sentence, QWidget* where);

    QLineEdit* m_name;
    PassphraseEdit* m_first;
    PassphraseEdit* m_second;
    QLabel* m_words;
    QLabel* m_capsLock;
    QLabel* m_problem;
    QStringList m_known;
    vault::Strength m_strength = vault::Strength::Weak;
};

} // namespace dtp
