// SPDX-License-Identifier: GPL-3.0-or-later
// Discreet mode: nothing that any window of the program says names somebody who needs care, or says what is
// restricted.
#include <support/ui_careful_window.h>
#include <ui/consents/consent_dialog.h>
#include <ui/erasure/erase_dialog.h>
#include <ui/export/export_dialog.h>
#include <ui/history/history_dialog.h>
#include <ui/pages/invitations/proposal_dialog.h>
#include <ui/pages/invitations/substitute_dialog.h>
#include <ui/shell/global_search.h>

#include <QLineEdit>
#include <QListWidget>
#include <QTreeWidget>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("In discreet mode no page, tab or pane names anybody who needs care, or says what is restricted",
          "[discreet]")
{
    CarefulWindow own;
    own.makeEverybodyCareful();
    own.gatherSecrets();
    own.workspace().discreet().set(true);
    for (const NavigationEntry& entry : own.workspace().entries()) {
        own.workspace().openPage(entry.name);
        own.checkNobodyIsNamed(entry.name);
        shoot(own.window, QString(s("discreet-") + entry.name));
        auto* page = qobject_cast<RecordPage*>(own.workspace().currentPage());
        if (!page)
            continue;
        REQUIRE(waitFor([&] { return page->list().isComplete(); }));
        for (int row = 0; row < std::min(3, page->list().rowCount()); ++row) {
            page->showRecord(page->list().idAt(row));
            const QString where = QStringLiteral("%1, record %2").arg(entry.name).arg(row);
            own.checkNobodyIsNamed(where);
            own.walkTabs(where);
            if (row == 0)
                shoot(own.window, QString(s("discreet-record-") + entry.name));
        }
    }
    own.workspace().discreet().set(false);
    RecordPage& people = pageOf(own, "people");
    const auto person = own.store().get(Id<Person>{people.list().idAt(0)});
    REQUIRE_OK(person);
    CHECK(people.list().index(0, 0).data().toString() == fullName(*person));
}

TEST_CASE("The preview of a report that names somebody who needs care gives way to a button", "[discreet][reports]")
{
    CarefulWindow own;
    own.makeEverybodyCareful();
    const auto reports = own.store().ids(Entity::Report, Where().first(1));
    REQUIRE_OK(reports);
    REQUIRE(reports->size() == 1);
    own.workspace().openRecord(Entity::Report, reports->front());
    own.settle();
    auto* preview = own.window.findChild<ReportPreview*>();
    REQUIRE(preview);
    const auto people = own.store().find<Person>();
    REQUIRE_OK(people);
    const QString shown = preview->shownText();
    REQUIRE(std::any_of(people->begin(), people->end(),
                        [&](const Person& person) { return shown.contains(fullName(person)); }));
    CHECK(preview->isVisible());
    own.workspace().discreet().set(true);
    processPending();
    CHECK_FALSE(preview->isVisible());
    own.workspace().discreet().set(false);
    CHECK(preview->isVisible());
}

TEST_CASE("In discreet mode neither searches nor dialogs name anybody who needs care", "[discreet]")
{
    CarefulWindow own;
    own.makeEverybodyCareful();
    own.gatherSecrets();
    own.workspace().discreet().set(true);
    AppContext& context = own.workspace().context();
    const auto people = own.store().find<Person>(Where().first(5));
    REQUIRE_OK(people);
    const Person& first = people->front();
    pageOf(own, "people").search(first.givenName);
    own.checkNobodyIsNamed(s("searched"));
    {
        GlobalSearch everywhere(context, {}, &own.window);
        everywhere.show();
        everywhere.findChild<QLineEdit*>()->setText(first.givenName);
        REQUIRE(waitFor([&] { return everywhere.findChild<QListWidget*>()->count() > 0; }));
        own.checkNobodyIsNamed(s("Ctrl+K"));
    }
    const auto check = [&](QWidget& dialog, const char* name) {
        dialog.show();
        REQUIRE(waitUntilQuiet(dialog));
        own.checkNobodyIsNamed(s(name));
        dialog.close();
    };
    HistoryDialog history(context, &own.window);
    check(history, "history");
    ConsentDialog consents(context, {people->at(0).id.value, people->at(1).id.value}, &own.window);
    check(consents, "consents of two");
    ConsentDialog consent(context, {first.id.value}, &own.window);
    check(consent, "consents of one");
    ExportDialog out(context, {s("person")}, &own.window);
    check(out, "export");
    const auto places = erasurePlaces(own.store(), first.id.value);
    REQUIRE_OK(places);
    EraseDialog erase(*places, &own.window);
    check(erase, "erase");
    const auto invitations = own.store().find<Invitation>(Where().first(1));
    REQUIRE_OK(invitations);
    REQUIRE(invitations->size() == 1);
    SubstituteDialog substitutes(context, invitations->front().id, &own.window);
    substitutes.show();
    auto* found = substitutes.findChild<QListWidget*>();
    REQUIRE(waitFor([&] { return found->count() > 0; }));
    check(substitutes, "substitutes");
    ProposalDialog proposal(context, invitations->front().workshop, &own.window);
    proposal.show();
    REQUIRE(waitFor([&] { return proposal.findChild<QTreeWidget*>()->topLevelItemCount() > 0; }));
    check(proposal, "proposal");
    own.workspace().openRecord(Entity::Person, first.id.value);
    own.workspace().currentPage()->openWindow();
    own.checkNobodyIsNamed(s("a window of its own"));
    own.workspace().tell(s("Changed %1.").arg(fullName(first)));
    processPending();
    own.checkNow(s("told"));
}
