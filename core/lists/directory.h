// SPDX-License-Identifier: GPL-3.0-or-later
// Lists as documents, as drafts for the gate: a directory of people, and recommendations across workshops.
#pragma once

#include <base/progress.h>
#include <document/document.h>
#include <storage/store.h>

#include <vector>

namespace dtp
{

// People by country, with where they work and which programs they came through. Contacts are internal: the gate shows
// those of people who agreed to it. At risk: without contacts.
Result<Document> directoryDocument(const Store& store, const std::vector<qint64>& people, const QString& title,
                                   const Progress& progress = {});

// What the workshops recommended and what became of it: a table for each workshop, newest first.
Result<Document> recommendationsDocument(const Store& store, const Where& where = {});

} // namespace dtp
