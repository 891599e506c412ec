// SPDX-License-Identifier: GPL-3.0-or-later
// People and what hangs on them. Alumni, trainers, partner staff and other contacts are one kind of record.
#pragma once

#include <base/id.h>
#include <base/partial_date.h>
#include <records/entity.h>

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <optional>

namespace dtp
{

struct Organisation;

// A picture: a portrait or a photo of a report. data is PNG or JPEG, at most 10 MiB.
struct Image {
    static constexpr Entity entity = Entity::Image;
    Id<Image> id;
    QByteArray data;
    QString mediaType;
    QString description;
    bool operator==(const Image&) const = default;
};

struct Person {
    static constexpr Entity entity = Entity::Person;
    Id<Person> id;
    QString givenName;
    QString familyName;
    QString ownScriptName;
    QString pronouns;
    QString gender; // vocabulary genders
    std::optional<int> birthYear;
    QString country; // ISO 3166 alpha-2
    QString place;
    QString identity;                               // as the person describes it; restricted
    QString disability;                             // vocabulary yes_no; restricted
    QString status = QStringLiteral("active");      // vocabulary person_statuses
    QString safetyLevel = QStringLiteral("normal"); // vocabulary safety_levels: normal, careful, at_risk
    QString safeChannel;                            // how to reach this person without harm
    QString notes;
    QDate lastVerified;
    Id<Image> photo;
    bool operator==(const Person&) const = default;
};

struct AlternateName {
    static constexpr Entity entity = Entity::AlternateName;
    Id<AlternateName> id;
    Id<Person> person;
    QString name;
    QString kind; // vocabulary name_kinds
    bool operator==(const AlternateName&) const = default;
};

struct ContactPoint {
    static constexpr Entity entity = Entity::ContactPoint;
    Id<ContactPoint> id;
    Id<Person> person;
    QString kind;  // vocabulary contact_kinds: email, phone, whatsapp, signal, telegram, social, website, post
    QString value; // as typed
    QString e164;  // of phones, kept by the program: see phone.h
    bool preferred = false;
    bool doNotUse = false;
    QString note;
    bool operator==(const ContactPoint&) const = default;
};

struct Affiliation {
    static constexpr Entity entity = Entity::Affiliation;
    Id<Affiliation> id;
    Id<Person> person;
    Id<Organisation> organisation;
    QString role;
    QString sector; // vocabulary sectors
    PartialDate from;
    PartialDate to; // empty: still there, as far as known
    bool operator==(const Affiliation&) const = default;
};

struct PersonIssue {
    static constexpr Entity entity = Entity::PersonIssue;
    Id<PersonIssue> id;
    Id<Person> person;
    QString issue; // vocabulary issues
    bool operator==(const PersonIssue&) const = default;
};

struct PersonSkill {
    static constexpr Entity entity = Entity::PersonSkill;
    Id<PersonSkill> id;
    Id<Person> person;
    QString skill; // vocabulary skills
    QString level; // vocabulary skill_levels
    QString evidence;
    QString verifiedBy;
    QDate verifiedOn;
    bool willTrain = false;
    bool willMentor = false;
    bool willFacilitate = false;
    bool operator==(const PersonSkill&) const = default;
};

struct PersonLanguage {
    static constexpr Entity entity = Entity::PersonLanguage;
    Id<PersonLanguage> id;
    Id<Person> person;
    QString language; // vocabulary languages
    QString level;    // vocabulary language_levels
    bool operator==(const PersonLanguage&) const = default;
};

// What a person agreed to, or did not. The newest entry of a purpose counts; none means "not asked": no.
struct Consent {
    static constexpr Entity entity = Entity::Consent;
    Id<Consent> id;
    Id<Person> person;
    // Vocabulary consent_purposes: directory, contact_details, partners, funders, publicity, photo, newsletter.
    QString purpose;
    QString answer; // vocabulary consent_answers: agreed, refused, withdrawn
    QString askedBy;
    QString method;
    QDate answeredOn;
    QDate expiresOn; // invalid: no end
    QString note;
    bool operator==(const Consent&) const = default;
};

struct ContactNote {
    static constexpr Entity entity = Entity::ContactNote;
    Id<ContactNote> id;
    Id<Person> person;
    QDate date;
    QString kind; // vocabulary note_kinds
    QString text;
    QString nextAction;
    QDate nextActionOn;
    QString by;
    bool operator==(const ContactNote&) const = default;
};

// Which row of which file a record came from, or was joined with.
struct Provenance {
    static constexpr Entity entity = Entity::Provenance;
    Id<Provenance> id;
    Id<Person> person;
    QString file; // name without folder
    int row = 0;  // 1 is the first row of the file, the heading included
    QDateTime importedAt;
    QString digest; // of the row's cells: knows the same row again in another file or place
    bool operator==(const Provenance&) const = default;
};

// A record that was merged into this one: by its key what left before, and what others wrote of it, is still known to
// be about this person.
struct MergedPerson {
    static constexpr Entity entity = Entity::MergedPerson;
    Id<MergedPerson> id;
    Id<Person> person;
    qint64 formerKey = 0; // no foreign key: that record is gone
    QString name;         // as it was called
    QDateTime mergedAt;
    QString by;
    bool operator==(const MergedPerson&) const = default;
};

// "Given Family", or whichever name there is.
QString fullName(const Person& person);

} // namespace dtp
