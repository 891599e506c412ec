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
            field<&Workshop::title>("title", QT_TR_NOOP("Title"), K::Text).required().listed().sensitive(S::Public),
            field<&Workshop::start>("start_date", QT_TR_NOOP("First day"), K::Date).listed().sensitive(S::Public),
            field<&Workshop::end>("end_date", QT_TR_NOOP("Last day"), K::Date).listed().sensitive(S::Public),
            field<&Workshop::country>("country", QT_TR_NOOP("Country"), K::Country).listed().sensitive(S::Public),
            field<&Workshop::place>("place", QT_TR_NOOP("Place"), K::Text).listed().sensitive(S::Public),
            field<&Workshop::venue>("venue", QT_TR_NOOP("Venue"), K::Text),
            field<&Workshop::objectives>("objectives", QT_TR_NOOP("Objectives"), K::LongText).sensitive(S::Public)
                .hinted(QT_TR_NOOP("One a line")),
            field<&Workshop::selection>("selection", QT_TR_NOOP("How participants are chosen"), K::LongText)
                .sensitive(S::Public),
            field<&Workshop::capacity>("capacity", QT_TR_NOOP("Places"), K::Integer).listed().hinted(QT_TR_NOOP("28")),
            field<&Workshop::status>("status", QT_TR_NOOP("Status"), K::Vocabulary).words("workshop_statuses")
                .required().listed(),
            field<&Workshop::budget>("budget", QT_TR_NOOP("Budget"), K::Decimal),
            field<&Workshop::currency>("currency", QT_TR_NOOP("Currency"), K::Text).hinted(QT_TR_NOOP("AUD")),
            field<&Workshop::notes>("notes", QT_TR_NOOP("Notes"), K::LongText),
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
                .required().owned().listed().sensitive(S::Public),
            field<&Invitation::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).required()
                .owned().listed().sensitive(S::Public),
            field<&Invitation::state>("state", QT_TR_NOOP("State"), K::Vocabulary).words("invitation_states")
                .required().listed(),
            field<&Invitation::role>("role", QT_TR_NOOP("Role"), K::Vocabulary).words("participation_roles").required()
                .listed().sensitive(S::Public),
            field<&Invitation::reserve>("reserve", QT_TR_NOOP("Reserve"), K::Flag).listed(),
            field<&Invitation::reason>("reason", QT_TR_NOOP("Why on the list"), K::Text),
            field<&Invitation::invitedOn>("invited_on", QT_TR_NOOP("Invited on"), K::Date),
            field<&Invitation::answeredOn>("answered_on", QT_TR_NOOP("Answered on"), K::Date),
            field<&Invitation::note>("note", QT_TR_NOOP("Note"), K::Text),
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
