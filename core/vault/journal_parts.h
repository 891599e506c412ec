// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an encrypted file's write-ahead log, which has the places of one beside a plain file: a head of 32
// bytes, then frames of a head of 24 bytes and a page (https://www.sqlite.org/fileformat.html#the_write_ahead_log).
// Heads go by XTS; the page in a frame is sealed, tied to its place.
#pragma once

#include "page_codec.h"

#include <QString>
#include <memory>

namespace dtp::vault
{

constexpr int logHeadSize = 32;
constexpr int frameHeadSize = 24;

class JournalParts
{
public:
    JournalParts(const SecretBytes& master, const QByteArray& fileId);
    static std::unique_ptr<JournalParts> of(const QString& path); // null: the file is none that is unlocked

    // In place. The number is that of the frame, from 1; 0 is the log's own head.
    bool sealHead(unsigned char* head, std::size_t size, quint64 number);
    bool openHead(unsigned char* head, std::size_t size, quint64 number); // of any bytes: XTS notices nothing
    bool sealPage(unsigned char* page, quint64 number);
    bool openPage(unsigned char* page, quint64 number); // false when it is not as it was written there

private:
    SectorCipher m_heads;
    PageCodec m_pages;
};

} // namespace dtp::vault
