// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that are copied from lists for other programs.
#include <records/programs.h>
#include <records/reports.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/lists/copied_rows.h>
#include <ui/pages/people/people_page.h>
#include <ui/tables/record_table.h>

#include <QApplication>
#include <QClipboard>
#include <QSettings>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

namespace
{
template <class R>
R add(Store& store, R record)
{
    REQUIRE_OK(store.change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(record));
        return {};
    }));
    return record;
}

IdSource all(Entity entity)
{
    return
        [entity](const Store& store, qint64 limit) { return store.ids(entity, Where().orderBy("id").first(limit)); };
}

Result<CopiedRows> copied(const Store& store, Entity entity, std::vector<const char*> fields, int rows)
{
    RecordListModel model(const_cast<Store&>(store), entity);
    std::vector<ListColumn> columns;
    std::vector<int> wanted;
    for (const char* field : fields) {
        columns.push_back(fieldColumn(entity, recordType(entity).indexOf(QLatin1String(field))));
        wanted.push_back(static_cast<int>(wanted.size()));
    }
    model.setColumns(std::move(columns));
    model.setSource(all(entity));
    REQUIRE(model.rowCount() == rows);
    std::vector<int> each;
    for (int row = 0; row < rows; ++row)
        each.push_back(row);
    return copiedRows(store, model, each, wanted);
}

Person addInDanger(Store& store)
{
    Person nok;
    nok.givenName = QStringLiteral("Nok");
    nok.familyName = QStringLiteral("Suwan");
    nok.country = QStringLiteral("TH");
    nok.safetyLevel = QStringLiteral("at_risk");
    return add(store, nok);
}
} // namespace

TEST_CASE("Rows are copied as a table that spreadsheets take", "[list][clipboard]")
{
    TestWindow window;
    for (const char* name : {"River Forum", "Lake\tForum"}) {
        Organisation body;
        body.name = QString::fromUtf8(name);
        body.country = QStringLiteral("KH");
        add(*window.store, body);
    }
    const auto rows = copied(*window.store, Entity::Organisation, {"name", "country"}, 2);
    REQUIRE_OK(rows);
    CHECK(rows->text == QStringLiteral("River Forum\tCambodia\nLake Forum\tCambodia"));
    CHECK_FALSE(rows->isMasked);
}

TEST_CASE("What is restricted is masked in what is copied, and all of whoever needs care", "[list][clipboard]")
{
    TestWindow window;
    Person sok;
    sok.givenName = QStringLiteral("Sok");
    sok.country = QStringLiteral("KH");
    sok = add(*window.store, sok);
    const Person nok = addInDanger(*window.store);
    const auto rows = copied(*window.store, Entity::Person, {"given_name", "country", "safety_level"}, 2);
    REQUIRE_OK(rows);
    CHECK(rows->text == QStringLiteral("Sok\tCambodia\t[withheld]\n[withheld]\t[withheld]\t[withheld]"));
    CHECK(rows->isMasked);
    CHECK(rows->summary.named == QSet<qint64>{sok.id.value});
    CHECK(rows->summary.leftOut == QSet<qint64>{nok.id.value});
    CHECK(titlesOf(rows->summary.fields).size() == 2);

    ContactPoint contact; // about somebody, by a reference
    contact.person = nok.id;
    contact.kind = QStringLiteral("email");
    contact.value = QStringLiteral("nok@example.org");
    add(*window.store, contact);
    const auto contacts = copied(*window.store, Entity::ContactPoint, {"value"}, 1);
    REQUIRE_OK(contacts);
    CHECK(contacts->text == QStringLiteral("[withheld]"));
}

TEST_CASE("A copy is one entry in the ledger, and says what it masked", "[list][clipboard]")
{
    TestWindow window;
    QSettings settings{window.store.path(QStringLiteral("settings.ini")), QSettings::IniFormat};
    addPerson(*window.store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    addInDanger(*window.store);
    PeoplePage page(window.context, settings);
    page.resize(1000, 700);
    page.show();
    REQUIRE(waitFor([&] { return page.list().rowCount() == 2; }));
    page.table().selectAll();
    QTest::keyClick(&page.table(), Qt::Key_C, Qt::ControlModifier);
    const QString text = QApplication::clipboard()->text();
    CHECK(text.contains(QStringLiteral("Sok Dara")));
    CHECK(text.contains(QStringLiteral("[withheld]")));
    CHECK_FALSE(text.contains(QStringLiteral("Nok")));
    CHECK_FALSE(text.contains(QStringLiteral("Suwan")));
    CHECK_FALSE(text.contains(QStringLiteral("Thailand")));
    const auto entries = window.store->find<Disclosure>();
    REQUIRE_OK(entries);
    REQUIRE(entries->size() == 1);
    const Disclosure& entry = entries->front();
    CHECK(entry.what == QStringLiteral("2 people copied"));
    CHECK(entry.file == QStringLiteral("clipboard"));
    CHECK(entry.audience == QStringLiteral("internal"));
    CHECK(entry.named == 1);
    CHECK(entry.leftOut == 1);
    CHECK_FALSE(entry.fields.isEmpty());
    REQUIRE(window.navigator.told.size() == 1);
    CHECK(window.navigator.told.front().startsWith(QStringLiteral("2 people copied. What is restricted")));
}
