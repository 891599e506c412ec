// SPDX-License-Identifier: GPL-3.0-or-later
// What a heading asks about consent, and what people answer in words of their own. Neither ever guesses an agreement:
// every word must be known, and must belong to the question.
#pragma once

#include <cells/cell_date.h>

#include <QString>
#include <QStringList>
#include <optional>

namespace dtp
{

// key: a heading as headingKey gives it. "consent.funders" where it asks exactly for this agreement; "refusal.funders"
// where it asks whether the person refuses it; "notes" where it is about consent or forbids something, but is neither;
// empty where it is about something else.
QString consentTarget(const QString& key);

// The same of a heading that some of its words are known for: exactly this agreement only where each of the others is
// understood. headings: folded, by which the purpose is known. "notes" where one is not, which may limit the question.
QString exactTarget(const QString& key, const QString& purpose, const QStringList& headings);

// What a heading for the notes says of agreements all the same: "Do not name".
struct HeadingWish {
    QStringList purposes;        // that are refused; empty for none
    bool isRefusedByYes = false; // otherwise by a no: "Can be named"
    bool takesDoubts = false;    // an answer that is not understood may be a refusal
    bool isDoubt = false;        // and so may a yes, which is none for sure
};
HeadingWish wishIn(const QString& key);

const QStringList& allPurposes();
// "Consent valid until", "Photo permission expires": the purposes whose agreements end on the day below it, all of
// them where it names none. key: as for consentTarget. nullopt for any other heading.
std::optional<QStringList> purposesEnding(const QString& key);

// "flag.email", "flag.phone", "flag.post", "flag.mail", "flag.phone_email", "flag.contact" where a heading says by
// which way somebody does not wish to be reached; empty for any other.
QString flagTarget(const QString& key);
// The kinds of contact points that one of these, without "flag.", forbids.
const QStringList& unwantedBy(const QString& flag);

// Neither yes nor no where somebody was asked for an agreement: "?", "none", "ditto".
bool isDoubtOfConsent(const QString& text);
enum class WishAnswer { NoRefusal, Refusal, Doubt };
WishAnswer answerTo(const HeadingWish& wish, const QString& text, const CellDateHints& hints);

// A text that speaks of photos or films of people. What forbids publicity and speaks of photos forbids both.
bool mentionsPhotos(const QString& text);
// "Photo", "Photos": a heading that says no more, so that it may ask for one as well as for an agreement.
bool isBarePhotos(const QString& key);
// Words of a no or of a limit in an answer that is not understood otherwise.
bool mayRefuse(const QString& text);
// "👎", "×": marks that say no. And a mark by itself that is none for an empty cell: "●", "👍", "×".
bool isNoMark(const QString& text);
bool crossesOut(const QString& heading); // "Publicity ✗"
bool isMark(const QString& text);
// "Photos (yes/no)"
bool offersAnswers(const QString& key);
// What "ja" is where the heading offers it: "Foto: ja/nein". A code of the vocabulary consent_answers.
std::optional<QString> offeredAnswer(const QString& key, const QString& text);

struct ConsentReply {
    QString answer;       // code of the vocabulary consent_answers
    bool isPlain = false; // nothing beside the answer is worth keeping
    QString method;       // how it was said, where the answer says so: "verbal"
    PartialDate date;     // when
    QString guess;        // how the date was read, see CellDate
};
// purpose: what was asked, a code of the vocabulary consent_purposes. "Yes, but …", "ask first" are no answers; beside
// a yes stands at most how and when it was said. hints: for the date.
std::optional<ConsentReply> consentReply(const QString& text, const QString& purpose, const CellDateHints& hints = {});

} // namespace dtp
