// SPDX-License-Identifier: GPL-3.0-or-later
#include <legends/mark_meaning.h>

#include <base/text.h>
#include <cells/consent_vocabulary.h>
#include <cells/consent_words.h>
#include <records/typed_values.h>

#include <QRegularExpression>

namespace dtp
{

using L1 = QLatin1String;

bool isSign(const QString& text)
{
    static const QRegularExpression form(QStringLiteral(
        "^(?:[a-z]|xx|\\d{1,2}|[^\\p{L}\\p{M}\\p{N}\\s=:;,.()\\[\\]|/\"'?-]{1,3}|ticks?|ticked|cross|"
        "crosses|crossed|marks?|marked|checked|check mark|tick mark|star|asterisk|dot|circle|circled)$"));
    return form.match(text).hasMatch();
}

QString signOf(const QString& text)
{
    static const WordSet any = wordSet("tick|ticks|ticked|cross|crosses|crossed|mark|marks|marked|checked|check mark|"
                                       "tick mark|dot|circle|circled",
                                       QLatin1Char('|'));
    if (any.contains(text))
        return {};
    return text == L1("star") || text == L1("asterisk") ? QStringLiteral("*") : text;
}

bool isLabel(const QString& text)
{
    static const WordSet labels = [] {
        WordSet all;
        for (const QString& word : wordSet(
                 "key|legend|legenda|legende|leyenda|legende|note|notes|nb|n b|keterangan|ket|nota|notas|catatan|"
                 "chu thich|ghi chu|หมายเหตุ|คำอธิบาย|说明|說明|备注|備註|图例|codes|coding|code|please note|important|"
                 "explanation|remarque|remarques|ps|p s",
                 QLatin1Char('|')))
            all.insert(foldText(word));
        return all;
    }();
    return labels.contains(wordsOf(text).join(QLatin1Char(' ')));
}

QStringList englishOf(const QString& text)
{
    return inEnglish(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

namespace
{
// Words about cells, not about people: "blank", "empty" refuse nothing here.
QStringList withoutBlanks(QStringList words)
{
    static const WordSet blanks = wordSet("blank empty unticked unmarked leave left box cell column");
    words.removeIf([](const QString& word) { return blanks.contains(word); });
    return words;
}

bool isAboutConsent(const QStringList& words)
{
    static const WordSet about =
        wordSet("named name names naming contact contacted publish published share shared sharing list listed public "
                "publicly want wants wish wishes use used phone email e mail mailed quoted mentioned identified "
                "disclose print printed printing appear appears");
    return hasAny(words, askingWords()) || hasAny(words, about) || !purposesNamed(words).isEmpty();
}

bool areKnown(const QStringList& words)
{
    static const WordSet people =
        wordSet("person people persons participant participants everybody anybody they he she those has have vous did "
                "does was were who if whose been already since would rather prefer prefers preferred ask asked asks "
                "us requested requests opted opts opting chosen chose");
    return std::all_of(words.begin(), words.end(), [](const QString& word) {
        return refusingWords().contains(word) || askingWords().contains(word) || harmlessWords().contains(word) ||
               people.contains(word);
    });
}

// "Anonymous", "off the record", and of one word or two what may be meant otherwise in longer ones: "private".
bool keepsBack(const QStringList& words)
{
    const HeadingWish wish = wishIn(words.join(QLatin1Char(' ')));
    return wish.isRefusedByYes && (!wish.isDoubt || words.size() <= 2);
}
} // namespace

Meaning meaningIn(const QString& text)
{
    static const WordSet agreeing =
        wordSet("yes y agree agrees agreed agreeing consent consents consented consenting given accept accepts "
                "accepted ok okay allow allows allowed permission permitted granted approve approved oui si sim ya");
    static const WordSet beside = wordSet("may can happy willing want wants wish wishes photographed contacted quoted "
                                          "published publicly photo photos directory newsletter if they he she has "
                                          "have person participant participants who full fully");
    const QStringList words = withoutBlanks(englishOf(text));
    if (words.isEmpty())
        return Meaning::Other;
    const bool isNo = yesOrNo(text) == std::optional(false);
    if ((isNo && words.size() == 1) || keepsBack(words))
        return Meaning::Refuses;
    if (isNo || hasAny(words, refusingWords()))
        return isAboutConsent(words) || areKnown(words) ? Meaning::Refuses : Meaning::Doubt;
    const bool agrees =
        hasAny(words, agreeing) || hasAny(words, askingWords()) || yesOrNo(text) == std::optional(true);
    const bool isPlain = std::all_of(words.begin(), words.end(), [](const QString& word) {
        return agreeing.contains(word) || askingWords().contains(word) || beside.contains(word) ||
               harmlessWords().contains(word);
    });
    return agrees && isPlain ? Meaning::Agrees : Meaning::Other;
}

bool mayAgree(const QString& text)
{
    static const WordSet agreeing = wordSet("yes agree agrees agreed consent consents accept accepts allow allows ok "
                                            "okay happy willing permission sim oui");
    const QStringList words = withoutBlanks(englishOf(text));
    return (hasAny(words, agreeing) || hasAny(words, askingWords())) && !hasAny(words, refusingWords());
}

} // namespace dtp
