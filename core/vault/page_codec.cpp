// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_codec.h"

#include "header.h"

#include <QtEndian>
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
    const bool isWhole = m_cipher.open(page, contentSize, page + nonceAt, about(number), page + tagAt);
    std::memset(page + contentSize, 0, reservedSize);
    return isWhole;
}

} // namespace dtp::vault
