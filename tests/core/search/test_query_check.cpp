// SPDX-License-Identifier: GPL-3.0-or-later
// What is written wrongly in a search is told, with what to do, instead of meaning nothing.
#include <query/query_check.h>
#include <search/record_search.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

// The sentence about a search for people; empty when it is understood.
struct Problem {
    FreshStore file;
    QString operator()(const QString& text)
    {
        const auto query = readQuery(*file, Entity::Person, text);
        return query ? QString() : query.error().sentence;
    }
};
} // namespace

TEST_CASE("a parenthesis or a quotation mark without its other is told", "[search][query]")
{
    Problem problem;
    for (const char* text : {"(country:KH or mei", "sok (", "((sok)", "network:any(ever"})
        CHECK(problem(s(text)).startsWith(s("A parenthesis is opened and not closed.")));
    for (const char* text : {"sok )", ")", "(sok))", "country:KH) or mei"})
        CHECK(problem(s(text)).startsWith(s("A parenthesis is closed that was not opened.")));
    for (const char* text : {"\"", "\"sok", "place:\"Phnom Penh", "sok \"(\" \"", "\"a\\\""})
        CHECK(problem(s(text)).startsWith(s("A quotation mark is missing")));
    for (const char* text : {"()", "sok -()", "sok ( )"})
        CHECK(problem(s(text)).startsWith(s("There is nothing between the parentheses.")));
    for (const char* text : {"(sok)", "-(sok or mei)", "\"(\" sok", "place:\")\"", "network:any(ever)", "\"a\\\"b\""})
        CHECK(problem(s(text)).isEmpty());
}

TEST_CASE("“or” without something on both sides is told, but a name is a name", "[search][query]")
{
    Problem problem;
    for (const char* text : {"sok or", "or sok", "sok or or mei", "(sok or) mei", "(or sok)", "sok OR", "sok or -"})
        CHECK(problem(s(text)).startsWith(s("“or” needs something on both sides")));
    for (const char* text :
         {"or", "Or", "Sok Or", "Or Dara", "sok \"or\"", "sok or mei", "(sok) or (mei)", "-sok or mei"})
        CHECK(problem(s(text)).isEmpty());
}

TEST_CASE("a search in which there is nothing to look for says so", "[search][query]")
{
    Problem problem;
    for (const char* text : {"-", "\"\"", "!!!", "- -"})
        CHECK(problem(s(text)).startsWith(s("There is nothing to look for in “")));
    CHECK(problem(s("")).isEmpty());
    CHECK(problem(s("   ")).isEmpty());
}

TEST_CASE("too many conditions are refused with their number and the limit", "[search][query]")
{
    Problem problem;
    const auto repeated = [](const char* piece, int count, const char* between) {
        QStringList all;
        for (int i = 0; i < count; ++i)
            all.append(s(piece));
        return all.join(s(between));
    };
    CHECK(problem(repeated("country:KH", 500, " or ")).isEmpty());
    const QString sentence = s("This search has %1 words and values; 500 are the most that one search may have.");
    CHECK(problem(repeated("country:KH", 1000, " or ")).startsWith(sentence.arg(1000)));
    CHECK(problem(repeated("sok", 501, " ")).startsWith(sentence.arg(501)));
    CHECK(problem(s("place:") + repeated("x", 1200, ",")).startsWith(sentence.arg(1200)));
    // Just as many are found and counted without an error.
    FreshStore file;
    for (const QString& text : QStringList{repeated("sok", 500, " "), QString(s("place:") + repeated("x", 500, ",")),
                                           repeated("place:x or -network:any", 250, " or ")}) {
        const auto query = readQuery(*file, Entity::Person, text);
        REQUIRE_OK(query);
        REQUIRE_OK(findRecords(*file, Entity::Person, *query));
        REQUIRE_OK(findRecords(*file, Entity::Person, *query, {s("country"), false}, 50));
        REQUIRE_OK(countRecords(*file, Entity::Person, *query));
    }
}

TEST_CASE("lengths of time and ranges that cannot be meant are told", "[search][filters]")
{
    Problem problem;
    for (const char* text : {"silent:>99999999y", "silent:>99999999999999999999y", "silent:>101y", "silent:>1201m"})
        CHECK(problem(s(text)).contains(s("is longer than anybody keeps records. Write up to >100y")));
    for (const char* text : {"silent:>100y", "silent:>1200m", "silent:>36500d", "silent:2y"})
        CHECK(problem(s(text)).isEmpty());
    CHECK(problem(s("birth_year:1990-1980")) == s("“1990-1980” ends before it begins. Write 1980..1990."));
    CHECK(problem(s("birth_year:40..20")).contains(s("ends before it begins")));
    CHECK(problem(s("year:2018-2016")) == s("“2018-2016” ends before it begins. Write 2016..2018."));
    CHECK(problem(s("last_verified:2026-05-02..2026-05-01")).contains(s("ends before it begins")));
    CHECK(problem(s("birth_year:1980-1980")).isEmpty());
    CHECK(problem(s("last_verified:2026..2026-05")).isEmpty());
    for (const char* text : {"birth_year:nan", "birth_year:>inf"})
        CHECK(problem(s(text)).contains(s("is not a number.")));
}

TEST_CASE("A word behind a filter that seems to say of which time is told, and looked for in quotation marks",
          "[search][query]")
{
    Problem problem;
    for (const char* text : {"email:none(never)", "email:none(Always)", "network:any(past)", "-email:any(today)",
                             "email:none(-ever)", "email:none(ever,)", "email:none(ever now)", "email:none(ever ever)",
                             "email:none((ever))", "email:none(any)", "network:BHR(role:member (now))",
                             "email:none(none)", "email:(never)", "phone:none(sok or never)"}) {
        INFO(text);
        CHECK(
            problem(s(text)).contains(s("says nothing of time where it stands. Right behind a filter write “ever”")));
    }
    for (const char* text : {"email:none(ever or sok)", "email:none(sok or now)"}) {
        INFO(text);
        CHECK(problem(s(text)).startsWith(s("“or” needs something on both sides")));
    }
    for (const char* text : {"email:none(ever)", "email:none(EVER)", "email:any(now sok)", "email:any(sok ever)",
                             "note:any(\"never\")", "network:any(ever role:member or role:coordinator)", "never",
                             "(ever now)", "sok (today)", "note:none(sok)", "-(never)"}) {
        INFO(text);
        CHECK(problem(s(text)).isEmpty());
    }
    const QueryNode query = parseQuery(s("note:any(\"never\")"));
    CHECK(queryText(query) == s("note:any(\"never\")"));
    CHECK(parseQuery(queryText(query)) == query);
}
