// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_call.h"

#include "typed_value.h"

#include <lists/export_file.h>

#include <QCoreApplication>
#include <algorithm>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

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
} // namespace

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

Result<const Exportable*> exportCalled(const QString& name)
{
    if (otherKeys().contains(name.toLower()))
        return exportableOf(name.toLower());
    const auto entity = listCalled(name);
    if (!entity)
        return fail(Cli::tr("%1 Or one of: %2.").arg(entity.error().sentence, otherKeys().join(QStringLiteral(", "))));
    return exportableOf(*entity);
}

std::vector<Option> exportOptions()
{
    std::vector<Option> options{
        {"--query", "QUERY", QT_TRANSLATE_NOOP("Cli", "only those that match, as for “search”"), Option::Kind::Text},
        {"--columns", "KEYS", QT_TRANSLATE_NOOP("Cli", "only these columns, in this order: country,place"),
         Option::Kind::Text},
        {"--filter", "QUERY", QT_TRANSLATE_NOOP("Cli", "the same as --query"), Option::Kind::Text}};
    for (const QByteArray& name : parameterOptions())
        options.push_back({name.constData(), "VALUE", QT_TRANSLATE_NOOP("Cli", "what those that name it above are of"),
                           Option::Kind::Text});
    return options;
}

QString otherKeysInWords()
{
    QString all;
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
    return all;
}

Outcome readExport(const Store& store, const Exportable& what, const Call& call, ExportCall& wanted)
{
    wanted.query = call.value("--query", call.value("--filter"));
    wanted.columns = call.value("--columns").split(QLatin1Char(','), Qt::SkipEmptyParts);
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
    const bool isOfRecords = what.entity() != Entity::None;
    if ((!isOfRecords && !wanted.query.isEmpty()) || (!isRecordList(what) && !wanted.columns.isEmpty()))
        return wrongUsage(
            Cli::tr("“%1” is as it is: neither rows nor columns of it are chosen.").arg(call.arguments.front()));
    if (const QString missing = missingAnswer(what, wanted); !missing.isEmpty())
        return wrongUsage(Cli::tr("“%1” is not said: it is needed for “%2”.").arg(missing, call.arguments.front()));
    return {};
}

} // namespace dtp::cli
