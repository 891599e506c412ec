// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal_parts.h"

#include "header.h"
#include "keys.h"

namespace dtp::vault
{

JournalParts::JournalParts(const SecretBytes& master, const QByteArray& fileId)
    : m_heads(deriveKey(master, "dtp journal head", 2 * keySize)), m_pages(master, "dtp journal page", fileId)
{
}

std::unique_ptr<JournalParts> JournalParts::of(const QString& path)
{
    const auto header = readHeader(path);
    const auto master = header ? masterKeyOf(header->vaultId) : nullptr;
    return master ? std::make_unique<JournalParts>(*master, header->fileId) : nullptr;
}

bool JournalParts::sealHead(unsigned char* head, std::size_t size, quint64 number)
{
    return m_heads.encrypt(head, size, number);
}

bool JournalParts::openHead(unsigned char* head, std::size_t size, quint64 number)
{
    return m_heads.decrypt(head, size, number);
}

bool JournalParts::sealPage(unsigned char* page, quint64 number)
{
    return m_pages.seal(page, static_cast<quint32>(number));
}

bool JournalParts::openPage(unsigned char* page, quint64 number)
{
    return m_pages.open(page, static_cast<quint32>(number));
}

} // namespace dtp::vault
