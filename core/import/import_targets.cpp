// SPDX-License-Identifier: GPL-3.0-or-later
// The list of what a column can be for: the fields of a person come from their table, the rest stands here.
#include <import/import_mapping.h>

#include <records/people.h>
#include <records/record_type.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("ImportTargets", text);
}

struct Extra {
    const char* key;
    const char* label;
    const char* group;
    bool takesMany;
    const char* headings; // separated by "|"
};

constexpr const char* names = QT_TRANSLATE_NOOP("ImportTargets", "Name");
constexpr const char* contacts = QT_TRANSLATE_NOOP("ImportTargets", "Contacts");
constexpr const char* work = QT_TRANSLATE_NOOP("ImportTargets", "Work");
constexpr const char* programs = QT_TRANSLATE_NOOP("ImportTargets", "Programs and networks");
constexpr const char* consents = QT_TRANSLATE_NOOP("ImportTargets", "Consents");
constexpr const char* rest = QT_TRANSLATE_NOOP("ImportTargets", "Rest");

constexpr Extra beforeFields[] = {
    {"full_name", QT_TRANSLATE_NOOP("ImportTargets", "Full name"), names, false,
     "full name|name|names|fullname|participant|participants|participant name|name of participant|complete "
     "name|alumni name|"
     "person|nama|nama lengkap|nom complet|nombre completo|name surname|first name and last name|first and last name|"
     "given and family name|name in full|name in english|english name|applicant|member|delegate"},
    {"family_given", QT_TRANSLATE_NOOP("ImportTargets", "Family, given"), names, false,
     "family given|last first|surname first name|last name first name|family name given name|surname given name|name "
     "last first"},
};
constexpr Extra afterFields[] = {
    {"alternate_name", QT_TRANSLATE_NOOP("ImportTargets", "Other name"), names, true,
     "other name|other names|alternate name|alternate names|alternative name|alias|aliases|nickname|known as|also "
     "known as|aka|"
     "preferred name|maiden name|former name|nick name|other spelling|other spellings|called"},
    {"email", QT_TRANSLATE_NOOP("ImportTargets", "E-mail"), contacts, true,
     "e mail|email|e mails|emails|e mail address|email address|e mail addresses|email addresses|mail|courriel|correo|"
     "correo electronico|surel|email id|e mail id|adresse e mail|alamat email"},
    {"phone", QT_TRANSLATE_NOOP("ImportTargets", "Phone"), contacts, true,
     "phone|phones|phone number|phone numbers|mobile|mobile phone|mobile number|mobile no|cell|cellphone|cell "
     "phone|cell number|telephone|"
     "telephone number|tel|tel no|telephone no|phone no|contact number|contact numbers|contact no|handphone|hand "
     "phone|hp|hp no|"
     "landline|telepon|no hp|nomor hp|telefono|phone contact|mobile contact|telefon|contact phone|fax"},
    {"whatsapp", QT_TRANSLATE_NOOP("ImportTargets", "WhatsApp"), contacts, true,
     "whatsapp|whats app|whatsapp number|whatsapp no|wa|no wa"},
    {"signal", QT_TRANSLATE_NOOP("ImportTargets", "Signal"), contacts, true, "signal|signal number|signal no"},
    {"telegram", QT_TRANSLATE_NOOP("ImportTargets", "Telegram"), contacts, true,
     "telegram|telegram number|telegram handle"},
    {"social", QT_TRANSLATE_NOOP("ImportTargets", "Social media"), contacts, true,
     "social media|facebook|fb|twitter|linkedin|instagram|skype|skype id|line "
     "id|wechat|viber|kakaotalk|social|messenger|social media account"},
    {"website", QT_TRANSLATE_NOOP("ImportTargets", "Website"), contacts, true,
     "website|web site|web|url|homepage|blog|web address|web page"},
    {"post", QT_TRANSLATE_NOOP("ImportTargets", "Postal address"), contacts, true,
     "address|postal address|mailing address|street address|post|street|home address|office address|full "
     "address|alamat|contact address|permanent address"},
    {"organisation", QT_TRANSLATE_NOOP("ImportTargets", "Organisation"), work, true,
     "organisation|organization|organisations|organizations|organisation name|organization name|name of "
     "organisation|name of organization|org|ngo|"
     "employer|company|institution|institute|affiliation|affiliations|workplace|work "
     "place|agency|organisasi|organizacion|association|"
     "current organisation|current organization|nominating organisation|nominating organization|organisation "
     "institution|organization institution|"
     "name of the organisation|name of the organization"},
    {"org_role", QT_TRANSLATE_NOOP("ImportTargets", "Role in the organisation"), work, true,
     "position|job title|designation|role|job|occupation|post held|function|jabatan|profession|role in "
     "organisation|role in organization|"
     "position title|position in organisation|position in organization|current position|title position|role in the "
     "organisation|work title"},
    {"sector", QT_TRANSLATE_NOOP("ImportTargets", "Sector"), work, true,
     "sector|organisation type|organization type|type of organisation|type of organization|org type|sectors|type of "
     "the organisation"},
    {"org_from", QT_TRANSLATE_NOOP("ImportTargets", "In the organisation from"), work, true,
     "organisation from|organization from|joined organisation"},
    {"org_to", QT_TRANSLATE_NOOP("ImportTargets", "In the organisation until"), work, true,
     "organisation until|organization until"},
    {"issues", QT_TRANSLATE_NOOP("ImportTargets", "Issues worked on"), work, true,
     "issues|issue|issues worked on|issue worked on|human rights issues|thematic area|thematic "
     "areas|themes|theme|areas of work|area of work|"
     "focus|focus area|focus areas|working on|works on|field of work|thematic focus|area of expertise|fields of "
     "work|issue areas|issue area"},
    {"skills", QT_TRANSLATE_NOOP("ImportTargets", "Skills"), work, true,
     "skills|skill|expertise|competencies|competences|strengths|skills and expertise"},
    {"languages", QT_TRANSLATE_NOOP("ImportTargets", "Languages"), work, true,
     "languages|language|languages spoken|language spoken|spoken languages|language skills|bahasa|mother "
     "tongue|speaks|working languages"},
    {"program_title", QT_TRANSLATE_NOOP("ImportTargets", "Program"), programs, true,
     "program|programme|program title|programme title|course|course title|training|training program|training "
     "programme|program name|programme name|"
     "course name|dtp program|dtp course|program attended|course attended|training "
     "attended|programs|programmes|courses|programs attended|"
     "courses attended|dtp programs|trainings|trainings attended|edition|program edition"},
    {"program_year", QT_TRANSLATE_NOOP("ImportTargets", "Year of the program"), programs, true,
     "year|program year|programme year|course year|year attended|year of program|year of programme|year of "
     "course|training year|year of training|"
     "year of participation|batch|cohort|years|alumni year|class of|tahun|year of attendance"},
    {"participation_role", QT_TRANSLATE_NOOP("ImportTargets", "Role in the program"), programs, true,
     "participation role|role in program|role in programme|program role|participation type|type of "
     "participation|participant type|attended as|role in the program|participation"},
    {"outcome", QT_TRANSLATE_NOOP("ImportTargets", "Outcome of the program"), programs, true,
     "outcome|completed|completion|completion status|graduated|course completed|result|program outcome|outcome of the "
     "program"},
    {"network", QT_TRANSLATE_NOOP("ImportTargets", "Network"), programs, true,
     "network|networks|alumni network|network membership|network memberships|member of|alumni networks"},
    {"network_role", QT_TRANSLATE_NOOP("ImportTargets", "Role in the network"), programs, true,
     "network role|role in network|role in the network"},
    {"consent.directory", QT_TRANSLATE_NOOP("ImportTargets", "Agrees to the alumni directory"), consents, false,
     "alumni directory|directory|consent directory|directory consent|consent to directory|consent alumni "
     "directory|listed in directory|"
     "agrees to the alumni directory|consent to be listed|share with alumni"},
    {"consent.contact_details", QT_TRANSLATE_NOOP("ImportTargets", "Agrees to sharing contact details"), consents,
     false,
     "consent contact details|share contact details|contact details to alumni and partners|agrees to sharing contact "
     "details|share contacts|contact details consent"},
    {"consent.partners", QT_TRANSLATE_NOOP("ImportTargets", "Agrees to be named to partners"), consents, false,
     "consent partners|partner organisations|share with partners|agrees to be named to partners|partners "
     "consent|consent to share with partners"},
    {"consent.funders", QT_TRANSLATE_NOOP("ImportTargets", "Agrees to be named to funders"), consents, false,
     "consent funders|funder reports by name|share with funders|share with donors|agrees to be named to "
     "funders|funders consent|consent donors|named to funders"},
    {"consent.publicity", QT_TRANSLATE_NOOP("ImportTargets", "Agrees to publicity"), consents, false,
     "consent publicity|publicity|photo consent|consent photos|media consent|consent to publish|agrees to "
     "publicity|publicity consent|consent to photos|consent photo"},
    {"refusal.directory", QT_TRANSLATE_NOOP("ImportTargets", "Does not agree to the alumni directory"), consents, true,
     ""},
    {"refusal.contact_details", QT_TRANSLATE_NOOP("ImportTargets", "Does not agree to sharing contact details"),
     consents, true, ""},
    {"refusal.partners", QT_TRANSLATE_NOOP("ImportTargets", "Does not agree to be named to partners"), consents, true,
     ""},
    {"refusal.funders", QT_TRANSLATE_NOOP("ImportTargets", "Does not agree to be named to funders"), consents, true,
     ""},
    {"refusal.publicity", QT_TRANSLATE_NOOP("ImportTargets", "Does not agree to publicity"), consents, true, ""},
    {"flag.email", QT_TRANSLATE_NOOP("ImportTargets", "Do not e-mail"), consents, true,
     "do not e mail|do not email|don't e mail|don't email|e mail opt out|email opt out|opt out of e mail|opt out of "
     "email|opt out of emails|has opted out of email|opted out of email|opt out|opted out|is opt out|unsubscribed|"
     "unsubscribe|do not send emails|do not send e mails|no bulk emails|do not bulk email"},
    {"flag.phone", QT_TRANSLATE_NOOP("ImportTargets", "Do not phone"), consents, true,
     "do not phone|don't phone|do not call|don't call|do not sms|do not text|do not telephone|do not whatsapp|do not "
     "message|phone opt out|opt out of calls|has opted out of phone|has opted out of calls"},
    {"flag.post", QT_TRANSLATE_NOOP("ImportTargets", "Do not write by post"), consents, true,
     "do not post|do not write|do not send post|no post"},
    {"flag.mail", QT_TRANSLATE_NOOP("ImportTargets", "Do not mail"), consents, true,
     "do not mail|don't mail|no mailings|do not send mail"},
    {"flag.contact", QT_TRANSLATE_NOOP("ImportTargets", "Do not contact"), consents, true,
     "do not contact|don't contact|do not approach|do not disturb|must not be contacted|not to be contacted"},
    {"flag.deceased", QT_TRANSLATE_NOOP("ImportTargets", "Has died"), consents, true,
     "deceased|is deceased|dead|died|has died|passed away|date of death|deceased date|year of death"},
    {"notes", QT_TRANSLATE_NOOP("ImportTargets", "Keep in the notes"), rest, true,
     "notes|note|comment|comments|remarks|remark|additional information|other information|catatan|observations"},
    {"record", QT_TRANSLATE_NOOP("ImportTargets", "Record (of our own exports)"), rest, false, "record|record key"},
    {"ignore", QT_TRANSLATE_NOOP("ImportTargets", "Leave out"), rest, true,
     "no|nr|s no|sr no|sl no|sn|row|row number|serial|serial no|serial number|number|line|why this row was set "
     "aside|#|№"},
};

QStringList headingsOf(const char* list)
{
    return QString::fromUtf8(list).split(QLatin1Char('|'), Qt::SkipEmptyParts);
}

ImportTarget targetOf(const Extra& extra)
{
    const QString key = QString::fromLatin1(extra.key);
    static const QStringList dates{QStringLiteral("org_from"), QStringLiteral("org_to"),
                                   QStringLiteral("program_year")};
    return {key, say(extra.label), say(extra.group), extra.takesMany, headingsOf(extra.headings), dates.contains(key)};
}

std::vector<ImportTarget> makeTargets()
{
    std::vector<ImportTarget> all;
    for (const Extra& extra : beforeFields)
        all.push_back(targetOf(extra));
    for (const Field& field : recordType<Person>().fields) {
        if (field.isHidden || qstrcmp(field.name, "notes") == 0)
            continue;
        QStringList headings = headingsOf(field.synonyms);
        headings.prepend(QString::fromLatin1(field.label));
        headings.append(QString::fromLatin1(field.name));
        if (qstrcmp(field.name, "disability") == 0)
            headings.append(QStringLiteral("any disability"));
        const QString group = *field.group ? QCoreApplication::translate("Fields", field.group) : say(rest);
        const bool isDate = field.kind == FieldKind::Date || field.kind == FieldKind::PartialDate ||
                            qstrcmp(field.name, "birth_year") == 0;
        all.push_back({QString::fromLatin1(field.name), field.labelText(), group, false, headings, isDate});
    }
    for (const Extra& extra : afterFields)
        all.push_back(targetOf(extra));
    return all;
}
} // namespace

const std::vector<ImportTarget>& importTargets()
{
    static const std::vector<ImportTarget> targets = makeTargets();
    return targets;
}

const ImportTarget* importTarget(const QString& key)
{
    const auto& all = importTargets();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const ImportTarget& target) { return target.key == key; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace dtp
