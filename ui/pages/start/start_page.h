// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows while no file is open: create, open, recent, explore with sample data.
#pragma once

#include <base/result.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace dtp
{

class StartPage : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);

    void setRecent(const QStringList& files);
    // Why a file was not opened; backup: the newest of it that can be read, or empty.
    void showProblem(const QString& file, const Error& error, const QString& backup);
    void clearProblem();
    QString problemText() const;

Q_SIGNALS:
    void createAsked();
    void openAsked();
    void sampleAsked();
    void fileAsked(const QString& file);
    void restoreAsked(const QString& backup, const QString& file);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    static QString wayOut(const Error& error, const QString& backup); // of damage
    QPushButton* action(const QString& iconName, const QString& title, const QString& sentence, bool primary);
    QVBoxLayout* m_actions;
    QVBoxLayout* m_recent;
    QWidget* m_recentBox;
    QWidget* m_problemBox;
    QLabel* m_problem;
    QPushButton* m_restore;
    QString m_file;
    QString m_backup;
};

} // namespace dtp
