// SPDX-License-Identifier: GPL-3.0-or-later
// For each verb what must hold when it was killed and when it was done.
#pragma once

#include "kill_scene.h"
#include "lock_scene.h"

namespace dtp::test
{

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

class MergeScene : public Scene
{
public:
    MergeScene()
    {
        FreshStore fresh;
        makeCrashed(fresh);
    }
    QStringList words() const override { return {text("merge"), text("Dara Sok"), text("Somchai Prasert")}; }
    bool mayRefuseAgain() const override { return true; } // both names are of one by then
    void checkKilled() override
    {
        const Held now = held(database());
        CHECK((now == three || now == Held{2, text("Merge 2 people into “Dara Sok”"), 4, true}));
        for (const QString& backup : allFilesIn(path("a backups")).filter(QRegularExpression(text("\\.dtp$"))))
            CHECK(held(backup) == three); // that of before
    }
    void checkDone() override
    {
        CHECK(held(database()).people == 2);
        checkKilled();
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

// Somebody is erased, from the file and from its one backup: each is as before, or holds no byte of the name.
class EraseScene : public Scene
{
public:
    EraseScene()
    {
        FreshStore fresh;
        addPerson(*fresh, text("Zerubina"), text("Qwortlefax"));
        makeCrashed(fresh);
        REQUIRE(QDir().mkpath(original("a backups")));
        REQUIRE(QFile::rename(original("b.dtp"), original(backup)));
    }
    QStringList words() const override
    {
        return {text("person"), text("erase"), text("Zerubina Qwortlefax"), text("--yes")};
    }
    bool mayRefuseAgain() const override { return true; } // there is nobody of that name any more
    void checkKilled() override
    {
        check(database(), 4); // the first, since opening it clears what was left of work on the other
        check(path(backup), 3);
        if (!isIn(database()) && !isIn(path(backup)))
            checkNowhere();
    }
    void checkDone() override
    {
        checkKilled();
        checkNowhere();
    }

private:
    static constexpr const char* backup = "a backups/a 2026-01-01 10.00.00.dtp";

    static bool isIn(const QString& file) { return contentOfFile(file).toLower().contains("qwortlefax"); }
    void check(const QString& file, qint64 people) const
    {
        const Held now = held(file);
        CHECK(now.isSound);
        CHECK((now.people == people || now.people == people - 1));
        CHECK(isIn(file) == (now.people == people));
    }
    void checkNowhere() const
    {
        for (const QString& file : allFilesIn(folder())) {
            INFO(file.toStdString());
            CHECK_FALSE(isIn(file));
        }
        CHECK(leftParts() == QStringList());
    }
};

// A file, or a folder of e-mails, leaves: what is there has its entry in the ledger, and nothing else is there.
class ExportScene : public Scene
{
public:
    explicit ExportScene(const char* what, const char* name) : m_what(text(what)), m_name(text(name))
    {
        FreshStore fresh;
        makeCrashed(fresh);
        REQUIRE_OK(fresh->change(text("Add an address"), [&](ChangeWriter& writer) -> Result<> {
            ContactPoint contact;
            contact.person = fresh->find<Person>(Where().orderBy("id"))->front().id;
            contact.kind = text("email");
            contact.value = text("dara@example.org");
            DTP_CHECK(writer.insert(contact));
            return {};
        }));
        QFile::remove(original("a.dtp-wal"));
        for (const char* ending : {"", "-wal"}) {
            QFile::remove(original("a.dtp") + text(ending));
            REQUIRE(QFile::copy(fresh->path() + text(ending), original("a.dtp") + text(ending)));
        }
    }
    QStringList words() const override
    {
        return {text("export"), m_what, target(), text("--audience"), text("internal")};
    }
    bool mayRefuseAgain() const override { return true; } // a folder of that name is there
    void checkKilled() override
    {
        const Held now = held(database());
        CHECK(now.people == 3);
        CHECK(now.isSound);
        const auto store = Store::open(database(), environment(), OpenMode::ReadOnly);
        REQUIRE_OK(store);
        const qint64 entries = (*store)->count(Entity::Disclosure).value_or(-1);
        CHECK(entries >= (QFileInfo::exists(target()) ? 1 : 0));
        QStringList names = QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        names.removeAll(m_name);
        CHECK(names.filter(m_name.section(QLatin1Char('.'), 0, 0)) == QStringList());
    }
    void checkDone() override
    {
        CHECK(QFileInfo::exists(target()));
        checkKilled();
    }

private:
    QString target() const { return folder() + QLatin1Char('/') + m_name; }

    QString m_what;
    QString m_name;
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
            {"merge", [] { return std::make_unique<MergeScene>(); }},
            {"migration", [] { return std::make_unique<MigrationScene>(); }},
            {"person erase", [] { return std::make_unique<EraseScene>(); }},
            {"export people", [] { return std::make_unique<ExportScene>("people", "out.csv"); }},
#ifdef DTP_TEST_UI
            {"lock of the window", [] { return std::make_unique<LockScene>(); }},
#endif
            {"export consent-mail", [] { return std::make_unique<ExportScene>("consent-mail", "drafts"); }}};
}

} // namespace dtp::test
