// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/field_tables.h>
#include <records/reports.h>

#include <QCoreApplication>

namespace dtp
{

// A table reads best as a table: one field a line where it fits.
// clang-format off

namespace
{
using K = FieldKind;
using S = Sensitivity;

QString reportTitle(const Report& r) { return r.title; }
QString sectionTitle(const ReportSection& r) { return r.title; }
QString photoTitle(const ReportPhoto& r) { return r.caption; }
QString photoPersonTitle(const PhotoPerson&) { return {}; }
QString gapTitle(const CapacityGap& r) { return r.text; }
QString recommendationTitle(const Recommendation& r) { return r.text.left(120); }
QString taskTitle(const Task& r) { return r.title; }
QString segmentTitle(const Segment& r) { return r.name; }
QString termTitle(const Term& r) { return r.label; }
QString disclosureTitle(const Disclosure& r) { return r.what; }
QString disclosedPersonTitle(const DisclosedPerson&) { return {}; }
} // namespace

void FieldTables::addReport(std::vector<RecordType>& types)
{
    types.push_back(table<Report, reportTitle>(
        "report", QT_TR_NOOP("report"), QT_TR_NOOP("reports"),
        {
            field<&Report::workshop>("workshop_id", QT_TR_NOOP("Workshop"), K::Reference).to(Entity::Workshop).listed()
                .sensitive(S::Public),
            field<&Report::title>("title", QT_TR_NOOP("Title"), K::Text).required().listed().sensitive(S::Public),
            field<&Report::subtitle>("subtitle", QT_TR_NOOP("Subtitle"), K::Text).sensitive(S::Public),
            field<&Report::date>("date", QT_TR_NOOP("Date"), K::Date).listed().sensitive(S::Public),
            field<&Report::author>("author", QT_TR_NOOP("Author"), K::Text).listed().sensitive(S::Public),
            field<&Report::language>("language", QT_TR_NOOP("Language"), K::Text).sensitive(S::Public)
                .hinted(QT_TR_NOOP("en")),
            field<&Report::status>("status", QT_TR_NOOP("Status"), K::Vocabulary).words("report_statuses").required()
                .listed(),
        }));
    types.push_back(table<ReportSection, sectionTitle>(
        "report_section", QT_TR_NOOP("section"), QT_TR_NOOP("sections"),
        {
            field<&ReportSection::report>("report_id", QT_TR_NOOP("Report"), K::Reference).to(Entity::Report)
                .required().owned().sensitive(S::Public),
            field<&ReportSection::parent>("parent_id", QT_TR_NOOP("Part of"), K::Reference).to(Entity::ReportSection)
                .owned().sensitive(S::Public),
            field<&ReportSection::position>("position", QT_TR_NOOP("Position"), K::Integer).hidden()
                .sensitive(S::Public),
            field<&ReportSection::kind>("kind", QT_TR_NOOP("Kind"), K::Vocabulary).words("section_kinds").required()
                .sensitive(S::Public),
            field<&ReportSection::title>("title", QT_TR_NOOP("Title"), K::Text).required().listed()
                .sensitive(S::Public),
            field<&ReportSection::body>("body", QT_TR_NOOP("Text"), K::RichText).sensitive(S::Public),
            field<&ReportSection::closing>("closing", QT_TR_NOOP("Text behind"), K::RichText).sensitive(S::Public),
            field<&ReportSection::session>("session_id", QT_TR_NOOP("Session"), K::Reference).to(Entity::Session)
                .sensitive(S::Public),
        }));
    types.push_back(table<ReportPhoto, photoTitle>(
        "report_photo", QT_TR_NOOP("photo"), QT_TR_NOOP("photos"),
        {
            field<&ReportPhoto::section>("section_id", QT_TR_NOOP("Section"), K::Reference).to(Entity::ReportSection)
                .required().owned().sensitive(S::Public),
            field<&ReportPhoto::image>("image_id", QT_TR_NOOP("Picture"), K::Reference).to(Entity::Image).required()
                .owned().sensitive(S::Public),
            field<&ReportPhoto::position>("position", QT_TR_NOOP("Position"), K::Integer).hidden().sensitive(S::Public),
            field<&ReportPhoto::caption>("caption", QT_TR_NOOP("Caption"), K::Text).listed().sensitive(S::Public),
            field<&ReportPhoto::nobodyRecognisable>("nobody_recognisable", QT_TR_NOOP("Nobody can be recognised"),
                                                    K::Flag).listed(),
        }));
    types.push_back(table<PhotoPerson, photoPersonTitle>(
        "photo_person", QT_TR_NOOP("person on a photo"), QT_TR_NOOP("people on photos"),
        {
            field<&PhotoPerson::photo>("photo_id", QT_TR_NOOP("Photo"), K::Reference).to(Entity::ReportPhoto)
                .required().owned(),
            field<&PhotoPerson::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).listed(),
        }));
    types.push_back(table<CapacityGap, gapTitle>(
        "capacity_gap", QT_TR_NOOP("capacity gap"), QT_TR_NOOP("capacity gaps"),
        {
            field<&CapacityGap::report>("report_id", QT_TR_NOOP("Report"), K::Reference).to(Entity::Report).required()
                .owned().sensitive(S::Public),
            field<&CapacityGap::category>("category", QT_TR_NOOP("Category"), K::Vocabulary).words("gap_categories")
                .required().listed().sensitive(S::Public),
            field<&CapacityGap::text>("text", QT_TR_NOOP("Gap"), K::Text).required().listed().sensitive(S::Public),
            field<&CapacityGap::region>("region", QT_TR_NOOP("Region"), K::Text).listed().sensitive(S::Public),
            field<&CapacityGap::position>("position", QT_TR_NOOP("Position"), K::Integer).hidden().sensitive(S::Public),
        }));
    types.push_back(table<Recommendation, recommendationTitle>(
        "recommendation", QT_TR_NOOP("recommendation"), QT_TR_NOOP("recommendations"),
        {
            field<&Recommendation::report>("report_id", QT_TR_NOOP("Report"), K::Reference).to(Entity::Report).listed()
                .sensitive(S::Public)
                .knownAs("report title|from report|source report|source"),
            field<&Recommendation::workshop>("workshop_id", QT_TR_NOOP("Workshop"), K::Reference).to(Entity::Workshop)
                .sensitive(S::Public)
                .knownAs("workshop title|from workshop|event|meeting|workshop name"),
            field<&Recommendation::section>("section_id", QT_TR_NOOP("Section"), K::Reference)
                .to(Entity::ReportSection).hidden().sensitive(S::Public),
            field<&Recommendation::position>("position", QT_TR_NOOP("Number"), K::Integer).hidden()
                .sensitive(S::Public),
            field<&Recommendation::level>("level", QT_TR_NOOP("Level"), K::Integer).hidden().sensitive(S::Public),
            field<&Recommendation::text>("text", QT_TR_NOOP("Recommendation"), K::LongText).required().listed()
                .sensitive(S::Public)
                .knownAs("recommendations|text|recommendation text|action|what|proposal|description|"
                         "recommended action"),
            field<&Recommendation::theme>("theme", QT_TR_NOOP("Theme"), K::Vocabulary).words("issues").listed()
                .sensitive(S::Public)
                .knownAs("topic|issue|thematic area|area|subject|themes"),
            field<&Recommendation::addressedTo>("addressed_to", QT_TR_NOOP("Addressed to"), K::Text).listed()
                .sensitive(S::Public)
                .knownAs("addressee|to|for|for whom|directed to|target|addressees|to whom"),
            field<&Recommendation::owner>("owner", QT_TR_NOOP("Owner"), K::Text).listed()
                .knownAs("responsible|responsible person|who|lead|assigned to|person responsible|"
                         "follow up by"),
            field<&Recommendation::due>("due", QT_TR_NOOP("Due"), K::Date).listed()
                .knownAs("due date|deadline|by when|by|when|due on|timeline"),
            field<&Recommendation::status>("status", QT_TR_NOOP("Status"), K::Vocabulary)
                .words("recommendation_statuses").required().listed().sensitive(S::Public)
                .knownAs("state|progress|implementation status|implementation|follow up status"),
            field<&Recommendation::evidence>("evidence", QT_TR_NOOP("Evidence"), K::LongText)
                .knownAs("proof|source of verification|follow up|evidence of progress|comments|notes|"
                         "remarks"),
        }));
    types.push_back(table<Task, taskTitle>(
        "task", QT_TR_NOOP("task"), QT_TR_NOOP("tasks"),
        {
            field<&Task::title>("title", QT_TR_NOOP("Task"), K::Text).required().listed()
                .knownAs("title|name|to do|todo|action|what|activity|task name|action point|item|"
                         "description|task title"),
            field<&Task::workshop>("workshop_id", QT_TR_NOOP("Workshop"), K::Reference).to(Entity::Workshop).listed()
                .knownAs("event|workshop title|workshop name|for workshop|meeting"),
            field<&Task::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person)
                .knownAs("about|person concerned|concerning|contact|about whom|alumnus"),
            field<&Task::due>("due", QT_TR_NOOP("Due"), K::Date).listed()
                .knownAs("due date|deadline|by when|by|when|due on|date"),
            field<&Task::assignedTo>("assigned_to", QT_TR_NOOP("Assigned to"), K::Text).listed()
                .knownAs("assignee|responsible|responsible person|who|assigned|owner|lead|"
                         "person responsible"),
            field<&Task::done>("done", QT_TR_NOOP("Done"), K::Flag).listed()
                .knownAs("completed|finished|is done|complete|status"),
            field<&Task::note>("note", QT_TR_NOOP("Note"), K::LongText)
                .knownAs("notes|comment|comments|remarks|remark|details"),
        }));
    types.push_back(table<Segment, segmentTitle>(
        "segment", QT_TR_NOOP("saved search"), QT_TR_NOOP("saved searches"),
        {
            field<&Segment::name>("name", QT_TR_NOOP("Name"), K::Text).required().listed(),
            field<&Segment::query>("query", QT_TR_NOOP("Search"), K::Text).listed(),
            field<&Segment::note>("note", QT_TR_NOOP("Note"), K::Text),
            field<&Segment::recordType>("record_type", QT_TR_NOOP("Finds"), K::Text).hidden().sensitive(S::Public),
            field<&Segment::view>("view", QT_TR_NOOP("View"), K::Text).hidden().sensitive(S::Public),
            field<&Segment::position>("position", QT_TR_NOOP("Position"), K::Integer).hidden().sensitive(S::Public),
        }));
    types.push_back(table<Term, termTitle>(
        "term", QT_TR_NOOP("word of a vocabulary"), QT_TR_NOOP("words of vocabularies"),
        {
            field<&Term::vocabulary>("vocabulary", QT_TR_NOOP("Vocabulary"), K::Text).required().listed()
                .sensitive(S::Public),
            field<&Term::code>("code", QT_TR_NOOP("Code"), K::Text).required().listed().sensitive(S::Public),
            field<&Term::label>("label", QT_TR_NOOP("Word"), K::Text).required().listed().sensitive(S::Public),
            field<&Term::spellings>("spellings", QT_TR_NOOP("Other spellings"), K::Text).listed().sensitive(S::Public),
            field<&Term::group>("group_name", QT_TR_NOOP("Group"), K::Text).listed().sensitive(S::Public),
            field<&Term::position>("position", QT_TR_NOOP("Position"), K::Integer).hidden().sensitive(S::Public),
        }));

    RecordType disclosure = table<Disclosure, disclosureTitle>(
        "disclosure", QT_TR_NOOP("disclosure"), QT_TR_NOOP("disclosures"),
        {
            field<&Disclosure::at>("at_time", QT_TR_NOOP("When"), K::DateTime).required().listed(),
            field<&Disclosure::what>("what", QT_TR_NOOP("What"), K::Text).required().listed(),
            field<&Disclosure::audience>("audience", QT_TR_NOOP("For"), K::Text).required().listed(),
            field<&Disclosure::file>("file", QT_TR_NOOP("File"), K::Text).listed(),
            field<&Disclosure::by>("by_whom", QT_TR_NOOP("By"), K::Text).listed(),
            field<&Disclosure::named>("named", QT_TR_NOOP("Named"), K::Integer).listed(),
            field<&Disclosure::counted>("counted", QT_TR_NOOP("Counted only"), K::Integer).listed(),
            field<&Disclosure::leftOut>("left_out", QT_TR_NOOP("Left out"), K::Integer).listed(),
            field<&Disclosure::fields>("fields", QT_TR_NOOP("Fields"), K::Text),
            field<&Disclosure::recipient>("recipient", QT_TR_NOOP("Given to"), K::Text).listed(),
        });
    disclosure.isUndoable = false;
    types.push_back(std::move(disclosure));

    RecordType disclosedPerson = table<DisclosedPerson, disclosedPersonTitle>(
        "disclosed_person", QT_TR_NOOP("person in a disclosure"), QT_TR_NOOP("people in disclosures"),
        {
            field<&DisclosedPerson::disclosure>("disclosure_id", QT_TR_NOOP("Disclosure"), K::Reference)
                .to(Entity::Disclosure).required().owned(),
            field<&DisclosedPerson::personKey>("person_key", QT_TR_NOOP("Person"), K::Integer).required().listed(),
            field<&DisclosedPerson::named>("named", QT_TR_NOOP("Named"), K::Flag).listed(),
        });
    disclosedPerson.isUndoable = false;
    types.push_back(std::move(disclosedPerson));
}
// clang-format on

} // namespace dtp
