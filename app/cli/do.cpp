// SPDX-License-Identifier: GPL-3.0-or-later
// Any deed of the catalogue on records that are named.
#include "typed_value.h"
#include "verbs.h"

#include <deeds/deed.h>
#include <records/amounts.h>
#include <records/kinds.h>
#include <search/record_lookup.h>
#include <search/record_search.h>
#include <standards/currencies.h>

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <optional>

namespace dtp::cli
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

// "network_id" or "network".
bool isCalled(const char* field, const QString& name)
{
    return name == QLatin1String(field) || QString(name + QLatin1String("_id")) == QLatin1String(field);
}

// "network=Cambodia" answers a question; anything else names a record.
std::optional<std::pair<const Field*, QString>> answerIn(const Deed& deed, const DeedCall& call,
                                                         const QString& argument)
{
    const QString name = argument.section(QLatin1Char('='), 0, 0);
    if (!argument.contains(QLatin1Char('=')))
        return std::nullopt;
    const QString text = argument.section(QLatin1Char('='), 1);
    if (deed.setsField && !*deed.field) {
        for (const Field* field : settableFields(call.entity)) {
            if (isCalled(field->name, name))
                return std::pair(field, text);
        }
    }
    for (const DeedQuestion& question : deed.questions(call)) {
        if (isCalled(question.name, name))
            return std::pair(&question.field(), text);
    }
    return std::nullopt;
}

// "amount=EUR 500" says two answers where a deed asks for the currency as well. What is not clear stays as it is, to
// be told by who reads the amount.
QStringList withCurrencyApart(const Deed& deed, const DeedCall& call, const QStringList& arguments)
{
    static const QString asked = QStringLiteral("currency=");
    QStringList all = arguments;
    for (QString& argument : all) {
        const auto answer = answerIn(deed, call, argument);
        const bool isAmount = answer && !deed.setsField && traitsOf(*answer->first).storage == StoredAs::Real;
        const auto money = isAmount ? moneyFromText(answer->second) : std::nullopt;
        if (!money || money->currency.isEmpty() || !unclearMoney(answer->second, *money).isEmpty() ||
            !answerIn(deed, call, asked))
            continue;
        const auto said =
            std::find_if(all.begin(), all.end(), [](const QString& one) { return one.startsWith(asked); });
        if (said != all.end() && currencyFromText(said->mid(asked.size())) != money->currency)
            continue;
        const bool isSaid = said != all.end();
        argument = QLatin1String(answer->first->name) + QLatin1Char('=') +
                   QString::number(money->amount.number, 'f', QLocale::FloatingPointShortest);
        return isSaid ? all : all + QStringList(asked + money->currency);
    }
    return all;
}

// "network=…", "role=…": all that can be told.
QStringList toldTo(const Deed& deed, const DeedCall& call)
{
    QStringList all;
    if (deed.setsField && !*deed.field) {
        for (const Field* field : settableFields(call.entity))
            all.append(QString(QLatin1String(field->name) + QStringLiteral("=…")));
    } else {
        for (const DeedQuestion& question : deed.questions(call))
            all.append(QString(QLatin1String(question.name) + QStringLiteral("=…")));
    }
    return all;
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const Deed* deed = deedOf(call.arguments.at(0));
    if (!deed)
        return wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "There is no deed “%1”.")).arg(call.arguments.at(0)));
    const auto entity = searchedType(call.arguments.at(1));
    if (!entity)
        return wrongUsage(entity.error().sentence);
    const RecordType* type = &recordType(*entity);
    DTP_TRY(store, session.openToWrite(call));
    DeedCall asked = deed->begin(*store, type->entity, {});
    QStringList answered;
    for (const QString& argument : withCurrencyApart(*deed, asked, call.arguments.mid(2))) {
        if (const auto answer = answerIn(*deed, asked, argument)) {
            const QString name = QLatin1String(answer->first->name);
            if (answered.contains(name) || (deed->setsField && !answered.isEmpty()))
                return wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "“%1” is one too many: this is done with one value of "
                                                               "one field at a time. Nothing was changed."))
                                      .arg(argument));
            answered.append(name);
            asked.empties = answer->second.isEmpty(); // FIELD= says so
            DTP_TRY(value, typedValue(*store, *answer->first, answer->second));
            asked.answers.set(answer->first->name, value);
            if (deed->setsField)
                asked.field = QLatin1String(answer->first->name);
            continue;
        }
        const auto key = resolveRecord(*store, type->entity, argument);
        if (!key && argument.contains(QLatin1Char('=')))
            return wrongUsage(
                say(QT_TRANSLATE_NOOP("Cli", "“%1” is neither told to this deed nor a record. Nothing was "
                                             "changed. It is told: %2."))
                    .arg(argument, toldTo(*deed, asked).join(QStringLiteral(", "))));
        DTP_CHECK(key);
        if (std::find(asked.ids.begin(), asked.ids.end(), *key) == asked.ids.end())
            asked.ids.push_back(*key);
    }
    DTP_TRY(done, runDeed(*store, *deed, asked));
    output.result(done, QJsonObject{{QStringLiteral("done"), done}});
    return {};
}

// The deeds with what they are told.
const char* deeds()
{
    static const QByteArray text = [] {
        QString all = QStringLiteral(
            "RECORD is a number, a title or a part of one that fits no other. The deeds, each one change that undo\n"
            "takes back:");
        for (const Deed& deed : recordDeeds()) {
            if (deed.isExport()) // "export" does it
                continue;
            QStringList words{QLatin1String(deed.key),
                              deed.on == Entity::None ? QStringLiteral("TYPE")
                                                      : QLatin1String(recordType(deed.on).plural),
                              QStringLiteral("RECORD...")};
            if (deed.setsField && !*deed.field)
                words.append(QStringLiteral("FIELD=VALUE"));
            if (*deed.field)
                words.append(QString(QLatin1String(deed.field) + QStringLiteral("=…")));
            for (const char* name : deed.asks)
                words.append(QString(QLatin1String(name).chopped(QByteArray(name).endsWith("_id") ? 3 : 0) +
                                     QStringLiteral("=…")));
            all += QStringLiteral("\n  ") + words.join(QLatin1Char(' '));
        }
        return all.toUtf8();
    }();
    return text.constData();
}
} // namespace

Verb doVerb()
{
    return {"do",
            "DEED TYPE RECORD... [FIELD=VALUE...]",
            QT_TRANSLATE_NOOP("Cli", "Do one thing to one or many records."),
            "",
            {},
            3,
            -1,
            false,
            nullptr,
            &run,
            true,
            &deeds};
}

} // namespace dtp::cli
