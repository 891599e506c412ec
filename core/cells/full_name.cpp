// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/full_name.h>

#include <cells/name_words.h>

#include <base/text.h>
#include <cells/word_sets.h>

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace dtp
{

namespace
{
// Family names that begin with a small word of their own.
bool isParticle(const QString& word)
{
    static const QSet<QString> particles =
        wordSet("de da do dos das del dela della di du la le van von der den ter bin "
                "binti bint bt bte binte ibn al el abu s/o d/o a/l a/p");
    // "b." and "bt." stand for bin and binti; "B." is an initial.
    if (word == QLatin1String("b.") || word == QLatin1String("bt.") || word == QLatin1String("bte."))
        return true;
    return particles.contains(foldText(word));
}

bool hasLatin(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Latin; });
}

bool hasOtherScript(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetter() && c.script() != QChar::Script_Latin && c.script() != QChar::Script_Common &&
               c.script() != QChar::Script_Inherited;
    });
}

bool isCapitals(const QString& word)
{
    const auto letters = std::count_if(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
    return letters > 1 && word == word.toUpper() && word != word.toLower();
}

// The commonest family names of countries where they usually stand first: only they turn the order around.
bool isFamilyNameOf(const QString& word, const QString& country)
{
    static const QHash<QString, QSet<QString>> common{
        {QStringLiteral("VN"),
         wordSet("nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong trinh dao")},
        {QStringLiteral("KR"),
         wordSet("kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang "
                 "ahn song ryu hong yi bae moon")},
        {QStringLiteral("CN"),
         wordSet(
             "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie")},
        {QStringLiteral("KH"),
         wordSet("sok chea chan heng kim meas keo chhim ouk pich seng sam chhay nhem prak mao ros yim touch chhun")}};
    static const QHash<QString, QString> like{{QStringLiteral("TW"), QStringLiteral("CN")},
                                              {QStringLiteral("HK"), QStringLiteral("CN")},
                                              {QStringLiteral("MO"), QStringLiteral("CN")},
                                              {QStringLiteral("KP"), QStringLiteral("KR")}};
    return common.value(like.value(country, country)).contains(foldText(word));
}

// Takes what stands in brackets or quotes, and "aka …", out of the text.
void takeOthers(QString& text, NameParts& parts)
{
    static const QRegularExpression aside(QStringLiteral("[(\\[\"“«]([^)\\]\"”»]+)[)\\]\"”»]"));
    static const QRegularExpression aka(
        QStringLiteral(
            "[,;]?\\s+(?:aka|a\\.k\\.a\\.?|a/k/a|alias|née|nee|also known as|known as|formerly|@)\\s+(.+)$"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto found = aside.match(text); found.hasMatch(); found = aside.match(text)) {
        static const QRegularExpression known(
            QStringLiteral("^(?:aka|a\\.k\\.a\\.?|alias|née|nee|also known as|known as|formerly)\\s+"),
            QRegularExpression::CaseInsensitiveOption);
        const QString inside = found.captured(1).simplified().remove(known);
        text.replace(found.capturedStart(), found.capturedLength(), QLatin1Char(' '));
        // Beside a name in that script, as in "王伟(已故)", it says something of the person.
        if (hasOtherScript(inside) && !hasLatin(inside) && hasLatin(text) && parts.ownScript.isEmpty())
            parts.ownScript = inside;
        else if (isTitle(inside))
            parts.title = inside;
        else if (!inside.isEmpty())
            parts.others.append(inside);
    }
    if (const auto found = aka.match(text); found.hasMatch()) {
        parts.others.append(found.captured(1).simplified());
        text.truncate(found.capturedStart());
    }
}

// "Sok Dara សុខ ដារ៉ា": the words of the other script are the name in own script.
void takeOwnScript(QString& text, NameParts& parts)
{
    if (!hasOtherScript(text))
        return;
    if (!hasLatin(text)) {
        if (parts.ownScript.isEmpty())
            parts.ownScript = text.simplified();
        text.clear();
        return;
    }
    QStringList latin;
    QStringList other;
    for (const QString& word : text.simplified().split(QLatin1Char(' ')))
        (hasOtherScript(word) ? other : latin).append(word);
    if (parts.ownScript.isEmpty())
        parts.ownScript = other.join(QLatin1Char(' '));
    text = latin.join(QLatin1Char(' '));
    while (text.endsWith(QLatin1Char('/')) || text.endsWith(QLatin1Char('-')) || text.endsWith(QLatin1Char(',')))
        text = text.chopped(1).trimmed();
}

QString wordsFrom(const QStringList& words, qsizetype from, qsizetype count = -1)
{
    return words.mid(from, count).join(QLatin1Char(' '));
}

void splitWords(const QStringList& words, const QString& country, NameParts& parts)
{
    if (words.size() < 2 || country == QLatin1String("MM")) {
        parts.given = wordsFrom(words, 0); // no family names in Myanmar
        return;
    }
    // Some words in capitals among others that are not: the family name.
    qsizetype capitals = 0;
    while (capitals < words.size() && isCapitals(words.at(capitals)))
        ++capitals;
    if (capitals > 0 && capitals < words.size()) {
        parts.family = wordsFrom(words, 0, capitals);
        parts.given = wordsFrom(words, capitals);
        return;
    }
    // The same at the end: "Hinano TAMA FAATAU", "Rosa DA COSTA".
    qsizetype last = words.size();
    while (last > 0 && (isCapitals(words.at(last - 1)) || isGeneration(words.at(last - 1))))
        --last;
    if (capitals == 0 && last > 0 && last < words.size() - 1 && isCapitals(words.at(last))) {
        parts.given = wordsFrom(words, 0, last);
        parts.family = wordsFrom(words, last);
        return;
    }
    if (isFamilyNameOf(words.first(), country) && !isFamilyNameOf(words.last(), country)) {
        parts.family = words.first();
        parts.given = wordsFrom(words, 1);
        return;
    }
    qsizetype from = words.size() - 1;
    if (isGeneration(words.last()) && words.size() > 2)
        --from;
    for (qsizetype i = 1; i < from; ++i) {
        if (isParticle(words.at(i))) {
            from = i;
            break;
        }
    }
    parts.given = wordsFrom(words, 0, from);
    parts.family = wordsFrom(words, from);
}

// Honorifics before and letters behind the name; what is left is the name.
QString withoutTitles(const QString& text, NameParts& parts)
{
    QString name = withoutListMarks(text.simplified());
    const QString letters = takeLetters(name);
    const QString title = takeTitle(name);
    if (!letters.isEmpty())
        parts.letters = letters;
    if (!title.isEmpty())
        parts.title = title;
    parts.isDeceased = parts.isDeceased || titleMeansDeceased(title);
    return name;
}

// "Reyes, Jr., Benigno", "Benigno Reyes, Jr.": the generation goes with the family name.
QStringList commaParts(const QString& name)
{
    QStringList parts;
    for (const QString& part : name.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString simple = part.simplified();
        if (simple.isEmpty())
            continue;
        if (!parts.isEmpty() && isGeneration(simple))
            parts.last() += QLatin1Char(' ') + simple;
        else
            parts.append(simple);
    }
    return parts;
}
} // namespace

NameParts splitFullName(const QString& text, const QString& country)
{
    NameParts parts;
    QString rest = text;
    parts.isDeceased = takeDeceased(rest);
    takeOthers(rest, parts);
    takeOwnScript(rest, parts);
    if (!parts.ownScript.isEmpty()) {
        if (const QString title = takeTitle(parts.ownScript); !title.isEmpty()) {
            parts.title = title;
            parts.isDeceased = parts.isDeceased || titleMeansDeceased(title);
        }
    }
    const QStringList pieces = commaParts(withoutTitles(rest, parts));
    if (pieces.size() >= 2) {
        parts.family = pieces.first();
        QString given = pieces.mid(1).join(QLatin1Char(' '));
        if (const QString title = takeTitle(given); !title.isEmpty())
            parts.title = title;
        parts.given = given;
        return parts;
    }
    splitWords(pieces.value(0).split(QLatin1Char(' '), Qt::SkipEmptyParts), country, parts);
    return parts;
}

NameParts splitFamilyGiven(const QString& text, const QString& country)
{
    if (text.contains(QLatin1Char(',')))
        return splitFullName(text, country);
    NameParts parts;
    QString rest = text;
    parts.isDeceased = takeDeceased(rest);
    takeOthers(rest, parts);
    takeOwnScript(rest, parts);
    const QStringList words = withoutTitles(rest, parts).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    parts.family = words.size() > 1 ? words.first() : QString();
    parts.given = words.size() > 1 ? wordsFrom(words, 1) : words.value(0);
    return parts;
}

} // namespace dtp
