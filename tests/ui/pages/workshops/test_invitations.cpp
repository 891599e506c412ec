// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop_scene.h"

#include <ui/pages/invitations/invitation_table.h>
#include <ui/pages/invitations/invitations_tab.h>
#include <ui/pages/invitations/state_chips.h>

#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct Board : Scene {
    Board()
    {
        asha = person(u"Asha"_q, u"Rai"_q);
        bina = person(u"Bina"_q, u"Gurung"_q);
        chan = person(u"Chan"_q, u"Vuthy"_q, u"KH"_q, u"male"_q);
        a = invitation(asha);
        b = invitation(bina);
        c = invitation(chan, u"invited"_q);
        tab = std::make_unique<InvitationsTab>(context);
        tab->resize(1000, 600);
        tab->show();
        tab->setWorkshop(workshop);
    }

    QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < tab->table().model()->rowCount(); ++row)
            names.append(tab->table().model()->index(row, 0).data().toString());
        return names;
    }
    QStringList chips() const
    {
        QStringList words;
        for (const StateChip* chip : tab->findChildren<StateChip*>()) {
            if (chip->isVisible())
                words.append(chip->accessibleName());
        }
        return words;
    }

    Id<Person> asha, bina, chan;
    Id<Invitation> a, b, c;
    std::unique_ptr<InvitationsTab> tab;
};
} // namespace

TEST_CASE("One key sets the state of all that are marked, and undo takes it back", "[workshop-page]")
{
    Board board;
    CHECK(board.shown() == QStringList{u"Asha Rai"_q, u"Bina Gurung"_q, u"Chan Vuthy"_q});
    CHECK(board.chips() == QStringList{u"in all: 3"_q, u"considered: 2"_q, u"invited: 1"_q});
    board.tab->table().select({board.a, board.b});
    board.tab->table().setFocus();
    QTest::keyClick(&board.tab->table(), Qt::Key_A);
    CHECK(board.stateOf(board.a) == u"accepted"_q);
    CHECK(board.stateOf(board.b) == u"accepted"_q);
    CHECK(board.stateOf(board.c) == u"invited"_q);
    CHECK(board.tab->table().selected().size() == 2);
    CHECK(board.store->nextUndo()->sentence == u"Mark 2 people as accepted"_q);
    processPending();
    CHECK(board.chips() == QStringList{u"in all: 3"_q, u"invited: 1"_q, u"accepted: 2"_q});
    REQUIRE_OK(board.store->undo());
    CHECK(board.stateOf(board.a) == u"considered"_q);
    QTest::keyClick(&board.tab->table(), Qt::Key_I);
    CHECK(board.stateOf(board.b) == u"invited"_q);
}

TEST_CASE("A click on a count narrows the list to that state, another click widens it", "[workshop-page]")
{
    Board board;
    QTest::mouseClick(&child<StateChip>(*board.tab, "chip-invited"), Qt::LeftButton);
    CHECK(board.shown() == QStringList{u"Chan Vuthy"_q});
    processPending();
    QTest::mouseClick(board.tab->findChildren<StateChip*>(u"chip-invited"_q).last(), Qt::LeftButton);
    CHECK(board.shown().size() == 3);
}

TEST_CASE("People are added by a part of the name and by being dropped, each once", "[workshop-page]")
{
    Board board;
    const Id<Person> dara = board.person(u"Dara"_q, u"Sok"_q, u"KH"_q);
    const Id<Person> ema = board.person(u"Ema"_q, u"Fono"_q, u"TO"_q);
    auto& picker = child<QLineEdit>(*board.tab, "add-person");
    picker.setFocus();
    QTest::keyClicks(&picker, u"dar"_q);
    QTest::keyClick(&picker, Qt::Key_Return);
    CHECK(board.shown().contains(u"Dara Sok"_q));
    CHECK(board.navigator.told.last() == u"Dara Sok is on the list now, as considered."_q);
    CHECK(picker.text().isEmpty());

    QMimeData data;
    data.setData(QLatin1String(PersonIdsMime),
                 QStringLiteral("%1\n%2\nnonsense\n-5\n").arg(ema.value).arg(dara.value).toLatin1());
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(board.tab->table().viewport(), &enter);
    CHECK(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(board.tab->table().viewport(), &drop);
    CHECK(board.shown().size() == 5);
    CHECK(board.navigator.told.last() == u"Ema Fono is on the list now, as considered. 1 was there already."_q);
    CHECK(board.store->nextUndo()->sentence == u"Put Ema Fono on the list of Alumni meeting"_q);
}

TEST_CASE("Delete takes the marked people off the list, Enter opens the person", "[workshop-page]")
{
    Board board;
    board.tab->table().select({board.c});
    board.tab->table().setFocus();
    QTest::keyClick(&board.tab->table(), Qt::Key_Return);
    CHECK(board.navigator.opened.back() == std::pair(Entity::Person, board.chan.value));
    QTest::keyClick(&board.tab->table(), Qt::Key_Delete);
    CHECK(board.shown() == QStringList{u"Asha Rai"_q, u"Bina Gurung"_q});
    CHECK(board.navigator.told.last() == u"Took Chan Vuthy off the list."_q);
    REQUIRE_OK(board.store->undo());
    CHECK(board.shown().size() == 3);
}

TEST_CASE("When someone declines, the board asks who takes the place", "[workshop-page]")
{
    Board board;
    auto& find = child<QPushButton>(*board.tab, "notice-substitute");
    CHECK_FALSE(find.isVisible());
    board.tab->table().select({board.a});
    board.tab->table().setFocus();
    QTest::keyClick(&board.tab->table(), Qt::Key_D);
    CHECK(find.isVisible());
    board.tab->table().select({board.a, board.b});
    QTest::keyClick(&board.tab->table(), Qt::Key_D);
    CHECK_FALSE(find.isVisible());
}

TEST_CASE("The list of a workshop never scrolls sideways, what has no room is told in the tooltip", "[workshop-page]")
{
    Board board;
    auto invitation = board.store->get(board.a);
    REQUIRE_OK(invitation);
    invitation->reason = u"Named by the partner network"_q;
    invitation->role = u"facilitator"_q;
    invitation->state = u"unable"_q;
    REQUIRE_OK(board.store->change(u"Say why"_q, [&](ChangeWriter& writer) { return writer.update(*invitation); }));
    InvitationTable& table = board.tab->table();
    const auto fits = [&] {
        processPending();
        int used = 0;
        for (int column = 0; column < InvitationModel::ColumnCount; ++column)
            used += table.columnWidth(column); // 0 when hidden
        return used <= table.viewport()->width() && !table.horizontalScrollBar()->isVisible() &&
               table.horizontalScrollBar()->maximum() == 0;
    };
    // What the sidebar and the list of workshops leave of a window of 1280.
    board.tab->resize(793, 600);
    CHECK(fits());
    CHECK(table.columnWidth(InvitationModel::PersonColumn) >= 160);
    CHECK(table.isColumnHidden(InvitationModel::ReasonColumn));
    CHECK(table.model()->index(0, 0).data(Qt::ToolTipRole).toString().contains(u"Named by the partner network"_q));
    board.tab->resize(1400, 600);
    CHECK(fits());
    CHECK_FALSE(table.isColumnHidden(InvitationModel::RoleColumn));
    CHECK(table.columnWidth(InvitationModel::ReasonColumn) > 200);
}

TEST_CASE("The button says one person or several", "[workshop-page][plural]")
{
    Scene scene;
    InvitationsTab tab(scene.context);
    tab.show();
    const auto wordsFor = [&](int places) {
        auto record = scene.store->get(scene.workshop);
        REQUIRE_OK(record);
        record->capacity = places;
        REQUIRE_OK(scene.store->change(u"Places"_q, [&](ChangeWriter& writer) { return writer.update(*record); }));
        tab.setWorkshop(scene.workshop);
        return child<QPushButton>(tab, "propose").text();
    };
    CHECK(wordsFor(1) == u"Propose 1 person…"_q);
    CHECK(wordsFor(2) == u"Propose 2 people…"_q);
}

TEST_CASE("An empty list says what belongs here", "[workshop-page]")
{
    Scene scene;
    InvitationsTab tab(scene.context);
    tab.show();
    tab.setWorkshop(scene.workshop);
    CHECK_FALSE(tab.table().isVisible());
    CHECK(child<QPushButton>(tab, "propose").text() == u"Propose 4 people…"_q);
}

TEST_CASE("What was typed is never taken for HTML on the board", "[workshop-page]")
{
    Scene scene;
    const Id<Person> person = scene.person(u"<b>Bold</b>"_q, u"<img src=x>"_q);
    scene.invitation(person);
    InvitationsTab tab(scene.context);
    tab.show();
    tab.setWorkshop(scene.workshop);
    const QModelIndex cell = tab.table().model()->index(0, 0);
    CHECK(cell.data().toString() == u"<b>Bold</b> <img src=x>"_q);
    CHECK(cell.data(Qt::ToolTipRole).toString().startsWith(u"&lt;b&gt;"_q));
    for (const QLabel* label : tab.findChildren<QLabel*>())
        CHECK((label->text().isEmpty() || label->textFormat() == Qt::PlainText));
}
