// SPDX-License-Identifier: GPL-3.0-or-later
#include <workshops/agenda.h>

#include <meaning/codes.h>
#include <meaning/invitations.h>
#include <standards/countries.h>

#include <QCoreApplication>
#include <QLocale>

namespace dtp
{

namespace
{
using Kind = AgendaWarning::Kind;

constexpr qint64 mostEmptyDays = 60; // a year typed wrongly must not make ten thousand days

QString say(const char* text)
{
    return QCoreApplication::translate("Agenda", text);
}

QString dayText(QDate date)
{
    return QLocale().toString(date, say(QT_TRANSLATE_NOOP("Agenda", "d MMMM")));
}

bool hasTimes(const Session& session)
{
    return session.start.isValid() && session.end.isValid() && session.end > session.start;
}

// Back to back is no clash.
bool overlap(const Session& a, const Session& b)
{
    return hasTimes(a) && hasTimes(b) && a.start < b.end && b.start < a.end;
}

void warn(AgendaSession& session, Kind kind, const QString& sentence, Id<Session> other = {})
{
    session.warnings.push_back({kind, session.session.id, other, sentence});
}

void warnOfTime(const Workshop& workshop, AgendaSession& s)
{
    const Session& session = s.session;
    if (!session.start.isValid() || !session.end.isValid())
        return warn(s, Kind::NoTime,
                    session.start.isValid() ? say(QT_TRANSLATE_NOOP("Agenda", "Has no end time yet."))
                                            : say(QT_TRANSLATE_NOOP("Agenda", "Has no time yet.")));
    if (session.end <= session.start)
        warn(s, Kind::EndsBeforeStart,
             say(QT_TRANSLATE_NOOP("Agenda", "Ends at %1, not after it starts at %2."))
                 .arg(session.end.toString(QStringLiteral("HH:mm")), session.start.toString(QStringLiteral("HH:mm"))));
    if (workshop.start.isValid() && session.start.date() < workshop.start)
        warn(s, Kind::OutsideWorkshop,
             say(QT_TRANSLATE_NOOP("Agenda", "Is on %1, before the workshop begins on %2."))
                 .arg(dayText(session.start.date()), dayText(workshop.start)));
    const QDate last = workshop.end.isValid() ? workshop.end : workshop.start;
    if (last.isValid() && session.end.date() > last)
        warn(s, Kind::OutsideWorkshop,
             say(QT_TRANSLATE_NOOP("Agenda", "Is on %1, after the workshop ends on %2."))
                 .arg(dayText(session.end.date()), dayText(last)));
}

void warnOfFacilitators(AgendaSession& s)
{
    for (const AgendaPerson& person : s.facilitators) {
        if (person.isOut)
            warn(s, Kind::FacilitatorOut,
                 say(QT_TRANSLATE_NOOP("Agenda", "%1 is not coming to the workshop.")).arg(person.name));
    }
    if (!s.needsFacilitators())
        return;
    const auto leaders = s.leaders();
    if (leaders.empty())
        return warn(s, Kind::NoFacilitator, say(QT_TRANSLATE_NOOP("Agenda", "Nobody leads it yet.")));
    if (leaders.size() == 1)
        return warn(s, Kind::OneFacilitator,
                    say(QT_TRANSLATE_NOOP("Agenda", "One facilitator only: %1.")).arg(leaders.front()->name));
    const QString country = leaders.front()->country;
    const bool same = !country.isEmpty() && std::all_of(leaders.begin(), leaders.end(),
                                                        [&](const AgendaPerson* p) { return p->country == country; });
    if (same)
        warn(s, Kind::SameCountry,
             (leaders.size() == 2 ? say(QT_TRANSLATE_NOOP("Agenda", "Both facilitators are from %1."))
                                  : say(QT_TRANSLATE_NOOP("Agenda", "All facilitators are from %1.")))
                 .arg(countryName(country)));
}

void warnOfClash(AgendaSession& a, AgendaSession& b)
{
    if (!overlap(a.session, b.session))
        return;
    const auto both = [&](Kind kind, const char* text, const QString& what) {
        warn(a, kind, say(text).arg(what, b.session.title), b.session.id);
        warn(b, kind, say(text).arg(what, a.session.title), a.session.id);
    };
    for (const AgendaPerson& person : a.facilitators) {
        const bool inBoth = std::any_of(b.facilitators.begin(), b.facilitators.end(),
                                        [&](const AgendaPerson& other) { return other.person == person.person; });
        if (inBoth)
            both(Kind::PersonClash, QT_TRANSLATE_NOOP("Agenda", "%1 is in “%2” at the same time."), person.name);
    }
    const QString room = a.session.room.simplified();
    if (!room.isEmpty() && room.compare(b.session.room.simplified(), Qt::CaseInsensitive) == 0)
        both(Kind::RoomClash, QT_TRANSLATE_NOOP("Agenda", "%1 is taken by “%2” at the same time."), room);
}

bool earlier(const AgendaSession& a, const AgendaSession& b)
{
    if (a.session.start != b.session.start)
        return a.session.start < b.session.start;
    if (a.session.end != b.session.end)
        return a.session.end < b.session.end;
    return a.session.id < b.session.id;
}

std::vector<AgendaDay> daysOf(const Workshop& workshop, std::vector<AgendaSession> sessions)
{
    std::map<QDate, AgendaDay> days;
    const QDate last = workshop.end.isValid() ? workshop.end : workshop.start;
    if (workshop.start.isValid() && workshop.start.daysTo(last) < mostEmptyDays) {
        for (QDate day = workshop.start; day <= last; day = day.addDays(1))
            days[day] = {day, 0, {}};
    }
    AgendaDay unscheduled;
    for (AgendaSession& session : sessions) {
        const QDate date = session.session.start.date();
        if (!date.isValid()) {
            unscheduled.sessions.push_back(std::move(session));
            continue;
        }
        AgendaDay& day = days[date];
        day.date = date;
        day.sessions.push_back(std::move(session));
    }
    std::vector<AgendaDay> all;
    for (auto& [date, day] : days) {
        if (workshop.start.isValid() && date >= workshop.start && date <= last)
            day.number = static_cast<int>(workshop.start.daysTo(date)) + 1;
        all.push_back(std::move(day));
    }
    if (!unscheduled.sessions.empty())
        all.push_back(std::move(unscheduled));
    return all;
}
} // namespace

bool AgendaSession::needsFacilitators() const
{
    const auto kind = codeOf<SessionKind>(session.kind);
    return kind != SessionKind::Break && kind != SessionKind::Social;
}

bool AgendaPerson::leads() const
{
    return role != QLatin1String("rapporteur") && role != QLatin1String("interpreter");
}

std::vector<const AgendaPerson*> AgendaSession::leaders() const
{
    std::vector<const AgendaPerson*> all;
    for (const AgendaPerson& person : facilitators) {
        if (person.leads())
            all.push_back(&person);
    }
    return all;
}

std::vector<AgendaWarning> Agenda::warnings() const
{
    std::vector<AgendaWarning> all;
    for (const AgendaDay& day : days) {
        for (const AgendaSession& session : day.sessions) {
            for (const AgendaWarning& warning : session.warnings) {
                // A clash stands with both sessions; here the first one speaks for it.
                const bool told = std::any_of(all.begin(), all.end(), [&](const AgendaWarning& w) {
                    return w.other && w.other == warning.session && w.session == warning.other &&
                           w.kind == warning.kind;
                });
                if (!told)
                    all.push_back(warning);
            }
        }
    }
    return all;
}

Agenda makeAgenda(const Workshop& workshop, std::vector<AgendaSession> sessions)
{
    std::sort(sessions.begin(), sessions.end(), earlier);
    for (AgendaSession& session : sessions) {
        session.warnings.clear();
        warnOfTime(workshop, session);
        warnOfFacilitators(session);
    }
    for (size_t i = 0; i < sessions.size(); ++i) {
        for (size_t j = i + 1; j < sessions.size(); ++j)
            warnOfClash(sessions[i], sessions[j]);
    }
    return {workshop, daysOf(workshop, std::move(sessions))};
}

Result<Agenda> readAgenda(const Store& store, Id<Workshop> workshop)
{
    DTP_TRY(record, store.get(workshop));
    DTP_TRY(sessions, store.find<Session>(Where("workshop_id", workshop)));
    DTP_TRY(invitations, store.find<Invitation>(Where("workshop_id", workshop)));
    QSet<qint64> out;
    for (const Invitation& invitation : invitations) {
        if (stageOf(invitation.state) == InvitationStage::Out)
            out.insert(invitation.person.value);
    }
    QVariantList keys;
    std::vector<AgendaSession> planned;
    for (Session& session : sessions) {
        keys.append(session.id.value);
        planned.push_back({std::move(session), {}, {}});
    }
    Where where;
    where.compare("session_id", Where::Op::In, keys);
    DTP_TRY(facilitations, store.find<Facilitation>(where));
    for (const Facilitation& facilitation : facilitations) {
        DTP_TRY(person, store.get(facilitation.person));
        const auto session = std::find_if(planned.begin(), planned.end(), [&](const AgendaSession& s) {
            return s.session.id == facilitation.session;
        });
        if (session != planned.end())
            session->facilitators.push_back({facilitation.id, person.id, fullName(person), person.country,
                                             facilitation.role, out.contains(person.id.value)});
    }
    return makeAgenda(record, std::move(planned));
}

QString timeText(const Session& session)
{
    if (!session.start.isValid())
        return {};
    const QString from = session.start.toString(QStringLiteral("HH:mm"));
    if (!session.end.isValid())
        return from;
    return QString(from + QChar(0x2013) + session.end.toString(QStringLiteral("HH:mm")));
}

} // namespace dtp
