// SPDX-License-Identifier: GPL-3.0-or-later
// A withdrawal that is entered shows at once what is to be recalled, and the tasks are a click away.
#include <records/reports.h>
#include <storage/ledger.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/export/recall_dialog.h>
#include <ui/export/recall_offer.h>

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct RecallWindow : TestWindow {
    RecallWindow()
    {
        dara = addPerson(*store, QStringLiteral("Dara"), QStringLiteral("Sok"));
        answer("publicity", "agreed", QDate(2026, 1, 1));
        Disclosure entry;
        entry.at = QDateTime(QDate(2026, 5, 1), QTime(9, 0));
        entry.what = QStringLiteral("Report as PDF");
        entry.audience = QStringLiteral("public");
        REQUIRE_OK(store->change(QStringLiteral("Export"), [&](ChangeWriter& writer) -> Result<> {
            DTP_TRY(id, writer.insert(entry));
            const std::vector<qint64> people{dara.id.value};
            return addToLedger(writer, id, people, true);
        }));
        new RecallOffer(context, &window);
        window.show();
    }

    void answer(const char* purpose, const char* said, QDate day)
    {
        Consent consent;
        consent.person = dara.id;
        consent.purpose = QLatin1String(purpose);
        consent.answer = QLatin1String(said);
        consent.answeredOn = day;
        REQUIRE_OK(store->change(QStringLiteral("Answer"), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(consent));
            return {};
        }));
    }

    RecallDialog* offered() { return window.findChild<RecallDialog*>(); }

    QWidget window;
    Person dara;
};
} // namespace

TEST_CASE("entering a withdrawal offers the recall of what left, and an agreement does not", "[recall][window]")
{
    RecallWindow test;
    test.answer("newsletter", "refused", QDate(2026, 6, 1));
    test.answer("directory", "agreed", QDate(2026, 6, 1));
    test.answer("publicity", "withdrawn", QDate(2026, 6, 1));
    REQUIRE(waitFor([&] { return test.offered() != nullptr; }));
    CHECK(test.window.findChildren<RecallDialog*>().size() == 1); // the answers are looked at in their order
    CHECK(test.offered()->findChild<QLabel*>(QStringLiteral("recall-sentence"))->text() ==
          QStringLiteral("1 copy left with this person; to be recalled: 1."));

    test.dialogs.saveFile = test.store.path(QStringLiteral("recall-public-2026-06-01.odt"));
    test.offered()->findChild<QPushButton*>(QStringLiteral("recall-letters"))->click();
    CHECK(test.dialogs.errors == QStringList());
    CHECK(QFile::exists(test.dialogs.saveFile));
    test.offered()->findChild<QPushButton*>(QStringLiteral("recall-tasks"))->click();
    REQUIRE(waitFor([&] { return test.offered() == nullptr; }));
    const auto tasks = test.store->find<Task>();
    REQUIRE_OK(tasks);
    REQUIRE(tasks->size() == 1);
    CHECK(tasks->front().title == QStringLiteral("Recall copies: The public"));
    CHECK(test.navigator.told.contains(QStringLiteral("Made 1 task.")));

    // Looked at again, there is nothing to follow any more, and each copy says what, when and for whom apart.
    auto copies = copiesWith(*test.store, test.dara.id);
    REQUIRE_OK(copies);
    RecallDialog again(test.context, test.dara.id, *copies);
    again.show();
    auto* tasksButton = again.findChild<QPushButton*>(QStringLiteral("recall-tasks"));
    CHECK_FALSE(tasksButton->isEnabled());
    CHECK(tasksButton->text() == QStringLiteral("Followed by tasks"));
    CHECK(again.findChild<QPushButton*>(QStringLiteral("recall-letters"))->isEnabled());
    auto* list = again.findChild<QTreeWidget*>();
    QStringList cells;
    for (int column = 0; column < list->columnCount(); ++column)
        cells.append(list->headerItem()->text(column) + QLatin1Char('=') + list->topLevelItem(0)->text(column));
    CHECK(cells == QStringList{QStringLiteral("To do=Recall: there is a task"), QStringLiteral("When=1 May 2026"),
                               QStringLiteral("What=Report as PDF"), QStringLiteral("For whom=The public"),
                               QStringLiteral("File=")});
    CHECK(list->columnWidth(0) > list->fontMetrics().horizontalAdvance(list->topLevelItem(0)->text(0)));
    shoot(again, QStringLiteral("recall"));
}

TEST_CASE("while copies of one person are asked back, a withdrawal of somebody else is offered as well",
          "[recall][window]")
{
    RecallWindow test;
    test.answer("publicity", "withdrawn", QDate(2026, 6, 1));
    REQUIRE(waitFor([&] { return test.offered() != nullptr; }));
    const Person mali = addPerson(*test.store, QStringLiteral("Mali"), QStringLiteral("Chai"));
    Disclosure entry;
    entry.at = QDateTime(QDate(2026, 5, 2), QTime(9, 0));
    entry.what = QStringLiteral("Directory as PDF");
    entry.audience = QStringLiteral("public");
    REQUIRE_OK(test.store->change(QStringLiteral("Export"), [&](ChangeWriter& writer) -> Result<> {
        DTP_TRY(id, writer.insert(entry));
        return addToLedger(writer, id, std::vector<qint64>{mali.id.value}, true);
    }));
    test.dara = mali; // whose answer it is
    test.answer("publicity", "refused", QDate(2026, 6, 1));
    CHECK(waitFor([&] { return test.window.findChildren<RecallDialog*>().size() == 2; }));
}

TEST_CASE("when tasks cannot be read, the recall says so and not that there is none", "[recall][window][reading]")
{
    RecallWindow test;
    test.answer("publicity", "withdrawn", QDate(2026, 6, 1));
    const auto copies = copiesWith(*test.store, test.dara.id);
    REQUIRE_OK(copies);
    loseTable(*test.store, "task");
    QStringList told;
    QObject::connect(&test.store->notifier(), &Notifier::readingFailed, &test.window,
                     [&](const Error& error) { told.append(error.sentence); });
    RecallDialog dialog(test.context, test.dara.id, *copies);
    CHECK(dialog.findChild<QTreeWidget*>()->topLevelItem(0)->text(0) ==
          QStringLiteral("Recall: tasks cannot be read"));
    REQUIRE(told.size() == 1);
    CHECK(told.front().contains(QStringLiteral(" is damaged: ")));
}
