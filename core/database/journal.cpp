// SPDX-License-Identifier: GPL-3.0-or-later
// https://www.sqlite.org/fileformat.html#the_write_ahead_log
#include <database/journal.h>

#include <vault/journal_parts.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>
#include <memory>
#include <optional>

namespace dtp
{

namespace
{
using vault::frameHeadSize;
using vault::logHeadSize;

constexpr qsizetype summedOfHead = 24; // of the log's own
constexpr qsizetype summedOfFrame = 8; // of a frame's, beside its page
constexpr int usualPage = 4096;        // of every file that this program makes

struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// SQLite's checksum, which goes on from one frame to the next.
struct Sum {
    quint32 one = 0;
    quint32 other = 0;
    bool operator==(const Sum&) const = default;

    Sum with(const char* bytes, qsizetype size, bool isBigEndian) const
    {
        const auto word = [&](const char* at) {
            return isBigEndian ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at);
        };
        Sum sum = *this;
        for (const char* at = bytes; at + 8 <= bytes + size; at += 8) {
            sum.one += word(at) + sum.other;
            sum.other += word(at + 4) + sum.one;
        }
        return sum;
    }
    static Sum readAt(const char* bytes)
    {
        return {qFromBigEndian<quint32>(bytes), qFromBigEndian<quint32>(bytes + 4)};
    }
};

struct LogHead {
    QByteArray bytes;         // readable
    bool isBigEndian = false; // which are summed up
    int pageSize = usualPage;
    quint64 salt = 0;
    Sum sum;

    explicit LogHead(QByteArray head) : bytes(std::move(head))
    {
        isBigEndian = (number(0) & 1U) != 0;
        pageSize = static_cast<int>(number(8));
        salt = qFromBigEndian<quint64>(bytes.constData() + 16);
        sum = Sum::readAt(bytes.constData() + summedOfHead);
    }
    quint32 number(int at) const { return qFromBigEndian<quint32>(bytes.constData() + at); }
    // As SQLite takes it.
    bool isWhole() const
    {
        constexpr quint32 magic = 0x377f0682;
        return (number(0) & ~1U) == magic && pageSize >= 512 && pageSize <= 65536 &&
               (pageSize & (pageSize - 1)) == 0 && Sum().with(bytes.constData(), summedOfHead, isBigEndian) == sum;
    }
};

struct Frame {
    QByteArray asWritten;
    QByteArray bytes;  // readable: head and page
    bool opens = true; // of an encrypted file: the page is as it was written in this place

    quint64 salt() const { return qFromBigEndian<quint64>(bytes.constData() + 8); }
    bool isCommit() const { return qFromBigEndian<quint32>(bytes.constData() + 4) != 0; }
    Sum sum() const { return Sum::readAt(bytes.constData() + 16); }
    Sum summedAfter(const Sum& before, bool isBigEndian) const
    {
        return before.with(bytes.constData(), summedOfFrame, isBigEndian)
            .with(bytes.constData() + frameHeadSize, bytes.size() - frameHeadSize, isBigEndian);
    }
};

// Where it is, and what stands there: whoever writes to the log just now may be seen half-way.
struct Damage {
    qint64 frame = 0; // 0: the log's own head
    QByteArray head;
    QByteArray asWritten;
    bool operator==(const Damage&) const = default;
};

class Log
{
public:
    explicit Log(const QString& path) : m_file(path + QStringLiteral("-wal")), m_parts(vault::JournalParts::of(path))
    {
    }

    std::optional<Damage> damage()
    {
        if (!m_file.open(QIODevice::ReadOnly))
            return std::nullopt; // SQLite says why
        QByteArray bytes = m_file.read(logHeadSize);
        if (bytes.size() < logHeadSize)
            return std::nullopt;
        const QByteArray asWritten = bytes;
        if (m_parts)
            m_parts->openHead(reinterpret_cast<unsigned char*>(bytes.data()), logHeadSize, 0);
        const LogHead head(bytes);
        if (head.isWhole() && (!m_parts || head.pageSize == usualPage))
            return behindHead(head, asWritten);
        // SQLite brings a head to the disk before the first frame, so that none without one is cut short.
        const qint64 oneFrame = logHeadSize + frameHeadSize + usualPage;
        return m_file.size() < oneFrame ? std::nullopt : std::optional(Damage{0, asWritten, {}});
    }

private:
    std::optional<Frame> frameAt(qint64 number, int pageSize)
    {
        const int size = frameHeadSize + pageSize;
        if (!m_file.seek(logHeadSize + (number - 1) * size))
            return std::nullopt;
        Frame frame;
        frame.asWritten = m_file.read(size);
        if (frame.asWritten.size() < size)
            return std::nullopt;
        frame.bytes = frame.asWritten;
        if (m_parts) {
            auto* bytes = reinterpret_cast<unsigned char*>(frame.bytes.data());
            m_parts->openHead(bytes, frameHeadSize, static_cast<quint64>(number));
            frame.opens = m_parts->openPage(bytes + frameHeadSize, static_cast<quint64>(number));
        }
        return frame;
    }

    // The first frame that SQLite does not take, when one that ends a change stands behind it: all of a log have its
    // salt, and those of earlier logs, which may be left behind its end, have others. Of what was taken back, which
    // may stand there as well, no change ends.
    std::optional<Damage> behindHead(const LogHead& head, const QByteArray& headAsWritten)
    {
        std::optional<Damage> end;
        Sum sum = head.sum;
        for (qint64 number = 1; const auto frame = frameAt(number, head.pageSize); ++number) {
            const bool isOurs = frame->salt() == head.salt && frame->opens;
            if (end && isOurs && frame->isCommit())
                return end;
            if (end)
                continue;
            sum = frame->summedAfter(sum, head.isBigEndian);
            if (!isOurs || sum != frame->sum())
                end = Damage{number, headAsWritten, frame->asWritten};
        }
        return std::nullopt;
    }

    QFile m_file;
    std::unique_ptr<vault::JournalParts> m_parts;
};
} // namespace

Result<> checkJournal(const QString& path)
{
    const auto found = Log(path).damage();
    // Who writes has finished a frame before the end of its change comes: it is another one at the second look.
    if (!found || Log(path).damage() != found)
        return {};
    return fail(
        Storage::tr("The journal of %1 is damaged: the last changes, which stand in it alone, may be lost. "
                    "Nothing was changed. Copy %1 and %1-wal to another place first; then restore a backup, or "
                    "save what can be read as a new file with “salvage”.")
            .arg(QFileInfo(path).fileName()),
        QStringLiteral("SQLite 11: journal, frame %1").arg(found->frame));
}

} // namespace dtp
