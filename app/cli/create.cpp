// SPDX-License-Identifier: GPL-3.0-or-later
#include "passphrases.h"
#include "verbs.h"

#include <sample/sample.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr qint64 greatestSample = 2'000'000;

Outcome run(const Session& session, const Call& call, Output& output)
{
    const bool withSample = call.has("--sample") || call.has("--people") || call.has("--seed");
    SampleSize size;
    const qint64 people = call.number("--people", size.people);
    if (people > greatestSample)
        return wrongUsage(Cli::tr("--people is %1 at most.").arg(greatestSample));
    size.people = static_cast<int>(people);
    size.seed = static_cast<quint32>(call.number("--seed", size.seed));

    // What is invented needs no lock, unless somebody asks for one.
    const bool isPlain = call.has("--plain") || (withSample && !call.passphraseFd && call.keyFile.isEmpty());
    std::optional<vault::FirstPassphrase> first;
    if (!isPlain && !QFileInfo::exists(call.database)) {
        const QString name = call.value("--name", session.environment().author);
        DTP_TRY(secret, newPassphrase(call, NewFrom::Call, name));
        first = vault::FirstPassphrase{name, secret};
    }
    DTP_TRY(store, Store::create(call.database, session.environment(), first ? &*first : nullptr));
    if (withSample) {
        if (const auto filled = fillWithSample(*store, size); !filled) {
            store.reset();
            QFile::remove(call.database); // half a sample is of no use
            return tl::unexpected<Failure>(filled.error());
        }
    }
    DTP_TRY(count, store->count(Entity::Person));
    output.result((first ? Cli::tr("Made “%1”, encrypted, with %2. “vault code” makes a recovery code "
                                   "for the day when the passphrase is forgotten.")
                         : Cli::tr("Made “%1” with %2."))
                      .arg(call.database, Cli::tr("%n people", nullptr, static_cast<int>(count))),
                  {{QStringLiteral("file"), call.database},
                   {QStringLiteral("people"), count},
                   {QStringLiteral("encrypted"), first.has_value()}});
    return {};
}
} // namespace

Verb createVerb()
{
    return {
        "create",
        "",
        QT_TRANSLATE_NOOP("Cli", "Make a new, empty database, or one with invented people to learn with."),
        QT_TRANSLATE_NOOP(
            "Cli", "DATABASE must not exist. It is encrypted with a passphrase from the terminal, --passphrase-fd or "
                   "--key-file. The same number and seed give the same people on every computer."),
        {{"--sample", "",
          QT_TRANSLATE_NOOP("Cli", "fill it with invented people, programs, networks, a workshop and its report")},
         {"--people", "N", QT_TRANSLATE_NOOP("Cli", "how many invented people (default 3500); implies --sample"),
          Option::Kind::Count},
         {"--seed", "N", QT_TRANSLATE_NOOP("Cli", "another seed gives other people; implies --sample"),
          Option::Kind::Count},
         {"--plain", "",
          QT_TRANSLATE_NOOP("Cli",
                            "do not encrypt it: everybody who gets the file can read it. So is a sample, unless "
                            "a passphrase is given")},
         {"--name", "NAME", QT_TRANSLATE_NOOP("Cli", "whose passphrase it is (default: you)"), Option::Kind::Text}},
        0,
        0,
        false,
        nullptr,
        &run,
        false};
}

} // namespace dtp::cli
