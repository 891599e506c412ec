// SPDX-License-Identifier: GPL-3.0-or-later
// A yes to consent in words of one's own, and what may stand beside it. The inside of consentReply().
#pragma once

#include <cells/consent_words.h>

namespace dtp
{

// text: holds no negation. A yes, the question said again, how and when: "Yes (verbal 2019)", "I agree to be listed".
// Any other word may limit what was agreed to ("Yes, group photos", "Y - internally"): then this is no agreement.
std::optional<ConsentReply> agreementReply(const QString& text, const QString& purpose, const CellDateHints& hints);

} // namespace dtp
