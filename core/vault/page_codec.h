// SPDX-License-Identifier: GPL-3.0-or-later
// How one page of SQLite's is kept: sealed with AES-256-GCM under a nonce of its own, tied to the file and to its
// place in it. Nonce and tag stand in the bytes at the end that SQLite leaves free, which it gets back as zeros.
//
// Nonces are drawn at random from 96 bits; one key may write 2^32 pages (NIST SP 800-38D, 8.3), 16 TB.
#pragma once

#include "cipher.h"

namespace dtp::vault
{

class PageCodec
{
public:
    // use: what the key is for ("dtp page", "dtp journal page"); fileId: of which file.
    PageCodec(const SecretBytes& master, const char* use, QByteArray fileId);

    bool seal(unsigned char* page, quint32 number);
    bool open(unsigned char* page, quint32 number); // false when it is not as it was written there

private:
    QByteArray about(quint32 number) const;
    AuthenticatedCipher m_cipher;
    QByteArray m_fileId;
};

} // namespace dtp::vault
