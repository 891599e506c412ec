// SPDX-License-Identifier: GPL-3.0-or-later
// The list. One row is a deed in every menu, in Find anything and on the command line.
#include <deeds/deed_runs.h>

#include <merging/merge_people.h>
#include <records/kinds.h>
#include <workshops/workshop_actions.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
class Deeds
{
    Q_DECLARE_TR_FUNCTIONS(Deeds)
};

Result<QString> remove(Store& store, const Deed&, const DeedCall& call)
{
    const QString kind = recordType(call.entity).singularText();
    const QString who = deedObject(store, call.entity, call.ids);
    const bool isOne = call.count() == 1;
    DTP_CHECK(store.change(isOne ? Deeds::tr("Delete %1 %2").arg(kind, who) : Deeds::tr("Delete %1").arg(who),
                           [&](ChangeWriter& writer) -> Result<> {
                               return forEach(call, call.ids,
                                              [&](qint64 id) { return writer.remove(call.entity, id); });
                           }));
    return isOne ? Deeds::tr("Deleted %1 “%2”.").arg(kind, who) : Deeds::tr("Deleted %1.").arg(who);
}

Result<QString> setField(Store& store, const Deed&, const DeedCall& call)
{
    const Field* field = recordType(call.entity).fieldNamed(call.field);
    if (!field || field->isHidden || field->isOwner)
        return fail(Deeds::tr("There is no field “%1” that could be set.").arg(call.field));
    const QVariant value = call.answers.value(field->name);
    if (traitsOf(*field).isEmpty(value) && !call.empties)
        return fail(Deeds::tr("Nothing was changed: say what “%1” is to become.").arg(field->labelText()));
    const QString who = deedObject(store, call.entity, call.ids);
    const QString shown = store.displayText(*field, value);
    DTP_TRY(change, store.change(Deeds::tr("Set “%1” of %2").arg(field->labelText(), who),
                                 [&](ChangeWriter& writer) -> Result<> {
                                     return forEach(call, call.ids, [&](qint64 id) -> Result<> {
                                         DTP_TRY(before, writer.store().get(call.entity, id));
                                         RecordValues values = before;
                                         values.set(field->name, value);
                                         return updateByRules(writer, before, values);
                                     });
                                 }));
    if (change == 0)
        return Deeds::tr("“%1” of %2 is so already.").arg(field->labelText(), who);
    if (field->sensitivity == Sensitivity::Restricted) // what it says now is not told aloud
        return Deeds::tr("Set “%1” of %2.").arg(field->labelText(), who);
    return traitsOf(*field).isEmpty(value) ? Deeds::tr("Emptied “%1” of %2.").arg(field->labelText(), who)
                                           : Deeds::tr("Set “%1” of %2 to “%3”.").arg(field->labelText(), who, shown);
}

Result<QString> invite(Store& store, const Deed& deed, const DeedCall& call)
{
    const Id<Workshop> workshop{call.answers.value("workshop_id").toLongLong()};
    std::vector<Id<Person>> people;
    for (const qint64 id : call.ids)
        people.push_back({id});
    DTP_TRY(outcome, inviteMany(store, workshop, people, call.answers.text("state"), call.answers.text("role")));
    const QString there =
        outcome.alreadyThere > 0
            ? QString(QLatin1Char(' ') + Deeds::tr("On the list already: %1.").arg(outcome.alreadyThere))
            : QString();
    const QString title = store.titleOf(Entity::Workshop, workshop.value);
    if (outcome.added.empty())
        return Deeds::tr("Nobody was added to “%1”.").arg(title) + there;
    std::vector<qint64> added;
    for (const Id<Invitation> one : outcome.added) {
        DTP_TRY(invitation, store.get(one));
        added.push_back(invitation.person.value);
    }
    return Deeds::tr(deed.done).arg(deedObject(store, call.entity, added), title) + there;
}

// With the day of the invitation or of the answer, as on the board.
Result<QString> setState(Store& store, const Deed& deed, const DeedCall& call)
{
    std::vector<Id<Invitation>> invitations;
    for (const qint64 id : call.ids)
        invitations.push_back({id});
    const QString state = call.answers.text(deed.field);
    DTP_CHECK(setInvitationState(store, invitations, state));
    return Deeds::tr("Set the state of %1 to “%2”.")
        .arg(deedObject(store, call.entity, call.ids),
             store.displayText(*recordType(call.entity).fieldNamed(QLatin1String(deed.field)), state));
}

// Sets a field of all of them to what is known without asking.
Result<QString> setKnown(Store& store, const Deed& deed, const DeedCall& call, const char* field,
                         const QVariant& value)
{
    const QString who = deedObject(store, call.entity, call.ids);
    DTP_TRY(change, store.change(Deeds::tr(deed.history).arg(who), [&](ChangeWriter& writer) -> Result<> {
        return forEach(call, call.ids, [&](qint64 id) -> Result<> {
            DTP_TRY(values, writer.store().get(call.entity, id));
            values.set(field, value);
            return writer.update(values);
        });
    }));
    return change == 0 ? Deeds::tr("Nothing to do: it is so already (%1).").arg(who) : Deeds::tr(deed.done).arg(who);
}

Result<QString> finish(Store& store, const Deed& deed, const DeedCall& call)
{
    return setKnown(store, deed, call, "done", QVariant(true));
}

// As proposed: the first stays. Who wants to choose field by field has the dialog, or the verb “merge”.
Result<QString> merge(Store& store, const Deed&, const DeedCall& call)
{
    DTP_TRY(plan, planMerge(store, call.ids));
    return mergePeople(store, plan, call.progress);
}

Result<QString> markChecked(Store& store, const Deed& deed, const DeedCall& call)
{
    return setKnown(store, deed, call, "last_verified", store.environment().clock->today().toString(Qt::ISODate));
}

const char* const about = QT_TRANSLATE_NOOP("Deeds", "Skills, issues, languages");
} // namespace

const std::vector<Deed>& recordDeeds()
{
    static const std::vector<Deed> all{
        {.key = "add-to-network",
         .title = QT_TRANSLATE_NOOP("Deeds", "Add %1 to a network"),
         .icon = "globe",
         .on = Entity::Person,
         .makes = Entity::Membership,
         .owner = "person_id",
         .asks = {"network_id", "role", "from_date"},
         .onceBy = {"network_id", "role"},
         .history = QT_TRANSLATE_NOOP("Deeds", "Add %1 to the network “%2”"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Added %1 to the network “%2”.")},
        {.key = "invite",
         .title = QT_TRANSLATE_NOOP("Deeds", "Put %1 on the list of a workshop"),
         .icon = "view-presentation",
         .on = Entity::Person,
         .makes = Entity::Invitation,
         .owner = "person_id",
         .asks = {"workshop_id", "state", "role"},
         .done = QT_TRANSLATE_NOOP("Deeds", "Put %1 on the list of “%2”."),
         .run = invite},
        {.key = "add-to-program",
         .title = QT_TRANSLATE_NOOP("Deeds", "Add %1 to a program"),
         .icon = "view-calendar-timeline",
         .on = Entity::Person,
         .makes = Entity::Participation,
         .owner = "person_id",
         .asks = {"edition_id", "role"},
         .onceBy = {"edition_id", "role"},
         .history = QT_TRANSLATE_NOOP("Deeds", "Add %1 to the program “%2”"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Added %1 to the program “%2”.")},
        {.key = "log-contact",
         .title = QT_TRANSLATE_NOOP("Deeds", "Log a contact with %1"),
         .icon = "document-edit",
         .on = Entity::Person,
         .makes = Entity::ContactNote,
         .owner = "person_id",
         .asks = {"text", "kind", "date", "next_action", "next_action_on"},
         .today = "date",
         .history = QT_TRANSLATE_NOOP("Deeds", "Log a contact with %1: %2"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Logged a contact with %1: %2")},
        {.key = "write-mail",
         .title = QT_TRANSLATE_NOOP("Deeds", "Write an e-mail to %1"),
         .icon = "mail-message-new",
         .on = Entity::Person,
         .writes = "mail"},
        {.key = "ask-for-consent",
         .title = QT_TRANSLATE_NOOP("Deeds", "Ask %1 for consent"),
         .icon = "mail-mark-read",
         .on = Entity::Person,
         .makes = Entity::ContactNote,
         .owner = "person_id",
         .asks = {"kind", "date", "next_action_on"},
         .today = "date",
         .inDays = {"next_action_on", DaysToAnswer},
         .words = {{"kind", QT_TRANSLATE_NOOP("Deeds", "How do you ask?")},
                   {"date", QT_TRANSLATE_NOOP("Deeds", "Asked on")},
                   {"next_action_on", QT_TRANSLATE_NOOP("Deeds", "Look for answers by")}},
         .history = QT_TRANSLATE_NOOP("Deeds", "Ask %1 for consent"),
         .run = askForConsent,
         .thenExports = {{"email", "consent-mail"}, {"", "consent-form"}},
         .thenTells = {{"next_action_on", "until"}},
         .hint = QT_TRANSLATE_NOOP("Deeds", "Nothing is sent by the program. It notes in the log of each person that "
                                            "you asked, and then makes what you need for asking: if you ask by "
                                            "e-mail, a draft that you send with your mail program; if not, a form to "
                                            "print or to hand over. Both ask about every purpose.")},
        {.key = "record-consent",
         .title = QT_TRANSLATE_NOOP("Deeds", "Enter answers about consent of %1"),
         .icon = "security-high",
         .on = Entity::Person,
         .makes = Entity::Consent,
         .owner = "person_id",
         .asks = {"purpose", "answer", "answered_on", "method", "asked_by", "expires_on"},
         .today = "answered_on",
         .history = QT_TRANSLATE_NOOP("Deeds", "Enter a consent of %1: %2"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Entered a consent of %1: %2."),
         .run = recordConsent},
        {.key = "make-task",
         .title = QT_TRANSLATE_NOOP("Deeds", "Make a task for %1"),
         .icon = "view-task",
         .on = Entity::Person,
         .makes = Entity::Task,
         .owner = "person_id",
         .asks = {"title", "due", "assigned_to"},
         .history = QT_TRANSLATE_NOOP("Deeds", "Make a task for %1: %2"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Made the task “%2” for %1.")},
        {.key = "open-case",
         .title = QT_TRANSLATE_NOOP("Deeds", "Open a case for %1"),
         .icon = "security-high",
         .on = Entity::Person,
         .makes = Entity::RiskCase,
         .owner = "person_id",
         .asks = {"level", "opened_on", "next_review", "responsible", "what_happened", "safe_channel"},
         .today = "opened_on",
         .history = QT_TRANSLATE_NOOP("Deeds", "Open a case"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Opened a case"),
         .run = openCase},
        {.key = "log-case",
         .title = QT_TRANSLATE_NOOP("Deeds", "Write in the log of %1"),
         .icon = "document-edit",
         .on = Entity::RiskCase,
         .makes = Entity::CaseEntry,
         .owner = "case_id",
         .asks = {"kind", "date", "support", "amount", "currency", "note"},
         .today = "date",
         .history = QT_TRANSLATE_NOOP("Deeds", "Write in the log of a case"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Written in the log of a case"),
         .run = logCase},
        {.key = "close-case",
         .title = QT_TRANSLATE_NOOP("Deeds", "Close %1"),
         .icon = "dialog-ok",
         .on = Entity::RiskCase,
         .makes = Entity::RiskCase,
         .asks = {"outcome", "closed_on"},
         .today = "closed_on",
         .history = QT_TRANSLATE_NOOP("Deeds", "Close a case"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Closed a case"),
         .run = closeCase},
        {.key = "mark-checked",
         .title = QT_TRANSLATE_NOOP("Deeds", "Mark %1 as checked today"),
         .icon = "dialog-ok",
         .on = Entity::Person,
         .history = QT_TRANSLATE_NOOP("Deeds", "Mark %1 as checked"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Marked %1 as checked today."),
         .run = markChecked},
        {.key = "merge",
         .title = QT_TRANSLATE_NOOP("Deeds", "Merge %1 into one"),
         .icon = "merge",
         .on = Entity::Person,
         .run = merge,
         .least = 2,
         .showsFirst = true},
        {.key = "add-organisation",
         .title = QT_TRANSLATE_NOOP("Deeds", "Add an organisation to %1"),
         .icon = "list-add",
         .on = Entity::Person,
         .makes = Entity::Affiliation,
         .owner = "person_id",
         .asks = {"organisation_id", "role", "from_date"},
         .onceBy = {"organisation_id", "role"},
         .history = QT_TRANSLATE_NOOP("Deeds", "Add the organisation “%2” to %1"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Added the organisation “%2” to %1.")},
        {.key = "add-skill",
         .title = QT_TRANSLATE_NOOP("Deeds", "Add a skill to %1"),
         .icon = "list-add",
         .on = Entity::Person,
         .makes = Entity::PersonSkill,
         .owner = "person_id",
         .asks = {"skill", "level", "will_train"},
         .onceBy = {"skill"},
         .history = QT_TRANSLATE_NOOP("Deeds", "Add the skill “%2” to %1"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Added the skill “%2” to %1."),
         .group = about},
        {.key = "add-issue",
         .title = QT_TRANSLATE_NOOP("Deeds", "Add an issue to %1"),
         .icon = "list-add",
         .on = Entity::Person,
         .makes = Entity::PersonIssue,
         .owner = "person_id",
         .asks = {"issue"},
         .onceBy = {"issue"},
         .history = QT_TRANSLATE_NOOP("Deeds", "Add the issue “%2” to %1"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Added the issue “%2” to %1."),
         .group = about},
        {.key = "add-language",
         .title = QT_TRANSLATE_NOOP("Deeds", "Add a language to %1"),
         .icon = "list-add",
         .on = Entity::Person,
         .makes = Entity::PersonLanguage,
         .owner = "person_id",
         .asks = {"language", "level"},
         .onceBy = {"language"},
         .history = QT_TRANSLATE_NOOP("Deeds", "Add the language “%2” to %1"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Added the language “%2” to %1."),
         .group = about},
        {.key = "remove-skill",
         .title = QT_TRANSLATE_NOOP("Deeds", "Remove a skill from %1"),
         .icon = "list-remove",
         .on = Entity::Person,
         .makes = Entity::PersonSkill,
         .owner = "person_id",
         .asks = {"skill"},
         .onceBy = {"skill"},
         .history = QT_TRANSLATE_NOOP("Deeds", "Remove the skill “%2” from %1"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Removed the skill “%2” from %1."),
         .removes = true,
         .group = about},
        {.key = "remove-issue",
         .title = QT_TRANSLATE_NOOP("Deeds", "Remove an issue from %1"),
         .icon = "list-remove",
         .on = Entity::Person,
         .makes = Entity::PersonIssue,
         .owner = "person_id",
         .asks = {"issue"},
         .onceBy = {"issue"},
         .history = QT_TRANSLATE_NOOP("Deeds", "Remove the issue “%2” from %1"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Removed the issue “%2” from %1."),
         .removes = true,
         .group = about},
        {.key = "remove-language",
         .title = QT_TRANSLATE_NOOP("Deeds", "Remove a language from %1"),
         .icon = "list-remove",
         .on = Entity::Person,
         .makes = Entity::PersonLanguage,
         .owner = "person_id",
         .asks = {"language"},
         .onceBy = {"language"},
         .history = QT_TRANSLATE_NOOP("Deeds", "Remove the language “%2” from %1"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Removed the language “%2” from %1."),
         .removes = true,
         .group = about},
        {.key = "set-state",
         .title = QT_TRANSLATE_NOOP("Deeds", "Set the state of %1"),
         .icon = "mail-mark-read",
         .on = Entity::Invitation,
         .run = setState,
         .setsField = true,
         .field = "state"},
        {.key = "set-status",
         .title = QT_TRANSLATE_NOOP("Deeds", "Set the status of %1"),
         .icon = "dialog-ok",
         .on = Entity::Recommendation,
         .run = setField,
         .setsField = true,
         .field = "status"},
        {.key = "end-term",
         .title = QT_TRANSLATE_NOOP("Deeds", "End %1"),
         .icon = "view-calendar-day",
         .on = Entity::Membership,
         .today = "to_date",
         .run = setField,
         .setsField = true,
         .field = "to_date"},
        {.key = "finish",
         .title = QT_TRANSLATE_NOOP("Deeds", "Finish %1"),
         .icon = "task-complete",
         .on = Entity::Task,
         .history = QT_TRANSLATE_NOOP("Deeds", "Finish %1"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Finished “%1”."),
         .run = finish},
        {.key = "set",
         .title = QT_TRANSLATE_NOOP("Deeds", "Set a field of %1"),
         .icon = "edit-rename",
         .run = setField,
         .setsField = true},
        {.key = "remove", .title = QT_TRANSLATE_NOOP("Deeds", "Delete %1"), .icon = "edit-delete", .run = remove},
    };
    return all;
}

} // namespace dtp
