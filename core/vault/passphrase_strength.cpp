// SPDX-License-Identifier: GPL-3.0-or-later
#include <vault/passphrase_strength.h>

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <vector>
#include <zxcvbn.h>

namespace dtp::vault
{

namespace
{
struct Vault {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

double bitsOf(const QString& passphrase, const QStringList& known)
{
    std::vector<QByteArray> words;
    for (const QString& word : known)
        words.push_back(word.toLower().toUtf8());
    std::vector<const char*> dictionary;
    for (const QByteArray& word : words)
        dictionary.push_back(word.constData());
    dictionary.push_back(nullptr);
    // Its work grows with the square of the length, and who types so much needs no telling.
    constexpr qsizetype longest = 100;
    // The one that everybody has read of, and few letters over and over, of which it takes each run for a word.
    if (passphrase.simplified().toLower().contains(QLatin1String("correct horse battery staple")))
        return 0;
    constexpr double bitsOfDistinctLetter = 5.5;
    const QSet<QChar> distinct(passphrase.cbegin(), passphrase.cend());
    const double ofLetters = bitsOfDistinctLetter * static_cast<double>(distinct.size());
    const double bits =
        std::min(ofLetters, ZxcvbnMatch(passphrase.left(longest).toUtf8().constData(), dictionary.data(), nullptr));
    // It takes each byte of a letter outside of ASCII for a letter by chance: a word in another script would seem far
    // better than it is. So each such letter counts as one of its language's small alphabet.
    const auto foreign =
        std::count_if(passphrase.cbegin(), passphrase.cend(), [](QChar letter) { return letter.unicode() > 127; });
    constexpr double bitsOfLetter = 2.5;
    constexpr double bitsOfAscii = 6.6;
    const double most =
        static_cast<double>(foreign) * bitsOfLetter + static_cast<double>(passphrase.size() - foreign) * bitsOfAscii;
    return foreign > 0 ? std::min(bits, most) : bits;
}
} // namespace

PassphraseStrength judge(const QString& passphrase, const QStringList& known)
{
    // A try costs most of a second of one core and 256 MiB, so that a thousand rented cores make some 2^35 a year.
    constexpr double fair = 36;
    constexpr double good = 48;
    constexpr double strong = 64;
    PassphraseStrength found;
    found.bits = bitsOf(passphrase, known);
    if (found.bits >= strong) {
        found.strength = Strength::Strong;
        found.sentence = Vault::tr("Strong: nobody finds this by trying.");
    } else if (found.bits >= good) {
        found.strength = Strength::Good;
        found.sentence = Vault::tr("Good: finding this by trying takes a thousand computers centuries.");
    } else if (found.bits >= fair) {
        found.strength = Strength::Fair;
        found.sentence = Vault::tr("Fair: a state could find this by trying. Add a word or two.");
    } else {
        found.strength = Strength::Weak;
        found.sentence =
            Vault::tr("Weak: this can be found by trying. Take four or more words that do not belong together.");
    }
    return found;
}

} // namespace dtp::vault
