// SPDX-License-Identifier: GPL-3.0-or-later
// What is done daily takes at most six actions: a text that is typed, a key or a click each. The actions are written
// down here as somebody does them, with a list of people before them.
#include <records/programs.h>
#include <support/ui_program.h>
#include <ui/export/export_dialog.h>
#include <ui/records/deed_dialog.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/field_editor.h>
#include <ui/widgets/theme.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr int mostActions = 6;

// Does one action after the other, each as soon as it can be done, in whatever dialog is open by then.
class Hands
{
public:
    using Ready = std::function<bool()>;
    void then(Ready ready, std::function<void()> act) { m_actions.push_back({std::move(ready), std::move(act)}); }
    void type(Ready ready, const QString& text)
    {
        then(std::move(ready), [text] { QTest::keyClicks(QApplication::focusWidget(), text); });
    }
    void press(Ready ready, Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        then(std::move(ready), [key, with] { QTest::keyClick(QApplication::focusWidget(), key, with); });
    }
    void doAll()
    {
        CHECK(m_actions.size() <= mostActions);
        m_waited.start();
        QTimer watch; // also of a dialog that stays open at the end
        QObject::connect(&watch, &QTimer::timeout, &m_planned, [this] { giveUpLate(); });
        watch.start(100);
        plan(0);
        while (m_done < m_actions.size() && !m_isStuck)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        INFO("after " << m_done << " actions");
        REQUIRE_FALSE(m_isStuck);
    }

private:
    struct Action {
        Ready ready;
        std::function<void()> act;
    };
    // The next one is planned before this one is done, which may open a dialog and end with it.
    void plan(size_t number)
    {
        if (number == m_actions.size())
            return;
        QTimer::singleShot(1, &m_planned, [this, number] {
            if (m_isStuck)
                return;
            if (!m_actions[number].ready())
                return plan(number);
            m_waited.restart();
            plan(number + 1);
            m_actions[number].act();
            ++m_done;
        });
    }
    void giveUpLate()
    {
        constexpr qint64 longest = 4000; // milliseconds until the next one can be done
        if (m_waited.elapsed() < longest)
            return;
        m_isStuck = true;
        if (auto* const dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget()))
            dialog->reject();
    }
    QObject m_planned; // what is planned goes with it
    QElapsedTimer m_waited;
    std::vector<Action> m_actions;
    size_t m_done = 0;
    bool m_isStuck = false;
};

// 60 people, of whom 12 live in Fiji and 40 in Suva as it was misspelt; three are focal points of a network.
struct Office : Program {
    Office()
    {
        applyTheme(*qApp, ThemeChoice::Light);
        create();
        window.resize(1366, 768);
        REQUIRE_OK(store().change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
            Network bhr;
            bhr.name = QStringLiteral("Business and rights");
            bhr.kind = QStringLiteral("thematic");
            DTP_CHECK(writer.insert(bhr));
            for (int i = 0; i < 60; ++i)
                DTP_CHECK(addOne(writer, i, bhr.id));
            return {};
        }));
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        REQUIRE(waitFor([&] { return people().list().rowCount() == 60; }));
        // As on a page that was just opened.
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
        REQUIRE(waitFor([&] { return qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr; }));
    }
    static Result<> addOne(ChangeWriter& writer, int i, Id<Network> network)
    {
        Person one;
        one.givenName = QStringLiteral("Given %1").arg(i);
        one.familyName = QStringLiteral("Family");
        one.country = i < 12 ? QStringLiteral("FJ") : QStringLiteral("WS");
        one.place = i < 20 ? QString() : QStringLiteral("Suba");
        DTP_CHECK(writer.insert(one));
        ContactPoint mail;
        mail.person = one.id;
        mail.kind = QStringLiteral("email");
        mail.value = QStringLiteral("p%1@example.org").arg(i);
        if (i != 7)
            DTP_CHECK(writer.insert(mail));
        Membership membership;
        membership.person = one.id;
        membership.network = network;
        membership.role = QStringLiteral("focal_point");
        if (i % 20 == 0)
            DTP_CHECK(writer.insert(membership));
        return {};
    }
    Hands::Ready listHas(int rows)
    {
        return [this, rows] { return people().list().isComplete() && people().list().rowCount() == rows; };
    }
    Hands::Ready isInList()
    {
        return [this] { return QApplication::focusWidget() == &people().table(); };
    }
    Hands::Ready areChosen(size_t count)
    {
        return [this, count] { return people().table().selectedIds().size() == count; };
    }
    QToolButton* deed(const QString& words)
    {
        for (QToolButton* button : people().findChildren<QToolButton*>()) {
            if (button->isVisible() && button->text() == words)
                return button;
        }
        return nullptr;
    }
};

Hands::Ready always()
{
    return [] { return true; };
}

template <class Dialog>
Dialog* openDialog()
{
    return qobject_cast<Dialog*>(QApplication::activeModalWidget());
}

// The dialog is open, and hears the keys.
template <class Dialog>
bool isIn()
{
    const auto* dialog = openDialog<Dialog>();
    return dialog && dialog->isAncestorOf(QApplication::focusWidget());
}
} // namespace

TEST_CASE("Twelve people are added to a network in six actions", "[few-actions]")
{
    Office office;
    Hands hands;
    hands.type(always(), QStringLiteral("country:FJ"));
    hands.press(office.listHas(12), Qt::Key_Down);
    hands.press(office.isInList(), Qt::Key_A, Qt::ControlModifier);
    hands.then(office.areChosen(12), [&] { office.deed(QStringLiteral("Add 12 people to a network…"))->click(); });
    hands.type(isIn<DeedDialog>, QStringLiteral("Business and rights"));
    hands.press(always(), Qt::Key_Return, Qt::ControlModifier);
    hands.doAll();
    CHECK(office.store().count(Entity::Membership).value() == 15);
    CHECK(office.space().message() == QStringLiteral("Added 12 people to the network “Business and rights”."));
}

TEST_CASE("All focal points are written to in five actions", "[few-actions][mail]")
{
    Office office;
    office.dialogs.saveFile = office.path(QStringLiteral("to all.eml"));
    Hands hands;
    hands.type(always(), QStringLiteral("network:any(role:focal_point)"));
    hands.press(office.listHas(3), Qt::Key_Down);
    hands.press(office.isInList(), Qt::Key_A, Qt::ControlModifier);
    hands.then(office.areChosen(3), [&] { office.deed(QStringLiteral("Write an e-mail to 3 people…"))->click(); });
    hands.press(
        [] {
            const auto* dialog = openDialog<ExportDialog>();
            return isIn<ExportDialog>() && !dialog->isBusy() &&
                   dialog->findChild<QPushButton*>(QStringLiteral("export"))->isEnabled();
        },
        Qt::Key_Return);
    hands.doAll();
    REQUIRE(waitFor([&] { return QFile::exists(office.dialogs.saveFile); }));
    QFile file(office.dialogs.saveFile);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray mail = file.readAll();
    CHECK(mail.count("@example.org>") == 3);
    CHECK(mail.contains("Bcc: \"Given 0 Family\"\r\n <p0@example.org>"));
    CHECK_FALSE(mail.contains("\r\nTo:"));
    CHECK(office.dialogs.suggestions == QStringList{QStringLiteral("E-mail draft.eml")});
}

TEST_CASE("One field is corrected for forty people in six actions", "[few-actions][edit-in-list]")
{
    Office office;
    RecordTable& table = office.people().table();
    office.people().table().showColumns({QStringLiteral("name"), QStringLiteral("place"), QStringLiteral("country")});
    Hands hands;
    hands.type(always(), QStringLiteral("place:Suba"));
    hands.then(office.listHas(40), [&] {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(office.people().list().index(0, 1)).center());
    });
    hands.press(office.isInList(), Qt::Key_A, Qt::ControlModifier);
    hands.press(office.areChosen(40), Qt::Key_F2);
    hands.type(isIn<DeedDialog>, QStringLiteral("Suva"));
    hands.press(always(), Qt::Key_Return, Qt::ControlModifier);
    hands.doAll();
    const auto inSuva = office.store().count(Entity::Person, Where("place", QVariant(QStringLiteral("Suva"))));
    REQUIRE_OK(inSuva);
    CHECK(*inSuva == 40);
    REQUIRE_OK(office.store().undo()); // one change
    CHECK(office.store().count(Entity::Person, Where("place", QVariant(QStringLiteral("Suba")))).value() == 40);
}

TEST_CASE("Those without an e-mail address are found in one action", "[few-actions][search]")
{
    Office office;
    Hands hands;
    hands.type(always(), QStringLiteral("email:none"));
    hands.doAll();
    REQUIRE(waitFor(office.listHas(1)));
    CHECK(office.people().list().index(0, 0).data().toString() == QStringLiteral("Given 7 Family"));
}

TEST_CASE("The list as it stands is printed in three actions", "[few-actions][print]")
{
    Office office;
    Hands hands;
    hands.type(always(), QStringLiteral("country:FJ"));
    hands.press(office.listHas(12), Qt::Key_P, Qt::ControlModifier);
    hands.then(
        [] {
            const auto* dialog = openDialog<ExportDialog>();
            return isIn<ExportDialog>() && !dialog->isBusy() &&
                   dialog->findChild<QPushButton*>(QStringLiteral("print"))->isEnabled();
        },
        [] { openDialog<ExportDialog>()->findChild<QPushButton*>(QStringLiteral("print"))->click(); });
    hands.doAll();
    REQUIRE(waitFor([&] { return !office.dialogs.printed.isEmpty(); }));
    CHECK(office.dialogs.printed == QStringList{QStringLiteral("People")});
    CHECK(office.dialogs.pages.startsWith("%PDF"));
}
