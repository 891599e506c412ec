// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/kinds.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/widgets/field_editor.h>

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
