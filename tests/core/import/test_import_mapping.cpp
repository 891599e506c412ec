// SPDX-License-Identifier: GPL-3.0-or-later
// What a column is for, by its heading and by what is below it.
#include <import/import_mapping.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString t(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

// Rows one below the other, cells at "|".
std::vector<SheetRow> sheet(const QStringList& lines)
{
    std::vector<SheetRow> rows;
    for (const QString& line : lines)
        rows.push_back({static_cast<qint64>(rows.size()) + 1, line.split(QLatin1Char('|'))});
    return rows;
}

class Recogniser
{
public:
    ImportMapping operator()(const QStringList& lines, std::optional<qint64> headingRow = {}) const
    {
        return recogniseMapping(sheet(lines), m_words, headingRow);
    }
    // "row 2: full_name email": where the headings are and what each column is for; "?" behind what was seen in the
    // cells.
    QString text(const QStringList& lines, std::optional<qint64> headingRow = {}) const
    {
        const ImportMapping mapping = (*this)(lines, headingRow);
        QStringList all;
        for (const ColumnMapping& column : mapping.columns)
            all.append(column.by == RecognisedBy::Content ? QString(column.target + QLatin1Char('?')) : column.target);
        return QStringLiteral("row %1: %2").arg(mapping.headingRow).arg(all.join(QLatin1Char(' ')));
    }

private:
    FreshStore m_store;
    ImportWords m_words{*m_store.store};
};
} // namespace

TEST_CASE("Columns are known by their headings, however those are written", "[import][mapping]")
{
    const Recogniser recognise;
    CHECK(recognise
              .text({t("Given Name|SURNAME|E-mail address|Mobile No.|Sex|Nationality"),
                     t("Maria|Santos|m@example.org|0917 123 4567|F|Filipino")})
              .startsWith(t("row 1: given_name family_name email phone gender ")));
    CHECK(recognise.text({t("No.|Full name|Organization|Position|Issues|Shoe size"),
                          t("1|Maria Santos|Forum|Director|Land|38")}) ==
          t("row 1: ignore full_name organisation org_role issues notes"));
}

TEST_CASE("What stands above the headings is kept apart", "[import][mapping]")
{
    const Recogniser recognise;
    const ImportMapping mapping =
        recognise({t("Participants"), t(""), t("Course|1997"), t("Name|Email"), t("Maria Santos|m@example.org")});
    CHECK(mapping.headingRow == 4);
    CHECK(mapping.above == QStringList({t("Participants"), t("Course 1997")}));
    REQUIRE(mapping.columns.size() == 2);
    CHECK(mapping.columns[1].heading == t("Email"));
    CHECK(mapping.columns[1].samples == QStringList{t("m@example.org")});
}

TEST_CASE("Without headings the cells say what they are", "[import][mapping]")
{
    const Recogniser recognise;
    const QStringList rows{t("Maria Santos|m@example.org|+63 917 123 4567|Philippines|F|x1"),
                           t("Dara Sok|d@example.org|+855 12 345 678|Cambodia|M|x2"),
                           t("Mali Chai|c@example.org|+66 81 234 5678|Thailand|F|x3")};
    CHECK(recognise.text(rows) == t("row 0: full_name? email? phone? country? gender? notes"));
    CHECK(recognise(rows).columns[5].heading == t("Column 6"));
    // A person may say that there are none, or which row has them.
    CHECK(recognise
              .text({t("Name|Email"), t("Maria Santos|m@example.org"), t("Dara Sok|d@example.org"),
                     t("Mali Chai|c@example.org"), t("Ram Thapa|r@example.org")},
                    0)
              .startsWith(t("row 0: ")));
    CHECK(recognise.text({t("Name|Email"), t("Full name|Mobile"), t("Maria Santos|0917 123 4567")}, 2) ==
          t("row 2: full_name phone"));
}

TEST_CASE("A heading with several meanings is decided by the cells below", "[import][mapping]")
{
    const Recogniser recognise;
    CHECK(recognise.text({t("Name|Title|Email"), t("Maria Santos|Dr|m@example.org"),
                          t("Dara Sok|Mr|d@example.org")}) == t("row 1: full_name notes email"));
    CHECK(recognise.text({t("Name|Title|Email"), t("Maria Santos|Director|m@example.org"),
                          t("Dara Sok|Lawyer|d@example.org")}) == t("row 1: full_name org_role email"));
    CHECK(recognise.text({t("Name|Email"), t("Santos, Maria|m@example.org"), t("Sok, Dara|d@example.org")}) ==
          t("row 1: family_given email"));
    CHECK(recognise.text({t("Name|Course|Email"), t("Maria Santos|1997|m@example.org"),
                          t("Dara Sok|1998|d@example.org")}) == t("row 1: full_name program_year email"));
    CHECK(recognise.text({t("Name|Network|Email"), t("Maria Santos|yes|m@example.org"),
                          t("Dara Sok|no|d@example.org")}) == t("row 1: full_name notes email"));
    CHECK(recognise.text({t("Name|Number|Email"), t("Maria Santos|0917 123 4567|m@example.org"),
                          t("Dara Sok|012 345 678|d@example.org")}) == t("row 1: full_name phone email"));
    CHECK(recognise.text({t("No|Name|Email"), t("A-1|Maria Santos|m@example.org"), t("B-2|Dara Sok|d@example.org")}) ==
          t("row 1: notes full_name email"));
}

TEST_CASE("Name beside a part of the name is the other part", "[import][mapping]")
{
    const Recogniser recognise;
    CHECK(recognise.text({t("Name|Surname|Email"), t("Maria|Santos|m@example.org")}) ==
          t("row 1: given_name family_name email"));
    CHECK(recognise.text({t("First name|Name|Email"), t("Maria|Santos|m@example.org")}) ==
          t("row 1: given_name family_name email"));
    CHECK(recognise.text({t("First name|Name|Email"), t("Maria|Maria Santos|m@example.org")}) ==
          t("row 1: given_name full_name email"));
}

TEST_CASE("Of two columns for one thing the nearer keeps it, the other goes into the notes", "[import][mapping]")
{
    const Recogniser recognise;
    CHECK(recognise
              .text({t("Participant|Full name|Email|E-mail 2"),
                     t("Maria Santos|Maria Clara Santos|m@example.org|n@example.org")})
              .startsWith(t("row 1: notes full_name email ")));
}

TEST_CASE("The order of dates is read from the column", "[import][mapping]")
{
    const Recogniser recognise;
    const auto order = [&](const char* first, const char* second) {
        return recognise({t("Name|Last verified"), QString(t("Maria Santos|") + t(first)),
                          QString(t("Dara Sok|") + t(second))})
            .columns.at(1)
            .dateOrder;
    };
    CHECK(order("25/03/1997", "04/05/1998") == DateOrder::DayMonthYear);
    CHECK(order("03/25/1997", "04/05/1998") == DateOrder::MonthDayYear);
    CHECK(order("1997-03-25", "1998-04-05") == DateOrder::YearMonthDay);
    CHECK(order("04/05/1997", "04/06/1998") == DateOrder::DayMonthYear);
}

TEST_CASE("A mapping is remembered by its headings and put back", "[import][mapping]")
{
    const Recogniser recognise;
    const QStringList rows{t("Name|E-mail|Shoe size"), t("Maria Santos|m@example.org|38")};
    ImportMapping chosen = recognise(rows);
    chosen.columns[2].target = t("skills");
    ImportMapping again = recognise({t("NAME|E mail:|Shoe  Size"), t("Dara Sok|d@example.org|41")});
    CHECK(again.fingerprint() == chosen.fingerprint());
    CHECK(recognise({t("Name|Email"), t("Maria Santos|m@example.org")}).fingerprint() != chosen.fingerprint());
    again.applyText(chosen.toText());
    CHECK(again.columns[2].target == t("skills"));
    CHECK(again.columns[2].by == RecognisedBy::Memory);
    CHECK(again.columns[0].by == RecognisedBy::Heading);
    // What does not fit changes nothing.
    const QString before = again.toText();
    for (const char* unfit : {"", "full_name", "no,such,target", "full_name,email,skills,notes"})
        again.applyText(t(unfit));
    CHECK(again.toText() == before);
}

TEST_CASE("A sheet without rows or with blank ones alone has no columns", "[import][mapping]")
{
    const Recogniser recognise;
    CHECK(recognise.text({}) == t("row 0: "));
    CHECK(recognise.text({t(""), t("||"), t("  |")}) == t("row 0: "));
}
