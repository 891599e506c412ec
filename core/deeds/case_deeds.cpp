// SPDX-License-Identifier: GPL-3.0-or-later
#include <deeds/deed_runs.h>

#include <meaning/safety.h>
#include <records/cases.h>

#include <QCoreApplication>
#include <QLocale>
#include <functional>

namespace dtp
{

namespace
{
class Deeds
{
    Q_DECLARE_TR_FUNCTIONS(Deeds)
};

// Nobody is named in the sentences, only counted: the history is read over shoulders.
Result<QString> doUnnamed(Store& store, const Deed& deed, const DeedCall& call,
                          const std::function<Result<>(ChangeWriter&, qint64 id)>& one)
{
    const auto counted = [&](const QString& what) {
        return call.count() == 1 ? what : Deeds::tr("%1 for %2").arg(what, deedObject(store, call.entity, call.ids));
    };
    DTP_CHECK(store.change(counted(Deeds::tr(deed.history)), [&](ChangeWriter& writer) -> Result<> {
        for (const qint64 id : call.ids)
            DTP_CHECK(one(writer, id));
        return {};
    }));
    return QString(counted(Deeds::tr(deed.done)) + QLatin1Char('.'));
}

Result<QString> makeUnnamed(Store& store, const Deed& deed, const DeedCall& call)
{
    return doUnnamed(store, deed, call, [&](ChangeWriter& writer, qint64 id) {
        RecordValues values = call.answers;
        values.id = 0;
        values.set(deed.owner, QVariant(id));
        return insertByRules(writer, values);
    });
}

QString dayText(QDate day)
{
    return QLocale().toString(day, QStringLiteral("d MMM yyyy"));
}
} // namespace

// What was done before the case was opened, or after it was closed, belongs in its log; but it may be the wrong day or
// the wrong case, so it is said.
Result<QString> logCase(Store& store, const Deed& deed, const DeedCall& call)
{
    DTP_TRY(done, makeUnnamed(store, deed, call));
    QStringList said{done};
    const QDate day = QDate::fromString(call.answers.text("date"), Qt::ISODate);
    for (const qint64 id : call.ids) {
        DTP_TRY(one, store.get(Id<RiskCase>{id}));
        if (day < one.opened)
            said.append(Deeds::tr("%1 is before the case was opened on %2.").arg(dayText(day), dayText(one.opened)));
        if (one.closed.isValid())
            said.append(Deeds::tr("The case of %1 is closed since %2.").arg(dayText(one.opened), dayText(one.closed)));
    }
    said.removeDuplicates();
    return said.join(QLatin1Char(' '));
}

// Of what is closed, neither the outcome nor the day is written over; and nothing is left to be reviewed.
Result<QString> closeCase(Store& store, const Deed& deed, const DeedCall& call)
{
    if (call.answers.text("closed_on").isEmpty())
        return fail(Deeds::tr("“%1” is missing.")
                        .arg(recordType<RiskCase>().fieldNamed(QStringLiteral("closed_on"))->labelText()));
    for (const qint64 id : call.ids) {
        DTP_TRY(one, store.get(Id<RiskCase>{id}));
        if (one.closed.isValid())
            return fail(
                Deeds::tr("The case of %1 is closed since %2. To change its outcome or its day, change the case "
                          "itself. Nothing was changed.")
                    .arg(dayText(one.opened), dayText(one.closed)));
    }
    return doUnnamed(store, deed, call, [&](ChangeWriter& writer, qint64 id) -> Result<> {
        DTP_TRY(before, writer.store().get(call.entity, id));
        RecordValues values = before;
        for (const char* field : deed.asks)
            values.set(field, call.answers.value(field));
        values.set("next_review", QString());
        return updateByRules(writer, before, values);
    });
}

// A case alone keeps nobody out of what leaves, for then one could see from outside who has one: that is for the
// safety of the person, which staff set.
Result<QString> openCase(Store& store, const Deed& deed, const DeedCall& call)
{
    DTP_TRY(done, makeUnnamed(store, deed, call));
    for (const qint64 id : call.ids) {
        DTP_TRY(person, store.get(Id<Person>{id}));
        if (needsCare(person))
            continue;
        const Field& safety = *recordType<Person>().fieldNamed(QStringLiteral("safety_level"));
        return QString(done + QLatin1Char(' ') +
                       Deeds::tr("“%1” still says “%2”: outsiders are shown what was agreed to.")
                           .arg(safety.labelText(), store.displayText(safety, person.safetyLevel)));
    }
    return done;
}

} // namespace dtp
