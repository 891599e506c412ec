// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that keeps something else than what was written: a backup is read once more where it lies.
#include <support/catch.h>
#include <support/fresh_store.h>
#include <support/vault.h>

#include <QFile>
#include <cstdio>
#include <dlfcn.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
bool spoils = false; // what is put in its place
}

// Between the program and the system.
extern "C" int rename(const char* from, const char* to) noexcept
{
    using Rename = int (*)(const char*, const char*);
    static const auto real = reinterpret_cast<Rename>(::dlsym(RTLD_NEXT, "rename"));
    const int done = real(from, to);
    QFile placed(QFile::decodeName(to));
    if (done == 0 && spoils && placed.open(QIODevice::ReadWrite)) {
        // Not the first pages, without which it would not even open.
        for (qint64 at = 6 * 4096; at < placed.size(); at += 4096) {
            placed.seek(at);
            placed.write(QByteArray(64, '\x5A'));
        }
    }
    return done;
}

TEST_CASE("A backup that is not as it was written is noticed where it lies", "[storage][backup]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    FreshStore plain;
    FreshStore encrypted(cheapPassphrase(QStringLiteral("Mali"), QStringLiteral("four words of ours")));
    FreshStore& fresh = isEncrypted ? encrypted : plain;
    for (int i = 0; i < 40; ++i)
        addPerson(*fresh, QStringLiteral("Given%1").arg(i), QStringLiteral("Family%1").arg(i));
    const QString sound = fresh.path(QStringLiteral("sound.dtp"));
    REQUIRE_OK(fresh->backupTo(sound));
    spoils = true;
    const auto made = fresh->backupTo(fresh.path(QStringLiteral("spoilt.dtp")));
    spoils = false;
    REQUIRE_FALSE(made);
    INFO(made.error().sentence.toStdString());
    CHECK(made.error().sentence.startsWith(
        QStringLiteral("The backup spoilt.dtp is not whole at its place: make another one in another folder. ")));
    CHECK(Store::isDamage(made.error()));
}
