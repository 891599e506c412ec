// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of a file may be known by, in little memory: of e-mails, phones and names only hashes of 64 bits. Of a
// million rows the chance that two different ones have the same is below one in ten million, and of e-mail and phone
// the names are compared as well.
#pragma once

#include <import/import_row.h>

#include <span>
#include <vector>

namespace dtp
{

// Whether it is a number that people are known by.
bool hasPhoneNumber(const ContactPoint& contact);
quint64 emailHash(const QString& address);
quint64 phoneHash(const QString& e164);
quint64 nameHash(const NameKey& key);
quint64 digestHash(const QString& digest);

struct RowKeys {
    qint64 number = 0;
    qint64 record = 0;
    quint64 digest = 0;
    quint32 first = 0; // where the hashes begin: e-mails, then phones, then names
    quint16 emails = 0;
    quint16 phones = 0;
    quint16 names = 0;
    bool isRejected = false;
    bool hasRefusal = false; // of something that one can agree to
};

// The keys of all rows, in the order of the file.
class AllRowKeys
{
public:
    void add(const PersonDraft& row);
    void append(const AllRowKeys& more);

    size_t size() const { return m_rows.size(); }
    const RowKeys& row(size_t index) const { return m_rows[index]; }
    std::span<const quint64> emails(const RowKeys& row) const { return {m_hashes.data() + row.first, row.emails}; }
    std::span<const quint64> phones(const RowKeys& row) const
    {
        return {m_hashes.data() + row.first + row.emails, row.phones};
    }
    std::span<const quint64> names(const RowKeys& row) const
    {
        return {m_hashes.data() + row.first + row.emails + row.phones, row.names};
    }
    bool hasNumber(qint64 number) const;

private:
    std::vector<RowKeys> m_rows;
    std::vector<quint64> m_hashes;
};

// Whose the keys of a file are: of each the people that have it, in the order in which they were found.
class KeyIndex
{
public:
    // First the keys of each row of the file, then settle(), then the people. A row names a key once.
    void expect(quint64 key) { m_keys.push_back(key); }
    void settle();

    bool isExpected(quint64 key) const { return indexOf(key) >= 0; }
    bool isShared(quint64 key) const; // by several rows
    // Once for each person; a key that is not expected is passed over. most: so many are enough; 0: all.
    void add(quint64 key, int person, int most = 0);
    std::vector<int> of(quint64 key) const;
    int firstOf(quint64 key) const; // -1: nobody's

private:
    struct Holder {
        int person;
        int next;
    };
    qint64 indexOf(quint64 key) const;
    std::vector<quint64> m_keys;
    std::vector<bool> m_isShared;
    std::vector<int> m_first; // in m_holders
    std::vector<Holder> m_holders;
};

} // namespace dtp
