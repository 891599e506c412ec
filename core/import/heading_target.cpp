// SPDX-License-Identifier: GPL-3.0-or-later
// What a heading asks for as a whole: known words, questions, two languages side by side.
#include <import/heading_words.h>

#include <cells/consent_words.h>
#include <cells/safety_words.h>
#include <cells/word_sets.h>
#include <import/import_mapping.h>

#include <base/text.h>

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

bool areAllIn(const QStringList& words, const WordSet& some)
{
    return std::all_of(words.begin(), words.end(), [&some](const QString& word) { return some.contains(word); });
}

QStringList wordsIn(const QString& key)
{
    return key.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

// A word that names a target, and those that may stand beside it without making it another thing. In this order:
// "WhatsApp phone" is WhatsApp.
struct KeyWord {
    const char* word;
    const char* target;
    const char* beside;
};
constexpr KeyWord keyWords[] = {
    {"whatsapp", "whatsapp", "number no phone mobile contact account telephone or"},
    {"signal", "signal", "number no phone mobile account"},
    {"telegram", "telegram", "number no handle username user account phone"},
    {"email", "email", "address addresses id contact second additional other e mail or and home electronic"},
    {"emails", "email", "address addresses contact other"},
    {"mail", "email", "e address addresses id contact second additional other or and home electronic"},
    {"phone", "phone",
     "number numbers no nos mobile telephone cell tel contact home landline direct line second additional other or "
     "and "
     "hand smart fixed house land day evening"},
    {"mobile", "phone", "number numbers no nos phone telephone cell tel contact second additional other or and home"},
    {"telephone", "phone",
     "number numbers no nos mobile cell tel contact second additional other home or and landline"},
    {"cell", "phone", "number numbers no phone mobile contact other or and"},
    {"handphone", "phone", "number no mobile"},
    {"tel", "phone", "number no nos mob mobile home contact or and"},
    {"fax", "phone", "number no home telephone tel phone or and"},
    {"facebook", "social", "account page profile name id link url username fb address"},
    {"linkedin", "social", "account page profile name id link url"},
    {"instagram", "social", "account page profile name id link handle"},
    {"surname", "family_name", "last family name or"},
    {"gender", "gender", "identity sex m f or"},
    {"sex", "gender", "gender m f or"},
    {"organisation", "organisation",
     "name full names institution group ngo agency company represented represent network and or"},
    {"organization", "organisation",
     "name full names institution group ngo agency company represented represent network and or"},
    {"issues", "issues", "human rights key areas worked working on or and"},
    {"skills", "skills", "key technical professional and expertise"},
    {"languages", "languages", "spoken speak speaks understood known read write written fluently fluent and or"},
    {"language", "languages", "spoken speak speaks fluently and or skills proficiency first native"},
    {"country", "country",
     "residence reside live living based home residing representing represent present or territory"},
};

QString byKeyWord(const QStringList& words)
{
    for (const KeyWord& keyWord : keyWords) {
        if (!words.contains(L1(keyWord.word)))
            continue;
        const WordSet beside = wordSet(keyWord.beside);
        const auto fits = [&](const QString& word) { return word == L1(keyWord.word) || beside.contains(word); };
        if (std::all_of(words.begin(), words.end(), fits))
            return QString::fromLatin1(keyWord.target);
        // Another key word may allow more: "mobile phone number".
    }
    return {};
}

// What a question has around the thing that it asks for. Only of questions for a thing: "Are you a member?" asks for
// none.
QStringList withoutQuestion(const QStringList& words)
{
    static const WordSet asks = wordSet("what which where");
    static const WordSet around =
        wordSet("what which where is are am do does did you your i we in at for from to with on "
                "have has belong work works reach the a s come please");
    if (words.isEmpty() || !hasAny(words.mid(0, 2), asks))
        return words;
    QStringList left;
    std::copy_if(words.begin(), words.end(), std::back_inserter(left),
                 [](const QString& word) { return !around.contains(word); });
    return left;
}

// "as in your passport", "please write clearly", "including country code": how to fill the cell in, not with what.
QString withoutManner(QString heading)
{
    static const QRegularExpression manner(
        QStringLiteral(
            "[\\s,;:(\\[–-]*\\b(?:exactly\\s+)?(?:as\\s+(?:it\\s+)?(?:appears?|per|in|on|shown|written|stated|"
            "given|printed)\\b.*|(?:with|including|incl\\.?|inc\\.?)\\s+(?:the\\s+)?(?:country|area|"
            "international|dialling)?\\s*codes?\\b.*|please\\s+(?:write|print|type|use|fill|give|enter|"
            "provide|specify|state|tick|check|indicate)\\b.*|in\\s+(?:capitals|capital letters|block "
            "letters|full|english|words|latin letters)\\b.*|if\\s+(?:any|available|applicable|known|you have "
            "(?:one|any))\\b.*)[)\\]]*\\s*\\??\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression beginning(
        QStringLiteral("^\\s*(?:please\\s+)?(?:enter|provide|write|type|give|state|fill in|indicate|list)\\s+"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression choice(QStringLiteral("[\\s(\\[]*\\by(?:es)?\\s*/\\s*n(?:o)?\\s*[)\\]]?\\s*$"),
                                           QRegularExpression::CaseInsensitiveOption);
    heading.remove(choice);
    // At the beginning it is the question itself: "Please tick if you agree".
    if (const auto match = manner.match(heading); match.hasMatch() && match.capturedStart() > 1)
        heading.truncate(match.capturedStart());
    return heading.remove(beginning);
}

// "Khmer name", "Name in Thai", "Full name (native script)"
bool isOwnScript(const QStringList& words)
{
    static const WordSet scripts = wordSet(
        "native script local characters letters vernacular khmer thai burmese myanmar lao lao chinese hanzi kanji "
        "hangul korean japanese arabic bengali bangla nepali devanagari hindi sinhala sinhalese tamil urdu dari "
        "pashto "
        "persian farsi mongolian russian cyrillic vietnamese dzongkha tibetan cambodian");
    static const WordSet own = wordSet("own native local mother national");
    static const WordSet languages = wordSet("language tongue script alphabet");
    static const WordSet beside = wordSet(
        "name full names in the your own native local mother national original language tongue script alphabet "
        "characters letters complete of family given first last surname s and or");
    if (!words.contains(L1("name")) && !words.contains(L1("names")))
        return false;
    if (!areAllIn(words, beside + scripts))
        return false;
    const bool isOfLanguage = hasAny(words, own) && hasAny(words, languages);
    static const WordSet vague = wordSet("native local");
    return isOfLanguage || hasAny(words, scripts - vague) || words.contains(L1("script"));
}

QString plainTarget(const QString& key)
{
    if (key.isEmpty())
        return {};
    if (const QString target = targetOfKey(key); !target.isEmpty())
        return target;
    const QStringList words = wordsIn(key);
    if (isOwnScript(words))
        return QStringLiteral("own_script_name");
    if (isAboutSomebodyElse(key))
        return {};
    const QString telling = tellingWords(key);
    if (const QString target = targetOfKey(telling); !telling.isEmpty() && !target.isEmpty())
        return target;
    const QStringList asked = wordsIn(tellingWords(withoutQuestion(words).join(QLatin1Char(' '))));
    if (const QString target = targetOfKey(asked.join(QLatin1Char(' '))); !asked.isEmpty() && !target.isEmpty())
        return target;
    return asked.size() <= 8 ? byKeyWord(asked) : QString();
}

bool isLatin(QChar c)
{
    return c.script() == QChar::Script_Latin;
}

bool isOtherScript(QChar c)
{
    return c.isLetter() && !isLatin(c) && c.script() != QChar::Script_Common && c.script() != QChar::Script_Inherited;
}

// "Nom / Name", "ឈ្មោះ Name", "姓名 (Name)": each side by itself.
QStringList sidesOf(const QString& heading)
{
    static const QRegularExpression separators(QStringLiteral("[/|\\n()\\[\\]（）【】·:：]|\\s[-–—]\\s"));
    QStringList sides;
    for (const QString& side : heading.split(separators, Qt::SkipEmptyParts)) {
        // Where the script changes the language does.
        QString part;
        bool hasLatin = false;
        bool hasOther = false;
        for (const QChar c : side) {
            if ((isLatin(c) && hasOther) || (isOtherScript(c) && hasLatin)) {
                sides.append(std::exchange(part, QString()));
                hasLatin = hasOther = false;
            }
            hasLatin = hasLatin || isLatin(c);
            hasOther = hasOther || isOtherScript(c);
            part += c;
        }
        sides.append(part);
    }
    sides.erase(
        std::remove_if(sides.begin(), sides.end(), [](const QString& side) { return foldedHeading(side).isEmpty(); }),
        sides.end());
    return sides;
}

// Two things in one column that one reader understands; empty where they are not.
QString together(const QStringList& targets)
{
    static const QStringList contacts{QStringLiteral("whatsapp"), QStringLiteral("signal"), QStringLiteral("telegram"),
                                      QStringLiteral("email"),    QStringLiteral("phone"),  QStringLiteral("social")};
    const auto only = [&targets](const QStringList& some) {
        return std::all_of(targets.begin(), targets.end(), [&some](const QString& t) { return some.contains(t); });
    };
    if (only(contacts))
        return *std::find_if(contacts.begin(), contacts.end(), [&](const QString& t) { return targets.contains(t); });
    if (targets == QStringList{QStringLiteral("family_name"), QStringLiteral("given_name")})
        return QStringLiteral("family_given");
    if (targets == QStringList{QStringLiteral("given_name"), QStringLiteral("family_name")})
        return QStringLiteral("full_name");
    static const QStringList names{QStringLiteral("full_name"), QStringLiteral("family_name"),
                                   QStringLiteral("given_name"), QStringLiteral("own_script_name")};
    if (targets.contains(QStringLiteral("full_name")) && only(names))
        return QStringLiteral("full_name");
    static const QStringList programs{QStringLiteral("program_title"), QStringLiteral("program_year")};
    return only(programs) ? programs.first() : QString();
}

// An English word of some heading: what stands beside it in English is no translation of it.
bool isHeadingWord(const QString& word)
{
    static const WordSet all = [] {
        WordSet words =
            wordSet("contact person number code status type date id details position number total policy address "
                    "school children staff age amount reason other");
        for (const ImportTarget& target : importTargets()) {
            for (const QString& one : wordsOf(foldText(target.label())))
                words.insert(one);
        }
        return words;
    }();
    return all.contains(word);
}

QString bySides(const QString& heading)
{
    const QStringList sides = sidesOf(heading);
    if (sides.size() < 2)
        return {};
    QStringList targets;
    for (const QString& side : sides) {
        const QString key = foldedHeading(side);
        const QString target = plainTarget(key);
        const QStringList words = wordsIn(key);
        if (target.isEmpty() && std::any_of(words.begin(), words.end(), &isHeadingWord))
            return {};
        if (!target.isEmpty() && !targets.contains(target))
            targets.append(target);
    }
    return targets.size() == 1 ? targets.first() : targets.isEmpty() ? QString() : together(targets);
}

// By what is known of the heading, whatever else stands in it.
QString nearestTarget(const QString& heading)
{
    if (isReasonHeading(heading))
        return QStringLiteral("ignore");
    const QString whole = foldedHeading(heading);
    if (const QString target = targetOfKey(whole); !target.isEmpty())
        return target;
    if (isOwnScript(wordsIn(whole)))
        return QStringLiteral("own_script_name");
    const QString plain = withoutManner(heading);
    const QString key = headingKey(plain);
    // Before small words are left out: "not" is none of them.
    if (const QString target = targetOfKey(key); !target.isEmpty())
        return isAboutSomebodyElse(foldedHeading(plain)) && !isAboutSomebodyElse(key) ? QString() : target;
    if (const QString flag = flagTarget(foldedHeading(plain)); !flag.isEmpty())
        return flag;
    if (const QString consent = consentTarget(offersAnswers(whole) ? whole : foldedHeading(plain)); !consent.isEmpty())
        return consent;
    if (asksForDanger(wordsIn(whole)))
        return QStringLiteral("safety_level");
    if (isAboutSomebodyElse(key))
        return {};
    if (const QString target = plainTarget(key); !target.isEmpty())
        return target;
    return bySides(plain);
}

bool isConsent(const QString& target)
{
    return target.startsWith(L1("consent."));
}
} // namespace

QString targetOfHeading(const QString& heading)
{
    const QString nearest = nearestTarget(heading);
    const QString whole = foldedHeading(heading) + (crossesOut(heading) ? QStringLiteral(" no") : QString());
    if (!isConsent(nearest) || targetOfKey(whole) == nearest)
        return nearest;
    // "Publicity (tick to refuse)"
    QStringList known;
    for (const QString& one : importTarget(nearest)->headings)
        known.append(foldedHeading(one));
    return exactTarget(whole, nearest.mid(nearest.indexOf(QLatin1Char('.')) + 1), known);
}

bool isUnreadWish(const QString& heading)
{
    return !consentTarget(headingKey(heading)).isEmpty() || isNarrowedConsent(heading);
}

bool isNarrowedConsent(const QString& heading)
{
    return isConsent(nearestTarget(heading)) && targetOfHeading(heading) == L1("notes");
}

HeadingWish wishOfHeading(const QString& heading)
{
    if (targetOfHeading(heading) != L1("notes") || !isUnreadWish(heading))
        return {};
    const QString nearest = nearestTarget(heading);
    if (isConsent(nearest))
        return {{nearest.mid(nearest.indexOf(QLatin1Char('.')) + 1)}, false, false};
    return wishIn(foldedHeading(heading));
}

} // namespace dtp
