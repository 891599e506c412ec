// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/cell_values.h>
#include <cells/row_words.h>
#include <support/catch.h>

using namespace dtp;

namespace
{
QString t(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

// "address, address; rest"
QString emails(const char* text)
{
    const FoundEmails found = findEmails(t(text));
    return found.addresses.join(QStringLiteral(", ")) + QStringLiteral("; ") + found.rest;
}

// "number (label), number; rest"
QString phones(const char* text)
{
    const FoundPhones found = findPhones(t(text));
    QStringList all;
    for (const FoundPhone& phone : found.numbers)
        all.append(phone.label.isEmpty()
                       ? phone.number
                       : QString(phone.number + QStringLiteral(" (") + phone.label + QLatin1Char(')')));
    return all.join(QStringLiteral(", ")) + QStringLiteral("; ") + found.rest;
}

// A small list of words: "land", "water", "land and water", "women, peace and security".
std::optional<QString> knownWord(const QString& text)
{
    static const QStringList words{t("land"), t("water"), t("land and water"), t("women, peace and security")};
    const QString word = text.trimmed().toLower();
    return words.contains(word) ? std::optional<QString>(QString(word).replace(QLatin1Char(' '), QLatin1Char('_')))
                                : std::nullopt;
}

QString known(const char* text)
{
    const KnownWords found = splitKnown(t(text), &knownWord);
    return found.codes.join(QLatin1Char('+')) + QStringLiteral("; ") + found.unknown.join(QLatin1Char('+'));
}
} // namespace

TEST_CASE("A cell is freed of what no cell should hold", "[import][cells]")
{
    CHECK(cleanCell(t("  Dara ")) == t("Dara"));
    CHECK(cleanCell(t("Da\u00A0ra\uFEFF")) == t("Da ra"));
    CHECK(cleanCell(t("a\r\nb\rc")) == t("a\nb\nc"));
    CHECK(cleanCell(t("=\"0012\"")) == t("0012"));
    CHECK(cleanCell(t("=\"")) == t("=\""));
    CHECK(cleanCell(t("a\u202Eb\x07"
                      "c")) == t("abc")); // direction override, bell
    CHECK(cleanCell(t("<b>x</b>")) == t("<b>x</b>"));
    CHECK(cleanCell(QString()).isEmpty());
}

TEST_CASE("Words and signs for nothing are nothing, names that look like them are not", "[import][cells]")
{
    for (const char* nothing :
         {"-", "--", "?", "…", "n/a", "N/A", "NA", "None", "nil", "Unknown", "TBC", "not applicable", "tidak ada", ""})
        CHECK(meansNothing(t(nothing)));
    for (const char* something : {"Nil Sharma", "Nona", "0", "No", "x", "unknown to the police", "-5"})
        CHECK_FALSE(meansNothing(t(something)));
    CHECK(isSpreadsheetError(t("#N/A")));
    CHECK(isSpreadsheetError(t("#REF!")));
    CHECK(isSpreadsheetError(t("Err:502")));
    CHECK_FALSE(isSpreadsheetError(t("#12")));
    CHECK_FALSE(isSpreadsheetError(t("N/A")));
}

TEST_CASE("A list of known words is taken apart only as far as it must be", "[import][cells]")
{
    CHECK(known("Land") == t("land; "));
    CHECK(known("land; water") == t("land+water; "));
    CHECK(known("land, water, land") == t("land+water; "));
    CHECK(known("Land and water") == t("land_and_water; "));
    CHECK(known("water and land") == t("water+land; "));
    CHECK(known("land/water") == t("land+water; "));
    CHECK(known("women, peace and security; land") == t("women,_peace_and_security+land; "));
    CHECK(known("land/astrology") == t("land; astrology"));
    CHECK(known("arts and crafts") == t("; arts and crafts"));
    CHECK(known("land\nwater") == t("land+water; "));
    CHECK(known("• land • fire") == t("land; fire"));
    CHECK(known("") == t("; "));
}

TEST_CASE("Every address in a cell is found, and the rest is kept", "[import][cells]")
{
    CHECK(emails("dara@example.org") == t("dara@example.org; "));
    CHECK(emails("a@example.org; b@example.org / c@example.org") ==
          t("a@example.org, b@example.org, c@example.org; "));
    CHECK(emails("a@example.org or A@Example.org") == t("a@example.org; "));
    CHECK(emails("mailto:a@example.org.") == t("a@example.org; "));
    CHECK(emails("Dara <a@example.org>") == t("a@example.org; Dara"));
    CHECK(emails("a @ example.org") == t("a@example.org; "));
    CHECK(emails("a@example.org (work)") == t("a@example.org; work"));
    CHECK(emails("none") == t("; none"));
    CHECK(emails("@example") == t("; @example"));
    CHECK(emails("") == t("; "));
}

TEST_CASE("Every number in a cell is found with the word beside it, and the rest is kept", "[import][cells]")
{
    CHECK(phones("012 345 678") == t("012 345 678; "));
    CHECK(phones("+855 12 345 678, +66 81 234 5678") == t("+855 12 345 678, +66 81 234 5678; "));
    CHECK(phones("+855 12 345 678 +66 81 234 5678") == t("+855 12 345 678, +66 81 234 5678; "));
    CHECK(phones("Office: (02) 9385 3549; WhatsApp +61 412 345 678") ==
          t("(02) 9385 3549 (Office), +61 412 345 678 (WhatsApp); "));
    CHECK(phones("012 345 678 (home)") == t("012 345 678 (home); "));
    CHECK(phones("023 211 612 / 613") == t("023 211 612 / 613; "));
    CHECK(phones("023 211 612 ext. 14") == t("023 211 612 ext. 14; "));
    CHECK(phones("ask the office") == t("; ask the office"));
    CHECK(phones("12") == t("; 12"));
    CHECK(phones("") == t("; "));
}

TEST_CASE("What stands beside a word is told from it", "[import][cells]")
{
    using Pair = std::pair<QString, QString>;
    CHECK(withQualifier(t("English (fluent)")) == Pair(t("English"), t("fluent")));
    CHECK(withQualifier(t("English: fluent")) == Pair(t("English"), t("fluent")));
    CHECK(withQualifier(t("English - fluent")) == Pair(t("English"), t("fluent")));
    CHECK(withQualifier(t("English – fluent")) == Pair(t("English"), t("fluent")));
    CHECK(withQualifier(t("Timor-Leste")) == Pair(t("Timor-Leste"), QString()));
    CHECK(withQualifier(t("English")) == Pair(t("English"), QString()));
    CHECK(withQualifier(t("(fluent)")) == Pair(t("(fluent)"), QString()));
    CHECK(splitStrongly(t("Centre for Land, Water and Air; Forum | Union\nGroup")) ==
          QStringList({t("Centre for Land, Water and Air"), t("Forum"), t("Union"), t("Group")}));
}

TEST_CASE("Choices of a form stand side by side and are taken apart where each is known", "[import]")
{
    const auto known = [](const QString& word) -> std::optional<QString> {
        static const QStringList words{QStringLiteral("advocacy"), QStringLiteral("legal aid"),
                                       QStringLiteral("media")};
        return words.contains(word.toLower()) ? std::optional(word.toLower()) : std::nullopt;
    };
    CHECK(splitKnown(QStringLiteral("advocacy legal_aid"), known).codes ==
          QStringList{QStringLiteral("advocacy"), QStringLiteral("legal aid")});
    const KnownWords some = splitKnown(QStringLiteral("advocacy cooking"), known);
    CHECK(some.codes.isEmpty());
    CHECK(some.unknown == QStringList{QStringLiteral("advocacy cooking")});
}
