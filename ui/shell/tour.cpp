// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/shell/tour.h>

#include <meaning/codes.h>
#include <records/programs.h>
#include <ui/backups/backups_dialog.h>
#include <ui/erasure/erase_dialog.h>
#include <ui/export/export_dialog.h>
#include <ui/merging/merge_dialog.h>
#include <ui/pages/import/import_dialog.h>
#include <ui/pages/start/start_page.h>
#include <ui/settings/settings_dialog.h>
#include <ui/shell/file_session.h>
#include <ui/shell/main_window.h>
#include <ui/shell/tour_files.h>
#include <ui/shell/workspace.h>
#include <ui/vault/passphrases_dialog.h>
#include <ui/widgets/theme.h>
#include <ui/widgets/window_dialogs.h>
#include <vault/vault.h>

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QTabBar>
#include <QTextStream>

namespace dtp
{

namespace
{
// Errors in a tour go to the terminal: there is nobody to click.
class PrintingDialogs final : public Dialogs
{
public:
    void showError(QWidget*, const Error& error) override
    {
        QTextStream(stderr) << error.sentence << ' ' << error.detail << '\n';
    }
    bool confirm(QWidget*, const QString&, const QString&) override { return true; }
    QString askOpenFile(QWidget*, const QString&, const QString&) override { return {}; }
    QString askSaveFile(QWidget*, const QString&, const QString&, const QString&) override { return saveFile; }
    std::optional<QString> askText(QWidget*, const QString&, const QString&, const QString&) override
    {
        return std::nullopt;
    }
    void open(const QString&) override {}
    Result<bool> print(QWidget*, const QString&, const QByteArray&) override { return false; }

    QString saveFile;
};

// Lets lists fill and threads report.
void settle(int milliseconds = 250)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

bool shoot(QWidget& widget, const QString& path, int milliseconds = 250)
{
    settle(milliseconds);
    return widget.grab().save(path);
}

// A record that has something to show: of people a focal point, else the first of the list.
qint64 firstRecord(const Store& store, const NavigationEntry& entry)
{
    Where where;
    where.first(1);
    if (entry.entity == Entity::Person) {
        const auto roles = store.find<Membership>(Where("role", codeText(NetworkRole::FocalPoint)).first(1));
        return roles && !roles->empty() ? roles->front().person.value : 0;
    }
    if (entry.entity == Entity::Workshop)
        where.orderBy("start_date");
    else if (entry.entity == Entity::ProgramEdition)
        where.orderBy("start_date", true); // the top of its list
    else if (entry.entity == Entity::Disclosure)
        where.orderBy("at_time", true);
    const auto ids = store.ids(entry.entity, where);
    return ids && !ids->empty() ? ids->front() : 0;
}

// In which things come in and go out.
int shootDialogs(MainWindow& window, QSettings& settings, const QDir& dir, const QString& theme)
{
    AppContext& context = window.workspace()->context();
    ExportDialog out(context, {QStringLiteral("person")}, &window);
    out.choose(QStringLiteral("person"), Audience::Funder, QStringLiteral("xlsx"));
    out.show();
    ImportDialog in(context, dir.filePath(QStringLiteral("recommendations.csv")), Entity::Recommendation, &window);
    in.show();
    if (const auto made = window.store()->backupIfOlderThan(0); !made)
        context.dialogs.showError(&window, made.error());
    BackupsDialog backups(
        context, [] { return QString(); }, &window);
    backups.show();
    SettingsDialog set(ComputerSettings(settings), window.store(), context.dialogs, &window);
    set.begin(SettingsDialog::Place::Top);
    set.show();
    int erasing = 0;
    if (const auto people = window.store()->ids(Entity::Person); people && !people->empty()) {
        const auto places = erasurePlaces(*window.store(), people->front());
        if (!places) {
            context.dialogs.showError(&window, places.error());
        } else {
            EraseDialog erase(*places, &window);
            erase.show();
            erasing = shoot(erase, dir.filePath(QStringLiteral("dialog-erase-%1.png").arg(theme)));
        }
    }
    constexpr int patience = 800;
    int merging = 0;
    if (const auto two = window.store()->ids(Entity::Person, Where().first(2)); two && two->size() == 2) {
        auto plan = planMerge(*window.store(), *two);
        if (!plan) {
            context.dialogs.showError(&window, plan.error());
        } else {
            MergeDialog merge(context, std::move(*plan), &window);
            merge.show();
            merging = shoot(merge, dir.filePath(QStringLiteral("dialog-merge-%1.png").arg(theme)));
        }
    }
    return erasing + merging + shoot(out, dir.filePath(QStringLiteral("dialog-export-%1.png").arg(theme)), patience) +
           shoot(in, dir.filePath(QStringLiteral("dialog-import-%1.png").arg(theme)), patience) +
           shoot(set, dir.filePath(QStringLiteral("dialog-settings-%1.png").arg(theme))) +
           shoot(backups, dir.filePath(QStringLiteral("dialog-backups-%1.png").arg(theme)), patience);
}

// What an encrypted file asks. The file's key costs nothing: it holds nobody.
Result<int> shootVault(QSettings& settings, PrintingDialogs& dialogs, const QDir& dir, const QString& theme)
{
    const QString file = dir.filePath(QStringLiteral("encrypted.dtp"));
    const QString secret = QStringLiteral("kettle ladder monsoon ferry");
    QFile::remove(file);
    constexpr int leastMemory = 8; // KiB
    DTP_CHECK(FileSession::createEncrypted(
                  file, QStringLiteral("Tour"),
                  {QStringLiteral("Ana Lim"), vault::SecretBytes::ofText(secret), vault::Cost{1, leastMemory, 1}})
                  .map([](const FileSession::Encrypted&) {}));
    vault::lockAll();
    MainWindow window(settings, dialogs);
    window.resize(1366, 768);
    window.show();
    window.openFile(file);
    int pictures = shoot(window, dir.filePath(QStringLiteral("vault-unlock-%1.png").arg(theme)));
    dialogs.saveFile = dir.filePath(QStringLiteral("Secretariat.dtp"));
    window.action(QStringLiteral("new"))->trigger();
    pictures += shoot(window, dir.filePath(QStringLiteral("vault-new-file-%1.png").arg(theme)));
    DTP_CHECK(vault::unlock(file, secret));
    PassphrasesDialog passphrases(file, dialogs, &window);
    passphrases.show();
    pictures += shoot(passphrases, dir.filePath(QStringLiteral("vault-passphrases-%1.png").arg(theme)));
    vault::lockAll();
    QFile::remove(file);
    return pictures;
}

// A page with its first record, and as wide as it gets.
int shootPage(MainWindow& window, const NavigationEntry& entry, const QDir& dir, const QString& theme)
{
    window.workspace()->openPage(entry.name);
    settle(50);
    if (const qint64 record = entry.entity == Entity::None ? 0 : firstRecord(*window.store(), entry))
        window.workspace()->currentPage()->showRecord(record);
    // The preview of a report is made beside, which takes its time.
    const int patience = entry.entity == Entity::Report ? 3000 : 250;
    int pictures = shoot(window, dir.filePath(QStringLiteral("%1-%2.png").arg(entry.name, theme)), patience);
    if (auto* const tabs =
            entry.entity == Entity::Workshop ? window.workspace()->currentPage()->findChild<QTabBar*>() : nullptr) {
        for (const int tab : {2, 1}) {
            tabs->setCurrentIndex(tab);
            pictures +=
                shoot(window, dir.filePath(QStringLiteral("%1-%2-%3.png").arg(entry.name).arg(tab).arg(theme)));
        }
    }
    window.resize(1920, 1080);
    pictures += shoot(window, dir.filePath(QStringLiteral("%1-%2-1920.png").arg(entry.name, theme)), patience);
    window.resize(1280, 800);
    return pictures;
}
} // namespace

Result<> runTour(const QString& folder, int people)
{
    QTextStream out(stdout);
    const QDir dir(folder);
    if (!QDir().mkpath(dir.absolutePath()))
        return fail(QCoreApplication::translate("Tour", "The folder “%1” cannot be made.").arg(folder));
    const QString file = dir.filePath(QStringLiteral("sample.dtp"));
    QFile::remove(file);
    if (const auto made = FileSession::createSample(file, QStringLiteral("Tour"), people, {}); !made)
        return made;
    QSettings settings(dir.filePath(QStringLiteral("tour.ini")), QSettings::IniFormat);
    settings.clear();
    PrintingDialogs dialogs;
    int pictures = 0;
    QStringList files;
    {
        MainWindow window(settings, dialogs);
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(*qApp, theme);
            window.resize(1280, 800);
            window.show();
            if (!window.workspace()) {
                pictures += shoot(window, dir.filePath(QStringLiteral("start-%1.png").arg(themeCode(theme))));
                if (!window.openFile(file))
                    return fail(window.startPage().problemText());
                // Before the pictures, so that the ledger has something to show.
                DTP_TRY(written, writeTourFiles(*window.store(), dir));
                files = std::move(written);
            }
            for (const NavigationEntry& entry : window.workspace()->entries())
                pictures += shootPage(window, entry, dir, themeCode(theme));
            pictures += shootDialogs(window, settings, dir, themeCode(theme));
            DTP_TRY(vaultPictures, shootVault(settings, dialogs, dir, themeCode(theme)));
            pictures += vaultPictures;
        }
        out << QCoreApplication::translate("Tour", "%1 pictures and %2 files are in %3")
                   .arg(pictures)
                   .arg(files.size())
                   .arg(dir.absolutePath())
            << '\n';
        for (const QString& name : files)
            out << "  " << dir.filePath(name) << '\n';
    }
    return {};
}

} // namespace dtp
