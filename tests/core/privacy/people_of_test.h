// SPDX-License-Identifier: GPL-3.0-or-later
// Small changes that the tests of the gate are full of.
#pragma once

#include <records/people.h>
#include <storage/store.h>
#include <support/catch.h>

namespace dtp::test
{

template <class R>
void insert(Store& store, R record)
{
    REQUIRE_OK(store.change(QStringLiteral("Test"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(record));
        return {};
    }));
}

template <class R>
void update(Store& store, const R& record)
{
    REQUIRE_OK(
        store.change(QStringLiteral("Test"), [&](ChangeWriter& writer) -> Result<> { return writer.update(record); }));
}

inline void consent(Store& store, const Person& person, const char* purpose, const char* answer, QDate on = {},
                    QDate until = {})
{
    Consent entry;
    entry.person = person.id;
    entry.purpose = QString::fromUtf8(purpose);
    entry.answer = QString::fromUtf8(answer);
    entry.answeredOn = on;
    entry.expiresOn = until;
    insert(store, entry);
}

inline void alternateName(Store& store, const Person& person, const QString& name)
{
    AlternateName other;
    other.person = person.id;
    other.name = name;
    insert(store, other);
}

} // namespace dtp::test
