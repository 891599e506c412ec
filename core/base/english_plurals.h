// SPDX-License-Identifier: GPL-3.0-or-later
// "1 record", "2 records": English for sentences with a number, in Qt's way (resources/translations/english.ts).
#pragma once

class QCoreApplication;

namespace dtp
{

// To be called first: a translator installed later goes before it.
void installEnglishPlurals(QCoreApplication& application);

} // namespace dtp
