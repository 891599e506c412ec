// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is done to the bytes of a file: nobody writes to it, and what is damaged is not called well.
#include <database/connection.h>
#include <salvage/salvage.h>
#include <search/person_search.h>
#include <support/catch.h>
#include <support/file_bytes.h>
#include <support/fresh_store.h>
#include <support/vault.h>

#include <QDir>
#include <QFileInfo>

#include <random>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr qsizetype pageSize = 4096;
constexpr qsizetype vaultHead = 2 * pageSize;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

void addPeople(Store& store)
{
    REQUIRE_OK(store.change(s("Add people"), [](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < 120; ++i) {
            Person person;
            person.givenName = s("Given%1").arg(i);
            person.familyName = s("Family");
            person.country = i % 2 == 0 ? s("KH") : s("TH");
            person.notes = QString(80, QLatin1Char('n'));
            DTP_CHECK(writer.insert(person));
            Consent consent;
            consent.person = person.id;
            consent.purpose = s("directory");
            consent.answer = s("agreed");
            DTP_CHECK(writer.insert(consent));
        }
        return {};
    }));
}

// A flipped bit, some bytes that are others, a page of zeros, or an end that is missing.
QByteArray damaged(QByteArray bytes, std::mt19937& random, qsizetype from)
{
    const auto below = [&random](qsizetype most) { return static_cast<qsizetype>(random()) % most; };
    const qsizetype at = from + below(bytes.size() - from);
    const QByteArray whole = bytes;
    switch (random() % 4) {
    case 0:
        bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << random() % 8));
        break;
    case 1:
        for (qsizetype i = at; i < std::min(at + 16, bytes.size()); ++i)
            bytes[i] = static_cast<char>(random());
        break;
    case 2:
        bytes.replace(at / pageSize * pageSize, pageSize, QByteArray(pageSize, '\0'));
        break;
    default:
        bytes.truncate(std::max<qsizetype>(at, 1));
        break;
    }
    if (bytes == whole) // a page that was zeros
        bytes[at] = static_cast<char>(bytes.at(at) ^ 1);
    return bytes;
}

// As it was left: its bytes, when it was written to, and nothing beside it.
struct Left {
    QByteArray bytes;
    QDateTime written;
    QStringList beside;
    bool operator==(const Left&) const = default;
};

class DamagedFile
{
public:
    DamagedFile(FreshStore& file, const QByteArray& bytes) : m_file(file)
    {
        put(path, bytes);
        m_left = left();
    }
    ~DamagedFile() { REQUIRE(QDir(folder).removeRecursively()); }

    // Whether what was found says that something is wrong.
    bool isNoticedByCheck()
    {
        bool isNoticed = true;
        if (const auto store = Store::open(path, m_file.environment, OpenMode::ReadOnly)) {
            const auto faults = (*store)->check();
            isNoticed = !faults || !faults->isEmpty() || !(*store)->soundness().get();
        }
        CHECK((left() == m_left));
        return isNoticed;
    }

    void read()
    {
        if (const auto store = Store::open(path, m_file.environment, OpenMode::ReadOnly)) {
            for (const Entity entity : {Entity::Person, Entity::Consent, Entity::Workshop})
                (void)(*store)->count(entity);
            if (const auto query = PersonQuery::parse(s("given7 country:KH"), **store))
                (void)findPeople(**store, *query);
        }
        CHECK((left() == m_left));
    }

    void save()
    {
        const QString target = folder + s("/saved.dtp");
        const auto salvaged = salvage(path, target, m_file.environment);
        if (salvaged)
            REQUIRE(QFile::remove(target));
        else
            CHECK(salvaged.error().sentence.size() > 10);
        CHECK((left() == m_left));
    }

    // As the window does. A plain file whose damage nobody can know of may be written to by it; its head is mended
    // where all else is sound.
    void openToWrite(bool isNoticed)
    {
        bool isRefused = true;
        if (const auto store = Store::open(path, m_file.environment)) {
            isRefused = !(*store)->soundness().get();
            (void)(*store)->count(Entity::Person);
            if (isRefused)
                CHECK_FALSE((*store)->setSetting(s("smallCell"), s("9")));
        }
        if (isRefused || isNoticed)
            CHECK((contentsOf(path) == m_left.bytes));
    }

private:
    Left left() const
    {
        return {contentsOf(path), QFileInfo(path).lastModified(), QDir(folder).entryList(QDir::Files | QDir::Hidden)};
    }
    FreshStore& m_file;
    QString folder = [this] {
        QDir(m_file.folder.path()).mkdir(s("damaged"));
        return m_file.path(s("damaged"));
    }();
    QString path = folder + s("/test.dtp");
    Left m_left;
};
} // namespace

TEST_CASE("Whatever is damaged of a file, nobody who opens, counts, searches, checks or saves it writes to it",
          "[storage][salvage][baddays][vault][random]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    FreshStore plain;
    FreshStore encrypted(cheapPassphrase(s("Mali"), s("correct horse")));
    FreshStore& file = isEncrypted ? encrypted : plain;
    addPeople(*file);
    const QString path = file->path();
    file.store.reset();
    const QByteArray whole = contentsOf(path);
    std::mt19937 random(20261126);
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        DamagedFile one(file, damaged(whole, random, 0));
        one.read();
        const bool isNoticed = one.isNoticedByCheck();
        if (isEncrypted)
            CHECK(isNoticed);
        one.save();
    }
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        DamagedFile one(file, damaged(whole, random, isEncrypted ? vaultHead : 0));
        one.openToWrite(isEncrypted);
    }
    vault::lockAll();
}
