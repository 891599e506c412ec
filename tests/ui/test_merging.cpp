// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/forms/form_state.h>
#include <ui/merging/merge_dialog.h>
#include <ui/merging/merge_model.h>
#include <ui/models/discretion.h>
#include <ui/widgets/theme.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct MergeWindow : TestWindow {
    Person stays = addPerson(*store, QStringLiteral("Dara"), QStringLiteral("Sok"), QStringLiteral("KH"));
    Person goes = addPerson(*store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("TH"));

    MergeWindow()
    {
        applyTheme(*qApp, ThemeChoice::Light);
        goes.safetyLevel = QStringLiteral("at_risk");
        ContactPoint mail;
        mail.person = goes.id;
        mail.kind = QStringLiteral("email");
        mail.value = QStringLiteral("dara@mail.example");
        REQUIRE_OK(store->change(QStringLiteral("Edit"), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(mail));
            return writer.update(goes);
        }));
    }
    std::vector<qint64> both() const { return {stays.id.value, goes.id.value}; }
    MergePlan plan()
    {
        auto planned = planMerge(*store, both());
        REQUIRE_OK(planned);
        return *planned;
    }
};

// "✓ Cambodia | Thailand | Cambodia"
QString rowOf(QTableView& table, const QString& label)
{
    const QAbstractItemModel& model = *table.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.headerData(row, Qt::Vertical).toString() != label)
            continue;
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        return cells.join(QStringLiteral(" | "));
    }
    return {};
}

// Answers the dialog that opens next.
void whenOpen(const std::function<void(MergeDialog&)>& deed)
{
    QTimer::singleShot(0, qApp, [deed] {
        auto* dialog = qobject_cast<MergeDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog);
        deed(*dialog);
    });
}
} // namespace

TEST_CASE("Two records are merged by keyboard, as one chooses, and the one that stays is opened", "[window][merge]")
{
    MergeWindow window;
    whenOpen([](MergeDialog& dialog) {
        QTableView& table = dialog.table();
        CHECK(rowOf(table, QStringLiteral("Country")) == QStringLiteral("✓ Cambodia | Thailand | Cambodia"));
        while (table.model()->headerData(table.currentIndex().row(), Qt::Vertical).toString() !=
               QStringLiteral("Country"))
            QTest::keyClick(&table, Qt::Key_Down);
        QTest::keyClick(&table, Qt::Key_Right);
        QTest::keyClick(&table, Qt::Key_Space);
        CHECK(rowOf(table, QStringLiteral("Country")) == QStringLiteral("Cambodia | ✓ Thailand | Thailand"));
        shoot(dialog, QStringLiteral("merge"));
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    });
    askMerge(window.context, nullptr, window.both());
    REQUIRE(window.dialogs.errors.isEmpty());
    CHECK(window.store->count(Entity::Person).value() == 1);
    CHECK(window.store->get(window.stays.id)->country == QStringLiteral("TH"));
    CHECK(window.navigator.told.last() == QStringLiteral("Merged 2 people into “Dara Sok”."));
    CHECK(window.navigator.opened.back() == std::pair(Entity::Person, window.stays.id.value));
    REQUIRE_OK(window.store->undo());
    CHECK(window.store->count(Entity::Person).value() == 2);
}

TEST_CASE("What is taken is proposed again from the last column, and a click takes as Space does", "[window][merge]")
{
    MergeWindow window;
    MergeDialog dialog(window.context, window.plan());
    dialog.show();
    QTableView& table = dialog.table();
    const auto click = [&](int row, int column) {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(table.model()->index(row, column)).center());
    };
    click(0, 1);
    CHECK(rowOf(table, QStringLiteral("Given name")) == QStringLiteral("Dara | ✓ Sok | Sok"));
    CHECK(dialog.typed() == QVariantList{QStringLiteral("given_name=1")});
    click(0, 2);
    CHECK(rowOf(table, QStringLiteral("Given name")) == QStringLiteral("✓ Dara | Sok | Dara"));
    CHECK(dialog.typed().isEmpty());
    MergeDialog again(window.context, window.plan()); // as after unlocking
    again.putBack({QStringLiteral("given_name=1")});
    CHECK(rowOf(again.table(), QStringLiteral("Given name")) == QStringLiteral("Dara | ✓ Sok | Sok"));
}

TEST_CASE("Safety is covered in a merge until it is asked for, and cannot be chosen", "[window][merge][privacy]")
{
    MergeWindow window;
    MergeDialog dialog(window.context, window.plan());
    dialog.show();
    CHECK(rowOf(dialog.table(), QStringLiteral("Safety")) == QStringLiteral("••• | ••• | •••"));
    dialog.findChild<QCheckBox*>()->click();
    CHECK(rowOf(dialog.table(), QStringLiteral("Safety")) == QStringLiteral("No special care | ✓ At risk | At risk"));
    auto* model = dialog.findChild<MergeModel*>();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->headerData(row, Qt::Vertical, Qt::DisplayRole).toString() == QStringLiteral("Safety"))
            CHECK_FALSE(model->take(model->index(row, 0)));
    }
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
}

TEST_CASE("In discreet mode a merge names nobody who needs care", "[window][merge][discreet]")
{
    MergeWindow window;
    Discretion::attachedTo(*window.store).set(true);
    MergeDialog dialog(window.context, window.plan());
    dialog.show();
    QTableView& table = dialog.table();
    QStringList words{table.model()->headerData(1, Qt::Horizontal).toString()};
    for (int row = 0; row < table.model()->rowCount(); ++row)
        words.append(table.model()->index(row, 1).data().toString());
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        words.append(label->text());
    CHECK(words.filter(QStringLiteral("Sok")).isEmpty());
    CHECK(table.model()->headerData(0, Qt::Horizontal).toString() == QStringLiteral("••• (stays)"));
    CHECK(rowOf(dialog.table(), QStringLiteral("Given name")).count(QStringLiteral("•••")) == 3);
    CHECK_FALSE(dialog.findChild<QCheckBox*>()->isEnabled());
}

TEST_CASE("Return alone merges nobody, and what was uncovered is not kept over locking", "[window][merge]")
{
    MergeWindow window;
    MergeDialog dialog(window.context, window.plan());
    dialog.show();
    QTest::keyClick(&dialog.table(), Qt::Key_Return);
    QTest::keyClick(dialog.findChild<QCheckBox*>(), Qt::Key_Return);
    CHECK(dialog.isVisible());
    dialog.findChild<QCheckBox*>()->click();
    MergeDialog again(window.context, window.plan());
    putBack(again, formState(dialog));
    CHECK_FALSE(again.findChild<QCheckBox*>()->isChecked());
}

TEST_CASE("Escape asks before choices of a merge are lost, and one person alone is told why not", "[window][merge]")
{
    MergeWindow window;
    window.dialogs.answerConfirm = false;
    MergeDialog dialog(window.context, window.plan());
    dialog.show();
    QTest::keyClick(&dialog.table(), Qt::Key_Right);
    QTest::keyClick(&dialog.table(), Qt::Key_Space);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    CHECK(dialog.isVisible());
    CHECK(window.dialogs.confirms.size() == 1);
    askMerge(window.context, nullptr, {window.stays.id.value});
    CHECK(window.dialogs.errors == QStringList{QStringLiteral("Choose two or more people who are one.")});
}
