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
QString gapTitle(const CapacityGap& r) { return r.text; }
QString recommendationTitle(const Recommendation& r) { return r.text.left(120); }
QString taskTitle(const Task& r) { return r.title; }
QString segmentTitle(const Segment& r) { return r.name; }
QString termTitle(const Term& r) { return r.label; }
QString disclosureTitle(const Disclosure& r) { return r.what; }
QString disclosedPersonTitle(const DisclosedPerson&) { return {}; }
} // namespace

void addReportTables(std::vector<RecordType>& types)
{
    types.push_back(table<Report, reportTitle>(
        "report", DTP_WORD("report"), DTP_WORD("reports"),
        {
            field<&Report::workshop>("workshop_id", DTP_WORD("Workshop"), K::Reference).to(Entity::Workshop).listed()
                .sensitive(S::Public),
            field<&Report::title>("title", DTP_WORD("Title"), K::Text).required().listed().sensitive(S::Public),
            field<&Report::subtitle>("subtitle", DTP_WORD("Subtitle"), K::Text).sensitive(S::Public),
            field<&Report::date>("date", DTP_WORD("Date"), K::Date).listed().sensitive(S::Public),
            field<&Report::author>("author", DTP_WORD("Author"), K::Text).listed().sensitive(S::Public),
            field<&Report::language>("language", DTP_WORD("Language"), K::Text).sensitive(S::Public)
                .hinted(DTP_WORD("en")),
            field<&Report::status>("status", DTP_WORD("Status"), K::Vocabulary).words("report_statuses").required()
                .listed(),
        }));
    types.push_back(table<ReportSection, sectionTitle>(
        "report_section", DTP_WORD("section"), DTP_WORD("sections"),
        {
            field<&ReportSection::report>("report_id", DTP_WORD("Report"), K::Reference).to(Entity::Report)
                .required().owned().sensitive(S::Public),
            field<&ReportSection::parent>("parent_id", DTP_WORD("Part of"), K::Reference).to(Entity::ReportSection)
                .owned().sensitive(S::Public),
            field<&ReportSection::position>("position", DTP_WORD("Position"), K::Integer).hidden()
                .sensitive(S::Public),
            field<&ReportSection::kind>("kind", DTP_WORD("Kind"), K::Vocabulary).words("section_kinds").required()
                .sensitive(S::Public),
            field<&ReportSection::title>("title", DTP_WORD("Title"), K::Text).required().listed().sensitive(S::Public),
            field<&ReportSection::body>("body", DTP_WORD("Text"), K::RichText).sensitive(S::Public),
            field<&ReportSection::closing>("closing", DTP_WORD("Text behind"), K::RichText).sensitive(S::Public),
            field<&ReportSection::session>("session_id", DTP_WORD("Session"), K::Reference).to(Entity::Session)
                .sensitive(S::Public),
        }));
    types.push_back(table<ReportPhoto, photoTitle>(
        "report_photo", DTP_WORD("photo"), DTP_WORD("photos"),
        {
            field<&ReportPhoto::section>("section_id", DTP_WORD("Section"), K::Reference).to(Entity::ReportSection)
                .required().owned().sensitive(S::Public),
            field<&ReportPhoto::image>("image_id", DTP_WORD("Picture"), K::Reference).to(Entity::Image).required()
                .owned().sensitive(S::Public),
            field<&ReportPhoto::position>("position", DTP_WORD("Position"), K::Integer).hidden().sensitive(S::Public),
            field<&ReportPhoto::caption>("caption", DTP_WORD("Caption"), K::Text).listed().sensitive(S::Public),
        }));
    types.push_back(table<CapacityGap, gapTitle>(
        "capacity_gap", DTP_WORD("capacity gap"), DTP_WORD("capacity gaps"),
        {
            field<&CapacityGap::report>("report_id", DTP_WORD("Report"), K::Reference).to(Entity::Report).required()
                .owned().sensitive(S::Public),
            field<&CapacityGap::category>("category", DTP_WORD("Category"), K::Vocabulary).words("gap_categories")
                .required().listed().sensitive(S::Public),
            field<&CapacityGap::text>("text", DTP_WORD("Gap"), K::Text).required().listed().sensitive(S::Public),
            field<&CapacityGap::region>("region", DTP_WORD("Region"), K::Text).listed().sensitive(S::Public),
            field<&CapacityGap::position>("position", DTP_WORD("Position"), K::Integer).hidden().sensitive(S::Public),
        }));
    types.push_back(table<Recommendation, recommendationTitle>(
        "recommendation", DTP_WORD("recommendation"), DTP_WORD("recommendations"),
        {
            field<&Recommendation::report>("report_id", DTP_WORD("Report"), K::Reference).to(Entity::Report).listed()
                .sensitive(S::Public),
            field<&Recommendation::workshop>("workshop_id", DTP_WORD("Workshop"), K::Reference).to(Entity::Workshop)
                .sensitive(S::Public),
            field<&Recommendation::section>("section_id", DTP_WORD("Section"), K::Reference)
                .to(Entity::ReportSection).hidden().sensitive(S::Public),
            field<&Recommendation::position>("position", DTP_WORD("Number"), K::Integer).hidden().sensitive(S::Public),
            field<&Recommendation::level>("level", DTP_WORD("Level"), K::Integer).hidden().sensitive(S::Public),
            field<&Recommendation::text>("text", DTP_WORD("Recommendation"), K::LongText).required().listed()
                .sensitive(S::Public),
            field<&Recommendation::theme>("theme", DTP_WORD("Theme"), K::Vocabulary).words("issues").listed()
                .sensitive(S::Public),
            field<&Recommendation::addressedTo>("addressed_to", DTP_WORD("Addressed to"), K::Text).listed()
                .sensitive(S::Public),
            field<&Recommendation::owner>("owner", DTP_WORD("Owner"), K::Text).listed(),
            field<&Recommendation::due>("due", DTP_WORD("Due"), K::Date).listed(),
            field<&Recommendation::status>("status", DTP_WORD("Status"), K::Vocabulary)
                .words("recommendation_statuses").required().listed().sensitive(S::Public),
            field<&Recommendation::evidence>("evidence", DTP_WORD("Evidence"), K::LongText),
        }));
    types.push_back(table<Task, taskTitle>(
        "task", DTP_WORD("task"), DTP_WORD("tasks"),
        {
            field<&Task::title>("title", DTP_WORD("Task"), K::Text).required().listed(),
            field<&Task::workshop>("workshop_id", DTP_WORD("Workshop"), K::Reference).to(Entity::Workshop).listed(),
            field<&Task::person>("person_id", DTP_WORD("Person"), K::Reference).to(Entity::Person),
            field<&Task::due>("due", DTP_WORD("Due"), K::Date).listed(),
            field<&Task::assignedTo>("assigned_to", DTP_WORD("Assigned to"), K::Text).listed(),
            field<&Task::done>("done", DTP_WORD("Done"), K::Flag).listed(),
            field<&Task::note>("note", DTP_WORD("Note"), K::LongText),
        }));
    types.push_back(table<Segment, segmentTitle>(
        "segment", DTP_WORD("saved search"), DTP_WORD("saved searches"),
        {
            field<&Segment::name>("name", DTP_WORD("Name"), K::Text).required().listed(),
            field<&Segment::query>("query", DTP_WORD("Search"), K::Text).required().listed(),
            field<&Segment::note>("note", DTP_WORD("Note"), K::Text),
        }));
    types.push_back(table<Term, termTitle>(
        "term", DTP_WORD("word of a vocabulary"), DTP_WORD("words of vocabularies"),
        {
            field<&Term::vocabulary>("vocabulary", DTP_WORD("Vocabulary"), K::Text).required().listed()
                .sensitive(S::Public),
            field<&Term::code>("code", DTP_WORD("Code"), K::Text).required().listed().sensitive(S::Public),
            field<&Term::label>("label", DTP_WORD("Word"), K::Text).required().listed().sensitive(S::Public),
            field<&Term::spellings>("spellings", DTP_WORD("Other spellings"), K::Text).listed().sensitive(S::Public),
            field<&Term::group>("group_name", DTP_WORD("Group"), K::Text).listed().sensitive(S::Public),
            field<&Term::position>("position", DTP_WORD("Position"), K::Integer).hidden().sensitive(S::Public),
        }));

    RecordType disclosure = table<Disclosure, disclosureTitle>(
        "disclosure", DTP_WORD("disclosure"), DTP_WORD("disclosures"),
        {
            field<&Disclosure::at>("at_time", DTP_WORD("When"), K::DateTime).required().listed(),
            field<&Disclosure::what>("what", DTP_WORD("What"), K::Text).required().listed(),
            field<&Disclosure::audience>("audience", DTP_WORD("For"), K::Text).required().listed(),
            field<&Disclosure::file>("file", DTP_WORD("File"), K::Text).listed(),
            field<&Disclosure::by>("by_whom", DTP_WORD("By"), K::Text).listed(),
            field<&Disclosure::named>("named", DTP_WORD("Named"), K::Integer).listed(),
            field<&Disclosure::counted>("counted", DTP_WORD("Counted only"), K::Integer).listed(),
            field<&Disclosure::leftOut>("left_out", DTP_WORD("Left out"), K::Integer).listed(),
            field<&Disclosure::fields>("fields", DTP_WORD("Fields"), K::Text),
        });
    disclosure.isUndoable = false;
    types.push_back(std::move(disclosure));

    RecordType disclosedPerson = table<DisclosedPerson, disclosedPersonTitle>(
        "disclosed_person", DTP_WORD("person in a disclosure"), DTP_WORD("people in disclosures"),
        {
            field<&DisclosedPerson::disclosure>("disclosure_id", DTP_WORD("Disclosure"), K::Reference)
                .to(Entity::Disclosure).required().owned(),
            field<&DisclosedPerson::personKey>("person_key", DTP_WORD("Person"), K::Integer).required().listed(),
            field<&DisclosedPerson::named>("named", DTP_WORD("Named"), K::Flag).listed(),
        });
    disclosedPerson.isUndoable = false;
    types.push_back(std::move(disclosedPerson));
}
// clang-format on

} // namespace dtp
