// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

namespace dtp::cli
{

namespace
{
struct Figure {
    const char* key;
    Entity entity;
};

constexpr Figure figures[] = {
    {"people", Entity::Person},
    {"organisations", Entity::Organisation},
    {"program_series", Entity::ProgramSeries},
    {"programs", Entity::ProgramEdition},
    {"participations", Entity::Participation},
    {"networks", Entity::Network},
    {"memberships", Entity::Membership},
    {"workshops", Entity::Workshop},
    {"invitations", Entity::Invitation},
    {"sessions", Entity::Session},
    {"reports", Entity::Report},
    {"recommendations", Entity::Recommendation},
    {"tasks", Entity::Task},
    {"disclosures", Entity::Disclosure},
};

Outcome run(const Session& session, const Call& call, Output& output)
{
    DTP_TRY(store, session.openToRead(call));
    QJsonObject object;
    std::vector<QStringList> lines;
    for (const Figure& figure : figures) {
        DTP_TRY(count, store->count(figure.entity));
        object[QLatin1String(figure.key)] = count;
        lines.push_back({recordType(figure.entity).pluralText(), QString::number(count)});
    }
    output.json(object);
    output.table(lines);
    return {};
}
} // namespace

Verb statsVerb()
{
    return {"stats", "", "Count what is in the database.", "", {}, 0, 0, false, nullptr, &run};
}

} // namespace dtp::cli
