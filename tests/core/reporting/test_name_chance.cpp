// SPDX-License-Identifier: GPL-3.0-or-later
// By chance: names of people who may not be named, in all forms in which people write them, within sentences, lists
// and cells. No word of them leaves.
#include "leaving_text.h"

#include <base/han_characters.h>
#include <base/text.h>
#include <support/rounds.h>

#include <QSet>
#include <random>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct Refuser {
    const char* given;
    const char* family;
    QSet<QString> ordinary = {}; // words of any text: not in small letters, and not as the first of a sentence
};

const std::vector<Refuser>& refusers()
{
    static const std::vector<Refuser> all{{"Dara", "Sokun"},
                                          {"Zaw Lin", "Htet"},
                                          {"Min-ji", "Kim", {QStringLiteral("min"), QStringLiteral("ji")}},
                                          {"Mark", "Dela Cruz", {QStringLiteral("mark")}},
                                          {"Grace", "Ndlovu", {QStringLiteral("grace")}},
                                          {"Ngoc Anh", "Tran"},
                                          {"Siti", "Nurhaliza"},
                                          {"Budi", "Santoso"},
                                          {"吳敏", ""},
                                          {"丽娟", "陈"}};
    return all;
}

class Chance
{
public:
    explicit Chance(unsigned seed) : m_random(seed) {}
    size_t below(size_t end) { return m_random() % end; }
    template <class All>
    auto of(const All& all)
    {
        return all[below(static_cast<size_t>(all.size()))];
    }

private:
    std::mt19937 m_random;
};

bool isHanName(const Refuser& one)
{
    return hasHan(utf8(one.given));
}

QString oneWord(Chance& chance, const Refuser& one)
{
    const QString word = chance.of(wordsOf(utf8(one.given) + u' ' + utf8(one.family)));
    const QString small = word.toLower();
    switch (chance.below(4)) {
    case 0:
        return one.ordinary.contains(small) || small.size() < 3 ? word : small;
    case 1:
        return word + QStringLiteral("'s");
    case 2:
        return QStringLiteral("Ms ") + word;
    default:
        return word;
    }
}

QString form(Chance& chance, const Refuser& one)
{
    const QString given = utf8(one.given);
    const QString family = utf8(one.family);
    if (isHanName(one)) {
        const QString whole = family + given;
        return chance.of(hanSpellings(whole));
    }
    const QString initial = given.left(1) + u'.';
    const QString glued = QString(given + family).remove(u' ').remove(u'-');
    switch (chance.below(11)) {
    case 0:
        return given + u' ' + family;
    case 1:
        return family + u' ' + given;
    case 2:
        return family + QStringLiteral(", ") + given;
    case 3:
        return initial + u' ' + family;
    case 4:
        return family + u' ' + initial;
    case 5:
        return QString(given + u'-' + family).replace(u' ', u'-');
    case 6:
        return glued;
    case 7:
        return glued.toLower();
    case 8:
        return QString(given + u' ' + family).toLower();
    case 9:
        return QString(given + u' ' + family).toUpper();
    default:
        return oneWord(chance, one);
    }
}

QString text(Chance& chance, const Refuser& one)
{
    static const QStringList around{QStringLiteral("We met %1 in town."),
                                    QStringLiteral("%1 spoke first."),
                                    QStringLiteral("Later %1 left."),
                                    QStringLiteral("Present: %1, %2 and %3."),
                                    QStringLiteral("Present: %1; %2"),
                                    QStringLiteral("%1"),
                                    QStringLiteral("%1, %2"),
                                    QStringLiteral("- %1"),
                                    QStringLiteral("Two farmers (%1, %2)"),
                                    QStringLiteral("We went there with %1 and others."),
                                    QStringLiteral("%1 / %2 / %3"),
                                    QStringLiteral("We thank %1 & %2, and the school."),
                                    QStringLiteral("Led by %1: land and water"),
                                    QStringLiteral("They saw %1. Then %2 told them of %3.")};
    QString made = chance.of(around);
    for (const char* slot : {"%1", "%2", "%3"})
        made.replace(QLatin1String(slot), form(chance, one));
    return made;
}

// Words of the name that can be read in what leaves.
QStringList readable(const Refuser& one, const QString& left)
{
    QStringList found;
    const QString simplified = inSimplifiedHan(left);
    if (isHanName(one)) {
        const QString name = inSimplifiedHan(utf8(one.given));
        return simplified.contains(name) ? QStringList{name} : QStringList();
    }
    for (const QString& word : wordsOf(utf8(one.given) + u' ' + utf8(one.family))) {
        for (const QString& read : wordsOf(left)) {
            const bool isSame = read.compare(word, Qt::CaseInsensitive) == 0;
            if (isSame && !(one.ordinary.contains(read)))
                found.append(read);
        }
    }
    const QString glued = QString(utf8(one.given) + utf8(one.family)).remove(u' ').remove(u'-').toLower();
    if (left.toLower().contains(glued))
        found.append(glued);
    return found;
}
} // namespace

TEST_CASE("Of the name of somebody who may not be named no word leaves for the public, in whatever form it stands",
          "[reporting][names][chance]")
{
    const ReportWorld world;
    for (const Refuser& one : refusers())
        addPerson(*world.store, utf8(one.given), utf8(one.family));
    Chance chance(20261127);
    for (int round = 0; round < rounds(4000, 400); ++round) {
        const Refuser& one = refusers()[chance.below(refusers().size())];
        const QString words = text(chance, one);
        const QString left = leavingText(*world.store, words, chance.below(2) == 0 ? As::Prose : As::Cell);
        INFO(words.toStdString() << " → " << left.toStdString());
        CHECK(readable(one, left) == QStringList());
    }
}
