// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_lists.h"
#include "verbs.h"

#include <lists/export_file.h>

#include <QCoreApplication>

namespace dtp::cli
{

Option audienceOption()
{
    return {"--audience", "internal|alumni|partner|funder|public",
            "for whom it is (default internal); decides who is named and what is shown", Option::Kind::Choice};
}

Audience audienceOf(const Call& call)
{
    return audienceFromCode(call.value("--audience")).value_or(Audience::Internal);
}

void printDisclosure(const QString& file, const DisclosureSummary& summary, Output& output, QJsonObject more)
{
    more[QStringLiteral("file")] = file;
    more[QStringLiteral("audience")] = audienceCode(summary.audience);
    more[QStringLiteral("named")] = summary.named.size();
    more[QStringLiteral("counted")] = summary.counted.size();
    more[QStringLiteral("left_out")] = summary.leftOut.size();
    output.result(QCoreApplication::translate("Cli", "Wrote “%1”. For: %2. %3")
                      .arg(file, audienceName(summary.audience), summary.sentence()),
                  more);
}

namespace
{
template <Entity entity>
Outcome run(const Session& session, const Call& call, Output& output)
{
    DTP_TRY(store, session.openToWrite(call)); // what leaves is recorded
    DTP_TRY(summary, exportRecords(*store, entity, call.arguments.front(), audienceOf(call)));
    printDisclosure(call.arguments.front(), summary, output);
    return {};
}

constexpr const char* more = "What leaves is recorded in the ledger of disclosures. FILE ends in .csv or .xlsx.";
} // namespace

Verb exportRecommendationsVerb()
{
    return {"export recommendations",
            "FILE",
            "Write the recommendations of all workshops.",
            more,
            {audienceOption()},
            1,
            1,
            false,
            nullptr,
            &run<Entity::Recommendation>};
}

Verb exportParticipationsVerb()
{
    return {"export participations",
            "FILE",
            "Write who took part in which program.",
            more,
            {audienceOption()},
            1,
            1,
            false,
            nullptr,
            &run<Entity::Participation>};
}

Verb exportOrganisationsVerb()
{
    return {
        "export organisations",    "FILE", "Write the organisations.", more, {audienceOption()}, 1, 1, false, nullptr,
        &run<Entity::Organisation>};
}

} // namespace dtp::cli
