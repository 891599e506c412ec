// SPDX-License-Identifier: GPL-3.0-or-later
// The sample that the tests of it look at, and what they ask again and again.
#pragma once

#include <sample/sample.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QCoreApplication>
#include <algorithm>
#include <memory>
#include <vector>

namespace dtp::test
{

// The sample of usual size, made once for the tests that only read. It is closed while Qt is still there, which closes
// no database afterwards.
inline Store& sample()
{
    static std::unique_ptr<FreshStore> file;
    if (!file) {
        auto made = std::make_unique<FreshStore>();
        REQUIRE_OK(fillWithSample(**made, {}));
        file = std::move(made);
        qAddPostRoutine([] { file.reset(); });
    }
    return **file;
}

template <class R>
std::vector<R> all(const Store& store, const Where& where = {})
{
    auto records = store.find<R>(where);
    REQUIRE_OK(records);
    return std::move(*records);
}

inline double shareOf(size_t part, size_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

template <class List, class Condition>
size_t countIf(const List& list, Condition condition)
{
    return static_cast<size_t>(std::count_if(list.begin(), list.end(), condition));
}

} // namespace dtp::test
