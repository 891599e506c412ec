// SPDX-License-Identifier: GPL-3.0-or-later
#include <review/withheld_by_gate.h>

#include <names/contact_scanner.h>

#include <algorithm>

namespace dtp
{

WithheldByGate::WithheldByGate(const Store& store, const Gate* gate)
    : m_naming(std::make_shared<OutsideNaming>(store)), m_names(store, [naming = m_naming, gate](qint64 person) {
          return gate ? gate->mayName(Id<Person>{person}) : naming->isEverywhere(person);
      })
{
}

Result<std::vector<Stretch>> WithheldByGate::in(const QString& whole)
{
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
