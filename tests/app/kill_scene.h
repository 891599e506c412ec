// SPDX-License-Identifier: GPL-3.0-or-later
// Files before a verb of the command line, the verb, and how it is killed.
#pragma once

#include "closed_file.h"

#include <support/vault.h>
#include <vault/vault.h>

#include <QDir>
#include <QDirIterator>

namespace dtp::test
{

inline const QString secret = text("pelican anchor violet tractor");
inline const QString newSecret = text("museum cotton river salad");

struct Ended {
    bool wasKilled = false;
    int code = 0;
    qint64 steps = 0; // all of them, when it was not killed
    QString err;
};

// Runs the program with what kills it before step `at`; 0: not at all.
inline Ended runKilled(const QString& folder, const QStringList& words, qint64 at, bool countsWrites,
                       const QString& program = QStringLiteral(DTP_CLI))
{
#ifdef DTP_KILL_AT
    const QTemporaryDir outside;
    const QString count = outside.filePath(text("count"));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(text("LD_PRELOAD"), QStringLiteral(DTP_KILL_AT));
    environment.insert(text("DTP_KILL_UNDER"), folder);
    environment.insert(text("DTP_KILL_COUNT"), count);
    if (at > 0)
        environment.insert(text("DTP_KILL_AT"), QString::number(at));
    if (countsWrites)
        environment.insert(text("DTP_KILL_WRITES"), text("1"));
    process.setProcessEnvironment(environment);
    process.start(program, words);
    REQUIRE(process.waitForFinished(240000));
    return {process.exitStatus() == QProcess::CrashExit, process.exitCode(),
            contentOfFile(count).trimmed().toLongLong(), QString::fromUtf8(process.readAllStandardError())};
#else
    Q_UNUSED(folder)
    Q_UNUSED(words)
    Q_UNUSED(at)
    Q_UNUSED(countsWrites)
    Q_UNUSED(program)
    return {};
#endif
}

inline bool canBeKilled()
{
#ifdef DTP_KILL_AT
    const QTemporaryDir folder;
    const Ended ended = runKilled(folder.path(), {text("--version")}, 0, false);
    return !ended.wasKilled && ended.code == 0 && ended.err.isEmpty();
#else
    return false;
#endif
}

inline void copyFolder(const QString& from, const QString& to)
{
    QDir(to).removeRecursively();
    REQUIRE(QDir().mkpath(to));
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + file.mid(from.size());
        REQUIRE(QDir().mkpath(QFileInfo(target).path()));
        REQUIRE(QFile::copy(file, target));
    }
}

inline QStringList allFilesIn(const QString& folder)
{
    QStringList names;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        names.append(files.next());
    return names;
}

// A folder with files before a verb, the verb, and what must hold after a kill, also when it was done once more.
class Scene
{
public:
    Scene() { REQUIRE(QDir().mkpath(before())); }
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;
    virtual ~Scene() { vault::lockAll(); }

    virtual QStringList words() const = 0; // after the database
    virtual void checkKilled() = 0;
    virtual void checkDone() = 0; // after the verb was done to its end
    virtual bool mayRefuseAgain() const { return false; }

    QString before() const { return m_folder.filePath(text("before")); }
    QString folder() const { return m_folder.filePath(text("now")); }
    QString original(const char* name) const { return before() + QLatin1Char('/') + text(name); }
    QString path(const char* name) const { return folder() + QLatin1Char('/') + text(name); }
    QString database() const { return path("a.dtp"); }
    const Environment& environment() const { return m_surroundings.environment; }
    Held held(const QString& database) const
    {
        if (vault::isLocked(database))
            REQUIRE_OK(vault::unlock(database, secret));
        return heldWithin(database, environment());
    }
    // The files for which the verb has no more use.
    QStringList leftParts() const { return allFilesIn(folder()).filter(text(".part")); }
    QStringList setAside() const
    {
        return allFilesIn(folder()).filter(text("set aside")).filter(QRegularExpression(text("dtp$")));
    }

    void reset() { copyFolder(before(), folder()); }
    virtual Ended run(qint64 at, bool countsWrites) const
    {
        return runKilled(folder(), QStringList{database()} + words(), at, countsWrites);
    }

protected:
    QString outside(const char* name) const { return m_folder.filePath(text(name)); }
    // The database with two people, and then with three of whom the last is in the journal alone.
    void makeCrashed(FreshStore& fresh) const
    {
        addPerson(*fresh, text("Dara"), text("Sok"));
        addPerson(*fresh, text("Mali"), text("Chai"));
        REQUIRE_OK(fresh->backupTo(original("b.dtp")));
        addPerson(*fresh, text("Somchai"), text("Prasert"));
        for (const char* ending : {"", "-wal"})
            REQUIRE(QFile::copy(fresh->path() + text(ending), original("a.dtp") + text(ending)));
        REQUIRE(QFileInfo(original("a.dtp-wal")).size() > 0);
    }

private:
    QTemporaryDir m_folder;
    FreshStore m_surroundings;
};

inline const Held two{2, text("Add Mali Chai"), 2, true};
inline const Held three{3, text("Add Somchai Prasert"), 3, true};

} // namespace dtp::test
