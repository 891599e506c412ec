// SPDX-License-Identifier: GPL-3.0-or-later
// What is indexed of people, read for many of them in the order of their keys: of each table that knows something of
// them one walk, where a question for each person would look it up anew.
#pragma once

#include <database/connection.h>
#include <search/index_entry.h>

#include <QHash>
#include <optional>

namespace dtp
{

class IndexSources
{
public:
    // Of everybody whose key is greater.
    static Result<IndexSources> after(sqlite3* database, qint64 person);
    // Nothing at the end. While it is asked the tables of people may not be written.
    Result<std::optional<IndexSource>> next();

private:
    // Rows of one table in the order of people, of which the first column is the key.
    struct Walk {
        Statement rows;
        bool isAtRow = false;
        Result<> start(qint64 after);
        Result<> step();
    };

    IndexSources(Walk people, Walk names, Walk contacts, Walk affiliations, Statement organisation);
    Result<QString> textsOf(Walk& walk, qint64 person);
    Result<QString> organisationsOf(qint64 person);
    Result<QString> organisationWords(qint64 organisation);

    Walk m_people, m_names, m_contacts, m_affiliations;
    Statement m_organisation;
    QHash<qint64, QString> m_known; // words of organisations that were asked for
};

} // namespace dtp
