// SPDX-License-Identifier: GPL-3.0-or-later
// A workshop that was held: six participants from three countries, one of them at risk, a trainer, two sessions and a
// break.
#pragma once

#include "../workshops/small_world.h"

#include <records/reports.h>
#include <reporting/workshop_report.h>

#include <QBuffer>
#include <QImage>

namespace dtp::test
{

class ReportWorld : public SmallWorld
{
public:
    ReportWorld()
    {
        auto record = store->get(workshop);
        REQUIRE_OK(record);
        record->objectives = QStringLiteral("- to look back\n\nto plan ahead");
        record->selection = QStringLiteral("Partners proposed names.");
        change(*record);
        const auto come = [this](const char* name, const Traits& traits, bool agrees,
                                 const char* role = "participant") {
            const Id<Person> id = person(QString::fromUtf8(name), traits);
            invitation(id, QStringLiteral("attended"), QString::fromUtf8(role));
            if (agrees)
                agree(id);
            return id;
        };
        const QStringList land{QStringLiteral("land")};
        dara = come("Dara Sok",
                    {QStringLiteral("female"), QStringLiteral("KH"), land, {}, QStringLiteral("ngo"), 1992}, true);
        come("Chan Rith", {QStringLiteral("male"), QStringLiteral("KH"), land, {}, QStringLiteral("ngo"), 1996}, true);
        come("Bina Rai",
             {QStringLiteral("female"),
              QStringLiteral("NP"),
              {QStringLiteral("labour")},
              {},
              QStringLiteral("ngo"),
              2011},
             true);
        come("Asha Rai",
             {QStringLiteral("female"),
              QStringLiteral("NP"),
              {QStringLiteral("labour")},
              {},
              QStringLiteral("university"),
              2015},
             false);
        atRisk = come("Mali Suk",
                      {QStringLiteral("female"),
                       QStringLiteral("TH"),
                       {QStringLiteral("secret"), QStringLiteral("secret")},
                       {},
                       QStringLiteral("ngo"),
                       2015,
                       QStringLiteral("active"),
                       QStringLiteral("at_risk")},
                      true);
        come("Niran Dee", {QStringLiteral("male"), QStringLiteral("TH"), {}, {}, QStringLiteral("ngo")}, true);
        come("Tom Field", {QStringLiteral("male"), QStringLiteral("AU")}, true, "trainer");
        invitation(person(QStringLiteral("Did Notcome")), QStringLiteral("declined"));
        opening = session(QStringLiteral("Looking back"), QStringLiteral("2026-09-14 09:00"),
                          QStringLiteral("2026-09-14 10:30"));
        session(QStringLiteral("Tea"), QStringLiteral("2026-09-14 10:30"), QStringLiteral("2026-09-14 11:00"), {},
                QStringLiteral("break"));
        session(QStringLiteral("Looking ahead"), QStringLiteral("2026-09-15 09:00"),
                QStringLiteral("2026-09-15 10:30"));
        lead(opening, dara);
        lead(opening, atRisk);
        auto talk = store->get(opening);
        talk->summary = QStringLiteral("Much was **learnt**.");
        change(*talk);
    }

    template <class R>
    void change(const R& record)
    {
        REQUIRE_OK(
            store->change(QStringLiteral("Change"), [&](ChangeWriter& writer) { return writer.update(record); }));
    }

    void agree(Id<Person> id)
    {
        Consent consent;
        consent.person = id;
        consent.purpose = QStringLiteral("funders");
        consent.answer = QStringLiteral("agreed");
        consent.answeredOn = QDate(2026, 1, 1);
        add(consent);
    }

    void lead(Id<Session> id, Id<Person> who)
    {
        Facilitation facilitation;
        facilitation.session = id;
        facilitation.person = who;
        add(facilitation);
    }

    Id<Report> report()
    {
        const auto id = createWorkshopReport(*store, workshop);
        REQUIRE_OK(id);
        return *id;
    }

    ReportSection section(Id<Report> id, const QString& title)
    {
        auto found = store->find<ReportSection>(Where("report_id", id).is("title", title));
        REQUIRE_OK(found);
        REQUIRE(found->size() == 1);
        return found->front();
    }

    Id<Person> dara;
    Id<Person> atRisk;
    Id<Session> opening;
};

// A small picture, as PNG.
inline QByteArray picture()
{
    QImage image(4, 3, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace dtp::test
