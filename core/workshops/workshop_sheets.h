// SPDX-License-Identifier: GPL-3.0-or-later
// What is printed of a workshop, as drafts for the disclosure gate: list of participants, agenda, sign-in sheet.
#pragma once

#include <document/document.h>
#include <records/workshops.h>
#include <storage/store.h>

namespace dtp
{

enum class OnSheet {
    Everybody, // on the list, in any state
    Coming,    // accepted or attended
};

// By name. Who is at risk is listed without contacts: they are to be reached in the safe way only.
Result<Table> participantsTable(const Store& store, Id<Workshop> workshop, OnSheet who);

// A table for each day: time, session, room, and on lines of their own those who lead it.
Result<Document> agendaDocument(const Store& store, Id<Workshop> workshop);

// A page for each day with those who are coming and room to sign.
Result<Document> signInDocument(const Store& store, Id<Workshop> workshop);

} // namespace dtp
