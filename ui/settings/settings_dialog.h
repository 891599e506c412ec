// SPDX-License-Identifier: GPL-3.0-or-later
// What can be set: of the open file, for all who open it, and on this computer. Nothing holds before it is saved.
#pragma once

#include <ui/settings/computer_settings.h>
#include <ui/widgets/app_context.h>

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace dtp
{

class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    // Where to begin.
    enum class Place { Top, SmallestNumber, LockMinutes };

    // store: of the open file; nullptr: none is open.
    SettingsDialog(ComputerSettings computer, Store* store, Dialogs& dialogs, QWidget* parent = nullptr);

    void begin(Place place);
    bool wantsBackups() const { return m_wantsBackups; } // after it was accepted
    void accept() override;                              // saves; stays when that fails

private:
    void buildFile(QVBoxLayout* all);
    void buildComputer(QVBoxLayout* all);
    QLayout* buildButtons();
    void showBackups();

    ComputerSettings m_computer;
    Store* m_store;
    Dialogs& m_dialogs;
    bool m_wantsBackups = false;
    QSpinBox* m_smallest = nullptr; // of an open file
    QLineEdit* m_author = nullptr;
    QComboBox* m_lock = nullptr;
    QComboBox* m_theme = nullptr;
};

} // namespace dtp
