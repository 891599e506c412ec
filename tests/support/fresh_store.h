// SPDX-License-Identifier: GPL-3.0-or-later
// A new file in a folder that goes with the test, with a clock that the test moves.
#pragma once

#include <base/clock.h>
#include <base/id.h>
#include <base/utc.h>
#include <records/people.h>
#include <storage/store.h>

#include <QTemporaryDir>
#include <memory>
#include <vault/vault.h>

namespace dtp::test
{

class FreshStore
{
public:
    FreshStore();
    explicit FreshStore(const vault::FirstPassphrase& passphrase); // encrypted
    Store& operator*() { return *store; }
    Store* operator->() { return store.get(); }
    QString path(const QString& name) const { return folder.filePath(name); }
    // Closes and opens again, as after a restart.
    void reopen();

    QTemporaryDir folder;
    FixedClock clock{utcMoment(QDate(2026, 6, 1), QTime(9, 0))};
    IdMaker ids{clock, 7};
    Environment environment;
    std::unique_ptr<Store> store;

private:
    void create(const vault::FirstPassphrase* passphrase);
};

// Adds a person in a change of its own and returns the record.
Person addPerson(Store& store, const QString& given, const QString& family, const QString& country = {});

// Takes a table out of the open file, as damage would: what reads it fails from now on.
void loseTable(Store& store, const char* table);
// Writes over the first page of a table of a plain file that nobody has open.
void damageTable(const QString& path, const char* table);

// All records of all kinds as text, for comparing contents before and after.
QString contentOf(const Store& store);

} // namespace dtp::test
