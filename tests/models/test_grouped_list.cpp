// SPDX-License-Identifier: GPL-3.0-or-later
// Lists in groups, without a window.
#include <columns/arranged_records.h>
#include <records/programs.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>
#include <ui/lists/list_columns.h>
#include <ui/lists/list_view.h>
#include <ui/lists/record_list_model.h>

#include <QAbstractItemModelTester>
#include <QCoreApplication>

using namespace dtp;
using namespace dtp::test;

namespace
{
void setArrangement(RecordListModel& model, const Arrangement& arrangement)
{
    model.setGrouping([group = arrangement.group](const Store& store, const std::vector<qint64>& ids) {
        return groupsOf(store, Entity::Organisation, group, ids);
    });
    model.setSource([arrangement](const Store& store, qint64 limit) {
        return arrangedRecords(store, Entity::Organisation, {}, arrangement, limit);
    });
}

// Headings and names, from top to bottom.
QStringList rows(const RecordListModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        const int heading = model.rows().headingAt(row);
        all.append(heading >= 0 ? model.headingText(heading) : model.index(row, 0).data().toString());
    }
    return all;
}
} // namespace

TEST_CASE("rows of groups are found both ways, whatever is folded", "[models][groups]")
{
    GroupedRows rows;
    CHECK(rows.rowCount(7) == 7);
    CHECK(rows.recordAt(3) == 3);
    CHECK(rows.rowOf(3) == 3);
    rows.setGroups({{QStringLiteral("a"), 2}, {QStringLiteral("b"), 1}, {QStringLiteral("c"), 3}});
    CHECK(rows.rowCount(6) == 9);
    CHECK(rows.headingAt(0) == 0);
    CHECK(rows.headingAt(3) == 1);
    CHECK(rows.headingAt(4) == -1);
    CHECK(rows.recordAt(3) == -1);
    CHECK(rows.recordAt(4) == 2);
    CHECK(rows.rowOf(5) == 8);
    CHECK(rows.groupOf(2) == 1);
    rows.setFolded(1, true);
    CHECK(rows.rowCount(6) == 8);
    CHECK(rows.rowOf(2) == -1);
    CHECK(rows.rowOf(3) == 5);
    CHECK(rows.recordAt(5) == 3);
    rows.setAllFolded(true);
    CHECK(rows.rowCount(6) == 3);
    CHECK(rows.headingAt(2) == 2);
    rows.setGroups({{QStringLiteral("c"), 4}, {QStringLiteral("d"), 1}}); // what was folded stays so by its name
    CHECK(rows.rowCount(5) == 3);
}

TEST_CASE("a list stands in groups with their numbers, which fold and follow changes", "[models][groups]")
{
    FreshStore file;
    Organisation river, door, aid;
    river.name = QStringLiteral("River Watch");
    river.country = QStringLiteral("KH");
    door.name = QStringLiteral("Open Door");
    door.country = QStringLiteral("TH");
    aid.name = QStringLiteral("Aid");
    aid.country = QStringLiteral("KH");
    addRecords(*file, river, door, aid);
    RecordListModel model(*file, Entity::Organisation);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setColumns(withCatalogue(*file, Entity::Organisation, listedColumns(Entity::Organisation)));
    setArrangement(model, {{{QStringLiteral("name"), false}}, QStringLiteral("country")});
    CHECK(rows(model) == QStringList{QStringLiteral("Cambodia (2)"), QStringLiteral("Aid"),
                                     QStringLiteral("River Watch"), QStringLiteral("Thailand (1)"),
                                     QStringLiteral("Open Door")});
    CHECK(model.idAt(0) == 0);
    CHECK(model.idAt(1) == aid.id.value);
    CHECK(model.rowOf(door.id.value) == 4);
    CHECK(model.data(model.index(0, 2), Qt::AccessibleTextRole).toString() == QStringLiteral("Cambodia (2)"));
    CHECK_FALSE(model.flags(model.index(0, 0)).testFlag(Qt::ItemIsSelectable));

    model.setFolded(0, true);
    CHECK(rows(model) ==
          QStringList{QStringLiteral("Cambodia (2)"), QStringLiteral("Thailand (1)"), QStringLiteral("Open Door")});
    CHECK(model.rowOf(aid.id.value) == -1);
    Organisation more;
    more.name = QStringLiteral("Women First");
    more.country = QStringLiteral("TH");
    addRecords(*file, more);
    CHECK(rows(model) == QStringList{QStringLiteral("Cambodia (2)"), QStringLiteral("Thailand (2)"),
                                     QStringLiteral("Open Door"), QStringLiteral("Women First")});
    model.setAllFolded(false);
    CHECK(model.rowCount() == 6);

    model.setGrouping(nullptr);
    model.reload();
    CHECK(model.rowCount() == 4);
    CHECK(model.idAt(0) != 0);
}

TEST_CASE("a long list in groups knows the number of its last group when all of it has come", "[models][groups]")
{
    FreshStore file;
    REQUIRE_OK(file->change(QStringLiteral("Add many"), [](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < 300; ++i) {
            Organisation organisation;
            organisation.name = QStringLiteral("Organisation %1").arg(i, 5, 10, QLatin1Char('0'));
            organisation.country = QStringLiteral("KH");
            DTP_CHECK(writer.insert(organisation));
        }
        return {};
    }));
    RecordListModel model(*file, Entity::Organisation);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setColumns(listedColumns(Entity::Organisation));
    setArrangement(model, {{}, QStringLiteral("country")});
    CHECK(model.rowCount() == RecordListModel::FirstRows + 1);
    CHECK(model.headingText(0) == QStringLiteral("Cambodia (…)"));
    while (!model.isComplete())
        QCoreApplication::processEvents();
    CHECK(model.rowCount() == 301);
    CHECK(model.headingText(0) == QStringLiteral("Cambodia (300)"));
}

TEST_CASE("columns that are not on the screen are not read", "[models]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Dara"), QStringLiteral("Sok"));
    RecordListModel model(*file, Entity::Person);
    int asked = 0;
    ListColumn first = fieldColumn(Entity::Person, recordType(Entity::Person).indexOf("given_name"));
    ListColumn second;
    second.key = QStringLiteral("looked");
    second.lookUp = [&asked](const Store&, const std::vector<qint64>&) -> Result<QHash<qint64, QString>> {
        ++asked;
        return QHash<qint64, QString>();
    };
    model.setColumns({first, second});
    model.setRead({true, false});
    model.setSource([](const Store& store, qint64) { return store.ids(Entity::Person); });
    CHECK(model.index(0, 0).data().toString() == QStringLiteral("Dara"));
    CHECK(asked == 0);
    model.setRead({true, true});
    CHECK(model.index(0, 0).data().toString() == QStringLiteral("Dara"));
    CHECK(asked == 1);
}

TEST_CASE("of several orders each head says which it is", "[models]")
{
    FreshStore file;
    RecordListModel model(*file, Entity::Organisation);
    model.setColumns(listedColumns(Entity::Organisation));
    model.setOrders({{QStringLiteral("country"), true}, {QStringLiteral("name"), false}});
    QStringList heads;
    for (int i = 0; i < model.columnCount(); ++i)
        heads.append(model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
    CHECK(heads.contains(QStringLiteral("Country ▼1")));
    CHECK(heads.contains(QStringLiteral("Name ▲2")));
    CHECK(model
              .headerData(static_cast<int>(heads.indexOf(QStringLiteral("Country ▼1"))), Qt::Horizontal,
                          Qt::AccessibleTextRole)
              .toString() == QStringLiteral("Country, sorted downwards, order 1"));
    model.setOrders({{QStringLiteral("name"), false}});
    CHECK(model.headerData(static_cast<int>(heads.indexOf(QStringLiteral("Name ▲2"))), Qt::Horizontal, Qt::DisplayRole)
              .toString() == QStringLiteral("Name"));
}

TEST_CASE("how a list is looked at is kept as text and read again", "[models]")
{
    const ListView view{
        {QStringLiteral("name:176"), QStringLiteral("place:-1")},
        {{{QStringLiteral("country"), true}, {QStringLiteral("name"), false}}, QStringLiteral("country")},
        true};
    CHECK(ListView::fromText(view.toText()) == view);
    CHECK(ListView::fromText(QStringLiteral("no such thing")) == ListView());
}
