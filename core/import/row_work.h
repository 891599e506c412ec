// SPDX-License-Identifier: GPL-3.0-or-later
// One row while it is being understood: each column is read by the member function for its target.
#pragma once

#include <cells/consent_words.h>
#include <import/import_row.h>

namespace dtp
{

class RowWork;

struct MappedColumn {
    ColumnMapping mapping;
    QByteArray heading; // in UTF-8, for the digest
    void (RowWork::*read)(const MappedColumn&, const QString&) = nullptr;
    int field = -1;            // in Person's field table
    QString kind;              // of contact point, purpose of consent, which flag
    HeadingWish wish;          // of notes
    bool isPlainNotes = false; // notes without their heading
    bool isReason = false;
    bool isOfStatus = false; // notes on how somebody is
    bool takesList = false;  // several values in one cell, each kept by itself
};

// A year as people write it in a column of years: 1997, 97, '97; 0 when it is none.
int yearOf(const QString& text);

class RowWork
{
public:
    RowWork(const RowInterpreter& mapper, const SheetRow& row);
    PersonDraft result();
    static MappedColumn columnFor(const ColumnMapping& mapping);

private:
    void readColumns();
    void settleNames();
    void settleNameParts();
    void settleWholeName();
    void settleDeceased();
    void settleSplitNames();
    void settlePhones();
    void settleAddresses();
    void settleFlags();
    void settleSafety();
    void settleWork();
    void settlePrograms();
    void settleNetworks();
    void judge();
    QString severalPeople() const;
    bool repeatsHeadings(const QString& name) const;
    bool standsAlone(bool besideNumbers = false) const;
    QString repaired(const QString& cell);

    void readField(const MappedColumn& column, const QString& text);
    void readVocabulary(const MappedColumn& column, const Field& field, const QString& text);
    void readSafety(const MappedColumn& column, const QString& text);
    void readHidingPlace(const MappedColumn& column, const QString& text);
    void readCountry(const MappedColumn& column, const QString& text);
    static bool isOfOtherEra(const MappedColumn& column, const QString& year);
    void setBirth(const MappedColumn& column, const QString& text, int year);
    void readBirth(const MappedColumn& column, const QString& text);
    void readDay(const MappedColumn& column, const QString& text);
    void readFullName(const MappedColumn& column, const QString& text);
    void readFamilyGiven(const MappedColumn& column, const QString& text);
    void readAlternateName(const MappedColumn& column, const QString& text);
    void readNamePart(const MappedColumn& column, const QString& text);
    void readEmail(const MappedColumn& column, const QString& text);
    void readPhone(const MappedColumn& column, const QString& text);
    void readHandle(const MappedColumn& column, const QString& text);
    void readAddress(const MappedColumn& column, const QString& text);
    void readOrganisation(const MappedColumn& column, const QString& text);
    void readRole(const MappedColumn& column, const QString& text);
    void readSector(const MappedColumn& column, const QString& text);
    void readAffiliationDate(const MappedColumn& column, const QString& text);
    void readIssues(const MappedColumn& column, const QString& text);
    void readSkills(const MappedColumn& column, const QString& text);
    void readLanguages(const MappedColumn& column, const QString& text);
    void readProgram(const MappedColumn& column, const QString& text);
    void readYear(const MappedColumn& column, const QString& text);
    void readParticipation(const MappedColumn& column, const QString& text);
    void readNetwork(const MappedColumn& column, const QString& text);
    void readNetworkRole(const MappedColumn& column, const QString& text);
    void readConsent(const MappedColumn& column, const QString& text);
    void readRefusal(const MappedColumn& column, const QString& text);
    void readWish(const MappedColumn& column, const QString& text);
    void readPhotos(const MappedColumn& column, const QString& text);
    void readFlag(const MappedColumn& column, const QString& text);
    void readNotes(const MappedColumn& column, const QString& text);
    void readRecord(const MappedColumn& column, const QString& text);
    void leaveOut(const MappedColumn& column, const QString& text);

    void setField(int field, const QVariant& value);
    void setSafety(const QString& level);
    void keep(const QString& heading, const QString& text);            // in the notes, with its heading
    void keepUnknown(const MappedColumn& column, const QString& text); // the same, and says that it was not understood
    void dropAgreements();
    void heedDanger(const MappedColumn& column, const QString& text, bool isStatus);
    bool isName(const MappedColumn& column, const QString& text);
    void keepUnclearConsent(const MappedColumn& column, const QString& text);
    void addConsent(const MappedColumn& column, const ImportedConsent& said, const QString& words);
    void tellAgreement(const MappedColumn& column, const QString& text, const ConsentReply& reply);
    void readError(const MappedColumn& column, const QString& text);
    bool keepTooLong(const MappedColumn& column, const QString& text);
    struct Flag {
        QString kind; // "email", "contact", "deceased" …
        QString heading;
        int column;
    };
    void setFlag(const MappedColumn& column, const QString& kind);
    void settleFlag(const Flag& flag);
    void keepLeft(const QString& heading, const QStringList& texts);
    void addContact(const QString& kind, const QString& value, const QString& note = {});
    void forbid(const MappedColumn& column, const QStringList& values, const QString& words);
    void addNumbers(const MappedColumn& column, const QString& text);
    QStringList sectorsAtPlaces() const;
    QString unwrapped(const QString& text) const;
    std::optional<PartialDate> dateOf(const MappedColumn& column, const QString& text, bool isBirth = false);

    const RowInterpreter& m_mapper;
    const ImportWords& m_words;
    const SheetRow& m_row;
    PersonDraft m_out;
    QString m_fullName;
    QString m_familyGiven;
    QString m_nameCell;        // either of them with its lines
    bool m_isDeceased = false; // by what stands with the name
    QStringList m_middleNames;
    QStringList m_secondFamilyNames;
    std::vector<std::pair<QString, QString>> m_nameParts; // both of these with their headings
    QStringList m_addresses;
    QStringList m_organisations;
    QStringList m_roles;
    QString m_roleHeading;
    QStringList m_sectors; // codes
    QString m_sectorHeading;
    QString m_sectorCell;
    PartialDate m_from;
    PartialDate m_to;
    std::vector<std::pair<QString, QString>> m_workDates; // both of these as written, with their headings
    QStringList m_programs;
    std::vector<int> m_years;
    QString m_yearHeading;
    QStringList m_participationRoles;
    QStringList m_outcomes;
    QString m_outcomeHeading;
    QStringList m_networks;
    QString m_networkRole;
    QString m_networkRoleHeading;
    const MappedColumn* m_sameAsPhone = nullptr; // says that the phone is for WhatsApp as well
    QString m_sameWords;
    bool m_saysSafety = false;
    bool m_safetyDiffers = false; // between its columns
    std::vector<Flag> m_flags;    // that are set: what this person does not wish
};

} // namespace dtp
