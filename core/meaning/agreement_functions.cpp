// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/agreement_functions.h>

#include <database/connection.h>
#include <meaning/consents.h>

#include <memory>
#include <sqlite3.h>

namespace dtp
{

namespace
{
QString textOf(sqlite3_value* value)
{
    return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_value_text(value)), sqlite3_value_bytes(value));
}

void addConsent(sqlite3_context* context, int, sqlite3_value** values)
{
    auto** all = static_cast<KeptAgreements**>(sqlite3_aggregate_context(context, sizeof(KeptAgreements*)));
    if (!all) {
        sqlite3_result_error_nomem(context);
        return;
    }
    if (!*all)
        *all = new KeptAgreements;
    (*all)->add(sqlite3_value_int64(values[0]), textOf(values[1]), textOf(values[2]), textOf(values[3]),
                textOf(values[4]));
}

void agreementsOf(sqlite3_context* context)
{
    auto** all = static_cast<KeptAgreements**>(sqlite3_aggregate_context(context, 0));
    const std::unique_ptr<KeptAgreements> agreements(all ? *all : nullptr);
    const QByteArray bytes = agreements ? agreements->toBytes() : QByteArray();
    sqlite3_result_blob(context, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
}

QByteArrayView bytesOf(sqlite3_value* value)
{
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    return {bytes, bytes ? sqlite3_value_bytes(value) : 0};
}

void agreementEnds(sqlite3_context* context, int, sqlite3_value** values)
{
    const QDate day = QDate::fromJulianDay(sqlite3_value_int64(values[1]));
    const QDate last = QDate::fromJulianDay(sqlite3_value_int64(values[2]));
    sqlite3_result_int(context, KeptAgreements::end(bytesOf(values[0]), day, last) ? 1 : 0);
}

void agreementHolds(sqlite3_context* context, int, sqlite3_value** values)
{
    const QByteArrayView kept = bytesOf(values[0]);
    const QDate day = QDate::fromJulianDay(sqlite3_value_int64(values[2]));
    sqlite3_result_int(context, KeptAgreements::hold(kept, sqlite3_value_int64(values[1]), day) ? 1 : 0);
}
} // namespace

Result<> addAgreementFunctions(sqlite3* database)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    for (const int code : {sqlite3_create_function_v2(database, "agreements_of", 5, flags, nullptr, nullptr,
                                                      &addConsent, &agreementsOf, nullptr),
                           sqlite3_create_function_v2(database, "agreement_ends", 3, flags, nullptr, &agreementEnds,
                                                      nullptr, nullptr, nullptr),
                           sqlite3_create_function_v2(database, "agreement_holds", 3, flags, nullptr, &agreementHolds,
                                                      nullptr, nullptr, nullptr)}) {
        if (code != SQLITE_OK)
            return tl::unexpected<Error>(sqliteError(database));
    }
    return {};
}

} // namespace dtp
