// SPDX-License-Identifier: GPL-3.0-or-later
// Records of any types, added in one change of their own. Each is given its key.
#pragma once

#include <storage/store.h>
#include <support/catch.h>

namespace dtp::test
{

template <class... Records>
void addRecords(Store& store, Records&... records)
{
    REQUIRE_OK(store.change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        Result<> done;
        ((done = done ? (writer.insert(records) ? Result<>() : fail(QStringLiteral("not added"))) : done), ...);
        return done;
    }));
}

template <class R>
R added(Store& store, R record)
{
    addRecords(store, record);
    return record;
}

} // namespace dtp::test
