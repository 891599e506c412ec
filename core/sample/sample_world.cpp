// SPDX-License-Identifier: GPL-3.0-or-later
#include <sample/sample_world.h>

namespace dtp
{

int SampleWorld::countryIndex(const QString& code) const
{
    for (size_t i = 0; i < lists.countries.size(); ++i) {
        if (lists.countries[i].code == code)
            return static_cast<int>(i);
    }
    return -1;
}

Id<Organisation> SampleWorld::organisationOf(const QString& kind, Random& random) const
{
    std::vector<Id<Organisation>> fitting;
    for (const MadeOrganisation& organisation : organisations) {
        if (organisation.kind == kind)
            fitting.push_back(organisation.id);
    }
    return fitting.empty() ? random.pick(organisations).id : random.pick(fitting);
}

} // namespace dtp
