// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/ledger.h>

#include <database/connection.h>
#include <storage/store.h>

#include <QFileInfo>

namespace dtp
{

namespace
{
// In the table of settings, which no change set watches: undo does not touch it.
QString markOf(Id<Disclosure> disclosure)
{
    return QStringLiteral("begunDisclosure/%1").arg(disclosure.value);
}

QString markOf(const QString& folder)
{
    return QStringLiteral("begunDisclosure/") + QFileInfo(folder).fileName();
}

Result<> removeMark(const Store& store, const QString& mark)
{
    DTP_TRY(remove, Statement::prepare(store.handle(), "DELETE FROM setting WHERE key = ?"));
    return remove.bind(1, QVariant(mark)).run();
}

} // namespace

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

Result<> beginLedgerEntry(ChangeWriter& writer, Id<Disclosure> disclosure)
{
    DTP_TRY(insert, Statement::prepare(writer.store().handle(), "INSERT OR REPLACE INTO setting VALUES (?, ?)"));
    return insert.bind(1, QVariant(markOf(disclosure))).bind(2, QVariant(QString::number(disclosure.value))).run();
}

Result<> completeLedgerEntry(Store& store, Id<Disclosure> disclosure)
{
    return removeMark(store, markOf(disclosure));
}

Result<> withdrawLedgerEntry(Store& store, Id<Disclosure> disclosure)
{
    DTP_TRY(remove, Statement::prepare(store.handle(), "DELETE FROM disclosure WHERE id = ?"));
    DTP_CHECK(remove.bind(1, disclosure.value).run());
    DTP_CHECK(removeMark(store, markOf(disclosure)));
    store.noteChangesElsewhere();
    return {};
}

Result<> beginFolder(Store& store, const QString& folder)
{
    return store.setSetting(markOf(folder), folder);
}

Result<> endFolder(const Store& store, const QString& folder)
{
    return removeMark(store, markOf(folder));
}

} // namespace dtp
