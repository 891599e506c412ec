// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/kinds.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/widgets/date_edit.h>
#include <ui/widgets/field_editor.h>

#include <QLineEdit>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("every kind of field that is shown has its editor", "[kinds][editor]")
{
    for (const KindTraits& kind : allKinds()) {
        INFO(kind.name);
        CHECK(editorKind(kind.kind).kind == kind.kind);
        CHECK((editorKind(kind.kind).make != nullptr) == kind.isShown());
    }
}

TEST_CASE("an editor of numbers says what it could not understand", "[kinds][editor]")
{
    TestWindow window;
    const Field whole{"number", "Number", FieldKind::Integer, nullptr, nullptr};
    const std::unique_ptr<FieldEditor> editor(makeFieldEditor(whole, window.context, nullptr));
    editor->setTyped(QStringLiteral("abc"));
    CHECK(editor->problem() == QStringLiteral("“abc” is no whole number."));
    CHECK(editor->value().isNull());
    CHECK(editor->typed() == QStringLiteral("abc"));
    editor->setTyped(QStringLiteral(" 1997 "));
    CHECK(editor->problem().isEmpty());
    CHECK(editor->value() == QVariant(qint64(1997)));
    editor->setTyped(QString());
    CHECK(editor->problem().isEmpty());
    CHECK(editor->value().isNull());
}

TEST_CASE("A year of two digits or of another calendar is asked about, and not taken as typed", "[editor]")
{
    DateEdit since(DateEdit::Kind::Partial);
    for (const char* typed : {"87", "1369", "14 June 2530"}) {
        INFO(typed);
        since.line()->setText(QString::fromLatin1(typed));
        CHECK_FALSE(since.problem().isEmpty());
    }
    since.line()->setText(QStringLiteral("June 1990"));
    CHECK(since.problem().isEmpty());
    DateEdit day(DateEdit::Kind::Day);
    day.line()->setText(QStringLiteral("14 June 1369"));
    CHECK(day.problem() == QStringLiteral("“14 June 1369” is in no year that can be meant: write the year as 1990, by "
                                          "this calendar."));
    DateEdit moment(DateEdit::Kind::Moment);
    moment.line()->setText(QStringLiteral("14 June 2026 09:30"));
    CHECK(moment.problem().isEmpty());
}
