// SPDX-License-Identifier: GPL-3.0-or-later
#include <writers/ical_writer.h>

#include <support/catch.h>
#include <support/fresh_store.h>

#include <QBuffer>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct Meeting : FreshStore {
    Meeting()
    {
        workshop.title = QStringLiteral("Alumni meeting");
        workshop.country = QStringLiteral("TH");
        workshop.venue = QStringLiteral("River House");
        workshop.place = QStringLiteral("Bangkok");
        workshop.start = QDate(2026, 9, 14);
        asha = addPerson(*store, QStringLiteral("Asha"), QStringLiteral("Rai"), QStringLiteral("NP")).id;
        REQUIRE_OK(store->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(workshop));
            session.workshop = workshop.id;
            session.title = QStringLiteral("Opening; who we are, and\r\nwhy\nEND:VCALENDAR");
            session.start = QDateTime(QDate(2026, 9, 14), QTime(9, 0));
            session.end = QDateTime(QDate(2026, 9, 14), QTime(10, 30));
            session.room = QStringLiteral("Lotus room");
            DTP_CHECK(writer.insert(session));
            DTP_CHECK(writer.insert(Facilitation{{}, session.id, asha, QStringLiteral("facilitator")}));
            Session untimed;
            untimed.workshop = workshop.id;
            untimed.title = QStringLiteral("Sometime");
            DTP_CHECK(writer.insert(untimed));
            return {};
        }));
    }

    QString written(Audience audience, const QTimeZone& zone)
    {
        auto draft = calendarTable(*store, workshop.id);
        REQUIRE_OK(draft);
        const Gate gate(*store, audience);
        const auto disclosed = gate.disclose(std::move(*draft));
        REQUIRE_OK(disclosed);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        REQUIRE_OK(writeCalendar(*disclosed, {zone, utcMoment(QDate(2026, 6, 1), QTime(9, 0))}, buffer));
        return QString::fromUtf8(buffer.data());
    }

    Workshop workshop;
    Session session;
    Id<Person> asha;
};
} // namespace

TEST_CASE("The agenda becomes a calendar file with times in UTC", "[calendar]")
{
    Meeting meeting;
    const QString expected = QStringLiteral("BEGIN:VCALENDAR\r\n"
                                            "PRODID:-//DTP Secretariat//Agenda//EN\r\n"
                                            "VERSION:2.0\r\n"
                                            "METHOD:PUBLISH\r\n"
                                            "BEGIN:VEVENT\r\n"
                                            "UID:%1@dtp-secretariat\r\n"
                                            "DTSTAMP:20260601T090000Z\r\n"
                                            "DTSTART:20260914T020000Z\r\n"
                                            "DTEND:20260914T033000Z\r\n"
                                            "SUMMARY:Opening\\; who we are\\, and\\nwhy\\nEND:VCALENDAR\r\n"
                                            "LOCATION:Lotus room\\, River House\\, Bangkok\\, Thailand\r\n"
                                            "DESCRIPTION:Led by Asha Rai\r\n"
                                            "END:VEVENT\r\n"
                                            "END:VCALENDAR\r\n")
                                 .arg(meeting.session.id.value);
    CHECK(meeting.written(Audience::Internal, venueTimeZone(meeting.workshop)) == expected);
}

TEST_CASE("Outside, a calendar names nobody who did not agree, and no room", "[calendar]")
{
    Meeting meeting;
    const QString text = meeting.written(Audience::Public, venueTimeZone(meeting.workshop));
    CHECK(text.contains(QStringLiteral("SUMMARY:Opening")));
    CHECK(text.contains(QStringLiteral("LOCATION:Bangkok\\, Thailand")));
    CHECK_FALSE(text.contains(QStringLiteral("Asha")));
    CHECK_FALSE(text.contains(QStringLiteral("Lotus")));
    CHECK_FALSE(text.contains(QStringLiteral("River House")));
}

TEST_CASE("Without a known zone the times are those of the clock on the wall", "[calendar]")
{
    Meeting meeting;
    CHECK(meeting.written(Audience::Internal, {}).contains(QStringLiteral("DTSTART:20260914T090000\r\n")));
}

TEST_CASE("The zone of the venue is that of the country, of the place, or unknown", "[calendar]")
{
    Workshop workshop;
    CHECK_FALSE(venueTimeZone(workshop).isValid());
    workshop.start = QDate(2026, 9, 14);
    workshop.country = QStringLiteral("NP");
    CHECK(venueTimeZone(workshop).offsetFromUtc(utcMoment(QDate(2026, 9, 14), QTime(12, 0))) == (5 * 60 + 45) * 60);
    workshop.country = QStringLiteral("ID");
    CHECK_FALSE(venueTimeZone(workshop).isValid());
    workshop.place = QStringLiteral("Jayapura, Papua");
    CHECK(venueTimeZone(workshop).id() == "Asia/Jayapura");
    workshop.country = QStringLiteral("no country");
    CHECK_FALSE(venueTimeZone(workshop).isValid());
}

TEST_CASE("A workshop whose sessions have no times makes no calendar, and says so", "[calendar]")
{
    Meeting meeting;
    REQUIRE_OK(meeting.store->change(QStringLiteral("Remove"),
                                     [&](ChangeWriter& writer) { return writer.remove(meeting.session.id); }));
    auto draft = calendarTable(*meeting.store, meeting.workshop.id);
    REQUIRE_OK(draft);
    const auto disclosed = Gate(*meeting.store, Audience::Internal).disclose(std::move(*draft));
    REQUIRE_OK(disclosed);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto written = writeCalendar(*disclosed, {}, buffer);
    REQUIRE_FALSE(written);
    CHECK(written.error().sentence.contains(QStringLiteral("no session of “Alumni meeting” has a time yet")));
    CHECK(buffer.data().isEmpty());
}

TEST_CASE("A calendar finds its columns by keys, in whatever language they are titled", "[calendar]")
{
    Meeting meeting;
    auto draft = calendarTable(*meeting.store, meeting.workshop.id);
    REQUIRE_OK(draft);
    for (TableColumn& column : draft->columns)
        column.title = QStringLiteral("Spalte ") + column.key;
    const Gate gate(*meeting.store, Audience::Internal);
    const auto disclosed = gate.disclose(std::move(*draft));
    REQUIRE_OK(disclosed);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    REQUIRE_OK(writeCalendar(*disclosed, {{}, utcMoment(QDate(2026, 6, 1), QTime(9, 0))}, buffer));
    CHECK(buffer.data().contains("DTSTART:20260914T090000\r\n"));
    CHECK(buffer.data().contains("LOCATION:Lotus room\\, River House\\, Bangkok\\, Thailand\r\n"));
    CHECK(buffer.data().contains("Led by Asha Rai"));
}
