// SPDX-License-Identifier: GPL-3.0-or-later
#include <words/own_scripts.h>

#include <base/han_characters.h>

#include <QSet>
#include <QStringList>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr int mostEndings = 4; // one behind another: "जीहरूको"

const QSet<QString>& endings()
{
    static const QSet<QString> all = [] {
        const QStringList words =
            QStringLiteral(
                "ले को का की के लाई मा मै बाट सँग सित जी ज्यू द्वारा हरू हरु ने से में पर तर्फ संग सँगै समेत पनि "
                "ই ও কে ক র ের য়ের এর তে ে য় য়ে রা েরা দের েদের কেই দা দি বাবু জি টি "
                "은 는 이 가 을 를 씨 님 군 양 에게 에게서 께 께서 의 와 과 도 만 로 으로 랑 이랑 하고 한테 한테서 아 "
                "야 "
                "이는 이가 이를 이의 이도 이와 까지 부터 처럼 보다 마저 조차 입니다 이다 라고 이라고 선생님 선생 "
                "් ගේ ට ගෙන් ව ත් යි ගෙ ටත් වත් මහතා මහත්මිය "
                "் ை யை வை ின் யின் வின் ுக்கு க்கு வுக்கு யுக்கு ால் யால் வால் ிடம் யிடம் விடம் ுடன் யுடன் வுடன் ும் யும் வும் "
                "ே ேஏ ா ோ ஆக "
                "ਨੇ ਦਾ ਦੀ ਦੇ ਨੂੰ ਜੀ એ ને નો ની નું ના માં થી જી ها های را")
                .split(QLatin1Char(' '), Qt::SkipEmptyParts);
        return QSet<QString>(words.begin(), words.end());
    }();
    return all;
}

bool isMadeOf(QStringView rest, int most)
{
    constexpr qsizetype longest = 6; // signs
    if (rest.isEmpty())
        return true;
    for (qsizetype size = 1; most > 0 && size <= std::min(longest, rest.size()); ++size) {
        if (endings().contains(rest.left(size).toString()) && isMadeOf(rest.mid(size), most - 1))
            return true;
    }
    return false;
}
// Signs of the word that go on from `at`, backwards or forwards, without invisible ones.
QString restOfWord(const QString& text, qsizetype at, int step)
{
    constexpr qsizetype longest = 20;
    QString rest;
    for (; at >= 0 && at < text.size() && rest.size() < longest; at += step) {
        const QChar c = text.at(at);
        if (c.category() == QChar::Other_Format)
            continue;
        if (!isOfSpacedScript(c))
            break;
        rest += c;
    }
    return rest;
}

// "واحمد"
bool isBeginning(const QString& before)
{
    return before.isEmpty() || (before.size() == 1 && QStringView(u"وفبلك").contains(before.at(0)));
}

// Marks, and the vowels and final consonants of Korean in pieces, as file names of some systems have them.
bool isPutOnSign(QChar c)
{
    return c.isMark() || (c >= QChar(0x1160) && c <= QChar(0x11FF));
}
} // namespace

bool isOfSpacedScript(QChar c)
{
    if (c.unicode() < 0x0590 || !(c.isLetter() || c.isMark()))
        return false;
    switch (c.script()) {
    case QChar::Script_Arabic:
    case QChar::Script_Bengali:
    case QChar::Script_Devanagari:
    case QChar::Script_Ethiopic:
    case QChar::Script_Gujarati:
    case QChar::Script_Gurmukhi:
    case QChar::Script_Hangul:
    case QChar::Script_Hebrew:
    case QChar::Script_Kannada:
    case QChar::Script_Malayalam:
    case QChar::Script_Sinhala:
    case QChar::Script_Tamil:
    case QChar::Script_Telugu:
    case QChar::Script_Thaana:
        return true;
    default:
        return false;
    }
}

bool isOfUnbrokenScript(QChar c)
{
    const auto script = c.script();
    return script == QChar::Script_Thai || script == QChar::Script_Lao || script == QChar::Script_Khmer ||
           script == QChar::Script_Myanmar || script == QChar::Script_Han;
}

bool isOfNames(QChar c)
{
    return isOfUnbrokenScript(c) || isOfSpacedScript(c);
}

bool isPassedOver(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format || c == QChar(0x0640) ||
           (c >= QChar(0x064B) && c <= QChar(0x0652));
}

bool isVowelKiller(QChar c)
{
    return c == QChar(0x0BCD) || c == QChar(0x0DCA);
}

QString asCompared(QString signs)
{
    constexpr QStringView written = u"يىكأإآ";
    constexpr QStringView compared = u"ییکااا";
    for (QChar& c : signs) {
        if (const qsizetype at = written.indexOf(c); at >= 0)
            c = compared.at(at);
    }
    return inSimplifiedHan(std::move(signs));
}

bool isParticleOfNames(const QString& word)
{
    static const QSet<QString> particles{QStringLiteral("بن"),  QStringLiteral("ابن"), QStringLiteral("بنت"),
                                         QStringLiteral("ابو"), QStringLiteral("عبد"), QStringLiteral("ال")};
    return particles.contains(word);
}

ComparedSigns signsOf(const QString& text)
{
    ComparedSigns compared;
    for (qsizetype from = 0, to = 0; from < text.size(); from = to) {
        to = from + 1;
        while (to < text.size() && isPutOnSign(text.at(to)))
            ++to;
        const QString written = text.mid(from, to - from);
        const QString composed = written.normalized(QString::NormalizationForm_C);
        for (qsizetype i = 0; i < composed.size(); ++i) {
            if (isPassedOver(composed.at(i)))
                continue;
            compared.signs += composed.at(i);
            if (composed.size() == written.size())
                compared.places.emplace_back(from + i, from + i + 1);
            else
                compared.places.emplace_back(from, to);
        }
    }
    compared.signs = asCompared(std::move(compared.signs));
    return compared;
}

bool isWordWithEndings(const QString& text, qsizetype from, qsizetype to, bool isLong)
{
    if (!isBeginning(restOfWord(text, from - 1, -1)))
        return false;
    const QString rest = restOfWord(text, to, 1).normalized(QString::NormalizationForm_C);
    return isMadeOf(rest, mostEndings) || (isLong && !rest.at(0).isMark());
}

} // namespace dtp
