// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/query.h>
#include <support/catch.h>

#include <random>

using namespace dtp;

namespace
{
using Kind = QueryNode::Kind;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QueryNode bound(const char* key, const QStringList& values, std::vector<QueryNode> parts, When when = When::Default)
{
    QueryNode node = filterNode(s(key), values);
    node.parts = conditionsOf(allOf(std::move(parts)));
    node.when = when;
    return node;
}

QueryNode filter(const char* key, const QStringList& values)
{
    return filterNode(s(key), values);
}

class RandomTree
{
public:
    explicit RandomTree(unsigned seed) : m_random(seed) {}

    QueryNode node(int depth)
    {
        const int what = below(depth > 0 ? 7 : 3);
        if (what == 0)
            return wordsNode(word());
        if (what < 3)
            return someFilter(depth);
        if (what == 3)
            return notOf(node(depth - 1));
        return what < 6 ? allOf(several(depth - 1)) : anyOf(several(depth - 1));
    }

private:
    std::mt19937 m_random;

    int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }

    QString word()
    {
        static const QStringList words = {s("sok"),      s("Sok Dara"),  s("or"),        s("EVER"),     s("now"),
                                          s("-x"),       s("a:b"),       s("a\"b"),      s("a\\b"),     s("a,b"),
                                          s("(x)"),      s("ស្រី"),        s("14:30"),     s("\\"),       s("x\\\"y"),
                                          s("none"),     s(">1980"),     s("1990-1999"), s("o'b"),      s("in:x"),
                                          s("a) or (b"), s("http://ab"), s("😀 b"),       s("Đặng\\, x")};
        return words.at(below(static_cast<int>(words.size())));
    }

    QueryNode someFilter(int depth)
    {
        static const QStringList keys = {s("country"), s("birth_year"), s("in"), s("skill")};
        QueryNode node = filterNode(keys.at(below(4)), {});
        for (int i = below(4); i > 0; --i)
            node.values.append(word());
        node.when = std::array{When::Default, When::Now, When::Ever}[static_cast<size_t>(below(3))];
        if (depth > 0 && below(2) == 0)
            node.parts = conditionsOf(depth % 2 ? allOf(several(depth - 1)) : anyOf(several(depth - 1)));
        return node;
    }

    std::vector<QueryNode> several(int depth)
    {
        std::vector<QueryNode> parts;
        for (int i = below(4); i > 0; --i)
            parts.push_back(node(depth));
        return parts;
    }
};
} // namespace

TEST_CASE("a query is read as words, filters, groups and alternatives", "[search][query]")
{
    CHECK(parseQuery(s("")).isEmpty());
    CHECK(parseQuery(s("sok dara")) == allOf({wordsNode(s("sok")), wordsNode(s("dara"))}));
    CHECK(parseQuery(s("\"sok dara\"")) == wordsNode(s("sok dara")));
    CHECK(parseQuery(s("country:KH,\"Viet Nam\"")) == filter("country", {s("KH"), s("Viet Nam")}));
    CHECK(parseQuery(s("Country:KH")) == filter("country", {s("KH")}));
    CHECK(parseQuery(s("a b or c")) == anyOf({allOf({wordsNode(s("a")), wordsNode(s("b"))}), wordsNode(s("c"))}));
    CHECK(parseQuery(s("a (b OR c)")) == allOf({wordsNode(s("a")), anyOf({wordsNode(s("b")), wordsNode(s("c"))})}));
    CHECK(parseQuery(s("-country:KH -(a or b) -c")) ==
          allOf({notOf(filter("country", {s("KH")})), notOf(anyOf({wordsNode(s("a")), wordsNode(s("b"))})),
                 notOf(wordsNode(s("c")))}));
    CHECK(parseQuery(s("-(-a)")) == wordsNode(s("a")));
    CHECK(parseQuery(s("skill:\"UN treaty bodies\"(willing:train level:advanced) x")) ==
          allOf({bound("skill", {s("UN treaty bodies")},
                       {filter("willing", {s("train")}), filter("level", {s("advanced")})}),
                 wordsNode(s("x"))}));
    CHECK(parseQuery(s("network:BHR(ever role:focal_point)")) ==
          bound("network", {s("BHR")}, {filter("role", {s("focal_point")})}, When::Ever));
    CHECK(parseQuery(s("organisation:Forum(now)")) == bound("organisation", {s("Forum")}, {}, When::Now));
    CHECK(parseQuery(s("skill:(willing:train)")) == bound("skill", {}, {filter("willing", {s("train")})}));
    CHECK(parseQuery(s("program:\"A\\, B\",C")) == filter("program", {s("A, B"), s("C")}));
    // As files from before hold it: one pair of quotation marks about several values.
    CHECK(parseQuery(s("skill:\"UN treaty bodies,Advocacy\"")) ==
          filter("skill", {s("UN treaty bodies"), s("Advocacy")}));
}

TEST_CASE("whatever is typed can be read, and a group that is not closed ends with the text", "[search][query]")
{
    CHECK(parseQuery(s("(country:KH or country:TH")) ==
          anyOf({filter("country", {s("KH")}), filter("country", {s("TH")})}));
    CHECK(parseQuery(s(") a ) (")) == wordsNode(s("a")));
    CHECK(parseQuery(s("country:\"Viet")) == filter("country", {s("Viet")}));
    CHECK(parseQuery(s("sok or")) == allOf({wordsNode(s("sok")), wordsNode(s("or"))})); // a name
    CHECK(parseQuery(s("or sok")) == allOf({wordsNode(s("or")), wordsNode(s("sok"))}));
    CHECK(parseQuery(s("\"*'; -- - -- ?")).isEmpty());
    CHECK(parseQuery(s("https://example.org 14:30")) ==
          allOf({wordsNode(s("https://example.org")), wordsNode(s("14:30"))}));
    CHECK(parseQuery(QString(100000, QLatin1Char('('))).isEmpty());
    CHECK(parseQuery(QString(s("-(")).repeated(50000)).isEmpty());
    CHECK(parseQuery(s("Sok (Dara)")) == allOf({wordsNode(s("Sok")), wordsNode(s("Dara"))}));
}

TEST_CASE("a query written as text is read as the same query", "[search][query]")
{
    int withGroups = 0;
    for (unsigned seed = 0; seed < 4000; ++seed) {
        const QueryNode tree = RandomTree(seed).node(4);
        const QString text = queryText(tree);
        INFO(text.toStdString());
        REQUIRE(parseQuery(text) == tree);
        REQUIRE(queryText(parseQuery(text)) == text);
        withGroups += text.contains(s(" or ")) && text.contains(QLatin1Char('(')) ? 1 : 0;
    }
    CHECK(withGroups > 500);
    // Also what nobody wrote: any characters in a row.
    std::mt19937 random(3);
    const QString letters = s("ab :\"\\,()-or><. ឧé");
    for (int i = 0; i < 4000; ++i) {
        QString text;
        for (auto length = random() % 30; length > 0; --length)
            text += letters.at(static_cast<qsizetype>(random() % static_cast<size_t>(letters.size())));
        INFO(text.toStdString());
        const QueryNode tree = parseQuery(text);
        REQUIRE(parseQuery(queryText(tree)) == tree);
    }
}
