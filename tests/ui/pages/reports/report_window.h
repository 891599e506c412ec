// SPDX-License-Identifier: GPL-3.0-or-later
// A workshop with participants, a report of it, and the page that shows it.
#pragma once

#include <support/catch.h>
#include <support/ui_window.h>

#include <reporting/report_actions.h>
#include <ui/pages/reports/report_page.h>
#include <ui/pages/reports/report_preview.h>
#include <ui/pages/reports/report_view.h>
#include <ui/pages/reports/section_tree.h>

#include <QSettings>

namespace dtp::test
{

struct ReportWindow : TestWindow {
    ReportWindow()
    {
        REQUIRE_OK(store->change(QStringLiteral("Fill"), [&](ChangeWriter& writer) -> Result<> {
            workshop.title = QStringLiteral("River meeting");
            workshop.start = QDate(2026, 5, 4);
            workshop.end = QDate(2026, 5, 5);
            workshop.country = QStringLiteral("TH");
            workshop.place = QStringLiteral("Bangkok");
            workshop.objectives = QStringLiteral("to meet\nto plan");
            DTP_CHECK(writer.insert(workshop));
            for (int i = 0; i < 8; ++i) {
                Person person;
                person.givenName = QStringLiteral("Guest%1").arg(QChar(u'A' + i));
                person.familyName = QStringLiteral("Fam");
                person.country = i < 5 ? QStringLiteral("NP") : QStringLiteral("KH");
                person.gender = i % 2 ? QStringLiteral("male") : QStringLiteral("female");
                DTP_CHECK(writer.insert(person));
                Invitation invitation;
                invitation.workshop = workshop.id;
                invitation.person = person.id;
                invitation.state = QStringLiteral("attended");
                DTP_CHECK(writer.insert(invitation));
            }
            for (const char* title : {"Looking back", "Looking ahead"}) {
                Session session;
                session.workshop = workshop.id;
                session.title = QString::fromLatin1(title);
                DTP_CHECK(writer.insert(session));
            }
            return {};
        }));
        page = std::make_unique<ReportPage>(context, settings);
        page->resize(1280, 800);
        page->show();
    }

    Id<Report> begin()
    {
        page->createFor(workshop.id);
        settle();
        return {page->currentRecord()};
    }

    void settle()
    {
        REQUIRE(
            waitFor([&] { return !page->view().preview().isWaiting() && page->view().preview().pageCount() > 0; }));
        REQUIRE(waitUntilQuiet(*page));
    }

    ReportSection section(const QString& title)
    {
        const auto found =
            store->find<ReportSection>(Where("report_id", Id<Report>{page->currentRecord()}).is("title", title));
        REQUIRE_OK(found);
        REQUIRE(found->size() == 1);
        return found->front();
    }

    void choose(const QString& title) { page->view().tree().choose(section(title).id); }

    QStringList treeTitles()
    {
        QStringList all;
        for (QTreeWidgetItemIterator it(&page->view().tree()); *it; ++it)
            all << (*it)->text(0);
        return all;
    }

    QSettings settings{store.path(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Workshop workshop;
    std::unique_ptr<ReportPage> page;
};

} // namespace dtp::test
