// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs that people see. Everything they show is plain text.
#pragma once

#include <ui/widgets/app_context.h>

namespace dtp
{

class WindowDialogs final : public Dialogs
{
public:
    void showError(QWidget* parent, const Error& error) override;
    bool confirm(QWidget* parent, const QString& sentence, const QString& deed) override;
    QString askOpenFile(QWidget* parent, const QString& title, const QString& filter) override;
    QString askSaveFile(QWidget* parent, const QString& title, const QString& suggestion,
                        const QString& filter) override;
    std::optional<QString> askText(QWidget* parent, const QString& title, const QString& label,
                                   const QString& value) override;
    void open(const QString& path) override;
    Result<bool> print(QWidget* parent, const QString& title, const QByteArray& pdf) override;

private:
    QString m_folder; // where the last file was
};

} // namespace dtp
