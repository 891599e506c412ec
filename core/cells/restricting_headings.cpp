// SPDX-License-Identifier: GPL-3.0-or-later
// Headings that restrict what people agree to beside them, without a word of consent: "Embargo", "Camera shy", "Hide
// name", "Consent valid until".
#include <cells/consent_vocabulary.h>
#include <cells/consent_words.h>

#include <base/text.h>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

bool areAll(const QStringList& words, const std::function<bool(const QString&)>& fits)
{
    return std::all_of(words.begin(), words.end(), fits);
}

// A heading that holds one of the words and nothing that makes it another question.
bool isAlone(const QStringList& words, const WordSet& some)
{
    static const WordSet beside = wordSet("date day when until till from on status flag level requested request "
                                          "under person profile identity keep kept at time period note notes why "
                                          "reason");
    return hasAny(words, some) && areAll(words, [&some](const QString& word) {
               return some.contains(word) || beside.contains(word) || harmlessWords().contains(word);
           });
}

HeadingWish refusedByYes(const QStringList& purposes, bool isDoubt, bool takesDoubts)
{
    HeadingWish wish;
    wish.purposes = purposes;
    wish.isRefusedByYes = true;
    wish.isDoubt = isDoubt;
    wish.takesDoubts = takesDoubts;
    return wish;
}

// "Hide name", "Blur face", "Use alias".
std::optional<HeadingWish> hiding(const QStringList& words)
{
    static const WordSet deeds = wordSet("hide hides mask redact conceal suppress anonymise anonymize blur pixelate "
                                         "obscure disguise change changed alter protect protected protects shield");
    static const WordSet names = wordSet("name names identity profile surname");
    static const WordSet faces = wordSet("face faces");
    static const WordSet contacts = wordSet("contact contacts details");
    static const WordSet use = wordSet("use uses using");
    static const WordSet others = wordSet("alias initials nickname codename");
    const bool isChange = hasAny(words, wordSet("change changed alter")); // of a name by marriage, too
    if (hasAny(words, deeds) && hasAny(words, faces))
        return refusedByYes({QStringLiteral("photo")}, false, true);
    if (hasAny(words, deeds) && !isChange && (hasAny(words, names) || hasAny(words, contacts)))
        return refusedByYes(everyUse(), false, true);
    if (hasAny(words, use) && hasAny(words, others))
        return refusedByYes(everyUse(), false, true);
    return std::nullopt;
}

// "First name only", "Internal use only"
bool narrows(const QStringList& words)
{
    static const WordSet what = wordSet("name names surname initials alias internal internally");
    static const WordSet beside = wordSet("first last given family only use");
    return words.contains(L1("only")) && hasAny(words, what) && areAll(words, [](const QString& word) {
               return what.contains(word) || beside.contains(word) || harmlessWords().contains(word);
           });
}

bool isOneNo(const QStringList& words)
{
    return 1 == std::count_if(words.begin(), words.end(),
                              [](const QString& word) { return refusingWords().contains(word); });
}

// "Do not use", "Not to be circulated"
bool forbidsUse(const QStringList& words)
{
    static const WordSet deeds =
        wordSet("use used release released circulate circulated distribute distributed reveal "
                "revealed expose exposed post posted tag tagged upload uploaded");
    static const WordSet beside = wordSet("anything data record case story person this");
    static const WordSet negations = wordSet("not dont never");
    return isOneNo(words) && hasAny(words, negations) && hasAny(words, deeds) && purposesNamed(words).isEmpty() &&
           areAll(words, [](const QString& word) {
               return deeds.contains(word) || beside.contains(word) || refusingWords().contains(word) ||
                      harmlessWords().contains(word);
           });
}

// "No Facebook", "No recordings": it may be that they are not there.
bool forbidsPlace(const QStringList& words)
{
    static const WordSet places = wordSet("facebook instagram twitter tiktok youtube social media press recording "
                                          "recordings recorded interviews livestream");
    static const WordSet sure = wordSet("facebook instagram twitter tiktok youtube social press recording recordings "
                                        "recorded interviews livestream");
    static const WordSet beside = wordSet("posts post posting tags tagging on via");
    return isOneNo(words) && hasAny(words, sure) && areAll(words, [](const QString& word) {
               return places.contains(word) || beside.contains(word) || refusingWords().contains(word) ||
                      harmlessWords().contains(word);
           });
}

bool areNextTo(const QStringList& words, const char* first, const char* second)
{
    return followEachOther(words, first, wordSet(second));
}
} // namespace

const QStringList& everyUse()
{
    static const QStringList all = [] {
        QStringList purposes = allPurposes();
        purposes.removeAll(QStringLiteral("newsletter"));
        return purposes;
    }();
    return all;
}

std::optional<HeadingWish> restrictionIn(const QStringList& words)
{
    static const WordSet plain = wordSet("embargo embargoed embargoes revoked revocation rescinded retracted hide "
                                         "suppressed redacted secret incognito");
    static const WordSet likely = wordSet("withdrawn restricted restriction restrictions blocked hidden erase erased "
                                          "erasure delete deleted deletion takedown forgotten unpublish unpublished");
    static const WordSet vague = wordSet("sensitive sensitivity private privacy discreet");
    if (areNextTo(words, "camera", "shy"))
        return refusedByYes({QStringLiteral("photo")}, false, true);
    if (areNextTo(words, "low", "profile") || areNextTo(words, "off", "record") ||
        (words.contains(L1("off")) && areNextTo(words, "the", "record")))
        return refusedByYes(everyUse(), false, true);
    if (auto wish = hiding(words))
        return wish;
    if (forbidsUse(words))
        return refusedByYes(everyUse(), false, true);
    if (forbidsPlace(words))
        return refusedByYes({QStringLiteral("publicity"), QStringLiteral("photo")}, true, true);
    if (isAlone(words, plain))
        return refusedByYes(everyUse(), false, true);
    if (isAlone(words, likely))
        return refusedByYes(everyUse(), true, true);
    if (isAlone(words, vague) || narrows(words))
        return refusedByYes(everyUse(), true, false);
    return std::nullopt;
}

std::optional<HeadingWish> bareConsentIn(const QStringList& words)
{
    static const WordSet beside =
        wordSet("given status overall general answer response do does did you i we they has "
                "have been is was to the of agreement on at date when since day year by form");
    const bool isNegated = hasAny(words, refusingWords());
    const bool isBare = hasAny(words, askingWords()) && areAll(words, [](const QString& word) {
                            return askingWords().contains(word) || refusingWords().contains(word) ||
                                   (beside.contains(word) && word != L1("form"));
                        });
    if (!isBare)
        return std::nullopt;
    HeadingWish wish;
    wish.purposes = everyUse();
    wish.isRefusedByYes = isNegated;
    wish.takesDoubts = true;
    return wish;
}

bool showsSomewhere(const QStringList& words)
{
    static const WordSet deeds = wordSet("show shows shown list listed include included display displayed appear "
                                         "appears feature featured print printed mention mentioned put visible name "
                                         "photo photos in on");
    static const WordSet places = wordSet("in on");
    const QStringList purposes = purposesNamed(words);
    if (purposes.isEmpty() || !deeds.contains(words.value(0)) || !hasAny(words, places))
        return false;
    const auto place =
        std::find_if(words.begin(), words.end(), [](const QString& word) { return places.contains(word); });
    const QStringList behind = words.mid(place - words.begin() + 1);
    return !purposesNamed(behind).isEmpty() && areAll(words, [&purposes](const QString& word) {
        return deeds.contains(word) || harmlessWords().contains(word) ||
               std::any_of(purposes.begin(), purposes.end(),
                           [&word](const QString& purpose) { return besideWords(purpose).contains(word); });
    });
}

std::optional<QStringList> purposesEnding(const QString& key)
{
    static const WordSet ends = wordSet("until till expires expire expired expiry expiration ends end ended ending "
                                        "lapses lapse valid validity renewal");
    static const WordSet sure = wordSet("until till expires expire expired expiry expiration ends end ended ending "
                                        "lapses lapse renewal to");
    static const WordSet beside = wordSet("date day on valid good lasts holds runs due");
    const QStringList words = inEnglish(key).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QStringList purposes = purposesNamed(words);
    if (!hasAny(words, ends) || !hasAny(words, sure) || (purposes.isEmpty() && !hasAny(words, askingWords())) ||
        hasAny(words, refusingWords()))
        return std::nullopt;
    const bool isKnown = areAll(words, [&purposes](const QString& word) {
        return ends.contains(word) || beside.contains(word) || askingWords().contains(word) ||
               harmlessWords().contains(word) ||
               std::any_of(purposes.begin(), purposes.end(),
                           [&word](const QString& purpose) { return besideWords(purpose).contains(word); });
    });
    if (!isKnown)
        return std::nullopt;
    return purposes.isEmpty() ? allPurposes() : purposes;
}

} // namespace dtp
