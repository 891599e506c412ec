// SPDX-License-Identifier: GPL-3.0-or-later
#include <review/withheld_by_gate.h>

#include <words/contact_scanner.h>

#include <algorithm>

namespace dtp
{

WithheldByGate::WithheldByGate(const Store& store, const Gate* gate)
    : m_store(store), m_gate(gate), m_names(store, [this](qint64 person) { return mayName(person); })
{
}

bool WithheldByGate::mayName(qint64 person) const
{
    return m_gate ? m_gate->mayName(Id<Person>{person}) : m_consents->mayNameToAll(person);
}

Result<std::vector<Stretch>> WithheldByGate::in(const QString& whole)
{
    if (!m_gate && !m_consents) {
        DTP_TRY(consents, OutsideConsents::read(m_store));
        m_consents = std::move(consents);
    }
    std::vector<Stretch> withheld;
    for (const FoundContact& contact : contactsIn(whole))
        withheld.push_back({contact.from, contact.length, contactPlaceholder()});
    DTP_TRY(names, m_names.namesIn(whole, {}, NameScanner::Where::Report));
    for (const NameScanner::Found& name : names) {
        if (m_names.mustBeWithheld(name))
            withheld.push_back({name.from, name.length, NameScanner::placeholder()});
    }
    std::sort(withheld.begin(), withheld.end(), [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
    return withheld;
}

} // namespace dtp
