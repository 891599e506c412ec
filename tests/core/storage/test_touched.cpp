// SPDX-License-Identifier: GPL-3.0-or-later
// What the notifier tells of a change: each record that it touched, and whom those belong or belonged to; no more.
#include <records/people.h>
#include <records/programs.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <random>
#include <set>

using namespace dtp;
using namespace dtp::test;

namespace Catch
{
template <>
struct StringMaker<Touched> {
    static std::string convert(const Touched& touched)
    {
        std::string text = touched.everything ? "everything" : "";
        const auto add = [&text](const char* what, const QHash<Entity, QSet<qint64>>& all) {
            for (auto it = all.cbegin(); it != all.cend(); ++it) {
                text += std::string(what) + recordType(it.key()).table + ":";
                for (const qint64 id : it.value())
                    text += " " + std::to_string(id);
            }
        };
        add(" touched ", touched.records);
        add(" belonging to ", touched.owners);
        return text;
    }
};
} // namespace Catch

namespace dtp
{
// For this test; who listens asks only what concerns it.
static bool operator==(const Touched& a, const Touched& b)
{
    return a.records == b.records && a.owners == b.owners && a.everything == b.everything;
}
} // namespace dtp

namespace
{
// A file whose notifier is written down.
struct ToldStore : FreshStore {
    ToldStore()
    {
        arun = addPerson(*store, QStringLiteral("Arun"), QStringLiteral("Rao"));
        mali = addPerson(*store, QStringLiteral("Mali"), QStringLiteral("Chai"));
        QObject::connect(&store->notifier(), &Notifier::changed, &listener,
                         [this](const Touched& touched) { told.push_back(touched); });
    }
    // What was told of one deed: it must be told once.
    Touched toldOf(const std::function<Result<>(ChangeWriter&)>& deed)
    {
        REQUIRE_OK(store->change(QStringLiteral("Deed"), deed));
        return takeOne();
    }
    Touched takeOne()
    {
        REQUIRE(told.size() == 1);
        const Touched one = told.front();
        told.clear();
        return one;
    }
    ContactPoint addEmail(Id<Person> person, const char* address)
    {
        ContactPoint email;
        email.person = person;
        email.kind = QStringLiteral("email");
        email.value = QString::fromLatin1(address);
        toldOf([&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(email));
            return {};
        });
        return email;
    }

    Person arun;
    Person mali;
    QObject listener;
    std::vector<Touched> told;
};

Touched touched(QHash<Entity, QSet<qint64>> records, QHash<Entity, QSet<qint64>> owners)
{
    return {std::move(records), std::move(owners), false};
}
} // namespace

TEST_CASE("an e-mail that is added is told of with its person", "[storage][notifier]")
{
    ToldStore file;
    ContactPoint email{{}, file.arun.id, QStringLiteral("email"), QStringLiteral("arun@example.org"), {}, false, false,
                       {}};
    const Touched told = file.toldOf([&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(email));
        return {};
    });
    CHECK(told == touched({{Entity::ContactPoint, {email.id.value}}}, {{Entity::Person, {file.arun.id.value}}}));
    CHECK(told.has(Entity::Person, file.arun.id.value));
    CHECK_FALSE(told.has(Entity::Person, file.mali.id.value));
}

TEST_CASE("an e-mail that is changed, moved or removed is told of with those whose it is or was",
          "[storage][notifier]")
{
    ToldStore file;
    ContactPoint email = file.addEmail(file.arun.id, "arun@example.org");
    email.value = QStringLiteral("rao@example.org");
    const auto update = [&](ChangeWriter& writer) -> Result<> { return writer.update(email); };
    CHECK(file.toldOf(update) ==
          touched({{Entity::ContactPoint, {email.id.value}}}, {{Entity::Person, {file.arun.id.value}}}));
    email.person = file.mali.id;
    const Touched moved = touched({{Entity::ContactPoint, {email.id.value}}},
                                  {{Entity::Person, {file.arun.id.value, file.mali.id.value}}});
    CHECK(file.toldOf(update) == moved);
    REQUIRE_OK(file->undo());
    CHECK(file.takeOne() == moved);
    REQUIRE_OK(file->redo());
    CHECK(file.takeOne() == moved);
    CHECK(file.toldOf([&](ChangeWriter& writer) { return writer.remove(email.id); }) ==
          touched({{Entity::ContactPoint, {email.id.value}}}, {{Entity::Person, {file.mali.id.value}}}));
}

TEST_CASE("a change that removes and adds tells of both, and of what went with the removed", "[storage][notifier]")
{
    ToldStore file;
    const ContactPoint old = file.addEmail(file.arun.id, "arun@example.org");
    ContactPoint fresh{{}, file.mali.id, QStringLiteral("email"), QStringLiteral("mali@example.org"), {}, false, false,
                       {}};
    const Touched both = file.toldOf([&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.remove(old.id));
        DTP_CHECK(writer.insert(fresh));
        return {};
    });
    CHECK(both == touched({{Entity::ContactPoint, {old.id.value, fresh.id.value}}},
                          {{Entity::Person, {file.arun.id.value, file.mali.id.value}}}));
    // A person takes what they own along, and the change that removes her may add somebody as well.
    Person third;
    third.givenName = QStringLiteral("Dara");
    const Touched along = file.toldOf([&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(third));
        return writer.remove(file.mali.id);
    });
    CHECK(along ==
          touched({{Entity::Person, {file.mali.id.value, third.id.value}}, {Entity::ContactPoint, {fresh.id.value}}},
                  {{Entity::Person, {file.mali.id.value}}}));
}

TEST_CASE("what changes nothing, fails or is rolled back is told to nobody", "[storage][notifier]")
{
    ToldStore file;
    REQUIRE_OK(file->change(QStringLiteral("Nothing"), [](ChangeWriter&) -> Result<> { return {}; }));
    REQUIRE_OK(
        file->change(QStringLiteral("The same"), [&](ChangeWriter& writer) { return writer.update(file.arun); }));
    REQUIRE_FALSE(file->change(QStringLiteral("Fails"), [&](ChangeWriter& writer) -> Result<> {
        Person person = file.arun;
        person.givenName = QStringLiteral("Other");
        DTP_CHECK(writer.update(person));
        return fail(QStringLiteral("No."));
    }));
    CHECK(file.told.empty());
}

namespace
{
// Random deeds without removal. Each record is changed at most once in a deed, to what it never was.
class RandomDeeds
{
public:
    RandomDeeds(ToldStore& file, unsigned seed) : m_file(file), m_random(seed), m_people{file.arun, file.mali} {}

    // What was told of the next deed that changes anything.
    Touched next()
    {
        while (m_file.told.empty()) {
            m_used.clear();
            const int steps = 1 + pick(6);
            REQUIRE_OK(m_file.store->change(QStringLiteral("Deed"), [&](ChangeWriter& writer) -> Result<> {
                for (int i = 0; i < steps; ++i)
                    DTP_CHECK(step(writer));
                return {};
            }));
        }
        return m_file.takeOne();
    }

private:
    int pick(size_t below) { return static_cast<int>(m_random() % below); }
    QString word() { return QStringLiteral("W%1").arg(++m_words); }
    // One not changed in this deed yet; nullptr when chance meets one that was.
    template <class R>
    R* unused(std::vector<R>& all)
    {
        if (all.empty())
            return nullptr;
        R& one = all[static_cast<size_t>(pick(all.size()))];
        if (m_used.contains(one.id.value))
            return nullptr;
        m_used.insert(one.id.value);
        return &one;
    }
    template <class R>
    Result<> add(ChangeWriter& writer, std::vector<R>& all, R record)
    {
        DTP_CHECK(writer.insert(record));
        m_used.insert(record.id.value);
        all.push_back(record);
        return {};
    }
    Id<Person> anybody() { return m_people[static_cast<size_t>(pick(m_people.size()))].id; }

    Result<> step(ChangeWriter& writer)
    {
        switch (pick(8)) {
        case 0: {
            Person person;
            person.givenName = word();
            return add(writer, m_people, person);
        }
        case 1: {
            Organisation organisation;
            organisation.name = word();
            return add(writer, m_organisations, organisation);
        }
        case 2:
            return add(writer, m_emails,
                       ContactPoint{{},
                                    anybody(),
                                    QStringLiteral("email"),
                                    word() + QStringLiteral("@example.org"),
                                    {},
                                    false,
                                    false,
                                    {}});
        case 3: {
            Affiliation affiliation;
            affiliation.person = anybody();
            if (!m_organisations.empty())
                affiliation.organisation = m_organisations[static_cast<size_t>(pick(m_organisations.size()))].id;
            affiliation.role = word();
            return affiliation.organisation ? add(writer, m_affiliations, affiliation) : Result<>();
        }
        case 4:
            return change(writer, m_people, [this](Person& person) { person.familyName = word(); });
        case 5:
            return change(writer, m_emails,
                          [this](ContactPoint& email) { email.value = word() + QStringLiteral("@example.org"); });
        case 6:
            return change(writer, m_emails, [this](ContactPoint& email) { email.person = anybody(); });
        default:
            return change(writer, m_affiliations, [this](Affiliation& affiliation) {
                affiliation.person = anybody();
                affiliation.role = word();
            });
        }
    }
    template <class R, class How>
    Result<> change(ChangeWriter& writer, std::vector<R>& all, const How& how)
    {
        R* record = unused(all);
        if (!record)
            return {};
        how(*record);
        return writer.update(*record);
    }

    ToldStore& m_file;
    std::mt19937 m_random;
    int m_words = 0;
    QSet<qint64> m_used;
    std::vector<Person> m_people;
    std::vector<Organisation> m_organisations;
    std::vector<ContactPoint> m_emails;
    std::vector<Affiliation> m_affiliations;
};
} // namespace

TEST_CASE("what is told of a change is what its change set holds, whatever the change", "[storage][notifier]")
{
    ToldStore file;
    RandomDeeds deeds(file, 20260603);
    std::set<Entity> owners;
    for (int i = 0; i < 120; ++i) {
        INFO("deed " << i);
        const Touched told = deeds.next();
        REQUIRE_OK(file->undo()); // which reads the change set
        CHECK(file.takeOne() == told);
        REQUIRE_OK(file->redo());
        CHECK(file.takeOne() == told);
        for (auto it = told.owners.cbegin(); it != told.owners.cend(); ++it)
            owners.insert(it.key());
    }
    CHECK(owners == std::set<Entity>{Entity::Person, Entity::Organisation});
}
