// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/lists/record_list_model.h>
#include <ui/tables/record_table.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>
#include <records/programs.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
void addOrganisations(Store& store, int count)
{
    REQUIRE_OK(store.change(QStringLiteral("Add many"), [&](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < count; ++i) {
            Organisation organisation;
            organisation.name = QStringLiteral("Organisation %1").arg(i, 5, 10, QLatin1Char('0'));
            organisation.country = i % 2 ? QStringLiteral("KH") : QStringLiteral("TH");
            DTP_CHECK(writer.insert(organisation));
        }
        return {};
    }));
}

IdSource byName()
{
    return [](const Store& store, qint64 limit) {
        return store.ids(Entity::Organisation, Where().orderBy("name").first(limit));
    };
}

QString cell(const RecordListModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}
} // namespace

TEST_CASE("A list shows the listed fields in words", "[list]")
{
    TestWindow window;
    addOrganisations(*window.store, 3);
    RecordListModel model(*window.store, Entity::Organisation);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setColumns(listedColumns(Entity::Organisation));
    model.setSource(byName());
    REQUIRE(model.rowCount() == 3);
    CHECK(model.isComplete());
    CHECK(cell(model, 0, 0) == QStringLiteral("Organisation 00000"));
    CHECK(cell(model, 1, 3) == QStringLiteral("Cambodia"));
    CHECK(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString() == QStringLiteral("Country"));
}

TEST_CASE("A long list shows its first rows at once and the rest when they have come", "[list]")
{
    TestWindow window;
    addOrganisations(*window.store, 3000);
    RecordListModel model(*window.store, Entity::Organisation);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy loaded(&model, &RecordListModel::loaded);
    model.setColumns(listedColumns(Entity::Organisation));
    model.setSource(byName());
    CHECK(model.rowCount() == RecordListModel::FirstRows);
    CHECK_FALSE(model.isComplete());
    REQUIRE(waitFor([&] { return loaded.size() == 1; }));
    CHECK(model.rowCount() == 3000);
    CHECK(cell(model, 2999, 0) == QStringLiteral("Organisation 02999"));
    // Back and forth over more rows than are kept.
    for (const int row : {0, 2999, 1500, 0})
        CHECK(cell(model, row, 0) == QStringLiteral("Organisation %1").arg(row, 5, 10, QLatin1Char('0')));
}

TEST_CASE("A list follows changes and keeps what is selected", "[list]")
{
    TestWindow window;
    addOrganisations(*window.store, 20);
    RecordListModel model(*window.store, Entity::Organisation);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setColumns(listedColumns(Entity::Organisation));
    model.setSource(byName());
    RecordTable table;
    table.setRecordModel(&model);
    const qint64 chosen = model.idAt(10);
    REQUIRE(table.selectId(chosen));
    QSignalSpy moved(&table, &RecordTable::currentIdChanged);

    Organisation first;
    first.name = QStringLiteral("Aardvark Rights");
    REQUIRE_OK(window.store->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(first));
        return {};
    }));
    CHECK(model.rowCount() == 21);
    CHECK(cell(model, 0, 0) == QStringLiteral("Aardvark Rights"));
    CHECK(table.currentId() == chosen);
    CHECK(moved.isEmpty());

    REQUIRE_OK(window.store->undo());
    CHECK(model.rowCount() == 20);
    CHECK(table.currentId() == chosen);
    REQUIRE_OK(window.store->undo());
    CHECK(model.rowCount() == 0);
    CHECK(table.currentId() == 0);
}

TEST_CASE("A source that fails leaves the list as it is and says so", "[list]")
{
    TestWindow window;
    addOrganisations(*window.store, 2);
    RecordListModel model(*window.store, Entity::Organisation);
    model.setColumns(listedColumns(Entity::Organisation));
    model.setSource(byName());
    QSignalSpy failed(&model, &RecordListModel::failed);
    model.setSource([](const Store&, qint64) -> Result<std::vector<qint64>> {
        return fail(QStringLiteral("There is no such filter."));
    });
    REQUIRE(failed.size() == 1);
    CHECK(failed.front().front().value<Error>().sentence == QStringLiteral("There is no such filter."));
    CHECK(model.rowCount() == 2);
}

TEST_CASE("Clicking a heading asks for that order, and again for the other", "[list]")
{
    TestWindow window;
    addOrganisations(*window.store, 3);
    RecordListModel model(*window.store, Entity::Organisation);
    model.setColumns(listedColumns(Entity::Organisation));
    RecordTable table;
    table.setRecordModel(&model);
    table.resize(800, 300);
    table.show();
    QSignalSpy asked(&table, &RecordTable::sortAsked);
    const QPoint at(table.horizontalHeader()->sectionPosition(3) + 20, 10);
    QTest::mouseClick(table.horizontalHeader()->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseClick(table.horizontalHeader()->viewport(), Qt::LeftButton, {}, at);
    REQUIRE(asked.size() == 2);
    CHECK(asked[0] == QVariantList{QStringLiteral("country"), false});
    CHECK(asked[1] == QVariantList{QStringLiteral("country"), true});
}
