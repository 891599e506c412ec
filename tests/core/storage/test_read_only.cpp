// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders that may not be written to, as an ordinary user finds them.
#include <database/file_lock.h>
#include <platform/platform.h>
#include <storage/store.h>
#include <support/fresh_store.h>
#include <support/ordinary_user.h>
#include <support/system_abilities.h>

#include <QDir>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr QFile::Permissions readFolder = QFile::ReadOwner | QFile::ExeOwner;

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

// What opening, reading and changing say, a line each.
QString sayOf(const QString& path, const Environment& environment)
{
    const auto opened = Store::open(path, environment);
    if (!opened)
        return opened.error().sentence;
    Store& store = **opened;
    const qint64 people = store.count(Entity::Person).value_or(-1);
    const auto another = store.another();
    const auto changed = store.change(QStringLiteral("Add"), [](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(Person{}));
        return {};
    });
    const auto undone = store.undo();
    QStringList lines{store.readOnlyReason(),
                      QStringLiteral("%1 people").arg(people),
                      another ? QStringLiteral("%1 people").arg((*another)->count(Entity::Person).value_or(-1))
                              : another.error().sentence,
                      QStringLiteral("%1 faults").arg(store.check().value_or(QStringList{QStringLiteral("x")}).size()),
                      changed ? QStringLiteral("changed") : changed.error().sentence,
                      undone ? QStringLiteral("undone") : undone.error().sentence};
    return lines.join(QLatin1Char('\n'));
}

struct ReadOnlyFile : FreshStore {
    ReadOnlyFile()
    {
        addPerson(*store, QStringLiteral("Arun"), QStringLiteral("Rao"));
        store.reset();
        before = bytesOf(file());
        giveAway(folder.path());
    }
    QString file() const { return path(QStringLiteral("test.dtp")); }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    QByteArray before;
};
} // namespace

TEST_CASE("in a folder that may only be read the file opens to read", "[storage][baddays]")
{
    const ReadOnlyFile file;
    const Rights rights(file.folder.path(), readFolder);
    const QString reason = QStringLiteral("The folder of test.dtp may only be read, so the file is opened to read. "
                                          "Copy it to a folder of your own to change it.");
    const QString refusal = reason + QStringLiteral(" Nothing was changed.");
    CHECK(asOrdinaryUser([&] { return sayOf(file.file(), file.environment); }) ==
          QStringList({reason, QStringLiteral("1 people"), QStringLiteral("1 people"), QStringLiteral("0 faults"),
                       refusal, refusal})
              .join(QLatin1Char('\n')));
    CHECK(bytesOf(file.file()) == file.before);
    CHECK(file.files() == QStringList{QStringLiteral("test.dtp")});
}

TEST_CASE("a file that may only be read opens to read", "[storage][baddays]")
{
    const ReadOnlyFile file;
    const Rights rights(file.file(), QFile::ReadOwner);
    const QString reason =
        QStringLiteral("test.dtp may only be read here. Copy it to a folder of your own to change it.");
    const QString refusal = reason + QStringLiteral(" Nothing was changed.");
    CHECK(asOrdinaryUser([&] { return sayOf(file.file(), file.environment); }) ==
          QStringList({reason, QStringLiteral("1 people"), QStringLiteral("1 people"), QStringLiteral("0 faults"),
                       refusal, refusal})
              .join(QLatin1Char('\n')));
    CHECK(bytesOf(file.file()) == file.before);
}

TEST_CASE("a file that may not be read is a sentence", "[storage][baddays]")
{
    const ReadOnlyFile file;
    const Rights rights(file.file(), {});
    CHECK(asOrdinaryUser([&] { return sayOf(file.file(), file.environment); }) ==
          QStringLiteral("test.dtp may not be read by you. Ask its owner for a copy."));
}

TEST_CASE("what a killed program left in a folder that may only be read is not shown as if it were all",
          "[storage][baddays]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    const QString kept = file.path(QStringLiteral("kept"));
    REQUIRE(QDir().mkpath(kept));
    for (const char* ending : {"", "-wal"}) // the person is in the journal alone
        REQUIRE(QFile::copy(file->path() + QLatin1String(ending),
                            kept + QStringLiteral("/left.dtp") + QLatin1String(ending)));
    file.store.reset();
    giveAway(file.folder.path());
    const QString left = kept + QStringLiteral("/left.dtp");
    {
        const Rights rights(kept, readFolder);
        CHECK(asOrdinaryUser([&] { return sayOf(left, file.environment); }) ==
              QStringLiteral("left.dtp was not closed properly, and here nothing can be written to mend that. Copy "
                             "it, together with left.dtp-wal, to a folder of your own and open it there."));
    }
    CHECK(asOrdinaryUser([&] { return sayOf(left, file.environment); }).section(QLatin1Char('\n'), 1, 1) ==
          QStringLiteral("1 people"));
}

TEST_CASE("in a folder that may only be read no backup and no new file is made", "[storage][baddays]")
{
    const ReadOnlyFile file;
    const Rights rights(file.folder.path(), readFolder);
    CHECK(asOrdinaryUser([&] {
              const auto store = Store::open(file.file(), file.environment);
              const auto backup =
                  store ? (*store)->backupTo(file.path(QStringLiteral("b.dtp"))) : fail(QStringLiteral("not opened"));
              const auto made = Store::create(file.path(QStringLiteral("new.dtp")), file.environment);
              return QString(backup.error().sentence + QLatin1Char('\n') + made.error().sentence);
          }) == QStringLiteral("The backup b.dtp could not be written: Permission denied. Choose another folder.\n"
                               "new.dtp could not be made: Permission denied. Choose another folder."));
    CHECK(file.files() == QStringList{QStringLiteral("test.dtp")});
}

TEST_CASE("No new file is taken for one that was deleted while it was locked", "[storage][baddays]")
{
    if (!knowsFiles())
        SKIP_TEST("needs a system that tells which names are of one file");
    const QTemporaryDir folder;
    const auto make = [&folder](const QString& name) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write("x") == 1);
    };
    const QString path = folder.filePath(QStringLiteral("a.dtp"));
    make(QStringLiteral("a.dtp"));
    QString reason;
    const auto lock = FileLock::take(path, reason);
    REQUIRE(lock);
    const QString identity = platform::fileIdentity(path);
    REQUIRE(QFile::remove(path));
    for (int i = 0; i < 100; ++i) {
        const QString name = QString::number(i);
        make(name);
        CHECK(platform::fileIdentity(folder.filePath(name)) != identity);
    }
}
