// SPDX-License-Identifier: GPL-3.0-or-later
// Goes through a window with a sample file as somebody would who looks at everything: every page with its first record
// and every tab, and the dialogs.
#pragma once

#include <support/ui_window.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>

#include <QSettings>
#include <QTemporaryDir>
#include <functional>
#include <memory>

namespace dtp::test
{

// A window with a sample file, as it is shown on the screen.
struct SampleProgram {
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("file.dtp"));
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    RecordingDialogs dialogs;
    std::unique_ptr<MainWindow> window;

    explicit SampleProgram(int people);
    AppContext& context() { return window->workspace()->context(); }
    std::vector<qint64> first(Entity entity, qint64 count);
};

using Visit = std::function<void(QWidget& window, const QString& where)>;
void walkPage(MainWindow& window, const NavigationEntry& entry, const Visit& visit);
// Each is visited as it is shown.
void walkDialogs(SampleProgram& program, const Visit& visit);

} // namespace dtp::test
