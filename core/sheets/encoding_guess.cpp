// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/encoding_guess.h>

#include <QHash>
#include <QSet>
#include <array>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <vector>

namespace dtp
{

namespace
{
// Where the commonest signs of an encoding of two bytes begin and end, by the first byte; and signs of names.
struct DoubleByte {
    const char* name;
    unsigned char first;
    unsigned char last;
    unsigned char leastSecond; // of common signs
    const char* common;
};
constexpr const char* japaneseSigns =
    "佐藤鈴木高橋田中伊渡辺山本村小林加吉子美健一大川井氏名国性別男女松清森池阿部石原前長谷岡島咲恵裕太郎次真由";
constexpr std::array doubleBytes{
    DoubleByte{"GB18030", 0xB0, 0xD7, 0xA1,
               "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾萧田董潘袁蒋蔡余杜叶程苏魏吕丁任沈姚卢"
               "姜崔钟谭陆汪范石廖"
               "贾夏韦付方白邹孟熊秦邱江尹薛阎国中人姓名男女家电邮小大明华晓梅建文志美丽红玉春秀英军伟强芳敏静云平海生"
               "会组织社工权阳欧"},
    DoubleByte{"Big5", 0xA4, 0xC6, 0x40,
               "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何林高羅鄭梁謝宋唐許鄧韓馮曹彭曾蕭田董潘袁於蔣蔡余杜葉程蘇魏呂丁任沈姚"
               "盧姜崔鍾譚陸人權"
               "促進會美玲玉華志強明國中文家電女男姓名勞工組織陣線怡君雅婷俊宏淑芬惠"},
    DoubleByte{"Shift_JIS", 0x88, 0x97, 0x40, japaneseSigns}, DoubleByte{"EUC-JP", 0xB0, 0xCF, 0xA1, japaneseSigns},
    DoubleByte{"EUC-KR", 0xB0, 0xC8, 0xA1,
               "김이박최정강조윤장임한오서신권황안송류홍지현민준은영수미경희진성호연주하우원선아혜나유재동인상대국기단"
               "체훈명름별"}};

// Encodings of one byte, and the script that they are for.
struct SingleByte {
    const char* name;
    char16_t first;
    char16_t last;
};
constexpr std::array singleBytes{SingleByte{"windows-874", 0x0E01, 0x0E5B}, SingleByte{"windows-1251", 0x0401, 0x0491},
                                 SingleByte{"windows-1256", 0x0600, 0x06FF}};

// What a country that is named speaks for; "\0" ends the list of words.
struct Place {
    const char* words; // separated by "|"
    const char* encoding;
};
constexpr std::array places{
    Place{"taiwan|hong kong|macau|macao", "Big5"},
    Place{"china", "GB18030"},
    Place{"japan", "Shift_JIS"},
    Place{"japan", "EUC-JP"},
    Place{"korea", "EUC-KR"},
    Place{"thailand", "windows-874"},
    Place{"vietnam|viet nam", "windows-1258"},
    Place{"kyrgyz|kazakh|russia|mongolia|tajik|uzbek|ukrain|belarus|bulgaria|turkmen", "windows-1251"},
    Place{"egypt|afghan|iran|pakistan|jordan|palestin|iraq|yemen|lebanon|syria|morocco|tunisia|sudan|libya|algeria|"
          "saudi|kuwait|bahrain|oman|qatar",
          "windows-1256"}};

QSet<QString> encodingsOfPlaces(const QByteArray& sample)
{
    const QByteArray lower = sample.toLower();
    QSet<QString> found;
    for (const Place& place : places) {
        for (const QByteArray& word : QByteArray(place.words).split('|')) {
            if (lower.contains(word))
                found.insert(QLatin1String(place.encoding));
        }
    }
    return found;
}

// The text, or nothing where a byte has no place in the encoding.
QString decoded(const QByteArray& bytes, const char* encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &status);
    if (U_FAILURE(status))
        return {};
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    QString text(bytes.size() + 1, Qt::Uninitialized);
    const int32_t size =
        ucnv_toUChars(converter, reinterpret_cast<UChar*>(text.data()), static_cast<int32_t>(text.size()),
                      bytes.constData(), static_cast<int32_t>(bytes.size()), &status);
    ucnv_close(converter);
    if (U_FAILURE(status))
        return {};
    text.truncate(size);
    return text;
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

// How well a text reads as one in Latin letters: accented letters among plain ones, and the quotes of typography.
double latinScore(const QString& text)
{
    static const QString usual = QString::fromUtf8("áàâãäåçéèêëíìîïñóòôõöøúùûüýÿÁÀÂÃÄÅÇÉÈÊËÍÌÎÏÑÓÒÔÕÖØÚÙÛÜÝßæÆœŒšŠžŽ");
    static const QString signs = QString::fromUtf8("“”‘’–—…•°ºª½§·«»€£© ");
    double good = 0;
    int all = 0;
    int run = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.unicode() < 0x80) {
            run = 0;
            continue;
        }
        ++all;
        ++run;
        const bool isBeside = (i > 0 && isAsciiLetter(text.at(i - 1))) ||
                              (i + 1 < text.size() && isAsciiLetter(text.at(i + 1))) ||
                              (i > 0 && usual.contains(text.at(i - 1)));
        if (run <= 2 && usual.contains(c) && isBeside)
            good += c.isUpper() && i > 0 && text.at(i - 1).isLower() ? 0.3 : 1;
        else if (run <= 2 && signs.contains(c))
            good += 0.9;
    }
    return all == 0 ? 0 : good / all;
}

// Of encodings of two bytes: how much of the text is common signs, and signs of names.
double doubleByteScore(const QByteArray& bytes, const DoubleByte& encoding)
{
    const QString text = decoded(bytes, encoding.name);
    if (text.isEmpty())
        return 0;
    const bool isEucJp = qstrcmp(encoding.name, "EUC-JP") == 0;
    const bool isShiftJis = qstrcmp(encoding.name, "Shift_JIS") == 0;
    int pairs = 0;
    int common = 0;
    int kana = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto first = static_cast<unsigned char>(bytes.at(i));
        if (first < 0x80)
            continue;
        ++pairs;
        if (isShiftJis && first >= 0xA1 && first <= 0xDF) // half-width kana: one byte, and rare
            continue;
        const auto second = static_cast<unsigned char>(i + 1 < bytes.size() ? bytes.at(i + 1) : '\0');
        const bool isKana = (isEucJp && (first == 0xA4 || first == 0xA5)) ||
                            (isShiftJis && ((first == 0x82 && second >= 0x9F) || first == 0x83));
        kana += isKana;
        common += isKana || (first >= encoding.first && first <= encoding.last && second >= encoding.leastSecond);
        ++i;
    }
    const QString listed = QString::fromUtf8(encoding.common);
    const auto known =
        std::count_if(text.begin(), text.end(), [&](QChar c) { return c.unicode() >= 0x80 && listed.contains(c); });
    // No other script has the same byte before every second one.
    const double ofKana = isEucJp && kana * 2 > pairs ? 1 : 0;
    return pairs == 0 ? 0 : (common + 1.5 * static_cast<double>(known)) / pairs + ofKana;
}

// Vowel signs of Thai stand upon a letter; letters of Cyrillic do not change to capitals within a word.
bool isOutOfPlace(QChar c, QChar before, const char* encoding)
{
    if (qstrcmp(encoding, "windows-874") == 0) {
        const auto code = c.unicode();
        const bool isUpon = code == 0x0E31 || (code >= 0x0E34 && code <= 0x0E3A) || (code >= 0x0E47 && code <= 0x0E4E);
        const bool afterLeading = before.unicode() >= 0x0E40 && before.unicode() <= 0x0E44;
        const bool isConsonant = code >= 0x0E01 && code <= 0x0E2E;
        return (isUpon && (before.unicode() < 0x0E01 || before.unicode() > 0x0E4E)) || (afterLeading && !isConsonant);
    }
    if (qstrcmp(encoding, "windows-1251") == 0) {
        const auto code = c.unicode();
        const bool isUsual = (code >= 0x0410 && code <= 0x044F) || code == 0x0401 || code == 0x0451;
        return !isUsual || (c.isUpper() && before.isLower());
    }
    return false;
}

double singleByteScore(const QByteArray& bytes, const SingleByte& encoding)
{
    const QString text = decoded(bytes, encoding.name);
    int all = 0;
    int good = 0;
    int wrong = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.unicode() < 0x80)
            continue;
        ++all;
        const bool isOwn = c.unicode() >= encoding.first && c.unicode() <= encoding.last;
        good += isOwn;
        wrong += !isOwn || isOutOfPlace(c, i > 0 ? text.at(i - 1) : QChar(), encoding.name);
    }
    if (all < 4)
        return 0;
    return double(good) / all - 3.0 * wrong / all + (wrong == 0 ? 0.8 : 0);
}

// Windows-1258 writes the tones of Vietnamese as signs behind the vowel.
bool hasVietnameseTones(const QByteArray& bytes)
{
    static const QByteArray vowels("aeiouyAEIOUY\xE2\xEA\xF4\xE3\xF5\xFD\xE0");
    static const QByteArray tones("\xCC\xD2\xDE\xEC\xF2");
    for (qsizetype i = 1; i < bytes.size(); ++i) {
        if (tones.contains(bytes.at(i)) && vowels.contains(bytes.at(i - 1)))
            return true;
    }
    return false;
}
} // namespace

QString guessedEncoding(const QByteArray& sample)
{
    const QSet<QString> likely = encodingsOfPlaces(sample);
    // A sign of two bytes must not be cut at the end.
    const QByteArray bytes = sample.left(std::max<qsizetype>(sample.lastIndexOf('\n'), 0) + 1);
    const QByteArray& text = bytes.count('\n') > 0 ? bytes : sample;
    if (likely.contains(QStringLiteral("windows-1258")) && hasVietnameseTones(text))
        return QStringLiteral("windows-1258");
    QString best = QStringLiteral("windows-1252");
    double most = std::max(latinScore(decoded(text, "windows-1252")) * 2.0, 0.9);
    const auto consider = [&](const char* name, double score) {
        if (score > 0 && likely.contains(QLatin1String(name)))
            score += 1;
        if (score > most + 0.05) {
            most = score;
            best = QLatin1String(name);
        }
    };
    for (const char* latin : {"macintosh", "IBM850"})
        consider(latin, latinScore(decoded(text, latin)) * 2.0 - 0.1);
    for (const SingleByte& encoding : singleBytes)
        consider(encoding.name, singleByteScore(text, encoding));
    for (const DoubleByte& encoding : doubleBytes)
        consider(encoding.name, doubleByteScore(text, encoding));
    return best;
}

} // namespace dtp
