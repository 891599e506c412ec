// SPDX-License-Identifier: GPL-3.0-or-later
// A folder for all that a program writes by itself, one for what it is told to write, and what is looked for in them.
#pragma once

#include "cli_run.h"

#include <support/add_records.h>
#include <support/fresh_store.h>
#include <support/vault.h>

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

namespace dtp::test
{

// What the file holds, in the words that are looked for.
inline const char* const heldWords[] = {"Sokhalay",  "Daravuth", "sokhalay.d", "Vannarith", "Phalla",   "vannarith.p",
                                        "Kompongia", "Rattanak", "Whisperer",  "สุขสวัสดิ์",    "Sereynorm"};

class Session
{
public:
    Session()
    {
        for (const char* sub : {"own", "own/home", "own/run", "own/tmp", "out", "in"})
            REQUIRE(QDir(root.path()).mkpath(text(sub)));
        QFile(path("own/run")).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        {
            FreshStore fresh(cheapPassphrase(text("Mali"), text("pelican anchor violet tractor")));
            const Person one = addPerson(*fresh, text("Sokhalay"), text("Daravuth"), text("KH"));
            ContactPoint mail;
            mail.person = one.id;
            mail.kind = text("email");
            mail.value = text("sokhalay.d@example.org");
            addRecords(*fresh, mail);
            REQUIRE_OK(fresh->backupTo(database()));
        }
        vault::lockAll();
        put("in/key", "pelican anchor violet tractor\n");
        put("in/next", "museum cotton river salad\n");
        put("in/people.csv", "Given name,Family name,Own script name,E-mail,Country,Place\n"
                             "Vannarith,Phalla,สุขสวัสดิ์,vannarith.p@example.org,KH,Kompongia\n"
                             ",,,,,\nTotal 1,,,,,\n");
    }
    QString path(const char* name) const { return root.filePath(text(name)); }
    QString database() const { return path("own/a.dtp"); }
    void put(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    CliSetting setting() const
    {
        CliSetting setting;
        for (const auto& [name, sub] :
             {std::pair("HOME", "own/home"), std::pair("XDG_CONFIG_HOME", "own/home/config"),
              std::pair("XDG_DATA_HOME", "own/home/data"), std::pair("XDG_CACHE_HOME", "own/home/cache"),
              std::pair("XDG_STATE_HOME", "own/home/state"), std::pair("XDG_RUNTIME_DIR", "own/run"),
              std::pair("TMPDIR", "own/tmp"), std::pair("DTP_KEEP_IN", "written"), std::pair("DTP_KEEP_NOT", "out/")})
            setting.environment.insert(text(name), path(sub));
        if (keepsWrites)
            load(setting);
        return setting;
    }
    void run(const QStringList& words) const
    {
        const CliRun done = cli(QStringList{database(), text("--key-file"), path("in/key")} + words, setting());
        INFO(words.join(QLatin1Char(' ')).toStdString() << ": " << done.err.toStdString());
        CHECK(done.code == 0);
    }

    // Into the program, what keeps all that it writes.
    static void load(CliSetting& setting)
    {
#ifdef DTP_KEEP_WRITES
        setting.environment.insert(text("LD_PRELOAD"), QStringLiteral(DTP_KEEP_WRITES));
#else
        Q_UNUSED(setting)
#endif
    }
    // Not with sanitizers, which want to be the first that is loaded.
    const bool keepsWrites = [] {
        CliSetting setting;
        load(setting);
        const CliRun run = cli({text("--version")}, setting);
        return setting.environment.contains(text("LD_PRELOAD")) && run.code == 0 && run.err.isEmpty();
    }();
    QTemporaryDir root;
};

// "a.dtp-wal Sokhalay": what of the words stands in the bytes, in any encoding that programs write.
inline QStringList wordsIn(const QByteArray& bytes, const QString& where)
{
    QStringList found;
    const QByteArray lower = bytes.toLower();
    for (const char* one : heldWords) {
        const QString word = text(one);
        const auto utf16 = [](const QString& said, bool isBig) {
            QByteArray all;
            for (const QChar c : said) {
                const char low = static_cast<char>(c.unicode() & 0xFF);
                const char high = static_cast<char>(c.unicode() >> 8);
                all.append(isBig ? high : low).append(isBig ? low : high);
            }
            return all;
        };
        if (lower.contains(word.toLower().toUtf8()) || bytes.contains(utf16(word, true)) ||
            bytes.contains(utf16(word, false)))
            found.append(where + QLatin1Char(' ') + word);
    }
    return found;
}

inline QStringList wordsBelow(const QString& folder)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        found += wordsIn(contentOfFile(path), path.mid(folder.size()));
    }
    return found;
}

} // namespace dtp::test
