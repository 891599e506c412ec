// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into a dialog when the file is locked is there again after unlocking.
#include <deeds/deed.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_encrypted_program.h>
#include <support/ui_steps.h>
#include <ui/consents/consent_dialog.h>
#include <ui/export/audience_picker.h>
#include <ui/export/export_columns.h>
#include <ui/export/export_dialog.h>
#include <ui/forms/form_state.h>
#include <ui/pages/import/import_dialog.h>
#include <ui/pages/invitations/targets_dialog.h>
#include <ui/records/deed_dialog.h>
#include <ui/vault/new_passphrase_form.h>
#include <ui/widgets/field_editor.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

using namespace dtp;
using namespace dtp::test;

namespace
{
void pressLock()
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier);
}

struct Office : ProgramAtPerson {
    Steps steps;

    AppContext& context() { return window.workspace()->context(); }
    void lockAndUnlock()
    {
        REQUIRE(waitUntilLocked());
        CHECK_FALSE(vault::isUnlocked(file));
        CHECK_FALSE(steps.areDone());
        window.activateWindow();
        type(ours);
        REQUIRE(waitFor([this] { return steps.areDone() && window.workspace(); }));
        CHECK(window.store()->setting(QStringLiteral("dialogs")) == QString()); // it is not offered once more
        CHECK(dialogs.errors == QStringList());
    }
};
} // namespace

TEST_CASE("The grid of consents is there after unlocking, with the answers that were put into it", "[window][lock]")
{
    Office office;
    const Person nok = addPerson(*office.window.store(), QStringLiteral("Nok"), QStringLiteral("Suwan"));
    office.steps.then([] {
        auto* dialog = inFront<ConsentDialog>();
        if (!dialog || QApplication::focusWidget() != &dialog->table())
            return false;
        QTest::keyClick(&dialog->table(), Qt::Key_A);
        QTest::keyClick(&dialog->table(), Qt::Key_Down);
        QTest::keyClick(&dialog->table(), Qt::Key_R);
        dialog->editor("asked_by")->setValue(QStringLiteral("Ana Lim"));
        pressLock();
        return true;
    });
    performDeed(office.context(), &office.people(), *deedOf(QStringLiteral("record-consent")), Entity::Person,
                {office.person, nok.id.value});
    office.steps.then([] {
        auto* dialog = inFront<ConsentDialog>();
        if (!dialog || !dialog->isAncestorOf(QApplication::focusWidget()))
            return false;
        CHECK(dialog->editor("asked_by")->value() == QStringLiteral("Ana Lim"));
        const QVariantList typed = dialog->typed();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("from Ana R")); // typed on where it was locked
        CHECK(dialog->typed() == typed);
        CHECK(dialog->typed().size() == 2);
        QTest::keyClick(&dialog->table(), Qt::Key_Down);
        QTest::keyClick(&dialog->table(), Qt::Key_Up);
        QTest::keyClick(&dialog->table(), Qt::Key_A); // as before
        CHECK(dialog->typed() == typed);
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        return true;
    });
    office.lockAndUnlock();
    const auto entered = office.window.store()->find<Consent>(Where().orderBy("id"));
    REQUIRE(entered->size() == 2);
    CHECK(entered->front().person == Id<Person>{office.person});
    CHECK(entered->front().answer == QStringLiteral("agreed"));
    CHECK(entered->back().person == nok.id);
    CHECK(entered->back().answer == QStringLiteral("refused"));
    CHECK(entered->back().askedBy == QStringLiteral("Ana Lim"));
}

TEST_CASE("The form of a deed is there after unlocking, with what was typed, also what cannot be understood",
          "[window][lock]")
{
    Office office;
    office.steps.then([] {
        auto* dialog = inFront<DeedDialog>();
        if (!dialog)
            return false;
        auto* date = dialog->editor("due");
        REQUIRE(date);
        date->setTyped(QStringLiteral("soon"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Call about the visa"));
        pressLock();
        return true;
    });
    performDeed(office.context(), &office.people(), *deedOf(QStringLiteral("make-task")), Entity::Person,
                {office.person});
    office.steps.then([] {
        auto* dialog = inFront<DeedDialog>();
        if (!dialog)
            return false;
        CHECK(dialog->editor("title")->value() == QStringLiteral("Call about the visa"));
        CHECK(dialog->editor("due")->typed() == QStringLiteral("soon"));
        QTest::keyClick(dialog, Qt::Key_Escape);
        return true;
    });
    office.lockAndUnlock();
    CHECK(*office.window.store()->count(Entity::Task) == 0);
}

TEST_CASE("The field that was to be set for many is the same after unlocking", "[window][lock]")
{
    Office office;
    office.steps.then([] {
        auto* dialog = inFront<DeedDialog>();
        if (!dialog)
            return false;
        const int place = dialog->fields()->findData(QStringLiteral("place"));
        dialog->fields()->setCurrentIndex(place);
        dialog->editor("place")->setValue(QStringLiteral("Takeo"));
        pressLock();
        return true;
    });
    performDeed(office.context(), &office.people(), *deedOf(QStringLiteral("set")), Entity::Person, {office.person});
    office.steps.then([] {
        auto* dialog = inFront<DeedDialog>();
        if (!dialog)
            return false;
        CHECK(dialog->fields()->currentData() == QStringLiteral("place"));
        REQUIRE(dialog->editor("place"));
        CHECK(dialog->editor("place")->value() == QStringLiteral("Takeo"));
        QTest::keyClick(dialog, Qt::Key_Escape);
        return true;
    });
    office.lockAndUnlock();
}

TEST_CASE("What the columns of an import are for is there after unlocking, at the same step", "[window][lock]")
{
    Office office;
    const QString sheet = office.made.path(QStringLiteral("course.csv"));
    {
        QFile file(sheet);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("Given name,Family name,Wherever\nMali,Chan,Battambang\nTeng,Lim,Takeo\n");
    }
    const auto box = [](const QDialog& dialog) {
        for (auto* each : dialog.findChildren<QComboBox*>()) {
            if (each->accessibleName().contains(QStringLiteral("Wherever")))
                return each;
        }
        return static_cast<QComboBox*>(nullptr);
    };
    office.steps.then([] {
        auto* dialog = inFront<ImportDialog>();
        if (!dialog || dialog->isBusy())
            return false;
        QTest::keyClick(dialog, Qt::Key_Return);
        return dialog->step() == ImportDialog::ColumnsStep;
    });
    office.steps.then([&] {
        auto* dialog = inFront<ImportDialog>();
        if (!dialog || !box(*dialog))
            return false;
        const int place = box(*dialog)->findData(QStringLiteral("place"));
        REQUIRE(place >= 0);
        box(*dialog)->setCurrentIndex(place);
        Q_EMIT box(*dialog)->activated(place);
        pressLock();
        return true;
    });
    office.window.importFile(sheet);
    office.steps.then([&] {
        auto* dialog = inFront<ImportDialog>();
        if (!dialog || dialog->isBusy() || dialog->step() != ImportDialog::ColumnsStep)
            return false;
        CHECK(box(*dialog)->currentData() == QStringLiteral("place"));
        QTest::keyClick(dialog, Qt::Key_Return);
        return dialog->step() == ImportDialog::PreviewStep;
    });
    office.steps.then([] {
        auto* dialog = inFront<ImportDialog>();
        if (!dialog || dialog->isBusy())
            return false;
        if (dialog->step() == ImportDialog::ResultStep) {
            QTest::keyClick(dialog, Qt::Key_Return);
            return true;
        }
        QTest::keyClick(dialog, Qt::Key_Return);
        return false;
    });
    office.lockAndUnlock();
    const auto people = office.window.store()->find<Person>(Where().orderBy("place"));
    REQUIRE(people->size() == 3);
    CHECK(people->back().place == QStringLiteral("Takeo"));
}

TEST_CASE("A dialog that is locked twice is there again both times", "[window][lock]")
{
    Office office;
    const auto typeAndLock = [](const QString& words) {
        return [words] {
            auto* dialog = inFront<DeedDialog>();
            if (!dialog)
                return false;
            QTest::keyClicks(QApplication::focusWidget(), words);
            pressLock();
            return true;
        };
    };
    office.steps.then(typeAndLock(QStringLiteral("Call")));
    performDeed(office.context(), &office.people(), *deedOf(QStringLiteral("make-task")), Entity::Person,
                {office.person});
    REQUIRE(office.waitUntilLocked());
    office.steps.then(typeAndLock(QStringLiteral("x"))); // over what was chosen, or behind it
    office.window.activateWindow();
    office.type(ours);
    REQUIRE(waitFor([&] { return office.steps.areDone(); }));
    QString title;
    office.steps.then([&] {
        auto* dialog = inFront<DeedDialog>();
        if (!dialog)
            return false;
        title = dialog->editor("title")->value().toString();
        QTest::keyClick(dialog, Qt::Key_Escape);
        return true;
    });
    office.lockAndUnlock();
    CHECK(title.contains(QLatin1Char('x')));
}

TEST_CASE("What inputs hold is read and put back, and no passphrase is", "[window][lock]")
{
    struct Form : QWidget {
        QVBoxLayout all{this};
        QLineEdit line{this};
        QPlainTextEdit text{this};
        QCheckBox check{QStringLiteral("Check"), this};
        QRadioButton first{QStringLiteral("First"), this};
        QRadioButton second{QStringLiteral("Second"), this};
        QComboBox box{this};
        QSpinBox number{this};
        QListWidget list{this};
        NewPassphraseForm passphrase{this};

        Form()
        {
            box.addItems({QStringLiteral("One"), QStringLiteral("Two")});
            for (const char* words : {"Name", "Country"}) {
                auto* item = new QListWidgetItem(QLatin1String(words), &list);
                item->setCheckState(Qt::Unchecked);
            }
            first.setChecked(true);
        }
    };
    Form typed;
    typed.line.setText(QStringLiteral("Dara"));
    typed.text.setPlainText(QStringLiteral("Two\nlines"));
    typed.check.setChecked(true);
    typed.second.setChecked(true);
    typed.box.setCurrentIndex(1);
    typed.number.setValue(12);
    typed.list.item(1)->setCheckState(Qt::Checked);
    auto* secret = typed.passphrase.findChild<QLineEdit*>(QStringLiteral("passphrase"));
    secret->setText(QStringLiteral("pelican anchor"));
    const QCborArray state = formState(typed);
    secret->setEchoMode(QLineEdit::Normal); // as who wants to see it
    CHECK(formState(typed) == state);
    CHECK_FALSE(QCborValue(state).toCbor().contains("pelican"));

    Form empty;
    CHECK(putBack(empty, state) == QCborArray());
    CHECK(empty.line.text() == QStringLiteral("Dara"));
    CHECK(empty.text.toPlainText() == QStringLiteral("Two\nlines"));
    CHECK(empty.check.isChecked());
    CHECK(empty.second.isChecked());
    CHECK(empty.box.currentText() == QStringLiteral("Two"));
    CHECK(empty.number.value() == 12);
    CHECK(empty.list.item(0)->checkState() == Qt::Unchecked);
    CHECK(empty.list.item(1)->checkState() == Qt::Checked);
    CHECK(formState(empty) == state);
}
TEST_CASE("An export is there after unlocking, for the same rows, people and columns", "[window][lock]")
{
    Office office;
    office.steps.then([] {
        auto* dialog = inFront<ExportDialog>();
        if (!dialog || dialog->isBusy())
            return false;
        dialog->choose(QStringLiteral("person"), Audience::Funder, QStringLiteral("csv"));
        auto* columns = dialog->findChild<ExportColumns*>();
        columns->tickAlone({QStringLiteral("country"), QStringLiteral("gender")});
        pressLock();
        return true;
    });
    office.people().exportList();
    QStringList columns;
    office.steps.then([&] {
        auto* dialog = inFront<ExportDialog>();
        if (!dialog || dialog->isBusy())
            return false;
        columns = dialog->findChild<ExportColumns*>()->keys();
        if (columns.size() != 2)
            return false;
        CHECK(dialog->findChild<AudiencePicker*>()->audience() == Audience::Funder);
        CHECK(dialog->findChild<QComboBox*>(QStringLiteral("format"))->currentData() == QStringLiteral("csv"));
        QTest::keyClick(dialog, Qt::Key_Escape);
        return true;
    });
    office.lockAndUnlock();
    CHECK(columns == QStringList{QStringLiteral("country"), QStringLiteral("gender")});
}

TEST_CASE("Targets that were being written are there after unlocking, with those that were added", "[window][lock]")
{
    Office office;
    Workshop workshop;
    workshop.title = QStringLiteral("River meeting");
    addRecords(*office.window.store(), workshop);
    const auto found = office.window.store()->find<Workshop>();
    const Id<Workshop> id = found->front().id;
    office.steps.then([] {
        auto* dialog = inFront<TargetsDialog>();
        if (!dialog)
            return false;
        WorkshopTarget target;
        target.dimension = QStringLiteral("gender");
        target.value = QStringLiteral("female");
        target.minimum = 7;
        dialog->addRow(target);
        dialog->addRow(target);
        dialog->findChild<TargetRow*>()->focusFirst();
        pressLock();
        return true;
    });
    TargetsDialog(office.context(), id, &office.people()).exec();
    QVariantList typed;
    office.steps.then([&] {
        auto* dialog = inFront<TargetsDialog>();
        if (!dialog)
            return false;
        typed = dialog->typed();
        QTest::keyClick(dialog, Qt::Key_Escape);
        return true;
    });
    office.lockAndUnlock();
    REQUIRE(typed.size() == 2);
    CHECK(typed.back().toMap().value(QStringLiteral("minimum")) == 7);
}
