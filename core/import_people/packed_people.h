// SPDX-License-Identifier: GPL-3.0-or-later
// What an import keeps in packed lists: the members of rows, of people and of their fates, each named once.
#pragma once

#include <import_people/packed.h>
#include <import_people/people_import.h>
#include <import_people/person_state.h>

namespace dtp
{

template <class P>
void pack(P& p, NameKey& key)
{
    p(key.words);
}
template <class P>
void pack(P& p, ImportedAffiliation& a)
{
    p(a.organisation, a.role, a.sector, a.from, a.to);
}
template <class P>
void pack(P& p, ImportedProgram& a)
{
    p(a.title, a.year, a.role, a.outcome);
}
template <class P>
void pack(P& p, ImportedNetwork& a)
{
    p(a.name, a.role);
}
template <class P>
void pack(P& p, ImportedConsent& a)
{
    p(a.purpose, a.answer, a.note, a.column, a.method, a.date, a.until);
}
template <class P>
void pack(P& p, ImportedLanguage& a)
{
    p(a.language, a.level);
}
template <class P>
void pack(P& p, ImportedSkill& a)
{
    p(a.skill, a.level);
}
template <class P>
void pack(P& p, ImportedNote& a)
{
    p(a.text, a.value);
}
// The cells are not packed: only rejected rows have them, and those are kept apart.
template <class P>
void pack(P& p, PersonDraft& d)
{
    p(d.number, d.record, d.person, d.said, d.hasSplitName, d.contacts, d.alternateNames, d.affiliations, d.issues,
      d.skills, d.languages, d.programs, d.networks, d.consents, d.limits, d.isSelfRefuting, d.isReadByLegend,
      d.mayBeTwoPeople, d.unwanted, d.notes, d.warnings, d.digest, d.nameKeys, d.notUnderstood, d.cellsInError,
      d.rejection);
}
template <class P, class R>
void pack(P& p, Kept<R>& kept)
{
    p(kept.record, kept.isChanged);
}
template <class P>
void pack(P& p, PersonState& s)
{
    p(s.person, s.isNew, s.isChanged, s.hasRefused, s.names, s.contacts, s.affiliations, s.issues, s.skills,
      s.languages, s.participations, s.memberships, s.consents, s.sources, s.saidBefore, s.answeredBefore, s.nameKeys);
}
template <class P>
void pack(P& p, PlannedRow& row)
{
    p(row.number, row.fate, row.name, row.person, row.reason, row.warnings);
}

} // namespace dtp
