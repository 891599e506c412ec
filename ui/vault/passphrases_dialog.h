// SPDX-License-Identifier: GPL-3.0-or-later
// Who can open the encrypted file: passphrases added, changed and removed, and a new recovery code.
#pragma once

#include <ui/widgets/app_context.h>
#include <vault/vault.h>

#include <QDialog>
#include <functional>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace dtp
{

class NewPassphraseForm;
class RecoveryCodeView;

class PassphrasesDialog : public QDialog
{
    Q_OBJECT
public:
    // file: unlocked.
    PassphrasesDialog(const QString& file, Dialogs& dialogs, QWidget* parent = nullptr);

    bool isBusy() const { return m_isBusy; }
    NewPassphraseForm& form() { return *m_form; }
    RecoveryCodeView& recovery() { return *m_recovery; }

public Q_SLOTS:
    void reject() override; // from a passphrase back to the list, and from that out

private:
    QWidget* buildList();
    QWidget* buildForm();
    QWidget* buildCode();
    void fill();
    const vault::Slot* chosen() const;
    void updateButtons();
    void askNew();
    void askChange();
    void remove();
    void renewCode();
    void save();
    void showList();
    void setBusy(bool busy);

    QString m_file;
    Dialogs& m_dialogs;
    std::vector<vault::Slot> m_slots;
    QStackedWidget* m_stack;
    QTableWidget* m_table = nullptr;
    QLabel* m_formTitle = nullptr;
    NewPassphraseForm* m_form = nullptr;
    RecoveryCodeView* m_recovery = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_change = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_code = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_done = nullptr;
    QProgressBar* m_bar;
    bool m_isChange = false;
    bool m_isBusy = false;
};

} // namespace dtp
