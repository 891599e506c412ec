// SPDX-License-Identifier: GPL-3.0-or-later
// The file of a test that is killed: opened in a process of its own, with the clock and keys of everyday.
#pragma once

#include <search/person_search.h>
#include <storage/store.h>
#include <support/catch.h>
#include <vault/vault.h>

namespace dtp::test
{

// Opens what DTP_TEST_VICTIM names, an encrypted file by “correct horse”.
struct Victim {
    SystemClock clock;
    IdMaker ids{clock};
    Environment environment;
    std::unique_ptr<Store> store;

    Victim()
    {
        const QString path = qEnvironmentVariable("DTP_TEST_VICTIM");
        REQUIRE(!path.isEmpty());
        environment.clock = &clock;
        environment.ids = &ids;
        environment.participants.push_back(makePersonIndex());
        if (vault::isVault(path))
            REQUIRE_OK(vault::unlock(path, QStringLiteral("correct horse")));
        auto opened = Store::open(path, environment);
        REQUIRE_OK(opened);
        store = std::move(*opened);
    }
};

} // namespace dtp::test
