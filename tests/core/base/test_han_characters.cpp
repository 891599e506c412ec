// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/han_characters.h>
#include <support/catch.h>

using namespace dtp;

TEST_CASE("A name in traditional characters is one in simplified ones, sign by sign", "[base][text]")
{
    CHECK(inSimplifiedHan(QString::fromUtf8("吳敏 of 陳麗娟")) == QString::fromUtf8("吴敏 of 陈丽娟"));
    CHECK(inSimplifiedHan(QString::fromUtf8("吴敏")) == QString::fromUtf8("吴敏"));
    CHECK(hanSpellings(QString::fromUtf8("吳敏")) ==
          QStringList{QString::fromUtf8("吳敏"), QString::fromUtf8("吴敏")});
    // One simplified character may be several traditional ones.
    const QStringList bells = hanSpellings(QString::fromUtf8("钟"));
    for (const char* form : {"钟", "鐘", "鍾"})
        CHECK(bells.contains(QString::fromUtf8(form)));
    CHECK(hanSpellings(QStringLiteral("Dara")) == QStringList{QStringLiteral("Dara")});
    CHECK(hanSpellings(QString::fromUtf8("钟钟钟钟钟钟钟钟")).size() <= 33);
}
