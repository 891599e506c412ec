// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of the agenda.
#include <workshops/workshop_actions.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("WorkshopActions", text);
}

template <class Deed>
Result<> done(Store& store, const QString& sentence, Deed&& deed)
{
    DTP_TRY(change, store.change(sentence, std::forward<Deed>(deed)));
    Q_UNUSED(change)
    return {};
}

// A session that ends before it starts is no plan but a slip of the hand.
Result<> checkTimes(const Session& session)
{
    if (session.start.isValid() && session.end.isValid() && session.end <= session.start)
        return fail(say(QT_TRANSLATE_NOOP("WorkshopActions",
                                          "“%1” would end at %2, not after it starts at %3. Give it a later end."))
                        .arg(session.title, session.end.toString(QStringLiteral("HH:mm")),
                             session.start.toString(QStringLiteral("HH:mm"))));
    if (session.end.isValid() && !session.start.isValid())
        return fail(say(QT_TRANSLATE_NOOP("WorkshopActions", "“%1” has an end but no start. Say when it starts."))
                        .arg(session.title));
    return {};
}
} // namespace

Result<Id<Session>> addSession(Store& store, const Session& session)
{
    DTP_CHECK(checkTimes(session));
    Session record = session;
    DTP_CHECK(done(store, say(QT_TRANSLATE_NOOP("WorkshopActions", "Add session “%1”")).arg(session.title),
                   [&](ChangeWriter& writer) -> Result<> {
                       DTP_CHECK(writer.insert(record));
                       return {};
                   }));
    return record.id;
}

Result<Id<Session>> keepSession(Store& store, const Session& session, const std::vector<Facilitation>& facilitators)
{
    DTP_CHECK(checkTimes(session));
    std::vector<Facilitation> before;
    if (session.id) {
        DTP_TRY(there, store.find<Facilitation>(Where("session_id", session.id)));
        before = std::move(there);
    }
    Session record = session;
    const QString sentence = (session.id ? say(QT_TRANSLATE_NOOP("WorkshopActions", "Change session “%1”"))
                                         : say(QT_TRANSLATE_NOOP("WorkshopActions", "Add session “%1”")))
                                 .arg(session.title);
    DTP_CHECK(done(store, sentence, [&](ChangeWriter& writer) -> Result<> {
        if (record.id) {
            DTP_CHECK(writer.update(record));
        } else {
            DTP_CHECK(writer.insert(record));
        }
        for (const Facilitation& old : before) {
            const bool stays = std::any_of(facilitators.begin(), facilitators.end(),
                                           [&](const Facilitation& f) { return f.id == old.id; });
            if (!stays)
                DTP_CHECK(writer.remove(old.id));
        }
        for (Facilitation facilitation : facilitators) {
            facilitation.session = record.id;
            if (facilitation.id) {
                DTP_CHECK(writer.update(facilitation));
            } else {
                DTP_CHECK(writer.insert(facilitation));
            }
        }
        return {};
    }));
    return record.id;
}

Result<> moveSession(Store& store, Id<Session> key, const QDateTime& start, const std::optional<QString>& room)
{
    DTP_TRY(session, store.get(key));
    if (session.start.isValid() && session.end.isValid())
        session.end = start.addSecs(session.start.secsTo(session.end));
    session.start = start;
    if (room)
        session.room = *room;
    return done(store, say(QT_TRANSLATE_NOOP("WorkshopActions", "Move session “%1”")).arg(session.title),
                [&](ChangeWriter& writer) { return writer.update(session); });
}

Result<> changeSession(Store& store, const Session& session)
{
    DTP_CHECK(checkTimes(session));
    return done(store, say(QT_TRANSLATE_NOOP("WorkshopActions", "Change session “%1”")).arg(session.title),
                [&](ChangeWriter& writer) { return writer.update(session); });
}

Result<> removeSession(Store& store, Id<Session> key)
{
    DTP_TRY(session, store.get(key));
    return done(store, say(QT_TRANSLATE_NOOP("WorkshopActions", "Remove session “%1”")).arg(session.title),
                [&](ChangeWriter& writer) { return writer.remove(key); });
}

Result<> addFacilitators(Store& store, Id<Session> key, const std::vector<Id<Person>>& people, const QString& role)
{
    DTP_TRY(session, store.get(key));
    DTP_TRY(there, store.find<Facilitation>(Where("session_id", key)));
    QSet<qint64> known;
    for (const Facilitation& facilitation : there)
        known.insert(facilitation.person.value);
    std::vector<Id<Person>> fresh;
    for (const Id<Person> person : people) {
        if (!known.contains(person.value)) {
            known.insert(person.value);
            fresh.push_back(person);
        }
    }
    if (fresh.empty())
        return {};
    QStringList names;
    for (const Id<Person> person : fresh)
        names.append(store.titleOf(Entity::Person, person.value));
    return done(store,
                say(QT_TRANSLATE_NOOP("WorkshopActions", "Let %1 lead “%2”"))
                    .arg(QLocale().createSeparatedList(names), session.title),
                [&](ChangeWriter& writer) -> Result<> {
                    for (const Id<Person> person : fresh)
                        DTP_CHECK(writer.insert(Facilitation{{}, key, person, role}));
                    return {};
                });
}

Result<> removeFacilitator(Store& store, Id<Facilitation> key)
{
    DTP_TRY(facilitation, store.get(key));
    DTP_TRY(session, store.get(facilitation.session));
    const QString sentence = say(QT_TRANSLATE_NOOP("WorkshopActions", "Let %1 no longer lead “%2”"))
                                 .arg(store.titleOf(Entity::Person, facilitation.person.value), session.title);
    return done(store, sentence, [&](ChangeWriter& writer) { return writer.remove(key); });
}

} // namespace dtp
