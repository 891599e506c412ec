// SPDX-License-Identifier: GPL-3.0-or-later
#include <sample/sample_world.h>

#include <QCoreApplication>
#include <QMap>
#include <QSet>

namespace dtp
{

namespace
{
using People = std::vector<const MadePerson*>;

// Picks people for a workshop: active, nobody twice.
class Picker
{
public:
    explicit Picker(const SampleWorld& world, Random& random) : m_world(world), m_random(random)
    {
        m_order.reserve(world.people.size());
        for (const MadePerson& person : world.people) {
            if (person.isActive && person.edition >= 0)
                m_order.push_back(&person);
        }
    }

    // The next alumna (or alumnus) of a country who is free; nullptr when there is none. normal: of the safety level.
    const MadePerson* pick(const QString& country, bool woman, bool normal = true)
    {
        const int wanted = m_world.countryIndex(country);
        return pickIf(
            [&](const MadePerson& p) { return p.country == wanted && p.isWoman == woman && p.isNormal == normal; });
    }
    const MadePerson* pickAny()
    {
        return pickIf([](const MadePerson&) { return true; });
    }
    template <class Condition>
    const MadePerson* pickIf(Condition fits)
    {
        // From a place of chance onwards, so that not everybody is of the first courses.
        const auto count = static_cast<qsizetype>(m_order.size());
        const qsizetype start = m_random.below(count);
        for (qsizetype i = 0; i < count; ++i) {
            const MadePerson* person = m_order[static_cast<size_t>((start + i) % count)];
            if (!m_taken.contains(person->id.value) && fits(*person)) {
                m_taken.insert(person->id.value);
                return person;
            }
        }
        return nullptr;
    }

private:
    const SampleWorld& m_world;
    Random& m_random;
    People m_order;
    QSet<qint64> m_taken;
};

QDate plus(const QDate& day, int days)
{
    return day.addDays(days);
}

class WorkshopMaker
{
public:
    WorkshopMaker(SampleWorld& world, Random& random, int column)
        : m_world(world), m_random(random), m_column(column), m_picker(world, random)
    {
    }

    Result<Workshop> makeRecord()
    {
        DTP_TRY(rows, readSampleTable("workshops"));
        QHash<QString, QString> cells;
        for (const QStringList& row : rows)
            cells.insert(row.at(0), row.value(m_column));
        const auto lines = [](QString text) { return text.replace(QLatin1Char('|'), QLatin1Char('\n')); };
        m_workshop.title = cells[QStringLiteral("title")];
        m_workshop.start = QDate::fromString(cells[QStringLiteral("start")], Qt::ISODate);
        m_workshop.end = QDate::fromString(cells[QStringLiteral("end")], Qt::ISODate);
        m_workshop.country = cells[QStringLiteral("country")];
        m_workshop.place = cells[QStringLiteral("place")];
        m_workshop.venue = cells[QStringLiteral("venue")];
        m_workshop.objectives = lines(cells[QStringLiteral("objectives")]);
        m_workshop.selection = cells[QStringLiteral("selection")];
        m_workshop.capacity = cells[QStringLiteral("capacity")].toInt();
        m_workshop.status = cells[QStringLiteral("status")];
        m_workshop.budget = cells[QStringLiteral("budget")].toDouble();
        m_workshop.currency = cells[QStringLiteral("currency")];
        m_workshop.notes = cells[QStringLiteral("notes")];
        DTP_CHECK(m_world.add(m_workshop));
        for (const char* kind : {"regional_network", "regional_network", "indigenous_organisation"})
            DTP_CHECK(addPartner(kind, "partner"));
        DTP_CHECK(addPartner("funder", "funder"));
        DTP_CHECK(addPartner("funder", "funder"));
        DTP_CHECK(addPartner("university", "host"));
        return m_workshop;
    }

    Result<> addTarget(const char* dimension, const char* value, std::optional<int> minimum,
                       std::optional<int> maximum = {}, bool isPercent = false)
    {
        DTP_CHECK(m_world.add(WorkshopTarget{
            {}, m_workshop.id, QLatin1String(dimension), QLatin1String(value), minimum, maximum, isPercent}));
        return {};
    }

    // Says why a person is on the list, as the secretariat would.
    QString reasonFor(const MadePerson& person)
    {
        const MadeEdition& edition = m_world.editions[static_cast<size_t>(person.edition)];
        switch (m_random.below(3)) {
        case 0:
            return QStringLiteral("Course of %1; never at a workshop").arg(edition.year);
        case 1:
            return QStringLiteral("Named by the partner network");
        default:
            return QStringLiteral("Leads work on the theme in her or his country");
        }
    }

    Result<> invite(const MadePerson* person, const char* state, QDate invited, QDate answered = {},
                    const QString& note = {}, bool reserve = false)
    {
        if (!person)
            return {};
        Invitation invitation;
        invitation.workshop = m_workshop.id;
        invitation.person = person->id;
        invitation.state = QLatin1String(state);
        invitation.reserve = reserve;
        invitation.reason = reasonFor(*person);
        invitation.invitedOn = invited;
        invitation.answeredOn = answered;
        invitation.note = note;
        DTP_CHECK(m_world.add(invitation));
        return {};
    }

    // The sessions of this workshop in sessions.md, led by those of the people whose numbers stand there.
    Result<std::vector<Id<Session>>> addSessions(const People& leaders)
    {
        DTP_TRY(blocks, readSampleBlocks("sessions"));
        std::vector<Id<Session>> held;
        for (const SampleBlock& block : blocks) {
            if (block.head.value(0).toInt() != m_column)
                continue;
            const QDate day = plus(m_workshop.start, block.head.value(1).toInt() - 1);
            Session session;
            session.workshop = m_workshop.id;
            session.start = QDateTime(day, QTime::fromString(block.head.value(2), QStringLiteral("HH:mm")));
            session.end = QDateTime(day, QTime::fromString(block.head.value(3), QStringLiteral("HH:mm")));
            session.room = block.parts.value(0);
            session.kind = block.parts.value(1);
            session.title = block.parts.value(2);
            session.summary = block.text;
            DTP_TRY(id, m_world.add(session));
            if (session.kind != QLatin1String("break") && session.kind != QLatin1String("social"))
                held.push_back(id);
            const QStringList numbers = block.parts.value(3).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            for (const QString& number : numbers) {
                if (number.toUInt() < leaders.size())
                    DTP_CHECK(m_world.add(
                        Facilitation{{}, id, leaders[number.toUInt()]->id, QStringLiteral("facilitator")}));
            }
        }
        return held;
    }

    Picker& picker() { return m_picker; }
    const Workshop& workshop() const { return m_workshop; }

private:
    Result<> addPartner(const char* kind, const char* role)
    {
        Id<Organisation> organisation = m_world.organisationOf(QLatin1String(kind), m_random);
        for (int again = 0; m_partners.contains(organisation.value) && again < 20; ++again)
            organisation = m_world.organisationOf(QLatin1String(kind), m_random);
        if (m_partners.contains(organisation.value))
            return {};
        m_partners.insert(organisation.value);
        DTP_CHECK(m_world.add(WorkshopPartner{{}, m_workshop.id, organisation, QLatin1String(role)}));
        return {};
    }

    SampleWorld& m_world;
    Random& m_random;
    int m_column;
    Picker m_picker;
    Workshop m_workshop;
    QSet<qint64> m_partners;
};

// Women and men of ten countries in turn, so that neighbours in the list, who lead sessions together, are of two
// countries.
People participantsOf(WorkshopMaker& maker)
{
    static const QStringList countries = {
        QStringLiteral("KH"), QStringLiteral("NP"), QStringLiteral("ID"), QStringLiteral("LK"), QStringLiteral("PH"),
        QStringLiteral("BD"), QStringLiteral("TH"), QStringLiteral("IN"), QStringLiteral("MN"), QStringLiteral("TL")};
    People chosen;
    constexpr int places = 28;
    for (int i = 0; i < places; ++i) {
        const QString& country = countries.at(i % countries.size());
        const bool woman = (i + i / countries.size()) % 2 == 0;
        const MadePerson* person = maker.picker().pick(
            country, woman, i != 7 && i != 18 && i != 26); // with three of whom one must be careful
        if (!person)
            person = maker.picker().pick(country, !woman);
        if (!person)
            person = maker.picker().pickAny();
        if (person)
            chosen.push_back(person);
    }
    return chosen;
}

// Everybody was asked at the workshop whether funders may read the name; four said no, two did not answer.
Result<> addConsentsOfParticipants(SampleWorld& world, const People& people)
{
    for (size_t i = 0; i < people.size(); ++i) {
        if (i % 14 == 13)
            continue;
        for (const char* purpose : {"funders", "partners", "directory"}) {
            Consent consent;
            consent.person = people[i]->id;
            consent.purpose = QLatin1String(purpose);
            consent.answer = i % 7 == 5 && purpose != std::string_view("directory") ? QStringLiteral("refused")
                                                                                    : QStringLiteral("agreed");
            consent.askedBy = QStringLiteral("Program manager");
            consent.method = QStringLiteral("signed form at the workshop");
            consent.answeredOn = QDate(2026, 5, 19);
            DTP_CHECK(world.add(consent));
        }
    }
    return {};
}

HeldWorkshop factsOf(const SampleWorld& world, Id<Workshop> id, const People& people)
{
    HeldWorkshop held;
    held.id = id;
    held.participants = static_cast<int>(people.size());
    QSet<int> countries;
    for (const MadePerson* person : people) {
        held.women += person->isWoman ? 1 : 0;
        countries.insert(person->country);
        const int year = world.editions[static_cast<size_t>(person->edition)].year;
        held.firstYear = held.firstYear == 0 ? year : std::min(held.firstYear, year);
        held.lastYear = std::max(held.lastYear, year);
    }
    held.countries = static_cast<int>(countries.size());
    return held;
}

Result<Id<Workshop>> makeHeld(SampleWorld& world, Random& random)
{
    WorkshopMaker maker(world, random, 1);
    DTP_TRY(workshop, maker.makeRecord());
    DTP_CHECK(maker.addTarget("gender", "female", 50, {}, true));
    DTP_CHECK(maker.addTarget("country", "", 10));
    DTP_CHECK(maker.addTarget("sector", "trade_union", 2));
    DTP_CHECK(maker.addTarget("issue", "business", 3));
    DTP_CHECK(maker.addTarget("first_time", "yes", 33, {}, true));
    const People people = participantsOf(maker);
    const QDate sent(2026, 3, 13);
    for (size_t i = 0; i < people.size(); ++i)
        DTP_CHECK(maker.invite(people[i], "attended", plus(sent, i % 5 == 4 ? 21 : 0),
                               plus(sent, 3 + random.below(25)), {}, i % 5 == 4));
    static const QStringList excuses = {QStringLiteral("Hearing on the same day"), QStringLiteral("New child"),
                                        QStringLiteral("Another meeting"), QStringLiteral("Asked to be invited again"),
                                        QStringLiteral("No leave from work")};
    for (const QString& excuse : excuses)
        DTP_CHECK(maker.invite(maker.picker().pickAny(), "declined", sent, plus(sent, 2 + random.below(20)), excuse));
    for (const char* reason : {"Visa not issued in time", "Ill", "Not allowed to leave the country"})
        DTP_CHECK(maker.invite(maker.picker().pickAny(), "unable", sent, plus(sent, 30 + random.below(30)),
                               QLatin1String(reason)));
    DTP_CHECK(addConsentsOfParticipants(world, people));
    DTP_TRY(sessions, maker.addSessions(people));
    HeldWorkshop held = factsOf(world, workshop.id, people);
    held.sessions = sessions;
    DTP_CHECK(makeReport(world, held));
    return workshop.id;
}

// Invitations half done: some have answered, some are reminded, many are only considered.
Result<> invitePacific(WorkshopMaker& maker, Random& random, People& accepted)
{
    static const QStringList countries = {
        QStringLiteral("FJ"), QStringLiteral("FJ"), QStringLiteral("PG"), QStringLiteral("SB"), QStringLiteral("VU"),
        QStringLiteral("WS"), QStringLiteral("TO"), QStringLiteral("KI"), QStringLiteral("TL"), QStringLiteral("MH")};
    const QDate sent(2026, 5, 11);
    for (int i = 0; i < 24; ++i) {
        const MadePerson* person =
            maker.picker().pick(countries.at(i % countries.size()), i % 3 != 2, i != 6 && i != 19);
        if (!person)
            person = maker.picker().pick(countries.at(i % countries.size()), i % 3 != 2);
        if (!person)
            continue;
        if (i < 9) {
            accepted.push_back(person);
            DTP_CHECK(maker.invite(person, "accepted", sent, plus(sent, 2 + random.below(15))));
        } else if (i < 11) {
            DTP_CHECK(maker.invite(person, "declined", sent, plus(sent, 4 + random.below(12)),
                                   QStringLiteral("On parental leave until April")));
        } else if (i < 16) {
            DTP_CHECK(maker.invite(person, i < 13 ? "reminded" : "invited", sent));
        } else {
            DTP_CHECK(maker.invite(person, "considered", {}, {}, {}, i > 20));
        }
    }
    return {};
}

Result<Id<Workshop>> makePlanned(SampleWorld& world, Random& random)
{
    WorkshopMaker maker(world, random, 2);
    DTP_TRY(workshop, maker.makeRecord());
    DTP_CHECK(maker.addTarget("gender", "female", 50, 65, true));
    DTP_CHECK(maker.addTarget("country", "", 9));
    DTP_CHECK(maker.addTarget("country", "FJ", 2, 6));
    DTP_CHECK(maker.addTarget("issue", "climate", 4));
    DTP_CHECK(maker.addTarget("cohort", "", 3));
    DTP_CHECK(maker.addTarget("first_time", "yes", 5));
    People accepted;
    DTP_CHECK(invitePacific(maker, random, accepted));
    DTP_CHECK(maker.addSessions(accepted));
    return workshop.id;
}
} // namespace

Result<> makeWorkshops(SampleWorld& world)
{
    Random random = randomOf(world, Stream::Workshops);
    DTP_TRY(held, makeHeld(world, random));
    DTP_TRY(planned, makePlanned(world, random));
    return makeTasksAndSegments(world, {held, planned});
}

} // namespace dtp
