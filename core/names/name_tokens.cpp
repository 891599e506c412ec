// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/name_tokens.h>

#include <base/text.h>

#include <QCoreApplication>
#include <QSet>
#include <QStringList>
#include <algorithm>

namespace dtp
{

namespace
{
char32_t codePointAt(const QString& text, qsizetype i, qsizetype& length)
{
    const QChar c = text.at(i);
    if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
        length = 2;
        return QChar::surrogateToUcs4(c, text.at(i + 1));
    }
    length = 1;
    return c.unicode();
}

// Signs that people do not see and that folding drops: they do not end a word.
bool isInvisible(char32_t c)
{
    return c >= 0x80 && (QChar::category(c) == QChar::Other_Format || c == 0x00AD);
}

// Apostrophes that Unicode counts among the letters.
bool isLetterApostrophe(char32_t c)
{
    return c == 0x02BB || c == 0x02BC || c == 0x02BE || c == 0x02BF || c == 0xA78C;
}

// Most texts are ASCII, of which no tables need be asked.
constexpr char32_t beyondAscii = 0x80;

bool isAsciiCapital(char32_t c)
{
    return c >= U'A' && c <= U'Z';
}

bool isAsciiLetter(char32_t c)
{
    return isAsciiCapital(c) || (c >= U'a' && c <= U'z');
}

bool isWordSign(char32_t c)
{
    if (c < beyondAscii)
        return isAsciiLetter(c) || (c >= U'0' && c <= U'9');
    return !isLetterApostrophe(c) && (QChar::isLetterOrNumber(c) || QChar::isMark(c) || isInvisible(c));
}

bool isCapital(char32_t c)
{
    return c < beyondAscii ? isAsciiCapital(c) : QChar::category(c) == QChar::Letter_Uppercase;
}

bool beginsName(char32_t c)
{
    if (c < beyondAscii)
        return isAsciiCapital(c);
    const QChar::Category category = QChar::category(c);
    return category == QChar::Letter_Uppercase || category == QChar::Letter_Titlecase ||
           category == QChar::Letter_Other;
}

// What does not end a word of the script that it stands in; East Asian scripts are mixed within one word.
QChar::Script scriptOf(char32_t c)
{
    if (c < beyondAscii)
        return isAsciiLetter(c) ? QChar::Script_Latin : QChar::Script_Common;
    const QChar::Script script = QChar::script(c);
    switch (script) {
    case QChar::Script_Inherited:
        return QChar::Script_Common;
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
        return QChar::Script_Han;
    default:
        return script;
    }
}

// What foldText() makes of one word.
QString foldedOf(QStringView word)
{
    const bool isPlain = std::all_of(word.begin(), word.end(), [](QChar c) {
        return isAsciiLetter(c.unicode()) || (c.unicode() < beyondAscii && c.isDigit());
    });
    if (!isPlain)
        return foldText(word.toString());
    QString folded(word.size(), Qt::Uninitialized);
    std::transform(word.begin(), word.end(), folded.begin(), [](QChar c) {
        return isAsciiCapital(c.unicode()) ? QChar(static_cast<ushort>(c.unicode() - u'A' + u'a')) : c;
    });
    return folded;
}

// Few words that every word of a text is compared with: in order, which is quicker than hashing each.
class SortedWords
{
public:
    explicit SortedWords(const QString& words) : m_words(words.split(QLatin1Char(' '), Qt::SkipEmptyParts))
    {
        std::sort(m_words.begin(), m_words.end());
    }
    bool contains(QStringView word) const { return std::binary_search(m_words.begin(), m_words.end(), word); }

private:
    QStringList m_words;
};

bool isParticle(QStringView word)
{
    static const SortedWords particles(
        QStringLiteral("al el bin binti bint binte ibn abu de da do dos das del della der di du la le van von "
                       "den ter y e a s d o p u bt b st san wa ul ur ud uz us"));
    return word.size() <= 5 && particles.contains(word);
}

// What stands before a family name or a given name of somebody who is known by it.
bool isTitle(QStringView word)
{
    static const SortedWords titles(QStringLiteral(
        "mr mrs ms miss mx dr prof professor doctor sir madam madame dame lord lady rev reverend fr father sr "
        "sister br brother pastor bishop imam sheikh sheik shaikh haji hajji hajjah datuk dato datin tun puan "
        "encik cik tuan u daw ma ko maung lok neak oknha khun nai nang phra ajarn bapak ibu pak bu kuya ate kak "
        "mas mbak shri sri smt shrimati begum bibi adv advocate atty attorney hon honourable honorable judge "
        "justice capt captain col colonel gen general maj major lt lieutenant sgt sergeant chief minister senator "
        "president ambassador director mme mlle m monsieur mademoiselle senor senora senorita sra srta don dona "
        "herr frau ven venerable ratu adi tui afioga susuga uncle aunt aunty auntie comrade mp sdr sdri bpk kyai "
        "kiai ustad ustadz mullah mawlawi sayadaw"));
    return word.size() <= 12 && titles.contains(foldedOf(word));
}

bool isApostrophe(char16_t u)
{
    return u == u'\'' || u == u'\u2019' || u == u'\u2018' || u == u'`' || u == u'\u00B4' || u == u'\u2032' ||
           u == u'\u02BB' || u == u'\u02BC' || u == u'\u02BE' || u == u'\u02BF' || u == u'\uA78C' || u == u'\uFF07';
}

bool isHyphen(char16_t u)
{
    return u == u'-' || (u >= u'\u2010' && u <= u'\u2013') || u == u'\u2212' || u == u'\uFE63' || u == u'\uFF0D' ||
           u == u'\u00B7' || u == u'\u2027' || u == u'\u30FB' || u == u'\u0F0B';
}

bool glues(QStringView between)
{
    return between.isEmpty() ||
           (between.size() == 1 && (isApostrophe(between.at(0).unicode()) || isHyphen(between.at(0).unicode())));
}

// Whether two words that are this far apart can belong to one name: white space, hyphens, apostrophes, one comma
// ("Sok, Dara"), a slash ("s/o"), a full stop after something short ("Md. Rahman").
bool joins(QStringView between, const NameToken& before)
{
    const QStringView signs = between.trimmed();
    if (signs.size() > 4 || between.size() > 40)
        return false;
    if (between == u".") // "Dara.Sok"
        return true;
    const bool isEnding = before.isGlued && !before.isNameLike; // "Mali's. Then"
    return std::all_of(signs.begin(), signs.end(), [&](QChar c) {
        const char16_t u = c.unicode();
        return c.isSpace() || isApostrophe(u) || isHyphen(u) || u == u',' || u == u'\u060C' || u == u'\u3001' ||
               u == u'/' || u == u'*' || u == u'_' ||
               ((u == u'.' || u == u'\uFF0E') && (before.isTitle || (before.size() <= 3 && !isEnding)));
    });
}

// Marks round a nickname: Dara “Bong” Sok, Dara (Bong) Sok.
bool isNear(QStringView between)
{
    const QStringView signs = between.trimmed();
    return signs.size() <= 4 && std::all_of(signs.begin(), signs.end(), [](QChar c) {
               return c.isSpace() || isApostrophe(c.unicode()) || QStringView(u"\"“”„«»()[]‹›").contains(c);
           });
}

// Whether a list goes on behind what stands between two words; "and" is a word of its own.
bool separatesItems(QStringView between)
{
    return std::any_of(between.begin(), between.end(), [](QChar c) { return QStringView(u",;/&|\n()").contains(c); });
}

// From a sign of a word to behind its last.
NameToken wordAt(const QString& text, qsizetype i, bool atScripts)
{
    qsizetype length = 1;
    char32_t c = codePointAt(text, i, length);
    NameToken token;
    token.from = i;
    token.isNameLike = beginsName(c);
    token.isHan = QChar::script(c) == QChar::Script_Han;
    token.isHangul = QChar::script(c) == QChar::Script_Hangul;
    token.isCapitals = true;
    QChar::Script script = QChar::Script_Common;
    while (i < text.size() && isWordSign(c = codePointAt(text, i, length))) {
        const QChar::Script here = scriptOf(c);
        if (atScripts && here != QChar::Script_Common && script != QChar::Script_Common && here != script)
            break;
        if (here != QChar::Script_Common)
            script = here;
        token.isCapitals =
            token.isCapitals && (isCapital(c) || (c >= beyondAscii && (QChar::isMark(c) || isInvisible(c))));
        i += length;
    }
    token.to = i;
    return token;
}

// andWord: as the language of the program has it.
void relate(NameToken& token, const NameToken& before, const QString& text, const QString& andWord)
{
    const auto isAnd = [&](QStringView one) { return one == u"and" || one == andWord; };
    const QStringView between = QStringView(text).mid(before.to, token.from - before.to);
    const QStringView word = QStringView(text).mid(token.from, token.size());
    token.joinsPrevious = joins(between, before);
    token.isNearPrevious = token.joinsPrevious || isNear(between);
    token.isBehindComma = QStringView(between).contains(u',') || between.contains(u'\u060C') ||
                          between.contains(u'\u3001') || between.contains(u'/');
    token.isGlued = glues(between);
    // "Na-young", "Fa'afetai", though not "Mali's".
    if (token.isGlued && before.isNameLike && token.size() > 1)
        token.isNameLike = true;
    token.startsItem =
        separatesItems(between) || isAnd(word) || isAnd(QStringView(text).mid(before.from, before.size()));
}
} // namespace

std::vector<NameToken> nameTokensOf(const QString& text, bool atScripts)
{
    std::vector<NameToken> tokens;
    const QString andWord = QCoreApplication::translate("Disclosure", "and");
    for (qsizetype i = 0; i < text.size();) {
        qsizetype length = 1;
        const char32_t c = codePointAt(text, i, length);
        if (!isWordSign(c) || isInvisible(c)) {
            i += length;
            continue;
        }
        NameToken token = wordAt(text, i, atScripts);
        i = token.to;
        const QStringView word = QStringView(text).mid(token.from, token.size());
        token.isTitle = isTitle(word);
        token.startsItem = tokens.empty();
        const bool beganSmall = !token.isNameLike;
        if (!tokens.empty())
            relate(token, tokens.back(), text, andWord);
        token.isParticle = beganSmall && isParticle(word);
        tokens.push_back(token);
    }
    return tokens;
}

QString foldedWord(const QString& text, const NameToken& token)
{
    const QStringView word = QStringView(text).mid(token.from, token.size());
    return wordsOf(foldedOf(word)).join(QString());
}

bool mixesAlphabets(const QString& text)
{
    QChar::Script before = QChar::Script_Common;
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < beyondAscii; }))
        return false;
    for (const QChar c : text) {
        if (!c.isLetter()) {
            if (!c.isMark())
                before = QChar::Script_Common;
            continue;
        }
        const QChar::Script script = c.script();
        const bool isAlphabet =
            script == QChar::Script_Latin || script == QChar::Script_Cyrillic || script == QChar::Script_Greek;
        if (isAlphabet && before != QChar::Script_Common && before != script)
            return true;
        before = isAlphabet ? script : QChar::Script_Common;
    }
    return false;
}

bool isEverydayWord(const QString& folded)
{
    static const QSet<QString> words = [] {
        const QStringList all =
            QStringLiteral(
                "a i an and are as at ban be bill but by can do for from go grace had hang has have he her him "
                "his hope hung i if in is it joy king lang law lay lee lie long love man many mark may me men "
                "mercy mine much my nine no noble not of on one or our out own per pray prince queen rose sad "
                "say see she sin singh sing so son song soon sue sun sung than that the them then they thin "
                "this tin to too two under us van was we west who will win with wong would yes young you")
                .split(QLatin1Char(' '));
        return QSet<QString>(all.begin(), all.end());
    }();
    return words.contains(folded);
}

bool isNamedBehind(const QString& text, const NameToken& title, const NameToken& token)
{
    static const SortedWords titles(QStringLiteral("mr mrs ms mx miss dr mme mlle"));
    static const SortedWords offices(
        QStringLiteral("chair chairman chairwoman chairperson president secretary speaker vice"));
    return title.isTitle && token.size() > 1 && titles.contains(foldedWord(text, title)) &&
           text.at(token.from).isLetter() && !offices.contains(foldedWord(text, token));
}

bool canBeName(const std::vector<NameToken>& tokens, size_t first, size_t last)
{
    if (!tokens[first].isNameLike || !tokens[last].isNameLike)
        return false;
    for (size_t i = first; i <= last; ++i) {
        if (!tokens[i].isNameLike && !tokens[i].isParticle)
            return false;
        if (i > first && !tokens[i].joinsPrevious)
            return false;
    }
    return true;
}

bool isSentence(const QString& text)
{
    constexpr qsizetype fewest = 4;
    return text.count(QLatin1Char(' ')) + 1 >= fewest;
}

} // namespace dtp
