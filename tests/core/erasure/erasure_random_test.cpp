// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever was done, undone and done again: after somebody is erased the file and its history are those of a file in
// which she never was.
#include <erasure/erase_person.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <random>
#include <sqlite3.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr qint64 her = 1;

// The same deeds in a file with her and in one without.
class TwoFiles
{
public:
    explicit TwoFiles(unsigned seed) : m_random(seed)
    {
        change(false, [](ChangeWriter& writer, bool) -> Result<> {
            Person person;
            person.id = {her};
            person.givenName = QStringLiteral("Zerubina");
            person.familyName = QStringLiteral("Qwortlefax");
            DTP_CHECK(writer.insert(person));
            return {};
        });
    }

    void step()
    {
        ++m_number;
        switch (m_random() % 8) {
        case 0:
        case 1:
            return add();
        case 2:
            return write();
        case 3:
            return change(false, writing(her, QStringLiteral("asked %1 ")));
        case 4:
            return both();
        case 5:
            return reach();
        case 6:
            return travel(m_done, m_undone, &Store::undo);
        default:
            return travel(m_undone, m_done, &Store::redo);
        }
    }

    void compare()
    {
        CHECK(contentOf(*m_with) == contentOf(*m_without));
        CHECK(m_with->nextUndo().has_value() == m_without->nextUndo().has_value());
        CHECK(m_with->nextRedo().has_value() == m_without->nextRedo().has_value());
        CHECK(m_with->check().value() == QStringList());
    }

    FreshStore& with() { return m_with; }
    FreshStore& without() { return m_without; }

private:
    using Deed = std::function<Result<>(ChangeWriter&, bool with)>;

    void change(bool isOfOthers, const Deed& deed)
    {
        const QString sentence = QStringLiteral("Deed %1").arg(m_number);
        REQUIRE_OK(m_with->change(sentence, [&](ChangeWriter& writer) { return deed(writer, true); }));
        if (isOfOthers)
            REQUIRE_OK(m_without->change(sentence, [&](ChangeWriter& writer) { return deed(writer, false); }));
        else // what was undone cannot be done again there either
            REQUIRE(sqlite3_exec(m_without->handle(), "UPDATE change_set SET state = 2 WHERE state = 1", nullptr,
                                 nullptr, nullptr) == SQLITE_OK);
        m_done.push_back(isOfOthers);
        m_undone.clear();
    }

    void add()
    {
        change(true, [&](ChangeWriter& writer, bool) -> Result<> {
            Person person;
            person.id = {1000 + m_number};
            person.givenName = QStringLiteral("Amelia%1").arg(m_number);
            DTP_CHECK(writer.insert(person));
            ContactPoint contact;
            contact.id = {5000 + m_number};
            contact.person = person.id;
            contact.kind = QStringLiteral("email");
            contact.value = QStringLiteral("a%1@stone.example").arg(m_number);
            DTP_CHECK(writer.insert(contact));
            return {};
        });
    }

    // One of the others, 0 when there is none.
    qint64 pick()
    {
        auto ids = m_without->ids(Entity::Person);
        REQUIRE_OK(ids);
        return ids->empty() ? 0 : (*ids)[m_random() % ids->size()];
    }

    Deed writing(qint64 id, const QString& form)
    {
        return [this, id, form](ChangeWriter& writer, bool with) -> Result<> {
            DTP_TRY(person, writer.store().get<Person>(Id<Person>{id}));
            const QString name = with ? QStringLiteral("Zerubina Qwortlefax") : QStringLiteral("a person");
            person.notes = form.arg(name) + QString::number(m_number);
            return writer.update(person);
        };
    }

    void write()
    {
        if (const qint64 other = pick(); other != 0)
            change(true, writing(other, QStringLiteral("saw %1 on day ")));
    }

    void both()
    {
        const qint64 other = pick();
        if (other == 0)
            return;
        const Deed hers = writing(her, QStringLiteral("with %1 "));
        const Deed others = writing(other, QStringLiteral("with %1 "));
        change(true, [&](ChangeWriter& writer, bool with) -> Result<> {
            if (with)
                DTP_CHECK(hers(writer, true));
            return others(writer, with);
        });
    }

    void reach()
    {
        change(false, [&](ChangeWriter& writer, bool) -> Result<> {
            ContactPoint contact;
            contact.id = {9000 + m_number};
            contact.person = {her};
            contact.kind = QStringLiteral("email");
            contact.value = QStringLiteral("zq%1@mailpost.example").arg(m_number);
            DTP_CHECK(writer.insert(contact));
            return {};
        });
    }

    void travel(std::vector<bool>& from, std::vector<bool>& to, Result<ChangeSummary> (Store::*way)())
    {
        if (from.size() < 2 && way == &Store::undo) // she herself stays
            return;
        if (from.empty())
            return;
        REQUIRE_OK(((*m_with).*way)());
        if (from.back())
            REQUIRE_OK(((*m_without).*way)());
        to.push_back(from.back());
        from.pop_back();
    }

    FreshStore m_with;
    FreshStore m_without;
    std::mt19937 m_random;
    int m_number = 0;
    std::vector<bool> m_done; // whether others were concerned, too
    std::vector<bool> m_undone;
};
} // namespace

TEST_CASE("after any deeds, the history of who is left is that of a file in which she never was", "[erasure][undo]")
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        INFO("seed " << seed);
        TwoFiles files(seed);
        for (int i = 0; i < 60; ++i)
            files.step();
        const auto places = erasurePlaces(*files.with(), her);
        REQUIRE_OK(places);
        REQUIRE_OK(eraseForGood(*files.with(), *places));
        files.compare();
        while (files.without()->nextUndo()) {
            REQUIRE_OK(files.with()->undo());
            REQUIRE_OK(files.without()->undo());
            files.compare();
        }
        while (files.without()->nextRedo()) {
            REQUIRE_OK(files.with()->redo());
            REQUIRE_OK(files.without()->redo());
        }
        files.compare();
    }
}
