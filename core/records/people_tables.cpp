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
} // namespace

void addPeopleTables(std::vector<RecordType>& types)
{
    types.push_back(table<Image, imageTitle>(
        "image", DTP_WORD("picture"), DTP_WORD("pictures"),
        {
            field<&Image::data>("data", DTP_WORD("Picture"), K::Blob).required(),
            field<&Image::mediaType>("media_type", DTP_WORD("Format"), K::Text).hidden(),
            field<&Image::description>("description", DTP_WORD("Description"), K::Text),
        }));
    types.push_back(table<Person, fullName>(
        "person", DTP_WORD("person"), DTP_WORD("people"),
        {
            field<&Person::givenName>("given_name", DTP_WORD("Given name"), K::Text)
                .sensitive(S::Public).listed().under(DTP_WORD("Name"))
                .knownAs("first name|given names|forename|forenames|firstname|givenname|prenom|nombre|nama depan"),
            field<&Person::familyName>("family_name", DTP_WORD("Family name"), K::Text)
                .sensitive(S::Public).listed().under(DTP_WORD("Name"))
                .knownAs("last name|surname|lastname|familyname|second name|nom|apellido|nama belakang"),
            field<&Person::ownScriptName>("own_script_name", DTP_WORD("Name in own script"), K::Text)
                .sensitive(S::Public).listed().under(DTP_WORD("Name"))
                .knownAs("native name|name in native script|local name|script name|name in own language|original name"),
            field<&Person::pronouns>("pronouns", DTP_WORD("Pronouns"), K::Text)
                .sensitive(S::Public).under(DTP_WORD("Name")).hinted(DTP_WORD("she/her")),
            field<&Person::gender>("gender", DTP_WORD("Gender"), K::Vocabulary)
                .words("genders").listed().under(DTP_WORD("About")).knownAs("sex|m f|gender identity|m/f|f/m"),
            field<&Person::birthYear>("birth_year", DTP_WORD("Birth year"), K::Integer)
                .under(DTP_WORD("About")).knownAs("year of birth|birth date|date of birth|dob|born")
                .hinted(DTP_WORD("1975")),
            field<&Person::country>("country", DTP_WORD("Country"), K::Country)
                .sensitive(S::Public).listed().under(DTP_WORD("About"))
                .knownAs("nation|country of residence|country of origin|nationality|pays|negara|based in"),
            field<&Person::place>("place", DTP_WORD("Place"), K::Text)
                .under(DTP_WORD("About")).knownAs("city|town|location|province|address city|district"),
            field<&Person::identity>("identity", DTP_WORD("Self-described identity"), K::Text)
                .sensitive(S::Restricted).under(DTP_WORD("About"))
                .knownAs("indigenous identity|ethnicity|indigenous|ethnic group|community"),
            field<&Person::disability>("disability", DTP_WORD("Disability"), K::Vocabulary)
                .words("yes_no").sensitive(S::Restricted).under(DTP_WORD("About"))
                .knownAs("disabled|person with disability|pwd"),
            field<&Person::status>("status", DTP_WORD("Status"), K::Vocabulary)
                .words("person_statuses").required().under(DTP_WORD("Standing")).knownAs("alumni status"),
            field<&Person::safetyLevel>("safety_level", DTP_WORD("Safety"), K::Vocabulary)
                .words("safety_levels").required().sensitive(S::Restricted).under(DTP_WORD("Standing"))
                .knownAs("at risk|risk|security level|safety"),
            field<&Person::safeChannel>("safe_channel", DTP_WORD("Safe way to reach"), K::Text)
                .sensitive(S::Restricted).under(DTP_WORD("Standing")).hinted(DTP_WORD("Signal only, after 20:00")),
            field<&Person::notes>("notes", DTP_WORD("Notes"), K::LongText)
                .under(DTP_WORD("Notes")).knownAs("note|comment|comments|remarks|remark"),
            field<&Person::lastVerified>("last_verified", DTP_WORD("Last verified"), K::Date)
                .under(DTP_WORD("Standing")).knownAs("verified|verified on|last checked"),
            field<&Person::photo>("photo_id", DTP_WORD("Photo"), K::Reference).to(Entity::Image).hidden(),
        }));
    types.push_back(table<AlternateName, alternateNameTitle>(
        "alternate_name", DTP_WORD("other name"), DTP_WORD("other names"),
        {
            field<&AlternateName::person>("person_id", DTP_WORD("Person"), K::Reference).to(Entity::Person)
                .required().owned(),
            field<&AlternateName::name>("name", DTP_WORD("Name"), K::Text).required().listed().sensitive(S::Internal),
            field<&AlternateName::kind>("kind", DTP_WORD("Kind"), K::Vocabulary).words("name_kinds").listed(),
        }));
    types.push_back(table<ContactPoint, contactTitle>(
        "contact_point", DTP_WORD("contact"), DTP_WORD("contacts"),
        {
            field<&ContactPoint::person>("person_id", DTP_WORD("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&ContactPoint::kind>("kind", DTP_WORD("Kind"), K::Vocabulary).words("contact_kinds").required()
                .listed(),
            field<&ContactPoint::value>("value", DTP_WORD("Address or number"), K::Text).required().listed(),
            field<&ContactPoint::e164>("e164", DTP_WORD("International number"), K::Text).hidden(),
            field<&ContactPoint::preferred>("preferred", DTP_WORD("Preferred"), K::Flag).listed(),
            field<&ContactPoint::doNotUse>("do_not_use", DTP_WORD("Do not use"), K::Flag).listed(),
            field<&ContactPoint::note>("note", DTP_WORD("Note"), K::Text),
        }));
    types.push_back(table<Affiliation, affiliationTitle>(
        "affiliation", DTP_WORD("affiliation"), DTP_WORD("affiliations"),
        {
            field<&Affiliation::person>("person_id", DTP_WORD("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&Affiliation::organisation>("organisation_id", DTP_WORD("Organisation"), K::Reference)
                .to(Entity::Organisation).required().owned().listed().sensitive(S::Public),
            field<&Affiliation::role>("role", DTP_WORD("Role"), K::Text).listed().sensitive(S::Public),
            field<&Affiliation::sector>("sector", DTP_WORD("Sector"), K::Vocabulary).words("sectors").listed()
                .sensitive(S::Public),
            field<&Affiliation::from>("from_date", DTP_WORD("From"), K::PartialDate).listed(),
            field<&Affiliation::to>("to_date", DTP_WORD("Until"), K::PartialDate).listed(),
        }));
    types.push_back(table<PersonIssue, issueTitle>(
        "person_issue", DTP_WORD("issue worked on"), DTP_WORD("issues worked on"),
        {
            field<&PersonIssue::person>("person_id", DTP_WORD("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&PersonIssue::issue>("issue", DTP_WORD("Issue"), K::Vocabulary).words("issues").required().listed()
                .sensitive(S::Public),
        }));
    types.push_back(table<PersonSkill, skillTitle>(
        "person_skill", DTP_WORD("skill"), DTP_WORD("skills"),
        {
            field<&PersonSkill::person>("person_id", DTP_WORD("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&PersonSkill::skill>("skill", DTP_WORD("Skill"), K::Vocabulary).words("skills").required().listed()
                .sensitive(S::Public),
            field<&PersonSkill::level>("level", DTP_WORD("Level"), K::Vocabulary).words("skill_levels").listed(),
            field<&PersonSkill::evidence>("evidence", DTP_WORD("Evidence"), K::Text).listed(),
            field<&PersonSkill::verifiedBy>("verified_by", DTP_WORD("Verified by"), K::Text),
            field<&PersonSkill::verifiedOn>("verified_on", DTP_WORD("Verified on"), K::Date),
            field<&PersonSkill::willTrain>("will_train", DTP_WORD("Willing to train"), K::Flag).listed(),
            field<&PersonSkill::willMentor>("will_mentor", DTP_WORD("Willing to mentor"), K::Flag),
            field<&PersonSkill::willFacilitate>("will_facilitate", DTP_WORD("Willing to facilitate"), K::Flag),
        }));
    types.push_back(table<PersonLanguage, languageTitle>(
        "person_language", DTP_WORD("language"), DTP_WORD("languages"),
        {
            field<&PersonLanguage::person>("person_id", DTP_WORD("Person"), K::Reference).to(Entity::Person)
                .required().owned(),
            field<&PersonLanguage::language>("language", DTP_WORD("Language"), K::Vocabulary).words("languages")
                .required().listed().sensitive(S::Public),
            field<&PersonLanguage::level>("level", DTP_WORD("Level"), K::Vocabulary).words("language_levels").listed(),
        }));
    types.push_back(table<Consent, consentTitle>(
        "consent", DTP_WORD("consent"), DTP_WORD("consents"),
        {
            field<&Consent::person>("person_id", DTP_WORD("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&Consent::purpose>("purpose", DTP_WORD("May be shown to"), K::Vocabulary).words("consent_purposes")
                .required().listed(),
            field<&Consent::answer>("answer", DTP_WORD("Answer"), K::Vocabulary).words("consent_answers").required()
                .listed(),
            field<&Consent::askedBy>("asked_by", DTP_WORD("Asked by"), K::Text),
            field<&Consent::method>("method", DTP_WORD("How"), K::Text)
                .hinted(DTP_WORD("signed form, e-mail, by word")),
            field<&Consent::answeredOn>("answered_on", DTP_WORD("Answered on"), K::Date).listed(),
            field<&Consent::expiresOn>("expires_on", DTP_WORD("Until"), K::Date).listed(),
            field<&Consent::note>("note", DTP_WORD("Note"), K::Text),
        }));
    types.push_back(table<ContactNote, noteTitle>(
        "contact_note", DTP_WORD("contact made"), DTP_WORD("contacts made"),
        {
            field<&ContactNote::person>("person_id", DTP_WORD("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&ContactNote::date>("date", DTP_WORD("Date"), K::Date).required().listed(),
            field<&ContactNote::kind>("kind", DTP_WORD("Kind"), K::Vocabulary).words("note_kinds").listed(),
            field<&ContactNote::text>("text", DTP_WORD("What was said"), K::LongText).listed(),
            field<&ContactNote::nextAction>("next_action", DTP_WORD("Next action"), K::Text).listed(),
            field<&ContactNote::nextActionOn>("next_action_on", DTP_WORD("Due"), K::Date).listed(),
            field<&ContactNote::by>("by_whom", DTP_WORD("By"), K::Text),
        }));
    types.push_back(table<Provenance, provenanceTitle>(
        "provenance", DTP_WORD("source"), DTP_WORD("sources"),
        {
            field<&Provenance::person>("person_id", DTP_WORD("Person"), K::Reference).to(Entity::Person).required()
                .owned(),
            field<&Provenance::file>("file", DTP_WORD("File"), K::Text).required().listed(),
            field<&Provenance::row>("row_number", DTP_WORD("Row"), K::Integer).listed(),
            field<&Provenance::importedAt>("imported_at", DTP_WORD("Imported"), K::DateTime).listed(),
            field<&Provenance::digest>("digest", DTP_WORD("Fingerprint of the row"), K::Text).hidden(),
        }));
}
// clang-format on

} // namespace dtp
