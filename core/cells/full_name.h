// SPDX-License-Identifier: GPL-3.0-or-later
// A whole name as spreadsheets have it, in its parts.
#pragma once

#include <QString>
#include <QStringList>

namespace dtp
{

struct NameParts {
    QString given;
    QString family;
    QString ownScript;       // in letters other than Latin, beside the Latin ones or alone
    QStringList others;      // nicknames in quotes or brackets, "aka …"
    QString title;           // "Dr", "Ms" as written
    bool isDeceased = false; // "the late", "(deceased)"
    QString letters;         // degrees and orders behind the name: "PhD", "RGS"
};

// country (ISO code) tells which order is usual there. Commas and capitals say more: "SANTOS Maria", "Santos, Maria".
NameParts splitFullName(const QString& text, const QString& country);
// "Family, Given"; without a comma as above.
NameParts splitFamilyGiven(const QString& text, const QString& country);

} // namespace dtp
