// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_codec.h"

#include "header.h"

#include <QtEndian>
#include <algorithm>
#include <cstring>

namespace dtp::vault
{

namespace
{
constexpr std::size_t contentSize = pageSize - reservedSize;
constexpr std::size_t nonceAt = contentSize;
constexpr std::size_t tagAt = nonceAt + nonceSize;
} // namespace

PageCodec::PageCodec(const SecretBytes& master, const char* use, QByteArray fileId)
    : m_cipher(deriveKey(master, use)), m_fileId(std::move(fileId))
{
}

QByteArray PageCodec::about(quint32 number) const
{
    QByteArray bytes = m_fileId + QByteArray(4, '\0');
    qToBigEndian(number, bytes.data() + m_fileId.size());
    return bytes;
}

bool PageCodec::seal(unsigned char* page, quint32 number)
{
    fillWithNonce(page + nonceAt, nonceSize);
    std::memset(page + tagAt + tagSize, 0, reservedSize - nonceSize - tagSize);
    return m_cipher.seal(page, contentSize, page + nonceAt, about(number), page + tagAt);
}

bool PageCodec::open(unsigned char* page, quint32 number)
{
    // What stands behind the tag is under no seal: there are zeros, and nothing else is as it was written.
    const bool hasZeros =
        std::all_of(page + tagAt + tagSize, page + pageSize, [](unsigned char byte) { return byte == 0; });
    const bool isWhole = m_cipher.open(page, contentSize, page + nonceAt, about(number), page + tagAt) && hasZeros;
    std::memset(page + contentSize, 0, reservedSize);
    return isWhole;
}

} // namespace dtp::vault
