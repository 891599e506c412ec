// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop_scene.h"

#include <ui/pages/workshops/agenda_tab.h>
#include <ui/pages/workshops/session_editor.h>
#include <ui/pages/workshops/session_row.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeEdit>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct Plan : Scene {
    Plan()
    {
        asha = person(u"Asha"_q, u"Rai"_q);
        chan = person(u"Chan"_q, u"Vuthy"_q, u"KH"_q);
        tab = std::make_unique<AgendaTab>(context);
        tab->resize(900, 700);
        tab->show();
        REQUIRE(QTest::qWaitForWindowActive(tab.get()));
        tab->setWorkshop(workshop);
    }

    Id<Session> session(const QString& title, int day, int hour)
    {
        return add(Session{{},
                           workshop,
                           title,
                           QDateTime(QDate(2026, 9, day), QTime(hour, 0)),
                           QDateTime(QDate(2026, 9, day), QTime(hour + 1, 0)),
                           {},
                           u"session"_q,
                           {}});
    }
    QStringList rows() const
    {
        QStringList words;
        for (const SessionRow* row : tab->rows())
            words.append(row->accessibleName());
        return words;
    }

    Id<Person> asha, chan;
    std::unique_ptr<AgendaTab> tab;
};
} // namespace

TEST_CASE("A session is added in place, with its facilitators, by keyboard alone", "[workshop-page]")
{
    Plan plan;
    plan.tab->addSession();
    SessionEditor* editor = plan.tab->editor();
    REQUIRE(editor);
    QTest::keyClicks(&child<QLineEdit>(*editor, "session-title"), u"Opening"_q);
    QTest::keyClicks(&child<QLineEdit>(*editor, "session-room"), u"Lotus room"_q);
    auto& picker = child<QLineEdit>(*editor, "session-person");
    picker.setFocus();
    QTest::keyClicks(&picker, u"asha"_q);
    QTest::keyClick(&picker, Qt::Key_Return);
    QTest::keyClicks(&picker, u"vuth"_q);
    QTest::keyClick(&picker, Qt::Key_Return);
    CHECK(plan.countOf(Entity::Session) == 0);
    child<QLineEdit>(*editor, "session-title").setFocus();
    QTest::keyClick(&child<QLineEdit>(*editor, "session-title"), Qt::Key_Return);
    CHECK(plan.tab->editor() == nullptr);
    const auto sessions = plan.store->find<Session>();
    REQUIRE_OK(sessions);
    REQUIRE(sessions->size() == 1);
    CHECK(sessions->front().start == QDateTime(QDate(2026, 9, 14), QTime(9, 0)));
    CHECK(sessions->front().end == QDateTime(QDate(2026, 9, 14), QTime(10, 0)));
    CHECK(plan.countOf(Entity::Facilitation) == 2);
    CHECK(plan.rows() ==
          QStringList{u"09:00–10:00, Opening, Lotus room · Led by Asha Rai (Nepal) and Chan Vuthy (Cambodia)"_q});
    REQUIRE_OK(plan.store->undo());
    CHECK(plan.countOf(Entity::Session) == 0);
    CHECK(plan.countOf(Entity::Facilitation) == 0);
}

TEST_CASE("The next session begins where the last one ends", "[workshop-page]")
{
    Plan plan;
    plan.session(u"First"_q, 14, 9);
    plan.tab->addSession(QDate(2026, 9, 14));
    CHECK(child<QTimeEdit>(*plan.tab->editor(), "session-from").time() == QTime(10, 0));
    plan.tab->addSession(QDate(2026, 9, 15));
    CHECK(child<QTimeEdit>(*plan.tab->editor(), "session-from").time() == QTime(9, 0));
    CHECK(child<QComboBox>(*plan.tab->editor(), "session-day").currentData().toDate() == QDate(2026, 9, 15));
}

TEST_CASE("Warnings stand with their session as words", "[workshop-page]")
{
    Plan plan;
    const auto session = plan.session(u"First"_q, 14, 9);
    REQUIRE_OK(addFacilitators(*plan.store, session, {plan.asha}));
    CHECK(plan.rows() ==
          QStringList{u"09:00–10:00, First, Led by Asha Rai (Nepal), Warning: One facilitator only: Asha Rai."_q});
    CHECK(plan.tab->summary() == u"1 session · 1 thing to look at"_q);
    REQUIRE_OK(addFacilitators(*plan.store, session, {plan.chan}));
    CHECK(plan.tab->summary() == u"1 session · nothing to look at"_q);
}

TEST_CASE("Keys walk the agenda, move a session by a quarter of an hour and remove it", "[workshop-page]")
{
    Plan plan;
    const auto first = plan.session(u"First"_q, 14, 9);
    plan.session(u"Second"_q, 15, 9);
    SessionRow* row = plan.tab->rows().front();
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Down);
    CHECK(plan.tab->rows().back()->hasFocus());
    QTest::keyClick(plan.tab->rows().front(), Qt::Key_Down, Qt::AltModifier);
    CHECK(plan.store->get(first)->start.time() == QTime(9, 15));
    CHECK(plan.store->get(first)->end.time() == QTime(10, 15));
    CHECK(plan.store->nextUndo()->sentence == u"Move session “First”"_q);
    QTest::keyClick(plan.tab->rows().front(), Qt::Key_Delete);
    CHECK(plan.countOf(Entity::Session) == 1);
    REQUIRE_OK(plan.store->undo());
    CHECK(plan.tab->rows().size() == 2);
}

TEST_CASE("A session that would end before it starts is not kept, and the draft stays with the reason",
          "[workshop-page]")
{
    Plan plan;
    const auto first = plan.session(u"First"_q, 14, 9);
    plan.tab->edit(first);
    SessionEditor* editor = plan.tab->editor();
    REQUIRE(editor);
    child<QTimeEdit>(*editor, "session-to").setTime(QTime(8, 0));
    CHECK_FALSE(plan.tab->leave());
    CHECK(plan.tab->editor() == editor);
    CHECK(child<QLabel>(*editor, "session-problem").text() ==
          u"“First” would end at 08:00, not after it starts at 09:00. Give it a later end."_q);
    child<QTimeEdit>(*editor, "session-from").setTime(QTime(13, 0)); // the end goes along: 12:00
    child<QTimeEdit>(*editor, "session-to").setTime(QTime(14, 30));
    CHECK(plan.tab->leave());
    CHECK(plan.store->get(first)->end.time() == QTime(14, 30));
    plan.tab->edit(first);
    child<QLineEdit>(*plan.tab->editor(), "session-title").clear();
    CHECK_FALSE(plan.tab->save());
    QTest::keyClick(plan.tab->editor(), Qt::Key_Escape);
    CHECK(plan.tab->editor() == nullptr);
    CHECK(plan.store->get(first)->title == u"First"_q);
}

TEST_CASE("A draft stays while others change the agenda", "[workshop-page]")
{
    Plan plan;
    const auto first = plan.session(u"First"_q, 14, 9);
    plan.tab->edit(first);
    SessionEditor* editor = plan.tab->editor();
    QTest::keyClicks(&child<QLineEdit>(*editor, "session-room"), u"Garden"_q);
    plan.session(u"Second"_q, 14, 10);
    CHECK(plan.tab->editor() == editor);
    CHECK(editor->isVisible());
    CHECK(plan.rows().size() == 1);
    CHECK(plan.tab->save());
    CHECK(plan.store->get(first)->room == u"Garden"_q);
}

TEST_CASE("Taking out a facilitator and giving another role is one deed with the rest", "[workshop-page]")
{
    Plan plan;
    const auto first = plan.session(u"First"_q, 14, 9);
    REQUIRE_OK(addFacilitators(*plan.store, first, {plan.asha, plan.chan}));
    plan.tab->edit(first);
    for (QComboBox* role : plan.tab->editor()->findChildren<QComboBox*>()) {
        if (role->accessibleName() == u"What Chan Vuthy does"_q)
            role->setCurrentIndex(role->findData(u"rapporteur"_q));
    }
    for (QAbstractButton* button : plan.tab->editor()->findChildren<QAbstractButton*>()) {
        if (button->accessibleName() == u"Remove Asha Rai"_q)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    processPending();
    CHECK(plan.tab->save());
    const auto facilitations = plan.store->find<Facilitation>();
    REQUIRE(facilitations->size() == 1);
    CHECK(facilitations->front().person == plan.chan);
    CHECK(facilitations->front().role == u"rapporteur"_q);
}
