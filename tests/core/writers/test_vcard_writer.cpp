// SPDX-License-Identifier: GPL-3.0-or-later
#include <writers/vcard_writer.h>

#include <support/catch.h>
#include <support/fresh_store.h>

#include <QBuffer>

using namespace dtp;
using namespace dtp::test;

namespace
{
class OneRow final : public RowSource
{
public:
    OneRow(std::vector<TableColumn> columns, TableRow row) : m_columns(std::move(columns)), m_row(std::move(row)) {}
    const std::vector<TableColumn>& columns() const override { return m_columns; }
    Result<bool> next(TableRow& row) override
    {
        row = m_row;
        return !std::exchange(m_isDone, true);
    }

private:
    std::vector<TableColumn> m_columns;
    TableRow m_row;
    bool m_isDone = false;
};
} // namespace

TEST_CASE("A card finds its values by keys, in whatever language the columns are titled", "[vcard]")
{
    FreshStore store;
    const std::vector<TableColumn> columns{columnOf<Person>("family_name").titled(QStringLiteral("Nom")),
                                           columnOf<Person>("birth_year").titled(QStringLiteral("Né en")),
                                           columnOfTable("contact.email", QStringLiteral("Courriel"), CellKind::List),
                                           columnOfTable("contact.phone", QStringLiteral("Tél."), CellKind::List)};
    const TableRow row{{QStringLiteral("Sok"), Cell::integer(1971),
                        Cell(QStringLiteral("a@example.org; b@example.org"), CellKind::List),
                        Cell(QStringLiteral("+679 331 2345 (Fax); +679 701 2345"), CellKind::List)},
                       {}};
    const Gate gate(*store, Audience::Internal);
    auto rows = gate.disclose(std::make_unique<OneRow>(columns, row));
    REQUIRE_OK(rows);
    QBuffer card;
    card.open(QIODevice::WriteOnly);
    REQUIRE_OK(writeVCards(**rows, card));
    CHECK(card.data() == "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Sok\r\nN:Sok;;;;\r\nBDAY:1971\r\n"
                         "EMAIL:a@example.org\r\nEMAIL:b@example.org\r\nTEL;TYPE=fax:+679 331 2345\r\n"
                         "TEL;TYPE=voice:+679 701 2345\r\nEND:VCARD\r\n");
}
