// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/ui_walk.h>

#include <deeds/deed.h>
#include <erasure/erase_person.h>
#include <exports/export_catalogue.h>
#include <lists/export_file.h>
#include <privacy/recall.h>
#include <support/catch.h>
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
#include <ui/settings/settings_dialog.h>
#include <ui/settings/words_dialog.h>
#include <ui/shell/file_session.h>
#include <ui/shell/help.h>
#include <ui/tables/columns_dialog.h>
#include <ui/widgets/page.h>
#include <ui/widgets/theme.h>

#include <QApplication>
#include <QPushButton>
#include <QTabBar>

namespace dtp::test
{

namespace
{
void settle()
{
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
}
} // namespace

SampleProgram::SampleProgram(int people)
{
    applyTheme(*qApp, ThemeChoice::Light);
    REQUIRE_OK(FileSession::createSample(file, QStringLiteral("Tester"), people, {}));
    window = std::make_unique<MainWindow>(settings, dialogs);
    window->resize(1024, 700);
    window->show();
    REQUIRE(window->openFile(file));
}

std::vector<qint64> SampleProgram::first(Entity entity, qint64 count)
{
    const auto ids = window->store()->ids(entity, Where().first(count));
    REQUIRE_OK(ids);
    return *ids;
}

void walkPage(MainWindow& window, const NavigationEntry& entry, const Visit& visit)
{
    const auto look = [&] {
        settle();
        visit(window, entry.name);
    };
    window.workspace()->openPage(entry.name);
    look();
    const auto ids = entry.entity == Entity::None ? Result<std::vector<qint64>>(std::vector<qint64>{})
                                                  : window.store()->ids(entry.entity, Where().first(1));
    REQUIRE_OK(ids);
    if (!ids->empty())
        window.workspace()->currentPage()->showRecord(ids->front());
    look();
    for (QTabBar* tabs : window.workspace()->currentPage()->findChildren<QTabBar*>()) {
        for (int tab = 0; tab < tabs->count() && tabs->isVisible(); ++tab) {
            tabs->setCurrentIndex(tab);
            look();
        }
    }
}

namespace
{
void show(QDialog& dialog, const Visit& visit, const QString& where)
{
    dialog.show();
    settle();
    visit(dialog, where);
}

void walkExports(SampleProgram& program, const Visit& visit)
{
    ExportDialog dialog(program.context(), {QStringLiteral("person")}, program.window.get());
    dialog.show();
    for (const auto& exportable : exportCatalogue()) {
        for (const Audience audience : {Audience::Internal, Audience::Funder}) {
            dialog.choose(exportable->key(), audience, exportable->formats().front().ending);
            REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
            show(dialog, visit, QStringLiteral("export ") + exportable->key());
        }
    }
}

void walkImport(SampleProgram& program, const Visit& visit)
{
    const QString list = program.folder.filePath(QStringLiteral("recommendations.csv"));
    REQUIRE_OK(exportList(*program.window->store(), {Entity::Recommendation, {}, {}}, list, Audience::Internal));
    ImportDialog dialog(program.context(), list, Entity::Recommendation, program.window.get());
    dialog.show();
    auto* next = dialog.findChild<QPushButton*>(QStringLiteral("next"));
    REQUIRE(next);
    for (const auto step : {ImportDialog::FileStep, ImportDialog::ColumnsStep, ImportDialog::PreviewStep}) {
        REQUIRE(waitFor([&] { return !dialog.isBusy() && dialog.step() == step && next->isEnabled(); }));
        show(dialog, visit, QStringLiteral("import %1").arg(step));
        next->click();
    }
    REQUIRE(waitFor([&] { return !dialog.isBusy() && dialog.step() == ImportDialog::ResultStep; }));
    show(dialog, visit, QStringLiteral("import result"));
}

// Each for one record and for several.
void walkDeeds(SampleProgram& program, const Visit& visit)
{
    for (const Entity entity :
         {Entity::Person, Entity::RiskCase, Entity::Task, Entity::Recommendation, Entity::Network}) {
        for (const qint64 count : {1, 12}) {
            const auto ids = program.first(entity, count);
            for (const Deed* deed : deedsFor(entity)) {
                const DeedCall call = deed->begin(*program.window->store(), entity, ids);
                if (!deed->asksSomething() || deed->isExport() ||
                    !reasonAgainst(*deed, *program.window->store(), call).isEmpty())
                    continue;
                DeedDialog dialog(program.context(), *deed, call, program.window.get());
                show(dialog, visit, QStringLiteral("deed %1 of %2").arg(QLatin1String(deed->key)).arg(count));
            }
        }
    }
}
} // namespace

void walkDialogs(SampleProgram& program, const Visit& visit)
{
    MainWindow& window = *program.window;
    AppContext& context = program.context();
    walkExports(program, visit);
    walkImport(program, visit);
    walkDeeds(program, visit);
    REQUIRE_OK(window.store()->backupIfOlderThan(0));
    BackupsDialog backups(
        context, [] { return QString(); }, &window);
    backups.show();
    REQUIRE(waitFor([&] { return backups.isRead(); }));
    show(backups, visit, QStringLiteral("backups"));
    const auto people = program.first(Entity::Person, 12);
    const auto places = erasurePlaces(*window.store(), people.front());
    REQUIRE_OK(places);
    EraseDialog erase(*places, &window);
    show(erase, visit, QStringLiteral("erase"));
    const auto copies = copiesWith(*window.store(), Id<Person>{people.front()});
    REQUIRE_OK(copies);
    RecallDialog recall(context, Id<Person>{people.front()}, *copies, &window);
    show(recall, visit, QStringLiteral("recall"));
    ConsentDialog one(context, {people.front()}, &window);
    show(one, visit, QStringLiteral("consents of one"));
    ConsentDialog many(context, people, &window);
    show(many, visit, QStringLiteral("consents of many"));
    HistoryDialog history(context, &window);
    show(history, visit, QStringLiteral("history"));
    const Id<Workshop> workshop{program.first(Entity::Workshop, 1).front()};
    TargetsDialog targets(context, workshop, &window);
    show(targets, visit, QStringLiteral("targets"));
    ProposalDialog proposal(context, workshop, &window);
    proposal.show();
    REQUIRE(waitFor([&] { return !proposal.isBusy(); }));
    show(proposal, visit, QStringLiteral("proposal"));
    const QList<QAction*> actions = window.findChildren<QAction*>();
    ShortcutsDialog keys({actions.begin(), actions.end()}, &window);
    show(keys, visit, QStringLiteral("keys"));
    AboutDialog about(&window);
    show(about, visit, QStringLiteral("about"));
    SettingsDialog settings(ComputerSettings(program.settings), window.store(), program.dialogs, &window);
    show(settings, visit, QStringLiteral("settings"));
    WordsDialog words(*window.store(), program.dialogs, QStringLiteral("skills"), &window);
    show(words, visit, QStringLiteral("words"));
    ColumnsDialog columns(listedColumns(Entity::Person), {QStringLiteral("country")}, &window);
    show(columns, visit, QStringLiteral("columns"));
}

} // namespace dtp::test
