// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/field_tables.h>
#include <records/people.h>

#include <QCoreApplication>

namespace dtp
{

QString fullName(const Person& person)
{
    const QString name = QString(person.givenName + QLatin1Char(' ') + person.familyName).trimmed();
    return name.isEmpty() ? person.ownScriptName : name;
}

// A table reads best as a table: one field a line where it fits.
// clang-format off

namespace
{
using K = FieldKind;
using S = Sensitivity;

QString imageTitle(const Image& r) { return r.description; }
QString alternateNameTitle(const AlternateName& r) { return r.name; }
QString contactTitle(const ContactPoint& r) { return r.value; }
QString affiliationTitle(const Affiliation& r) { return r.role; }
QString issueTitle(const PersonIssue& r) { return r.issue; }
QString skillTitle(const PersonSkill& r) { return r.skill; }
QString languageTitle(const PersonLanguage& r) { return r.language; }
QString consentTitle(const Consent& r) { return r.purpose; }
QString noteTitle(const ContactNote& r) { return r.text.section(QLatin1Char('\n'), 0, 0).left(80); }
QString provenanceTitle(const Provenance& r) { return r.file; }
QString mergedPersonTitle(const MergedPerson& r) { return r.name; }
} // namespace

void FieldTables::addPeople(std::vector<RecordType>& types)
{
    types.push_back(table<Image, imageTitle>(
        "image", QT_TR_NOOP("picture"), QT_TR_NOOP("pictures"),
        {
            field<&Image::data>("data", QT_TR_NOOP("Picture"), K::Blob).required(),
            field<&Image::mediaType>("media_type", QT_TR_NOOP("Format"), K::Text).hidden(),
            field<&Image::description>("description", QT_TR_NOOP("Description"), K::Text),
        }));
    types.push_back(table<Person, fullName>(
        "person", QT_TR_NOOP("person"), QT_TR_NOOP("people"),
        {
            field<&Person::givenName>("given_name", QT_TR_NOOP("Given name"), K::Text)
                .sensitive(S::Public).listed().under(QT_TR_NOOP("Name"))
                .knownAs("first name|given names|forename|forenames|firstname|givenname|prenom|nombre|nama depan"),
            field<&Person::familyName>("family_name", QT_TR_NOOP("Family name"), K::Text)
                .sensitive(S::Public).listed().under(QT_TR_NOOP("Name"))
                .knownAs("last name|surname|lastname|familyname|second name|nom|apellido|nama belakang"),
            field<&Person::ownScriptName>("own_script_name", QT_TR_NOOP("Name in own script"), K::Text)
                .sensitive(S::Public).listed().under(QT_TR_NOOP("Name"))
                .knownAs("native name|name in native script|local name|script name|name in own language|original name"),
            field<&Person::pronouns>("pronouns", QT_TR_NOOP("Pronouns"), K::Text)
                .sensitive(S::Public).under(QT_TR_NOOP("Name")).hinted(QT_TR_NOOP("she/her")),
            field<&Person::gender>("gender", QT_TR_NOOP("Gender"), K::Vocabulary)
                .words("genders").listed().under(QT_TR_NOOP("About")).knownAs("sex|m f|gender identity|m/f|f/m"),
            field<&Person::birthYear>("birth_year", QT_TR_NOOP("Birth year"), K::Integer)
                .under(QT_TR_NOOP("About")).knownAs("year of birth|birth date|date of birth|dob|born")
                .hinted(QT_TR_NOOP("1975")),
            field<&Person::country>("country", QT_TR_NOOP("Country"), K::Country)
                .sensitive(S::Public).listed().under(QT_TR_NOOP("About"))
                .knownAs("nation|country of residence|country of origin|nationality|pays|negara|based in"),
            field<&Person::place>("place", QT_TR_NOOP("Place"), K::Text)
                .under(QT_TR_NOOP("About")).knownAs("city|town|location|province|address city|district"),
            field<&Person::identity>("identity", QT_TR_NOOP("Self-described identity"), K::Text)
                .sensitive(S::Restricted).under(QT_TR_NOOP("About"))
                .knownAs("indigenous identity|ethnicity|indigenous|ethnic group|community"),
            field<&Person::disability>("disability", QT_TR_NOOP("Disability"), K::Vocabulary)
                .words("yes_no").sensitive(S::Restricted).under(QT_TR_NOOP("About"))
                .knownAs("disabled|person with disability|pwd"),
            field<&Person::status>("status", QT_TR_NOOP("Status"), K::Vocabulary)
                .words("person_statuses").required().under(QT_TR_NOOP("Standing")).knownAs("alumni status"),
            field<&Person::safetyLevel>("safety_level", QT_TR_NOOP("Safety"), K::Vocabulary)
                .words("safety_levels").required().sensitive(S::Restricted).under(QT_TR_NOOP("Standing"))
                .knownAs("at risk|risk|risk level|security level|security concerns|security concern|safety|safety concern|"
                          "safety concerns|protection concerns|threats|in danger|sensitive|confidential|keep anonymous|anonymous|stay anonymous|in hiding|"
                          "security|safe|is it safe|safe to name|safe to publish|safe to contact|is it safe to name this person|"
                          "niveau de risque|nivel de riesgo"),
            field<&Person::safeChannel>("safe_channel", QT_TR_NOOP("Safe way to reach"), K::Text)
                .sensitive(S::Restricted).under(QT_TR_NOOP("Standing")).hinted(QT_TR_NOOP("Signal only, after 20:00")),
            field<&Person::notes>("notes", QT_TR_NOOP("Notes"), K::LongText)
                .under(QT_TR_NOOP("Notes")).knownAs("note|comment|comments|remarks|remark"),
            field<&Person::lastVerified>("last_verified", QT_TR_NOOP("Last verified"), K::Date)
                .under(QT_TR_NOOP("Standing")).knownAs("verified|verified on|last checked"),
            field<&Person::photo>("photo_id", QT_TR_NOOP("Photo"), K::Reference).to(Entity::Image).hidden(),
        }));
    types.push_back(table<AlternateName, alternateNameTitle>(
        "alternate_name", QT_TR_NOOP("other name"), QT_TR_NOOP("other names"),
        {
            field<&AlternateName::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person)
                .required().owned(),
            field<&AlternateName::name>("name", QT_TR_NOOP("Name"), K::Text).required().listed().sensitive(S::Internal),
            field<&AlternateName::kind>("kind", QT_TR_NOOP("Kind"), K::Vocabulary).words("name_kinds").listed(),
        }));
    types.push_back(table<ContactPoint, contactTitle>(
        "contact_point", QT_TR_NOOP("contact"), QT_TR_NOOP("contacts"),
        {
            field<&ContactPoint::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&ContactPoint::kind>("kind", QT_TR_NOOP("Kind"), K::Vocabulary).words("contact_kinds").required()
                .listed(),
            field<&ContactPoint::value>("value", QT_TR_NOOP("Address or number"), K::Text).required().listed(),
            field<&ContactPoint::e164>("e164", QT_TR_NOOP("International number"), K::Text).hidden(),
            field<&ContactPoint::preferred>("preferred", QT_TR_NOOP("Preferred"), K::Flag).listed(),
            field<&ContactPoint::doNotUse>("do_not_use", QT_TR_NOOP("Do not use"), K::Flag).listed(),
            field<&ContactPoint::note>("note", QT_TR_NOOP("Note"), K::Text),
        }));
    types.push_back(table<Affiliation, affiliationTitle>(
        "affiliation", QT_TR_NOOP("affiliation"), QT_TR_NOOP("affiliations"),
        {
            field<&Affiliation::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&Affiliation::organisation>("organisation_id", QT_TR_NOOP("Organisation"), K::Reference)
                .to(Entity::Organisation).required().owned().listed().sensitive(S::Public),
            field<&Affiliation::role>("role", QT_TR_NOOP("Role"), K::Text).listed().sensitive(S::Public),
            field<&Affiliation::sector>("sector", QT_TR_NOOP("Sector"), K::Vocabulary).words("sectors").listed()
                .sensitive(S::Public),
            field<&Affiliation::from>("from_date", QT_TR_NOOP("From"), K::PartialDate).listed(),
            field<&Affiliation::to>("to_date", QT_TR_NOOP("Until"), K::PartialDate).listed(),
        }));
    types.push_back(table<PersonIssue, issueTitle>(
        "person_issue", QT_TR_NOOP("issue worked on"), QT_TR_NOOP("issues worked on"),
        {
            field<&PersonIssue::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&PersonIssue::issue>("issue", QT_TR_NOOP("Issue"), K::Vocabulary).words("issues").required().listed()
                .sensitive(S::Public),
        }));
    types.push_back(table<PersonSkill, skillTitle>(
        "person_skill", QT_TR_NOOP("skill"), QT_TR_NOOP("skills"),
        {
            field<&PersonSkill::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&PersonSkill::skill>("skill", QT_TR_NOOP("Skill"), K::Vocabulary).words("skills").required().listed()
                .sensitive(S::Public),
            field<&PersonSkill::level>("level", QT_TR_NOOP("Level"), K::Vocabulary).words("skill_levels").listed(),
            field<&PersonSkill::evidence>("evidence", QT_TR_NOOP("Evidence"), K::Text).listed(),
            field<&PersonSkill::verifiedBy>("verified_by", QT_TR_NOOP("Verified by"), K::Text),
            field<&PersonSkill::verifiedOn>("verified_on", QT_TR_NOOP("Verified on"), K::Date),
            field<&PersonSkill::willTrain>("will_train", QT_TR_NOOP("Willing to train"), K::Flag).listed(),
            field<&PersonSkill::willMentor>("will_mentor", QT_TR_NOOP("Willing to mentor"), K::Flag),
            field<&PersonSkill::willFacilitate>("will_facilitate", QT_TR_NOOP("Willing to facilitate"), K::Flag),
        }));
    types.push_back(table<PersonLanguage, languageTitle>(
        "person_language", QT_TR_NOOP("language"), QT_TR_NOOP("languages"),
        {
            field<&PersonLanguage::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person)
                .required().owned(),
            field<&PersonLanguage::language>("language", QT_TR_NOOP("Language"), K::Vocabulary).words("languages")
                .required().listed().sensitive(S::Public),
            field<&PersonLanguage::level>("level", QT_TR_NOOP("Level"), K::Vocabulary).words("language_levels")
                .listed(),
        }));
    types.push_back(table<Consent, consentTitle>(
        "consent", QT_TR_NOOP("consent"), QT_TR_NOOP("consents"),
        {
            field<&Consent::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&Consent::purpose>("purpose", QT_TR_NOOP("May be shown to"), K::Vocabulary).words("consent_purposes")
                .required().listed(),
            field<&Consent::answer>("answer", QT_TR_NOOP("Answer"), K::Vocabulary).words("consent_answers").required()
                .listed(),
            field<&Consent::askedBy>("asked_by", QT_TR_NOOP("Asked by"), K::Text),
            field<&Consent::method>("method", QT_TR_NOOP("How"), K::Text)
                .hinted(QT_TR_NOOP("signed form, e-mail")),
            field<&Consent::answeredOn>("answered_on", QT_TR_NOOP("Answered on"), K::Date).listed(),
            field<&Consent::expiresOn>("expires_on", QT_TR_NOOP("Until"), K::Date).listed(),
            field<&Consent::note>("note", QT_TR_NOOP("Note"), K::Text),
        }));
    types.push_back(table<ContactNote, noteTitle>(
        "contact_note", QT_TR_NOOP("contact made"), QT_TR_NOOP("contacts made"),
        {
            field<&ContactNote::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&ContactNote::date>("date", QT_TR_NOOP("Date"), K::Date).required().listed(),
            field<&ContactNote::kind>("kind", QT_TR_NOOP("Kind"), K::Vocabulary).words("note_kinds").listed(),
            field<&ContactNote::text>("text", QT_TR_NOOP("What was said"), K::LongText).listed(),
            field<&ContactNote::nextAction>("next_action", QT_TR_NOOP("Next action"), K::Text).listed(),
            field<&ContactNote::nextActionOn>("next_action_on", QT_TR_NOOP("Due"), K::Date).listed(),
            field<&ContactNote::by>("by_whom", QT_TR_NOOP("By"), K::Text),
        }));
    types.push_back(table<Provenance, provenanceTitle>(
        "provenance", QT_TR_NOOP("source"), QT_TR_NOOP("sources"),
        {
            field<&Provenance::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&Provenance::file>("file", QT_TR_NOOP("File"), K::Text).required().listed(),
            field<&Provenance::row>("row_number", QT_TR_NOOP("Row"), K::Integer).listed(),
            field<&Provenance::importedAt>("imported_at", QT_TR_NOOP("Imported"), K::DateTime).listed(),
            field<&Provenance::digest>("digest", QT_TR_NOOP("Fingerprint of the row"), K::Text).hidden(),
        }));
    types.push_back(table<MergedPerson, mergedPersonTitle>(
        "merged_person", QT_TR_NOOP("merged record"), QT_TR_NOOP("merged records"),
        {
            field<&MergedPerson::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&MergedPerson::formerKey>("former_key", QT_TR_NOOP("Former number"), K::Integer).required().hidden(),
            field<&MergedPerson::name>("name", QT_TR_NOOP("Name"), K::Text).listed(),
            field<&MergedPerson::mergedAt>("merged_at", QT_TR_NOOP("Merged"), K::DateTime).listed(),
            field<&MergedPerson::by>("by_whom", QT_TR_NOOP("By"), K::Text),
        }));
}
// clang-format on

} // namespace dtp
