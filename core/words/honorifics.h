// SPDX-License-Identifier: GPL-3.0-or-later
// By what people are addressed and what hangs on their names, in the languages of the region: kinship and honorifics
// ("Tante", "Saw", "-san", "先生"), endings ("Ayunya"), degrees ("PhD").
#pragma once

#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

namespace dtp
{

// Beside a name it is no name itself. Folded.
bool isHonorificBefore(const QString& folded);
bool isHonorificBehind(const QString& folded);
// What a word may be without what languages hang on names, the longest first: "Ayunyalah" says "Ayunya" and "Ayu".
QStringList stemsOf(const QString& word);
// The parts of a word that is several written as one, or that has digits on it: from and length of "Dara" and "Sok" in
// "2DaraSok".
std::vector<std::pair<qsizetype, qsizetype>> partsOf(const QString& word);

// Letters of the honorific that begins at `at`, which is written behind a family name without a space: "吴先生"; 0:
// none.
qsizetype honorificBehind(const QString& text, qsizetype at);
// Whether the words end with an honorific of a script that puts no space behind it: "คุณ", "ဒေါ်".
bool endsWithHonorific(QStringView words);

// Degrees and distinctions behind a name: from and to, without the comma before them.
std::vector<std::pair<qsizetype, qsizetype>> degreesIn(const QString& text);
// The same of one word as it is written: "PhD", "MA", though not "Ma".
bool isDegree(const QString& written);

} // namespace dtp
