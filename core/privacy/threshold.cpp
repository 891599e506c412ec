// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/threshold.h>

#include <storage/store.h>

#include <QCoreApplication>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr int usualSmallCell = 5;

QString smallCellKey()
{
    return QStringLiteral("smallCell");
}

Result<int> typedSmallCell(const QString& typed)
{
    bool isNumber = false;
    const int number = typed.trimmed().toInt(&isNumber);
    if (!isNumber || number < leastSmallCell || number > greatestSmallCell)
        return fail(QCoreApplication::translate("Disclosure", "“%1” is not a number from %2 to %3.")
                        .arg(typed.trimmed())
                        .arg(leastSmallCell)
                        .arg(greatestSmallCell));
    return number;
}
} // namespace

int smallCellOf(const Store& store)
{
    bool isNumber = false;
    const int kept = store.setting(smallCellKey()).toInt(&isNumber);
    return isNumber && kept >= leastSmallCell ? std::min(kept, greatestSmallCell) : usualSmallCell;
}

Result<> setSmallCell(Store& store, const QString& typed)
{
    DTP_TRY(number, typedSmallCell(typed));
    return store.setSetting(smallCellKey(), QString::number(number));
}

Result<int> askedSmallCell(const Store& store, const QString& typed)
{
    DTP_TRY(number, typedSmallCell(typed));
    if (const int least = smallCellOf(store); number < least)
        return fail(QCoreApplication::translate("Disclosure",
                                                "The file hides numbers below %1 from outsiders; for one export that "
                                                "can be a larger number, and not %2.")
                        .arg(least)
                        .arg(number));
    return number;
}

} // namespace dtp
