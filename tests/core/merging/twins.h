// SPDX-License-Identifier: GPL-3.0-or-later
// One person, entered twice, and what hangs on her.
#pragma once

#include <merging/merge_people.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>

namespace dtp::test
{

template <class R>
std::vector<R> ofPerson(const Store& store, Id<Person> person)
{
    const auto all = store.find<R>(Where("person_id", person).orderBy("id"));
    REQUIRE_OK(all);
    return *all;
}

struct Twins {
    FreshStore file;
    Person stays = addPerson(*file, QStringLiteral("Dara"), QStringLiteral("Sok"), QStringLiteral("KH"));
    Person goes = addPerson(*file, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));

    ContactPoint contact(Id<Person> person, const char* kind, const char* value)
    {
        ContactPoint one;
        one.person = person;
        one.kind = QLatin1String(kind);
        one.value = QLatin1String(value);
        return added(*file, one);
    }
    Consent answer(Id<Person> person, const char* purpose, const char* answer, QDate on)
    {
        Consent one;
        one.person = person;
        one.purpose = QLatin1String(purpose);
        one.answer = QLatin1String(answer);
        one.answeredOn = on;
        return added(*file, one);
    }
    MergePlan plan()
    {
        auto planned = planMerge(*file, {stays.id.value, goes.id.value});
        REQUIRE_OK(planned);
        return *planned;
    }
    QString merge()
    {
        const auto done = mergePeople(*file, plan());
        REQUIRE_OK(done);
        return *done;
    }
    Person one() { return file->get(stays.id).value(); }
};

} // namespace dtp::test
