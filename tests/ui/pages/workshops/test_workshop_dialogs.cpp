// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop_scene.h"

#include <ui/export/export_dialog.h>
#include <ui/pages/invitations/proposal_dialog.h>
#include <ui/pages/invitations/proposal_wish_form.h>
#include <ui/pages/invitations/substitute_dialog.h>
#include <ui/pages/invitations/targets_dialog.h>
#include <ui/widgets/choice_edit.h>

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

using namespace dtp;
using namespace dtp::test;

namespace
{
QPushButton& buttonWith(QWidget& parent, const QString& text)
{
    for (QPushButton* button : parent.findChildren<QPushButton*>()) {
        if (button->text() == text)
            return *button;
    }
    FAIL("no button " << text.toStdString());
    return *parent.findChild<QPushButton*>();
}

QString fileText(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}
} // namespace

TEST_CASE("Targets are made by a click or by hand, refused when they cannot be, and saved as one deed",
          "[workshop-page]")
{
    Scene scene;
    TargetsDialog dialog(scene.context, scene.workshop);
    dialog.show();
    QTest::mouseClick(&buttonWith(dialog, u"Half women"_q), Qt::LeftButton);
    QTest::mouseClick(&child<QPushButton>(dialog, "add-target"), Qt::LeftButton);
    CHECK(child<QPushButton>(dialog, "save-targets").text() == u"Save 2 targets"_q);
    dialog.accept(); // the second says nothing yet
    CHECK(dialog.isVisible());
    CHECK(scene.countOf(Entity::WorkshopTarget) == 0);
    auto minimums = dialog.findChildren<QLineEdit*>(u"minimum"_q);
    QTest::keyClicks(minimums.last(), u"3"_q);
    dialog.accept();
    CHECK_FALSE(dialog.isVisible());
    const auto targets = scene.store->find<WorkshopTarget>();
    REQUIRE(targets->size() == 2);
    CHECK(targets->at(0).value == u"female"_q);
    CHECK(targets->at(0).isPercent);
    CHECK(targets->at(0).minimum == 50);
    CHECK(targets->at(1).dimension == u"country"_q);
    CHECK(targets->at(1).value.isEmpty());
    CHECK(targets->at(1).minimum == 3);
    REQUIRE_OK(scene.store->undo());
    CHECK(scene.countOf(Entity::WorkshopTarget) == 0);
}

TEST_CASE("The proposal dialog proposes, keeps, leaves out and puts people on the list", "[workshop-page]")
{
    Scene scene;
    scene.add(WorkshopTarget{{}, scene.workshop, u"gender"_q, u"female"_q, 2, std::nullopt, false});
    for (const char16_t* name : {u"Asha", u"Bina", u"Chandra", u"Devi"})
        scene.person(QString::fromUtf16(name), u"Rai"_q);
    for (const char16_t* name : {u"Ek", u"Fa", u"Gan"})
        scene.person(QString::fromUtf16(name), u"Sok"_q, u"KH"_q, u"male"_q);
    ProposalDialog dialog(scene.context, scene.workshop);
    dialog.show();
    REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
    REQUIRE(dialog.proposal());
    CHECK(dialog.list().topLevelItemCount() == 4);
    CHECK(child<QLabel>(dialog, "missed").text() == u"✓ All 1 targets are met."_q);
    CHECK(child<QPushButton>(dialog, "accept").text() == u"Put 4 people on the list"_q);

    // Keep one, leave one out.
    dialog.list().topLevelItem(0)->setCheckState(1, Qt::Checked);
    const QString kept = dialog.list().topLevelItem(0)->text(0);
    const QString out = dialog.list().topLevelItem(1)->text(0);
    dialog.list().topLevelItem(1)->setSelected(true);
    QTest::mouseClick(&child<QPushButton>(dialog, "leave-out"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
    QStringList names;
    for (int i = 0; i < dialog.list().topLevelItemCount(); ++i)
        names.append(dialog.list().topLevelItem(i)->text(0));
    CHECK(names.contains(kept));
    CHECK_FALSE(names.contains(out));

    // Changed wishes ask for a new proposal first.
    child<QSpinBox>(dialog, "reserves").setValue(1);
    CHECK_FALSE(child<QPushButton>(dialog, "accept").isEnabled());
    QTest::mouseClick(&child<QPushButton>(dialog, "again"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
    QTest::mouseClick(&child<QPushButton>(dialog, "accept"), Qt::LeftButton);
    CHECK(dialog.result() == QDialog::Accepted);
    const auto invitations = scene.store->find<Invitation>();
    REQUIRE_OK(invitations);
    CHECK(std::count_if(invitations->begin(), invitations->end(), [](const Invitation& i) { return !i.reserve; }) ==
          4);
    CHECK(std::count_if(invitations->begin(), invitations->end(), [](const Invitation& i) { return i.reserve; }) == 2);
    REQUIRE_OK(scene.store->undo());
    CHECK(scene.countOf(Entity::Invitation) == 0);
}

TEST_CASE("Issues and skills that are wished for are typed in part and taken by Return", "[workshop-page]")
{
    Scene scene;
    scene.person(u"Asha"_q, u"Rai"_q);
    ProposalDialog dialog(scene.context, scene.workshop);
    dialog.show();
    REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
    const auto take = [&](const QString& name, const QString& part) {
        for (ChoiceEdit* line : dialog.findChildren<ChoiceEdit*>()) {
            if (line->accessibleName() != name)
                continue;
            line->setFocus();
            QTest::keyClicks(line, part);
            QTest::keyClick(line, Qt::Key_Return);
            CHECK(line->text().isEmpty()); // ready for the next
        }
    };
    take(u"Issues that are wanted"_q, u"migr"_q);
    take(u"Issues that are wanted"_q, u"stateless"_q);
    take(u"Skills that are wanted"_q, u"facil"_q);
    processPending(); // chips that were made anew go
    QStringList chips;
    for (const QPushButton* button : dialog.findChildren<QPushButton*>()) {
        if (button->accessibleName().startsWith(u"Remove "_q))
            chips.append(button->accessibleName());
    }
    CHECK(chips == QStringList{u"Remove Migrant workers"_q, u"Remove Statelessness and citizenship"_q,
                               u"Remove Facilitation"_q});
    const auto wish = dialog.findChild<ProposalWishForm*>()->wish();
    REQUIRE_OK(wish);
    CHECK(wish->issues == QStringList{u"migrant_workers"_q, u"statelessness"_q});
    CHECK(wish->skills == QStringList{u"facilitation"_q});
}

TEST_CASE("For a workshop of the Pacific people of the Pacific are proposed, unless told otherwise", "[workshop-page]")
{
    Scene scene;
    Workshop pacific = *scene.store->get(scene.workshop);
    pacific.title = u"Pacific Alumni Workshop"_q;
    REQUIRE_OK(
        scene.store->change(u"Rename"_q, [&](ChangeWriter& writer) -> Result<> { return writer.update(pacific); }));
    scene.person(u"Mere"_q, u"Vula"_q, u"FJ"_q);
    scene.person(u"Asha"_q, u"Rai"_q, u"NP"_q);
    ProposalDialog dialog(scene.context, scene.workshop);
    dialog.show();
    REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
    REQUIRE(dialog.list().topLevelItemCount() == 1);
    CHECK(dialog.list().topLevelItem(0)->text(0) == u"Mere Vula"_q);
    auto& query = child<QLineEdit>(dialog, "query");
    CHECK(query.text() == u"region:Pacific"_q);
    query.clear();
    QTest::mouseClick(&child<QPushButton>(dialog, "again"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
    CHECK(dialog.list().topLevelItemCount() == 2);
}

TEST_CASE("A search that is not understood is told, and the dialog closes while it works", "[workshop-page]")
{
    Scene scene;
    scene.person(u"Asha"_q, u"Rai"_q);
    ProposalDialog dialog(scene.context, scene.workshop);
    dialog.show();
    REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
    child<QLineEdit>(dialog, "query").setText(u"nonsense:x"_q);
    QTest::mouseClick(&child<QPushButton>(dialog, "again"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
    CHECK_FALSE(dialog.proposal());
    CHECK_FALSE(child<QPushButton>(dialog, "accept").isEnabled());
    child<QLineEdit>(dialog, "query").clear();
    QTest::mouseClick(&child<QPushButton>(dialog, "again"), Qt::LeftButton);
    dialog.reject();
    REQUIRE(waitFor([&] { return !dialog.isVisible(); }));
    CHECK(scene.countOf(Entity::Invitation) == 0);
}

TEST_CASE("The nearest substitute takes the place of who declined", "[workshop-page]")
{
    Scene scene;
    const auto declined = scene.invitation(scene.person(u"Asha"_q, u"Rai"_q), u"declined"_q);
    scene.person(u"Chan"_q, u"Vuthy"_q, u"KH"_q, u"male"_q);
    const auto near = scene.person(u"Bina & Co"_q, u"Gurung"_q);
    SubstituteDialog dialog(scene.context, declined);
    dialog.show();
    REQUIRE(waitFor([&] { return !dialog.found().empty(); }));
    CHECK(dialog.found().front().person == near);
    auto& put = child<QPushButton>(dialog, "put");
    CHECK(put.text() == u"Put Bina && Co Gurung on the list"_q);
    QTest::mouseClick(&put, Qt::LeftButton);
    const auto invitation = scene.store->find<Invitation>(Where("person_id", near));
    REQUIRE(invitation->size() == 1);
    CHECK(invitation->front().reason.startsWith(u"In the place of Asha Rai."_q));
    CHECK(scene.store->nextUndo()->sentence == u"Put Bina & Co Gurung in the place of Asha Rai"_q);
}

static ExportStart startOf(const Scene& scene)
{
    ExportStart start{u"workshop-coming"_q};
    start.answers.insert(u"workshop"_q, scene.workshop.value);
    return start;
}

TEST_CASE("What is exported passes the gate and is entered in the ledger", "[workshop-page]")
{
    Scene scene;
    scene.invitation(scene.person(u"Asha"_q, u"Rai"_q), u"accepted"_q);
    const auto agreed = scene.person(u"Bina"_q, u"Gurung"_q);
    Consent consent;
    consent.person = agreed;
    consent.purpose = u"funders"_q;
    consent.answer = u"agreed"_q;
    consent.answeredOn = QDate(2026, 1, 1);
    scene.add(consent);
    scene.invitation(agreed, u"accepted"_q);

    ExportDialog dialog(scene.context, startOf(scene));
    const auto choose = [&](const QString& key, Audience audience, const QString& ending) {
        dialog.show();
        dialog.choose(key, audience, ending);
        REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
    };
    choose(u"workshop-coming"_q, Audience::Internal, u"csv"_q);
    scene.dialogs.saveFile = scene.store.path(u"all.csv"_q);
    dialog.accept();
    REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
    CHECK(scene.dialogs.suggestions.last() == u"Those who are coming of Alumni meeting.csv"_q);
    CHECK(fileText(scene.dialogs.saveFile).contains(u"Asha Rai"_q));

    choose(u"workshop-coming"_q, Audience::Funder, u"csv"_q);
    CHECK(dialog.previewText().startsWith(u"Of 2 rows, 1 will be in the file; 1 will not: "_q));
    CHECK(dialog.previewText().contains(u"Withheld for “Funders”: "_q));
    scene.dialogs.saveFile = scene.store.path(u"funder.csv"_q);
    dialog.accept();
    REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
    CHECK(scene.dialogs.suggestions.last() == u"Those who are coming.csv"_q); // a title may name somebody
    const QString text = fileText(scene.dialogs.saveFile);
    CHECK(text.contains(u"Bina Gurung"_q));
    CHECK_FALSE(text.contains(u"Asha"_q));
    CHECK(scene.countOf(Entity::Disclosure) == 2);

    choose(u"agenda"_q, Audience::Internal, u"pdf"_q);
    CHECK(dialog.previewText().contains(u"has no sessions yet"_q));
    CHECK_FALSE(child<QPushButton>(dialog, "export").isEnabled());
}

TEST_CASE("The sign-in sheet and the agenda print, the sessions go into a calendar", "[workshop-page]")
{
    Scene scene;
    scene.invitation(scene.person(u"Asha"_q, u"Rai"_q), u"accepted"_q);
    scene.add(Session{{},
                      scene.workshop,
                      u"Opening"_q,
                      QDateTime(QDate(2026, 9, 14), QTime(9, 0)),
                      QDateTime(QDate(2026, 9, 14), QTime(10, 0)),
                      {},
                      u"plenary"_q,
                      {}});
    ExportDialog dialog(scene.context, startOf(scene));
    for (const auto& [what, ending, start] :
         {std::tuple(u"sign-in-sheet"_q, u"pdf"_q, u"%PDF-"_q), std::tuple(u"agenda"_q, u"pdf"_q, u"%PDF-"_q),
          std::tuple(u"calendar"_q, u"ics"_q, u"BEGIN:VCALENDAR"_q),
          std::tuple(u"workshop-list"_q, u"xlsx"_q, u"PK"_q)}) {
        dialog.show();
        dialog.choose(what, Audience::Internal, ending);
        REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
        scene.dialogs.saveFile = scene.store.path(QString(u"file."_q + ending));
        dialog.accept();
        REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
        QFile file(scene.dialogs.saveFile);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll().startsWith(start.toLatin1()));
    }
    CHECK(scene.dialogs.errors.isEmpty());
    CHECK(scene.countOf(Entity::Disclosure) == 4);
}
