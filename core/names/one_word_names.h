// SPDX-License-Identifier: GPL-3.0-or-later
// Names of one word, as many people in Indonesia, Burma and Afghanistan have: where a word of a text is the whole
// name, the name in own script or another name of somebody in the file, and stands by itself: another word with a
// capital beside it makes a name of both, unless it is a word of the language or one by which people are addressed
// ("Tante Ayu"). Also with what languages hang on it ("Ayunya"), with digits, written as one with others
// ("SuparmanAyu"), in pieces ("Supar-man", "Su par man"); several words of one name without the blank ("DaraSok",
// "htetzawlin"); and a family name with an honorific of a script without spaces ("吴先生").
//
// Such a word may be one of anything else as well, and then staff have to say what it is: words of the language
// ("Hope"), countries, places and titles of the file ("Kenya", "House of Ayu"), all in small letters ("ayu"), initials
// ("L.I."). Where it may be one in every sentence ("may", "made"), it is found only where it speaks or is met.
#pragma once

#include <base/result.h>
#include <names/name_lookups.h>

#include <QHash>
#include <optional>
#include <vector>

namespace dtp
{

class OneWordNames
{
public:
    OneWordNames(const Store& store, NameLookUps& lookUps) : m_store(store), m_lookUps(lookUps) {}

    struct Found {
        qsizetype from = 0;
        qsizetype length = 0;
        std::vector<qint64> people;
        bool isWord = false;  // it may be a word of anything else
        bool isSmall = false; // in small letters
        bool isWhole = false; // whatever it may be besides: several words of the name of these people
    };
    // isOfBody: the text is what bodies are called, and nobody is asked about it: a word before the name is what sort
    // of body it is ("Yayasan Suparman"), unless it is of somebody's name.
    Result<std::vector<Found>> in(const QString& text, const std::vector<NameToken>& tokens, bool isOfBody = false);

private:
    struct Text {
        const QString& text;
        const std::vector<NameToken>& tokens;
        std::vector<KnownTitles::Standing> titles; // of each token; read when the first name is met
        bool isOfBody = false;
    };
    struct Name { // what of a word is one
        qsizetype from = 0;
        qsizetype length = 0;
        QString word; // by itself
        std::vector<qint64> people;
        bool isJoined = false; // with others
        bool isWhole = false;  // several words of one name, see Found
    };
    static bool isOneLetter(const QString& text, const NameToken& token);
    Result<> prepare();
    Result<std::vector<qint64>> peopleOf(const QString& written);
    Result<Name> wordAt(const Text& text, size_t at);
    Result<Name> withoutEndings(Name whole);
    Result<Name> rememberedWithoutEndings(Name whole);
    Result<> addCalled(const QString& one, const QString& other, std::vector<qint64>& people);
    Result<std::vector<qint64>> peopleOfPieces(const QString& word, qsizetype from, std::vector<WordForms>& pieces);
    Result<std::vector<qint64>> peopleGlued(const QString& word);
    Result<> addJoined(Name& whole);
    Result<std::optional<Found>> nameAt(Text& text, size_t at);
    Result<bool> hasNameBeside(const Text& text, size_t at);
    Result<bool> mayBeOfLongerName(const Text& text, size_t at, size_t beside);
    bool isOfCountry(const Text& text, size_t at) const;
    bool isOfTitle(const Text& text, size_t at) const;
    Result<bool> isMentioned(const Text& text, size_t at, const Name& name, bool isOfLanguage);
    Result<> addInitials(const Text& text, std::vector<Found>& found);
    Result<> addBroken(Text& text, std::vector<Found>& found);
    Result<> addWithinHan(const Text& text, std::vector<Found>& found);
    Result<> addAddressed(const QString& text, std::vector<Found>& found);

    const Store& m_store;
    NameLookUps& m_lookUps;
    const KnownTitles* m_titles = nullptr; // both read when the first name is met
    const LanguageWords* m_language = nullptr;
    QHash<QString, Name> m_withoutEndings; // by the word: a text has most of its words many times
};

} // namespace dtp
