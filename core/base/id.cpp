// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/clock.h>
#include <base/id.h>

namespace dtp
{

namespace
{
constexpr qint64 epoch2020 = 1577836800000; // 2020-01-01T00:00:00Z in milliseconds since 1970
constexpr int lowBits = 22;
} // namespace

IdMaker::IdMaker(const Clock& clock, std::uint32_t seed) : m_clock(clock), m_random(seed) {}

qint64 IdMaker::next()
{
    const std::scoped_lock lock(m_mutex);
    const qint64 milliseconds = std::max<qint64>(1, m_clock.now().toMSecsSinceEpoch() - epoch2020);
    // The upper half of the low bits is left free, so that thousands of keys in one millisecond stay in order.
    const qint64 low = static_cast<qint64>(m_random() & ((1U << (lowBits - 1)) - 1U));
    const qint64 fresh = (milliseconds << lowBits) | low;
    const bool sameMillisecond = (fresh >> lowBits) <= (m_last >> lowBits);
    m_last = sameMillisecond ? m_last + 1 : fresh;
    return m_last;
}

} // namespace dtp
