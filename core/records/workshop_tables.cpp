// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/field_tables.h>
#include <records/workshops.h>

#include <QCoreApplication>

namespace dtp
{

// A table reads best as a table: one field a line where it fits.
// clang-format off

namespace
{
using K = FieldKind;
using S = Sensitivity;

QString workshopTitle(const Workshop& r) { return r.title; }
QString partnerTitle(const WorkshopPartner& r) { return r.role; }
QString targetTitle(const WorkshopTarget& r) { return r.dimension; }
QString invitationTitle(const Invitation& r) { return r.state; }
QString sessionTitle(const Session& r) { return r.title; }
QString facilitationTitle(const Facilitation& r) { return r.role; }
} // namespace

void FieldTables::addWorkshop(std::vector<RecordType>& types)
{
    types.push_back(table<Workshop, workshopTitle>(
        "workshop", QT_TR_NOOP("workshop"), QT_TR_NOOP("workshops"),
        {
            field<&Workshop::title>("title", QT_TR_NOOP("Title"), K::Text).required().listed().sensitive(S::Public)
                .knownAs("workshop|workshop title|name|workshop name|event|event title|event name|"
                         "name of workshop|name of event|meeting|training|activity"),
            field<&Workshop::start>("start_date", QT_TR_NOOP("First day"), K::Date).listed().sensitive(S::Public)
                .knownAs("start|start date|from|begin|begins|date|dates|starts|date from|beginning|when|"
                         "day"),
            field<&Workshop::end>("end_date", QT_TR_NOOP("Last day"), K::Date).listed().sensitive(S::Public)
                .knownAs("end|end date|until|to|ends|date to|finish"),
            field<&Workshop::country>("country", QT_TR_NOOP("Country"), K::Country).listed().sensitive(S::Public)
                .knownAs("nation|pays|negara|host country"),
            field<&Workshop::place>("place", QT_TR_NOOP("Place"), K::Text).listed().sensitive(S::Public)
                .knownAs("city|town|location|where"),
            field<&Workshop::venue>("venue", QT_TR_NOOP("Venue"), K::Text)
                .knownAs("hotel|address|hall|room|held at"),
            field<&Workshop::objectives>("objectives", QT_TR_NOOP("Objectives"), K::LongText).sensitive(S::Public)
                .hinted(QT_TR_NOOP("One a line"))
                .knownAs("objective|aims|aim|goals|goal|purpose"),
            field<&Workshop::selection>("selection", QT_TR_NOOP("How participants are chosen"), K::LongText)
                .sensitive(S::Public)
                .knownAs("selection|selection criteria|how participants were chosen|criteria"),
            field<&Workshop::capacity>("capacity", QT_TR_NOOP("Places"), K::Integer).listed().hinted(QT_TR_NOOP("28"))
                .knownAs("capacity|seats|number of places|number of participants|participants|"
                         "max participants|maximum participants|size"),
            field<&Workshop::status>("status", QT_TR_NOOP("Status"), K::Vocabulary).words("workshop_statuses")
                .required().listed()
                .knownAs("state|stage"),
            field<&Workshop::budget>("budget", QT_TR_NOOP("Budget"), K::Decimal)
                .knownAs("cost|costs|amount|total budget"),
            field<&Workshop::currency>("currency", QT_TR_NOOP("Currency"), K::Text).hinted(QT_TR_NOOP("AUD"))
                .knownAs("currency code|curr"),
            field<&Workshop::notes>("notes", QT_TR_NOOP("Notes"), K::LongText)
                .knownAs("note|comment|comments|remarks|remark|description"),
        }));
    types.push_back(table<WorkshopPartner, partnerTitle>(
        "workshop_partner", QT_TR_NOOP("partner or funder"), QT_TR_NOOP("partners and funders"),
        {
            field<&WorkshopPartner::workshop>("workshop_id", QT_TR_NOOP("Workshop"), K::Reference).to(Entity::Workshop)
                .required().owned().sensitive(S::Public),
            field<&WorkshopPartner::organisation>("organisation_id", QT_TR_NOOP("Organisation"), K::Reference)
                .to(Entity::Organisation).required().owned().listed().sensitive(S::Public),
            field<&WorkshopPartner::role>("role", QT_TR_NOOP("Role"), K::Vocabulary).words("partner_roles").listed()
                .sensitive(S::Public),
        }));
    types.push_back(table<WorkshopTarget, targetTitle>(
        "workshop_target", QT_TR_NOOP("target"), QT_TR_NOOP("targets"),
        {
            field<&WorkshopTarget::workshop>("workshop_id", QT_TR_NOOP("Workshop"), K::Reference).to(Entity::Workshop)
                .required().owned(),
            field<&WorkshopTarget::dimension>("dimension", QT_TR_NOOP("Balance of"), K::Vocabulary)
                .words("target_dimensions").required().listed(),
            field<&WorkshopTarget::value>("value", QT_TR_NOOP("Which"), K::Text).listed()
                .hinted(QT_TR_NOOP("empty: number of different ones")),
            field<&WorkshopTarget::minimum>("minimum", QT_TR_NOOP("At least"), K::Integer).listed(),
            field<&WorkshopTarget::maximum>("maximum", QT_TR_NOOP("At most"), K::Integer).listed(),
            field<&WorkshopTarget::isPercent>("is_percent", QT_TR_NOOP("In per cent"), K::Flag).listed(),
        }));
    types.push_back(table<Invitation, invitationTitle>(
        "invitation", QT_TR_NOOP("invitation"), QT_TR_NOOP("invitations"),
        {
            field<&Invitation::workshop>("workshop_id", QT_TR_NOOP("Workshop"), K::Reference).to(Entity::Workshop)
                .required().owned().listed().sensitive(S::Public)
                .knownAs("event|workshop title|workshop name|training|meeting|event title|event name|"
                         "name of workshop|activity|invited to|for"),
            field<&Invitation::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).required()
                .owned().listed().sensitive(S::Public)
                .knownAs("invitee|invitees|invited person|participant|participants|participant name|"
                         "name of participant|nominee|guest|candidate"),
            field<&Invitation::state>("state", QT_TR_NOOP("State"), K::Vocabulary).words("invitation_states")
                .required().listed()
                .knownAs("status|response|answer|reply|rsvp|invitation status|confirmation|confirmed|"
                         "attendance|coming|answered"),
            field<&Invitation::role>("role", QT_TR_NOOP("Role"), K::Vocabulary).words("participation_roles").required()
                .listed().sensitive(S::Public)
                .knownAs("participation role|role in workshop|role in the workshop|attending as|as|"
                         "function|capacity"),
            field<&Invitation::reserve>("reserve", QT_TR_NOOP("Reserve"), K::Flag).listed()
                .knownAs("on reserve|reserve list|waiting list|waitlist|standby|backup"),
            field<&Invitation::reason>("reason", QT_TR_NOOP("Why on the list"), K::Text)
                .knownAs("reason|why|why invited|justification|reason for inviting|selected because"),
            field<&Invitation::invitedOn>("invited_on", QT_TR_NOOP("Invited on"), K::Date)
                .knownAs("invited|date invited|invitation date|invitation sent|sent|sent on|date sent|"
                         "invitation sent on"),
            field<&Invitation::answeredOn>("answered_on", QT_TR_NOOP("Answered on"), K::Date)
                .knownAs("date answered|answer date|replied on|reply date|responded on|response date|"
                         "date of reply|confirmed on"),
            field<&Invitation::note>("note", QT_TR_NOOP("Note"), K::Text)
                .knownAs("notes|comment|comments|remarks|remark"),
        }));
    types.push_back(table<Session, sessionTitle>(
        "session", QT_TR_NOOP("session"), QT_TR_NOOP("sessions"),
        {
            field<&Session::workshop>("workshop_id", QT_TR_NOOP("Workshop"), K::Reference).to(Entity::Workshop)
                .required().owned().sensitive(S::Public),
            field<&Session::title>("title", QT_TR_NOOP("Title"), K::Text).required().listed().sensitive(S::Public),
            field<&Session::start>("start_time", QT_TR_NOOP("Start"), K::DateTime).listed().sensitive(S::Public),
            field<&Session::end>("end_time", QT_TR_NOOP("End"), K::DateTime).listed().sensitive(S::Public),
            field<&Session::room>("room", QT_TR_NOOP("Room"), K::Text).listed(),
            field<&Session::kind>("kind", QT_TR_NOOP("Kind"), K::Vocabulary).words("session_kinds").required().listed()
                .sensitive(S::Public),
            field<&Session::summary>("summary", QT_TR_NOOP("What was said"), K::RichText).sensitive(S::Public),
        }));
    types.push_back(table<Facilitation, facilitationTitle>(
        "facilitation", QT_TR_NOOP("facilitator"), QT_TR_NOOP("facilitators"),
        {
            field<&Facilitation::session>("session_id", QT_TR_NOOP("Session"), K::Reference).to(Entity::Session)
                .required().owned().listed().sensitive(S::Public),
            field<&Facilitation::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).required()
                .owned().listed().sensitive(S::Public),
            field<&Facilitation::role>("role", QT_TR_NOOP("Role"), K::Vocabulary).words("facilitation_roles")
                .required().listed().sensitive(S::Public),
        }));
}
// clang-format on

} // namespace dtp
