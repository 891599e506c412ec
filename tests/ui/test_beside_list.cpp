// SPDX-License-Identifier: GPL-3.0-or-later
// Beside a list stands a record of that list, or one that was asked for from elsewhere.
#include <sample/sample.h>
#include <support/ui_program.h>
#include <ui/records/record_pane.h>
#include <ui/tables/filter_bar.h>
#include <ui/tables/record_table.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct Sample : Program {
    Sample()
    {
        create();
        REQUIRE_OK(fillWithSample(store(), SampleSize{60, 1990}));
    }
    RecordPage& open(const char* name)
    {
        space().openPage(QLatin1String(name));
        auto* page = qobject_cast<RecordPage*>(space().currentPage());
        REQUIRE(page);
        isThere(*page);
        return *page;
    }
    static void isThere(RecordPage& page)
    {
        REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() > 1; }));
    }
    static qint64 other(RecordPage& page)
    {
        for (const qint64 id : page.list().ids()) {
            if (id != page.currentRecord())
                return id;
        }
        return 0;
    }
};
} // namespace

TEST_CASE("A record that the answer to a search does not hold stands no longer beside the list", "[list-pane]")
{
    Sample own;
    for (const char* name : {"people", "organisations", "networks", "tasks", "recommendations"}) {
        INFO(name);
        RecordPage& page = own.open(name);
        page.showRecord(page.list().ids().front());
        const qint64 shown = page.currentRecord();
        REQUIRE(shown != 0);
        // A search that finds another one, and not this one.
        const QString all = own.store().titleOf(page.entity(), Sample::other(page));
        page.search(QString(QLatin1Char('"') + all + QLatin1Char('"')));
        REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() > 0; }));
        const auto& ids = page.list().ids();
        REQUIRE(std::find(ids.begin(), ids.end(), shown) == ids.end());
        CHECK(waitFor([&] { return page.currentRecord() == 0; }));
        CHECK_FALSE(page.pane().isVisible());
        // It comes back with its row.
        page.search({});
        Sample::isThere(page);
        CHECK(waitFor([&] { return page.currentRecord() == shown; }));
        // One that is asked for from elsewhere is shown, whatever the list holds.
        page.search(QStringLiteral("\"%1\"").arg(all));
        REQUIRE(waitFor([&] { return page.list().isComplete() && page.currentRecord() == 0; }));
        own.space().openRecord(page.entity(), shown);
        processPending();
        CHECK(page.currentRecord() == shown);
        page.search({});
        Sample::isThere(page);
    }
}

TEST_CASE("A record that a filter leaves out stands no longer beside the list", "[list-pane]")
{
    Sample own;
    RecordPage& page = own.open("people");
    const auto person = own.store().get(Id<Person>{page.list().ids().front()});
    REQUIRE_OK(person);
    page.showRecord(person->id.value);
    auto* bar = page.findChild<FilterBar*>();
    REQUIRE(bar);
    bar->setCodes(QStringLiteral("country"),
                  {person->country == QStringLiteral("KH") ? QStringLiteral("TH") : QStringLiteral("KH")});
    Q_EMIT bar->changed();
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowOf(person->id.value) < 0; }));
    CHECK(waitFor([&] { return page.currentRecord() == 0; }));
}

TEST_CASE("A record that is put in another order, changed or in a folded group stays beside its list", "[list-pane]")
{
    Sample own;
    RecordPage& page = own.open("people");
    const qint64 shown = page.list().ids().front();
    page.showRecord(shown);
    page.setOrders({{QStringLiteral("country"), true}});
    Sample::isThere(page);
    CHECK(page.currentRecord() == shown);
    page.setGroup(QStringLiteral("country"));
    Sample::isThere(page);
    page.list().setAllFolded(true);
    processPending();
    CHECK(page.currentRecord() == shown);
    page.setOrders({});
    REQUIRE(waitFor([&] { return page.list().isComplete(); }));
    CHECK(page.currentRecord() == shown);
}
