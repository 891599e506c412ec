// SPDX-License-Identifier: GPL-3.0-or-later
// A file is to be encrypted, a new one or one that is plain: with whose passphrase; then its recovery code.
#pragma once

#include <ui/vault/calm_page.h>
#include <ui/widgets/app_context.h>
#include <vault/vault.h>

class QLabel;
class QProgressBar;
class QPushButton;

namespace dtp
{

class NewPassphraseForm;
class RecoveryCodeView;

class NewFilePage : public CalmPage
{
    Q_OBJECT
public:
    explicit NewFilePage(Dialogs& dialogs, QWidget* parent = nullptr);

    enum class Purpose { NewFile, Encrypt };
    void ask(const QString& file, Purpose purpose, const QString& author);
    void setBusy(const QString& doing);     // what is being done, with nothing to type meanwhile
    void tellProblem(const Error& problem); // and ask again
    // The file is made. warning: what was not, or empty.
    void showCode(const QString& code, const QString& warning);
    void forget();
    QString file() const { return m_file; }
    bool isShowingCode() const { return m_state == State::Code; }
    Purpose purpose() const { return m_purpose; }
    NewPassphraseForm& form() { return *m_form; }
    RecoveryCodeView& recovery() { return *m_recovery; }

Q_SIGNALS:
    void chosen(); // form().passphrase() can be used
    void plainChosen();
    void finished(); // the code is kept

protected:
    bool canGoBack() const override { return m_state == State::Asking; }

private:
    enum class State { Asking, Busy, Code };
    void setState(State state);
    void proceed();

    QLabel* m_heading;
    QLabel* m_words;
    NewPassphraseForm* m_form;
    RecoveryCodeView* m_recovery;
    QLabel* m_problem;
    QProgressBar* m_bar;
    QPushButton* m_proceed;
    QPushButton* m_back;
    QPushButton* m_plain;
    QString m_file;
    Purpose m_purpose = Purpose::NewFile;
    State m_state = State::Asking;
};

} // namespace dtp
