// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/table.h>
#include <records/kinds.h>

#include <algorithm>

namespace dtp
{

namespace
{
// All others are texts.
constexpr std::pair<FieldKind, CellKind> kindsOfCells[] = {
    {FieldKind::Integer, CellKind::Integer},
    {FieldKind::Decimal, CellKind::Decimal},
    {FieldKind::Flag, CellKind::Flag},
    {FieldKind::Date, CellKind::Date},
    {FieldKind::PartialDate, CellKind::PartialDate},
    {FieldKind::DateTime, CellKind::DateTime},
};
} // namespace

CellKind cellKindOf(FieldKind kind)
{
    for (const auto& [ofField, ofCell] : kindsOfCells) {
        if (ofField == kind)
            return ofCell;
    }
    return CellKind::Text;
}

TableColumn TableColumn::weighing(double share) const
{
    TableColumn copy = *this;
    copy.weight = share;
    return copy;
}

TableColumn TableColumn::titled(const QString& words) const
{
    TableColumn copy = *this;
    copy.title = words;
    return copy;
}

TableColumn columnOf(const Field& field)
{
    const KindTraits& traits = traitsOf(field);
    return {QLatin1String(field.name),
            field.labelText(),
            field.sensitivity,
            cellKindOf(field.kind),
            1.0,
            traits.isFreeText() && traits.hasLines};
}

TableColumn columnOf(Entity entity, const char* fieldName)
{
    const RecordType& type = recordType(entity);
    const int index = type.indexOf(fieldName);
    Q_ASSERT(index >= 0);
    // A mistake here must not show what should not be shown.
    return index < 0 ? TableColumn{QLatin1String(fieldName), {}, Sensitivity::Restricted, CellKind::Text, 1.0}
                     : columnOf(type.fields[static_cast<size_t>(index)]);
}

TableColumn columnMadeOf(const char* key, const QString& title, const std::vector<TableColumn>& parts, CellKind kind)
{
    TableColumn column{QLatin1String(key), title, Sensitivity::Public, kind, 1.0};
    for (const TableColumn& part : parts)
        column.sensitivity = std::max(column.sensitivity, part.sensitivity);
    return column;
}

TableColumn columnOfTable(const char* key, const QString& title, CellKind kind)
{
    return {QLatin1String(key), title, Sensitivity::Public, kind, 1.0};
}

std::optional<size_t> columnWithKey(const std::vector<TableColumn>& columns, const char* key)
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [key](const TableColumn& column) { return column.key == QLatin1String(key); });
    return found == columns.end() ? std::nullopt : std::optional(static_cast<size_t>(found - columns.begin()));
}

} // namespace dtp
