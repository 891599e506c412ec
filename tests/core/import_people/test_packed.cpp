// SPDX-License-Identifier: GPL-3.0-or-later
// What an import holds of a million rows: packed lists, and the keys by which rows are known.
#include <import_people/packed_people.h>
#include <import_people/row_keys.h>
#include <support/catch.h>

using namespace dtp;

namespace
{
QString text(const char* words)
{
    return QString::fromUtf8(words);
}

PersonState stateOf(int number)
{
    PersonState state;
    state.isNew = number % 2 == 0;
    state.isChanged = number % 3 == 0;
    Person& person = state.person;
    person.id = {number % 2 == 0 ? 0 : (qint64(1) << 62) + number};
    person.givenName = text("សុខ ") + QString::number(number);
    person.familyName = number % 5 == 0 ? QString() : text("𝒟ara “x”");
    person.status = number % 4 == 0 ? QString() : text("retired"); // not what it is at first
    person.birthYear = 1900 + number % 100;
    ContactPoint contact;
    contact.person = person.id;
    contact.kind = text("phone");
    contact.value = text("012 345 678");
    contact.preferred = number % 7 == 0;
    state.contacts.assign(static_cast<size_t>(number % 3), {contact, number % 2 == 0});
    Affiliation affiliation;
    affiliation.organisation = {-number - 1};
    affiliation.from = PartialDate(1997, 6, 0, true);
    state.affiliations.push_back({affiliation, true});
    Provenance source;
    source.file = text("rows.csv");
    source.row = number;
    state.sources.push_back(source);
    state.saidBefore = {-1, number};
    state.answeredBefore = {text("funders")};
    state.nameKeys = {NameKey{{text("dara"), text("sok")}}};
    return state;
}

template <class R>
bool isSame(const std::vector<Kept<R>>& a, const std::vector<Kept<R>>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Kept<R>& x, const Kept<R>& y) {
        return x.record == y.record && x.isChanged == y.isChanged;
    });
}

bool isSame(const PersonState& a, const PersonState& b)
{
    return a.person == b.person && a.isNew == b.isNew && a.isChanged == b.isChanged &&
           isSame(a.contacts, b.contacts) && isSame(a.affiliations, b.affiliations) && a.sources == b.sources &&
           a.saidBefore == b.saidBefore && a.answeredBefore == b.answeredBefore && a.nameKeys == b.nameKeys;
}
} // namespace

TEST_CASE("people come out of a packed list as they went in, in their order", "[import][packed]")
{
    constexpr int many = 1203; // two portions and a part of one
    PackedList<PersonState> list;
    for (int i = 0; i < many; ++i)
        list.append(stateOf(i));
    list.close();
    CHECK(list.size() == many);
    CHECK(list.blocks() == 3);
    int next = 0;
    REQUIRE_OK(list.forEach([&](const PersonState& state) -> Result<> {
        if (!isSame(state, stateOf(next)))
            FAIL("person " << next);
        ++next;
        return {};
    }));
    CHECK(next == many);
    for (const int index : {1202, 0, 499, 500, 999, 3})
        CHECK(isSame(list.at(static_cast<size_t>(index)), stateOf(index)));
    const auto stopped = list.forEach([](const PersonState&) -> Result<> { return fail(text("Enough.")); });
    CHECK_FALSE(stopped.has_value());
}

TEST_CASE("an empty packed list has nothing to give", "[import][packed]")
{
    PackedList<PersonState> list;
    list.close();
    CHECK(list.size() == 0);
    CHECK(list.blocks() == 0);
    REQUIRE_OK(list.forEach([](const PersonState&) -> Result<> {
        FAIL("there is none");
        return {};
    }));
}

TEST_CASE("keys tell whose they are, oldest first, and whether several rows have them", "[import][packed]")
{
    KeyIndex index;
    for (const quint64 key : {7U, 3U, 7U, 9U})
        index.expect(key);
    index.settle();
    CHECK(index.isExpected(3));
    CHECK_FALSE(index.isExpected(4));
    CHECK(index.isShared(7));
    CHECK_FALSE(index.isShared(3));
    CHECK_FALSE(index.isShared(4));
    for (const int person : {5, 2, 5, 8, 1})
        index.add(7, person, 3);
    index.add(9, 4);
    index.add(4, 6); // nobody asked for it
    CHECK(index.of(7) == std::vector<int>{5, 2, 8});
    CHECK(index.firstOf(7) == 5);
    CHECK(index.of(9) == std::vector<int>{4});
    CHECK(index.firstOf(3) == -1);
    CHECK(index.of(4).empty());
}

TEST_CASE("the keys of a row are its e-mails, phones and names, each once, and of a rejected row none",
          "[import][packed]")
{
    const auto contact = [](const char* kind, const char* value, const char* e164) {
        ContactPoint point;
        point.kind = text(kind);
        point.value = text(value);
        point.e164 = text(e164);
        return point;
    };
    PersonDraft row;
    row.number = 12;
    row.record = {77};
    row.digest = text("abc");
    row.contacts = {contact("email", "Sok@Example.com ", ""),
                    contact("phone", "012 345 678", "+85512345678"),
                    contact("whatsapp", "+855 12 345 678", "+85512345678"),
                    contact("phone", "12", ""),
                    contact("website", "https://example.com", ""),
                    contact("email", "sok@example.com", "")};
    row.nameKeys = {NameKey{{text("dara"), text("sok")}}};
    PersonDraft rejected = row;
    rejected.number = 11;
    rejected.rejection = text("There is no name in this row.");
    AllRowKeys first;
    first.add(rejected);
    AllRowKeys all;
    all.append(first);
    AllRowKeys second;
    second.add(row);
    all.append(second);
    REQUIRE(all.size() == 2);
    CHECK(all.row(0).isRejected);
    CHECK(all.names(all.row(0)).empty());
    const RowKeys& keys = all.row(1);
    CHECK(keys.record == 77);
    CHECK(keys.digest == digestHash(text("abc")));
    REQUIRE(all.emails(keys).size() == 1);
    CHECK(all.emails(keys)[0] == emailHash(text("sok@example.com")));
    REQUIRE(all.phones(keys).size() == 1);
    CHECK(all.phones(keys)[0] == phoneHash(text("+85512345678")));
    REQUIRE(all.names(keys).size() == 1);
    CHECK(all.hasNumber(12));
    CHECK_FALSE(all.hasNumber(13));
}
