// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/ledger.h>

#include <storage/connection.h>
#include <storage/store.h>

namespace dtp
{

Result<> addToLedger(ChangeWriter& writer, Id<Disclosure> disclosure, std::span<const qint64> people, bool named)
{
    const Store& store = writer.store();
    DTP_TRY(insert, Statement::prepare(
                        store.handle(),
                        "INSERT INTO disclosed_person (id, disclosure_id, person_key, named) VALUES (?, ?, ?, ?)"));
    for (const qint64 person : people) {
        insert.bind(1, store.environment().ids->next())
            .bind(2, disclosure.value)
            .bind(3, person)
            .bind(4, qint64(named ? 1 : 0));
        DTP_CHECK(insert.run());
    }
    return {};
}

} // namespace dtp
