// SPDX-License-Identifier: GPL-3.0-or-later
// Anything of the catalogue of what can leave.
#include "export_lists.h"
#include "typed_value.h"
#include "verbs.h"

#include <exports/export_catalogue.h>
#include <lists/export_file.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

bool isRecordList(const Exportable& one)
{
    return one.entity() != Entity::None && one.key() == QLatin1String(recordType(one.entity()).table);
}

QStringList otherKeys()
{
    QStringList keys;
    for (const auto& one : exportCatalogue()) {
        if (!isRecordList(*one))
            keys.append(one->key());
    }
    return keys;
}

// A type by any of its names, or something else by its key.
Result<const Exportable*> exportCalled(const QString& name)
{
    if (otherKeys().contains(name.toLower()))
        return exportableOf(name.toLower());
    const auto entity = listCalled(name);
    if (!entity)
        return fail(Cli::tr("%1 Or one of: %2.").arg(entity.error().sentence, otherKeys().join(QStringLiteral(", "))));
    return exportableOf(*entity);
}

// Each parameter of the catalogue is an option, whichever ask for it.
const std::vector<QByteArray>& parameterOptions()
{
    static const std::vector<QByteArray> names = [] {
        std::vector<QByteArray> all;
        for (const auto& one : exportCatalogue()) {
            for (const ExportParameter& parameter : one->parameters()) {
                const QByteArray name = "--" + parameter.key.toLatin1();
                if (std::find(all.begin(), all.end(), name) == all.end())
                    all.push_back(name);
            }
        }
        return all;
    }();
    return names;
}

Outcome readAnswers(const Store& store, const Exportable& what, const Call& call, ExportCall& wanted)
{
    const std::vector<ExportParameter> parameters = what.parameters();
    for (const QByteArray& option : parameterOptions()) {
        if (!call.has(option.constData()))
            continue;
        const auto asked = std::find_if(parameters.begin(), parameters.end(), [&](const ExportParameter& parameter) {
            return option == "--" + parameter.key.toLatin1();
        });
        if (asked == parameters.end())
            return wrongUsage(Cli::tr("“%1” says nothing of “%2”. Nothing was written.")
                                  .arg(QLatin1String(option), call.arguments.front()));
        DTP_TRY(value, typedValue(store, *asked->field, call.value(option.constData())));
        wanted.answers.insert(asked->key, value);
    }
    if (const QString missing = missingAnswer(what, wanted); !missing.isEmpty())
        return wrongUsage(Cli::tr("“%1” is not said: it is needed for “%2”.").arg(missing, call.arguments.front()));
    return {};
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const auto what = exportCalled(call.arguments.at(0));
    if (!what)
        return wrongUsage(what.error().sentence);
    const QString path = call.arguments.at(1);
    ExportCall wanted;
    wanted.query = call.value("--query", call.value("--filter"));
    wanted.columns = call.value("--columns").split(QLatin1Char(','), Qt::SkipEmptyParts);
    const bool isOfRecords = (*what)->entity() != Entity::None;
    if ((!isOfRecords && !wanted.query.isEmpty()) || (!isRecordList(**what) && !wanted.columns.isEmpty()))
        return wrongUsage(
            Cli::tr("“%1” is as it is: neither rows nor columns of it are chosen.").arg(call.arguments.front()));
    DTP_TRY(store, session.openToWrite(call)); // what leaves is recorded
    if (const Outcome answered = readAnswers(*store, **what, call, wanted); !answered)
        return answered;
    DTP_TRY(threshold, thresholdOf(*store, call));
    wanted.smallCell = threshold;
    DTP_TRY(summary, writeExport(*store, **what, wanted, path, audienceOf(call)));
    DTP_TRY(leftOut, (*what)->leavesOut(*store, wanted));
    QJsonObject more;
    if (!leftOut.isEmpty())
        more[QStringLiteral("not_made")] = leftOut;
    printDisclosure(path, summary, output, more);
    for (const QString& sentence : {(*what)->goesTo(), leftOut}) {
        if (!sentence.isEmpty())
            output.line(sentence);
    }
    return {};
}

bool needsFonts(const Call& call)
{
    static const QStringList tables{QStringLiteral("csv"), QStringLiteral("xlsx"), QStringLiteral("vcf"),
                                    QStringLiteral("ics")};
    return !tables.contains(QFileInfo(call.arguments.back()).suffix().toLower()) ||
           otherKeys().contains(call.arguments.front().toLower());
}

const char* catalogueInWords()
{
    static const QByteArray text = [] {
        QString all = QStringLiteral(
            "TYPE is people, organisations, programs, series, participations, networks, memberships, workshops,\n"
            "invitations, recommendations, tasks, or any other type of record. FILE ends in .csv, .xlsx or .pdf (a\n"
            "table to print); for people also in .vcf (vCard 4.0). “import” reads the tables again. Also:");
        for (const auto& one : exportCatalogue()) {
            if (isRecordList(*one))
                continue;
            QStringList words{one->key()};
            for (const ExportParameter& parameter : one->parameters())
                words.append(parameter.isRequired ? QStringLiteral("--%1 …").arg(parameter.key)
                                                  : QStringLiteral("[--%1 …]").arg(parameter.key));
            QStringList endings;
            for (const ExportFormat& format : one->formats())
                endings.append(format.ending.isEmpty() ? QStringLiteral("a folder, which is made")
                                                       : QString(QLatin1Char('.') + format.ending));
            all += QStringLiteral("\n  %1: %2 (%3)")
                       .arg(words.join(QLatin1Char(' ')), one->title(), endings.join(QStringLiteral(", ")));
        }
        return QString(all + QStringLiteral("\nWhat leaves is recorded in the ledger of disclosures.")).toUtf8();
    }();
    return text.constData();
}
} // namespace

Verb exportVerb()
{
    std::vector<Option> options{
        audienceOption(),
        thresholdOption(),
        {"--query", "QUERY", QT_TRANSLATE_NOOP("Cli", "only those that match, as for “search”"), Option::Kind::Text},
        {"--columns", "KEYS", QT_TRANSLATE_NOOP("Cli", "only these columns, in this order: country,place"),
         Option::Kind::Text},
        {"--filter", "QUERY", QT_TRANSLATE_NOOP("Cli", "the same as --query"), Option::Kind::Text}};
    for (const QByteArray& name : parameterOptions())
        options.push_back({name.constData(), "VALUE", QT_TRANSLATE_NOOP("Cli", "what those that name it above are of"),
                           Option::Kind::Text});
    return {"export",
            "TYPE FILE",
            QT_TRANSLATE_NOOP("Cli", "Write people, records of any other type, or what is printed of them."),
            "",
            std::move(options),
            2,
            2,
            false,
            &needsFonts,
            &run,
            true,
            &catalogueInWords};
}

} // namespace dtp::cli
