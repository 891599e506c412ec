// SPDX-License-Identifier: GPL-3.0-or-later
#include <vault/typed_secret.h>

#include "cipher.h"

namespace dtp::vault
{

void wipeText(const QString& text)
{
    if (text.data_ptr().isMutable()) // else a constant of the program
        wipe(const_cast<QChar*>(text.constData()), static_cast<std::size_t>(text.size()) * sizeof(QChar));
}

SecretBytes takeSecret(const QString& typed)
{
    SecretBytes secret = SecretBytes::ofText(typed);
    wipeText(typed);
    return secret;
}

SecretBytes takeSecret(QByteArray&& utf8)
{
    SecretBytes secret = takeSecret(QString::fromUtf8(utf8));
    wipe(utf8.data(), static_cast<std::size_t>(utf8.size()));
    return secret;
}

} // namespace dtp::vault
