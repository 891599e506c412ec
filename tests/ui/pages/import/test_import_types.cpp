// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_window.h"

#include <records/people.h>
#include <records/programs.h>
#include <records/reports.h>
#include <ui/models/import_models.h>
#include <ui/pages/import/import_columns_step.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QTableWidget>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString written(const TestWindow& window, const char* name, const QByteArray& content)
{
    QFile file(window.store.path(QLatin1String(name)));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return file.fileName();
}

bool says(const QWidget& dialog, const QString& words)
{
    const auto labels = dialog.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->text().contains(words); });
}

QStringList reasons(const QWidget& dialog)
{
    const auto* model = dialog.findChild<PlannedRowsModel*>();
    QStringList all;
    for (int row = 0; row < model->rowCount(); ++row)
        all.append(QString(model->index(row, PlannedRowsModel::FateColumn).data().toString() + QLatin1Char(' ') +
                           model->index(row, PlannedRowsModel::NameColumn).data().toString() + QStringLiteral(": ") +
                           model->index(row, PlannedRowsModel::ReasonColumn).data().toString()));
    return all;
}

const QByteArray organisations = "Name,Acronym,Country,Colour of the door\n"
                                 "Centre for Land,CfL,KH,green\n"
                                 "Migrant Forum,,Philippines,\n"
                                 ",XX,TH,red\n";
} // namespace

TEST_CASE("Organisations are imported in the same four steps, as one change", "[import-dialog][import-types]")
{
    TestWindow window;
    Organisation known;
    known.name = QStringLiteral("Migrant Forum");
    REQUIRE_OK(window.store->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(known));
        return {};
    }));
    const QString before = contentOf(*window.store);
    ImportDialog dialog(window.context, written(window, "partners.csv", organisations), Entity::Organisation);
    CHECK(dialog.windowTitle() == QStringLiteral("Import organisations from a spreadsheet"));
    goToPreview(dialog);
    shoot(dialog, QStringLiteral("import-organisations-preview"));
    CHECK(reasons(dialog) == QStringList{QStringLiteral("New Centre for Land: Not known yet."),
                                         QStringLiteral("Updated Migrant Forum: Known already; adds Country."),
                                         QStringLiteral("Set aside : Name is missing.")});
    CHECK(dialog.findChild<PlannedRowsModel*>()->headerData(PlannedRowsModel::NameColumn, Qt::Horizontal,
                                                            Qt::DisplayRole) == QStringLiteral("Organisation"));
    CHECK(button(dialog, "chip-joined")->text() == QStringLiteral("1 updated"));
    CHECK(button(dialog, "chip-rejected")->text() == QStringLiteral("1 set aside"));
    CHECK(button(dialog, "next")->text() == QStringLiteral("&Import 2 organisations"));
    CHECK(contentOf(*window.store) == before);
    QTest::keyClick(&dialog, Qt::Key_Return);
    waitUntilIdle(dialog);
    REQUIRE(window.dialogs.errors.isEmpty());
    CHECK(says(dialog, QStringLiteral("2 organisations imported")));
    CHECK(window.store->nextUndo()->sentence == QStringLiteral("Import 2 organisations from partners.csv"));
    CHECK(*window.store->count(Entity::Organisation) == 2);
    window.dialogs.saveFile = window.store.path(QStringLiteral("rejected.csv"));
    button(dialog, "saveRejected")->click();
    QFile rejected(window.dialogs.saveFile);
    REQUIRE(rejected.open(QIODevice::ReadOnly));
    CHECK(rejected.readAll().contains("XX"));
    button(dialog, "undoImport")->click();
    QStringList after = contentOf(*window.store).split(QLatin1Char('\n'));
    const qsizetype lines = after.size();
    after.removeIf([](const QString& line) { return line.startsWith(QStringLiteral("disclosure ")); });
    CHECK(after.size() == lines - 1); // the list that was saved has left
    CHECK(after.join(QLatin1Char('\n')) == before);
}

TEST_CASE("Cases are imported in the same steps, and nobody is offered to be made for them",
          "[import-dialog][import-types][cases]")
{
    TestWindow window;
    addPerson(*window.store, QStringLiteral("Dara"), QStringLiteral("Sok"));
    ImportDialog dialog(
        window.context,
        written(window, "list.csv", "Name,Opened,Level\nDara Sok,2026-05-01,High\nNobody,2026-05-01,\n"),
        Entity::RiskCase);
    CHECK(dialog.windowTitle() == QStringLiteral("Import cases from a spreadsheet"));
    goToPreview(dialog);
    CHECK(reasons(dialog) == QStringList{QStringLiteral("New Dara Sok – 2026-05-01: Not known yet."),
                                         QStringLiteral("Set aside Nobody: Nobody called “Nobody” is known.")});
    CHECK_FALSE(dialog.findChild<QCheckBox*>(QStringLiteral("makeMissing"))->isVisible());
    QTest::keyClick(&dialog, Qt::Key_Return);
    waitUntilIdle(dialog);
    CHECK(window.dialogs.errors.isEmpty());
    CHECK(*window.store->count(Entity::RiskCase) == 1);
    CHECK(*window.store->count(Entity::Person) == 1);
}

TEST_CASE("What can be imported can be chosen in the dialog, each type", "[import-dialog][import-types]")
{
    TestWindow window;
    ImportDialog dialog(window.context, written(window, "a.csv", organisations), Entity::Disclosure);
    dialog.show();
    waitUntilIdle(dialog);
    auto* type = dialog.findChild<QComboBox*>(QStringLiteral("type"));
    REQUIRE(type);
    CHECK(dialog.entity() == Entity::Person); // where the page has nothing to import
    std::vector<Entity> offered;
    for (int i = 0; i < type->count(); ++i)
        offered.push_back(static_cast<Entity>(type->itemData(i).toInt()));
    CHECK(offered == importableTypes());
    for (int i = 0; i < type->count(); ++i) {
        type->setCurrentIndex(i);
        Q_EMIT type->activated(i);
        waitUntilIdle(dialog);
        CHECK(dialog.entity() == offered[static_cast<size_t>(i)]);
    }
    CHECK(window.dialogs.errors.isEmpty());
}

TEST_CASE("Columns that no field is for are told, and kept in the notes or said to be lost",
          "[import-dialog][import-types]")
{
    TestWindow window;
    ImportDialog dialog(window.context, written(window, "partners.csv", organisations), Entity::Organisation);
    dialog.show();
    waitUntilIdle(dialog);
    QTest::keyClick(&dialog, Qt::Key_Return);
    CHECK(says(dialog, QStringLiteral("unless you choose better: “Colour of the door”.")));
    // A program series has no notes to keep it in.
    ImportDialog other(window.context,
                       written(window, "series.csv", "Name,Acronym,Colour of the door\nAnnual Program,AP,green\n"),
                       Entity::ProgramSeries);
    goToPreview(other);
    CHECK(says(other, QStringLiteral("Nothing of these columns is kept: “Colour of the door”.")));
}

TEST_CASE("A sheet that holds another type says so, and one click takes it for that", "[import-dialog][import-types]")
{
    TestWindow window;
    ImportDialog dialog(window.context,
                        written(window, "partners.csv", "Name,Acronym,Website,Country\nCentre,C,x.org,KH\n"),
                        Entity::Person);
    dialog.show();
    waitUntilIdle(dialog);
    auto* advice = button(dialog, "takeAdvice");
    REQUIRE(advice->isVisible());
    shoot(dialog, QStringLiteral("import-advice"));
    CHECK(advice->text() == QStringLiteral("Import organisations"));
    advice->click();
    waitUntilIdle(dialog);
    CHECK(dialog.entity() == Entity::Organisation);
    CHECK_FALSE(advice->isVisible());
    CHECK(dialog.windowTitle() == QStringLiteral("Import organisations from a spreadsheet"));
}

TEST_CASE("What rows name and is not known is made only when that is asked", "[import-dialog][import-types]")
{
    TestWindow window;
    ImportDialog dialog(window.context,
                        written(window, "members.csv", "Network,Member,Role\nLand network,Dara Sok,Member\n"),
                        Entity::Membership);
    goToPreview(dialog);
    CHECK(button(dialog, "chip-rejected")->text() == QStringLiteral("1 set aside"));
    auto* make = dialog.findChild<QCheckBox*>(QStringLiteral("makeMissing"));
    REQUIRE(make->isVisible());
    make->click();
    waitUntilIdle(dialog);
    CHECK(button(dialog, "chip-new")->text() == QStringLiteral("1 new"));
    CHECK(says(dialog, QStringLiteral("Also makes ")));
    QTest::keyClick(&dialog, Qt::Key_Return);
    waitUntilIdle(dialog);
    CHECK(window.dialogs.errors.isEmpty());
    CHECK(*window.store->count(Entity::Membership) == 1);
    CHECK(*window.store->count(Entity::Network) == 1);
    CHECK(*window.store->count(Entity::Person) == 1);
    CHECK(says(dialog, QStringLiteral("1 network membership imported")));
    button(dialog, "showRecords")->click();
    CHECK(window.navigator.pages == QStringList{QStringLiteral("network memberships")});
}

TEST_CASE("A type whose required field no column holds does not go on, and says which",
          "[import-dialog][import-types]")
{
    TestWindow window;
    ImportDialog dialog(window.context, written(window, "codes.csv", "Code,Amount\nA1,5\n"), Entity::Task);
    dialog.show();
    waitUntilIdle(dialog);
    QTest::keyClick(&dialog, Qt::Key_Return);
    CHECK_FALSE(button(dialog, "next")->isEnabled());
    CHECK(says(dialog, QStringLiteral("No column is known to hold “")));
    auto* box = qobject_cast<QComboBox*>(dialog.findChild<QTableWidget*>()->cellWidget(0, 2));
    REQUIRE(box->findData(QStringLiteral("title")) > 0);
    box->setCurrentIndex(box->findData(QStringLiteral("title")));
    Q_EMIT box->activated(box->currentIndex());
    CHECK(button(dialog, "next")->isEnabled());
}

TEST_CASE("When all rows were set aside it is not said that all is known", "[import-dialog][import-types]")
{
    TestWindow window;
    ImportDialog dialog(window.context, written(window, "a.csv", "Name,Country\n,KH\n,TH\n"), Entity::Organisation);
    goToPreview(dialog);
    QTest::keyClick(&dialog, Qt::Key_Return);
    waitUntilIdle(dialog);
    CHECK(says(dialog, QStringLiteral("Nothing was imported: every row was set aside")));
}

TEST_CASE("A file dropped on a page, or brought in by its menu, is taken for what the page shows",
          "[import-types][window]")
{
    TestWindow files;
    const QString sheet = written(files, "partners.csv", organisations);
    QSettings settings(files.store.path(QStringLiteral("window.ini")), QSettings::IniFormat);
    MainWindow window(settings, files.dialogs);
    REQUIRE(window.createFile(files.store.path(QStringLiteral("own.dtp"))));
    window.show();
    const auto typeAfter = [&](const char* page, const std::function<void()>& deed) {
        window.workspace()->openPage(QLatin1String(page));
        Entity seen = Entity::None;
        QTimer look;
        look.setInterval(10);
        QObject::connect(&look, &QTimer::timeout, &window, [&] {
            auto* dialog = qobject_cast<ImportDialog*>(QApplication::activeModalWidget());
            if (!dialog || dialog->isBusy())
                return;
            seen = dialog->entity();
            dialog->reject();
        });
        look.start();
        deed();
        REQUIRE(waitFor([&] { return seen != Entity::None; }));
        return seen;
    };
    const auto drop = [&] {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(sheet)});
        // A file manager offers to move it, and would delete it when told that it was moved.
        constexpr Qt::DropActions both = Qt::CopyAction | Qt::MoveAction;
        QDragEnterEvent enter(QPoint(300, 300), both, &data, Qt::LeftButton, Qt::ShiftModifier);
        REQUIRE(enter.proposedAction() == Qt::MoveAction);
        QApplication::sendEvent(&window, &enter);
        REQUIRE(enter.isAccepted());
        CHECK(enter.dropAction() == Qt::CopyAction);
        QDropEvent event(QPointF(300, 300), both, &data, Qt::LeftButton, Qt::ShiftModifier);
        QApplication::sendEvent(&window, &event);
        CHECK(event.dropAction() == Qt::CopyAction);
    };
    CHECK(typeAfter("organisations", drop) == Entity::Organisation);
    CHECK(typeAfter("tasks", drop) == Entity::Task);
    CHECK(typeAfter("home", drop) == Entity::Person);
    CHECK(typeAfter("people", drop) == Entity::Person);
    CHECK(typeAfter("safety", drop) == Entity::Person);
    files.dialogs.openFile = sheet;
    CHECK(typeAfter("networks", [&] { window.action(QStringLiteral("import"))->trigger(); }) == Entity::Network);
    CHECK(typeAfter("workshops", [&] {
              auto* import = window.workspace()->currentPage()->findChild<QAction*>(QStringLiteral("import"));
              REQUIRE(import);
              import->trigger();
          }) == Entity::Workshop);
}
