// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <base/text.h>
#include <privacy/photo_people.h>
#include <reporting/report_material.h>
#include <search/record_lookup.h>

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// In the order in which the report shows them.
std::vector<ReportPhoto> picturesOf(const ReportMaterial& material)
{
    std::vector<ReportPhoto> all;
    for (const ReportSection& section : material.sections) {
        for (const ReportPhoto& photo : material.photos.value(section.id.value))
            all.push_back(photo);
    }
    return all;
}

// "A; B"; what is blank between two semicolons is nobody.
QStringList namesIn(const QString& text)
{
    QStringList names;
    for (const QString& part : text.split(QLatin1Char(';'))) {
        if (const QString name = withoutControls(part).simplified(); !name.isEmpty())
            names.append(name);
    }
    return names;
}

Outcome setFacts(Store& store, const std::vector<ReportPhoto>& pictures, const Call& call)
{
    bool isNumber = false;
    const qsizetype number = call.value("--picture").toLongLong(&isNumber);
    if (!isNumber || number < 1 || number > static_cast<qsizetype>(pictures.size()))
        return wrongUsage(Cli::tr("Say by --picture N which picture is meant, as it is numbered in the list."));
    const ReportPhoto& picture = pictures[static_cast<size_t>(number - 1)];
    if (int(call.has("--people")) + int(call.has("--nobody")) + int(call.has("--unsaid")) != 1)
        return wrongUsage(Cli::tr("Say by --people who is on the picture, by --nobody that nobody can be recognised, "
                                  "or by --unsaid that nobody knows."));
    if (call.has("--nobody")) {
        DTP_CHECK(setNobodyRecognisable(store, picture.id, true));
        return {};
    }
    Subjects people;
    if (call.has("--people")) {
        const QStringList names = namesIn(call.value("--people"));
        if (names.isEmpty())
            return wrongUsage(Cli::tr("“--people” names nobody: write who is on the picture, as in “Dara Sok; Mali "
                                      "Chai”. That nobody can be recognised is said by --nobody."));
        for (const QString& name : names) {
            DTP_TRY(person, resolveRecord<Person>(store, name));
            people.add(person);
        }
    }
    DTP_CHECK(setPeopleOnPhoto(store, picture.id, people));
    return {};
}

Result<> print(const Store& store, const ReportMaterial& material, Output& output)
{
    QJsonArray all;
    std::vector<QStringList> rows;
    int number = 0;
    for (const ReportPhoto& picture : picturesOf(material)) {
        const PeopleOnPhoto on = material.onPhotos.value(picture.id.value);
        const QString section = store.titleOf(Entity::ReportSection, picture.section.value);
        QJsonArray people;
        for (const Id<Person> person : on.people)
            people.append(jsonKey(person.value));
        ++number;
        all.append(QJsonObject{{QStringLiteral("number"), number},
                               {QStringLiteral("section"), section},
                               {QStringLiteral("caption"), picture.caption},
                               {QStringLiteral("people"), people},
                               {QStringLiteral("nobody"), picture.nobodyRecognisable}});
        rows.push_back({QString::number(number), section, picture.caption, whoIsOnIt(store, picture, on)});
    }
    output.json(all);
    if (rows.empty())
        output.line(Cli::tr("This report has no pictures."));
    else
        output.table(rows);
    return {};
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const bool sets = call.has("--picture") || call.has("--people") || call.has("--nobody") || call.has("--unsaid");
    DTP_TRY(store, sets ? session.openToWrite(call) : session.openToRead(call));
    DTP_TRY(report, resolveRecord<Report>(*store, call.arguments.at(0)));
    DTP_TRY(material, readMaterial(*store, report));
    if (sets) {
        if (const Outcome set = setFacts(*store, picturesOf(material), call); !set)
            return set;
        DTP_TRY(after, readMaterial(*store, report));
        material = std::move(after);
    }
    DTP_CHECK(print(*store, material, output));
    return {};
}
} // namespace

Verb reportPicturesVerb()
{
    return {
        "report pictures",
        "REPORT",
        QT_TRANSLATE_NOOP("Cli", "Show and say who can be recognised on the pictures of a report."),
        QT_TRANSLATE_NOOP(
            "Cli",
            "REPORT is its number, its title or a part of the title that no other has.\n"
            "A picture leaves for outsiders only if it says who is on it and all of them agreed to photos, or if "
            "nobody can be\n"
            "recognised. Several people are written “A; B”, by number or name."),
        {{"--picture", "N", QT_TRANSLATE_NOOP("Cli", "the picture with this number in the list"), Option::Kind::Text},
         {"--people", "PEOPLE", QT_TRANSLATE_NOOP("Cli", "all who can be recognised on it"), Option::Kind::Text},
         {"--nobody", "", QT_TRANSLATE_NOOP("Cli", "nobody can be recognised on it")},
         {"--unsaid", "", QT_TRANSLATE_NOOP("Cli", "take away what was said: the picture stays inside")}},
        1,
        1,
        false,
        nullptr,
        &run};
}

} // namespace dtp::cli
