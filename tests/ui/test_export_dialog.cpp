// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/people.h>
#include <records/programs.h>
#include <records/reports.h>
#include <sample/sample.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/export/export_columns.h>
#include <ui/export/export_dialog.h>
#include <ui/records/record_page.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/tables/record_table.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct World : TestWindow {
    World()
    {
        for (const char* name : {"Asha", "Bina", "Chan"})
            people.push_back(addPerson(*store, QString::fromLatin1(name), QStringLiteral("Rai"),
                                       qstrcmp(name, "Chan") == 0 ? QStringLiteral("KH") : QStringLiteral("NP")));
        REQUIRE_OK(store->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
            Consent consent;
            consent.person = people[1].id;
            consent.purpose = QStringLiteral("funders");
            consent.answer = QStringLiteral("agreed");
            consent.answeredOn = QDate(2026, 1, 1);
            DTP_CHECK(writer.insert(consent));
            return {};
        }));
    }

    QString fileText() const
    {
        QFile file(dialogs.saveFile);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    std::vector<Person> people;
};

void wait(const ExportDialog& dialog)
{
    REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
}

QPushButton& exportButton(const ExportDialog& dialog)
{
    auto* found = dialog.findChild<QPushButton*>(QStringLiteral("export"));
    REQUIRE(found);
    return *found;
}

QComboBox& box(const ExportDialog& dialog, const char* name)
{
    auto* found = dialog.findChild<QComboBox*>(QLatin1String(name));
    REQUIRE(found);
    return *found;
}
} // namespace

TEST_CASE("Before anything is written it is said how many leave, and why others do not", "[export-dialog]")
{
    World world;
    ExportDialog dialog(world.context, {QStringLiteral("person")});
    dialog.show();
    wait(dialog);
    CHECK(dialog.previewText() == QStringLiteral("All 3 people will be in the file."));
    CHECK(exportButton(dialog).text() == QStringLiteral("Export 3 people"));
    dialog.choose(QStringLiteral("person"), Audience::Funder, QStringLiteral("csv"));
    wait(dialog);
    shoot(dialog, QStringLiteral("export-people"));
    CHECK(dialog.previewText().startsWith(
        QStringLiteral("Of 3 people, 1 will be in the file; 2 will not: those whom they are about have not agreed, or "
                       "are at risk.\nWithheld for “Funders”: ")));
    CHECK(exportButton(dialog).text() == QStringLiteral("Export 1 person"));
    world.dialogs.saveFile = world.store.path(QStringLiteral("people.csv"));
    exportButton(dialog).click();
    wait(dialog);
    CHECK(world.dialogs.suggestions == QStringList{QStringLiteral("People.csv")});
    CHECK(world.fileText().count(QStringLiteral("\r\n")) == 2);
    CHECK(world.fileText().contains(QStringLiteral("Bina")));
    CHECK(dialog.result() == QDialog::Accepted);
    CHECK(*world.store->count(Entity::Disclosure) == 1);
}

TEST_CASE("A list of any type goes to paper after it was shown, and into the ledger before", "[export-dialog][print]")
{
    World world;
    Organisation river;
    river.name = QStringLiteral("River Watch");
    addRecords(*world.store, river);
    ExportDialog dialog(world.context, {QStringLiteral("organisation")});
    dialog.show();
    wait(dialog);
    auto* print = dialog.findChild<QPushButton*>(QStringLiteral("print"));
    REQUIRE(print);
    REQUIRE(print->isEnabled());
    // Who looks and does not print has given nothing away.
    world.dialogs.answerPrint = false;
    print->click();
    wait(dialog);
    CHECK(world.dialogs.printed == QStringList{QStringLiteral("Organisations")});
    CHECK(world.store->count(Entity::Disclosure).value() == 0);
    CHECK(dialog.isVisible());
    wait(dialog);
    world.dialogs.answerPrint = true;
    print->click();
    REQUIRE(waitFor([&] { return dialog.result() == QDialog::Accepted; }));
    CHECK(world.dialogs.pages.startsWith("%PDF"));
    const auto ledger = world.store->find<Disclosure>();
    REQUIRE_OK(ledger);
    REQUIRE(ledger->size() == 1);
    CHECK(ledger->front().what == QStringLiteral("Organisations on paper"));
    CHECK(ledger->front().file == QStringLiteral("printed"));
    CHECK(ledger->front().audience == QStringLiteral("internal"));
}

TEST_CASE("What can leave stands in groups, what fits the page first, and letters find it", "[export-dialog][keys]")
{
    World world;
    ExportDialog dialog(world.context, {QStringLiteral("organisation")});
    dialog.show();
    QComboBox& what = box(dialog, "what");
    CHECK(what.currentData().toString() == QStringLiteral("organisation"));
    CHECK(what.itemData(1).toString() == QStringLiteral("organisation"));
    QTest::keyClicks(&what, QStringLiteral("sign-in"));
    CHECK(what.currentData().toString() == QStringLiteral("sign-in-sheet"));
    // With Down from the first to the last, passing over headings.
    QTest::keyClick(&what, Qt::Key_Home);
    QStringList keys{what.currentData().toString()};
    for (int i = 0; i < what.count(); ++i) {
        QTest::keyClick(&what, Qt::Key_Down);
        if (what.currentData().toString() != keys.last())
            keys.append(what.currentData().toString());
    }
    CHECK(keys.size() == static_cast<qsizetype>(exportCatalogue().size()));
    CHECK_FALSE(keys.contains(QString()));
    CHECK(what.count() > keys.size()); // there are headings
    wait(dialog);
    ExportDialog ofWorkshop(world.context, {QStringLiteral("workshop")});
    const QComboBox& first = box(ofWorkshop, "what");
    CHECK(first.findData(QStringLiteral("sign-in-sheet")) < first.findData(QStringLiteral("directory")));
    wait(ofWorkshop);
}

TEST_CASE("Everything in the catalogue can be chosen, and says at once what would leave", "[export-dialog]")
{
    World world;
    ExportDialog dialog(world.context, {QStringLiteral("person")});
    dialog.show();
    QComboBox& what = box(dialog, "what");
    for (const auto& one : exportCatalogue()) {
        INFO(one->title().toStdString());
        REQUIRE(what.findData(one->key()) >= 0);
        what.setCurrentIndex(what.findData(one->key()));
        CHECK(what.currentText() == one->title());
        wait(dialog);
        CHECK(box(dialog, "format").count() == static_cast<int>(one->formats().size()));
        CHECK_FALSE(dialog.previewText().isEmpty());
        CHECK_FALSE(dialog.previewText().startsWith(QStringLiteral("Looking")));
    }
    CHECK(world.dialogs.errors.isEmpty());
}

TEST_CASE("Where every column is withheld the dialog says so and writes nothing", "[export-dialog]")
{
    World world;
    ExportDialog dialog(world.context, {QStringLiteral("consent")});
    dialog.show();
    dialog.choose(QStringLiteral("consent"), Audience::Public, QStringLiteral("csv"));
    wait(dialog);
    CHECK(dialog.previewText().startsWith(QStringLiteral("Every column of this list is withheld for “")));
    CHECK_FALSE(exportButton(dialog).isEnabled());
    CHECK(exportButton(dialog).text() == QStringLiteral("Export"));
    dialog.accept(); // also by the keyboard
    CHECK(world.dialogs.suggestions.isEmpty());
}

TEST_CASE("The columns that are ticked are those that leave, with none there is nothing to write", "[export-dialog]")
{
    World world;
    ExportDialog dialog(world.context, {QStringLiteral("person")});
    dialog.show();
    dialog.choose(QStringLiteral("person"), Audience::Internal, QStringLiteral("csv"));
    auto* columns = dialog.findChild<ExportColumns*>();
    REQUIRE(columns);
    CHECK(columns->keys().isEmpty()); // all
    columns->setAll(false);
    wait(dialog);
    CHECK(dialog.previewText() == QStringLiteral("No column is chosen: there is nothing to write."));
    CHECK_FALSE(exportButton(dialog).isEnabled());
    columns->setTicked(QStringLiteral("given_name"), true);
    columns->setTicked(QStringLiteral("country"), true);
    wait(dialog);
    world.dialogs.saveFile = world.store.path(QStringLiteral("names.csv"));
    exportButton(dialog).click();
    wait(dialog);
    CHECK(world.fileText().startsWith(QStringLiteral("Given name,Country\r\nAsha,")));
    // Address cards are made of what cards can hold.
    ExportDialog cards(world.context, {QStringLiteral("person")});
    cards.show();
    CHECK(cards.findChild<ExportColumns*>()->isVisible());
    cards.choose(QStringLiteral("person"), Audience::Internal, QStringLiteral("vcf"));
    CHECK_FALSE(cards.findChild<ExportColumns*>()->isVisible());
    wait(cards);
}

TEST_CASE("The dialog begins with what the page shows: its type, what is chosen, its search, its columns",
          "[export-dialog][window]")
{
    World world;
    QSettings settings(world.store.path(QStringLiteral("window.ini")), QSettings::IniFormat);
    MainWindow window(settings, world.dialogs);
    REQUIRE(window.createFile(world.store.path(QStringLiteral("own.dtp"))));
    REQUIRE_OK(fillWithSample(*window.store(), SampleSize{60, 1990}));
    window.show();
    struct Seen {
        QString what;
        QStringList rows;
        QStringList columns;
        QString preview;
    };
    const auto opened = [&] {
        std::optional<Seen> seen;
        QTimer look;
        look.setInterval(10);
        QObject::connect(&look, &QTimer::timeout, &window, [&] {
            auto* dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget());
            if (!dialog || dialog->isBusy())
                return;
            seen = Seen{box(*dialog, "what").currentText(),
                        {},
                        dialog->findChild<ExportColumns*>()->keys(),
                        dialog->previewText()};
            for (int i = 0; i < box(*dialog, "rows").count(); ++i)
                seen->rows.append(box(*dialog, "rows").itemText(i));
            shoot(*dialog, QStringLiteral("export-from-") + seen->what.toLower());
            dialog->reject();
        });
        look.start();
        window.action(QStringLiteral("export"))->trigger();
        REQUIRE(seen);
        return *seen;
    };
    window.workspace()->openPage(QStringLiteral("home"));
    CHECK(opened().what == QStringLiteral("People"));
    window.workspace()->openPage(QStringLiteral("organisations"));
    auto* page = qobject_cast<RecordPage*>(window.workspace()->currentPage());
    REQUIRE(waitFor([&] { return page->list().isComplete() && page->list().rowCount() > 3; }));
    const Seen whole = opened();
    CHECK(whole.what == QStringLiteral("Organisations"));
    CHECK(whole.rows == QStringList{QStringLiteral("All organisations")});
    CHECK(whole.columns.startsWith(QStringLiteral("name")));
    page->table().selectRow(0);
    page->table().selectionModel()->select(page->list().index(2, 0),
                                           QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const Seen chosen = opened();
    CHECK(chosen.rows.value(0) == QStringLiteral("The 2 that are chosen"));
    CHECK(chosen.preview == QStringLiteral("All 2 organisations will be in the file."));
    window.workspace()->openPage(QStringLiteral("people"), QStringLiteral("country:KH"));
    page = qobject_cast<RecordPage*>(window.workspace()->currentPage());
    REQUIRE(waitFor([&] { return page->list().isComplete() && page->list().rowCount() > 1; }));
    const Seen found = opened();
    CHECK(found.rows == QStringList{QStringLiteral("The list with “country:KH”"), QStringLiteral("All people")});
    CHECK(found.columns.isEmpty()); // all of them
    CHECK(found.preview == QStringLiteral("All %1 people will be in the file.").arg(page->list().rowCount()));
}

TEST_CASE("To whom a copy for outsiders is given is asked, kept in the ledger, and offered the next time",
          "[export-dialog][recall]")
{
    World world;
    {
        ExportDialog dialog(world.context, {QStringLiteral("person")});
        dialog.show();
        wait(dialog);
        auto* recipient = dialog.findChild<QLineEdit*>(QStringLiteral("recipient"));
        REQUIRE(recipient);
        CHECK_FALSE(recipient->isVisible()); // it stays inside
        dialog.choose(QStringLiteral("person"), Audience::Funder, QStringLiteral("csv"));
        wait(dialog);
        REQUIRE(recipient->isVisible());
        recipient->setFocus();
        QTest::keyClicks(recipient, QStringLiteral(" River  Fund "));
        shoot(dialog, QStringLiteral("export-given-to"));
        world.dialogs.saveFile = world.store.path(QStringLiteral("people.csv"));
        exportButton(dialog).click();
        wait(dialog);
    }
    const auto entries = world.store->find<Disclosure>();
    REQUIRE_OK(entries);
    REQUIRE(entries->size() == 1);
    CHECK(entries->front().recipient == QStringLiteral("River Fund"));

    ExportDialog again(world.context, {.key = QStringLiteral("person"), .audience = Audience::Funder});
    again.show();
    wait(again);
    auto* recipient = again.findChild<QLineEdit*>(QStringLiteral("recipient"));
    REQUIRE(recipient);
    CHECK(recipient->text().isEmpty());
    QCompleter* offered = recipient->completer();
    REQUIRE(offered);
    offered->setCompletionPrefix(QStringLiteral("fund"));
    CHECK(offered->completionCount() == 1);
    CHECK(offered->currentCompletion() == QStringLiteral("River Fund"));
}
