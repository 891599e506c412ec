// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is started again with a file that it has open shows its window, and the new one ends. Told through a
// folder of the user's own, since sockets would be more than that needs.
#pragma once

#include <QFileSystemWatcher>
#include <QObject>

namespace dtp
{

// Listens as long as it lives. identity: of the file, as its lock knows it (platform::fileIdentity).
class SecondStart : public QObject
{
    Q_OBJECT
public:
    explicit SecondStart(const QString& identity, QObject* parent = nullptr);
    ~SecondStart() override;

Q_SIGNALS:
    void told();

private:
    void look();
    QString m_folder; // empty: nothing can be told
    QFileSystemWatcher m_watcher;
};

// False when no program listens for this file, or it does not answer within a second.
bool tellFirstStart(const QString& identity);

} // namespace dtp
