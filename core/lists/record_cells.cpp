// SPDX-License-Identifier: GPL-3.0-or-later
#include <lists/record_cells.h>

#include <records/amounts.h>

namespace dtp
{

Cell cellOf(const Store& store, const Field& field, const QVariant& stored)
{
    const CellKind kind = cellKindOf(field.kind);
    if (stored.isNull())
        return {QString(), kind};
    if (kind == CellKind::Decimal)
        return {clearNumber(stored.toDouble(), QLocale::c()), kind};
    const bool isInWords = kind == CellKind::Text || kind == CellKind::Flag;
    return {isInWords ? store.displayText(field, stored) : stored.toString(), kind};
}

} // namespace dtp
