// SPDX-License-Identifier: GPL-3.0-or-later
// How a record of a kind is shown in the pane at the right: head, tabs, what hangs on it. A kind without a layout of
// its own gets one from its field table.
#pragma once

#include <records/record_type.h>
#include <storage/store.h>
#include <ui/models/badge_text.h>

#include <functional>
#include <vector>

namespace dtp
{

struct RiskCase;

// A record type that refers to another, and by which field.
struct Relation {
    Entity child;
    const char* linkField;
};
std::vector<Relation> relationsTo(Entity owner);

struct RelatedSpec {
    Entity child = Entity::None;
    const char* linkField = "";
    QString title; // empty: the plural of the kind
    const char* order = "";
    bool descending = false;
    std::function<QString(const Store&, qint64 owner)> hint;
};

struct TabSpec {
    QString title;
    bool hasForm = false;
    std::vector<RelatedSpec> related;
    const char* deed = ""; // of the catalogue, with a button above what is related
    QString deedWords = {};
    bool listsFirst = false; // what is related stands above the form
};

struct HeadText {
    QString title;
    QString subtitle; // the name in its own script
    QString line;     // place and dates
    std::vector<BadgeText> badges;
};

struct RecordLayout {
    std::vector<TabSpec> tabs; // History comes last by itself
    std::function<HeadText(const Store&, const RecordValues&)> head;
    bool hasPhoto = false;
    bool isErasable = false; // a person, whom nothing in the file may remember one day
    bool isReadOnly = false; // a ledger
    QStringList inHead;      // fields that the head says in full, so that the form need not
};

// A form and everything that refers to the kind.
RecordLayout defaultLayout(Entity entity);

RecordLayout programLayout();
RecordLayout seriesLayout();
RecordLayout networkLayout();
RecordLayout organisationLayout();
RecordLayout recommendationLayout();
RecordLayout caseLayout();
RecordLayout disclosureLayout();
RecordLayout layoutOf(Entity entity); // the one of these that fits, or the default; the pages have those of theirs

// "Funders" for "funder"
QString audienceText(const QString& code);
// "Case K7Q of 3 May 2026": whom it is about is not said where it is read from afar.
QString caseText(QDate opened, Id<RiskCase> id);

} // namespace dtp
