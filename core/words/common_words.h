// SPDX-License-Identifier: GPL-3.0-or-later
// Words that a report is full of and that name nobody, though they may have a capital: at the beginning of a sentence,
// in headings, in the titles of programs and bodies.
#pragma once

#include <QSet>
#include <QString>

namespace dtp
{

const QSet<QString>& commonWords(); // folded
// "forum", "ministry": what stands beside it is the name of a body, a place or a treaty.
bool isWordOfOrganisations(const QString& folded);
// "yayasan", "fondation", "partners", "ltd": what a body says of itself beside its name, in languages around and in
// the words of companies; none that people are called by.
bool isSortOfBody(const QString& folded);
// "told", "spoke": what people do in a report.
bool isWordOfSpeech(const QString& folded);
// "the", "later", "firstly": never part of a name beside it.
bool isFunctionWord(const QString& folded);
// "asean", "cedaw": what is written in capitals and names nobody.
bool isAcronym(const QString& folded);
// By its ending: "mobilisation", "accountability". Names of people hardly end so.
bool isFormedLikeAWord(const QString& folded);
// Folded words: before what is no name ("the hope lives"), and behind somebody who does something ("Hope left").
bool isBeforeNoun(const QString& folded);
bool acts(const QString& folded);

} // namespace dtp
