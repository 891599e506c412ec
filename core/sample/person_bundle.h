// SPDX-License-Identifier: GPL-3.0-or-later
// A person of the sample with everything that hangs on her, before any of it has a key.
#pragma once

#include <sample/sample_world.h>

namespace dtp
{

struct PersonBundle {
    Person person;
    MadePerson made;
    std::vector<AlternateName> names;
    std::vector<ContactPoint> contacts;
    std::vector<Affiliation> affiliations;
    std::vector<PersonIssue> issues;
    std::vector<PersonSkill> skills;
    std::vector<PersonLanguage> languages;
    std::vector<Consent> consents;
    std::vector<ContactNote> notes;
    std::vector<Provenance> sources;
    std::vector<Participation> participations;
};

// The index-th person: depends on the seed and the index alone, so that threads may share the work.
PersonBundle makePerson(const SampleWorld& world, qint64 index);

// Parts of it, in a file of their own.
void addContacts(const SampleWorld& world, PersonBundle& bundle, qint64 index, Random& random);
void addConsents(PersonBundle& bundle, Random& random);
void addContactNotes(const SampleWorld& world, PersonBundle& bundle, Random& random);

} // namespace dtp
