// SPDX-License-Identifier: GPL-3.0-or-later
// The list. One row is a deed in every menu, in Find anything and on the command line.
#include <deeds/deed.h>

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
                               for (const qint64 id : call.ids)
                                   DTP_CHECK(writer.remove(call.entity, id));
                               return {};
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
                                     for (const qint64 id : call.ids) {
                                         DTP_TRY(values, writer.store().get(call.entity, id));
                                         values.set(field->name, value);
                                         DTP_CHECK(writer.update(values));
                                     }
                                     return {};
                                 }));
    if (change == 0)
        return Deeds::tr("“%1” of %2 is so already.").arg(field->labelText(), who);
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
        {.key = "make-task",
         .title = QT_TRANSLATE_NOOP("Deeds", "Make a task for %1"),
         .icon = "view-task",
         .on = Entity::Person,
         .makes = Entity::Task,
         .owner = "person_id",
         .asks = {"title", "due", "assigned_to"},
         .history = QT_TRANSLATE_NOOP("Deeds", "Make a task for %1: %2"),
         .done = QT_TRANSLATE_NOOP("Deeds", "Made the task “%2” for %1.")},
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
