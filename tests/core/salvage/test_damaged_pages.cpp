// SPDX-License-Identifier: GPL-3.0-or-later
// Whichever page leads to the others is damaged, what stands on the others is saved.
#include <records/people.h>
#include <salvage/salvage.h>
#include <support/catch.h>
#include <support/file_bytes.h>
#include <support/fresh_store.h>
#include <support/vault.h>

#include <sqlite3.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr qint64 pageSize = 4096;
constexpr int people = 640; // two to a page, so that pages that lead to others are two deep

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

void fill(Store& store)
{
    REQUIRE_OK(store.change(s("Fill"), [](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < people; ++i) {
            Person person;
            person.givenName = s("Given%1").arg(i);
            person.familyName = s("Family");
            person.country = i % 2 == 0 ? s("KH") : s("TH");
            person.birthYear = i % 3 == 0 ? std::nullopt : std::optional(1950 + i % 50);
            person.notes = QString(i == 7 ? 20'000 : 1800, QLatin1Char('n')); // one goes on over pages of its own
            DTP_CHECK(writer.insert(person));
            AlternateName name;
            name.person = person.id;
            name.name = s("Nick%1").arg(i);
            name.kind = s("nickname");
            DTP_CHECK(writer.insert(name));
            PersonLanguage language;
            language.person = person.id;
            language.language = s("km");
            DTP_CHECK(writer.insert(language));
            ContactPoint contact;
            contact.person = person.id;
            contact.kind = s("email");
            contact.value = s("given%1@example.org").arg(i);
            DTP_CHECK(writer.insert(contact));
        }
        return {};
    }));
}

std::vector<qint64> pagesOf(Store& store, const char* where)
{
    sqlite3_stmt* select = nullptr;
    const QByteArray sql = QByteArray("SELECT pageno FROM dbstat WHERE ") + where + " ORDER BY pageno";
    REQUIRE(sqlite3_prepare_v2(store.handle(), sql.constData(), -1, &select, nullptr) == SQLITE_OK);
    std::vector<qint64> pages;
    while (sqlite3_step(select) == SQLITE_ROW)
        pages.push_back(sqlite3_column_int64(select, 0));
    sqlite3_finalize(select);
    REQUIRE_FALSE(pages.empty());
    return pages;
}

// A file that is closed, its bytes, and which pages of it are what.
class Whole
{
public:
    explicit Whole(bool isEncrypted)
        : start(isEncrypted ? 2 * pageSize : 0),
          file(isEncrypted ? std::make_unique<FreshStore>(cheapPassphrase(s("Mali"), s("correct horse")))
                           : std::make_unique<FreshStore>())
    {
        fill(**file);
        path = (*file)->path();
        content = contentOf(**file);
        file->reopen(); // so that all stands in the file itself
        rootOfPeople = pagesOf(**file, "name = 'person' AND path = '/'");
        innerOfPeople = pagesOf(**file, "name = 'person' AND pagetype = 'internal' AND path <> '/'");
        leavesOfPeople = pagesOf(**file, "name = 'person' AND pagetype = 'leaf'");
        list = pagesOf(**file, "name = 'sqlite_schema'");
        file->store.reset();
        bytes = contentsOf(path);
    }
    QByteArray without(const std::vector<qint64>& pages) const
    {
        QByteArray damaged = bytes;
        for (const qint64 page : pages)
            damaged.replace(start + (page - 1) * pageSize, pageSize, QByteArray(pageSize, '\xA5'));
        return damaged;
    }
    QByteArray flipped(qint64 at) const
    {
        QByteArray damaged = bytes;
        damaged[at] = static_cast<char>(damaged.at(at) ^ 1);
        return damaged;
    }
    // What is saved of these bytes, and the file that it is in.
    Salvaged saved(const QByteArray& damaged)
    {
        put(path, damaged);
        target = file->path(s("saved%1.dtp").arg(++m_count));
        const auto salvaged = salvage(path, target, file->environment);
        REQUIRE_OK(salvaged);
        CHECK((contentsOf(path) == damaged));
        return *salvaged;
    }
    std::unique_ptr<Store> savedStore() const
    {
        auto store = Store::open(target, file->environment);
        REQUIRE_OK(store);
        CHECK((*store)->check().value() == QStringList());
        return std::move(*store);
    }

    qint64 start;
    std::unique_ptr<FreshStore> file;
    QString path;
    QString target;
    QString content;
    QByteArray bytes;
    std::vector<qint64> rootOfPeople;
    std::vector<qint64> innerOfPeople;
    std::vector<qint64> leavesOfPeople;
    std::vector<qint64> list;

private:
    int m_count = 0;
};
} // namespace

TEST_CASE("A page that leads to others loses nothing of them when it is damaged", "[storage][salvage][vault]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    Whole whole(isEncrypted);
    REQUIRE(whole.innerOfPeople.size() > 1);
    for (const auto& pages : {whole.rootOfPeople, std::vector{whole.innerOfPeople.front()}, whole.innerOfPeople}) {
        const Salvaged salvaged = whole.saved(whole.without(pages));
        CHECK(salvaged.isWhole());
        CHECK(salvaged.kept.at(s("person")) == people);
        CHECK(salvaged.damagedPages == (isEncrypted ? pages : std::vector<qint64>{}));
        CHECK(contentOf(*whole.savedStore()) == whole.content);
    }
}

TEST_CASE("A damaged beginning of a file loses nothing of what is behind it", "[storage][salvage][vault]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    Whole whole(isEncrypted);
    const auto isSavedWhole = [&](const QByteArray& damaged) {
        const Salvaged salvaged = whole.saved(damaged);
        CHECK(salvaged.isWhole());
        CHECK(contentOf(*whole.savedStore()) == whole.content);
    };
    isSavedWhole(whole.flipped(0));
    for (const qint64 at : {0, 16, 30, 100, 104, 112})
        isSavedWhole(whole.flipped(whole.start + at));
    isSavedWhole(whole.without({1}));
}

TEST_CASE("What stands on a damaged page that leads nowhere is told, and all else is saved",
          "[storage][salvage][vault]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    Whole whole(isEncrypted);
    std::vector<qint64> pages = whole.rootOfPeople;
    pages.push_back(whole.leavesOfPeople.at(150));
    const Salvaged salvaged = whole.saved(whole.without(pages));
    CHECK_FALSE(salvaged.isWhole());
    CHECK(salvaged.kept.at(s("person")) == people - 2);
    CHECK(salvaged.lost.at(s("person")) == 2);
    CHECK(salvaged.standIns.at(s("person")) == 2); // to whom names, languages and contacts belong
    CHECK(whole.savedStore()->count(Entity::Person).value() == people);
}

TEST_CASE("Without a list of tables what stands in them is told by the form of its rows", "[storage][salvage][vault]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    Whole whole(isEncrypted);
    std::vector<std::vector<qint64>> cases{whole.list};
    for (const qint64 page : whole.list)
        cases.push_back({page});
    for (const auto& pages : cases) {
        CAPTURE(pages);
        const Salvaged salvaged = whole.saved(whole.without(pages));
        CHECK(salvaged.isTableListDamaged == !salvaged.isWhole());
        CHECK((salvaged.isTableListDamaged || pages != whole.list));
        const auto store = whole.savedStore();
        for (const Entity entity :
             {Entity::Person, Entity::ContactPoint, Entity::AlternateName, Entity::PersonLanguage})
            CHECK(store->count(entity).value() == people);
        CHECK(contentOf(*store) == whole.content);
    }
}

TEST_CASE("A file whose beginning was cut off, or that has something before it, is saved whole",
          "[storage][salvage][vault]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    Whole whole(isEncrypted);
    const QByteArray zeros(3 * pageSize, '\0');
    const std::vector<std::pair<QByteArray, qint64>> cases{
        {whole.bytes.mid(pageSize), pageSize},
        {whole.bytes.mid(1000), 1000},
        {whole.bytes.mid(1), 1},
        {zeros.left(pageSize) + whole.bytes.mid(pageSize), 0},
        {QByteArray(pageSize, 'x') + whole.bytes.mid(pageSize), 0},
        {zeros.left(pageSize) + whole.bytes, -pageSize},
        {zeros + whole.bytes, -3 * pageSize},
        {zeros.left(1000) + whole.bytes, -1000},
        {"x" + whole.bytes, -1},
        {zeros.left(pageSize + 5) + whole.bytes.mid(pageSize), -5},
    };
    for (const auto& [damaged, missing] : cases) {
        CAPTURE(missing, damaged.left(4).toStdString());
        const Salvaged salvaged = whole.saved(damaged);
        CHECK(salvaged.isWhole());
        CHECK(salvaged.missingAtStart == missing);
        CHECK(salvaged.damagedPages.empty());
        CHECK(contentOf(*whole.savedStore()) == whole.content);
    }
}

TEST_CASE("More than the first page may be missing of a plain file", "[storage][salvage]")
{
    Whole whole(false);
    const Salvaged salvaged = whole.saved(whole.bytes.mid(5 * pageSize + 77));
    CHECK(salvaged.missingAtStart == 5 * pageSize + 77);
    CHECK(salvaged.kept.at(s("person")) == people);
    CHECK(whole.savedStore()->count(Entity::ContactPoint).value() == people);
}

TEST_CASE("Without any head an encrypted file cannot be read, and that is said", "[storage][salvage][vault]")
{
    Whole whole(true);
    const QByteArray rest = whole.bytes.mid(2 * pageSize);
    for (const QByteArray& damaged : std::vector<QByteArray>{rest, QByteArray(2 * pageSize, '\0') + rest}) {
        put(whole.path, damaged);
        const QString target = whole.file->path(s("none.dtp"));
        const auto refused = salvage(whole.path, target, whole.file->environment);
        REQUIRE_FALSE(refused);
        CHECK(
            refused.error().sentence ==
            s("Nothing of test.dtp can be read: no page of it is one of this program. If it was encrypted, its first "
              "two pages are missing or damaged: they alone hold the key, so nobody can open the others without "
              "them, whatever passphrase they have. Restore a backup."));
        CHECK_FALSE(QFile::exists(target));
    }
    put(whole.path, QByteArray(1000, '\0') + whole.bytes);
    vault::lockAll();
    CHECK(salvage(whole.path, whole.file->path(s("none.dtp")), whole.file->environment).error().detail ==
          QLatin1String(vault::lockedDetail));
}
