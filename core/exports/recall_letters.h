// SPDX-License-Identifier: GPL-3.0-or-later
// The letters that ask for copies back, as files that can still be edited.
#pragma once

#include <privacy/recall.h>

#include <QString>
#include <vector>

namespace dtp
{

struct WrittenLetter {
    QString path;
    Recipient recipient;
};

// One for each recipient into a folder that is there; each leaves through the gate and is entered in the ledger. A
// letter of today of the same name is written over.
Result<std::vector<WrittenLetter>> writeRecallLetters(Store& store, const std::vector<LeftCopy>& copies,
                                                      const QString& folder);

} // namespace dtp
