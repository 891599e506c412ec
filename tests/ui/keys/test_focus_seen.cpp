// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever goes by Tab sees where: on every page and tab, in every dialog, in a message at the foot.
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_focus.h>
#include <support/ui_walk.h>
#include <ui/pages/start/start_page.h>
#include <ui/vault/new_file_page.h>
#include <ui/widgets/message_bar.h>
#include <ui/widgets/theme.h>

#include <QApplication>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QVBoxLayout>

using namespace dtp;
using namespace dtp::test;

namespace
{
void check(QStringList faults)
{
    faults.removeDuplicates();
    INFO(faults.join(QLatin1Char('\n')).toStdString());
    CHECK(faults.isEmpty());
}

void activate(QWidget& window)
{
    window.activateWindow();
    REQUIRE(waitFor([&window] { return QApplication::activeWindow() == &window; }));
    REQUIRE(waitFor([] { return QApplication::focusWidget() != nullptr; }));
}
} // namespace

TEST_CASE("Every stop of Tab on a page is seen", "[window][keys][focus]")
{
    SampleProgram program(60);
    activate(*program.window);
    QStringList faults;
    for (const NavigationEntry& entry : program.window->workspace()->entries()) {
        walkPage(*program.window, entry, [&](QWidget& window, const QString& where) {
            program.window->workspace()->currentPage()->takeFocus();
            for (const QString& fault : unseenStops(window))
                faults.append(where + QStringLiteral(": ") + fault);
        });
    }
    check(faults);
}

TEST_CASE("Every stop of Tab in a dialog is seen", "[window][keys][focus]")
{
    SampleProgram program(60);
    QStringList faults;
    walkDialogs(program, [&](QWidget& dialog, const QString& where) {
        activate(dialog);
        for (const QString& fault : unseenStops(dialog))
            faults.append(where + QStringLiteral(": ") + fault);
    });
    check(faults);
}

TEST_CASE("Every stop of Tab is seen before a file is open", "[window][keys][focus]")
{
    SampleProgram program(20);
    REQUIRE(program.window->closeFile());
    program.window->startPage().setRecent({program.file, program.folder.filePath(QStringLiteral("Other.dtp"))});
    activate(*program.window);
    check(unseenStops(*program.window));
    NewFilePage& made = program.window->newFilePage();
    made.ask(program.file, NewFilePage::Purpose::NewFile, QStringLiteral("Ana"));
    program.window->findChild<QStackedWidget*>()->setCurrentWidget(&made);
    activate(*program.window);
    check(unseenStops(*program.window));
    made.showCode(QStringLiteral("ABCD-EFGH"), {});
    activate(*program.window);
    check(unseenStops(*program.window));
    made.forget();
}

TEST_CASE("A button that has the keys shows it, however it got them and whatever it is like", "[keys][focus]")
{
    applyTheme(*qApp, ThemeChoice::Light);
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* line = new QLineEdit(&window);
    auto* button = new QPushButton(QStringLiteral("Add"), &window);
    column->addWidget(line);
    column->addWidget(button);
    window.show();
    activate(window);
    for (const bool isFlat : {false, true}) {
        for (const bool isPrimary : {false, true}) {
            INFO(isFlat << isPrimary);
            button->setFlat(isFlat);
            button->setProperty("primary", isPrimary);
            line->setFocus();
            const QImage without = button->grab().toImage();
            button->setFocus(Qt::OtherFocusReason);
            CHECK(button->grab().toImage() != without);
        }
    }
}

TEST_CASE("The buttons of a message at the foot show which of them has the keys", "[window][keys][focus]")
{
    SampleProgram program(20);
    activate(*program.window);
    Person person = addPerson(*program.window->store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    program.window->workspace()->tell(QStringLiteral("Added Sok Dara."));
    auto* bar = program.window->findChild<MessageBar*>();
    REQUIRE(bar);
    const auto buttons = bar->findChildren<QPushButton*>();
    REQUIRE(buttons.size() == 2);
    for (QPushButton* button : buttons) {
        INFO(button->text().toStdString());
        button->setFocus(Qt::TabFocusReason);
        REQUIRE(QApplication::focusWidget() == button);
        const QImage with = bar->grab().toImage();
        button->clearFocus();
        CHECK(bar->grab().toImage() != with);
    }
}
