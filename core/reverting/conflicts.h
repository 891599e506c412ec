// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a change, so that it cannot be taken back by itself.
#pragma once

#include <storage/store.h>

struct sqlite3_changeset_iter;

namespace dtp
{

class Conflicts
{
public:
    explicit Conflicts(const Store& store) : m_store(store) {}

    // Records that came since and belong to, or name, those that the change has added and that would go.
    Result<> findNewer(const std::vector<QByteArray>& parts);
    // What SQLite finds while it takes the change back. False: it can go no further.
    bool note(int kind, sqlite3_changeset_iter* rows);
    bool isEmpty() const { return m_found.empty(); }
    QString sentence() const; // the first of them, and how many more there are

private:
    struct Found {
        enum class What { Added, ChangedField, Changed, Gone, ThereAgain, OwnerGone };
        What what = What::Changed;
        const RecordType* type = nullptr;
        qint64 id = 0;
        const Field* field = nullptr;
        QVariant now;
    };
    Result<> findNewerIn(const RecordType& type, const Field& field);
    QString inWords(const Found& one) const;
    const Store& m_store;
    std::vector<Found> m_found;
};

// “Place” of Sok Dara is “Takeo” now. What is restricted is only said to have been changed.
QString nowOtherwise(const Store& store, const Field& field, const QString& title, const QVariant& now);
// Two stored forms of a field that say the same, as nothing and an empty text.
bool isSame(const Field& field, const QVariant& one, const QVariant& other);

} // namespace dtp
