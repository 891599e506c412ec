// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a sheet as we understand it, before anybody is looked up.
#pragma once

#include <import/import_mapping.h>
#include <matching/person_match.h>
#include <records/people.h>
#include <records/programs.h>

#include <QString>
#include <QStringList>
#include <vector>

namespace dtp
{

struct ImportedAffiliation {
    QString organisation;
    QString role;
    QString sector; // code
    PartialDate from;
    PartialDate to;
};

struct ImportedProgram {
    QString title;
    int year = 0; // 0: not said
    QString role; // code; empty: participant
    QString outcome;
};

struct ImportedNetwork {
    QString name;
    QString role; // code; empty: member
};

struct ImportedConsent {
    QString purpose;
    QString answer; // empty: not understood, which is no agreement
    QString note;   // the answer as written, where it says more
    int column = 0; // that it stands in: several may be about one purpose
    QString method; // how and when it was given, where it says so
    PartialDate date;
    PartialDate until{}; // on which day it ends
};

struct ImportedLanguage {
    QString language;
    QString level;
};

struct ImportedSkill {
    QString skill;
    QString level;
};

// A paragraph for the notes. value: what could not be kept elsewhere; a person who has it elsewhere needs no note.
struct ImportedNote {
    QString text;
    QString value;
};

struct PersonDraft {
    qint64 number = 0;
    Id<Person> record; // of a sheet that we wrote ourselves
    Person person;     // only what the row says; the rest at its defaults
    std::vector<int>
        said; // indexes in Person's field table that the row has a value for, names and notes not among them
    bool hasSplitName = false; // given and family name come from columns of their own
    std::vector<ContactPoint> contacts;
    QStringList alternateNames;
    std::vector<ImportedAffiliation> affiliations;
    QStringList issues;
    std::vector<ImportedSkill> skills;
    std::vector<ImportedLanguage> languages;
    std::vector<ImportedProgram> programs;
    std::vector<ImportedNetwork> networks;
    std::vector<ImportedConsent> consents;
    QStringList limits;          // remarks that may forbid to disclose something
    bool isSelfRefuting = false; // it agrees to something that it refuses
    bool isReadByLegend = false; // an answer in it, by a line beside the list
    bool mayBeTwoPeople = false; // its name, at a comma
    QStringList unwanted;        // kinds of contact points by which this person is not to be reached, known ones too
    std::vector<ImportedNote> notes; // notes, and what is kept with its heading
    QStringList warnings;            // sentences: what was not understood, and what became of it
    QString digest;                  // of the cells
    std::vector<NameKey> nameKeys;   // of all the names
    int notUnderstood = 0;           // how many values no list knew
    int cellsInError = 0;            // that show an error of the spreadsheet instead of a value
    QString rejection;               // why this is no person; empty when it is one
    QStringList cells;               // as in the file, of rejected rows only
};

// Understands rows by a mapping. May be used by several threads at once.
class RowInterpreter
{
public:
    RowInterpreter(ImportMapping mapping, const ImportWords& words);
    PersonDraft map(const SheetRow& row) const;
    // The cells as a text that is the same for the same row, in whichever file and place it stands.
    QString digestOf(const SheetRow& row) const;
    ~RowInterpreter();

private:
    friend class RowWork;
    std::vector<struct MappedColumn> m_columns;
    ImportMapping m_mapping;
    const ImportWords& m_words;
};

} // namespace dtp
