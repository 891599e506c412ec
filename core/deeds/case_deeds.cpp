// SPDX-License-Identifier: GPL-3.0-or-later
#include <deeds/deed_runs.h>

#include <meaning/safety.h>

#include <QCoreApplication>
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
} // namespace

Result<QString> makeUnnamed(Store& store, const Deed& deed, const DeedCall& call)
{
    return doUnnamed(store, deed, call, [&](ChangeWriter& writer, qint64 id) {
        RecordValues values = call.answers;
        values.id = 0;
        values.set(deed.owner, QVariant(id));
        return writer.insert(values);
    });
}

Result<QString> closeCase(Store& store, const Deed& deed, const DeedCall& call)
{
    return doUnnamed(store, deed, call, [&](ChangeWriter& writer, qint64 id) -> Result<> {
        DTP_TRY(values, writer.store().get(call.entity, id));
        for (const char* field : deed.asks)
            values.set(field, call.answers.value(field));
        return writer.update(values);
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
