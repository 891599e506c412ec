// SPDX-License-Identifier: GPL-3.0-or-later
// Of what the catalogue of columns is made.
#pragma once

#include <columns/column_catalogue.h>

namespace dtp
{

// A field, ordered as people see it.
CatalogueColumn columnOfField(Entity entity, int field);
std::vector<CatalogueColumn> peopleCatalogue(const Store& store);
// What hangs on records of other types than people: members, participants, who works there.
std::vector<CatalogueColumn> relatedCatalogue(Entity entity);

// Texts by key from a statement that gives (key, text) in the order in which they are to stand, for the keys of a JSON
// array, which is its first value.
ColumnTexts joinedTexts(const Store& store, const std::vector<qint64>& ids, const QByteArray& sql,
                        const std::vector<QVariant>& more = {});

} // namespace dtp
