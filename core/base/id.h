// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of records: one type per kind of record, so that a person's key cannot be passed for a workshop's.
#pragma once

#include <QtGlobal>
#include <compare>
#include <cstdint>
#include <functional>
#include <mutex>
#include <random>

namespace dtp
{

class Clock;

// 0 means "none". RecordValues are positive 63-bit integers made by IdMaker.
template <class Record>
struct Id {
    qint64 value = 0;

    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id&) const = default;
};

template <class Record>
size_t qHash(Id<Record> id, size_t seed = 0)
{
    return std::hash<qint64>{}(id.value) ^ seed;
}

// Time-ordered 63-bit keys, after the layout of "Snowflake"-like identifiers: 41 bits of milliseconds since
// 2020-01-01 UTC, then 22 bits that start at a random place in each millisecond and count up. Two laptops that work
// apart make the same key with a chance of about 1 in 4 million for records of the very same millisecond. Always
// increasing within one maker, also when the clock steps back. Safe to call from several threads.
class IdMaker
{
public:
    explicit IdMaker(const Clock& clock, std::uint32_t seed = std::random_device{}());

    qint64 next();
    template <class Record>
    Id<Record> make()
    {
        return {next()};
    }

private:
    const Clock& m_clock;
    std::mutex m_mutex;
    std::mt19937 m_random;
    qint64 m_last = 0;
};

} // namespace dtp
