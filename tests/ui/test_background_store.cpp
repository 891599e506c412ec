// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/catch.h>
#include <support/fresh_store.h>
#include <ui/models/background_store.h>

#include <QSemaphore>

#include <atomic>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A long job on a file's thread ends when the file is closed", "[background]")
{
    FreshStore file;
    auto background = std::make_unique<BackgroundStore>(*file.store);
    QSemaphore begun;
    std::atomic_bool isEnded = false;
    background->run<void>(
        [&, isNeeded = background->whileNeeded()](Store&) -> Result<> {
            begun.release();
            while (goOn(isNeeded, 0, 1))
                QThread::yieldCurrentThread();
            isEnded = true;
            return {};
        },
        [](Result<void>) { FAIL("nothing is delivered to who is gone"); });
    begun.acquire();
    CHECK_FALSE(isEnded);
    background.reset();
    CHECK(isEnded);
}
