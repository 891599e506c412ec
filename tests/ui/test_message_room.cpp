// SPDX-License-Identifier: GPL-3.0-or-later
// What is told at the foot covers no control that stands there.
#include <records/reports.h>
#include <records/workshops.h>
#include <support/catch.h>
#include <support/ui_fit.h>
#include <support/ui_walk.h>
#include <ui/pages/workshops/workshop_page.h>
#include <ui/pages/workshops/workshop_pane.h>
#include <ui/widgets/message_bar.h>

#include <QTabWidget>

using namespace dtp;
using namespace dtp::test;

namespace
{
QStringList covered(MainWindow& window)
{
    window.workspace()->tellOnly(QStringLiteral("A rather long sentence about what was done just now, which takes a "
                                                "good part of the width of the window."));
    processPending();
    processPending();
    const auto* bar = window.findChild<MessageBar*>();
    REQUIRE(bar->isVisible());
    const QRect taken(bar->mapTo(&window, QPoint()), bar->size());
    QStringList found;
    for (const QWidget* one : window.workspace()->currentPage()->findChildren<QWidget*>()) {
        const bool isControl = (one->focusPolicy() & Qt::TabFocus) && !one->focusProxy() && one->isVisible() &&
                               !one->visibleRegion().isEmpty();
        const QRect seen = one->visibleRegion().boundingRect().translated(one->mapTo(&window, QPoint()));
        if (isControl && seen.intersects(taken))
            found.append(placeOf(*one));
    }
    return found;
}
} // namespace

TEST_CASE("What is told at the foot covers no control of a report, nor of the list and agenda of a workshop",
          "[window][room][message]")
{
    SampleProgram program(60);
    const auto check = [&](const char* where) {
        INFO(where);
        const QStringList found = covered(*program.window);
        INFO(found.join(QLatin1Char('\n')).toStdString());
        CHECK(found.isEmpty());
    };
    for (const QSize size : {QSize(1024, 700), QSize(1366, 768)}) {
        program.window->resize(size);
        program.window->workspace()->openRecord(Entity::Report, program.first(Entity::Report, 1).front());
        processPending();
        check("report");
        program.window->workspace()->openRecord(Entity::Workshop, program.first(Entity::Workshop, 1).front());
        auto& pane = qobject_cast<WorkshopPage*>(program.window->workspace()->currentPage())->pane();
        for (const int tab : {1, 2}) {
            pane.tabs().setCurrentIndex(tab);
            processPending();
            check(tab == 1 ? "invitations" : "agenda");
        }
    }
}
