// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_window.h"

#include <support/add_records.h>

#include <ui/models/import_models.h>
#include <ui/models/import_phrases.h>
#include <ui/pages/import/import_columns_step.h>

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>
#include <records/people.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString messyFile(const TestWindow& window, const QString& name = QStringLiteral("Participants 1997 (final).csv"))
{
    QFile file(window.store.path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(
        "Human Rights and Peoples' Diplomacy, Bangkok, June 1997;;;;;;;;;\n"
        ";;;;;;;;;\n"
        "S/N;Participant's full name *;Sex;Nationality;E-mail(s);Mobile no.;Organisation / institution;Position;Main "
        "issues;T-shirt\n"
        "1;Ms. Sok Dara;F;Kampuchea;dara@example.org / d.sok@example.com;012 345 678;Centre for Land "
        "(CfL);Lawyer;Torture, Democracy;M\n"
        "2;SANTOS, Maria;female;Phillipines;maria@example.org;+63 917 123 4567;Migrant Forum;Director;land, basket "
        "weaving;L\n"
        "3;Jos\xE9 Belo;m;East Timor;;+670 7723 4567;\"Radio \"\"Voice\"\"\";Journalist;Freedom of expression;XL\n"
        "4;Ram Thapa;M;Nepal;ram@example.org;;;;;\n"
        "5;;M;Fiji;nobody@example.org;;;;;\n"
        "6;<b>Kamala</b> Devi;W;Atlantis;kamala@example.org;ask Ram;;;;S\n"
        ";Total;6;;;;;;;\n");
    return file.fileName();
}
} // namespace

TEST_CASE("A messy list of participants is imported with the Enter key alone, and taken back", "[import-dialog]")
{
    TestWindow window;
    const QString before = contentOf(*window.store);
    ImportDialog dialog(window.context, messyFile(window), Entity::Person);
    dialog.show();
    waitUntilIdle(dialog);
    CHECK(dialog.findChild<QSpinBox*>(QStringLiteral("headingRow"))->value() == 3);
    CHECK(dialog.findChild<QComboBox*>(QStringLiteral("encoding"))->currentData().toString() ==
          QStringLiteral("windows-1252"));
    CHECK(dialog.findChild<QComboBox*>(QStringLiteral("delimiter"))->currentData().toChar() == QLatin1Char(';'));
    shoot(dialog, QStringLiteral("import-1-file"));
    QTest::keyClick(&dialog, Qt::Key_Return);
    shoot(dialog, QStringLiteral("import-2-columns"));
    QTest::keyClick(&dialog, Qt::Key_Return);
    waitUntilIdle(dialog);
    shoot(dialog, QStringLiteral("import-3-preview"));
    CHECK(contentOf(*window.store) == before);
    CHECK(button(dialog, "next")->text() == QStringLiteral("&Import 5 people"));
    CHECK(button(dialog, "chip-all")->text() == QStringLiteral("All 7"));
    CHECK(button(dialog, "chip-rejected")->text() == QStringLiteral("2 set aside"));
    QTest::keyClick(&dialog, Qt::Key_Return);
    waitUntilIdle(dialog);
    REQUIRE(window.dialogs.errors.isEmpty());
    REQUIRE(dialog.step() == ImportDialog::ResultStep);
    shoot(dialog, QStringLiteral("import-4-done"));
    CHECK(*window.store->count(Entity::Person) == 5);
    button(dialog, "undoImport")->click();
    CHECK(contentOf(*window.store) == before);
    CHECK_FALSE(button(dialog, "undoImport")->isEnabled());
}

TEST_CASE("Taking an import with a refusal back says whose agreement counts again", "[import-dialog][consent]")
{
    TestWindow window;
    const Person person = addPerson(*window.store, QStringLiteral("Dara"), QStringLiteral("Sok"));
    Consent agreed;
    agreed.person = person.id;
    agreed.purpose = QStringLiteral("publicity");
    agreed.answer = QStringLiteral("agreed");
    ContactPoint mail;
    mail.person = person.id;
    mail.kind = QStringLiteral("email");
    mail.value = QStringLiteral("d@x.example");
    addRecords(*window.store, agreed, mail);
    QFile file(window.store.path(QStringLiteral("answers.csv")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("Name,Email,Publicity\nDara Sok,d@x.example,no\n");
    file.close();
    ImportDialog dialog(window.context, file.fileName(), Entity::Person);
    dialog.show();
    for (int step = 0; step < 3; ++step) {
        waitUntilIdle(dialog);
        QTest::keyClick(&dialog, Qt::Key_Return);
    }
    waitUntilIdle(dialog);
    REQUIRE(dialog.step() == ImportDialog::ResultStep);
    button(dialog, "undoImport")->click();
    const auto labels = dialog.findChildren<QLabel*>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text().contains(
            QStringLiteral("1 person counts as agreeing again who did not any more: Dara Sok (Publicity)."));
    }));
}

TEST_CASE("What an import did is said in numbers of which each may be one", "[import-dialog][plural]")
{
    ImportTally tally;
    tally.rows = 1;
    tally.joined = 1;
    CHECK(importedCountsText(Entity::Person, tally) ==
          QStringLiteral("Of 1 row: 0 new, 1 joined to people known before, 0 with nothing new, 0 set aside."));
    tally.rows = 1200;
    tally.made = 1199;
    CHECK(importedCountsText(Entity::Network, tally) ==
          QStringLiteral("Of 1,200 rows: 1,199 new, 1 with something new of known ones, 0 with nothing new, 0 set "
                         "aside."));
}

TEST_CASE("The chips show the rows of one fate, or those to look at", "[import-dialog]")
{
    TestWindow window;
    ImportDialog dialog(window.context, messyFile(window), Entity::Person);
    goToPreview(dialog);
    auto* model = dialog.findChild<PlannedRowsModel*>();
    const QAbstractItemModelTester tester(model);
    CHECK(model->rowCount() == 7);
    button(dialog, "chip-rejected")->click();
    REQUIRE(model->rowCount() == 2);
    CHECK(model->index(0, PlannedRowsModel::ReasonColumn).data().toString() ==
          QStringLiteral("There is no name in this row."));
    button(dialog, "chip-new")->click();
    CHECK(model->rowCount() == 5);
    CHECK(model->index(4, PlannedRowsModel::NameColumn).data().toString() == QStringLiteral("<b>Kamala</b> Devi"));
    button(dialog, "chip-problems")->click();
    CHECK(model->rowCount() == 4);
    CHECK_FALSE(button(dialog, "chip-joined")->isEnabled());
}

TEST_CASE("Rejected rows are saved for mending, in a file of one's own", "[import-dialog]")
{
    TestWindow window;
    ImportDialog dialog(window.context, messyFile(window), Entity::Person);
    goToPreview(dialog);
    QTest::keyClick(&dialog, Qt::Key_Return);
    waitUntilIdle(dialog);
    window.dialogs.saveFile = window.store.path(QStringLiteral("rejected.csv"));
    CHECK(button(dialog, "saveRejected")->text() == QStringLiteral("Save the 2 rows that were set aside…"));
    button(dialog, "saveRejected")->click();
    QFile saved(window.dialogs.saveFile);
    REQUIRE(saved.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(saved.readAll()).count(QLatin1Char('\n')) == 3);
    CHECK(saved.permissions().testFlag(QFileDevice::ReadOther) == false);
    button(dialog, "showRecords")->click();
    CHECK(window.navigator.pages == QStringList{QStringLiteral("people source:\"Participants 1997 (final).csv\"")});
    CHECK(dialog.result() == QDialog::Accepted);
}

TEST_CASE("A column changed by hand is remembered for the next sheet with these headings", "[import-dialog]")
{
    TestWindow window;
    {
        ImportDialog dialog(window.context, messyFile(window), Entity::Person);
        dialog.show();
        waitUntilIdle(dialog);
        QTest::keyClick(&dialog, Qt::Key_Return);
        auto* table = dialog.findChild<QTableWidget*>();
        auto* box = qobject_cast<QComboBox*>(table->cellWidget(9, 2));
        REQUIRE(box);
        CHECK(box->currentData().toString() == QStringLiteral("notes"));
        box->setCurrentIndex(box->findData(QStringLiteral("pronouns")));
        Q_EMIT box->activated(box->currentIndex());
        CHECK(table->item(9, 3)->text() == QStringLiteral("chosen"));
        QTest::keyClick(&dialog, Qt::Key_Return);
        waitUntilIdle(dialog);
        QTest::keyClick(&dialog, Qt::Key_Return);
        waitUntilIdle(dialog);
        REQUIRE(dialog.step() == ImportDialog::ResultStep);
    }
    const auto people = window.store->find<Person>(Where("family_name", QStringLiteral("Santos")));
    REQUIRE_OK(people);
    REQUIRE(window.store->find<Person>(Where("pronouns", QStringLiteral("XL")))->size() == 1);
    ImportDialog again(window.context, messyFile(window, QStringLiteral("Participants 1998.csv")), Entity::Person);
    again.show();
    waitUntilIdle(again);
    auto* step = again.findChild<ImportColumnsStep*>();
    CHECK(step->mapping().columns[9].target == QStringLiteral("pronouns"));
    CHECK(step->mapping().columns[9].by == RecognisedBy::Memory);
}

TEST_CASE("The policy changes what the button says before anything is written", "[import-dialog]")
{
    TestWindow window;
    const QString path = messyFile(window);
    {
        ImportDialog first(window.context, path, Entity::Person);
        goToPreview(first);
        QTest::keyClick(&first, Qt::Key_Return);
        waitUntilIdle(first);
    }
    const QString before = contentOf(*window.store);
    ImportDialog second(window.context, path, Entity::Person);
    goToPreview(second);
    CHECK(button(second, "next")->text() == QStringLiteral("&Finish"));
    CHECK(button(second, "chip-unchanged")->text() == QStringLiteral("5 unchanged"));
    auto* policy = second.findChild<QComboBox*>(QStringLiteral("policy"));
    QTest::keyClick(policy, Qt::Key_Down);
    waitUntilIdle(second);
    CHECK(button(second, "chip-unchanged")->text() == QStringLiteral("5 unchanged"));
    QTest::keyClick(&second, Qt::Key_Return);
    waitUntilIdle(second);
    CHECK(second.step() == ImportDialog::ResultStep);
    CHECK(contentOf(*window.store) == before);
}

TEST_CASE("A file that cannot be imported says why, and another can be chosen", "[import-dialog]")
{
    TestWindow window;
    QFile file(window.store.path(QStringLiteral("holiday.xlsx")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("\x89PNG\r\n");
    file.close();
    ImportDialog dialog(window.context, file.fileName(), Entity::Person);
    dialog.show();
    waitUntilIdle(dialog);
    CHECK_FALSE(button(dialog, "next")->isEnabled());
    bool isSaid = false;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        isSaid = isSaid || label->text() == QStringLiteral("This is a picture, not a spreadsheet.");
    CHECK(isSaid);
    window.dialogs.openFile = messyFile(window);
    button(dialog, "otherFile")->click();
    waitUntilIdle(dialog);
    CHECK(button(dialog, "next")->isEnabled());
}

TEST_CASE("Without a column of names the import does not go on", "[import-dialog]")
{
    TestWindow window;
    QFile file(window.store.path(QStringLiteral("codes.csv")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("Code,Amount\nA1,5\nB2,6\n");
    file.close();
    ImportDialog dialog(window.context, file.fileName(), Entity::Person);
    dialog.show();
    waitUntilIdle(dialog);
    QTest::keyClick(&dialog, Qt::Key_Return);
    REQUIRE(dialog.step() == ImportDialog::ColumnsStep);
    CHECK_FALSE(button(dialog, "next")->isEnabled());
    auto* box = qobject_cast<QComboBox*>(dialog.findChild<QTableWidget*>()->cellWidget(0, 2));
    box->setCurrentIndex(box->findData(QStringLiteral("full_name")));
    Q_EMIT box->activated(box->currentIndex());
    CHECK(button(dialog, "next")->isEnabled());
    button(dialog, "back")->click();
    CHECK(dialog.step() == ImportDialog::FileStep);
}

TEST_CASE("Closing the window while it works stops the work", "[import-dialog]")
{
    TestWindow window;
    QFile file(window.store.path(QStringLiteral("many.csv")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("Name,Email\n");
    for (int i = 0; i < 20'000; ++i)
        file.write("Person Number" + QByteArray::number(i) + ",p" + QByteArray::number(i) + "@example.org\n");
    file.close();
    const QString before = contentOf(*window.store);
    auto dialog = std::make_unique<ImportDialog>(window.context, file.fileName(), Entity::Person);
    dialog->show();
    waitUntilIdle(*dialog);
    QTest::keyClick(dialog.get(), Qt::Key_Return);
    QTest::keyClick(dialog.get(), Qt::Key_Return);
    CHECK(dialog->isBusy());
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    CHECK(dialog->result() == QDialog::Rejected);
    dialog.reset();
    CHECK(contentOf(*window.store) == before);
}

TEST_CASE("What is to be looked at is said before the import and after it", "[import-dialog]")
{
    TestWindow window;
    const QString path = window.store.path(QStringLiteral("doubts.csv"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("Name,Country,Birth year,Organisation,Gender\nDara Sok,Fiji,1970,#N/A,\nDara Sok,Tonga,,#REF!,blue\n");
    file.close();
    ImportDialog dialog(window.context, path, Entity::Person);
    goToPreview(dialog);
    const auto says = [&dialog](const char* words) {
        const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [words](const QLabel* label) {
            return label->isVisible() && label->text().contains(QLatin1String(words));
        });
    };
    const auto tellsAll = [&] {
        CHECK(says("1 new person may be somebody known"));
        CHECK(says("1 value was not understood"));
        CHECK(says("2 cells show an error of the spreadsheet"));
    };
    tellsAll();
    QTest::keyClick(&dialog, Qt::Key_Return);
    waitUntilIdle(dialog);
    REQUIRE(dialog.step() == ImportDialog::ResultStep);
    tellsAll();
}
