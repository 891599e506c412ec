// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/data_version.h>

namespace dtp
{

std::pair<qint64, int> dataVersion(const Store& store)
{
    const auto newest = store.history(1);
    return newest && !newest->empty() ? std::pair(newest->front().id, static_cast<int>(newest->front().state))
                                      : std::pair<qint64, int>(0, 0);
}

} // namespace dtp
