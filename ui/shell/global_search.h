// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K: one box over people, organisations, programs, networks, workshops, reports, recommendations and commands.
#pragma once

#include <ui/widgets/app_context.h>

#include <QAction>
#include <QDialog>
#include <QPointer>
#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;
class QTimer;

namespace dtp
{

class GlobalSearch : public QDialog
{
    Q_OBJECT
public:
    GlobalSearch(AppContext& context, std::vector<QAction*> commands, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Hit {
        QString title;
        QString note;
        QString iconName;
        std::function<void()> open;
    };
    void find();
    void addPeople(const QString& typed);
    void addRecords(const QString& typed);
    void addCommands(const QString& typed);
    void addHit(Hit hit);
    void addNote(const QString& sentence);
    void addSentence(const QString& words); // that cannot be chosen
    void step(int by);
    void openCurrent();
    int rowMeant() const; // by what was typed alone; -1: none
    void open(int row);

    AppContext& m_context;
    std::vector<QPointer<QAction>> m_commands;
    QLineEdit* m_line;
    QListWidget* m_list;
    QTimer* m_timer;
    std::vector<Hit> m_hits;
    size_t m_people = 0; // that were found, up to one more than are shown
};

} // namespace dtp
