// SPDX-License-Identifier: GPL-3.0-or-later
// For whom something leaves: the one list of audiences. The gate, the command line, the dialogs and their explanations
// walk it; a further audience is a row at the end of audiences.cpp, and an enumerator only where code has to name it.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace dtp
{

enum class Audience { Internal, Alumni, Partner, Funder, Public };

// Consents are codes of the vocabulary consent_purposes. No consent that names: everybody is named and everything is
// shown. No consent for contact details: they are never shown.
struct AudienceTraits {
    const char* code;
    const char* name;
    const char* namingConsent;
    const char* contactConsent;
    bool hidesSmallCounts;
    const char* meaning;
    Audience audience = Audience::Internal; // its place in the list

    bool isGated() const { return *namingConsent != '\0'; } // whether the gate takes anything out
    bool mayHaveContacts() const { return !isGated() || *contactConsent != '\0'; }
    QString nameText() const; // translated, for people
    QString meaningText() const;
};

const std::vector<AudienceTraits>& allAudiences(); // in the order of Audience
const AudienceTraits& traitsOf(Audience audience);

QString audienceCode(Audience audience); // "internal", "alumni" …
QStringList audienceCodes();
std::optional<Audience> audienceFromCode(const QString& code);
QString audienceName(Audience audience); // translated, for people

} // namespace dtp
