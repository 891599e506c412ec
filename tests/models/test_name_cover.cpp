// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a text are taken for a name that must not be seen.
#include <support/catch.h>
#include <ui/models/name_cover.h>

#include <QElapsedTimer>

using namespace dtp;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const QString instead = QStringLiteral("Somebody");

NameCover coverOf(const char* given, const char* family)
{
    NameCover cover;
    cover.addName(1, s(given), s(family), instead);
    return cover;
}
} // namespace

TEST_CASE("A whole name is covered in any order, case and spelling of its accents", "[discreet]")
{
    const NameCover cover = coverOf("Zerubína", "Qwortlefax");
    for (const char* name :
         {"Zerubína Qwortlefax", "Qwortlefax, Zerubina", "ZERUBINA QWORTLEFAX", "zerubina.qwortlefax"}) {
        INFO(name);
        CHECK(cover.covered(s(name)) == instead);
    }
    CHECK(cover.covered(s("Change Zerubína Qwortlefax: “ok”")) == s("Change Somebody: “ok”"));
    CHECK(cover.covered(s("Met Zerubina\nQwortlefax and Zerubina Qwortlefax.")) == s("Met Somebody and Somebody."));
    // One word of two may be anybody's.
    for (const char* text :
         {"Zerubina Marlo", "Qwortlefax", "Zerubinas Qwortlefax", "Zerubina went, and Qwortlefax"}) {
        INFO(text);
        CHECK(cover.covered(s(text)) == s(text));
    }
}

TEST_CASE("A name of several words is covered when some of them are left out", "[discreet]")
{
    const NameCover cover = coverOf("Ana Zerubina", "de la Qwort");
    for (const char* name : {"Ana Zerubina de la Qwort", "Ana de la Qwort", "de la Qwort, Ana", "Ana Qwort"}) {
        INFO(name);
        CHECK(cover.covered(s(name)) == instead);
    }
}

TEST_CASE("A name of one word is covered as it is written, and not within another word", "[discreet]")
{
    const NameCover cover = coverOf("Wanyo", "");
    CHECK(cover.covered(s("Wanyo spoke; wanyo is a word, and so is Wanyos")) ==
          s("Somebody spoke; wanyo is a word, and so is Wanyos"));
}

TEST_CASE("Names in scripts without spaces are found within a text", "[discreet]")
{
    NameCover cover;
    cover.addOther(1, s("សុខ ដារ៉ា"), instead);
    cover.addOther(2, s("王小明"), instead);
    CHECK(cover.covered(s("លោកសុខដារ៉ាបាន")) == s("លោកSomebodyបាន"));
    CHECK(cover.covered(s("សុខ ដារ៉ា")) == instead);
    CHECK(cover.covered(s("昨天王小明来了")) == s("昨天Somebody来了"));
    CHECK(cover.covered(s("王大明")) == s("王大明"));
}

TEST_CASE("Addresses and numbers are covered, ordinary words in the place of one are not", "[discreet]")
{
    NameCover cover;
    cover.addContact(1, s("+855 12 345 678"), instead);
    cover.addContact(1, s("zq@example.org"), instead);
    cover.addContact(1, s("ask the office"), instead);
    CHECK(cover.covered(s("Removed “+855 12 345 678”")) == s("Removed “+Somebody”"));
    CHECK(cover.covered(s("to zq@example.org")) == s("to Somebody"));
    CHECK(cover.covered(s("please ask the office")) == s("please ask the office"));
}

TEST_CASE("Who is taken out is named again, and others are not", "[discreet]")
{
    NameCover cover;
    cover.addName(1, s("Ana"), s("Qwort"), instead);
    cover.addName(2, s("Ben"), s("Qwort"), instead);
    cover.addName(3, s("Ana"), s("Qwort"), instead); // of the same name
    cover.remove(2);
    CHECK(cover.covered(s("Ana Qwort, Ben Qwort")) == s("Somebody, Ben Qwort"));
    cover.remove(1);
    CHECK(cover.covered(s("Ana Qwort")) == instead);
    cover.remove(3);
    CHECK(cover.covered(s("Ana Qwort")) == s("Ana Qwort"));
}

TEST_CASE("A single name is covered where it stands alone, not within the name of somebody who may be named",
          "[discreet]")
{
    NameCover cover = coverOf("Arif", "");
    cover.addName(2, s("Khan"), s("Qwort"), instead);
    cover.addNamesake(7, s("Arif Ahmed"), s("Khan"));
    cover.addNamesake(8, s("Marlo"), s("Khan"));
    for (const char* text : {"Change Arif Ahmed Khan", "Met Khan, Arif", "Arif Khan spoke"}) {
        INFO(text);
        CHECK(cover.covered(s(text)) == s(text));
    }
    CHECK(cover.covered(s("Change Arif")) == s("Change Somebody"));
    CHECK(cover.covered(s("Arif and Arif Khan")) == s("Somebody and Arif Khan"));
    CHECK(cover.covered(s("Arif Sultan")) == s("Somebody Sultan")); // nobody is called so
    CHECK(cover.covered(s("Arif Khan Qwort")) == s("Arif Somebody"));
    cover.remove(7);
    CHECK(cover.covered(s("Arif Khan")) == s("Somebody Khan"));
}

TEST_CASE("Who is told again is covered under the newest word, also under a former name", "[discreet]")
{
    NameCover cover = coverOf("Ana", "Qwort");
    cover.addName(1, s("Ana"), s("Qwort"), s("Somebody, Cambodia"));
    cover.addName(1, s("Ana"), s("Marlo"), s("Somebody, Cambodia"));
    CHECK(cover.covered(s("Ana Qwort, now Ana Marlo")) == s("Somebody, Cambodia, now Somebody, Cambodia"));
    cover.remove(1);
    CHECK(cover.covered(s("Ana Qwort, now Ana Marlo")) == s("Ana Qwort, now Ana Marlo"));
}

TEST_CASE("A family name with the initial of the given one is covered", "[discreet]")
{
    const NameCover cover = coverOf("Zerubína", "Qwortlefax");
    for (const char* name : {"Z. Qwortlefax", "Z Qwortlefax", "Qwortlefax, Z.", "z.qwortlefax"}) {
        INFO(name);
        CHECK(cover.covered(s(name)).startsWith(instead));
        CHECK_FALSE(cover.covered(s(name)).contains(s("wortlefax")));
    }
    CHECK(cover.covered(s("M. Qwortlefax")) == s("M. Qwortlefax"));
}

TEST_CASE("Of several who are called the same, each is forgotten for herself", "[discreet]")
{
    NameCover cover;
    cover.addName(2, s("Dara"), s("Sok"), s("Somebody, Thailand"));
    cover.addName(1, s("Dara"), s("Sok"), s("Somebody, Cambodia"));
    CHECK(cover.covered(s("Dara Sok")) == s("Somebody, Cambodia"));
    cover.remove(1);
    CHECK(cover.covered(s("Dara Sok")) == s("Somebody, Thailand"));
    cover.remove(2);
    CHECK(cover.covered(s("Dara Sok")) == s("Dara Sok"));
}

TEST_CASE("However many numbers and names begin alike, a text is looked through at once", "[discreet]")
{
    constexpr int many = 30'000;
    NameCover cover;
    QElapsedTimer timer;
    timer.start();
    for (int person = 1; person <= many; ++person) {
        cover.addContact(person, s("+855 12 %1 7").arg(person + 100'000), instead);
        cover.addOther(person, s("Dara Sok Qwort%1").arg(person), instead);
        cover.addOther(person, QString(s("王小") + QChar(0x4E00 + person % 20'000)), instead);
    }
    for (int text = 0; text < 1000; ++text)
        CHECK(cover.covered(s("Call +855 12 130000 7 or Dara Sok Qwort30000 %1").arg(text)) ==
              s("Call +Somebody or Somebody %1").arg(text));
    CHECK(timer.elapsed() < 20'000); // minutes, when each was compared with all that begin alike
}
