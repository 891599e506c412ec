// SPDX-License-Identifier: GPL-3.0-or-later
// Many new records, made ready for a change on any thread: checked, and as bytes that are bound and recorded as they
// stand, so that the thread that writes the file does little else.
#pragma once

#include <base/result.h>
#include <records/record_type.h>

#include <QByteArray>
#include <QHash>
#include <vector>

struct sqlite3_stmt;

namespace dtp
{

class RecordBatch
{
public:
    // values has its key already, which no other record has, and is of a type that can be undone. country: where
    // those whom it belongs to are, for phone numbers without a country's code. Fails when it is not valid.
    Result<> add(RecordValues values, const QString& country = {});

    size_t size() const { return m_entries.size(); }

private:
    friend class ChangeWriter;
    struct Entry {
        Entity entity;
        qint64 id;
        qsizetype from; // in m_bytes
        qsizetype size;
    };
    // Binds the values of one to INSERT INTO … VALUES (?, …), from this mark on. They are used where they stand, so it
    // is run at once.
    int bind(const Entry& entry, sqlite3_stmt* insert, int mark) const;

    std::vector<Entry> m_entries;
    QByteArray m_bytes; // records as a change set has them: https://www.sqlite.org/session/c_changegroup.html
    QHash<Entity, std::vector<qint64>> m_owners;
    qint64 m_lastOwner = 0;
};

// The phone number of a contact point in E.164 beside what was typed; nothing where it is no phone number.
void completePhone(RecordValues& contact, const QString& country);

} // namespace dtp
