// SPDX-License-Identifier: GPL-3.0-or-later
// Chance that is the same on every machine: the distributions of the standard library are not.
// SplitMix64, after Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
#pragma once

#include <QtGlobal>
#include <vector>

namespace dtp
{

class Random
{
public:
    explicit Random(quint64 seed) : m_state(seed) { next(); }
    // A stream of its own for the n-th thing, so that one more draw for a person does not change the next one.
    Random(quint64 seed, quint64 stream) : Random(seed * 0x9E3779B97F4A7C15U ^ (stream + 1) * 0xD1B54A32D192ED03U) {}

    quint64 next()
    {
        quint64 z = (m_state += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    // 0 … count-1; 0 when count is 0.
    int below(qsizetype count) { return count <= 0 ? 0 : static_cast<int>(next() % static_cast<quint64>(count)); }
    int between(int low, int high) { return low + below(high - low + 1); }
    bool chance(int perCent) { return below(100) < perCent; }
    bool chancePerMille(int perMille) { return below(1000) < perMille; }

    template <class List>
    const auto& pick(const List& list)
    {
        return list[static_cast<typename List::size_type>(below(static_cast<qsizetype>(list.size())))];
    }

private:
    quint64 m_state;
};

} // namespace dtp
