// SPDX-License-Identifier: GPL-3.0-or-later
#include <writers/ical_writer.h>

#include <base/text.h>
#include <base/utc.h>
#include <meaning/words.h>

#include <QCoreApplication>
#include <QIODevice>
#include <QLocale>

#include <libical/ical.h>

#include <memory>

namespace dtp
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("Calendar", text);
}

// The columns of the draft; the gate may take some out.
std::vector<TableColumn> draftColumns()
{
    return {columnOfTable("session", say(QT_TRANSLATE_NOOP("Calendar", "Key"))),
            columnOf<Session>("title").titled(say(QT_TRANSLATE_NOOP("Calendar", "Session"))),
            columnOf<Session>("start_time"),
            columnOf<Session>("end_time"),
            columnOf<Session>("room"),
            columnOf<Workshop>("venue"),
            columnMadeOf("place", say(QT_TRANSLATE_NOOP("Calendar", "Place")),
                         {columnOf<Workshop>("place"), columnOf<Workshop>("country")}),
            columnOf<Facilitation>("person_id").titled(say(QT_TRANSLATE_NOOP("Calendar", "Led by")))};
}

struct Event {
    QString key;
    QString title;
    QDateTime start; // local time of the venue
    QDateTime end;
    QString location;
    QStringList leaders;
};

Cell cellOf(const Table& table, const TableRow& row, const char* key)
{
    const auto column = columnWithKey(table.columns, key);
    return column && *column < row.cells.size() ? row.cells[*column] : Cell();
}

QString textOf(const Table& table, const TableRow& row, const char* key)
{
    return withoutControls(cellOf(table, row, key).text);
}

std::vector<Event> eventsOf(const Table& table)
{
    std::vector<Event> events;
    for (const TableRow& row : table.rows) {
        const QString key = textOf(table, row, "session");
        if (const QString leader = textOf(table, row, "person_id"); !leader.isEmpty()) {
            const auto event =
                std::find_if(events.begin(), events.end(), [&](const Event& e) { return e.key == key; });
            if (event != events.end())
                event->leaders.append(leader);
            continue;
        }
        Event event;
        event.key = key;
        event.title = textOf(table, row, "title");
        event.start = cellOf(table, row, "start_time").dateTime();
        event.end = cellOf(table, row, "end_time").dateTime();
        QStringList where{textOf(table, row, "room"), textOf(table, row, "venue"), textOf(table, row, "place")};
        where.removeAll(QString());
        event.location = where.join(QStringLiteral(", "));
        if (event.start.isValid())
            events.push_back(std::move(event));
    }
    return events;
}

struct ComponentDeleter {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentDeleter>;

// In UTC where the zone is known, which every calendar understands; else as the clock on the wall shows it
// ("floating").
icaltimetype timeOf(const QDateTime& local, const QTimeZone& zone)
{
    const QString format = QStringLiteral("yyyyMMddTHHmmss");
    const QString text =
        zone.isValid()
            ? QString(QDateTime(local.date(), local.time(), zone).toUTC().toString(format) + QLatin1Char('Z'))
            : local.toString(format);
    return icaltime_from_string(text.toLatin1().constData());
}

icalcomponent* componentOf(const Event& event, const CalendarOptions& options)
{
    icalcomponent* component = icalcomponent_new_vevent();
    const auto add = [&](icalproperty* property) { icalcomponent_add_property(component, property); };
    const auto bytes = [](const QString& text) { return text.toUtf8(); };
    add(icalproperty_new_uid(bytes(event.key + QStringLiteral("@dtp-secretariat")).constData()));
    add(icalproperty_new_dtstamp(icaltime_from_string(
        options.stamp.toUTC().toString(QStringLiteral("yyyyMMddTHHmmssZ")).toLatin1().constData())));
    add(icalproperty_new_dtstart(timeOf(event.start, options.zone)));
    if (event.end > event.start)
        add(icalproperty_new_dtend(timeOf(event.end, options.zone)));
    add(icalproperty_new_summary(bytes(event.title).constData()));
    if (!event.location.isEmpty())
        add(icalproperty_new_location(bytes(event.location).constData()));
    if (!event.leaders.isEmpty()) {
        const QString led =
            QCoreApplication::translate("Calendar", "Led by %1").arg(QLocale().createSeparatedList(event.leaders));
        add(icalproperty_new_description(bytes(led).constData()));
    }
    return component;
}
} // namespace

Result<Table> calendarTable(const Store& store, Id<Workshop> workshop)
{
    DTP_TRY(record, store.get(workshop));
    DTP_TRY(sessions, store.find<Session>(Where("workshop_id", workshop).orderBy("start_time")));
    Table table;
    table.title = record.title;
    table.columns = draftColumns();
    const QString place = placeInWords(record.place, record.country);
    for (const Session& session : sessions) {
        const QString key = QString::number(session.id.value);
        table.rows.push_back({{key, session.title, Cell::dateTime(session.start), Cell::dateTime(session.end),
                               session.room, record.venue, place, QString()},
                              {}});
        DTP_TRY(facilitations, store.find<Facilitation>(Where("session_id", session.id)));
        for (const Facilitation& facilitation : facilitations) {
            DTP_TRY(person, store.get(facilitation.person));
            table.rows.push_back({{key, {}, {}, {}, {}, {}, {}, fullName(person)}, person.id});
        }
    }
    return table;
}

QTimeZone venueTimeZone(const Workshop& workshop)
{
    // Any territory is what an unknown code gives; Qt 6.8 has zones for that, too.
    const QLocale::Territory country = QLocale::codeToTerritory(workshop.country);
    if (country == QLocale::AnyTerritory)
        return {};
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds(country);
    if (ids.isEmpty())
        return {};
    const QString place = foldText(workshop.place);
    for (const QByteArray& id : ids) {
        QString city = QString::fromLatin1(id).section(QLatin1Char('/'), -1);
        city = foldText(city.replace(QLatin1Char('_'), QLatin1Char(' ')));
        if (!place.isEmpty() && place.contains(city))
            return QTimeZone(id);
    }
    const QDateTime noon = utcMoment(workshop.start.isValid() ? workshop.start : QDate(2026, 1, 1), QTime(12, 0));
    const int offset = QTimeZone(ids.front()).offsetFromUtc(noon);
    const bool agree = std::all_of(ids.begin(), ids.end(),
                                   [&](const QByteArray& id) { return QTimeZone(id).offsetFromUtc(noon) == offset; });
    return agree ? QTimeZone(ids.front()) : QTimeZone();
}

Result<> writeCalendar(const Disclosed<Table>& sessions, const CalendarOptions& options, QIODevice& device)
{
    const std::vector<Event> events = eventsOf(*sessions);
    if (events.empty())
        return fail(
            QCoreApplication::translate(
                "Calendar",
                "No calendar file was made: no session of “%1” has a time yet. Give the sessions their times first.")
                .arg(sessions->title));
    const Component calendar(icalcomponent_new_vcalendar());
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//DTP Secretariat//Agenda//EN"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
    for (const Event& event : events)
        icalcomponent_add_component(calendar.get(), componentOf(event, options));
    const std::unique_ptr<char, decltype(&std::free)> text(icalcomponent_as_ical_string_r(calendar.get()), &std::free);
    const QByteArray bytes(text.get());
    if (device.write(bytes) != bytes.size())
        return fail(QCoreApplication::translate(
                        "Calendar", "The calendar file could not be written. See whether there is room on the disk."),
                    device.errorString());
    return {};
}

} // namespace dtp
