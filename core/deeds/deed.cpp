// SPDX-License-Identifier: GPL-3.0-or-later
#include <deeds/deed_runs.h>

#include <records/kinds.h>
#include <records/record_rules.h>

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace dtp
{

namespace
{
class Deeds
{
    Q_DECLARE_TR_FUNCTIONS(Deeds)
};

// The records of one that are as the answers say.
Where alike(const Deed& deed, const DeedCall& call, qint64 owner)
{
    Where where(deed.owner, QVariant(owner));
    for (const char* name : deed.onceBy)
        where.compare(name, Where::Op::Equals, call.answers.value(name));
    return where;
}

// Those who already have such a record are left out.
Result<bool> hasOne(const Store& store, const Deed& deed, const DeedCall& call, qint64 owner)
{
    if (deed.onceBy.empty())
        return false;
    DTP_TRY(count, store.count(deed.makes, alike(deed, call, owner)));
    return count > 0;
}

QString firstAnswer(const Store& store, const Deed& deed, const DeedCall& call)
{
    const char* first = deed.asks.front();
    return store.displayText(*recordType(deed.makes).fieldNamed(QLatin1String(first)), call.answers.value(first));
}

Result<QString> removeRecords(Store& store, const Deed& deed, const DeedCall& call)
{
    std::vector<qint64> gone;
    std::vector<qint64> owners;
    for (const qint64 id : call.ids) {
        DTP_TRY(found, store.ids(deed.makes, alike(deed, call, id)));
        if (!found.empty())
            owners.push_back(id);
        gone.insert(gone.end(), found.begin(), found.end());
    }
    const QString answer = firstAnswer(store, deed, call);
    if (gone.empty())
        return Deeds::tr("Nothing to do: “%1” is not there.").arg(answer);
    const QString who = deedObject(store, call.entity, owners);
    DTP_CHECK(store.change(Deeds::tr(deed.history).arg(who, answer), [&](ChangeWriter& writer) -> Result<> {
        return forEach(call, gone, [&](qint64 id) { return writer.remove(deed.makes, id); });
    }));
    return Deeds::tr(deed.done).arg(who, answer);
}

Result<QString> makeRecords(Store& store, const Deed& deed, const DeedCall& call)
{
    const QString answer = firstAnswer(store, deed, call);
    std::vector<qint64> wanted;
    for (const qint64 id : call.ids) {
        DTP_TRY(has, hasOne(store, deed, call, id));
        if (!has)
            wanted.push_back(id);
    }
    const int left = call.count() - static_cast<int>(wanted.size());
    const QString there =
        left > 0 ? QString(QLatin1Char(' ') + Deeds::tr("%1 there already.").arg(countedText(call.entity, left)))
                 : QString();
    if (wanted.empty())
        return Deeds::tr("Nothing to do:") + there;
    const QString who = deedObject(store, call.entity, wanted);
    DTP_CHECK(store.change(Deeds::tr(deed.history).arg(who, answer), [&](ChangeWriter& writer) -> Result<> {
        return forEach(call, wanted, [&](qint64 id) {
            RecordValues values = call.answers;
            values.id = 0;
            values.set(deed.owner, QVariant(id));
            return insertByRules(writer, values);
        });
    }));
    return Deeds::tr(deed.done).arg(who, answer) + there;
}
} // namespace

QString countedText(Entity entity, int count)
{
    const RecordType& type = recordType(entity);
    if (count == 0)
        return type.pluralText(); // while none is chosen: "Delete people"
    return QStringLiteral("%1 %2").arg(QLocale().toString(count),
                                       count == 1 ? type.singularText() : type.pluralText());
}

const Field& DeedQuestion::field() const
{
    return *recordType(entity).fieldNamed(QLatin1String(name));
}

bool Deed::isFor(Entity entity) const
{
    return entity != Entity::None && (on == Entity::None ? recordType(entity).isUndoable : on == entity);
}

QString Deed::titleFor(Entity entity, int count) const
{
    return Deeds::tr(title).arg(countedText(entity, count));
}

QString Deed::groupText() const
{
    return *group ? Deeds::tr(group) : QString();
}

QString Deed::hintText() const
{
    return *hint ? Deeds::tr(hint) : QString();
}

QString Deed::exportsAfter(const DeedCall& call) const
{
    for (const auto& [answer, what] : thenExports) {
        if (*answer == '\0' || call.answers.text(asks.front()) == QLatin1String(answer))
            return QLatin1String(what);
    }
    return {};
}

QHash<QString, QVariant> Deed::tellsAfter(const DeedCall& call) const
{
    QHash<QString, QVariant> told;
    for (const auto& [answer, parameter] : thenTells) {
        if (const QVariant value = call.answers.value(answer); !value.toString().isEmpty())
            told.insert(QLatin1String(parameter), value);
    }
    return told;
}

QString DeedQuestion::labelText() const
{
    return *words ? Deeds::tr(words) : field().labelText();
}

std::vector<DeedQuestion> Deed::questions(const DeedCall& call) const
{
    std::vector<DeedQuestion> all;
    if (setsField) {
        if (const Field* named = recordType(call.entity).fieldNamed(call.field))
            all.push_back({call.entity, named->name, *field != '\0' && named->isRequired});
        return all;
    }
    // What comes first is what the deed is about: without it there is nothing to do.
    for (const char* name : asks) {
        const auto own = std::find_if(words.begin(), words.end(),
                                      [name](const auto& one) { return qstrcmp(one.first, name) == 0; });
        all.push_back({makes, name,
                       name == asks.front() || recordType(makes).fieldNamed(QLatin1String(name))->isRequired,
                       own == words.end() ? "" : own->second});
    }
    return all;
}

DeedCall Deed::begin(const Store& store, Entity entity, std::vector<qint64> ids) const
{
    DeedCall call{entity, std::move(ids), {}, QLatin1String(field)};
    if (setsField || makes != Entity::None)
        call.answers = RecordValues(setsField ? entity : makes);
    if (*today)
        call.answers.set(today, store.environment().clock->today().toString(Qt::ISODate));
    if (*inDays.first)
        call.answers.set(inDays.first,
                         store.environment().clock->today().addDays(inDays.second).toString(Qt::ISODate));
    return call;
}

const Deed* deedOf(const QString& key)
{
    const auto& all = recordDeeds();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Deed& deed) { return key == QLatin1String(deed.key); });
    return found == all.end() ? nullptr : &*found;
}

std::vector<const Deed*> deedsFor(Entity entity)
{
    std::vector<const Deed*> all;
    for (const Deed& deed : recordDeeds()) {
        if (deed.isFor(entity))
            all.push_back(&deed);
    }
    return all;
}

std::vector<const Field*> settableFields(Entity entity)
{
    std::vector<const Field*> all;
    for (const Field& field : recordType(entity).fields) {
        if (!field.isHidden && !field.isOwner && traitsOf(field).isShown())
            all.push_back(&field);
    }
    return all;
}

QString reasonAgainst(const Deed& deed, const Store& store, const DeedCall& call)
{
    if (!deed.isFor(call.entity))
        return Deeds::tr("This cannot be done with %1.").arg(recordType(call.entity).pluralText());
    if (call.ids.empty())
        return Deeds::tr("Choose %1 in the list first.").arg(recordType(call.entity).pluralText());
    if (call.count() < deed.least)
        return Deeds::tr("Choose %1 or more %2 in the list first.")
            .arg(deed.least)
            .arg(recordType(call.entity).pluralText());
    return store.isReadOnly() ? store.readOnlyReason() : QString();
}

QString deedObject(const Store& store, Entity entity, const std::vector<qint64>& ids)
{
    if (ids.size() != 1)
        return countedText(entity, static_cast<int>(ids.size()));
    const QString title = store.titleOf(entity, ids.front());
    // What is called by a day, as a case is, says it in words.
    if (const QDate day = QDate::fromString(title.left(10), Qt::ISODate);
        day.isValid() && recordType(entity).isRestricted())
        return QLocale().toString(day, QStringLiteral("d MMMM yyyy")) + title.mid(10);
    return title.isEmpty() ? countedText(entity, 1) : title;
}

Result<> forEach(const DeedCall& call, const std::vector<qint64>& ids, const std::function<Result<>(qint64 id)>& one)
{
    const auto total = static_cast<qint64>(ids.size());
    for (qint64 done = 0; done < total; ++done) {
        if (!goOn(call.progress, done, total, Deeds::tr("%L1 of %L2").arg(done).arg(total)))
            return fail(Deeds::tr("Stopped: everything is as it was."));
        DTP_CHECK(one(ids[static_cast<size_t>(done)]));
    }
    return {};
}

Result<> insertByRules(ChangeWriter& writer, RecordValues& values)
{
    DTP_CHECK(checkRules(values, nullptr, writer.store().environment().clock->today()));
    return writer.insert(values);
}

Result<> updateByRules(ChangeWriter& writer, const RecordValues& before, const RecordValues& values)
{
    DTP_CHECK(checkRules(values, &before, writer.store().environment().clock->today()));
    return writer.update(values);
}

Result<QString> runDeed(Store& store, const Deed& deed, const DeedCall& call)
{
    if (const QString reason = reasonAgainst(deed, store, call); !reason.isEmpty())
        return fail(reason, QLatin1String(deed.key));
    if (deed.isExport())
        return fail(Deeds::tr("This changes nothing: it is written to a file, as “export %1 FILE” does.")
                        .arg(QLatin1String(deed.writes)),
                    QLatin1String(deed.key));
    for (const DeedQuestion& question : deed.questions(call)) {
        const QVariant answer = call.answers.value(question.name);
        if (question.isRequired && traitsOf(question.field()).isEmpty(answer))
            return fail(Deeds::tr("“%1” is missing.").arg(question.labelText()), QLatin1String(question.name));
    }
    if (deed.run)
        return deed.run(store, deed, call);
    return deed.removes ? removeRecords(store, deed, call) : makeRecords(store, deed, call);
}

} // namespace dtp
