// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window on a file of its own.
#pragma once

#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/records/record_page.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>

#include <QSettings>
#include <QTemporaryDir>

namespace dtp::test
{

struct Program {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    RecordingDialogs dialogs;
    MainWindow window{settings, dialogs};

    QString path(const QString& name) const { return folder.filePath(name); }
    Store& store() { return *window.store(); }
    Workspace& space() { return *window.workspace(); }
    RecordPage& people() { return *qobject_cast<RecordPage*>(space().page(QStringLiteral("people"))); }
    void create()
    {
        REQUIRE(window.createFile(path(QStringLiteral("file.dtp"))));
        window.resize(1280, 800);
        window.show();
        space().openPage(QStringLiteral("people"));
    }
};

} // namespace dtp::test
