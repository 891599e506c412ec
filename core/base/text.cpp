// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>

#include <QHash>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace dtp
{

namespace
{
icu::UnicodeString fromQt(const QString& text)
{
    return icu::UnicodeString(reinterpret_cast<const UChar*>(text.utf16()), static_cast<int32_t>(text.size()));
}

QString toQt(const icu::UnicodeString& text)
{
    return QString(reinterpret_cast<const QChar*>(text.getBuffer()), text.length());
}

bool isAscii(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// Letters that Unicode does not decompose but that people type without their stroke.
const char16_t* withoutStroke(UChar32 c)
{
    switch (c) {
    case 0x00DF:
        return u"ss";
    case 0x00E6:
        return u"ae";
    case 0x00F0:
        return u"d";
    case 0x00F8:
        return u"o";
    case 0x00FE:
        return u"th";
    case 0x0111:
        return u"d";
    case 0x0127:
        return u"h";
    case 0x0131:
        return u"i";
    case 0x0142:
        return u"l";
    case 0x0153:
        return u"oe";
    case 0x0167:
        return u"t";
    case 0x01A1:
        return u"o"; // reached only where a font wrote it without its composition
    case 0x06A9:
        return u"\u0643"; // keheh and Farsi yeh: the kaf and yeh of other keyboards
    case 0x06CC:
        return u"\u064A";
    case 0x02BB:
    case 0x02BC:
    case 0x2018:
    case 0x2019:
        return u"'";
    default:
        return nullptr;
    }
}

bool isInvisible(UChar32 c)
{
    return c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF || c == 0x00AD || c == 0x061C ||
           c == 0x0640 || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// A combining mark of a script whose words people also write without it.
bool isAccent(UChar32 mark, UScriptCode base)
{
    if (u_charType(mark) != U_NON_SPACING_MARK)
        return false;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode own = uscript_getScript(mark, &status);
    const UScriptCode script = own == USCRIPT_INHERITED ? base : own;
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC ||
           script == USCRIPT_COMMON || script == USCRIPT_ARABIC || script == USCRIPT_HEBREW;
}

// As simplified().toLower(), in one go: most of what an import and the index fold is ASCII.
QString simplifiedAsciiLower(const QString& text)
{
    QString lower(text.size(), Qt::Uninitialized);
    QChar* end = lower.data();
    bool isSpace = true; // at the beginning they are left out
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (c.isSpace()) {
            if (!isSpace)
                *end++ = QLatin1Char(' ');
            isSpace = true;
            continue;
        }
        *end++ = QChar(unit >= u'A' && unit <= u'Z' ? static_cast<char16_t>(unit + (u'a' - u'A')) : unit);
        isSpace = false;
    }
    if (isSpace && end != lower.constData())
        --end;
    lower.truncate(end - lower.constData());
    return lower;
}

// And without the signs that transliterations put for glottal stops.
QString withoutApostrophes(QString folded)
{
    folded.remove(QLatin1Char('\'')).remove(QChar(0x02BE)).remove(QChar(0x02BF)).remove(QChar(0x00B7));
    return folded.simplified();
}

bool isLatin(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        const auto script = c.script();
        return !c.isSurrogate() &&
               (script == QChar::Script_Latin || script == QChar::Script_Common || script == QChar::Script_Inherited);
    });
}

// Transliteration is slow (some 100,000 instructions), and names are made of the same words over and over.
QString latinWord(const QString& word)
{
    if (isLatin(word))
        return foldText(word);
    constexpr qsizetype mostWords = 8192;
    constexpr qsizetype longestWord = 64;
    thread_local QHash<QString, QString> known;
    if (const auto found = known.constFind(word); found != known.constEnd())
        return *found;
    // A transliterator is not safe to share between threads.
    thread_local const std::unique_ptr<icu::Transliterator> toLatin = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("si-si_Latn; Any-Latin", UTRANS_FORWARD, status));
    }();
    icu::UnicodeString letters = fromQt(word);
    if (toLatin)
        toLatin->transliterate(letters);
    const QString latin = foldText(toQt(letters));
    if (known.size() >= mostWords)
        known.clear();
    if (word.size() <= longestWord)
        known.insert(word, latin);
    return latin;
}

const icu::Normalizer2* nfkd()
{
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKDInstance(status);
}
} // namespace

QString foldText(const QString& text)
{
    if (isAscii(text))
        return simplifiedAsciiLower(text);
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString apart = nfkd()->normalize(fromQt(text).foldCase(), status);
    // Again, because compatibility forms hide capitals (mathematical and superscript letters), and those hide accents.
    apart = nfkd()->normalize(apart.foldCase(), status);
    icu::UnicodeString folded;
    UScriptCode base = USCRIPT_COMMON;
    for (int32_t i = 0; i < apart.length();) {
        const UChar32 c = apart.char32At(i);
        i += U16_LENGTH(c);
        if (isInvisible(c))
            continue;
        if (U_GET_GC_MASK(c) & U_GC_M_MASK) {
            if (!isAccent(c, base))
                folded.append(c);
            continue;
        }
        UErrorCode scriptStatus = U_ZERO_ERROR;
        base = uscript_getScript(c, &scriptStatus);
        if (const char16_t* plain = withoutStroke(c))
            folded.append(plain, -1);
        else
            folded.append(c);
    }
    // Hangul and others come together again, so that syllables are compared and not their parts.
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    return toQt(nfc->normalize(folded, status)).simplified();
}

QString foldToLatin(const QString& text)
{
    if (isAscii(text))
        return withoutApostrophes(simplifiedAsciiLower(text));
    QStringList words;
    const QStringList given = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : given)
        words.append(isAscii(word) ? word.toLower() : latinWord(word));
    return withoutApostrophes(words.join(QLatin1Char(' ')));
}

QStringList wordsOf(const QString& folded)
{
    QStringList words;
    qsizetype start = -1; // of the word that goes on
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const QChar c = folded.at(i);
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            start = start < 0 ? i : start;
        else if (start >= 0)
            words.append(folded.mid(std::exchange(start, -1), i - start));
    }
    if (start >= 0)
        words.append(folded.mid(start));
    return words;
}

QString withoutControls(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const char16_t u = c.unicode();
        if (u == u'\r' && (i + 1 == text.size() || text.at(i + 1) != QLatin1Char('\n'))) {
            clean += QLatin1Char('\n'); // a line end of old files: dropped, it would join two words
            continue;
        }
        const bool control = (u < 0x20 && u != u'\t' && u != u'\n') || (u >= 0x7F && u <= 0x9F) ||
                             (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0xFFFE ||
                             u == 0xFFFF;
        if (!control)
            clean += c;
    }
    return clean;
}

} // namespace dtp
