// SPDX-License-Identifier: GPL-3.0-or-later
// Ways to reach somebody within text that people typed: e-mail addresses, telephone numbers, links, and names that are
// used in messengers and social media ("@dara"); as they are typed and as they are read, see text_reading.h. Not
// found: postal addresses, and what is written out in words.
#pragma once

#include <QString>
#include <vector>

namespace dtp
{

struct FoundContact {
    qsizetype from = 0;
    qsizetype length = 0;
    bool operator==(const FoundContact&) const = default;
};

std::vector<FoundContact> contactsIn(const QString& text); // from left to right, not overlapping
QString contactPlaceholder();                              // "[contact withheld]"
QString withoutContacts(const QString& text);
bool isOneLink(const QString& text); // and nothing else: what a field for a website holds

} // namespace dtp
