// SPDX-License-Identifier: GPL-3.0-or-later
// Catch2 of Debian 12 (version 2) or 13 (version 3), and how Qt's texts are printed when an assertion fails.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Matchers::Contains;
#else
#include <catch2/catch.hpp>
#endif

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <base/result.h>

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

// REQUIRE that a Result is a value; prints the sentence and the detail when it is not.
#define REQUIRE_OK(...)                                                                                               \
    do {                                                                                                              \
        const auto& requiredOk = (__VA_ARGS__);                                                                       \
        if (!requiredOk)                                                                                              \
            FAIL(requiredOk.error().sentence.toStdString()                                                            \
                 << " [" << requiredOk.error().detail.toStdString() << "]");                                          \
    } while (false)
