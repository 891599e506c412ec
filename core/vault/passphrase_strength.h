// SPDX-License-Identifier: GPL-3.0-or-later
// How long somebody who has the file would need to find a passphrase by trying: by zxcvbn, which knows words, names,
// dates and rows of keys (Wheeler, USENIX Security 2016).
#pragma once

#include <QString>
#include <QStringList>

namespace dtp::vault
{

enum class Strength { Weak, Fair, Good, Strong };

struct PassphraseStrength {
    Strength strength = Strength::Weak;
    double bits = 0;  // tries, as a power of two
    QString sentence; // for whoever types it
    bool isEnough() const { return strength >= Strength::Good; }
};

// known: words that somebody who knows the user would try: names, the organisation.
PassphraseStrength judge(const QString& passphrase, const QStringList& known = {});

} // namespace dtp::vault
