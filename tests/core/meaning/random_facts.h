// SPDX-License-Identifier: GPL-3.0-or-later
// Records by chance, the same in every run, and what SQL finds among them: each fact is asked for one person, for many
// and in SQL, and must get one answer.
#pragma once

#include <database/connection.h>
#include <meaning/sql_piece.h>
#include <records/people.h>
#include <storage/store.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <random>

namespace dtp::test
{

class Chance
{
public:
    explicit Chance(unsigned seed) : m_engine(seed) {}
    int below(int count) { return static_cast<int>(m_engine() % static_cast<unsigned>(count)); }
    bool oneIn(int count) { return below(count) == 0; }
    template <class T>
    T pick(std::initializer_list<T> list)
    {
        return *(list.begin() + below(static_cast<int>(list.size())));
    }

    // Within two years of the day, with the day itself and its neighbours often among them; a quarter has no date.
    QDate day(QDate about)
    {
        switch (below(4)) {
        case 0:
            return {};
        case 1:
            return about.addDays(below(3) - 1);
        default:
            return about.addDays(below(1400) - 700);
        }
    }
    PartialDate partial(QDate about)
    {
        const QDate date = day(about);
        if (!date.isValid())
            return {};
        const int exactness = below(3);
        return PartialDate(date.year(), exactness > 0 ? date.month() : 0, exactness > 1 ? date.day() : 0, oneIn(3));
    }

private:
    std::mt19937 m_engine; // its numbers are the same everywhere
};

// Keys that a statement gives, in its order.
inline std::vector<qint64> keysOf(const Store& store, const SqlPiece& sql)
{
    auto select = Statement::prepare(store.handle(), sql.text);
    REQUIRE_OK(select);
    for (size_t i = 0; i < sql.values.size(); ++i)
        select->bind(static_cast<int>(i) + 1, sql.values[i]);
    std::vector<qint64> keys;
    for (;;) {
        const auto row = select->step();
        REQUIRE_OK(row);
        if (!*row)
            return keys;
        keys.push_back(select->integer(0));
    }
}

// People with the children that `make` gives each, in one change.
template <class Child, class Make>
std::vector<Person> addPeopleWith(Store& store, int count, const Make& make)
{
    std::vector<Person> people(static_cast<size_t>(count));
    REQUIRE_OK(store.change(QStringLiteral("Add people"), [&](ChangeWriter& writer) -> Result<> {
        for (Person& person : people) {
            person.givenName = QStringLiteral("Somebody");
            DTP_CHECK(writer.insert(person));
            for (Child child : make()) {
                child.person = person.id;
                DTP_CHECK(writer.insert(child));
            }
        }
        return {};
    }));
    return people;
}

// As many records as asked for, each made by `make`.
template <class R, class Make>
std::vector<R> addMany(Store& store, int count, const Make& make)
{
    std::vector<R> records;
    REQUIRE_OK(store.change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < count; ++i) {
            R record = make();
            DTP_CHECK(writer.insert(record));
            records.push_back(record);
        }
        return {};
    }));
    return records;
}

// The records of one person.
template <class Child>
std::vector<Child> recordsOf(const Store& store, const Person& person)
{
    auto records = store.find<Child>(Where("person_id", person.id));
    REQUIRE_OK(records);
    return std::move(*records);
}

} // namespace dtp::test
