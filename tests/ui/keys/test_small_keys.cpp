// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of which one expects that they do something.
#include <deeds/deed.h>
#include <records/people.h>
#include <support/add_records.h>
#include <support/ui_program.h>
#include <support/ui_walk.h>
#include <ui/records/deed_dialog.h>
#include <ui/records/record_form.h>
#include <ui/records/record_pane.h>
#include <ui/records/related_list.h>
#include <ui/tables/cell_editor.h>
#include <ui/tables/choice_popup.h>
#include <ui/tables/filter_bar.h>
#include <ui/tables/record_table.h>
#include <ui/vault/recovery_code_view.h>
#include <ui/widgets/field_editor.h>
#include <ui/widgets/theme.h>

#include <QApplication>
#include <QCheckBox>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSet>
#include <QTabWidget>
#include <QTest>
#include <algorithm>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

void press(Qt::Key key, Qt::KeyboardModifiers with = {})
{
    QTest::keyClick(QApplication::focusWidget(), key, with);
}

void activate(QWidget& window)
{
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
}

struct Office : Program {
    Person sok;
    Office()
    {
        applyTheme(*qApp, ThemeChoice::Light);
        create();
        sok = addPerson(store(), s("Sok"), s("Dara"), s("TH"));
        activate(window);
        REQUIRE(waitFor([&] { return people().list().rowCount() == 1; }));
    }
};
} // namespace

TEST_CASE("Tab goes through the page of the recovery code as one reads it, and a hint says what is to be done",
          "[keys][vault]")
{
    RecordingDialogs dialogs;
    RecoveryCodeView view(dialogs);
    view.showCode(s("/tmp/own.dtp"), s("ABCD-EFGH"));
    view.show();
    activate(view);
    view.findChild<QPushButton*>(s("print"))->setFocus();
    QStringList names;
    for (int i = 0; i < 3; ++i) {
        names.append(QApplication::focusWidget()->objectName());
        press(Qt::Key_Tab);
    }
    CHECK(names == QStringList{s("print"), s("save"), s("kept")});
    const auto* hint = view.findChild<QLabel*>(s("hint"));
    REQUIRE(hint);
    CHECK(hint->isVisible());
    CHECK(hint->text().contains(s("save it")));
}

TEST_CASE("F2 on a country takes the one that what was typed can mean, by Return and by Tab", "[keys][edit-in-list]")
{
    for (const Qt::Key leave : {Qt::Key_Return, Qt::Key_Tab}) {
        Office office;
        RecordTable& table = office.people().table();
        const auto& columns = office.people().list().columns();
        int column = 0;
        while (columns[static_cast<size_t>(column)].key != s("country"))
            ++column;
        table.setFocus();
        table.setCurrentIndex(office.people().list().index(0, column));
        press(Qt::Key_F2);
        const auto* cell = table.findChild<CellEditor*>();
        REQUIRE(cell);
        REQUIRE(cell->isOpen());
        press(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), s("cambo"));
        press(leave);
        if (cell->isOpen() && leave == Qt::Key_Return)
            press(leave); // the first took it from the list
        CHECK(office.store().get(office.sok.id)->country == s("KH"));
    }
}

TEST_CASE("What was typed of a choice is saved as what it can only mean, while one is still in the field",
          "[keys][form]")
{
    Office office;
    office.people().showRecord(office.sok.id.value);
    RecordForm& form = office.people().pane().form();
    auto* country = form.findChild<QLineEdit*>(s("country"));
    REQUIRE(country);
    country->setFocus();
    country->selectAll();
    QTest::keyClicks(country, s("cambo"));
    CHECK(form.save());
    CHECK(office.store().get(office.sok.id)->country == s("KH"));
}

TEST_CASE("In a long list of a filter Space ticks the row to which one has gone, and is typed before",
          "[keys][filter]")
{
    std::vector<CountedChoice> choices;
    for (int i = 0; i < 12; ++i)
        choices.push_back({{QString::number(i), QStringLiteral("Place of %1").arg(i), {}, {}}, 1});
    QStringList ticked;
    QWidget owner;
    owner.show();
    auto* popup = new ChoicePopup(
        choices, {}, [&](const QString& code, bool isTicked) { ticked.append(isTicked ? code : s("-")); }, &owner);
    popup->show();
    auto* line = popup->findChild<QLineEdit*>();
    REQUIRE(line->isVisible());
    QTest::keyClicks(line, s("of "));
    CHECK(line->text() == s("of "));
    QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(line, Qt::Key_Space);
    CHECK(ticked == QStringList{s("1")});
    CHECK(line->text() == s("of "));
    delete popup;
}

namespace
{
QSet<QChar> lettersIn(const QMenu& menu)
{
    QSet<QChar> letters;
    for (const QAction* action : menu.actions()) {
        if (const QKeySequence key = QKeySequence::mnemonic(action->text()); action->isVisible() && !key.isEmpty())
            letters.insert(QChar(key[0].key()).toUpper());
    }
    return letters;
}

// In a long menu there may be none that does not choose something else.
bool hasFreeLetter(const QString& words, const QSet<QChar>& taken)
{
    return std::any_of(words.begin(), words.end(), [&taken](QChar letter) {
        return letter.isLetterOrNumber() && !taken.contains(letter.toUpper());
    });
}

// What is shown of a menu, with the menus in it.
void lookFor(QMenu& menu, const QString& where, QStringList& without)
{
    menu.ensurePolished();
    Q_EMIT menu.aboutToShow();
    const QSet<QChar> taken = lettersIn(menu);
    for (QAction* action : menu.actions()) {
        if (!action->isVisible() || action->isSeparator())
            continue;
        const QString line = where + s(": ") + menu.title() + s(" > ") + action->text();
        if (QKeySequence::mnemonic(action->text()).isEmpty() && hasFreeLetter(action->text(), taken) &&
            !without.contains(line))
            without.append(line);
        if (action->menu())
            lookFor(*action->menu(), where, without);
    }
    Q_EMIT menu.aboutToHide();
}
} // namespace

TEST_CASE("A letter chooses each entry of each menu, as long as there are letters", "[window][keys][menus]")
{
    SampleProgram program(60);
    QStringList without;
    for (const NavigationEntry& entry : program.window->workspace()->entries()) {
        walkPage(*program.window, entry, [&](const QWidget& window, const QString& where) {
            std::vector<QPointer<QMenu>> menus;
            for (const QPushButton* button : window.findChildren<QPushButton*>()) {
                if (button->menu() && button->isVisible())
                    menus.emplace_back(button->menu());
            }
            for (const QAction* action : program.window->menuBar()->actions())
                menus.emplace_back(action->menu());
            for (const QPointer<QMenu>& menu : menus) {
                if (menu)
                    lookFor(*menu, where, without);
            }
        });
    }
    INFO(without.join(QLatin1Char('\n')).toStdString());
    CHECK(without.isEmpty());
}

TEST_CASE("A menu gives letters that are free, keeps those that entries have, and takes its own back", "[keys][menus]")
{
    Office office; // whose window watches the keys
    QMenu menu;
    for (const char* words : {"Cambodia", "&Copy", "Chad", "Tom && Ann\tCtrl+T", "ក"})
        menu.addAction(s(words));
    menu.ensurePolished();
    const auto words = [&menu] {
        QStringList all;
        for (const QAction* action : menu.actions())
            all.append(action->text());
        return all;
    };
    const QStringList before = words();
    for (int i = 0; i < 2; ++i) {
        Q_EMIT menu.aboutToShow();
        CHECK(words() == QStringList{s("C&ambodia"), s("&Copy"), s("C&had"), s("&Tom && Ann\tCtrl+T"), s("&ក")});
    }
    menu.actions().front()->setText(s("Laos"));
    Q_EMIT menu.aboutToHide();
    CHECK(words() == QStringList{s("Laos"), s("&Copy"), s("Chad"), s("Tom && Ann\tCtrl+T"), s("ក")});
}

TEST_CASE("In a menu one entry gives its letter up to another that has no other, and no letter is given twice",
          "[keys][menus]")
{
    Office office; // whose window watches the keys
    QMenu menu;
    for (const char* words : {"Ab", "A", "B"})
        menu.addAction(s(words));
    menu.ensurePolished();
    Q_EMIT menu.aboutToShow();
    QStringList words;
    for (const QAction* action : menu.actions())
        words.append(action->text());
    CHECK(words == QStringList{s("A&b"), s("&A"), s("B")});
}

TEST_CASE("An icon is seen on the entry of a menu where one is", "[keys][menus][theme]")
{
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(*qApp, choice);
        const ThemeColours& c = themeColours();
        QPixmap ink(16, 16);
        ink.fill(c.text); // as icons are
        QMenu menu;
        QAction* action = menu.addAction(QIcon(ink), s("Copy"));
        menu.popup({});
        menu.setActiveAction(action);
        const QRect place = menu.actionGeometry(action);
        const QImage picture = menu.grab().toImage();
        const QColor ground = picture.pixelColor(place.right() - 4, place.center().y());
        CHECK(ground == c.accentSoft);
        CHECK(std::abs(ground.lightnessF() - c.text.lightnessF()) > 0.4);
        menu.hide();
    }
    applyTheme(*qApp, ThemeChoice::Light);
}

namespace
{
RelatedList& contactsOf(Office& office)
{
    office.people().showRecord(office.sok.id.value);
    auto* tabs = office.people().pane().findChild<QTabWidget*>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        for (RelatedList* list : office.people().pane().findChildren<RelatedList*>()) {
            if (list->child() == Entity::ContactPoint && list->isVisible())
                return *list;
        }
    }
    FAIL("no contacts");
    throw 0;
}
} // namespace

TEST_CASE("Escape closes what was opened to be entered, and asks when something was typed", "[keys][form]")
{
    Office office;
    RelatedList& contacts = contactsOf(office);
    const auto form = [&contacts] { return contacts.findChild<RecordForm*>(); };
    contacts.add();
    REQUIRE(form()->isVisible());
    press(Qt::Key_Escape);
    CHECK_FALSE(form()->isVisible());
    CHECK(office.dialogs.confirms.isEmpty());
    contacts.add();
    auto* value = form()->findChild<QLineEdit*>(s("value"));
    REQUIRE(value);
    value->setFocus();
    QTest::keyClicks(value, s("dara@example.org"));
    office.dialogs.answerConfirm = false;
    press(Qt::Key_Escape);
    CHECK(office.dialogs.confirms.size() == 1);
    CHECK(form()->isVisible());
    CHECK(value->text() == s("dara@example.org"));
    office.dialogs.answerConfirm = true;
    press(Qt::Key_Escape);
    CHECK_FALSE(form()->isVisible());
    CHECK(office.store().count(Entity::ContactPoint).value() == 0);
}

TEST_CASE("Escape gives up a new record, and asks when something was typed", "[keys][form]")
{
    Office office;
    RecordPage& page = office.people();
    page.createRecord();
    REQUIRE(page.view().isNew());
    press(Qt::Key_Escape);
    CHECK_FALSE(page.view().isNew());
    CHECK(office.dialogs.confirms.isEmpty());
    page.createRecord();
    QTest::keyClicks(QApplication::focusWidget(), s("Mei"));
    office.dialogs.answerConfirm = false;
    press(Qt::Key_Escape);
    CHECK(page.view().isNew());
    office.dialogs.answerConfirm = true;
    press(Qt::Key_Escape);
    CHECK_FALSE(page.view().isNew());
    CHECK(office.store().count(Entity::Person).value() == 1);
}

TEST_CASE("Escape in what a deed asks closes it, and asks when something was typed", "[keys][deeds]")
{
    Office office;
    const Deed& deed = *deedOf(s("log-contact"));
    DeedDialog dialog(office.space().context(), deed,
                      deed.begin(office.store(), Entity::Person, {office.sok.id.value}), &office.window);
    dialog.show();
    activate(dialog);
    auto* line = dialog.findChild<QLineEdit*>();
    REQUIRE(line);
    line->setFocus();
    QTest::keyClicks(line, s("x"));
    office.dialogs.answerConfirm = false;
    QTest::keyClick(line, Qt::Key_Escape); // closes what is offered for it, where something is
    if (office.dialogs.confirms.isEmpty())
        QTest::keyClick(line, Qt::Key_Escape);
    CHECK(office.dialogs.confirms.size() == 1);
    CHECK(dialog.isVisible());
    office.dialogs.answerConfirm = true;
    QTest::keyClick(line, Qt::Key_Escape);
    CHECK_FALSE(dialog.isVisible());
}

TEST_CASE("What is wrong in the dialog of a deed is read whole, and squeezes nothing", "[keys][deeds][room]")
{
    Office office;
    for (const char* key : {"open-case", "log-contact", "make-task"}) {
        const Deed* deed = deedOf(QLatin1String(key));
        if (!deed)
            continue;
        INFO(key);
        DeedDialog dialog(office.space().context(), *deed,
                          deed->begin(office.store(), Entity::Person, {office.sok.id.value}), &office.window);
        dialog.show();
        activate(dialog);
        processPending();
        dialog.accept(); // what is required is not said
        processPending();
        if (!dialog.isVisible())
            continue;
        for (const QLabel* label : dialog.findChildren<QLabel*>()) {
            INFO(label->text().toStdString());
            if (label->isVisible() && label->wordWrap())
                CHECK(label->height() >= label->heightForWidth(label->width()));
        }
        for (const QLineEdit* line : dialog.findChildren<QLineEdit*>())
            CHECK(line->height() >= line->minimumSizeHint().height());
    }
}
