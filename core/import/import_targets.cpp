// SPDX-License-Identifier: GPL-3.0-or-later
// The list of what a column can be for: the fields of a person come from their table, the rest stands here. By which
// headings each is known is in resources/headings.
#include <import/import_mapping.h>

#include <records/kinds.h>
#include <records/people.h>
#include <records/record_type.h>
#include <standards/data_file.h>

#include <QCoreApplication>
#include <QHash>
#include <QtDebug>

static void useHeadingFile()
{
    Q_INIT_RESOURCE(dtp_headings);
}

namespace dtp
{

namespace
{
ImportTarget::Words say(const char* text)
{
    return [text] { return QCoreApplication::translate("ImportTargets", text); };
}

struct Extra {
    const char* key;
    const char* label;
    const char* group;
    bool takesMany;
};

constexpr const char* names = QT_TRANSLATE_NOOP("ImportTargets", "Name");
constexpr const char* contacts = QT_TRANSLATE_NOOP("ImportTargets", "Contacts");
constexpr const char* work = QT_TRANSLATE_NOOP("ImportTargets", "Work");
constexpr const char* programs = QT_TRANSLATE_NOOP("ImportTargets", "Programs and networks");
constexpr const char* consents = QT_TRANSLATE_NOOP("ImportTargets", "Consents");
constexpr const char* rest = QT_TRANSLATE_NOOP("ImportTargets", "Rest");

constexpr Extra beforeFields[] = {
    {"full_name", QT_TRANSLATE_NOOP("ImportTargets", "Full name"), names, false},
    {"family_given", QT_TRANSLATE_NOOP("ImportTargets", "Family, given"), names, false},
};
constexpr Extra afterFields[] = {
    {"middle_name", QT_TRANSLATE_NOOP("ImportTargets", "Middle name"), names, true},
    {"second_family_name", QT_TRANSLATE_NOOP("ImportTargets", "Second family name"), names, true},
    {"alternate_name", QT_TRANSLATE_NOOP("ImportTargets", "Other name"), names, true},
    {"email", QT_TRANSLATE_NOOP("ImportTargets", "E-mail"), contacts, true},
    {"phone", QT_TRANSLATE_NOOP("ImportTargets", "Phone"), contacts, true},
    {"whatsapp", QT_TRANSLATE_NOOP("ImportTargets", "WhatsApp"), contacts, true},
    {"signal", QT_TRANSLATE_NOOP("ImportTargets", "Signal"), contacts, true},
    {"telegram", QT_TRANSLATE_NOOP("ImportTargets", "Telegram"), contacts, true},
    {"social", QT_TRANSLATE_NOOP("ImportTargets", "Social media"), contacts, true},
    {"website", QT_TRANSLATE_NOOP("ImportTargets", "Website"), contacts, true},
    {"post", QT_TRANSLATE_NOOP("ImportTargets", "Postal address"), contacts, true},
    {"organisation", QT_TRANSLATE_NOOP("ImportTargets", "Organisation"), work, true},
    {"org_role", QT_TRANSLATE_NOOP("ImportTargets", "Role in the organisation"), work, true},
    {"sector", QT_TRANSLATE_NOOP("ImportTargets", "Sector"), work, true},
    {"org_from", QT_TRANSLATE_NOOP("ImportTargets", "In the organisation from"), work, true},
    {"org_to", QT_TRANSLATE_NOOP("ImportTargets", "In the organisation until"), work, true},
    {"issues", QT_TRANSLATE_NOOP("ImportTargets", "Issues worked on"), work, true},
    {"skills", QT_TRANSLATE_NOOP("ImportTargets", "Skills"), work, true},
    {"languages", QT_TRANSLATE_NOOP("ImportTargets", "Languages"), work, true},
    {"program_title", QT_TRANSLATE_NOOP("ImportTargets", "Program"), programs, true},
    {"program_year", QT_TRANSLATE_NOOP("ImportTargets", "Year of the program"), programs, true},
    {"participation_role", QT_TRANSLATE_NOOP("ImportTargets", "Role in the program"), programs, true},
    {"outcome", QT_TRANSLATE_NOOP("ImportTargets", "Outcome of the program"), programs, true},
    {"network", QT_TRANSLATE_NOOP("ImportTargets", "Network"), programs, true},
    {"network_role", QT_TRANSLATE_NOOP("ImportTargets", "Role in the network"), programs, true},
    {"consent.directory", QT_TRANSLATE_NOOP("ImportTargets", "Agrees to the alumni directory"), consents, true},
    {"consent.contact_details", QT_TRANSLATE_NOOP("ImportTargets", "Agrees to sharing contact details"), consents,
     true},
    {"consent.partners", QT_TRANSLATE_NOOP("ImportTargets", "Agrees to be named to partners"), consents, true},
    {"consent.funders", QT_TRANSLATE_NOOP("ImportTargets", "Agrees to be named to funders"), consents, true},
    {"consent.publicity", QT_TRANSLATE_NOOP("ImportTargets", "Agrees to publicity"), consents, true},
    {"consent.photo", QT_TRANSLATE_NOOP("ImportTargets", "Agrees to be shown in photos"), consents, true},
    {"consent.newsletter", QT_TRANSLATE_NOOP("ImportTargets", "Agrees to the newsletter"), consents, true},
    {"refusal.directory", QT_TRANSLATE_NOOP("ImportTargets", "Does not agree to the alumni directory"), consents,
     true},
    {"refusal.contact_details", QT_TRANSLATE_NOOP("ImportTargets", "Does not agree to sharing contact details"),
     consents, true},
    {"refusal.partners", QT_TRANSLATE_NOOP("ImportTargets", "Does not agree to be named to partners"), consents, true},
    {"refusal.funders", QT_TRANSLATE_NOOP("ImportTargets", "Does not agree to be named to funders"), consents, true},
    {"refusal.publicity", QT_TRANSLATE_NOOP("ImportTargets", "Does not agree to publicity"), consents, true},
    {"refusal.photo", QT_TRANSLATE_NOOP("ImportTargets", "Does not agree to be shown in photos"), consents, true},
    {"refusal.newsletter", QT_TRANSLATE_NOOP("ImportTargets", "Does not agree to the newsletter"), consents, true},
    {"flag.opt_out", QT_TRANSLATE_NOOP("ImportTargets", "Has opted out: no newsletter, e-mail or post"), consents,
     true},
    {"flag.email", QT_TRANSLATE_NOOP("ImportTargets", "Do not e-mail"), consents, true},
    {"flag.phone", QT_TRANSLATE_NOOP("ImportTargets", "Do not phone"), consents, true},
    {"flag.post", QT_TRANSLATE_NOOP("ImportTargets", "Do not write by post"), consents, true},
    {"flag.mail", QT_TRANSLATE_NOOP("ImportTargets", "Do not mail"), consents, true},
    {"flag.phone_email", QT_TRANSLATE_NOOP("ImportTargets", "Do not phone or e-mail"), consents, true},
    {"flag.contact", QT_TRANSLATE_NOOP("ImportTargets", "Do not contact"), consents, true},
    {"flag.deceased", QT_TRANSLATE_NOOP("ImportTargets", "Has died"), consents, true},
    {"notes", QT_TRANSLATE_NOOP("ImportTargets", "Keep in the notes"), rest, true},
    {"record", QT_TRANSLATE_NOOP("ImportTargets", "Record (of our own exports)"), rest, false},
    {"ignore", QT_TRANSLATE_NOOP("ImportTargets", "Leave out"), rest, true},
};

QStringList headingsOf(const QString& list)
{
    return list.split(QLatin1Char('|'), Qt::SkipEmptyParts);
}

// Headings in the languages in which lists reach us, by target.
const QHash<QString, QStringList>& headingFile()
{
    static const QHash<QString, QStringList> all = [] {
        useHeadingFile();
        QHash<QString, QStringList> headings;
        const auto rows = readDataFile(QStringLiteral(":/headings/headings.csv"));
        if (!rows) // cannot happen in a program that was built whole; columns are then known by their own names
            qWarning("headings.csv: %s", qUtf8Printable(rows.error().detail));
        else {
            for (const QStringList& row : *rows)
                headings[row.value(0)] += headingsOf(row.value(2));
        }
        return headings;
    }();
    return all;
}

ImportTarget targetOf(const Extra& extra)
{
    const QString key = QString::fromLatin1(extra.key);
    static const QStringList dates{QStringLiteral("org_from"), QStringLiteral("org_to"),
                                   QStringLiteral("program_year"), QStringLiteral("flag.deceased"),
                                   QStringLiteral("flag.opt_out")};
    return {key, say(extra.label), say(extra.group), extra.takesMany, headingFile().value(key), dates.contains(key)};
}

std::vector<ImportTarget> makeTargets()
{
    std::vector<ImportTarget> all;
    for (const Extra& extra : beforeFields)
        all.push_back(targetOf(extra));
    for (const Field& field : recordType<Person>().fields) {
        if (field.isHidden || qstrcmp(field.name, "notes") == 0)
            continue;
        QStringList headings = headingsOf(QString::fromUtf8(field.synonyms));
        headings.prepend(QString::fromLatin1(field.label));
        headings.append(QString::fromLatin1(field.name));
        headings += headingFile().value(QString::fromLatin1(field.name));
        if (qstrcmp(field.name, "disability") == 0)
            headings.append(QStringLiteral("any disability"));
        ImportTarget::Words group = say(rest);
        if (*field.group)
            group = [&field] { return QCoreApplication::translate("Fields", field.group); };
        const bool isDate = traitsOf(field).isTime() || qstrcmp(field.name, "birth_year") == 0;
        // A name may stand in two scripts, and each row may fill one of two columns: year and date of birth. Of
        // several columns about somebody's safety the most careful answer counts.
        static const QStringList several{QStringLiteral("own_script_name"), QStringLiteral("safety_level"),
                                         QStringLiteral("birth_year")};
        const bool takesMany = several.contains(QLatin1String(field.name));
        all.push_back({QString::fromLatin1(field.name), [&field] { return field.labelText(); }, group, takesMany,
                       headings, isDate});
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
