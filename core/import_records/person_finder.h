// SPDX-License-Identifier: GPL-3.0-or-later
// Which person a row means that names one: by record key, by name with e-mail or phone as the import of people does,
// or by name alone where only one is called so.
#pragma once

#include <import_records/record_draft.h>
#include <import_records/title_finder.h>

namespace dtp
{

class PersonFinder
{
public:
    // First everybody whom rows name, then what the file knows of those; so that a list of a hundred people does not
    // keep a million in memory.
    void expect(const PersonHint& hint);
    void expect(qint64 key);
    Result<> read(const Store& store);

    // preferred: of several who fit this one, where it is among them.
    Found find(const PersonHint& hint, qint64 preferred = 0) const;
    QString nameOf(qint64 key) const;
    // Somebody made by this import, whom later rows may mean.
    void add(qint64 key, const PersonHint& hint);

private:
    struct Known {
        QString name;
        QString country;
        std::vector<NameKey> nameKeys;
    };
    std::vector<qint64> byContact(const PersonHint& hint) const;
    Found byName(const PersonHint& hint, qint64 preferred) const;
    Result<> readContacts(const Store& store);
    Result<> readNames(const Store& store);

    QHash<QString, std::vector<qint64>> m_byEmail; // only those that rows have
    QHash<QString, std::vector<qint64>> m_byPhone;
    QHash<QString, std::vector<qint64>> m_byName;
    QHash<qint64, Known> m_known;
};

} // namespace dtp
