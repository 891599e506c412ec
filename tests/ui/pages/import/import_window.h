// SPDX-License-Identifier: GPL-3.0-or-later
// The import in tests: through its steps as with the keyboard.
#pragma once

#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/pages/import/import_dialog.h>

#include <QPushButton>
#include <QTest>

namespace dtp::test
{

inline QPushButton* button(QWidget& dialog, const char* name)
{
    auto* found = dialog.findChild<QPushButton*>(QLatin1String(name));
    REQUIRE(found);
    return found;
}

inline void waitUntilIdle(const ImportDialog& dialog)
{
    REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
}

// From the file to the preview, with the default button only.
inline void goToPreview(ImportDialog& dialog)
{
    dialog.show();
    waitUntilIdle(dialog);
    QTest::keyClick(&dialog, Qt::Key_Return);
    REQUIRE(dialog.step() == ImportDialog::ColumnsStep);
    QTest::keyClick(&dialog, Qt::Key_Return);
    REQUIRE(dialog.step() == ImportDialog::PreviewStep);
    waitUntilIdle(dialog);
}

} // namespace dtp::test
