// SPDX-License-Identifier: GPL-3.0-or-later
// Headings that forms and databases number or write in one word.
#pragma once

#include <QString>

namespace dtp
{

// "3. Photo consent", "Q7: Photo consent", "PhotoConsent", "photoconsent": "Photo consent". Any other as it is.
QString spelledOut(const QString& heading);

} // namespace dtp
