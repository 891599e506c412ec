// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a remark may limit what is said or shown of somebody, by its shape: a deed of leaving out, a no, a limit or
// a worry beside what discloses. "Leave her out of the report", "don't share her details", "no faces". What somebody
// does for a living ("works on media freedom") has the words and not the shape.
#pragma once

#include <QString>
#include <QStringList>

namespace dtp
{

struct DisclosureLimit {
    QStringList purposes{}; // that it may touch; empty where it limits nothing
    bool isPlain = false;   // a no or a removal, so that what was agreed before does not count either
};
// text: folded, without contractions.
DisclosureLimit limitIn(const QString& text);
// Nearly all remarks hold none of this.
bool mayLimit(const QString& text);

} // namespace dtp
