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
            field<&Organisation::name>("name", QT_TR_NOOP("Name"), K::Text).required().listed().sensitive(S::Public)
                .knownAs("organisation|organization|organisation name|organization name|"
                         "name of organisation|name of organization|name of the organisation|org|ngo|"
                         "institution|institute|company|agency|association|full name|official name|"
                         "network organisation|member organisation|nama"),
            field<&Organisation::shortName>("short_name", QT_TR_NOOP("Short name"), K::Text).listed()
                .sensitive(S::Public)
                .knownAs("acronym|abbreviation|short|initials|abbr|short form|known as"),
            field<&Organisation::kind>("kind", QT_TR_NOOP("Type"), K::Vocabulary).words("sectors").listed()
                .sensitive(S::Public)
                .knownAs("sector|kind|organisation type|organization type|type of organisation|"
                         "type of organization|category|org type"),
            field<&Organisation::country>("country", QT_TR_NOOP("Country"), K::Country).listed().sensitive(S::Public)
                .knownAs("nation|pays|negara|based in|country of registration"),
            field<&Organisation::place>("place", QT_TR_NOOP("Place"), K::Text).sensitive(S::Public)
                .knownAs("city|town|location|headquarters|head office|province|district"),
            field<&Organisation::website>("website", QT_TR_NOOP("Website"), K::Url).sensitive(S::Public)
                .knownAs("web site|web|url|homepage|web page|web address|link"),
            field<&Organisation::email>("email", QT_TR_NOOP("E-mail"), K::Email)
                .knownAs("email|e mail address|email address|mail|contact email|e mails|emails"),
            field<&Organisation::phone>("phone", QT_TR_NOOP("Phone"), K::Phone)
                .knownAs("telephone|tel|phone number|mobile|contact number|phones|telephone number"),
            field<&Organisation::notes>("notes", QT_TR_NOOP("Notes"), K::LongText)
                .knownAs("note|comment|comments|remarks|remark|description"),
        }));
    types.push_back(table<ProgramSeries, seriesTitle>(
        "program_series", QT_TR_NOOP("program series"), QT_TR_NOOP("program series"),
        {
            field<&ProgramSeries::name>("name", QT_TR_NOOP("Name"), K::Text).required().listed().sensitive(S::Public)
                .knownAs("series|program series|programme series|program|programme|course|training|title|"
                         "name of program|name of programme|name of series"),
            field<&ProgramSeries::shortName>("short_name", QT_TR_NOOP("Short name"), K::Text).listed()
                .sensitive(S::Public)
                .knownAs("acronym|abbreviation|short|abbr|initials"),
            field<&ProgramSeries::theme>("theme", QT_TR_NOOP("Theme"), K::Vocabulary).words("issues").listed()
                .sensitive(S::Public)
                .knownAs("topic|issue|thematic area|focus|subject|themes"),
            field<&ProgramSeries::description>("description", QT_TR_NOOP("Description"), K::LongText)
                .sensitive(S::Public)
                .knownAs("about|notes|summary|purpose|details"),
        }));
    types.push_back(table<ProgramEdition, editionTitle>(
        "program_edition", QT_TR_NOOP("program"), QT_TR_NOOP("programs"),
        {
            field<&ProgramEdition::series>("series_id", QT_TR_NOOP("Series"), K::Reference).to(Entity::ProgramSeries)
                .listed().sensitive(S::Public)
                .knownAs("program series|programme series|part of|series name"),
            field<&ProgramEdition::title>("title", QT_TR_NOOP("Title"), K::Text).required().listed()
                .sensitive(S::Public)
                .knownAs("program|programme|course|training|edition|name|program title|programme title|"
                         "course title|training title|course name|program name|programme name|"
                         "name of program|name of programme|name of course|name of training|"
                         "program edition"),
            field<&ProgramEdition::start>("start_date", QT_TR_NOOP("Start"), K::PartialDate).listed()
                .sensitive(S::Public)
                .knownAs("start date|from|begin|begins|start on|starts|date|dates|first day|year|"
                         "date from|beginning|held on|when|period|held in"),
            field<&ProgramEdition::end>("end_date", QT_TR_NOOP("End"), K::PartialDate).sensitive(S::Public)
                .knownAs("end date|until|to|ends|last day|date to|finish|finished"),
            field<&ProgramEdition::country>("country", QT_TR_NOOP("Country"), K::Country).listed().sensitive(S::Public)
                .knownAs("nation|pays|negara|host country|country held"),
            field<&ProgramEdition::place>("place", QT_TR_NOOP("Place"), K::Text).listed().sensitive(S::Public)
                .knownAs("city|town|location|venue|where|held at"),
            field<&ProgramEdition::language>("language", QT_TR_NOOP("Language"), K::Vocabulary).words("languages")
                .sensitive(S::Public)
                .knownAs("languages|working language|language of instruction|bahasa"),
            field<&ProgramEdition::notes>("notes", QT_TR_NOOP("Notes"), K::LongText)
                .knownAs("note|comment|comments|remarks|remark|description"),
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
                .required().owned().listed().sensitive(S::Public)
                .knownAs("participant|participants|participant name|name of participant|alumnus|alumni|"
                         "trainee|attendee"),
            field<&Participation::edition>("edition_id", QT_TR_NOOP("Program"), K::Reference)
                .to(Entity::ProgramEdition).required().owned().listed().sensitive(S::Public)
                .knownAs("programme|course|training|edition|program title|programme title|course title|"
                         "training program|training programme|course name|program name|programme name|"
                         "program attended|course attended|training attended|program edition|event|"
                         "workshop"),
            field<&Participation::role>("role", QT_TR_NOOP("Role"), K::Vocabulary).words("participation_roles")
                .required().listed().sensitive(S::Public)
                .knownAs("participation role|role in program|role in programme|role in the program|"
                         "participation|type of participation|participation type|participant type|"
                         "attended as|as|function|capacity"),
            field<&Participation::outcome>("outcome", QT_TR_NOOP("Outcome"), K::Vocabulary)
                .words("participation_outcomes").listed()
                .knownAs("completed|completion|completion status|result|status|graduated|course completed|"
                         "certificate|program outcome|finished"),
            field<&Participation::note>("note", QT_TR_NOOP("Note"), K::Text)
                .knownAs("notes|comment|comments|remarks|remark"),
        }));
    types.push_back(table<Network, networkTitle>(
        "network", QT_TR_NOOP("network"), QT_TR_NOOP("networks"),
        {
            field<&Network::name>("name", QT_TR_NOOP("Name"), K::Text).required().listed().sensitive(S::Public)
                .knownAs("network|network name|name of network|title|group|group name|name of the network|"
                         "alumni network"),
            field<&Network::kind>("kind", QT_TR_NOOP("Kind"), K::Vocabulary).words("network_kinds").listed()
                .sensitive(S::Public)
                .knownAs("type|network type|type of network|category|scope|level"),
            field<&Network::country>("country", QT_TR_NOOP("Country"), K::Country).listed().sensitive(S::Public)
                .knownAs("nation|pays|negara|based in"),
            field<&Network::theme>("theme", QT_TR_NOOP("Theme"), K::Vocabulary).words("issues").listed()
                .sensitive(S::Public)
                .knownAs("topic|issue|thematic area|focus|subject|themes"),
            field<&Network::purpose>("purpose", QT_TR_NOOP("Purpose"), K::LongText).sensitive(S::Public)
                .knownAs("aim|aims|objective|objectives|description|mission|about|goal|goals"),
            field<&Network::channel>("channel", QT_TR_NOOP("Channel"), K::Vocabulary).words("channels").listed()
                .knownAs("platform|medium|communication channel|means of contact|where they talk"),
            field<&Network::channelAddress>("channel_address", QT_TR_NOOP("Channel address"), K::Text)
                .sensitive(S::Restricted)
                .knownAs("channel link|link|group link|address|invite link|mailing list"),
            field<&Network::partner>("partner_id", QT_TR_NOOP("Linked to partner network"), K::Reference)
                .to(Entity::Organisation)
                .knownAs("partner|partner network|linked to|partner organisation|partner organization|"
                         "host organisation|hosted by"),
            field<&Network::lastChecked>("last_checked", QT_TR_NOOP("Last checked"), K::Date).listed()
                .knownAs("checked|checked on|last verified|verified|last contact"),
            field<&Network::active>("active", QT_TR_NOOP("Active"), K::Flag)
                .knownAs("is active|still active|in use|alive"),
            field<&Network::notes>("notes", QT_TR_NOOP("Notes"), K::LongText)
                .knownAs("note|comment|comments|remarks|remark"),
        }));
    types.push_back(table<Membership, membershipTitle>(
        "membership", QT_TR_NOOP("network membership"), QT_TR_NOOP("network memberships"),
        {
            field<&Membership::network>("network_id", QT_TR_NOOP("Network"), K::Reference).to(Entity::Network)
                .required().owned().listed().sensitive(S::Public)
                .knownAs("network name|name of network|group|alumni network|networks|network membership|"
                         "member of"),
            field<&Membership::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).required()
                .owned().listed().sensitive(S::Public)
                .knownAs("member|members|member name|name of member|alumnus|alumni|focal point name"),
            field<&Membership::role>("role", QT_TR_NOOP("Role"), K::Vocabulary).words("network_roles").required()
                .listed().sensitive(S::Public)
                .knownAs("network role|role in network|role in the network|position|function|"
                         "responsibility|membership type"),
            field<&Membership::from>("from_date", QT_TR_NOOP("From"), K::PartialDate).listed()
                .knownAs("since|member since|joined|joined on|joined in|start|start date|from date|"
                         "year joined|date joined|year|period|term|member from|begin"),
            field<&Membership::to>("to_date", QT_TR_NOOP("Until"), K::PartialDate).listed()
                .knownAs("to|left|left on|left in|end|end date|to date|year left|member until|until date"),
            field<&Membership::note>("note", QT_TR_NOOP("Note"), K::Text)
                .knownAs("notes|comment|comments|remarks|remark"),
        }));
}
// clang-format on

} // namespace dtp
