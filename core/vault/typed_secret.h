// SPDX-License-Identifier: GPL-3.0-or-later
// A passphrase from where it was typed, or read, to where it is needed, with what held it on the way wiped.
#pragma once

#include <base/result.h>
#include <vault/secret_bytes.h>

#include <QByteArray>
#include <QString>

namespace dtp::vault
{

// Overwrites the text where it stands, for all who share it, as a line edit does with what it gives out.
void wipeText(const QString& text);
// The secret; the text that held it is wiped.
SecretBytes takeSecret(const QString& typed);
SecretBytes takeSecret(QByteArray&& utf8);

// As unlock() of vault.h, which makes its secret of a text.
Result<> unlockBy(const QString& path, const SecretBytes& secret);

} // namespace dtp::vault
