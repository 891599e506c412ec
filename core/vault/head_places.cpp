// SPDX-License-Identifier: GPL-3.0-or-later
#include <vault/head_places.h>

#include "header.h"
#include "raw_file.h"

#include <algorithm>

namespace dtp::vault
{

std::vector<qint64> headPlaces(const QString& path)
{
    constexpr qint64 most = 4 * 1024 * 1024;
    const RawFile file(path, false);
    const QByteArray start = file.read(0, static_cast<int>(std::min(file.size(), most)));
    std::vector<qint64> places;
    for (qsizetype at = start.indexOf(headMagic); at >= 0; at = start.indexOf(headMagic, at + 1)) {
        if (newerHeader(start.mid(at, pageSize)))
            places.push_back(at);
    }
    return places;
}

} // namespace dtp::vault
