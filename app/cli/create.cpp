// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <sample/sample.h>

#include <QCoreApplication>
#include <QFile>

namespace dtp::cli
{

namespace
{
constexpr qint64 greatestSample = 2'000'000;

Outcome run(const Session& session, const Call& call, Output& output)
{
    const bool withSample = call.has("--sample") || call.has("--people") || call.has("--seed");
    SampleSize size;
    const qint64 people = call.number("--people", size.people);
    if (people > greatestSample)
        return wrongUsage(QCoreApplication::translate("Cli", "--people is %1 at most.").arg(greatestSample));
    size.people = static_cast<int>(people);
    size.seed = static_cast<quint32>(call.number("--seed", size.seed));

    DTP_TRY(store, Store::create(call.database, session.environment()));
    if (withSample) {
        if (const auto filled = fillWithSample(*store, size); !filled) {
            store.reset();
            QFile::remove(call.database); // half a sample is of no use
            return tl::unexpected<Failure>(filled.error());
        }
    }
    DTP_TRY(count, store->count(Entity::Person));
    output.result(QCoreApplication::translate("Cli", "Made “%1” with %2 people.").arg(call.database).arg(count),
                  {{QStringLiteral("file"), call.database}, {QStringLiteral("people"), count}});
    return {};
}
} // namespace

Verb createVerb()
{
    return {"create",
            "",
            QT_TRANSLATE_NOOP("Cli", "Make a new, empty database, or one with invented people to learn with."),
            QT_TRANSLATE_NOOP(
                "Cli", "DATABASE must not exist. The same number and seed give the same people on every computer."),
            {{"--sample", "",
              QT_TRANSLATE_NOOP("Cli", "fill it with invented people, programs, networks, a workshop and its report")},
             {"--people", "N", QT_TRANSLATE_NOOP("Cli", "how many invented people (default 3500); implies --sample"),
              Option::Kind::Count},
             {"--seed", "N", QT_TRANSLATE_NOOP("Cli", "another seed gives other people; implies --sample"),
              Option::Kind::Count}},
            0,
            0,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
