// SPDX-License-Identifier: GPL-3.0-or-later
// Catch2 of Debian 12 (version 2) or 13 (version 3), how Qt's texts are printed when an assertion fails, and how a
// test says that it could not be done here.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <base/result.h>
#include <support/runner.h>

#include <ostream>

namespace Catch
{
template <>
struct StringMaker<QString> {
    static std::string convert(const QString& text) { return '"' + text.toStdString() + '"'; }
};
template <>
struct StringMaker<QByteArray> {
    static std::string convert(const QByteArray& text) { return '"' + text.toStdString() + '"'; }
};
template <>
struct StringMaker<QStringList> {
    static std::string convert(const QStringList& list)
    {
        return '[' + list.join(QStringLiteral(" | ")).toStdString() + ']';
    }
};
} // namespace Catch

// Ends a test that needs a right or a thing which is not to be had here (mounting, a device), with the reason. CTest
// then counts it as skipped, not as passed. In the body of a TEST_CASE, before anything is checked.
#define SKIP_TEST(reason)                                                                                             \
    do {                                                                                                              \
        dtp::test::noteSkipped(reason);                                                                               \
        SUCCEED(reason);                                                                                              \
        return;                                                                                                       \
    } while (false)

// REQUIRE that a Result is a value; prints the sentence and the detail when it is not.
#define REQUIRE_OK(...)                                                                                               \
    do {                                                                                                              \
        const auto& requiredOk = (__VA_ARGS__);                                                                       \
        if (!requiredOk)                                                                                              \
            FAIL(requiredOk.error().sentence.toStdString()                                                            \
                 << " [" << requiredOk.error().detail.toStdString() << "]");                                          \
    } while (false)
