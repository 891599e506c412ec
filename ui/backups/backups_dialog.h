// SPDX-License-Identifier: GPL-3.0-or-later
// The backups of the open file: when each was made and how many people are in it, making one, and where they are kept.
#pragma once

#include <storage/backup_places.h>
#include <ui/widgets/app_context.h>

#include <QDialog>
#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace dtp
{

class BackupsDialog : public QDialog
{
    Q_OBJECT
public:
    // askFolder: asks for the folder of the second place; empty: cancelled.
    BackupsDialog(AppContext& context, std::function<QString()> askFolder, QWidget* parent = nullptr);

    QString chosen() const { return m_chosen; } // what is to take the place of the file, after it was accepted
    bool isRead() const { return m_isRead; }    // how many people are in each

private:
    void build();
    QLayout* buildPlace();
    void fill();
    void showContents(const std::vector<BackupContent>& contents);
    void showPlace();
    void updateButtons();
    void restoreChosen();
    void restoreOther();
    void backUpNow();
    void choosePlace();
    void setPlace(const QString& folder);

    AppContext& m_context;
    std::function<QString()> m_askFolder;
    std::vector<BackupEntry> m_entries;
    QString m_chosen;
    bool m_isRead = false;
    int m_reading = 0; // which reading is the newest
    QTableWidget* m_table;
    QLabel* m_remark;
    QLabel* m_place = nullptr;
    QPushButton* m_choose = nullptr;
    QPushButton* m_forget = nullptr;
    QPushButton* m_now = nullptr;
    QPushButton* m_restore = nullptr;
};

} // namespace dtp
