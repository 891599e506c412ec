// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of deeds on records: what one can do to one or many of them, by name. Menus, Find anything, the
// command line and the tests walk it. A new one is a row in record_deeds.cpp.
//
// Every deed is one change set, but for those that write something out. Deeds on the file, the window and the pages
// are the window's own: see ui/shell/menus.cpp.
#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <storage/store.h>

#include <QHash>
#include <utility>
#include <vector>

namespace dtp
{

// What a deed has to be told: a value of a field, in its stored form.
struct DeedQuestion {
    Entity entity = Entity::None;
    const char* name = "";
    bool isRequired = false;
    const char* words = ""; // where the field's label would not be understood

    const Field& field() const;
    QString labelText() const; // translated
};

struct DeedCall {
    Entity entity = Entity::None;
    std::vector<qint64> ids;
    RecordValues answers; // of the type that the questions are about; what was not asked stays as it is there
    QString field;        // for the deed that sets one
    bool empties = false; // an empty value is meant, and not one that was forgotten
    Progress progress = {};

    int count() const { return static_cast<int>(ids.size()); }
};

struct Deed {
    const char* key;                      // stable, for the command line and tests: "add-to-network"
    const char* title;                    // with "%1" for what it is done to: "Add %1 to a network"
    const char* icon;                     // freedesktop name
    Entity on = Entity::None;             // None: every type that may be changed
    Entity makes = Entity::None;          // what the answers are: a record of this type is made for each, or changed
    const char* owner = "";               // the field of it that names the record
    std::vector<const char*> asks = {};   // fields of it; the first is always required
    std::vector<const char*> onceBy = {}; // who has one with the same answers here is left out
    const char* today = "";               // a date of it that is today unless said
    std::pair<const char*, int> inDays = {"", 0};                // a date of it that is so many days ahead unless said
    std::vector<std::pair<const char*, const char*>> words = {}; // of what is asked, in place of labels
    const char* history = ""; // the sentence of the change: "Add %1 to the network “%2”"; %2 the first answer
    const char* done = "";    // "Added %1 to the network “%2”."
    Result<QString> (*run)(Store&, const Deed&, const DeedCall&) = nullptr; // nullptr: makes or removes the records
    bool setsField = false; // the questions are the fields of the record itself: the one that is named in the call
    const char* field = ""; // ... or always this one: "state"
    bool removes = false;   // what it has with the same answers in `onceBy` goes, in place of being made
    // What of the catalogue of exports is made of the records when it is done, by the first answer; "": of any other.
    std::vector<std::pair<const char*, const char*>> thenExports = {};
    std::vector<std::pair<const char*, const char*>> thenTells = {}; // of its answers, as which parameters of that
    const char* writes = ""; // what of the catalogue of exports it is: the records stay as they are
    int least = 1;           // how many records it needs
    bool showsFirst = false; // what becomes of them is looked at before it is done
    const char* hint = "";   // what it does and does not, said where it is asked about
    const char* group = "";  // the part of the menu in which it stands with others; "": in the menu itself

    bool isFor(Entity entity) const;
    bool asksSomething() const { return setsField || makes != Entity::None || isExport() || showsFirst; }
    bool isExport() const { return *writes != '\0'; }
    QString groupText() const; // translated
    QString hintText() const;  // translated
    // "Delete 2 people": what a menu says.
    QString titleFor(Entity entity, int count) const;
    std::vector<DeedQuestion> questions(const DeedCall& call) const;
    QString exportsAfter(const DeedCall& call) const;                // key of the catalogue; empty: nothing
    QHash<QString, QVariant> tellsAfter(const DeedCall& call) const; // by the keys of its parameters
    // Answers at their defaults.
    DeedCall begin(const Store& store, Entity entity, std::vector<qint64> ids) const;
};

const std::vector<Deed>& recordDeeds();
const Deed* deedOf(const QString& key); // nullptr when there is none
std::vector<const Deed*> deedsFor(Entity entity);
// Fields that the deed that sets one can set: those in forms, without those that name an owner.
std::vector<const Field*> settableFields(Entity entity);

// Why it cannot be done now, in a sentence; empty when it can.
QString reasonAgainst(const Deed& deed, const Store& store, const DeedCall& call);
// Does it as one change and gives the sentence of what was done.
Result<QString> runDeed(Store& store, const Deed& deed, const DeedCall& call);
// "Sok Dara", or "2 people".
QString deedObject(const Store& store, Entity entity, const std::vector<qint64>& ids);

} // namespace dtp
