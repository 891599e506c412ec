// SPDX-License-Identifier: GPL-3.0-or-later
// What a heading and an answer say about consent, and what somebody has agreed to, in words.
#pragma once

#include "import_helpers.h"

#include <cells/consent_words.h>
#include <import/heading_words.h>

namespace dtp::test
{

inline QString target(const char* heading)
{
    return targetOfHeading(QString::fromUtf8(heading));
}

inline QString reply(const char* text, const char* purpose)
{
    const auto found = consentReply(QString::fromUtf8(text), QString::fromLatin1(purpose));
    return found ? found->answer : QStringLiteral("?");
}

inline QStringList consentsOf(const Store& store, Id<Person> person)
{
    QStringList all;
    for (const Consent& consent : ofPerson<Consent>(store, person))
        all.append(QString(consent.purpose + QLatin1Char(' ') + consent.answer));
    return all;
}

} // namespace dtp::test
