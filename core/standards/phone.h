// SPDX-License-Identifier: GPL-3.0-or-later
// Phone numbers: kept as typed, compared and dialled as E.164 ("+85512345678"). By Google's libphonenumber.
#pragma once

#include <QString>

namespace dtp
{

// The number in E.164, or an empty text when it is no valid number. country (ISO 3166 alpha-2) says from where a
// national number is dialled; international forms ("+855…", "00855…", "62812…" of another country) are tried first.
QString phoneToE164(const QString& typed, const QString& country);

} // namespace dtp
