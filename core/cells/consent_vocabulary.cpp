// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/consent_vocabulary.h>

#include <cells/consent_words.h>

#include <base/text.h>

#include <array>

namespace dtp
{

using L1 = QLatin1String;

// Words that a question about consent has and hardly any other heading.
const WordSet& askingWords()
{
    static const WordSet words =
        wordSet("consent consents consented agree agrees agreed permission permit permits allow "
                "allows authorise authorised authorize authorized disagree disagrees "
                // as they stand in lists of other languages
                "autorizo autoriza autorizas autorizar autorizacao autorizacion autorisation consentimento "
                "consentimiento consentement consinto consiento concordo concorda acepto einwilligung einverstanden "
                "erlaubnis zustimmung persetujuan setuju");
    return words;
}

const WordSet& negatingWords()
{
    static const WordSet words =
        wordSet("no not never don dont doesn doesnt cannot disagree disagrees refuse refuses refused decline declines "
                "declined object objects against without withdraw withdraws withdrawn withdrew revoke revoked remove "
                "exclude omit hide unlist optout nobody neither nor unsubscribe unsubscribed "
                "nao nicht kein keine keinen pas tidak jangan sem ohne");
    return words;
}

const WordSet& refusingWords()
{
    static const WordSet words =
        negatingWords() +
        wordSet("veto vetoed vetoes unlisted hidden oppose opposes opposed deny denies denied objection objections "
                "objects objected forbid forbids forbidden prohibited refusal refusals refusing blank empty unticked "
                "unless excluded exclusion stop stopped removed removal untick out avoid avoids unwilling ban banned "
                "mind minds reluctant uncomfortable unhappy");
    return words;
}

// Words that change nothing about what is asked.
const WordSet& harmlessWords()
{
    static const WordSet words = wordSet(
        "i we you your yours my me mine us our to the a an in of for with by on be being is are am do does t has "
        "have had give gives given giving please yes may can could happy ok okay willing accept accepted share "
        "shared sharing list listed name named names include included use used appear appears show shown "
        "feature featured tick box as it this that at and or out opt dtp alumni alumnus his her their him them "
        "details information public publicly take taken taking materials material purposes purpose want wish "
        "any from who whom will would like mentioned mention "
        "o os as um uma de da das dos que eu minha minhas meu meus mi mis para por em na nas nos uso usar der die das "
        "von mir ich zu la le les el los las del au du des un une mon ma mes je mein meine meiner meines ne les "
        "leur");
    return words;
}

namespace
{
struct Purpose {
    const char* code;
    const char* words; // each of them names the purpose
    const char* more;  // that may stand beside them
};
constexpr std::array purposes{
    Purpose{"funders", "funder funders donor donors", "report reports reporting"},
    Purpose{"publicity", "publicity publish published publication publications media website websites public publicly",
            "social dtp"},
    // Where somebody can be recognised. That is asked apart from who is named.
    Purpose{"photo",
            "photo photos photograph photographs photographed photographing photography picture pictures image images "
            "video videos filmed filming recognisable recognizable foto fotos fotografia fotografias fotografie "
            "fotografiert fotografieren photographie photographies imagem imagens imagen bild bilder",
            "social dtp publish publishing published publication publications media website websites public "
            "publicly publicar publicacao publicacion divulgar tirar"},
    Purpose{"newsletter", "newsletter newsletters enewsletter rundbrief boletim boletin infolettre",
            "mailing list mailings subscribe subscribes subscribed subscriber subscribing subscription unsubscribe "
            "receive receives receiving receber recibir send get add join sign up e mail email by our monthly "
            "quarterly dtp network news"},
    Purpose{"partners", "partners", "partner organisation organisations organization organizations"},
    Purpose{"directory", "directory", "other"},
};

const WordSet& namingWords(size_t purpose)
{
    static const std::array<WordSet, purposes.size()> all = [] {
        std::array<WordSet, purposes.size()> sets;
        for (size_t i = 0; i < purposes.size(); ++i)
            sets[i] = wordSet(purposes[i].words);
        return sets;
    }();
    return all[purpose];
}

// "contact details", "contact information": to whom they go is part of this one purpose.
bool asksForContacts(const QStringList& words)
{
    static const WordSet sharing = wordSet("share shared sharing give pass passed");
    const bool areShared = hasAny(words, sharing);
    for (qsizetype i = 0; areShared && i + 1 < words.size(); ++i) {
        if (words.at(i) == L1("contact") && (words.at(i + 1) == L1("details") ||
                                             words.at(i + 1) == L1("information") || words.at(i + 1) == L1("data")))
            return true;
    }
    return false;
}

// Who is shown and who is named are two questions. What forbids both forbids publicity here, and photos beside it;
// what asks for both in one is for somebody to read.
void settlePhotos(const QStringList& words, bool isNegated, QStringList& found)
{
    static const WordSet naming = wordSet("name names named mention mentioned publicity");
    if (!found.contains(L1("photo")))
        return;
    const bool areNamed = hasAny(words, naming);
    if (!areNamed || isNegated)
        found.removeAll(areNamed ? QStringLiteral("photo") : QStringLiteral("publicity"));
    if (areNamed && !found.contains(L1("publicity")))
        found.append(QStringLiteral("publicity"));
}
} // namespace

const WordSet& besideWords(const QString& code)
{
    static const std::array<WordSet, purposes.size()> all = [] {
        std::array<WordSet, purposes.size()> sets;
        for (size_t i = 0; i < purposes.size(); ++i)
            sets[i] = wordSet(purposes[i].words) + wordSet(purposes[i].more);
        return sets;
    }();
    static const WordSet ofContacts = wordSet("contact contacts partners organisations organizations other");
    for (size_t i = 0; i < purposes.size(); ++i) {
        if (code == L1(purposes[i].code))
            return all[i];
    }
    return ofContacts;
}

const QStringList& allPurposes()
{
    static const QStringList all = [] {
        QStringList codes{QStringLiteral("contact_details")};
        for (const Purpose& purpose : purposes)
            codes.append(L1(purpose.code));
        return codes;
    }();
    return all;
}

bool followEachOther(const QStringList& words, const char* first, const WordSet& second)
{
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words.at(i) == L1(first) && second.contains(words.at(i + 1)))
            return true;
    }
    return false;
}

bool isNumber(const QString& word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

QStringList purposesNamed(const QStringList& words)
{
    QStringList found;
    for (size_t i = 0; i < purposes.size(); ++i) {
        if (hasAny(words, namingWords(i)))
            found.append(L1(purposes[i].code));
    }
    static const WordSet lists = wordSet("list lists");
    if (!found.contains(L1("newsletter")) && followEachOther(words, "mailing", lists))
        found.append(QStringLiteral("newsletter"));
    static const WordSet organisations = wordSet("organisation organisations organization organizations");
    if (found.isEmpty() && words.contains(L1("partner")) && hasAny(words, organisations))
        found.append(QStringLiteral("partners"));
    return found;
}

QString purposeOf(const QStringList& words, bool isNegated)
{
    QStringList found = purposesNamed(words);
    settlePhotos(words, isNegated, found);
    static const WordSet wider = wordSet("funder funders donor donors public publicly");
    if (asksForContacts(words))
        return hasAny(words, wider) ? QString() : QStringLiteral("contact_details");
    return found.size() == 1 ? found.first() : QString();
}

bool mentionsPhotos(const QString& text)
{
    const QStringList words = wordsOf(foldText(text));
    for (size_t i = 0; i < purposes.size(); ++i) {
        if (qstrcmp(purposes[i].code, "photo") == 0 && hasAny(words, namingWords(i)))
            return true;
    }
    return false;
}

bool isBarePhotos(const QString& key)
{
    static const WordSet words = wordSet("photo photos photograph photographs picture pictures foto fotos");
    return words.contains(key);
}

} // namespace dtp
