// SPDX-License-Identifier: GPL-3.0-or-later
#include "typed_value.h"

#include <records/kinds.h>
#include <search/record_lookup.h>

namespace dtp::cli
{

Result<QVariant> typedValue(const Store& store, const Field& field, const QString& text)
{
    if (field.reference == Entity::None || text.isEmpty())
        return traitsOf(field).parse(field, text, {&store});
    DTP_TRY(key, resolveRecord(store, field.reference, text));
    return QVariant(key);
}

} // namespace dtp::cli
