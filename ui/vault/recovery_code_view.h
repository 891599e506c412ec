// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery code of a file, shown once, with the ways to keep it.
#pragma once

#include <ui/widgets/app_context.h>

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace dtp
{

class RecoveryCodeView : public QWidget
{
    Q_OBJECT
public:
    explicit RecoveryCodeView(Dialogs& dialogs, QWidget* parent = nullptr);

    void showCode(const QString& file, const QString& code);
    void forget();
    QString code() const;
    bool isKept() const; // saved, printed, or said to be written down

Q_SIGNALS:
    void keptChanged(bool isKept);

private:
    void save();
    void print();

    Dialogs& m_dialogs;
    QString m_file;
    QLabel* m_code;
    QPushButton* m_save;
    QPushButton* m_print;
    QCheckBox* m_kept;
};

} // namespace dtp
