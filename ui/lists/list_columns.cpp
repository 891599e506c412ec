// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lists/list_columns.h>

#include <base/partial_date.h>
#include <columns/column_catalogue.h>
#include <records/kinds.h>
#include <records/masking.h>

#include <QLocale>
#include <algorithm>

namespace dtp
{

namespace
{
QString dayText(const QString& stored, bool isWhole)
{
    const QLocale locale;
    if (isWhole)
        return locale.toString(QDate::fromString(stored, Qt::ISODate), QLocale::ShortFormat);
    return PartialDate::fromStorage(stored).value_or(PartialDate()).toText(locale);
}

ListColumn lookedUp(const CatalogueColumn& one)
{
    ListColumn column;
    column.key = one.key();
    column.title = one.column.title;
    column.isNumber = one.column.isNumber();
    column.namesPeople = one.namesPeople;
    const bool isDay = one.column.kind == CellKind::Date;
    const bool isTime = isDay || one.column.kind == CellKind::PartialDate;
    column.lookUp = [texts = one.texts, isDay, isTime](const Store& store,
                                                       const std::vector<qint64>& ids) -> ColumnTexts {
        DTP_TRY(found, texts(store, ids));
        for (QString& text : found) {
            if (isTime && !text.isEmpty())
                text = dayText(text, isDay);
        }
        return std::move(found);
    };
    return column;
}
// What a page has named and said no more of: its width, whether it tells of somebody.
void fillIn(ListColumn& column, const CatalogueColumn& known)
{
    ListColumn whole = lookedUp(known);
    column.lookUp = std::move(whole.lookUp);
    column.isNumber = whole.isNumber;
    column.namesPeople = whole.namesPeople;
    if (column.title.isEmpty())
        column.title = whole.title;
}
} // namespace

std::vector<ListColumn> withCatalogue(const Store& store, Entity entity, std::vector<ListColumn> own)
{
    const std::vector<CatalogueColumn> catalogue = columnCatalogue(store, entity);
    const RecordType& type = recordType(entity);
    for (ListColumn& column : own) {
        const CatalogueColumn* known = columnCalled(catalogue, column.key);
        if (known && known->texts && !column.text && !column.lookUp)
            fillIn(column, *known);
        column.isSortable = column.isSortable && known;
        column.isGroupable = column.isSortable && known->groups != CatalogueColumn::Groups::None;
    }
    for (const CatalogueColumn& one : catalogue) {
        const bool isThere =
            std::any_of(own.begin(), own.end(), [&](const ListColumn& column) { return column.key == one.key(); });
        const bool isMasked = one.field >= 0 && isMaskedOnScreen(type, type.fields[static_cast<size_t>(one.field)]);
        if (isThere || isMasked)
            continue;
        ListColumn column = one.field >= 0 ? fieldColumn(entity, one.field) : lookedUp(one);
        column.isShown = false;
        column.isGroupable = one.groups != CatalogueColumn::Groups::None;
        own.push_back(std::move(column));
    }
    return own;
}

} // namespace dtp
