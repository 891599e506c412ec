// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a text that stand together and are all words of the names of one person: in any order, of any of their
// names, with initials and particles, joined or taken apart, behind a title, with one strange word between; and words
// of a list beside such a name that are a name together with a word of it ("Dara and Mali Sok").
#pragma once

#include <base/result.h>
#include <names/name_lookups.h>
#include <names/name_tokens.h>

#include <functional>
#include <vector>

namespace dtp
{

class NameChains
{
public:
    explicit NameChains(NameLookUps& lookUps) : m_lookUps(lookUps) {}

    struct Chain {
        qsizetype from = 0;
        qsizetype length = 0;
        std::vector<qint64> people;
        bool isExact = false; // the whole name of these people, else part of it or made of initials
    };
    Result<std::vector<Chain>> in(const QString& text, const std::vector<NameToken>& tokens);

    // Whether every word of the text is one of this person's names, titles and initials aside.
    Result<bool> isNameOf(const QString& text, qint64 person);

private:
    // One word of a name, over one token or several.
    struct Word {
        size_t last = 0;
        std::vector<WordForms> needs;
        bool isInitial = false;
        bool isSmall = false; // in small letters
    };
    struct Begun; // a chain that may go on

    Result<std::vector<Word>> wordsAt(const QString& text, const std::vector<NameToken>& tokens, size_t first);
    Result<> addInitials(const QString& word, const NameToken& token, Word& made);
    Result<> addParts(const QString& word, std::vector<WordForms>& needs);
    Result<> goOn(const Begun& begun, std::vector<Chain>& chains);
    Result<> keep(const Begun& begun, const std::vector<qint64>& people, std::vector<Chain>& chains);
    Result<> behindTitle(const QString& text, const std::vector<NameToken>& tokens, size_t title,
                         std::vector<Chain>& chains);
    Result<> besideNames(const QString& text, const std::vector<NameToken>& tokens, std::vector<Chain>& chains);
    Result<bool> sharesWith(const QString& text, const std::vector<NameToken>& tokens, size_t at, const Chain& chain,
                            std::vector<Chain>& chains);

    QHash<QString, std::vector<WordForms>> m_parts; // each word taken apart once
    NameLookUps& m_lookUps;
};

} // namespace dtp
