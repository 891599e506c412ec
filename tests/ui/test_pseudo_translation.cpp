// SPDX-License-Identifier: GPL-3.0-or-later
// The window and its dialogs with a translator that marks every text: what is seen without a mark, and is no data, was
// never given to a translator.
#include <erasure/erase_person.h>
#include <exports/export_catalogue.h>
#include <lists/export_file.h>
#include <sample/sample.h>
#include <storage/backup_places.h>
#include <support/catch.h>
#include <support/ui_marked_words.h>
#include <support/ui_window.h>
#include <support/vault.h>
#include <ui/backups/backups_dialog.h>
#include <ui/erasure/erase_dialog.h>
#include <ui/export/export_dialog.h>
#include <ui/pages/import/import_dialog.h>
#include <ui/settings/settings_dialog.h>
#include <ui/shell/file_session.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/vault/new_file_page.h>
#include <ui/vault/passphrases_dialog.h>
#include <ui/vault/unlock_page.h>

#include <QApplication>
#include <QFileInfo>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>

using namespace dtp;
using namespace dtp::test;

namespace
{
// A window whose every text is marked, from now on: what is made before it says data.
struct MarkedProgram {
    explicit MarkedProgram(const QTemporaryDir& folder)
        : settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    {
        window.resize(1280, 800);
        window.show();
    }
    Marker marker;
    QSettings settings;
    RecordingDialogs dialogs;
    MainWindow window{settings, dialogs};
};

QString sampleFile(const QTemporaryDir& folder)
{
    QString file = folder.filePath(QStringLiteral("file.dtp"));
    REQUIRE_OK(FileSession::createSample(file, QStringLiteral("Tester"), 60, {}));
    return file;
}

void checkThatAllIsMarked(const Looker& looker, int leastSeen)
{
    INFO(looker.bare().join(QLatin1Char('\n')).toStdString());
    CHECK(looker.bare().isEmpty());
    CHECK(looker.seen() > leastSeen);
}

void lookAtPages(MainWindow& window, Looker& looker)
{
    for (const NavigationEntry& entry : window.workspace()->entries()) {
        window.workspace()->openPage(entry.name);
        const auto ids = entry.entity == Entity::None ? Result<std::vector<qint64>>(std::vector<qint64>{})
                                                      : window.store()->ids(entry.entity, Where().first(1));
        REQUIRE_OK(ids);
        if (!ids->empty())
            window.workspace()->currentPage()->showRecord(ids->front());
        for (int i = 0; i < 5; ++i)
            QApplication::processEvents();
        looker.lookAt(window, entry.name);
        for (QTabBar* tabs : window.workspace()->currentPage()->findChildren<QTabBar*>()) {
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                QApplication::processEvents();
                looker.lookAt(window, entry.name);
            }
        }
    }
}

void lookAtExports(ExportDialog& dialog, Looker& looker)
{
    dialog.show();
    for (const auto& exportable : exportCatalogue()) {
        for (const Audience audience : {Audience::Internal, Audience::Funder}) {
            dialog.choose(exportable->key(), audience, exportable->formats().front().ending);
            REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
            looker.lookAt(dialog, QStringLiteral("export ") + exportable->key());
        }
    }
}

void lookAtImport(ImportDialog& dialog, Looker& looker)
{
    dialog.show();
    auto* next = dialog.findChild<QPushButton*>(QStringLiteral("next"));
    REQUIRE(next);
    for (const auto step : {ImportDialog::FileStep, ImportDialog::ColumnsStep, ImportDialog::PreviewStep}) {
        REQUIRE(waitFor([&] { return !dialog.isBusy() && dialog.step() == step && next->isEnabled(); }));
        looker.lookAt(dialog, QStringLiteral("import %1").arg(step));
        next->click();
    }
    REQUIRE(waitFor([&] { return !dialog.isBusy() && dialog.step() == ImportDialog::ResultStep; }));
    looker.lookAt(dialog, QStringLiteral("import result"));
}
} // namespace

TEST_CASE("every word of the window that is no data comes from a translator", "[translation][tour]")
{
    const QTemporaryDir folder;
    const QString file = sampleFile(folder);
    MarkedProgram program(folder);
    REQUIRE(program.window.openFile(file));
    const Data data(program.window.store());
    Looker looker(data);
    lookAtPages(program.window, looker);
    checkThatAllIsMarked(looker, 1000);
}

// The dialogs of the tour, and each of what can leave.
TEST_CASE("every word of a dialog that is no data comes from a translator", "[translation][tour]")
{
    const QTemporaryDir folder;
    const QString file = sampleFile(folder);
    const QString list = folder.filePath(QStringLiteral("recommendations.csv"));
    {
        const auto session = FileSession::open(file, QStringLiteral("Tester"));
        REQUIRE_OK(session);
        REQUIRE_OK(exportList((*session)->store(), {Entity::Recommendation, {}, {}}, list, Audience::Internal));
    }
    MarkedProgram program(folder);
    MainWindow& window = program.window;
    REQUIRE(window.openFile(file));
    AppContext& context = window.workspace()->context();
    Data data(window.store());
    for (const QString& known : {file, QFileInfo(file).fileName(), list, QFileInfo(list).fileName(), folder.path(),
                                 QStringLiteral("R")}) // as in R0001, the key of a record
        data.add(known);
    Looker looker(data);

    ExportDialog out(context, {QStringLiteral("person")}, &window);
    lookAtExports(out, looker);
    out.hide();
    ImportDialog in(context, list, Entity::Recommendation, &window);
    lookAtImport(in, looker);
    in.hide();
    REQUIRE_OK(window.store()->backupIfOlderThan(0));
    for (const BackupEntry& backup : allBackups(*window.store()))
        data.add(QFileInfo(backup.path).fileName());
    BackupsDialog backups(
        context, [] { return QString(); }, &window);
    backups.show();
    REQUIRE(waitFor([&] { return backups.isRead(); }));
    looker.lookAt(backups, QStringLiteral("backups"));
    const auto people = window.store()->ids(Entity::Person);
    REQUIRE_OK(people);
    const auto places = erasurePlaces(*window.store(), people->front());
    REQUIRE_OK(places);
    EraseDialog erase(*places, &window);
    erase.show();
    looker.lookAt(erase, QStringLiteral("erase"));
    SettingsDialog set(ComputerSettings(program.settings), window.store(), program.dialogs, &window);
    data.add(ComputerSettings(program.settings).author());
    set.show();
    looker.lookAt(set, QStringLiteral("settings"));
    checkThatAllIsMarked(looker, 400);
}

TEST_CASE("every word about an encrypted file that is no data comes from a translator", "[translation][tour]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("encrypted.dtp"));
    const QString secret = QStringLiteral("kettle ladder monsoon ferry");
    const QString holder = QStringLiteral("Ana Lim");
    REQUIRE(FileSession::createEncrypted(file, QStringLiteral("Tester"), cheapPassphrase(holder, secret)));
    vault::lockAll();
    MarkedProgram program(folder);
    Data data;
    data.add(holder);
    data.add(file);
    data.add(QFileInfo(file).fileName());
    Looker looker(data);
    CHECK_FALSE(program.window.openFile(file));
    REQUIRE(waitFor([&] { return program.window.unlockPage().isVisible(); }));
    looker.lookAt(program.window, QStringLiteral("unlock"));
    program.dialogs.saveFile = folder.filePath(QStringLiteral("Secretariat.dtp"));
    data.add(QStringLiteral("Secretariat.dtp"));
    program.window.action(QStringLiteral("new"))->trigger();
    REQUIRE(waitFor([&] { return program.window.newFilePage().isVisible(); }));
    looker.lookAt(program.window, QStringLiteral("new file"));
    REQUIRE_OK(vault::unlock(file, secret));
    {
        PassphrasesDialog passphrases(file, program.dialogs, &program.window);
        passphrases.show();
        processPending();
        looker.lookAt(passphrases, QStringLiteral("passphrases"));
    }
    vault::lockAll();
    checkThatAllIsMarked(looker, 30);
}
