// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include <search/person_search.h>

#include <QCoreApplication>

namespace dtp::cli
{

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
        auto current = Store::open(call.database, m_environment);
        if (!current || !(*current)->isReadOnly())
            store = std::move(current);
    }
    if (!store)
        return tl::unexpected<Error>(std::move(store.error()));
    return watched(std::move(*store));
}

Result<std::unique_ptr<Store>> Session::watched(std::unique_ptr<Store> store) const
{
    m_opened.push_back(store->soundness());
    QObject::connect(&store->notifier(), &Notifier::readingFailed, &store->notifier(), [this](const Error& error) {
        if (!m_unread)
            m_unread = error;
    });
    return store;
}

Result<> Session::soundness() const
{
    for (const auto& opened : m_opened)
        DTP_CHECK(opened.get());
    return {};
}

Result<std::unique_ptr<Store>> Session::openToWrite(const Call& call) const
{
    auto store = Store::open(call.database, m_environment, OpenMode::ReadWrite);
    if (!store)
        return tl::unexpected<Error>(std::move(store.error()));
    if ((*store)->isReadOnly())
        return fail((*store)->readOnlyReason() + QCoreApplication::translate("Cli", " Nothing was changed."));
    return watched(std::move(*store));
}

} // namespace dtp::cli
