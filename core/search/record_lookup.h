// SPDX-License-Identifier: GPL-3.0-or-later
// A record that somebody names in words: by its number, its title, or a part of the title that no other has.
#pragma once

#include <base/result.h>
#include <storage/store.h>

namespace dtp
{

// The key of the one record of this type that is meant. A number is taken for a key when there is such a record ("P12"
// as in exported lists as well), else for a part of a title, as in “Geneva 2023”. Case, accents and script do not
// matter. Fails with a sentence that lists the candidates when several fit, with their numbers and, where they have
// one title, with what tells them apart; and when none does.
Result<qint64> resolveRecord(const Store& store, Entity entity, const QString& text);

template <class R>
Result<Id<R>> resolveRecord(const Store& store, const QString& text)
{
    DTP_TRY(key, resolveRecord(store, R::entity, text));
    return Id<R>{key};
}

} // namespace dtp
