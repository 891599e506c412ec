// SPDX-License-Identifier: GPL-3.0-or-later
// Every model under Qt's tester, which ends the program at the first thing that a view could not bear: filled, while
// records come and go, and after undo.
#include <import_people/people_import.h>
#include <records/programs.h>
#include <records/workshops.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>
#include <ui/lists/record_list_model.h>
#include <ui/models/change_list_model.h>
#include <ui/models/import_models.h>
#include <ui/models/invitation_model.h>

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr auto Fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

// Everything that a view may ask of a row.
QStringList rowOf(const QAbstractItemModel& model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column) {
        for (const int role : {Qt::ForegroundRole, Qt::ToolTipRole, Qt::TextAlignmentRole, Qt::FontRole})
            (void)model.index(row, column).data(role);
        cells.append(model.index(row, column).data().toString());
    }
    return cells;
}
} // namespace

TEST_CASE("A list of records of every type bears records that come, change and go", "[models]")
{
    for (const RecordType& type : allRecordTypes()) {
        INFO(type.table);
        FreshStore file;
        RecordListModel model(*file, type.entity);
        const QAbstractItemModelTester tester(&model, Fatal);
        model.setColumns(listedColumns(type.entity));
        model.setSource([entity = type.entity](const Store& store, qint64 limit) {
            return store.ids(entity, Where().first(limit));
        });
        const int before = model.rowCount();
        CHECK(before == std::min(file->count(type.entity).value(), RecordListModel::FirstRows));
        if (type.entity != Entity::Person)
            continue;
        const Person sok = addPerson(*file, QStringLiteral("Sok"), QStringLiteral("Dara"));
        addPerson(*file, QStringLiteral("Nok"), QStringLiteral("Suwan"));
        CHECK(model.rowCount() == before + 2);
        CHECK(rowOf(model, 0).join(QLatin1Char(' ')).contains(QStringLiteral("Sok")));
        REQUIRE_OK(file->change(QStringLiteral("x"), [&](ChangeWriter& writer) { return writer.remove(sok.id); }));
        CHECK(model.rowCount() == before + 1);
        REQUIRE_OK(file->undo());
        REQUIRE_OK(file->undo());
        CHECK(model.rowCount() == before + 1);
        model.setColumns(listedColumns(Entity::Person, {QStringLiteral("given_name")}));
        CHECK(rowOf(model, 0).size() == model.columnCount());
    }
}

TEST_CASE("A long list bears that its rest comes later, and that it shrinks meanwhile", "[models]")
{
    FreshStore file;
    REQUIRE_OK(file->change(QStringLiteral("Add many"), [](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < 1000; ++i) {
            Organisation organisation;
            organisation.name = QStringLiteral("Organisation %1").arg(i, 4, 10, QLatin1Char('0'));
            DTP_CHECK(writer.insert(organisation));
        }
        return {};
    }));
    RecordListModel model(*file, Entity::Organisation);
    const QAbstractItemModelTester tester(&model, Fatal);
    model.setColumns(listedColumns(Entity::Organisation));
    const auto byName = [](const Store& store, qint64 limit) {
        return store.ids(Entity::Organisation, Where().orderBy("name").first(limit));
    };
    model.setSource(byName);
    CHECK(model.rowCount() == RecordListModel::FirstRows);
    REQUIRE(QTest::qWaitFor([&] { return model.isComplete(); }));
    CHECK(model.rowCount() == 1000);
    model.setSource([](const Store& store, qint64 limit) {
        return store.ids(
            Entity::Organisation,
            Where().compare("name", Where::Op::StartsWith, QStringLiteral("Organisation 001")).first(limit));
    });
    CHECK(model.rowCount() == 10);
    model.setSource(byName);
    REQUIRE_OK(file->undo());
    REQUIRE(QTest::qWaitFor([&] { return model.isComplete(); }));
    CHECK(model.rowCount() == 0);
}

TEST_CASE("Second lines stand below where a column has them", "[models]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    RecordListModel model(*file, Entity::Person);
    const QAbstractItemModelTester tester(&model, Fatal);
    const RecordType& type = recordType(Entity::Person);
    ListColumn name = fieldColumn(Entity::Person, type.indexOf("given_name"));
    name.fields.push_back(type.indexOf("country"));
    name.second = [](const Store&, const RecordValues& values) { return values.text("country"); };
    model.setColumns({name, fieldColumn(Entity::Person, type.indexOf("family_name"))});
    model.setSource([](const Store& store, qint64 limit) { return store.ids(Entity::Person, Where().first(limit)); });
    CHECK(model.index(0, 0).data(RecordListModel::SecondLineRole).toString() == QStringLiteral("KH"));
    CHECK(model.index(0, 1).data(RecordListModel::SecondLineRole).toString().isEmpty());
}

TEST_CASE("The list of invitations bears filters, orders, changes and undo", "[models]")
{
    FreshStore file;
    Workshop meeting;
    meeting.title = QStringLiteral("Alumni meeting");
    const Workshop workshop = added(*file, meeting);
    InvitationModel model(*file);
    const QAbstractItemModelTester tester(&model, Fatal);
    REQUIRE_OK(model.setWorkshop(workshop.id));
    CHECK(model.rowCount() == 0);
    for (const char* state : {"considered", "invited", "accepted"}) {
        Invitation invitation;
        invitation.workshop = workshop.id;
        invitation.person = addPerson(*file, QString::fromLatin1(state), QStringLiteral("Rai")).id;
        invitation.state = QString::fromLatin1(state);
        added(*file, invitation);
    }
    REQUIRE_OK(model.reload());
    REQUIRE(model.rowCount() == 3);
    CHECK(rowOf(model, 0).size() == InvitationModel::ColumnCount);
    model.setFilter({QStringLiteral("invited"), false});
    CHECK(model.rowCount() == 1);
    model.setFilter({{}, true});
    CHECK(model.rowCount() == 0);
    model.setFilter({});
    model.sort(InvitationModel::StateColumn, Qt::DescendingOrder);
    CHECK(model.nameAt(0) == QStringLiteral("accepted Rai"));
    REQUIRE_OK(file->undo());
    REQUIRE_OK(model.reload());
    CHECK(model.rowCount() == 2);
    REQUIRE_OK(model.setWorkshop({}));
    CHECK(model.rowCount() == 0);
}

TEST_CASE("The history bears changes, undo, and more than one portion", "[models]")
{
    FreshStore file;
    const auto before = static_cast<int>(file->history()->size());
    ChangeListModel model(*file);
    QAbstractItemModelTester tester(&model, Fatal);
    tester.setUseFetchMore(false); // the tester would ask for more while it is told of a reset
    for (int i = 0; i < 210; ++i)
        addPerson(*file, QStringLiteral("Ana"), QString::number(i));
    model.reload();
    CHECK(model.rowCount() == 200);
    REQUIRE(model.canFetchMore({}));
    model.fetchMore({});
    CHECK(model.rowCount() == before + 210);
    CHECK_FALSE(model.canFetchMore({}));
    REQUIRE_OK(file->undo());
    model.reload();
    CHECK(rowOf(model, 0).front() == QStringLiteral("Add Ana 209 (undone)"));
    CHECK(rowOf(model, 1).front() == QStringLiteral("Add Ana 208"));
    loseTable(*file, "change_set");
    model.reload();
    CHECK(model.rowCount() == 0);
    CHECK_FALSE(model.problem().isEmpty());
}

TEST_CASE("The rows of a sheet bear another sheet", "[models]")
{
    SheetRowsModel model;
    const QAbstractItemModelTester tester(&model, Fatal);
    model.setRows({{1, {QStringLiteral("Name"), QStringLiteral("Country")}}, {2, {QStringLiteral("Sok Dara")}}}, 1);
    REQUIRE(model.rowCount() == 2);
    CHECK(rowOf(model, 1) == QStringList{QStringLiteral("Sok Dara"), QString()});
    model.setRows({}, 0);
    CHECK(model.rowCount() == 0);
}

TEST_CASE("The planned rows of an import bear to be narrowed and to have no plan", "[models]")
{
    FreshStore store;
    QFile sheet(store.path(QStringLiteral("people.csv")));
    REQUIRE(sheet.open(QIODevice::WriteOnly));
    sheet.write("Given name,Family name,Country\nSok,Dara,KH\n,,TH\nNok,Suwan,TH\n");
    sheet.close();
    const ImportWay& way = ImportWay::of(Entity::Person);
    const auto look = way.look(*store, sheet.fileName(), {}, {}, {});
    REQUIRE_OK(look);
    const auto file = way.read(*store, sheet.fileName(), {}, look->preview.mapping, {});
    REQUIRE_OK(file);
    const auto plan = (*file)->plan(*store, {}, {});
    REQUIRE_OK(plan);
    PlannedRowsModel model;
    const QAbstractItemModelTester tester(&model, Fatal);
    CHECK(model.rowCount() == 0);
    model.showProblems();
    model.setPlan(*plan);
    REQUIRE(model.rowCount() == 3);
    CHECK(rowOf(model, 2).size() == PlannedRowsModel::ColumnCount);
    model.showFate(RowFate::Rejected);
    CHECK(model.rowCount() == 1);
    model.showFate(RowFate::Joined);
    CHECK(model.rowCount() == 0);
    model.showAll();
    CHECK(model.rowCount() == 3);
    model.setPlan(nullptr);
    CHECK(model.rowCount() == 0);
}
