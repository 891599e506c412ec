// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a search are looked for in notes too, which never leave: somebody who is in a list for them alone says to
// whoever gets it what stands in her notes.
#pragma once

#include <base/result.h>
#include <storage/store.h>

#include <QStringList>

namespace dtp
{

// The words of this search for people, and of the saved searches in it, that somebody who is found has in her notes
// and in no name, address, place or organisation; of words that must not be there, somebody in the file.
Result<QStringList> wordsInNotesAlone(const Store& store, Entity entity, const QString& query);

} // namespace dtp
