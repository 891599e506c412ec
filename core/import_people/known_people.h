// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the rows of a file may be: people who are known already, and those whom earlier rows make.
#pragma once

#include <import_people/import_plan.h>

namespace dtp
{

// A row with its keys.
struct FileRow {
    const PersonDraft& draft;
    const RowKeys& keys;
};

struct KnownPerson {
    qint64 id = 0;  // 0: made by this import
    qint64 row = 0; // of the row that makes them
    std::vector<NameKey> nameKeys;
    QString name;   // to show
    QString gender; // what tells relatives of one address apart; empty: not known
    int birthYear = 0;
    int state = -1; // index among those who are known and read
    int rows = 0;   // how many rows are known to be this person's before any is planned
};

class KnownPeople
{
public:
    // Only what the rows of the file have is looked for and kept.
    KnownPeople(const UnderstoodRows& rows, QString fileName);
    Result<> read(const Store& store);

    bool isEmpty() const { return m_known.empty(); }
    const KnownPerson& at(int index) const { return m_known[static_cast<size_t>(index)]; }
    KnownPerson& at(int index) { return m_known[static_cast<size_t>(index)]; }
    const KnownPerson& withId(qint64 id) const { return at(m_knownById.value(id)); }

    struct Match {
        int known = -1; // nobody
        QString how;    // a sentence
    };
    Match matchOf(const FileRow& row) const;
    // Who somebody new could also be, in sentences.
    QStringList doubtsOf(const FileRow& row) const;
    // Whom a refusal of somebody new is likely to be of: those of the same name.
    std::vector<int> probablyOf(const FileRow& row) const;
    // Whether another row of the file may turn out to be the same person.
    bool mayMeet(const RowKeys& keys) const;
    // Somebody new; gives their index, or -1 when no other row of the file can be or resemble them.
    int add(const FileRow& row);
    void remember(int known, const FileRow& row);

private:
    void collectKeys();
    Result<> readSources(const Store& store);
    Result<> readContacts(const Store& store);
    Result<> readNames(const Store& store);
    int knownOf(qint64 id);
    Match byContact(const FileRow& row) const;
    bool isSomebodyElse(const KnownPerson& known, const FileRow& row) const;

    const UnderstoodRows& m_rows;
    const QString m_fileName;
    std::vector<KnownPerson> m_known;
    QHash<qint64, int> m_knownById;
    // What rows may be known by, each with whom it belongs to; only keys that the file has.
    KeyIndex m_byEmail;
    KeyIndex m_byPhone;
    KeyIndex m_byName;
    KeyIndex m_byDigest;
    QSet<quint64> m_refusingNames;           // names of rows that refuse something
    QHash<qint64, std::vector<int>> m_byRow; // of a file of the same name
};

} // namespace dtp
