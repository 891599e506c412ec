// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypted files on the command line: where passphrases come from, and who can open the file.
#include "cli_run.h"

#include <support/fresh_store.h>
#include <support/vault.h>

#include <QDir>

using namespace dtp;
using namespace dtp::test;

namespace
{
const char* const mali = "pelican anchor violet tractor\n";
const char* const somchai = "museum cotton river salad\n";

// An encrypted file with one person, closed, whose passphrase costs nothing to try.
class EncryptedFile
{
public:
    EncryptedFile()
    {
        {
            FreshStore fresh(cheapPassphrase(text("Mali"), QString::fromUtf8(mali).trimmed()));
            addPerson(*fresh, text("Sokhalay"), text("Daravuth"), text("KH"));
            REQUIRE_OK(fresh->backupTo(database()));
        }
        vault::lockAll();
        put("key", mali);
        put("next", somchai);
    }
    QString database() const { return folder.filePath(text("a.dtp")); }
    QString path(const char* name) const { return folder.filePath(text(name)); }
    void put(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    CliRun run(const QStringList& words, const QByteArray& input = {}) const
    {
        CliSetting setting;
        setting.input = input;
        return cli(QStringList{database()} + words, setting);
    }
    CliRun withKey(const QStringList& words) const
    {
        return run(QStringList{text("--key-file"), path("key")} + words);
    }

    QTemporaryDir folder;
};
} // namespace

TEST_CASE("An encrypted database is worked on with its passphrase, from a file or an open file", "[cli][vault]")
{
    const EncryptedFile file;
    const CliRun refused = file.run({text("search"), text("Sokhalay")});
    CHECK(refused.code == 1);
    CHECK(refused.isOneSentence());
    CHECK(refused.err.contains(text("a.dtp is encrypted")));
    CHECK_FALSE(refused.err.contains(text("Daravuth")));
    CHECK(file.withKey({text("search"), text("Sokhalay")}).out.contains(text("Daravuth")));
    CHECK(file.run({text("search"), text("Sokhalay"), text("--passphrase-fd"), text("0")}, mali)
              .out.contains(text("Daravuth")));
    CHECK(
        file.run({text("--passphrase-fd=0"), text("search"), text("Sokhalay")}, mali).out.contains(text("Daravuth")));
    const CliRun wrong = file.run({text("--passphrase-fd"), text("0"), text("stats")}, "another one\n");
    CHECK(wrong.code == 1);
    CHECK(wrong.err.trimmed() ==
          text("This passphrase does not open a.dtp. Nothing was lost: try again, or type its recovery code."));
    CHECK(file.run({text("--passphrase-fd"), text("x"), text("stats")}).code == 2);
    CHECK(file.run({text("--passphrase-fd"), text("97"), text("stats")}).code == 1);
    CHECK(file.run({text("--passphrase-fd"), text("0"), text("--key-file"), file.path("key"), text("stats")}).code ==
          2);
    CHECK(file.run({text("--passphrase-fd"), text("0"), text("stats")}, "\n").err.contains(text("no passphrase")));
}

TEST_CASE("A passphrase in a file that others can read is refused", "[cli][vault]")
{
    const EncryptedFile file;
    QFile::setPermissions(file.path("key"), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    const CliRun refused = file.withKey({text("stats")});
    CHECK(refused.code == 1);
    CHECK(refused.err.contains(text("can be read by others")));
    CHECK(file.run({text("--key-file"), file.path("none"), text("stats")}).isOneSentence());
}

TEST_CASE("A new database is encrypted unless it is said to be plain, and no weak passphrase is taken", "[cli][vault]")
{
    const EncryptedFile file;
    const QString fresh = file.path("fresh.dtp");
    const CliRun refused = cli({fresh, text("create")});
    CHECK(refused.code == 1);
    CHECK(refused.err.contains(text("--plain")));
    const CliRun weak = cli({fresh, text("create"), text("--passphrase-fd"), text("0")}, {.input = "password1\n"});
    CHECK(weak.code == 1);
    CHECK(weak.err.startsWith(text("Weak:")));
    CHECK_FALSE(QFile::exists(fresh));
    REQUIRE(cli({fresh, text("create"), text("--key-file"), file.path("key"), text("--name"), text("Mali")}).code ==
            0);
    CHECK(contentOfFile(fresh).startsWith("DTPVAULT"));
    CHECK(QFile::permissions(fresh) == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    CHECK(cli({fresh, text("--key-file"), file.path("key"), text("check")}).code == 0);
    const QString plain = file.path("plain.dtp");
    REQUIRE(cli({plain, text("create"), text("--plain")}).code == 0);
    CHECK(contentOfFile(plain).startsWith("SQLite format 3"));
}

TEST_CASE("Passphrases are added, changed, taken away and recovered", "[cli][vault]")
{
    const EncryptedFile file;
    const QStringList next{text("--new-key-file"), file.path("next")};
    REQUIRE(file.withKey(QStringList{text("vault"), text("add"), text("Somchai")} + next).code == 0);
    CHECK(file.run({text("--passphrase-fd"), text("0"), text("stats")}, somchai).code == 0);
    const CliRun both = file.withKey({text("vault"), text("info"), text("--json")});
    const QJsonArray opens = both.json().object().value(text("opens")).toArray();
    REQUIRE(opens.size() == 2);
    CHECK(opens.at(1).toObject().value(text("name")).toString() == text("Somchai"));
    REQUIRE(file.withKey({text("vault"), text("remove"), text("Somchai")}).code == 0);
    CHECK(file.run({text("--passphrase-fd"), text("0"), text("stats")}, somchai).code == 1);

    REQUIRE(file.withKey({text("vault"), text("code"), file.path("code.pdf")}).code == 0);
    QProcess reading;
    reading.start(text("pdftotext"), {file.path("code.pdf"), text("-")});
    REQUIRE(reading.waitForFinished());
    const QString page = QString::fromUtf8(reading.readAllStandardOutput());
    const QRegularExpression group(text("[0-9A-Z]{4}(?: +– +[0-9A-Z]{4}){2,3}"));
    QString code;
    for (auto found = group.globalMatch(page); found.hasNext();)
        code += found.next().captured() + text(" ");
    INFO(page.toStdString());
    REQUIRE(code.size() > 30);
    CHECK(page.count(QLatin1Char('\f')) == 1); // one sheet: each page ends with it
    CHECK(QFile::permissions(file.path("code.pdf")) ==
          (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    const CliRun recovered = file.run(QStringList{text("--passphrase-fd"), text("0"), text("vault"), text("recover"),
                                                  text("Mali"), text("--new-passphrase-fd"), text("0")},
                                      code.toUtf8() + '\n' + somchai);
    CHECK(recovered.err.toStdString().empty());
    REQUIRE(recovered.code == 0);
    CHECK(file.withKey({text("stats")}).code == 1);
    CHECK(file.run({text("--passphrase-fd"), text("0"), text("stats")}, somchai).code == 0);
    const CliRun last =
        file.run({text("--passphrase-fd"), text("0"), text("vault"), text("remove"), text("Mali")}, somchai);
    CHECK(last.code == 1);
    CHECK(last.err.contains(text("only passphrase")));
}

TEST_CASE("A recovery code is not made anew when its page cannot be written", "[cli][vault]")
{
    const EncryptedFile file;
    const CliRun over = file.withKey({text("vault"), text("code"), file.database()});
    CHECK(over.code == 1);
    CHECK(file.withKey({text("vault"), text("code"), file.path("none/code.pdf")}).code == 1);
    CHECK(file.withKey({text("vault"), text("info")}).out.count(QLatin1Char('\n')) == 1);
}

TEST_CASE("A plain database and its backups are encrypted by one verb", "[cli][vault]")
{
    const EncryptedFile file;
    const QString plain = file.path("plain.dtp");
    REQUIRE(cli({plain, text("create"), text("--sample"), text("--people"), text("50")}).code == 0);
    REQUIRE(QDir(file.folder.path()).mkdir(text("plain backups")));
    const QString backup = file.path("plain backups/plain 2026-01-01 10.00.00.dtp");
    REQUIRE(cli({plain, text("backup"), backup}).code == 0);
    const CliRun before = cli({plain, text("stats")});
    REQUIRE(cli({plain, text("vault"), text("encrypt"), text("--key-file"), file.path("key")}).code == 0);
    CHECK(contentOfFile(plain).startsWith("DTPVAULT"));
    CHECK(contentOfFile(backup).startsWith("DTPVAULT"));
    CHECK(cli({plain, text("stats"), text("--key-file"), file.path("key")}).out == before.out);
    CHECK(cli({plain, text("vault"), text("encrypt"), text("--key-file"), file.path("key")}).code == 1);
    CHECK(cli({plain, text("restore"), backup, text("--key-file"), file.path("key")}).code == 0);
    CHECK(cli({file.path("none.dtp"), text("vault"), text("info")}).isOneSentence());
}

TEST_CASE("A backup takes the place of an encrypted database only with its passphrase, and stays encrypted",
          "[cli][vault]")
{
    const EncryptedFile file;
    const QString backup = file.path("backup.dtp");
    REQUIRE(file.withKey({text("backup"), backup}).code == 0);
    CHECK(contentOfFile(backup).startsWith("DTPVAULT"));
    CHECK(file.run({text("restore"), backup}).code == 1);
    CHECK(file.withKey({text("restore"), backup}).code == 0);
    // A plain one of before it was encrypted.
    const QString plain = file.path("plain.dtp");
    REQUIRE(cli({plain, text("create"), text("--sample"), text("--people"), text("20")}).code == 0);
    CHECK(file.run({text("restore"), plain}).code == 1);
    CHECK(contentOfFile(file.database()).startsWith("DTPVAULT"));
    REQUIRE(file.withKey({text("restore"), plain}).code == 0);
    CHECK(contentOfFile(file.database()).startsWith("DTPVAULT"));
    CHECK(file.withKey({text("check")}).code == 0);
    for (const QString& name : QDir(file.folder.path()).entryList({text("*.dtp")}, QDir::Files)) {
        if (name != text("plain.dtp"))
            CHECK(contentOfFile(file.folder.filePath(name)).startsWith("DTPVAULT"));
    }
}

TEST_CASE("What can be read of a damaged database is saved as a new one, and what cannot be is said",
          "[cli][vault][salvage]")
{
    const EncryptedFile file;
    QFile database(file.database());
    REQUIRE(database.open(QIODevice::ReadWrite));
    const qint64 last = database.size() - 2000; // within the last page
    database.seek(last);
    const QByteArray byte = database.read(1);
    database.seek(last);
    database.write(QByteArray(1, static_cast<char>(byte.at(0) ^ 1)));
    database.close();
    const qint64 page = database.size() / 4096 - 2;
    const CliRun check = file.withKey({text("check")});
    CHECK(check.code == 1);
    CHECK(check.err.contains(text("a.dtp is damaged")));
    const QString saved = file.path("saved.dtp");
    const CliRun run = file.withKey({text("--json"), text("salvage"), saved});
    REQUIRE(run.code == 0);
    CHECK(run.json().object().value(text("damagedPages")).toArray() == QJsonArray{page});
    CHECK(cli({saved, text("--key-file"), file.path("key"), text("check")}).code == 0);
    CHECK(file.withKey({text("salvage"), saved}).isOneSentence());
    CHECK(file.run({text("salvage"), file.path("other.dtp")}).isOneSentence());
}

TEST_CASE("An encrypted database of which the beginning is gone or moved is saved with its passphrase",
          "[cli][vault][salvage]")
{
    const EncryptedFile file;
    const QByteArray whole = contentOfFile(file.database());
    constexpr int page = 4096;
    const std::vector<QByteArray> damaged{whole.mid(page), whole.mid(1000), QByteArray(1000, '\0') + whole,
                                          QByteArray(3 * page, '\0') + whole};
    const QString saved = file.path("saved.dtp");
    for (const QByteArray& bytes : damaged) {
        CAPTURE(bytes.size() - whole.size());
        file.put("a.dtp", bytes);
        CHECK(file.run({text("salvage"), saved}).err.contains(text("a.dtp is encrypted")));
        CHECK(file.run({text("--key-file"), file.path("next"), text("salvage"), saved})
                  .err.contains(text("This passphrase does not open a.dtp.")));
        const CliRun run = file.withKey({text("salvage"), saved});
        CHECK(run.code == 0);
        CHECK(run.out.contains(text("Every row could be read.")));
        CHECK(run.out.contains(bytes.size() < whole.size() ? text("bytes are missing at the beginning")
                                                           : text("bytes before the beginning of the file do not")));
        CHECK(cli({text("--key-file"), file.path("key"), saved, text("search"), text("Sokhalay")}).code == 0);
        CHECK(
            QDir(file.folder.path()).entryList({text(".*")}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot) ==
            QStringList());
        REQUIRE(QFile::remove(saved));
    }
    file.put("a.dtp", whole.mid(2 * page));
    const CliRun none = file.withKey({text("salvage"), saved});
    CHECK(none.code == 1);
    CHECK(none.isOneSentence());
    CHECK(none.err.contains(text("its first two pages are missing or damaged")));
    CHECK_FALSE(none.err.contains(text("“salvage” saves")));
}

TEST_CASE("No output takes the place of an encrypted file, of whatever vault", "[cli][vault]")
{
    const EncryptedFile file;
    const EncryptedFile other;
    const QByteArray before = contentOfFile(other.database());
    for (const QString& target : {other.database(), file.database()}) {
        const CliRun run = file.withKey({text("export"), text("people"), target});
        CHECK(run.code != 0);
    }
    CHECK(contentOfFile(other.database()) == before);
}
