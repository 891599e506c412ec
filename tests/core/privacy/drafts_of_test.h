// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts for the gate, and what comes out of it as text.
#pragma once

#include "people_of_test.h"

#include <privacy/gate.h>
#include <support/catch.h>
#include <support/fresh_store.h>

namespace dtp::test
{

inline QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

inline Run run(const QString& words, Id<Person> person = {})
{
    Run made;
    made.text = words;
    made.person = person;
    return made;
}

inline Document draftWith(std::vector<Block> blocks)
{
    Document draft;
    draft.title = text("Workshop report");
    draft.date = QDate(2026, 6, 14);
    draft.blocks = std::move(blocks);
    return draft;
}

inline QString textOf(const Paragraph& paragraph)
{
    QString all;
    for (const Run& one : paragraph.runs)
        all += one.text;
    return all;
}

inline TextBlock prose(const QString& words)
{
    Paragraph paragraph;
    paragraph.runs.push_back(run(words));
    return {RichText{{paragraph}}};
}

inline QString proseFor(const Gate& gate, const QString& words)
{
    auto disclosed = gate.disclose(draftWith({prose(words)}));
    REQUIRE_OK(disclosed);
    return textOf(std::get<TextBlock>((*disclosed)->blocks.front()).text.paragraphs.front());
}

inline Table peopleTable(const std::vector<Person>& people)
{
    Table table;
    table.title = text("Participants");
    table.columns = {{text("name"), text("Name"), Sensitivity::Public},
                     {text("email"), text("E-mail"), Sensitivity::Internal},
                     {text("identity"), text("Identity"), Sensitivity::Restricted}};
    for (const Person& person : people)
        table.rows.push_back({{fullName(person), text("mail@example.org"), text("Hill people")}, person.id});
    return table;
}

inline QStringList textsOf(const TableRow& row)
{
    QStringList texts;
    for (const Cell& cell : row.cells)
        texts.append(cell.text);
    return texts;
}

// "Name;E-mail / Sok Dara;mail@example.org"
inline QString shown(const Table& table)
{
    QStringList titles;
    for (const TableColumn& column : table.columns)
        titles.append(column.title);
    QStringList lines{titles.join(QLatin1Char(';'))};
    for (const TableRow& row : table.rows)
        lines.append(textsOf(row).join(QLatin1Char(';')));
    return lines.join(QStringLiteral(" / "));
}

} // namespace dtp::test
