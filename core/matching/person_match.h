// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two names, or a row of a sheet and a known person, are the same person beyond doubt.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace dtp
{

// A name as matching sees it: words in Latin letters, folded, without titles (Dr, Ms, Mr, Prof, Sr, Fr …), in order of
// the alphabet.
struct NameKey {
    QStringList words;

    bool isEmpty() const { return words.isEmpty(); }
    QString text() const { return words.join(QLatin1Char(' ')); }
    bool operator==(const NameKey&) const = default;
};
NameKey nameKey(const QString& name);

// Same: the same words in any order, also when written apart or together. Compatible: one has fewer words or initials,
// and nothing in it contradicts the other ("Maria C. Santos" and "Maria Clara Santos"). Initials: one word agrees, and
// beside it initials only ("S. Dara" and "Dara Sok", but "Dara Seng" as well). Different: anything else.
enum class NameSimilarity { Different, Initials, Compatible, Same };
NameSimilarity compareNames(const NameKey& a, const NameKey& b);
// The best likeness of any of one with any of the other.
NameSimilarity compareNames(const std::vector<NameKey>& a, const std::vector<NameKey>& b);

// An e-mail address as it is compared: without spaces around it and in lower case; dots stay.
QString emailKey(const QString& address);

} // namespace dtp
