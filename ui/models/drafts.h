// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed into a record and is not saved yet, kept in the file itself, so that it is there again after a crash.
#pragma once

#include <records/entity.h>
#include <storage/store.h>

#include <QMap>
#include <QVariant>
#include <vector>

namespace dtp
{

struct Draft {
    Entity entity = Entity::None;
    qint64 id = 0;                  // 0: a new record
    QMap<QString, QVariant> fields; // by name, in stored form; only those that were typed
    QMap<QString, QString> typed;   // by name, the words of those that could not be understood

    bool isEmpty() const { return fields.isEmpty() && typed.isEmpty(); }
};

std::vector<Draft> keptDrafts(const Store& store);
Draft keptDraft(const Store& store, Entity entity, qint64 id); // empty when there is none
// Takes the place of the record's draft before; an empty one only removes it.
Result<> keepDraft(Store& store, const Draft& draft);

} // namespace dtp
