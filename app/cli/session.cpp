// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include <search/person_search.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace dtp::cli
{

namespace
{
Error withBackup(Error error, const QString& database)
{
    const QString backup = Store::isDamage(error) ? Store::newestBackup(database) : QString();
    if (!backup.isEmpty())
        error.sentence +=
            QCoreApplication::translate("Cli", " The newest backup is “%1”: “restore” puts it in place.").arg(backup);
    return error;
}
} // namespace

Session::Session()
{
    m_environment.clock = &m_clock;
    m_environment.ids = &m_ids;
    m_environment.author = qEnvironmentVariable("USER", QStringLiteral("command line"));
    m_environment.participants.push_back(makePersonIndex());
}

Result<std::unique_ptr<Store>> Session::openToRead(const Call& call) const
{
    auto store = Store::open(call.database, m_environment, OpenMode::ReadOnly);
    // A file of an earlier layout is brought up to date, after a backup, as the window does: reading it is no reason
    // to be sent away.
    if (!store && store.error().detail == QLatin1String("older layout")) {
        if (auto current = Store::open(call.database, m_environment); current && !(*current)->isReadOnly())
            store = std::move(current);
    }
    if (!store)
        return tl::unexpected<Error>(withBackup(std::move(store.error()), call.database));
    return watched(std::move(*store), call.database);
}

Result<std::unique_ptr<Store>> Session::watched(std::unique_ptr<Store> store, const QString& database) const
{
    m_opened.push_back({database, store->soundness()});
    QObject::connect(&store->notifier(), &Notifier::readingFailed, &store->notifier(), [this](const Error& error) {
        if (!m_unread)
            m_unread = error;
    });
    return store;
}

Result<> Session::soundness() const
{
    for (const Opened& opened : m_opened) {
        if (const Result<>& sound = opened.soundness.get(); !sound)
            return tl::unexpected<Error>(withBackup(sound.error(), opened.database));
    }
    return {};
}

Result<std::unique_ptr<Store>> Session::openToWrite(const Call& call) const
{
    auto store = Store::open(call.database, m_environment, OpenMode::ReadWrite);
    if (!store)
        return tl::unexpected<Error>(withBackup(std::move(store.error()), call.database));
    if ((*store)->isReadOnly())
        return fail((*store)->readOnlyReason() + QCoreApplication::translate("Cli", " Nothing was changed."));
    return watched(std::move(*store), call.database);
}

} // namespace dtp::cli
