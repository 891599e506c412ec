// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/records/record_form.h>
#include <ui/records/related_list.h>
#include <ui/widgets/date_edit.h>

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <records/programs.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
Network addNetwork(Store& store, const QString& name)
{
    Network network;
    network.name = name;
    REQUIRE_OK(store.change(QStringLiteral("Add network"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(network));
        return {};
    }));
    return network;
}
} // namespace

TEST_CASE("A member is added to a network by typing a part of the name", "[related]")
{
    TestWindow window;
    const Person person =
        addPerson(*window.store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    const Network network = addNetwork(*window.store, QStringLiteral("Cambodia network"));
    RelatedList list(window.context, Entity::Membership, "network_id");
    list.setOwner(network.id.value);
    list.show();
    list.add();
    auto* form = list.findChild<RecordForm*>();
    REQUIRE(form);
    auto* picker = form->findChild<QLineEdit*>(QStringLiteral("person_id"));
    REQUIRE(picker);
    picker->setFocus();
    QTest::keyClicks(picker, QStringLiteral("dar"));
    QTest::keyClick(picker, Qt::Key_Return);
    REQUIRE(form->save());

    const auto members = window.store->find<Membership>(Where("network_id", network.id));
    REQUIRE_OK(members);
    REQUIRE(members->size() == 1);
    CHECK(members->front().person == person.id);
    CHECK(members->front().role == QStringLiteral("member"));
    CHECK(window.store->nextUndo()->sentence == QStringLiteral("Add network membership to Cambodia network"));
    CHECK(list.count() == 1);

    auto* view = list.findChild<QTableView*>();
    CHECK(view->model()->index(0, 0).data().toString() == QStringLiteral("Sok Dara"));
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Return);
    REQUIRE(window.navigator.opened.size() == 1);
    CHECK(window.navigator.opened.front() == std::pair(Entity::Person, person.id.value));

    QTest::keyClick(view, Qt::Key_Delete);
    CHECK(list.count() == 0);
    CHECK(*window.store->count(Entity::Membership) == 0);
    REQUIRE(window.navigator.told.size() == 1);
    REQUIRE_OK(window.store->undo());
    CHECK(list.count() == 1);
}

TEST_CASE("A link without the other side is refused at its field", "[related]")
{
    TestWindow window;
    const Network network = addNetwork(*window.store, QStringLiteral("Cambodia network"));
    RelatedList list(window.context, Entity::Membership, "network_id");
    list.setOwner(network.id.value);
    list.show();
    list.add();
    CHECK_FALSE(list.findChild<RecordForm*>()->save());
    CHECK(window.dialogs.errors.isEmpty());
    list.findChild<RecordForm*>()->revert();
    CHECK(*window.store->count(Entity::Membership) == 0);
    CHECK(list.leave());
}

TEST_CASE("A contact that is no link opens its own form in place", "[related]")
{
    TestWindow window;
    const Person person =
        addPerson(*window.store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    ContactPoint phone;
    phone.person = person.id;
    phone.kind = QStringLiteral("phone");
    phone.value = QStringLiteral("012 345 678");
    REQUIRE_OK(window.store->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(phone));
        return {};
    }));
    RelatedList list(window.context, Entity::ContactPoint, "person_id");
    list.setOwner(person.id.value);
    list.show();
    auto* view = list.findChild<QTableView*>();
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_F2);
    auto* form = list.findChild<RecordForm*>();
    REQUIRE(form);
    auto* value = form->findChild<QLineEdit*>(QStringLiteral("value"));
    REQUIRE(value);
    value->setFocus();
    value->selectAll();
    QTest::keyClicks(value, QStringLiteral("012 345 679"));
    REQUIRE(list.leave());
    const auto now = window.store->get(phone.id);
    CHECK(now->value == QStringLiteral("012 345 679"));
    CHECK(now->e164 == QStringLiteral("+85512345679"));
    CHECK(window.store->nextUndo()->sentence == QStringLiteral("Change contact of Sok Dara"));
}

TEST_CASE("What hangs on a record and is new is of today, where the deed that makes one says so", "[related]")
{
    TestWindow window;
    const Person person =
        addPerson(*window.store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    const QString today = window.store.clock.today().toString(Qt::ISODate);
    for (const auto& [child, field, day] :
         {std::tuple(Entity::ContactNote, "date", today), std::tuple(Entity::Membership, "from_date", QString())}) {
        RelatedList list(window.context, child, "person_id");
        list.setOwner(person.id.value);
        list.resize(360, 600);
        list.show();
        list.add();
        auto* form = list.findChild<RecordForm*>();
        REQUIRE(form);
        auto* date = form->findChild<DateEdit*>(QLatin1String(field));
        REQUIRE(date);
        CHECK(date->stored() == day);
        // What stands in the bar of what is not saved has room in a narrow pane.
        auto* bar = list.findChild<QWidget*>(QStringLiteral("unsaved"));
        REQUIRE(bar);
        CHECK(bar->minimumSizeHint().width() <= 400); // a pane of a small laptop has 428
    }
}
