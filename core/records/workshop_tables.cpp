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

void addWorkshopTables(std::vector<RecordType>& types)
{
    types.push_back(table<Workshop, workshopTitle>(
        "workshop", DTP_WORD("workshop"), DTP_WORD("workshops"),
        {
            field<&Workshop::title>("title", DTP_WORD("Title"), K::Text).required().listed().sensitive(S::Public),
            field<&Workshop::start>("start_date", DTP_WORD("First day"), K::Date).listed().sensitive(S::Public),
            field<&Workshop::end>("end_date", DTP_WORD("Last day"), K::Date).listed().sensitive(S::Public),
            field<&Workshop::country>("country", DTP_WORD("Country"), K::Country).listed().sensitive(S::Public),
            field<&Workshop::place>("place", DTP_WORD("Place"), K::Text).listed().sensitive(S::Public),
            field<&Workshop::venue>("venue", DTP_WORD("Venue"), K::Text),
            field<&Workshop::objectives>("objectives", DTP_WORD("Objectives"), K::LongText).sensitive(S::Public)
                .hinted(DTP_WORD("One a line")),
            field<&Workshop::selection>("selection", DTP_WORD("How participants are chosen"), K::LongText)
                .sensitive(S::Public),
            field<&Workshop::capacity>("capacity", DTP_WORD("Places"), K::Integer).listed().hinted(DTP_WORD("28")),
            field<&Workshop::status>("status", DTP_WORD("Status"), K::Vocabulary).words("workshop_statuses")
                .required().listed(),
            field<&Workshop::budget>("budget", DTP_WORD("Budget"), K::Decimal),
            field<&Workshop::currency>("currency", DTP_WORD("Currency"), K::Text).hinted(DTP_WORD("AUD")),
            field<&Workshop::notes>("notes", DTP_WORD("Notes"), K::LongText),
        }));
    types.push_back(table<WorkshopPartner, partnerTitle>(
        "workshop_partner", DTP_WORD("partner or funder"), DTP_WORD("partners and funders"),
        {
            field<&WorkshopPartner::workshop>("workshop_id", DTP_WORD("Workshop"), K::Reference).to(Entity::Workshop)
                .required().owned().sensitive(S::Public),
            field<&WorkshopPartner::organisation>("organisation_id", DTP_WORD("Organisation"), K::Reference)
                .to(Entity::Organisation).required().owned().listed().sensitive(S::Public),
            field<&WorkshopPartner::role>("role", DTP_WORD("Role"), K::Vocabulary).words("partner_roles").listed()
                .sensitive(S::Public),
        }));
    types.push_back(table<WorkshopTarget, targetTitle>(
        "workshop_target", DTP_WORD("target"), DTP_WORD("targets"),
        {
            field<&WorkshopTarget::workshop>("workshop_id", DTP_WORD("Workshop"), K::Reference).to(Entity::Workshop)
                .required().owned(),
            field<&WorkshopTarget::dimension>("dimension", DTP_WORD("Balance of"), K::Vocabulary)
                .words("target_dimensions").required().listed(),
            field<&WorkshopTarget::value>("value", DTP_WORD("Which"), K::Text).listed()
                .hinted(DTP_WORD("empty: number of different ones")),
            field<&WorkshopTarget::minimum>("minimum", DTP_WORD("At least"), K::Integer).listed(),
            field<&WorkshopTarget::maximum>("maximum", DTP_WORD("At most"), K::Integer).listed(),
            field<&WorkshopTarget::isPercent>("is_percent", DTP_WORD("In per cent"), K::Flag).listed(),
        }));
    types.push_back(table<Invitation, invitationTitle>(
        "invitation", DTP_WORD("invitation"), DTP_WORD("invitations"),
        {
            field<&Invitation::workshop>("workshop_id", DTP_WORD("Workshop"), K::Reference).to(Entity::Workshop)
                .required().owned().listed().sensitive(S::Public),
            field<&Invitation::person>("person_id", DTP_WORD("Person"), K::Reference).to(Entity::Person).required()
                .owned().listed().sensitive(S::Public),
            field<&Invitation::state>("state", DTP_WORD("State"), K::Vocabulary).words("invitation_states")
                .required().listed(),
            field<&Invitation::role>("role", DTP_WORD("Role"), K::Vocabulary).words("participation_roles").required()
                .listed().sensitive(S::Public),
            field<&Invitation::reserve>("reserve", DTP_WORD("Reserve"), K::Flag).listed(),
            field<&Invitation::reason>("reason", DTP_WORD("Why on the list"), K::Text),
            field<&Invitation::invitedOn>("invited_on", DTP_WORD("Invited on"), K::Date),
            field<&Invitation::answeredOn>("answered_on", DTP_WORD("Answered on"), K::Date),
            field<&Invitation::note>("note", DTP_WORD("Note"), K::Text),
        }));
    types.push_back(table<Session, sessionTitle>(
        "session", DTP_WORD("session"), DTP_WORD("sessions"),
        {
            field<&Session::workshop>("workshop_id", DTP_WORD("Workshop"), K::Reference).to(Entity::Workshop)
                .required().owned().sensitive(S::Public),
            field<&Session::title>("title", DTP_WORD("Title"), K::Text).required().listed().sensitive(S::Public),
            field<&Session::start>("start_time", DTP_WORD("Start"), K::DateTime).listed().sensitive(S::Public),
            field<&Session::end>("end_time", DTP_WORD("End"), K::DateTime).listed().sensitive(S::Public),
            field<&Session::room>("room", DTP_WORD("Room"), K::Text).listed(),
            field<&Session::kind>("kind", DTP_WORD("Kind"), K::Vocabulary).words("session_kinds").required().listed()
                .sensitive(S::Public),
            field<&Session::summary>("summary", DTP_WORD("What was said"), K::RichText).sensitive(S::Public),
        }));
    types.push_back(table<Facilitation, facilitationTitle>(
        "facilitation", DTP_WORD("facilitator"), DTP_WORD("facilitators"),
        {
            field<&Facilitation::session>("session_id", DTP_WORD("Session"), K::Reference).to(Entity::Session)
                .required().owned().listed().sensitive(S::Public),
            field<&Facilitation::person>("person_id", DTP_WORD("Person"), K::Reference).to(Entity::Person).required()
                .owned().listed().sensitive(S::Public),
            field<&Facilitation::role>("role", DTP_WORD("Role"), K::Vocabulary).words("facilitation_roles")
                .required().listed().sensitive(S::Public),
        }));
}
// clang-format on

} // namespace dtp
