// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_place.h"

#include "file_start.h"
#include "page_file.h"
#include "tree_page.h"

#include <vault/head_places.h>
#include <vault/vault.h>

#include <QFile>
#include <algorithm>
#include <cstdlib>

namespace dtp
{

namespace
{
constexpr qint64 pageSize = 4096; // of every file that this program makes
constexpr qint64 vaultHead = 2 * pageSize;
constexpr qint64 blockSize = 1024 * 1024;
const QByteArray headOfPlain("SQLite format 3\0", 16);

bool copyMoved(const QString& from, const QString& to, qint64 missing)
{
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return false;
    const QByteArray zeros(std::max<qint64>(missing, 0), '\0');
    bool isGood = source.seek(std::max<qint64>(-missing, 0)) && target.write(zeros) == zeros.size();
    while (isGood && !source.atEnd()) {
        const QByteArray block = source.read(blockSize);
        isGood = !block.isEmpty() && target.write(block) == block.size();
    }
    return isGood && target.flush();
}

// How many pages are of the kind that what leads to them says, less those that are not. A file is looked at as far as
// is needed to know: what its tables are stands near its beginning.
int agreement(const PageFile& file)
{
    constexpr qint64 most = 2000;
    int sum = 0;
    for (qint64 number = 1; number <= std::min(file.count(), most); ++number) {
        const PageKind kind = kindOfPage(file, number);
        for (const qint64 below : pagesBelow(file, number))
            sum += kindOfPage(file, below) == kind ? 1 : -1;
        const auto leaf = rowsOf(file, number);
        if (!leaf || leaf->rows.empty() || !std::all_of(leaf->rows.begin(), leaf->rows.end(), isOfTableList))
            continue;
        for (const StoredRow& row : leaf->rows) {
            const bool isIndex = row.values[0].bytes == "index";
            const qint64 root = row.values[3].integer;
            if (root > 0)
                sum += kindOfPage(file, root) == (isIndex ? PageKind::OfIndex : PageKind::OfTable) ? 1 : -1;
        }
    }
    return sum;
}

qint64 missingOfPlain(const QString& copy)
{
    constexpr qint64 farthest = 4 * blockSize; // that a beginning is looked for
    constexpr int mostPages = 16;              // that are missing or too many, where there is none
    QFile file(copy);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray start = file.read(farthest);
    if (start.startsWith(headOfPlain))
        return 0;
    std::vector<qint64> possible;
    if (const qint64 at = start.indexOf(headOfPlain); at > 0)
        possible.push_back(-at);
    const qint64 part = (pageSize - file.size() % pageSize) % pageSize;
    for (qint64 pages = -mostPages; pages <= mostPages; ++pages)
        possible.push_back(part + pages * pageSize);
    std::stable_sort(possible.begin(), possible.end(), [](qint64 a, qint64 b) { return std::abs(a) < std::abs(b); });
    qint64 best = 0;
    int most = std::max(agreement(PageFile(copy)), 0);
    for (const qint64 missing : possible) {
        const int found = agreement(PageFile(copy, missing));
        if (found > most)
            best = missing;
        most = std::max(most, found);
    }
    return best;
}

// A page opens under its own number alone.
bool hasPageInPlace(const QString& vault)
{
    const auto damaged = vault::damagedPages(vault);
    const qint64 pages = (QFile(vault).size() - vaultHead + pageSize - 1) / pageSize;
    return damaged && static_cast<qint64>(damaged->size()) < pages;
}

std::optional<qint64> moveVault(const QString& damaged, const QString& copy, const std::vector<qint64>& heads)
{
    const qint64 first = heads.front();
    std::vector<qint64> possible{-first};
    if (heads.size() == 1 || heads[1] != first + pageSize) // one copy alone may be either
        possible.insert(first < pageSize ? possible.begin() : possible.end(), pageSize - first);
    if (vault::isUnlocked(copy) && hasPageInPlace(copy))
        return 0;
    for (const qint64 missing : possible) {
        if (!copyMoved(damaged, copy, missing))
            return std::nullopt;
        if (!vault::isUnlocked(copy) || hasPageInPlace(copy))
            return missing;
    }
    return copyMoved(damaged, copy, 0) ? std::optional<qint64>(0) : std::nullopt;
}
} // namespace

std::optional<qint64> moveIntoPlace(const QString& damaged, const QString& copy)
{
    if (const auto heads = vault::headPlaces(copy); !heads.empty())
        return moveVault(damaged, copy, heads);
    const qint64 missing = vault::isVault(copy) ? 0 : missingOfPlain(copy);
    if (missing == 0)
        return 0;
    return copyMoved(damaged, copy, missing) ? std::optional(missing) : std::nullopt;
}

} // namespace dtp
