// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed for a field, in the field's stored form.
#pragma once

#include <records/field.h>
#include <storage/store.h>

namespace dtp::cli
{

// A record is named by its number, its title or a part of one that fits no other.
Result<QVariant> typedValue(const Store& store, const Field& field, const QString& text);

} // namespace dtp::cli
