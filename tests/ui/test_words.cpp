// SPDX-License-Identifier: GPL-3.0-or-later
// The words of lists, changed in the window.
#include <records/people.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_program.h>
#include <support/ui_window.h>
#include <ui/settings/words_dialog.h>
#include <ui/shell/main_window.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct OpenWords : TestWindow {
    WordsDialog dialog{*store, dialogs, QStringLiteral("skills")};
    QTableWidget& table = *dialog.findChild<QTableWidget*>();

    OpenWords() { dialog.show(); }
    QPushButton& button(const char* name) const
    {
        auto* found = dialog.findChild<QPushButton*>(QLatin1String(name));
        REQUIRE(found);
        return *found;
    }
    QString said() const { return dialog.findChild<QLabel*>(QStringLiteral("said"))->text(); }
    void add(const char* word)
    {
        dialogs.text = QLatin1String(word);
        QTest::mouseClick(&button("add-word"), Qt::LeftButton);
        REQUIRE(said() == QStringLiteral("Added “%1”.").arg(QLatin1String(word)));
    }
    QString current() const { return table.item(table.currentRow(), 0)->text(); }
    void choose(const char* word)
    {
        const auto found = table.findItems(QLatin1String(word), Qt::MatchExactly);
        REQUIRE(found.size() == 1);
        table.setCurrentItem(found.front());
    }
    // Answers the question for the other word by typing it.
    void putTogetherWith(const char* other)
    {
        bool wasThere = false;
        QTimer drive;
        QObject::connect(&drive, &QTimer::timeout, &drive, [&] {
            auto* ask = dialog.findChild<QDialog*>(QStringLiteral("other-word"));
            if (!ask || wasThere)
                return;
            wasThere = true;
            auto* box = ask->findChild<QComboBox*>();
            auto* put = ask->findChild<QPushButton*>(QStringLiteral("put-together"));
            CHECK_FALSE(put->isEnabled());
            shoot(*ask, QStringLiteral("words-together"));
            QTest::keyClicks(box, QLatin1String(other));
            CHECK(put->isEnabled());
            QTest::mouseClick(put, Qt::LeftButton);
        });
        drive.start(5);
        QTest::mouseClick(&button("merge-word"), Qt::LeftButton);
        REQUIRE(wasThere);
    }
};
} // namespace

TEST_CASE("Words are added, called otherwise and put together in the window, and taken back", "[words][window]")
{
    OpenWords words;
    const Person dara = addPerson(*words.store, QStringLiteral("Dara"), QStringLiteral("Sok"));
    words.add("Kite making");
    words.add("Kite flying");
    CHECK(words.current() == QStringLiteral("Kite flying"));
    PersonSkill skill;
    skill.person = dara.id;
    skill.skill = QStringLiteral("kite_making");
    addRecords(*words.store, skill);

    words.choose("Kite making");
    words.putTogetherWith("kite flying");
    CHECK(words.said() == QStringLiteral("“Kite making” is “Kite flying” now. Records that held it: 1."));
    CHECK(words.current() == QStringLiteral("Kite flying"));
    CHECK(words.table.item(words.table.currentRow(), 1)->text() == QStringLiteral("1"));
    CHECK_FALSE(words.button("remove-word").isEnabled()); // a record holds it
    shoot(words.dialog, QStringLiteral("words"));

    words.dialogs.text = QStringLiteral("Kites");
    words.dialog.activateWindow();
    words.table.setFocus();
    REQUIRE(waitFor([&] { return words.table.hasFocus(); }));
    QTest::keyClick(&words.table, Qt::Key_F2);
    CHECK(words.said() == QStringLiteral("“Kite flying” is called “Kites” now."));
    CHECK(words.current() == QStringLiteral("Kites"));
    CHECK(words.store->find<PersonSkill>()->front().skill == QStringLiteral("kite_flying"));

    for (const char* undone : {"Call “Kite flying” “Kites”", "Put “Kite making” together with “Kite flying”",
                               "Add the word “Kite flying”", "Add the word “Kite making”"}) {
        if (qstrcmp(undone, "Add the word “Kite flying”") == 0) {
            CHECK_FALSE(words.button("undo-word").isEnabled()); // the skill was given outside of the dialog
            REQUIRE_OK(words.store->undo());
            words.choose("Kite making");
        }
        QTest::mouseClick(&words.button("undo-word"), Qt::LeftButton);
        CHECK(words.said() == QStringLiteral("Undone: %1.").arg(QString::fromUtf8(undone)));
    }
    CHECK_FALSE(words.button("undo-word").isEnabled()); // what was done before is not the dialog's
    CHECK(words.dialogs.errors.isEmpty());
}

TEST_CASE("A word that is called so already is refused with a sentence, and nothing is changed", "[words][window]")
{
    OpenWords words;
    words.add("Kite making");
    const int rows = words.table.rowCount();
    words.dialogs.text = QStringLiteral("KITE MAKING");
    QTest::mouseClick(&words.button("add-word"), Qt::LeftButton);
    REQUIRE(words.dialogs.errors.size() == 1);
    CHECK(words.dialogs.errors.front() ==
          QStringLiteral("“KITE MAKING” is “Kite making” already. Choose another word, or put the two together."));
    CHECK(words.table.rowCount() == rows);
}

TEST_CASE("Of words that mean something to the program only what they are called can be changed", "[words][window]")
{
    OpenWords words;
    auto* lists = words.dialog.findChild<QComboBox*>(QStringLiteral("lists"));
    REQUIRE(lists);
    lists->setCurrentIndex(lists->findData(QStringLiteral("skill_levels")));
    for (const char* name : {"add-word", "merge-word", "remove-word"})
        CHECK_FALSE(words.button(name).isEnabled());
    CHECK(words.button("rename-word").isEnabled());
    CHECK(words.said() == QStringLiteral("The program itself knows what these words mean: they can only be called "
                                         "otherwise."));
}

TEST_CASE("The words are reached from the menu", "[words][window]")
{
    Program program;
    program.create();
    program.window.show();
    bool wasThere = false;
    QTimer drive;
    QObject::connect(&drive, &QTimer::timeout, &drive, [&] {
        if (auto* dialog = qobject_cast<WordsDialog*>(QApplication::activeModalWidget())) {
            wasThere = true;
            dialog->reject();
        }
    });
    drive.start(5);
    program.window.action(QStringLiteral("words"))->trigger();
    CHECK(wasThere);
}
