// SPDX-License-Identifier: GPL-3.0-or-later
// Records that are one person, as one.
#include "verbs.h"

#include <base/text.h>
#include <merging/merge_people.h>
#include <records/masking.h>
#include <search/record_lookup.h>

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString shown(const Store& store, const Field& field, const QVariant& value)
{
    return isMaskedOnScreen(recordType(Entity::Person), field) && !value.toString().isEmpty()
               ? QStringLiteral("•••")
               : store.displayText(field, value);
}

// "country=P12": this field as the record of P12 says it.
Result<> take(const Store& store, MergePlan& plan, const QString& wish)
{
    const QString name = wish.section(QLatin1Char('='), 0, 0);
    const auto isNamed = [&](const MergedField& one) {
        return name == QLatin1String(one.ofTable().name) || foldText(name) == foldText(one.ofTable().labelText());
    };
    const auto found = std::find_if(plan.fields.begin(), plan.fields.end(), isNamed);
    MergedField* field = found == plan.fields.end() ? nullptr : &*found;
    if (!field || !wish.contains(QLatin1Char('=')))
        return fail(Cli::tr("“%1” is not understood: write FIELD=PERSON, as in country=12. None of the records says "
                            "anything in other fields. Nothing was changed.")
                        .arg(wish));
    DTP_TRY(person, resolveRecord(store, Entity::Person, wish.section(QLatin1Char('='), 1)));
    const auto from = std::find(plan.people.begin(), plan.people.end(), person);
    if (from == plan.people.end())
        return fail(Cli::tr("“%1” is of a person who is not merged here. Nothing was changed.").arg(wish));
    if (field->isFixed)
        return fail(Cli::tr("%1 cannot be chosen: the more careful holds. Nothing was changed.")
                        .arg(field->ofTable().labelText()));
    field->value = field->values[static_cast<size_t>(from - plan.people.begin())];
    return {};
}

void say(const Store& store, const MergePlan& plan, const QStringList& otherNames, Output& output)
{
    std::vector<QStringList> rows;
    for (const MergedField& field : plan.fields) {
        if (!field.differs())
            continue;
        QStringList row{QStringLiteral("  ") + field.ofTable().labelText()};
        for (const QVariant& value : field.values)
            row.append(shown(store, field.ofTable(), value));
        row.append(QStringLiteral("→ ") + shown(store, field.ofTable(), field.value));
        rows.push_back(row);
    }
    if (!rows.empty())
        output.line(Cli::tr("What the records say differently, and what it becomes:"));
    output.table(rows);
    const QStringList related = relatedInWords(plan);
    if (!related.isEmpty())
        output.line(Cli::tr("Goes along:"));
    for (const QString& line : related)
        output.line(QStringLiteral("  ") + line);
    if (!otherNames.isEmpty())
        output.line(Cli::tr("Kept as other names: %1").arg(otherNames.join(QStringLiteral(", "))));
    for (const QString& remark : plan.remarks)
        output.line(remark);
}

QJsonObject toJson(const Store& store, const MergePlan& plan, const QStringList& otherNames)
{
    QJsonObject fields;
    for (const MergedField& field : plan.fields)
        fields.insert(QLatin1String(field.ofTable().name), shown(store, field.ofTable(), field.value));
    QJsonObject related;
    for (const MergedRelated& one : plan.related) {
        if (!recordType(one.entity).isRestricted())
            related.insert(QLatin1String(recordType(one.entity).table),
                           QJsonObject{{QStringLiteral("moved"), one.moved}, {QStringLiteral("twice"), one.twice}});
    }
    return {{QStringLiteral("id"), jsonKey(plan.people.front())},
            {QStringLiteral("fields"), fields},
            {QStringLiteral("related"), related},
            {QStringLiteral("other_names"), QJsonArray::fromStringList(otherNames)},
            {QStringLiteral("remarks"), QJsonArray::fromStringList(plan.remarks)}};
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const bool isTried = call.has("--dry-run");
    DTP_TRY(store, isTried ? session.openToRead(call) : session.openToWrite(call));
    std::vector<qint64> people;
    for (const QString& word : call.arguments) {
        DTP_TRY(person, resolveRecord(*store, Entity::Person, word));
        people.push_back(person);
    }
    DTP_TRY(plan, planMerge(*store, people));
    for (const QString& wish : call.value("--take").split(QLatin1Char(','), Qt::SkipEmptyParts))
        DTP_CHECK(take(*store, plan, wish.trimmed()));
    DTP_TRY(otherNames, otherNamesKept(*store, plan));
    QJsonObject object = toJson(*store, plan, otherNames);
    if (!output.isJson())
        say(*store, plan, otherNames, output);
    if (isTried) {
        output.result(Cli::tr("Nothing was changed."), object);
        return {};
    }
    DTP_TRY(done, mergePeople(*store, plan));
    object.insert(QStringLiteral("done"), done);
    output.result(done, object);
    return {};
}
} // namespace

Verb mergeVerb()
{
    return {"merge",
            "PERSON PERSON...",
            QT_TRANSLATE_NOOP("Cli", "Make one record of several that are the same person."),
            QT_TRANSLATE_NOOP(
                "Cli",
                "PERSON is a number, a name or a part of one that fits no other. The first stays; what hangs on the\n"
                "others goes along, once. Where they disagree about safety or consent, the more careful holds. Names\n"
                "that are not taken stay as other names. It is one change, which undo takes back."),
            {{"--dry-run", "", QT_TRANSLATE_NOOP("Cli", "say what would become of them and change nothing")},
             {"--take", "FIELD=PERSON",
              QT_TRANSLATE_NOOP("Cli", "fields as the record of this person says them, "
                                       "several with commas between"),
              Option::Kind::Text}},
            2,
            -1,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
