// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/soundness.h>

#include <chrono>

#include <sqlite3.h>

namespace dtp
{

namespace
{
int isDamaged(void* soundness)
{
    const auto& known = *static_cast<const Soundness*>(soundness);
    return known.wait_for(std::chrono::seconds(0)) == std::future_status::ready && !known.get() ? 1 : 0;
}
} // namespace

Soundness alreadySound()
{
    std::promise<Result<>> known;
    known.set_value({});
    return known.get_future().share();
}

Result<> quickCheck(Connection& connection, const QString& path)
{
    DTP_TRY(sound, connection.value("PRAGMA quick_check(1)"));
    if (sound.toString() == QLatin1String("ok"))
        return {};
    sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return tl::unexpected<Error>(sqliteError(SQLITE_CORRUPT, sound.toString(), path));
}

void stopWhenDamaged(Connection& connection, Soundness& soundness)
{
    constexpr int instructions = 100'000; // between two looks
    sqlite3_progress_handler(connection.handle(), instructions, &isDamaged, &soundness);
}

} // namespace dtp
