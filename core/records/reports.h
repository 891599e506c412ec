// SPDX-License-Identifier: GPL-3.0-or-later
// Reports, what they recommend, and the small records of the house: tasks, segments, vocabulary terms, the ledger.
#pragma once

#include <records/workshops.h>

namespace dtp
{

struct Report {
    static constexpr Entity entity = Entity::Report;
    Id<Report> id;
    Id<Workshop> workshop;
    QString title;
    QString subtitle;
    QDate date;
    QString author;
    QString language = QStringLiteral("en");  // BCP 47
    QString status = QStringLiteral("draft"); // vocabulary report_statuses
    bool operator==(const Report&) const = default;
};

// kind says what the program fills in beside the text: see vocabulary section_kinds (text, objectives,
// recommendations, participants, program, session, gaps, figures). Sections form a tree by parent; position orders
// brothers.
struct ReportSection {
    static constexpr Entity entity = Entity::ReportSection;
    Id<ReportSection> id;
    Id<Report> report;
    Id<ReportSection> parent;
    int position = 0;
    QString kind = QStringLiteral("text");
    QString title;
    QString body;    // rich text
    QString closing; // rich text behind what the program fills in
    Id<Session> session;
    bool operator==(const ReportSection&) const = default;
};

struct ReportPhoto {
    static constexpr Entity entity = Entity::ReportPhoto;
    Id<ReportPhoto> id;
    Id<ReportSection> section;
    Id<Image> image;
    int position = 0;
    QString caption;
    bool nobodyRecognisable = false; // somebody looked and said so
    bool operator==(const ReportPhoto&) const = default;
};

// Who can be recognised on a picture of a report: all of them, once somebody is entered.
struct PhotoPerson {
    static constexpr Entity entity = Entity::PhotoPerson;
    Id<PhotoPerson> id;
    Id<ReportPhoto> photo;
    Id<Person> person; // nobody: somebody who is no longer in the file
    bool operator==(const PhotoPerson&) const = default;
};

struct CapacityGap {
    static constexpr Entity entity = Entity::CapacityGap;
    Id<CapacityGap> id;
    Id<Report> report;
    QString category; // vocabulary gap_categories
    QString text;
    QString region;
    int position = 0;
    bool operator==(const CapacityGap&) const = default;
};

struct Recommendation {
    static constexpr Entity entity = Entity::Recommendation;
    Id<Recommendation> id;
    Id<Report> report;
    Id<Workshop> workshop;
    Id<ReportSection> section; // where the report shows it; none: in the first section of recommendations
    int position = 0;
    int level = 0; // 0: on its own; 1: a part of the one before
    QString text;
    QString theme; // vocabulary issues
    QString addressedTo;
    QString owner;
    QDate due;
    QString status = QStringLiteral("open"); // vocabulary recommendation_statuses
    QString evidence;
    bool operator==(const Recommendation&) const = default;
};

struct Task {
    static constexpr Entity entity = Entity::Task;
    Id<Task> id;
    QString title;
    Id<Workshop> workshop;
    Id<Person> person;
    QDate due;
    QString assignedTo;
    bool done = false;
    QString note;
    bool operator==(const Task&) const = default;
};

// A search kept under a name; always current.
struct Segment {
    static constexpr Entity entity = Entity::Segment;
    Id<Segment> id;
    QString name;
    QString query;
    QString note;
    QString recordType = QStringLiteral("person"); // the table of what it finds
    QString view = {};                             // how the list is looked at, as JSON; empty: as it stands
    int position = 0;                              // in the menu; alike: by name
    bool operator==(const Segment&) const = default;
};

struct Term {
    static constexpr Entity entity = Entity::Term;
    Id<Term> id;
    QString vocabulary;
    QString code;
    QString label;
    QString spellings; // separated by "|"
    QString group;
    int position = 0;
    bool operator==(const Term&) const = default;
};

// The ledger of what left: written by the disclosure gate, never changed.
struct Disclosure {
    static constexpr Entity entity = Entity::Disclosure;
    Id<Disclosure> id;
    QDateTime at;
    QString what;           // "Workshop report as PDF"
    QString audience;       // internal, alumni, partner, funder, public
    QString recipient = {}; // to whom it was given, where that was said
    QString file;           // name without folder
    QString by;
    int named = 0;
    int counted = 0;
    int leftOut = 0;
    QString fields; // labels, separated by "; "
    bool operator==(const Disclosure&) const = default;
};

struct DisclosedPerson {
    static constexpr Entity entity = Entity::DisclosedPerson;
    Id<DisclosedPerson> id;
    Id<Disclosure> disclosure;
    qint64 personKey = 0; // no foreign key: the ledger outlives the record
    bool named = false;
    bool operator==(const DisclosedPerson&) const = default;
};

} // namespace dtp
