// SPDX-License-Identifier: GPL-3.0-or-later
// Files before a verb of the command line, the verb, and what must hold when it was killed and when it was done.
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
inline Ended runKilled(const QString& folder, const QStringList& words, qint64 at, bool countsWrites)
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
    process.start(QStringLiteral(DTP_CLI), words);
    REQUIRE(process.waitForFinished(240000));
    return {process.exitStatus() == QProcess::CrashExit, process.exitCode(),
            contentOfFile(count).trimmed().toLongLong(), QString::fromUtf8(process.readAllStandardError())};
#else
    Q_UNUSED(folder)
    Q_UNUSED(words)
    Q_UNUSED(at)
    Q_UNUSED(countsWrites)
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
    Ended run(qint64 at, bool countsWrites) const
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

class BackupScene : public Scene
{
public:
    explicit BackupScene(bool isEncrypted)
    {
        FreshStore plain;
        FreshStore encrypted(cheapPassphrase(text("Mali"), secret));
        makeCrashed(isEncrypted ? encrypted : plain);
        writeFile(outside("key"), secret.toUtf8());
        QFile::setPermissions(outside("key"), QFile::ReadOwner | QFile::WriteOwner);
    }
    QStringList words() const override { return {text("backup"), path("b.dtp"), text("--key-file"), outside("key")}; }
    void checkKilled() override
    {
        const Held backup = held(path("b.dtp"));
        CHECK((backup == two || backup == three));
        CHECK(held(database()) == three);
    }
    void checkDone() override
    {
        CHECK(held(path("b.dtp")) == three);
        CHECK(held(database()) == three);
        CHECK(leftParts() == QStringList());
    }
};

class AutomaticBackupScene : public BackupScene
{
public:
    using BackupScene::BackupScene;
    QStringList words() const override { return {text("backups"), text("--now"), text("--key-file"), outside("key")}; }
    void checkKilled() override
    {
        for (const QString& backup : made())
            CHECK(held(backup) == three);
        CHECK(held(database()) == three);
        CHECK(held(path("b.dtp")) == two);
    }
    void checkDone() override
    {
        CHECK_FALSE(made().isEmpty());
        checkKilled();
        CHECK(leftParts() == QStringList());
    }

private:
    QStringList made() const { return allFilesIn(path("a backups")).filter(QRegularExpression(text("\\.dtp$"))); }
};

class RestoreScene : public BackupScene
{
public:
    using BackupScene::BackupScene;
    QStringList words() const override { return {text("restore"), path("b.dtp"), text("--key-file"), outside("key")}; }
    void checkKilled() override
    {
        const Held now = held(database());
        CHECK((now == two || now == three));
        CHECK(held(path("b.dtp")) == two);
        bool isKept = now == three;
        for (const QString& aside : setAside())
            isKept = isKept || held(aside) == three;
        CHECK(isKept);
    }
    void checkDone() override
    {
        CHECK(held(database()) == two);
        checkKilled();
        CHECK(leftParts() == QStringList());
    }
};

class EncryptScene : public Scene
{
public:
    EncryptScene()
    {
        FreshStore fresh;
        makeCrashed(fresh);
        REQUIRE(QDir().mkpath(original("a backups")));
        REQUIRE(QFile::rename(original("b.dtp"), original("a backups/a 2026-01-01 10.00.00.dtp")));
        writeFile(outside("key"), secret.toUtf8());
        QFile::setPermissions(outside("key"), QFile::ReadOwner | QFile::WriteOwner);
    }
    QStringList words() const override { return {text("vault"), text("encrypt"), text("--key-file"), outside("key")}; }
    bool mayRefuseAgain() const override { return true; } // it is encrypted already
    void checkKilled() override
    {
        CHECK(held(database()) == three);
        CHECK(held(path("a backups/a 2026-01-01 10.00.00.dtp")) == two);
    }
    void checkDone() override
    {
        CHECK(vault::isVault(database()));
        checkKilled();
        for (const QString& file : allFilesIn(folder())) {
            INFO(file.toStdString());
            CHECK_FALSE(contentOfFile(file).contains("Somchai"));
            CHECK_FALSE(contentOfFile(file).contains("Dara"));
        }
        CHECK(leftParts() == QStringList());
    }
};

class KeyScene : public Scene
{
public:
    explicit KeyScene(const char* verb) : m_verb(text(verb))
    {
        FreshStore fresh(cheapPassphrase(text("Mali"), secret));
        makeCrashed(fresh);
        REQUIRE_OK(vault::addPassphrase(original("a.dtp"), text("Second"),
                                        vault::SecretBytes::ofText(text("second secret"))));
        for (const auto& [file, content] : {std::pair("key", secret), std::pair("new key", newSecret)}) {
            writeFile(outside(file), content.toUtf8());
            QFile::setPermissions(outside(file), QFile::ReadOwner | QFile::WriteOwner);
        }
    }
    QStringList words() const override
    {
        QStringList words{text("vault"), m_verb, m_verb == text("add") ? text("Third") : text("Second"),
                          text("--key-file"), outside("key")};
        if (m_verb != text("remove"))
            words << text("--new-key-file") << outside("new key");
        return words;
    }
    bool mayRefuseAgain() const override { return true; } // it is there, or gone
    void checkKilled() override
    {
        vault::lockAll();
        CHECK(vault::unlock(database(), secret).has_value());
        CHECK(held(database()) == three);
        vault::lockAll();
        const bool hasOld = vault::unlock(database(), text("second secret")).has_value();
        vault::lockAll();
        const bool hasNew = vault::unlock(database(), newSecret).has_value();
        vault::lockAll();
        if (m_verb == text("change"))
            CHECK(hasOld != hasNew);
        if (m_verb == text("add"))
            CHECK(hasOld);
    }
    void checkDone() override
    {
        checkKilled();
        CHECK(vault::unlock(database(), text("second secret")).has_value() == (m_verb == text("add")));
        vault::lockAll();
        CHECK(vault::isHeadWhole(database())); // mended when it was opened
    }

private:
    QString m_verb;
};

class UndoScene : public Scene
{
public:
    UndoScene()
    {
        FreshStore fresh;
        makeCrashed(fresh);
    }
    QStringList words() const override { return {text("undo")}; }
    void checkKilled() override
    {
        const Held now = held(database());
        CHECK((now == three || now == Held{2, three.newest, 3, true}));
    }
    void checkDone() override
    {
        const Held now = held(database());
        CHECK((now.people == 2 || now.people == 1)); // done before it was killed, and once more
        CHECK(now.isSound);
    }
};

class ImportScene : public Scene
{
public:
    ImportScene()
    {
        FreshStore fresh;
        makeCrashed(fresh);
        writeFile(outside("rows.csv"), listOfPeople(40));
    }
    QStringList words() const override { return {text("import"), text("people"), outside("rows.csv")}; }
    void checkKilled() override
    {
        const Held now = held(database());
        CHECK((now == three || now == Held{43, text("Import 40 people from rows.csv"), 4, true}));
        for (const QString& backup : allFilesIn(path("a backups")).filter(QRegularExpression(text("\\.dtp$"))))
            CHECK(held(backup) == three); // that of before
    }
    void checkDone() override
    {
        CHECK(held(database()).people == 43);
        CHECK(leftParts() == QStringList());
    }
};

class MigrationScene : public Scene
{
public:
    MigrationScene()
    {
        REQUIRE(QFile::copy(text(DTP_SOURCES "/tests/files/layout_1.dtp"), original("a.dtp")));
        QFile::setPermissions(original("a.dtp"), QFile::ReadOwner | QFile::WriteOwner);
    }
    QStringList words() const override { return {text("stats")}; }
    void checkKilled() override
    {
        const Held now = held(database());
        CHECK(now.people == 4);
        CHECK(now.isSound);
    }
    void checkDone() override
    {
        checkKilled();
        CHECK_FALSE(allFilesIn(path("a backups")).isEmpty());
        CHECK(leftParts() == QStringList());
    }
};

inline std::vector<std::pair<const char*, std::function<std::unique_ptr<Scene>()>>> scenes()
{
    return {{"backup", [] { return std::make_unique<BackupScene>(false); }},
            {"backup, encrypted", [] { return std::make_unique<BackupScene>(true); }},
            {"backups --now", [] { return std::make_unique<AutomaticBackupScene>(false); }},
            {"restore", [] { return std::make_unique<RestoreScene>(false); }},
            {"restore, encrypted", [] { return std::make_unique<RestoreScene>(true); }},
            {"vault encrypt", [] { return std::make_unique<EncryptScene>(); }},
            {"vault change", [] { return std::make_unique<KeyScene>("change"); }},
            {"vault add", [] { return std::make_unique<KeyScene>("add"); }},
            {"vault remove", [] { return std::make_unique<KeyScene>("remove"); }},
            {"undo", [] { return std::make_unique<UndoScene>(); }},
            {"import", [] { return std::make_unique<ImportScene>(); }},
            {"migration", [] { return std::make_unique<MigrationScene>(); }}};
}

} // namespace dtp::test
