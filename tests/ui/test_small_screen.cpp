// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing that is shown makes the window larger than a small screen: what has no room there is moved up and down.
#include <records/programs.h>
#include <records/workshops.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_fit.h>
#include <support/ui_walk.h>
#include <ui/pages/invitations/invitation_table.h>
#include <ui/pages/invitations/invitations_tab.h>
#include <ui/pages/start/start_page.h>
#include <ui/pages/workshops/workshop_page.h>
#include <ui/pages/workshops/workshop_pane.h>
#include <ui/records/record_page.h>
#include <ui/tables/record_table.h>
#include <ui/vault/new_file_page.h>

#include <QStackedWidget>
#include <QTabWidget>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr QSize Small(1024, 700);

class Least
{
public:
    explicit Least(MainWindow& window) : m_window(window) {}
    void look(const QString& where)
    {
        processPending();
        const QSize least = m_window.minimumSizeHint().expandedTo(m_window.minimumSize());
        const QString line = QStringLiteral("%1: at least %2×%3").arg(where).arg(least.width()).arg(least.height());
        if ((least.width() > Small.width() || least.height() > Small.height()) && !m_faults.contains(line))
            m_faults.append(line);
        if (m_window.size() != Small)
            m_window.resize(Small);
    }
    // Nor is anything cut there.
    void lookWhole(const QString& where)
    {
        look(where);
        processPending();
        for (const QString& fault : roomIn(m_window).faults) {
            if (const QString line = where + QStringLiteral(": ") + fault; !m_faults.contains(line))
                m_faults.append(line);
        }
    }
    void check() const
    {
        INFO(m_faults.join(QLatin1Char('\n')).toStdString());
        CHECK(m_faults.isEmpty());
    }

private:
    MainWindow& m_window;
    QStringList m_faults;
};

// A title that takes several lines.
QString longTitle()
{
    return QStringLiteral("Regional meeting of alumni on business and human rights, land and the rights of indigenous "
                          "peoples in the countries along the river");
}
} // namespace

TEST_CASE("No page or tab makes the window larger than a small screen", "[window][room]")
{
    SampleProgram program(60);
    Least least(*program.window);
    for (const NavigationEntry& entry : program.window->workspace()->entries()) {
        walkPage(*program.window, entry, [&](const QWidget&, const QString& where) { least.look(where); });
        auto* page = qobject_cast<RecordPage*>(program.window->workspace()->currentPage());
        if (!page || page->showsInPlace())
            continue;
        page->table().selectAll();
        least.look(entry.name + QStringLiteral(", several chosen"));
        page->placePane(RecordPage::PanePlace::Below);
        walkPage(*program.window, entry,
                 [&](const QWidget&, const QString& where) { least.look(where + QStringLiteral(", below")); });
        page->placePane(RecordPage::PanePlace::Right);
        if (page->canCreate()) {
            page->createRecord();
            least.look(entry.name + QStringLiteral(", new"));
            page->view().clear();
        }
    }
    least.check();
}

TEST_CASE("No tab of a workshop makes the window larger than a small screen, whoever is on its list", "[window][room]")
{
    SampleProgram program(60);
    Workshop empty;
    empty.title = longTitle();
    empty.place = QStringLiteral("Bangkok");
    Workshop few = empty;
    Person sok = addPerson(*program.window->store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    addRecords(*program.window->store(), empty, few);
    Invitation asked;
    asked.workshop = few.id;
    asked.person = sok.id;
    addRecords(*program.window->store(), asked);
    program.window->workspace()->openPage(QStringLiteral("workshops"));
    auto& pane = qobject_cast<WorkshopPage*>(program.window->workspace()->currentPage())->pane();
    Least least(*program.window);
    std::vector<qint64> workshops = program.first(Entity::Workshop, 6);
    workshops.push_back(empty.id.value);
    workshops.push_back(few.id.value);
    for (const qint64 workshop : workshops) {
        program.window->workspace()->openRecord(Entity::Workshop, workshop);
        for (int tab = 0; tab < pane.tabs().count(); ++tab) {
            pane.tabs().setCurrentIndex(tab);
            least.lookWhole(QStringLiteral("workshop %1, tab %2").arg(workshop).arg(tab));
        }
        // One who declines: a line below asks for a substitute.
        pane.tabs().setCurrentWidget(&pane.invitations());
        InvitationTable& table = pane.invitations().table();
        if (table.model()->rowCount() == 0)
            continue;
        table.selectRow(0);
        QTest::keyClick(&table, Qt::Key_D);
        least.lookWhole(QStringLiteral("workshop %1, declined").arg(workshop));
    }
    least.check();
}

TEST_CASE("No page before a file is open makes the window larger than a small screen", "[window][room]")
{
    SampleProgram program(20);
    Least least(*program.window);
    REQUIRE(program.window->closeFile());
    QStringList recent;
    for (int i = 0; i < 8; ++i)
        recent.append(program.folder.filePath(QStringLiteral("File %1.dtp").arg(i)));
    program.window->startPage().setRecent(recent);
    least.look(QStringLiteral("start"));
    program.window->startPage().showProblem(recent.front(), Error{longTitle() + longTitle(), {}}, {});
    least.look(QStringLiteral("start with a problem"));
    NewFilePage& made = program.window->newFilePage();
    made.ask(recent.front(), NewFilePage::Purpose::NewFile, QStringLiteral("Ana"));
    program.window->findChild<QStackedWidget*>()->setCurrentWidget(&made);
    least.look(QStringLiteral("new file"));
    made.showCode(QStringLiteral("ABCD-EFGH-IJKL-MNOP-QRST-UVWX"), longTitle());
    least.look(QStringLiteral("recovery code"));
    made.forget();
    least.check();
}
