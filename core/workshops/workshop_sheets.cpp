// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/affiliations.h>
#include <meaning/contacts.h>
#include <meaning/invitations.h>
#include <meaning/safety.h>
#include <meaning/words.h>
#include <records/programs.h>
#include <standards/countries.h>
#include <workshops/agenda.h>
#include <workshops/workshop_sheets.h>

#include <QCollator>
#include <QCoreApplication>
#include <QLocale>

namespace dtp
{

namespace
{
constexpr int linesForOthers = 5; // on a sign-in sheet, for whoever comes without being on the list

QString say(const char* text)
{
    return QCoreApplication::translate("WorkshopSheets", text);
}

struct Listed {
    Invitation invitation;
    Person person;
    QString organisation;
};

// By person; the way to somebody at risk is on no sheet.
Result<QHash<qint64, QString>> contactsOf(const Store& store, const std::vector<Listed>& listed,
                                          const QStringList& kinds)
{
    std::vector<qint64> people;
    for (const Listed& one : listed)
        if (!isAtRisk(one.person))
            people.push_back(one.person.id.value);
    return reachableContacts(store, people, kinds);
}

Result<std::vector<Listed>> readListed(const Store& store, Id<Workshop> workshop, OnSheet who)
{
    DTP_TRY(invitations, store.find<Invitation>(Where("workshop_id", workshop)));
    std::vector<Listed> listed;
    std::vector<qint64> people;
    for (const Invitation& invitation : invitations) {
        if (who == OnSheet::Coming && stageOf(invitation.state) < InvitationStage::Accepted)
            continue;
        DTP_TRY(person, store.get(invitation.person));
        people.push_back(person.id.value);
        listed.push_back({invitation, std::move(person), {}});
    }
    AffiliationReader affiliations(store, store.environment().clock->today());
    DTP_CHECK(affiliations.read(people));
    for (Listed& one : listed)
        one.organisation = affiliations.organisations(one.person.id.value);
    const QCollator collator;
    std::sort(listed.begin(), listed.end(), [&](const Listed& a, const Listed& b) {
        const int byName = collator.compare(fullName(a.person), fullName(b.person));
        return byName != 0 ? byName < 0 : a.person.id < b.person.id;
    });
    return listed;
}

QString dayText(QDate date)
{
    return QLocale().toString(date, say(QT_TRANSLATE_NOOP("WorkshopSheets", "dddd d MMMM yyyy")));
}

Document sheetFor(const Workshop& workshop, const QString& what)
{
    Document document;
    document.title = workshop.title;
    document.subtitle = what;
    document.date = workshop.start;
    document.days = daysInWords(workshop.start, workshop.end);
    document.place = placeInWords(workshop.place, workshop.country);
    return document;
}

// What the sheets show of those on the list.
TableColumn nameColumn()
{
    return columnMadeOf("name", say(QT_TRANSLATE_NOOP("WorkshopSheets", "Name")),
                        {columnOf<Person>("given_name"), columnOf<Person>("family_name")})
        .weighing(2.4);
}

TableColumn organisationColumn()
{
    return columnMadeOf("organisation", say(QT_TRANSLATE_NOOP("WorkshopSheets", "Organisation")),
                        {columnOf<Affiliation>("organisation_id"), columnOf<Organisation>("name")})
        .weighing(2.4);
}

TableColumn contactColumn(const char* key, const QString& title, double weight)
{
    return columnMadeOf(key, title, {columnOf<ContactPoint>("value")}).weighing(weight);
}

Table dayTable(const AgendaDay& day)
{
    Table table;
    table.columns = {
        columnMadeOf("time", say(QT_TRANSLATE_NOOP("WorkshopSheets", "Time")),
                     {columnOf<Session>("start_time"), columnOf<Session>("end_time")})
            .weighing(1.2),
        columnOf<Session>("title").titled(say(QT_TRANSLATE_NOOP("WorkshopSheets", "Session"))).weighing(5),
        columnOf<Session>("room").weighing(1.6)};
    for (const AgendaSession& session : day.sessions) {
        table.rows.push_back({{timeText(session.session), session.session.title, session.session.room}, {}});
        for (const AgendaPerson& person : session.facilitators) {
            QStringList parts{person.name, countryName(person.country)};
            parts.removeAll(QString());
            const char* words = person.leads() ? QT_TRANSLATE_NOOP("WorkshopSheets", "Led by %1")
                                               : QT_TRANSLATE_NOOP("WorkshopSheets", "With %1");
            TableRow row{{QString(), say(words).arg(parts.join(QStringLiteral(", "))), QString()}, person.person};
            row.goesOn = true;
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}
} // namespace

Result<Table> participantsTable(const Store& store, Id<Workshop> workshop, OnSheet who)
{
    DTP_TRY(record, store.get(workshop));
    DTP_TRY(listed, readListed(store, workshop, who));
    Table table;
    table.title = record.title;
    table.columns = {
        nameColumn(),
        columnOf<Person>("country").weighing(1.4),
        organisationColumn(),
        columnOf<Invitation>("role").titled(say(QT_TRANSLATE_NOOP("WorkshopSheets", "Takes part as"))).weighing(1.2),
        columnOf<Invitation>("state").weighing(1.1),
        columnOf<Person>("gender").weighing(0.9),
        contactColumn("email", say(QT_TRANSLATE_NOOP("WorkshopSheets", "E-mail")), 2),
        contactColumn("phone", say(QT_TRANSLATE_NOOP("WorkshopSheets", "Phone")), 1.4)};
    const Vocabulary roles = store.vocabulary(QStringLiteral("participation_roles"));
    const Vocabulary states = store.vocabulary(QStringLiteral("invitation_states"));
    const Vocabulary genders = store.vocabulary(QStringLiteral("genders"));
    DTP_TRY(emails, contactsOf(store, listed, emailKinds()));
    DTP_TRY(phones, contactsOf(store, listed, phoneKinds()));
    for (const Listed& one : listed) {
        table.rows.push_back({{fullName(one.person), countryName(one.person.country), one.organisation,
                               roles.labelOf(one.invitation.role), states.labelOf(one.invitation.state),
                               genders.labelOf(one.person.gender), emails.value(one.person.id.value),
                               phones.value(one.person.id.value)},
                              one.person.id});
    }
    return table;
}

Result<Document> agendaDocument(const Store& store, Id<Workshop> workshop)
{
    DTP_TRY(agenda, readAgenda(store, workshop));
    Document document = sheetFor(agenda.workshop, say(QT_TRANSLATE_NOOP("WorkshopSheets", "Agenda")));
    for (const AgendaDay& day : agenda.days) {
        if (day.sessions.empty())
            continue;
        document.blocks.push_back(
            HeadingBlock{1,
                         {},
                         day.date.isValid() ? dayText(day.date)
                                            : say(QT_TRANSLATE_NOOP("WorkshopSheets", "Not yet given a time"))});
        document.blocks.push_back(TableBlock{dayTable(day)});
    }
    if (document.blocks.empty())
        return fail(
            say(QT_TRANSLATE_NOOP("WorkshopSheets",
                                  "“%1” has no sessions yet: there is no agenda to print. Add sessions first."))
                .arg(agenda.workshop.title));
    return document;
}

Result<Document> signInDocument(const Store& store, Id<Workshop> workshop)
{
    DTP_TRY(record, store.get(workshop));
    DTP_TRY(listed, readListed(store, workshop, OnSheet::Coming));
    if (listed.empty())
        return fail(
            say(QT_TRANSLATE_NOOP("WorkshopSheets", "Nobody has accepted “%1” yet: the sign-in sheet would be empty."))
                .arg(record.title));
    Table table;
    table.columns = {
        columnOfTable(rowNumberKey, say(QT_TRANSLATE_NOOP("WorkshopSheets", "No.")), CellKind::Integer).weighing(0.5),
        nameColumn(), organisationColumn(), columnOf<Person>("country").weighing(1.4),
        columnOfTable("signature", say(QT_TRANSLATE_NOOP("WorkshopSheets", "Signature"))).weighing(2.6)};
    for (const Listed& one : listed)
        table.rows.push_back({{Cell::integer(static_cast<qint64>(table.rows.size()) + 1), fullName(one.person),
                               one.organisation, countryName(one.person.country), QString()},
                              one.person.id});
    table.isFilledIn = true;
    for (int i = 0; i < linesForOthers; ++i)
        table.rows.push_back({{Cell::integer(static_cast<qint64>(table.rows.size()) + 1), {}, {}, {}, {}}, {}});
    Document document = sheetFor(record, say(QT_TRANSLATE_NOOP("WorkshopSheets", "Sign-in sheet")));
    const QDate last = record.end.isValid() ? record.end : record.start;
    constexpr int mostDays = 31;
    QDate day = record.start;
    for (int i = 0; i < mostDays && (i == 0 || (day.isValid() && day <= last)); ++i, day = day.addDays(1)) {
        if (i > 0)
            document.blocks.push_back(PageBreakBlock{});
        if (day.isValid())
            document.blocks.push_back(HeadingBlock{1, {}, dayText(day)});
        document.blocks.push_back(TableBlock{table});
    }
    return document;
}

} // namespace dtp
