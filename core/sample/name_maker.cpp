// SPDX-License-Identifier: GPL-3.0-or-later
#include <sample/name_maker.h>

namespace dtp
{

namespace
{
// Burmese names are of several syllables, none of which is the family's.
NamePair givenOf(const NameList& list, bool woman, Random& random)
{
    const auto& names = woman ? list.female : list.male;
    NamePair given = random.pick(names);
    QStringList used{given.roman};
    for (int part = 1; part < list.givenParts; ++part) {
        const NamePair& next = random.pick(names);
        // "Aye Aye" is a name, "Aye Aye Aye" is none.
        if (used.count(next.roman) > 1)
            continue;
        used.append(next.roman);
        given.roman += QLatin1Char(' ') + next.roman;
        given.own += next.own;
    }
    return given;
}

// Vietnamese women and men of the older generations often carry these between family and given name.
void addMiddleName(NamePair& given, bool woman, Random& random)
{
    if (!random.chance(65))
        return;
    static const std::vector<NamePair> ofWomen = {{QStringLiteral("Thi"), QStringLiteral("Th\u1ECB")},
                                                  {QStringLiteral("Ngoc"), QStringLiteral("Ng\u1ECDc")},
                                                  {QStringLiteral("Thu"), QStringLiteral("Thu")}};
    static const std::vector<NamePair> ofMen = {{QStringLiteral("Van"), QStringLiteral("V\u0103n")},
                                                {QStringLiteral("Quoc"), QStringLiteral("Qu\u1ED1c")},
                                                {QStringLiteral("Minh"), QStringLiteral("Minh")}};
    const NamePair& middle = random.pick(woman ? ofWomen : ofMen);
    if (given.roman.startsWith(middle.roman))
        return;
    given.roman = middle.roman + QLatin1Char(' ') + given.roman;
    given.own = middle.own + QLatin1Char(' ') + given.own;
}
} // namespace

MadeName makeName(const NameList& list, bool woman, Random& random)
{
    NamePair given = givenOf(list, woman, random);
    NamePair family = random.pick(woman ? list.familyOfWomen : list.familyOfMen);
    if (list.hasAccents)
        addMiddleName(given, woman, random);
    const bool single = random.chance(list.singlePercent);
    if (single && list.givenParts > 1) { // the last syllable belongs to the one name
        given.roman += QLatin1Char(' ') + family.roman;
        given.own += family.own;
    }
    if (single)
        family = {};
    if (list.hasAccents && random.chance(55))
        return {given.own, family.own, {}};
    MadeName name{given.roman, family.roman, {}};
    if (list.hasScript) {
        const QString& first = list.familyFirst ? family.own : given.own;
        const QString& last = list.familyFirst ? given.own : family.own;
        name.own = first.isEmpty() || last.isEmpty() ? first + last : QString(first + list.joiner + last);
    }
    return name;
}

} // namespace dtp
