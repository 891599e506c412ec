// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the passphrase of an encrypted file, or its recovery code, before anything of the file is shown.
#pragma once

#include <base/result.h>
#include <ui/vault/calm_page.h>

class QLabel;
class QProgressBar;
class QPushButton;

namespace dtp
{

class PassphraseEdit;

class UnlockPage : public CalmPage
{
    Q_OBJECT
public:
    explicit UnlockPage(QWidget* parent = nullptr);

    // reason: why it is asked now, "Locked because …"; may be empty.
    void ask(const QString& file, const QString& reason = {});
    // Covers the window while work on the file ends; there is nothing to type yet.
    void cover(const QString& file, const QString& reason, const QString& waitingFor);
    void forget(); // nobody is asked any more
    QString file() const { return m_file; }
    QString problemText() const;
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void unlocked(const QString& file);
    void failed(const QString& file, const dtp::Error& error); // for another reason than the passphrase

protected:
    bool canGoBack() const override { return !m_isBusy && !m_isCover; }
    void showEvent(QShowEvent* event) override;

private:
    void unlock();
    void answer(const QString& file, const Result<>& done);
    void setBusy(bool busy);
    void tellProblem(const QString& sentence);

    QLabel* m_heading;
    QLabel* m_reason;
    PassphraseEdit* m_edit;
    QLabel* m_hint;
    QLabel* m_capsLock;
    QLabel* m_problem;
    QPushButton* m_open;
    QPushButton* m_back;
    QProgressBar* m_bar;
    QString m_file;
    bool m_isBusy = false;
    bool m_isCover = false;
};

} // namespace dtp
