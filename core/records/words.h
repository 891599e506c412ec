// SPDX-License-Identifier: GPL-3.0-or-later
// What a value needs of its file to be understood and to be said: the words of vocabularies and the titles of records.
// A Store is one.
#pragma once

#include <base/result.h>
#include <records/entity.h>
#include <records/vocabulary.h>

namespace dtp
{

class Words
{
public:
    virtual ~Words() = default;
    virtual const Vocabulary& vocabulary(const QString& name) const = 0;
    // How a record is called; empty when there is none.
    virtual QString titleOf(Entity entity, qint64 id) const = 0;
    // The key of the one record that is called so, or whose key this is. Fails when there is none or more than one.
    virtual Result<qint64> recordCalled(Entity entity, const QString& text) const = 0;
};

} // namespace dtp
