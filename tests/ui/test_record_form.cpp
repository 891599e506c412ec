// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/models/drafts.h>
#include <ui/records/record_form.h>
#include <ui/widgets/choice_edit.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <records/programs.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QLineEdit& line(RecordForm& form, const char* field)
{
    auto* found = form.findChild<QLineEdit*>(QLatin1String(field));
    if (!found) {
        for (QWidget* widget : form.findChildren<QWidget*>(QLatin1String(field)))
            found = widget->findChild<QLineEdit*>();
    }
    REQUIRE(found);
    return *found;
}

void type(QLineEdit& edit, const QString& text)
{
    edit.setFocus();
    edit.selectAll();
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QTest::keyClicks(&edit, text);
}

QStringList problemsShown(const RecordForm& form)
{
    QStringList shown;
    for (const QLabel* label : form.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&form) && label->text().startsWith(QStringLiteral("⚠ ")))
            shown.append(label->text().mid(2));
    }
    return shown;
}
} // namespace

TEST_CASE("A form saves only the fields that were changed, in one change with a sentence", "[form]")
{
    TestWindow window;
    const Person person =
        addPerson(*window.store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    RecordForm form(window.context, Entity::Person);
    REQUIRE_OK(form.setRecord(person.id.value));
    CHECK_FALSE(form.isDirty());

    type(line(form, "place"), QStringLiteral("Battambang"));
    CHECK(form.isDirty());
    // Meanwhile somebody else corrects another field of the same person.
    Person other = person;
    other.pronouns = QStringLiteral("she/her");
    REQUIRE_OK(
        window.store->change(QStringLiteral("Elsewhere"), [&](ChangeWriter& writer) { return writer.update(other); }));
    CHECK(form.isDirty());
    REQUIRE(form.save());
    CHECK_FALSE(form.isDirty());
    // Whoever goes on typing goes on where he was.
    CHECK(line(form, "place").cursorPosition() == QStringLiteral("Battambang").size());

    const auto now = window.store->get(person.id);
    REQUIRE_OK(now);
    CHECK(now->place == QStringLiteral("Battambang"));
    CHECK(now->pronouns == QStringLiteral("she/her"));
    CHECK(window.store->nextUndo()->sentence == QStringLiteral("Change Sok Dara"));
}

TEST_CASE("What is restricted is covered once a new record that says it is saved", "[form][safety]")
{
    TestWindow window;
    RecordForm form(window.context, Entity::Person);
    form.startNew(RecordValues(Entity::Person));
    type(line(form, "given_name"), QStringLiteral("Dara"));
    type(line(form, "safe_channel"), QStringLiteral("Only by Signal"));
    CHECK(line(form, "safe_channel").isVisibleTo(&form));
    REQUIRE(form.save());
    CHECK_FALSE(line(form, "safe_channel").isVisibleTo(&form));
    CHECK(line(form, "given_name").isVisibleTo(&form));
}

TEST_CASE("A field typed back to what it was is no draft", "[form]")
{
    TestWindow window;
    const Person person = addPerson(*window.store, QStringLiteral("Sok"), QStringLiteral("Dara"));
    RecordForm form(window.context, Entity::Person);
    REQUIRE_OK(form.setRecord(person.id.value));
    QSignalSpy dirty(&form, &RecordForm::dirtyChanged);
    type(line(form, "given_name"), QStringLiteral("Sokha"));
    type(line(form, "given_name"), QStringLiteral("Sok"));
    CHECK_FALSE(form.isDirty());
    CHECK(dirty.size() >= 2);
    CHECK(form.save());
    CHECK(window.store->nextUndo()->sentence == QStringLiteral("Add Sok Dara"));
}

TEST_CASE("A wrong value is said at its field and keeps the draft", "[form]")
{
    TestWindow window;
    const Person person = addPerson(*window.store, QStringLiteral("Sok"), QStringLiteral("Dara"));
    RecordForm form(window.context, Entity::Person);
    REQUIRE_OK(form.setRecord(person.id.value));

    type(line(form, "birth_year"), QStringLiteral("long ago"));
    CHECK_FALSE(form.leave());
    CHECK(problemsShown(form) == QStringList{QStringLiteral("“long ago” is no whole number.")});
    type(line(form, "birth_year"), QStringLiteral("1975"));
    type(line(form, "given_name"), {});
    type(line(form, "family_name"), {});
    CHECK_FALSE(form.save());
    CHECK(problemsShown(form) == QStringList{QStringLiteral("A person needs a name.")});
    form.revert();
    CHECK_FALSE(form.isDirty());
    CHECK(problemsShown(form).isEmpty());
    CHECK(line(form, "given_name").text() == QStringLiteral("Sok"));
    CHECK(line(form, "birth_year").text().isEmpty());
}

TEST_CASE("A word that is in no vocabulary is not taken, a spelling of one is", "[form]")
{
    TestWindow window;
    const Person person = addPerson(*window.store, QStringLiteral("Sok"), QStringLiteral("Dara"));
    RecordForm form(window.context, Entity::Person);
    REQUIRE_OK(form.setRecord(person.id.value));
    type(line(form, "country"), QStringLiteral("Atlantis"));
    CHECK_FALSE(form.save());
    REQUIRE(problemsShown(form).size() == 1);
    CHECK(problemsShown(form).front().contains(QStringLiteral("Atlantis")));
    type(line(form, "country"), QStringLiteral("Viet Nam"));
    QTest::keyClick(&line(form, "country"), Qt::Key_Return);
    REQUIRE(form.save());
    CHECK(window.store->get(person.id)->country == QStringLiteral("VN"));
}

TEST_CASE("A partial date is read as people write it", "[form]")
{
    TestWindow window;
    ProgramEdition edition;
    edition.title = QStringLiteral("Human rights and business");
    REQUIRE_OK(window.store->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(edition));
        return {};
    }));
    RecordForm form(window.context, Entity::ProgramEdition);
    REQUIRE_OK(form.setRecord(edition.id.value));
    auto& start = line(form, "start_date");
    type(start, QStringLiteral("june 97x"));
    CHECK_FALSE(form.save());
    CHECK(problemsShown(form).size() == 1);
    type(start, QStringLiteral("about June 1997"));
    REQUIRE(form.save());
    CHECK(window.store->get(edition.id)->start.toStorage() == QStringLiteral("~1997-06"));
}

TEST_CASE("What is restricted is masked until asked for", "[form][safety]")
{
    TestWindow window;
    Person person = addPerson(*window.store, QStringLiteral("Sok"), QStringLiteral("Dara"));
    person.safeChannel = QStringLiteral("Signal only");
    REQUIRE_OK(window.store->change(QStringLiteral("x"), [&](ChangeWriter& writer) { return writer.update(person); }));
    RecordForm form(window.context, Entity::Person);
    REQUIRE_OK(form.setRecord(person.id.value));
    CHECK_FALSE(line(form, "safe_channel").isVisibleTo(&form));
    for (QPushButton* button : form.findChildren<QPushButton*>()) {
        if (button->accessibleName() == QStringLiteral("Show Safe way to reach"))
            button->click();
    }
    CHECK(line(form, "safe_channel").isVisibleTo(&form));
    CHECK(line(form, "safe_channel").text() == QStringLiteral("Signal only"));
}

TEST_CASE("A new record is added with one change and can be given up", "[form]")
{
    TestWindow window;
    RecordForm form(window.context, Entity::Organisation);
    form.startNew(RecordValues(Entity::Organisation));
    CHECK(form.isDirty());
    form.revert();
    CHECK(*window.store->count(Entity::Organisation) == 0);
    form.startNew(RecordValues(Entity::Organisation));
    CHECK_FALSE(form.save());
    CHECK(problemsShown(form) == QStringList{QStringLiteral("Name is missing.")});
    type(line(form, "name"), QStringLiteral("Mekong Rights Watch"));
    QSignalSpy saved(&form, &RecordForm::saved);
    REQUIRE(form.save());
    REQUIRE(saved.size() == 1);
    CHECK(window.store->titleOf(Entity::Organisation, saved.front().front().toLongLong()) ==
          QStringLiteral("Mekong Rights Watch"));
    CHECK(window.store->nextUndo()->sentence == QStringLiteral("Add organisation Mekong Rights Watch"));
}

TEST_CASE("Undo while a form is open shows the record as it was", "[form]")
{
    TestWindow window;
    const Person person = addPerson(*window.store, QStringLiteral("Sok"), QStringLiteral("Dara"));
    RecordForm form(window.context, Entity::Person);
    REQUIRE_OK(form.setRecord(person.id.value));
    type(line(form, "place"), QStringLiteral("Takeo"));
    REQUIRE(form.save());
    REQUIRE_OK(window.store->undo());
    CHECK(line(form, "place").text().isEmpty());
    QSignalSpy gone(&form, &RecordForm::gone);
    REQUIRE_OK(window.store->undo());
    CHECK(gone.size() == 1);
    CHECK_FALSE(form.isEnabled());
}

TEST_CASE("Text from data is shown as text, also when it looks like markup", "[form]")
{
    TestWindow window;
    const Person person =
        addPerson(*window.store, QStringLiteral("<b>Sok</b>"), QStringLiteral("'; drop table person;--"));
    RecordForm form(window.context, Entity::Person);
    REQUIRE_OK(form.setRecord(person.id.value));
    CHECK(line(form, "given_name").text() == QStringLiteral("<b>Sok</b>"));
    type(line(form, "place"), QStringLiteral("x"));
    REQUIRE(form.save());
    CHECK(window.store->get(person.id)->familyName == QStringLiteral("'; drop table person;--"));
}

TEST_CASE("Words that a field does not understand are there again after a crash, word for word", "[form][draft]")
{
    TestWindow window;
    const Person person =
        addPerson(*window.store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    {
        RecordForm form(window.context, Entity::Person);
        form.keepDrafts();
        REQUIRE_OK(form.setRecord(person.id.value));
        type(line(form, "birth_year"), QStringLiteral("about 1960"));
        type(line(form, "country"), QStringLiteral("Kampuchea Krom"));
        type(line(form, "last_verified"), QStringLiteral("last spring"));
        REQUIRE(waitFor([&] { return keptDraft(*window.store, Entity::Person, person.id.value).typed.size() == 3; }));
    } // gone without being asked to save
    RecordForm form(window.context, Entity::Person);
    form.keepDrafts();
    REQUIRE_OK(form.setRecord(person.id.value));
    CHECK(form.isRestored());
    CHECK(line(form, "birth_year").text() == QStringLiteral("about 1960"));
    CHECK(line(form, "country").text() == QStringLiteral("Kampuchea Krom"));
    CHECK(line(form, "last_verified").text() == QStringLiteral("last spring"));
    // Still not understood, so nothing is written before it is mended.
    CHECK_FALSE(form.save());
    CHECK(window.store->get(person.id)->country == QStringLiteral("KH"));
}

TEST_CASE("A name longer than its line ends in an ellipsis until it is edited", "[form]")
{
    ChoiceEdit line;
    line.setFinder([](const QString&) { return std::vector<Choice>{}; });
    line.setFont(QApplication::font());
    line.resize(200, 32);
    const QString whole = QStringLiteral("Association for the Rights of Workers in the Gardens of the Southern Hills");
    line.setChoice(QStringLiteral("1"), whole);
    line.ensurePolished();
    // As a line of just the words that are left, with their ellipsis, would look.
    QLineEdit plain;
    plain.resize(line.size());
    plain.setTextMargins(line.textMargins());
    plain.setFont(line.font());
    plain.ensurePolished();
    const auto looksLike = [&](const QString& words) {
        plain.setText(words);
        plain.setCursorPosition(0);
        return plain.grab().toImage() == line.grab().toImage();
    };
    bool found = false;
    const int room = line.width() - line.textMargins().right() - 4; // longer words would be cut themselves
    for (qsizetype length = whole.size(); length > 0 && !found; --length) {
        const QString words = QString(whole.left(length) + QChar(0x2026));
        found = line.fontMetrics().horizontalAdvance(words) <= room && looksLike(words);
    }
    CHECK(found);
    line.setChoice(QStringLiteral("2"), QStringLiteral("Open Door"));
    CHECK(looksLike(QStringLiteral("Open Door")));
}
