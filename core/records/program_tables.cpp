// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/field_tables.h>
#include <records/programs.h>

#include <QCoreApplication>

namespace dtp
{

// A table reads best as a table: one field a line where it fits.
// clang-format off

namespace
{
using K = FieldKind;
using S = Sensitivity;

QString organisationTitle(const Organisation& r) { return r.name; }
QString seriesTitle(const ProgramSeries& r) { return r.name; }
QString editionTitle(const ProgramEdition& r) { return r.title; }
QString partnerTitle(const ProgramPartner& r) { return r.role; }
QString moduleTitle(const Module& r) { return r.title; }
QString participationTitle(const Participation& r) { return r.role; }
QString networkTitle(const Network& r) { return r.name; }
QString membershipTitle(const Membership& r) { return r.role; }
} // namespace

void addProgramTables(std::vector<RecordType>& types)
{
    types.push_back(table<Organisation, organisationTitle>(
        "organisation", DTP_WORD("organisation"), DTP_WORD("organisations"),
        {
            field<&Organisation::name>("name", DTP_WORD("Name"), K::Text).required().listed().sensitive(S::Public),
            field<&Organisation::shortName>("short_name", DTP_WORD("Short name"), K::Text).listed()
                .sensitive(S::Public),
            field<&Organisation::kind>("kind", DTP_WORD("Type"), K::Vocabulary).words("sectors").listed()
                .sensitive(S::Public),
            field<&Organisation::country>("country", DTP_WORD("Country"), K::Country).listed().sensitive(S::Public),
            field<&Organisation::place>("place", DTP_WORD("Place"), K::Text).sensitive(S::Public),
            field<&Organisation::website>("website", DTP_WORD("Website"), K::Url).sensitive(S::Public),
            field<&Organisation::email>("email", DTP_WORD("E-mail"), K::Email),
            field<&Organisation::phone>("phone", DTP_WORD("Phone"), K::Phone),
            field<&Organisation::notes>("notes", DTP_WORD("Notes"), K::LongText),
        }));
    types.push_back(table<ProgramSeries, seriesTitle>(
        "program_series", DTP_WORD("program series"), DTP_WORD("program series"),
        {
            field<&ProgramSeries::name>("name", DTP_WORD("Name"), K::Text).required().listed().sensitive(S::Public),
            field<&ProgramSeries::shortName>("short_name", DTP_WORD("Short name"), K::Text).listed()
                .sensitive(S::Public),
            field<&ProgramSeries::theme>("theme", DTP_WORD("Theme"), K::Vocabulary).words("issues").listed()
                .sensitive(S::Public),
            field<&ProgramSeries::description>("description", DTP_WORD("Description"), K::LongText)
                .sensitive(S::Public),
        }));
    types.push_back(table<ProgramEdition, editionTitle>(
        "program_edition", DTP_WORD("program"), DTP_WORD("programs"),
        {
            field<&ProgramEdition::series>("series_id", DTP_WORD("Series"), K::Reference).to(Entity::ProgramSeries)
                .listed().sensitive(S::Public),
            field<&ProgramEdition::title>("title", DTP_WORD("Title"), K::Text).required().listed()
                .sensitive(S::Public),
            field<&ProgramEdition::start>("start_date", DTP_WORD("Start"), K::PartialDate).listed()
                .sensitive(S::Public),
            field<&ProgramEdition::end>("end_date", DTP_WORD("End"), K::PartialDate).sensitive(S::Public),
            field<&ProgramEdition::country>("country", DTP_WORD("Country"), K::Country).listed().sensitive(S::Public),
            field<&ProgramEdition::place>("place", DTP_WORD("Place"), K::Text).listed().sensitive(S::Public),
            field<&ProgramEdition::language>("language", DTP_WORD("Language"), K::Vocabulary).words("languages")
                .sensitive(S::Public),
            field<&ProgramEdition::notes>("notes", DTP_WORD("Notes"), K::LongText),
        }));
    types.push_back(table<ProgramPartner, partnerTitle>(
        "program_partner", DTP_WORD("partner or funder"), DTP_WORD("partners and funders"),
        {
            field<&ProgramPartner::edition>("edition_id", DTP_WORD("Program"), K::Reference)
                .to(Entity::ProgramEdition).required().owned().sensitive(S::Public),
            field<&ProgramPartner::organisation>("organisation_id", DTP_WORD("Organisation"), K::Reference)
                .to(Entity::Organisation).required().owned().listed().sensitive(S::Public),
            field<&ProgramPartner::role>("role", DTP_WORD("Role"), K::Vocabulary).words("partner_roles").listed()
                .sensitive(S::Public),
        }));
    types.push_back(table<Module, moduleTitle>(
        "module", DTP_WORD("module"), DTP_WORD("modules"),
        {
            field<&Module::edition>("edition_id", DTP_WORD("Program"), K::Reference).to(Entity::ProgramEdition)
                .required().owned().sensitive(S::Public),
            field<&Module::position>("position", DTP_WORD("Number"), K::Integer).listed().sensitive(S::Public),
            field<&Module::title>("title", DTP_WORD("Title"), K::Text).required().listed().sensitive(S::Public),
            field<&Module::start>("start_date", DTP_WORD("Start"), K::PartialDate).listed().sensitive(S::Public),
            field<&Module::end>("end_date", DTP_WORD("End"), K::PartialDate).listed().sensitive(S::Public),
            field<&Module::place>("place", DTP_WORD("Place"), K::Text).listed().sensitive(S::Public),
        }));
    types.push_back(table<Participation, participationTitle>(
        "participation", DTP_WORD("participation"), DTP_WORD("participations"),
        {
            field<&Participation::person>("person_id", DTP_WORD("Person"), K::Reference).to(Entity::Person)
                .required().owned().listed().sensitive(S::Public),
            field<&Participation::edition>("edition_id", DTP_WORD("Program"), K::Reference)
                .to(Entity::ProgramEdition).required().owned().listed().sensitive(S::Public),
            field<&Participation::role>("role", DTP_WORD("Role"), K::Vocabulary).words("participation_roles")
                .required().listed().sensitive(S::Public),
            field<&Participation::outcome>("outcome", DTP_WORD("Outcome"), K::Vocabulary)
                .words("participation_outcomes").listed(),
            field<&Participation::note>("note", DTP_WORD("Note"), K::Text),
        }));
    types.push_back(table<Network, networkTitle>(
        "network", DTP_WORD("network"), DTP_WORD("networks"),
        {
            field<&Network::name>("name", DTP_WORD("Name"), K::Text).required().listed().sensitive(S::Public),
            field<&Network::kind>("kind", DTP_WORD("Kind"), K::Vocabulary).words("network_kinds").listed()
                .sensitive(S::Public),
            field<&Network::country>("country", DTP_WORD("Country"), K::Country).listed().sensitive(S::Public),
            field<&Network::theme>("theme", DTP_WORD("Theme"), K::Vocabulary).words("issues").listed()
                .sensitive(S::Public),
            field<&Network::purpose>("purpose", DTP_WORD("Purpose"), K::LongText).sensitive(S::Public),
            field<&Network::channel>("channel", DTP_WORD("Channel"), K::Vocabulary).words("channels").listed(),
            field<&Network::channelAddress>("channel_address", DTP_WORD("Channel address"), K::Text)
                .sensitive(S::Restricted),
            field<&Network::partner>("partner_id", DTP_WORD("Linked to partner network"), K::Reference)
                .to(Entity::Organisation),
            field<&Network::lastChecked>("last_checked", DTP_WORD("Last checked"), K::Date).listed(),
            field<&Network::active>("active", DTP_WORD("Active"), K::Flag),
            field<&Network::notes>("notes", DTP_WORD("Notes"), K::LongText),
        }));
    types.push_back(table<Membership, membershipTitle>(
        "membership", DTP_WORD("network membership"), DTP_WORD("network memberships"),
        {
            field<&Membership::network>("network_id", DTP_WORD("Network"), K::Reference).to(Entity::Network)
                .required().owned().listed().sensitive(S::Public),
            field<&Membership::person>("person_id", DTP_WORD("Person"), K::Reference).to(Entity::Person).required()
                .owned().listed().sensitive(S::Public),
            field<&Membership::role>("role", DTP_WORD("Role"), K::Vocabulary).words("network_roles").required()
                .listed().sensitive(S::Public),
            field<&Membership::from>("from_date", DTP_WORD("From"), K::PartialDate).listed(),
            field<&Membership::to>("to_date", DTP_WORD("Until"), K::PartialDate).listed(),
            field<&Membership::note>("note", DTP_WORD("Note"), K::Text),
        }));
}
// clang-format on

} // namespace dtp
