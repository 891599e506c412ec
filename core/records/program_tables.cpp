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

void FieldTables::addProgram(std::vector<RecordType>& types)
{
    types.push_back(table<Organisation, organisationTitle>(
        "organisation", QT_TR_NOOP("organisation"), QT_TR_NOOP("organisations"),
        {
            field<&Organisation::name>("name", QT_TR_NOOP("Name"), K::Text).required().listed().sensitive(S::Public),
            field<&Organisation::shortName>("short_name", QT_TR_NOOP("Short name"), K::Text).listed()
                .sensitive(S::Public),
            field<&Organisation::kind>("kind", QT_TR_NOOP("Type"), K::Vocabulary).words("sectors").listed()
                .sensitive(S::Public),
            field<&Organisation::country>("country", QT_TR_NOOP("Country"), K::Country).listed().sensitive(S::Public),
            field<&Organisation::place>("place", QT_TR_NOOP("Place"), K::Text).sensitive(S::Public),
            field<&Organisation::website>("website", QT_TR_NOOP("Website"), K::Url).sensitive(S::Public),
            field<&Organisation::email>("email", QT_TR_NOOP("E-mail"), K::Email),
            field<&Organisation::phone>("phone", QT_TR_NOOP("Phone"), K::Phone),
            field<&Organisation::notes>("notes", QT_TR_NOOP("Notes"), K::LongText),
        }));
    types.push_back(table<ProgramSeries, seriesTitle>(
        "program_series", QT_TR_NOOP("program series"), QT_TR_NOOP("program series"),
        {
            field<&ProgramSeries::name>("name", QT_TR_NOOP("Name"), K::Text).required().listed().sensitive(S::Public),
            field<&ProgramSeries::shortName>("short_name", QT_TR_NOOP("Short name"), K::Text).listed()
                .sensitive(S::Public),
            field<&ProgramSeries::theme>("theme", QT_TR_NOOP("Theme"), K::Vocabulary).words("issues").listed()
                .sensitive(S::Public),
            field<&ProgramSeries::description>("description", QT_TR_NOOP("Description"), K::LongText)
                .sensitive(S::Public),
        }));
    types.push_back(table<ProgramEdition, editionTitle>(
        "program_edition", QT_TR_NOOP("program"), QT_TR_NOOP("programs"),
        {
            field<&ProgramEdition::series>("series_id", QT_TR_NOOP("Series"), K::Reference).to(Entity::ProgramSeries)
                .listed().sensitive(S::Public),
            field<&ProgramEdition::title>("title", QT_TR_NOOP("Title"), K::Text).required().listed()
                .sensitive(S::Public),
            field<&ProgramEdition::start>("start_date", QT_TR_NOOP("Start"), K::PartialDate).listed()
                .sensitive(S::Public),
            field<&ProgramEdition::end>("end_date", QT_TR_NOOP("End"), K::PartialDate).sensitive(S::Public),
            field<&ProgramEdition::country>("country", QT_TR_NOOP("Country"), K::Country).listed().sensitive(S::Public),
            field<&ProgramEdition::place>("place", QT_TR_NOOP("Place"), K::Text).listed().sensitive(S::Public),
            field<&ProgramEdition::language>("language", QT_TR_NOOP("Language"), K::Vocabulary).words("languages")
                .sensitive(S::Public),
            field<&ProgramEdition::notes>("notes", QT_TR_NOOP("Notes"), K::LongText),
        }));
    types.push_back(table<ProgramPartner, partnerTitle>(
        "program_partner", QT_TR_NOOP("partner or funder"), QT_TR_NOOP("partners and funders"),
        {
            field<&ProgramPartner::edition>("edition_id", QT_TR_NOOP("Program"), K::Reference)
                .to(Entity::ProgramEdition).required().owned().sensitive(S::Public),
            field<&ProgramPartner::organisation>("organisation_id", QT_TR_NOOP("Organisation"), K::Reference)
                .to(Entity::Organisation).required().owned().listed().sensitive(S::Public),
            field<&ProgramPartner::role>("role", QT_TR_NOOP("Role"), K::Vocabulary).words("partner_roles").listed()
                .sensitive(S::Public),
        }));
    types.push_back(table<Module, moduleTitle>(
        "module", QT_TR_NOOP("module"), QT_TR_NOOP("modules"),
        {
            field<&Module::edition>("edition_id", QT_TR_NOOP("Program"), K::Reference).to(Entity::ProgramEdition)
                .required().owned().sensitive(S::Public),
            field<&Module::position>("position", QT_TR_NOOP("Number"), K::Integer).listed().sensitive(S::Public),
            field<&Module::title>("title", QT_TR_NOOP("Title"), K::Text).required().listed().sensitive(S::Public),
            field<&Module::start>("start_date", QT_TR_NOOP("Start"), K::PartialDate).listed().sensitive(S::Public),
            field<&Module::end>("end_date", QT_TR_NOOP("End"), K::PartialDate).listed().sensitive(S::Public),
            field<&Module::place>("place", QT_TR_NOOP("Place"), K::Text).listed().sensitive(S::Public),
        }));
    types.push_back(table<Participation, participationTitle>(
        "participation", QT_TR_NOOP("participation"), QT_TR_NOOP("participations"),
        {
            field<&Participation::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person)
                .required().owned().listed().sensitive(S::Public),
            field<&Participation::edition>("edition_id", QT_TR_NOOP("Program"), K::Reference)
                .to(Entity::ProgramEdition).required().owned().listed().sensitive(S::Public),
            field<&Participation::role>("role", QT_TR_NOOP("Role"), K::Vocabulary).words("participation_roles")
                .required().listed().sensitive(S::Public),
            field<&Participation::outcome>("outcome", QT_TR_NOOP("Outcome"), K::Vocabulary)
                .words("participation_outcomes").listed(),
            field<&Participation::note>("note", QT_TR_NOOP("Note"), K::Text),
        }));
    types.push_back(table<Network, networkTitle>(
        "network", QT_TR_NOOP("network"), QT_TR_NOOP("networks"),
        {
            field<&Network::name>("name", QT_TR_NOOP("Name"), K::Text).required().listed().sensitive(S::Public),
            field<&Network::kind>("kind", QT_TR_NOOP("Kind"), K::Vocabulary).words("network_kinds").listed()
                .sensitive(S::Public),
            field<&Network::country>("country", QT_TR_NOOP("Country"), K::Country).listed().sensitive(S::Public),
            field<&Network::theme>("theme", QT_TR_NOOP("Theme"), K::Vocabulary).words("issues").listed()
                .sensitive(S::Public),
            field<&Network::purpose>("purpose", QT_TR_NOOP("Purpose"), K::LongText).sensitive(S::Public),
            field<&Network::channel>("channel", QT_TR_NOOP("Channel"), K::Vocabulary).words("channels").listed(),
            field<&Network::channelAddress>("channel_address", QT_TR_NOOP("Channel address"), K::Text)
                .sensitive(S::Restricted),
            field<&Network::partner>("partner_id", QT_TR_NOOP("Linked to partner network"), K::Reference)
                .to(Entity::Organisation),
            field<&Network::lastChecked>("last_checked", QT_TR_NOOP("Last checked"), K::Date).listed(),
            field<&Network::active>("active", QT_TR_NOOP("Active"), K::Flag),
            field<&Network::notes>("notes", QT_TR_NOOP("Notes"), K::LongText),
        }));
    types.push_back(table<Membership, membershipTitle>(
        "membership", QT_TR_NOOP("network membership"), QT_TR_NOOP("network memberships"),
        {
            field<&Membership::network>("network_id", QT_TR_NOOP("Network"), K::Reference).to(Entity::Network)
                .required().owned().listed().sensitive(S::Public),
            field<&Membership::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).required()
                .owned().listed().sensitive(S::Public),
            field<&Membership::role>("role", QT_TR_NOOP("Role"), K::Vocabulary).words("network_roles").required()
                .listed().sensitive(S::Public),
            field<&Membership::from>("from_date", QT_TR_NOOP("From"), K::PartialDate).listed(),
            field<&Membership::to>("to_date", QT_TR_NOOP("Until"), K::PartialDate).listed(),
            field<&Membership::note>("note", QT_TR_NOOP("Note"), K::Text),
        }));
}
// clang-format on

} // namespace dtp
