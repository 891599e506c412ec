// SPDX-License-Identifier: GPL-3.0-or-later
// What the gate takes out of a text by itself, so that it can be shown beside what staff decide: whole names of people
// whom not everybody it is for may read about, and ways to reach somebody. Inside of this room.
#pragma once

#include <names/name_scanner.h>
#include <privacy/gate.h>
#include <privacy/outside_consents.h>
#include <privacy/text_stretches.h>

#include <memory>

namespace dtp
{

class WithheldByGate
{
public:
    // gate: of the audience that it is for; nullptr: any outside.
    WithheldByGate(const Store& store, const Gate* gate);
    // Stays where it is: the scanner of names knows its own place.
    WithheldByGate(const WithheldByGate&) = delete;
    WithheldByGate& operator=(const WithheldByGate&) = delete;

    Result<std::vector<Stretch>> in(const QString& whole); // with what is put in their place

private:
    bool mayName(qint64 person) const;

    const Store& m_store;
    const Gate* const m_gate;
    std::shared_ptr<const OutsideConsents> m_consents; // where there is no gate; read when the first text is met
    NameScanner m_names;
};

} // namespace dtp
