// SPDX-License-Identifier: GPL-3.0-or-later
// Every page with its first record, every tab, in the sizes of windows that people have: nothing is cut, nothing
// stands outside of what holds it or upon another.
#include <deeds/deed.h>
#include <erasure/erase_person.h>
#include <exports/export_catalogue.h>
#include <lists/export_file.h>
#include <privacy/recall.h>
#include <support/catch.h>
#include <support/ui_fit.h>
#include <support/ui_window.h>
#include <ui/backups/backups_dialog.h>
#include <ui/consents/consent_dialog.h>
#include <ui/erasure/erase_dialog.h>
#include <ui/export/export_dialog.h>
#include <ui/export/recall_dialog.h>
#include <ui/history/history_dialog.h>
#include <ui/pages/import/import_dialog.h>
#include <ui/pages/invitations/proposal_dialog.h>
#include <ui/pages/invitations/targets_dialog.h>
#include <ui/records/deed_dialog.h>
#include <ui/shell/file_session.h>
#include <ui/shell/help.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/widgets/page.h>
#include <ui/widgets/theme.h>

#include <QApplication>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>

using namespace dtp;
using namespace dtp::test;

namespace
{
void settle()
{
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
}

// Adds up what is found in several windows.
class Look
{
public:
    void at(const QWidget& window, const QString& where)
    {
        settle();
        const Room room = roomIn(window);
        m_texts += room.texts;
        for (const QString& fault : room.faults) {
            if (const QString line = where + QStringLiteral(": ") + fault; !m_faults.contains(line))
                m_faults.append(line);
        }
    }
    void atPage(MainWindow& window, const NavigationEntry& entry, QSize size)
    {
        const QString where = QStringLiteral("%1 %2×%3").arg(entry.name).arg(size.width()).arg(size.height());
        window.resize(size);
        window.workspace()->openPage(entry.name);
        at(window, where);
        const auto ids = entry.entity == Entity::None ? Result<std::vector<qint64>>(std::vector<qint64>{})
                                                      : window.store()->ids(entry.entity, Where().first(1));
        REQUIRE_OK(ids);
        if (!ids->empty())
            window.workspace()->currentPage()->showRecord(ids->front());
        at(window, where);
        for (QTabBar* tabs : window.workspace()->currentPage()->findChildren<QTabBar*>()) {
            for (int tab = 0; tab < tabs->count() && tabs->isVisible(); ++tab) {
                tabs->setCurrentIndex(tab);
                at(window, where);
            }
        }
        if (window.size() != size)
            m_faults.append(where + QStringLiteral(": takes %1×%2").arg(window.width()).arg(window.height()));
    }
    void note(const QString& fault) { m_faults.append(fault); }
    void check(int leastTexts) const
    {
        INFO(m_faults.join(QLatin1Char('\n')).toStdString());
        CHECK(m_faults.isEmpty());
        CHECK(m_texts > leastTexts);
    }

private:
    QStringList m_faults;
    int m_texts = 0;
};

// A window with a sample file, as it is shown on the screen.
struct SampleProgram {
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("file.dtp"));
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    RecordingDialogs dialogs;
    std::unique_ptr<MainWindow> window;

    explicit SampleProgram(int people)
    {
        applyTheme(*qApp, ThemeChoice::Light);
        REQUIRE_OK(FileSession::createSample(file, QStringLiteral("Tester"), people, {}));
        window = std::make_unique<MainWindow>(settings, dialogs);
        window->resize(1024, 700);
        window->show();
        REQUIRE(window->openFile(file));
    }
    AppContext& context() { return window->workspace()->context(); }
    std::vector<qint64> first(Entity entity, qint64 count)
    {
        const auto ids = window->store()->ids(entity, Where().first(count));
        REQUIRE_OK(ids);
        return *ids;
    }
};

void lookAt(Look& look, QDialog& dialog, const QString& where)
{
    dialog.show();
    look.at(dialog, where);
    if (dialog.width() > 1024 || dialog.height() > 700)
        look.note(QStringLiteral("%1: takes %2×%3").arg(where).arg(dialog.width()).arg(dialog.height()));
}

void lookAtExports(Look& look, SampleProgram& program)
{
    ExportDialog dialog(program.context(), {QStringLiteral("person")}, program.window.get());
    dialog.show();
    for (const auto& exportable : exportCatalogue()) {
        for (const Audience audience : {Audience::Internal, Audience::Funder}) {
            dialog.choose(exportable->key(), audience, exportable->formats().front().ending);
            REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
            lookAt(look, dialog, QStringLiteral("export ") + exportable->key());
        }
    }
}

void lookAtImport(Look& look, SampleProgram& program)
{
    const QString list = program.folder.filePath(QStringLiteral("recommendations.csv"));
    REQUIRE_OK(exportList(*program.window->store(), {Entity::Recommendation, {}, {}}, list, Audience::Internal));
    ImportDialog dialog(program.context(), list, Entity::Recommendation, program.window.get());
    dialog.show();
    auto* next = dialog.findChild<QPushButton*>(QStringLiteral("next"));
    REQUIRE(next);
    for (const auto step : {ImportDialog::FileStep, ImportDialog::ColumnsStep, ImportDialog::PreviewStep}) {
        REQUIRE(waitFor([&] { return !dialog.isBusy() && dialog.step() == step && next->isEnabled(); }));
        lookAt(look, dialog, QStringLiteral("import %1").arg(step));
        next->click();
    }
    REQUIRE(waitFor([&] { return !dialog.isBusy() && dialog.step() == ImportDialog::ResultStep; }));
    lookAt(look, dialog, QStringLiteral("import result"));
}

// Each for one record and for several.
void lookAtDeeds(Look& look, SampleProgram& program)
{
    for (const Entity entity :
         {Entity::Person, Entity::RiskCase, Entity::Task, Entity::Recommendation, Entity::Network}) {
        for (const qint64 count : {1, 12}) {
            const auto ids = program.first(entity, count);
            for (const Deed* deed : deedsFor(entity)) {
                const DeedCall call = deed->begin(*program.window->store(), entity, ids);
                if (!deed->asksSomething() || !reasonAgainst(*deed, *program.window->store(), call).isEmpty())
                    continue;
                DeedDialog dialog(program.context(), *deed, call, program.window.get());
                lookAt(look, dialog, QStringLiteral("deed %1 of %2").arg(QLatin1String(deed->key)).arg(count));
            }
        }
    }
}
} // namespace

TEST_CASE("Nothing on a page is cut or stands upon another, in any usual size of the window", "[window][room]")
{
    SampleProgram program(300);
    Look look;
    for (const QSize size : {QSize(1024, 700), QSize(1366, 768), QSize(1920, 1080)}) {
        for (const NavigationEntry& entry : program.window->workspace()->entries())
            look.atPage(*program.window, entry, size);
    }
    look.check(3000);
}

TEST_CASE("Nothing in a dialog is cut or stands upon another, and each fits a small screen", "[window][room]")
{
    SampleProgram program(300);
    MainWindow& window = *program.window;
    AppContext& context = program.context();
    Look look;
    lookAtExports(look, program);
    lookAtImport(look, program);
    lookAtDeeds(look, program);
    REQUIRE_OK(window.store()->backupIfOlderThan(0));
    BackupsDialog backups(
        context, [] { return QString(); }, &window);
    backups.show();
    REQUIRE(waitFor([&] { return backups.isRead(); }));
    lookAt(look, backups, QStringLiteral("backups"));
    const auto people = program.first(Entity::Person, 12);
    const auto places = erasurePlaces(*window.store(), people.front());
    REQUIRE_OK(places);
    EraseDialog erase(*places, &window);
    lookAt(look, erase, QStringLiteral("erase"));
    const auto copies = copiesWith(*window.store(), Id<Person>{people.front()});
    REQUIRE_OK(copies);
    RecallDialog recall(context, Id<Person>{people.front()}, *copies, &window);
    lookAt(look, recall, QStringLiteral("recall"));
    ConsentDialog one(context, {people.front()}, &window);
    lookAt(look, one, QStringLiteral("consents of one"));
    ConsentDialog many(context, people, &window);
    lookAt(look, many, QStringLiteral("consents of many"));
    HistoryDialog history(context, &window);
    lookAt(look, history, QStringLiteral("history"));
    const Id<Workshop> workshop{program.first(Entity::Workshop, 1).front()};
    TargetsDialog targets(context, workshop, &window);
    lookAt(look, targets, QStringLiteral("targets"));
    ProposalDialog proposal(context, workshop, &window);
    proposal.show();
    REQUIRE(waitFor([&] { return !proposal.isBusy(); }));
    lookAt(look, proposal, QStringLiteral("proposal"));
    const QList<QAction*> actions = window.findChildren<QAction*>();
    ShortcutsDialog keys({actions.begin(), actions.end()}, &window);
    lookAt(look, keys, QStringLiteral("keys"));
    AboutDialog about(&window);
    lookAt(look, about, QStringLiteral("about"));
    look.check(1000);
}
