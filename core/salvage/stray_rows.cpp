// SPDX-License-Identifier: GPL-3.0-or-later
#include "stray_rows.h"

#include "page_file.h"
#include "table_form.h"
#include "tree_page.h"

#include <database/connection.h>
#include <database/schema.h>

#include <algorithm>

namespace dtp
{

namespace
{
// How many columns each table has, and had in earlier layouts, whose rows stay as short as they were.
Result<std::map<QString, std::set<std::size_t>>> lengthsOfTables()
{
    std::map<QString, std::set<std::size_t>> lengths;
    DTP_TRY(empty, Connection::open(QStringLiteral(":memory:"), Connection::Mode::Create));
    for (int version = 1; version <= newestSchemaVersion(); ++version) {
        DTP_CHECK(migrate(*empty, version));
        DTP_TRY(counts, Statement::prepare(empty->handle(),
                                           "SELECT m.name, count(*) FROM sqlite_schema m, pragma_table_info(m.name) "
                                           "WHERE m.type = 'table' GROUP BY m.name"));
        for (;;) {
            DTP_TRY(row, counts.step());
            if (!row)
                break;
            lengths[counts.text(0)].insert(static_cast<std::size_t>(counts.integer(1)));
        }
    }
    return lengths;
}

class StrayRows
{
public:
    StrayRows(Connection& to, const QString& copy, const SoughtRows& sought, Salvaged& salvaged)
        : m_to(to), m_file(copy), m_sought(sought), m_salvaged(salvaged)
    {
    }

    Result<> save(Connection& from)
    {
        DTP_TRY(lengths, lengthsOfTables());
        for (const auto& [table, lost] : m_sought) {
            DTP_TRY(form, TableForm::of(m_to, table, lengths[table]));
            m_forms.push_back(std::move(form));
        }
        followTrees(from);
        std::vector<qint64> doubtful;
        for (qint64 number = 2; number <= m_file.count(); ++number) {
            const auto leaf = m_taken.contains(number) ? std::nullopt : rowsOf(m_file, number);
            if (!leaf)
                continue;
            const auto possible = formsOf(number, *leaf);
            if (possible.size() == 1)
                DTP_CHECK(put(*possible.front(), *leaf));
            else if (!possible.empty())
                doubtful.push_back(number);
        }
        for (size_t before = doubtful.size() + 1; doubtful.size() < before;) {
            before = doubtful.size();
            DTP_TRY(rest, tell(doubtful));
            doubtful = std::move(rest);
        }
        for (const qint64 number : doubtful) {
            const auto leaf = rowsOf(m_file, number);
            m_salvaged.rowsOfNoTable += leaf ? static_cast<qint64>(leaf->rows.size()) + leaf->unreadable : 0;
        }
        return {};
    }

private:
    using Forms = std::vector<const TableForm*>;

    // Of several that look the same the one whose rows refer to what is there; the more is there, the more are told.
    // Gives those that are not.
    Result<std::vector<qint64>> tell(const std::vector<qint64>& doubtful)
    {
        std::vector<qint64> rest;
        for (const qint64 number : doubtful) {
            const auto leaf = rowsOf(m_file, number);
            if (!leaf)
                continue;
            DTP_TRY(form, bestOf(formsOf(number, *leaf), *leaf));
            if (form)
                DTP_CHECK(put(*form, *leaf));
            else
                rest.push_back(number);
        }
        return rest;
    }

    // Pages of trees that are whole are of no other table, and those to which the tree of a sought one leads are its.
    void followTrees(Connection& from)
    {
        auto trees = Statement::prepare(from.handle(), "SELECT name, rootpage, type FROM sqlite_schema");
        for (;;) {
            const auto row = trees ? trees->step() : Result<bool>(false);
            if (!row || !*row)
                break;
            const auto form = std::find_if(m_forms.begin(), m_forms.end(), [&](const TableForm& one) {
                return one.table() == trees->text(0) && trees->utf8(2) == "table";
            });
            follow(trees->integer(1), form == m_forms.end() ? nullptr : &*form);
        }
        follow(1, nullptr);
    }

    void follow(qint64 root, const TableForm* form)
    {
        std::vector<qint64> next{root};
        while (!next.empty()) {
            const qint64 number = next.back();
            next.pop_back();
            if (number < 1 || number > m_file.count() || m_taken.contains(number) || m_owners.contains(number))
                continue;
            if (form)
                m_owners[number] = form;
            else
                m_taken.insert(number);
            const auto below = pagesBelow(m_file, number);
            next.insert(next.end(), below.begin(), below.end());
        }
    }

    // What the rows of a page may be of: by the tree, by keys that are known to be lost, or by their form.
    Forms formsOf(qint64 number, const LeafRows& leaf) const
    {
        if (const auto owner = m_owners.find(number); owner != m_owners.end())
            return {owner->second};
        Forms possible;
        for (const Fit wanted : {Fit::Whole, Fit::Shorter}) {
            for (const TableForm& form : m_forms) {
                if (form.fits(leaf) != wanted)
                    continue;
                if (isLost(form, leaf))
                    return {&form};
                possible.push_back(&form);
            }
            if (!possible.empty())
                break;
        }
        return possible;
    }

    bool isLost(const TableForm& form, const LeafRows& leaf) const
    {
        const auto& lost = m_sought.at(form.table());
        return std::all_of(leaf.rows.begin(), leaf.rows.end(),
                           [&](const StoredRow& row) { return lost.contains(row.key); });
    }

    Result<const TableForm*> bestOf(const Forms& possible, const LeafRows& leaf) const
    {
        const TableForm* best = nullptr;
        int most = 0;
        bool isAlone = true;
        for (const TableForm* form : possible) {
            DTP_TRY(agreement, form->agreement(m_to, leaf));
            isAlone = agreement > most || (isAlone && agreement < most);
            if (agreement > most)
                best = form;
            most = std::max(most, agreement);
        }
        return isAlone ? best : nullptr;
    }

    Result<> put(const TableForm& form, const LeafRows& leaf)
    {
        const auto& lost = m_sought.at(form.table());
        qint64& kept = m_salvaged.kept[form.table()];
        qint64& missing = m_salvaged.lost[form.table()];
        if (lost.empty()) // otherwise they are among these
            missing += leaf.unreadable;
        for (const StoredRow& row : leaf.rows) {
            if (form.fits(row) == Fit::None)
                continue;
            DTP_TRY(isNew, form.insert(m_to, row));
            kept += isNew ? 1 : 0;
            missing -= isNew && lost.contains(row.key) ? 1 : 0;
        }
        return {};
    }

    Connection& m_to;
    PageFile m_file;
    const SoughtRows& m_sought;
    Salvaged& m_salvaged;
    std::vector<TableForm> m_forms;
    std::set<qint64> m_taken;
    std::map<qint64, const TableForm*> m_owners;
};
} // namespace

Result<> saveStrayRows(Connection& from, const QString& copy, Connection& to, const SoughtRows& sought,
                       Salvaged& salvaged)
{
    return sought.empty() ? Result<>() : StrayRows(to, copy, sought, salvaged).save(from);
}

} // namespace dtp
