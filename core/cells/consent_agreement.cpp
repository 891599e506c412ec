// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/consent_agreement.h>

#include <base/text.h>
#include <cells/word_sets.h>
#include <meaning/codes.h>

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

bool hasDigit(const QString& word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

// Two letters and more, of which a month may be made: not "m", not "of".
bool isMonth(const QString& word, const CellDateHints& hints)
{
    if (word.size() < 3 || hasDigit(word))
        return false;
    const auto date = dateOfCell(QStringLiteral("1 ") + word + QStringLiteral(" 2000"), hints);
    return date && date->date.month() > 0;
}

// What is said beside the date, and the date; false where the numbers are none, or one that has not come.
struct Said {
    QString text; // folded
    PartialDate date;
    QString guess;
};
bool takeDate(Said& said, const CellDateHints& hints)
{
    static const QRegularExpression between(QStringLiteral("[\\s()\\[\\];:|]+|(?<!\\d),|,(?!\\d)"));
    QStringList parts = said.text.split(between, Qt::SkipEmptyParts);
    qsizetype first = 0;
    while (first < parts.size() && !hasDigit(parts.at(first)))
        ++first;
    if (first == parts.size())
        return true;
    qsizetype last = parts.size() - 1;
    while (!hasDigit(parts.at(last)))
        --last;
    const auto isNameOfMonth = [&](const QString& part) {
        return isMonth(QString(part).remove(QLatin1Char('.')), hints);
    };
    if (first > 0 && isNameOfMonth(parts.at(first - 1)))
        --first;
    const auto date = dateOfCell(parts.mid(first, last - first + 1).join(QLatin1Char(' ')), hints);
    if (!date || date->date.isAbout() || date->date.year() < 1950 ||
        (hints.thisYear != 0 && date->date.year() > hints.thisYear))
        return false;
    said.date = date->date;
    said.guess = date->guess;
    parts.remove(first, last - first + 1);
    said.text = parts.join(QLatin1Char(' '));
    return true;
}

// "E-mail" and "e mail" are one word.
QStringList wordsSaid(const QString& text)
{
    QStringList words = wordsOf(text);
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words.at(i) == L1("e") && words.at(i + 1) == L1("mail")) {
            words[i] = QStringLiteral("email");
            words.removeAt(i + 1);
        }
    }
    return words;
}

const WordSet& plainYes()
{
    static const WordSet words = wordSet("yes y ok okay oui si sim ya oo");
    return words;
}

const WordSet& agreeing()
{
    static const WordSet words = wordSet("agree agreed agrees consented accept accepted granted");
    return words;
}

// Whether a word says yes at all; "consent form" does not.
bool isAnswer(const QStringList& words, const QString& purpose)
{
    static const WordSet subscribed = wordSet("subscribe subscribed subscriber");
    if (hasAny(words, plainYes()) || hasAny(words, agreeing()) ||
        (purpose == L1("newsletter") && hasAny(words, subscribed)))
        return true;
    const qsizetype at = words.indexOf(QStringLiteral("consent"));
    return at > 0 && (words.at(at - 1) == L1("i") || words.at(at - 1) == L1("we"));
}

// Words in which somebody says again what was asked.
bool restates(const QString& word, const QString& purpose)
{
    static const WordSet anything = wordSet(
        "i we you your my me us our to the a be being is am are do does have has give gives given giving please "
        "happy willing share shared sharing list listed name named names include included use used using "
        "appear appears shown take taken of in on with this that it and so course certainly definitely "
        "absolutely gladly pleasure thank thanks very much fully permission consent allow authorise authorize "
        "dtp");
    static const QHash<QString, WordSet> ofPurpose{
        {QStringLiteral("funders"), wordSet("funder funders donor donors report reports")},
        {QStringLiteral("publicity"), wordSet("publicity publish published publication publications publicly public")},
        {QStringLiteral("photo"), wordSet("photo photos photograph photographs photographed picture pictures image "
                                          "images recognisable recognizable")},
        {QStringLiteral("newsletter"),
         wordSet("newsletter newsletters mailing subscribe subscribed subscriber receive "
                 "receiving send get add sign up")},
        {QStringLiteral("partners"),
         wordSet("partner partners organisation organisations organization organizations")},
        {QStringLiteral("directory"), wordSet("alumni directory")},
        {QStringLiteral("contact_details"), wordSet("contact contacts details information")}};
    return anything.contains(word) || plainYes().contains(word) || agreeing().contains(word) ||
           ofPurpose.value(purpose).contains(word);
}

// "May" is a doubt, but for "you may".
bool goesOn(const QStringList& words, qsizetype at, const QString& purpose)
{
    const QString& word = words.at(at);
    return restates(word, purpose) ||
           ((word == L1("may") || word == L1("can")) && at > 0 && words.at(at - 1) == L1("you"));
}

// With which a sentence goes on after "yes". "Yes, my name" and "yes, for alumni" limit it.
bool beginsSentence(const QString& word)
{
    static const WordSet words = wordSet("i we you please to that so gladly certainly definitely absolutely thank "
                                         "thanks of it agree agreed");
    return words.contains(word);
}

// How something was said. "Yes, by phone" says it; "yes, phone" may mean that the number only is to be given.
enum class Manner { None, Link, Way, Means };
Manner mannerOf(const QString& word)
{
    static const WordSet links =
        wordSet("by via through per in on at over the a of from since as dated during par por "
                "pelo pela secara");
    static const WordSet ways =
        wordSet("verbal verbally oral orally oralement verbalement verbalmente oralmente signed "
                "signature written writing form consent schriftlich mundlich telefonisch "
                "escrito ecrit lisan tertulis person");
    static const WordSet means = wordSet("email mail phone telephone call sms text message whatsapp signal telegram "
                                         "letter telefone telefono");
    return links.contains(word)   ? Manner::Link
           : ways.contains(word)  ? Manner::Way
           : means.contains(word) ? Manner::Means
                                  : Manner::None;
}

// The words that say how, as they are to be kept; nullopt where one of them may say something else.
std::optional<QString> mannerIn(const QStringList& words, const QString& purpose, bool isDated)
{
    static const WordSet asksForMeans = wordSet("newsletter contact_details");
    static const WordSet before = wordSet("by via through per over par por pelo pela");
    bool saysHow = false;
    QStringList said;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words.at(i);
        if (plainYes().contains(word) || agreeing().contains(word)) // "verbally agreed"
            continue;
        const QString previous = i > 0 ? words.at(i - 1) : QString();
        const Manner manner = mannerOf(word);
        const bool isLinked = before.contains(previous) || mannerOf(previous) == Manner::Means ||
                              (isDated && !asksForMeans.contains(purpose));
        if (manner == Manner::None || (manner == Manner::Means && !isLinked) ||
            (word == L1("person") && previous != L1("in")))
            return std::nullopt;
        saysHow = saysHow || manner == Manner::Means || manner == Manner::Way;
        said.append(word);
    }
    if (saysHow)
        return said.join(QLatin1Char(' '));
    return said.isEmpty() || isDated ? std::optional(QString()) : std::nullopt; // "since 2019"
}
} // namespace

std::optional<ConsentReply> agreementReply(const QString& text, const QString& purpose, const CellDateHints& hints)
{
    Said said{foldText(text), {}, {}};
    if (!takeDate(said, hints))
        return std::nullopt;
    QStringList words = wordsSaid(said.text);
    if (!isAnswer(words, purpose))
        return std::nullopt;
    qsizetype at = 0;
    while (at < words.size() && plainYes().contains(words.at(at)))
        ++at;
    if (at == 0 || (at < words.size() && beginsSentence(words.at(at)))) {
        while (at < words.size() && goesOn(words, at, purpose))
            ++at;
        // "I agree in person": the little word belongs to what comes behind it.
        if (at > 0 && at < words.size() && mannerOf(words.at(at - 1)) == Manner::Link)
            --at;
    }
    const bool isDated = !said.date.isEmpty();
    const auto how = mannerIn(words.mid(at), purpose, isDated);
    if (!how)
        return std::nullopt;
    return ConsentReply{codeText(ConsentAnswer::Agreed), how->isEmpty() && !isDated, *how, said.date, said.guess};
}

} // namespace dtp
