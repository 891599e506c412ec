// SPDX-License-Identifier: GPL-3.0-or-later
// Errors as values: every function that can fail returns a Result, and every failure is a sentence for a person.
#pragma once

#include <QString>
#include <tl/expected.hpp>
#include <utility>

namespace dtp
{

// sentence: translated, says what happened to which record or file and what to do. detail: technical, never
// translated, never shown first; it must not hold the content of records.
struct Error {
    QString sentence;
    QString detail;

    bool operator==(const Error&) const = default;
};

template <class T = void>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(QString sentence, QString detail = {})
{
    return tl::unexpected<Error>(Error{std::move(sentence), std::move(detail)});
}

} // namespace dtp

// DTP_TRY(name, expression): declares `name` with the value, or returns the error from the enclosing function.
#define DTP_TRY(name, ...)                                                                                            \
    auto name##Result = (__VA_ARGS__);                                                                                \
    if (!name##Result)                                                                                                \
        return tl::unexpected<::dtp::Error>(std::move(name##Result).error());                                         \
    auto& name = *name##Result

// DTP_CHECK(expression): for a Result<void>; returns its error from the enclosing function. Each use has a variable of
// its own, so that one may stand within a function object that is an argument of another.
#define DTP_CHECK(...) DTP_CHECK_AS(__COUNTER__, __VA_ARGS__)
#define DTP_CHECK_AS(number, ...) DTP_CHECK_NAMED(number, __VA_ARGS__)
#define DTP_CHECK_NAMED(number, ...)                                                                                  \
    do {                                                                                                              \
        if (auto checked##number = (__VA_ARGS__); !checked##number)                                                   \
            return tl::unexpected<::dtp::Error>(std::move(checked##number).error());                                  \
    } while (false)
