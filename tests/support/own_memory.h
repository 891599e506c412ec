// SPDX-License-Identifier: GPL-3.0-or-later
// Looks through the memory of this process for what is not to be in it.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <algorithm>
#include <cstring>

namespace dtp::test
{

// Bytes that are kept disguised, so that the test itself is not what is found.
class Disguised
{
public:
    Disguised() = default;
    Disguised(const unsigned char* bytes, std::size_t size, bool isUtf16 = false)
    {
        for (std::size_t i = 0; i < size; ++i) {
            m_bytes.append(static_cast<char>(bytes[i] ^ mask));
            if (isUtf16)
                m_bytes.append(static_cast<char>(mask));
        }
    }
    bool isAt(const char* bytes) const
    {
        for (qsizetype i = 0; i < m_bytes.size(); ++i) {
            if ((static_cast<unsigned char>(bytes[i]) ^ mask) != static_cast<unsigned char>(m_bytes.at(i)))
                return false;
        }
        return true;
    }
    qsizetype size() const { return m_bytes.size(); }
    char first() const { return static_cast<char>(m_bytes.at(0) ^ mask); }

private:
    static constexpr unsigned char mask = 0xA5;
    QByteArray m_bytes;
};

// How often it stands in what the process can write to; -1 where the system does not let us look.
inline int timesInMemory(const Disguised& wanted)
{
#ifdef __SANITIZE_ADDRESS__
    Q_UNUSED(wanted)
    return -1; // its shadow is too large to look through
#else
    QFile maps(QStringLiteral("/proc/self/maps"));
    QFile memory(QStringLiteral("/proc/self/mem"));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return -1;
    constexpr qsizetype piece = 1 << 20;
    QByteArray bytes(piece, '\0');
    int times = 0;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray& line : lines) {
        const QList<QByteArray> parts = line.simplified().split(' ');
        const QList<QByteArray> ends = parts.front().split('-');
        if (parts.size() < 2 || !parts.at(1).startsWith("rw") || ends.size() != 2)
            continue;
        const qint64 end = ends.back().toLongLong(nullptr, 16);
        for (qint64 at = ends.front().toLongLong(nullptr, 16); at < end; at += piece - wanted.size()) {
            const qint64 got = memory.seek(at) ? memory.read(bytes.data(), std::min<qint64>(piece, end - at)) : 0;
            const char* from = bytes.constData();
            const char* const last = from + got - wanted.size();
            const auto here = reinterpret_cast<qint64>(bytes.constData());
            while (from <= last) {
                const auto left = static_cast<std::size_t>(last - from + 1);
                from = static_cast<const char*>(std::memchr(from, wanted.first(), left));
                if (!from)
                    break;
                const qint64 where = at + (from - bytes.constData());
                const bool isOwn = where >= here && where < here + piece; // what was read here
                times += !isOwn && wanted.isAt(from) ? 1 : 0;
                ++from;
            }
        }
    }
    bytes.fill('\0');
    return times;
#endif
}

} // namespace dtp::test
