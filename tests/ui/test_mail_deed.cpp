// SPDX-License-Identifier: GPL-3.0-or-later
// An e-mail to those who are chosen: how many get it and who does not is said as it is.
#include <records/people.h>
#include <records/reports.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/export/export_dialog.h>
#include <ui/widgets/field_editor.h>

#include <QApplication>
#include <QPushButton>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

namespace
{
// Two with an address, two without.
struct Four : TestWindow {
    Four()
    {
        for (const char* name : {"Sok", "Mei", "Ana", "Ben"})
            ids.push_back(addPerson(*store, QLatin1String(name), QStringLiteral("Tan")).id.value);
        for (const size_t i : {0, 1}) {
            ContactPoint mail;
            mail.person = Id<Person>{ids[i]};
            mail.kind = QStringLiteral("email");
            mail.value = QStringLiteral("p%1@example.org").arg(i);
            addRecords(*store, mail);
        }
    }
    std::unique_ptr<ExportDialog> open(const char* key)
    {
        ExportStart start{QLatin1String(key), ids};
        start.isSaid = true;
        auto dialog = std::make_unique<ExportDialog>(context, std::move(start));
        dialog->show();
        dialog->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(dialog.get()));
        REQUIRE(waitFor([&] { return !dialog->isBusy(); }));
        return dialog;
    }
    std::vector<qint64> ids;
};
} // namespace

TEST_CASE("The e-mail to many says who gets it and who does not, and begins at its button", "[export-dialog][mail]")
{
    Four window;
    const auto dialog = window.open("mail");
    CHECK(dialog->previewText() == QStringLiteral("The e-mail goes to 2 people.\n"
                                                  "No e-mail for: Ana Tan, Ben Tan (no address that may be used)."));
    auto* button = dialog->findChild<QPushButton*>(QStringLiteral("export"));
    REQUIRE(button);
    CHECK(button->text() == QStringLiteral("Write the e-mail"));
    CHECK(waitFor([&] { return QApplication::focusWidget() == button; }));
    window.dialogs.saveFile = window.store.path(QStringLiteral("to all.eml"));
    QTest::keyClick(button, Qt::Key_Return);
    REQUIRE(waitFor([&] { return window.store->count(Entity::Disclosure).value_or(0) == 1 && !dialog->isVisible(); }));
    const auto ledger = window.store->find<Disclosure>();
    REQUIRE_OK(ledger);
    CHECK(ledger->front().named == 2);
    CHECK(ledger->front().leftOut == 2);
    CHECK(window.navigator.told.last().endsWith(QStringLiteral("4 people: 2 named, 2 left out.")));
}

TEST_CASE("What a deed opens to be written begins where something is to be said", "[export-dialog][mail]")
{
    Four window;
    const auto dialog = window.open("consent-mail");
    QWidget* const focus = QApplication::focusWidget();
    REQUIRE(focus);
    CHECK(focus->objectName() != QStringLiteral("what"));
    CHECK(dialog->editor(QStringLiteral("purpose"))->isAncestorOf(focus));
}
