// SPDX-License-Identifier: GPL-3.0-or-later
// A window with a sample in which everybody needs care, and what of it must not be seen in discreet mode.
#pragma once

#include <records/all_records.h>
#include <records/kinds.h>
#include <records/masking.h>
#include <sample/sample.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <support/ui_words.h>
#include <ui/discretion/discreet_switch.h>
#include <ui/pages/home/home_page.h>
#include <ui/pages/reports/report_preview.h>
#include <ui/records/record_page.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>

#include <QSettings>
#include <QTabWidget>
#include <QTest>

namespace dtp::test
{

inline QString s(const char* text)
{
    return QString::fromUtf8(text);
}

// A window with the sample, of which everybody needs care, in one way or another.
struct CarefulWindow {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(s("settings.ini")), QSettings::IniFormat};
    RecordingDialogs dialogs;
    FixedClock clock{utcMoment(QDate(2026, 6, 1), QTime(9, 0))};
    MainWindow window{settings, dialogs, nullptr, &clock};
    QStringList secrets;

    explicit CarefulWindow(int people = 60)
    {
        REQUIRE(window.createFile(folder.filePath(s("file.dtp"))));
        REQUIRE_OK(fillWithSample(store(), SampleSize{people, 1990}));
        store().noteChangesElsewhere();
        window.resize(1366, 768);
        window.show();
    }
    Store& store() { return *window.store(); }
    Workspace& workspace() { return *window.workspace(); }

    void makeEverybodyCareful()
    {
        const QString levels[] = {s("at_risk"), s("careful"), s("a word of another office")};
        REQUIRE_OK(store().change(s("Set the safety of all"), [&](ChangeWriter& writer) -> Result<> {
            DTP_TRY(people, writer.store().find<Person>());
            size_t number = 0;
            for (Person& person : people) {
                person.safetyLevel = levels[number++ % 3];
                person.safeChannel = s("Only over the neighbour %1").arg(number);
                person.identity = s("Of the invented people %1").arg(number);
                person.notes = s("Knows %1 from school").arg(fullName(people.front()));
                DTP_CHECK(writer.update(person));
            }
            return {};
        }));
    }
    void gatherSecrets()
    {
        const auto people = store().find<Person>();
        REQUIRE_OK(people);
        for (const Person& person : *people)
            secrets << fullName(person) << QString(person.familyName + s(", ") + person.givenName)
                    << person.ownScriptName;
        const auto names = store().find<AlternateName>();
        REQUIRE_OK(names);
        for (const AlternateName& name : *names)
            secrets << name.name;
        const auto contacts = store().find<ContactPoint>();
        REQUIRE_OK(contacts);
        for (const ContactPoint& contact : *contacts)
            secrets << contact.value;
        QSet<QString> restricted;
        QSet<QString> others; // what stands elsewhere as well is no secret
        for (const RecordType& type : allRecordTypes()) {
            const auto records = store().find(type.entity);
            REQUIRE_OK(records);
            for (const RecordValues& values : *records) {
                for (size_t i = 0; i < type.fields.size(); ++i) {
                    const bool isSecret =
                        isMaskedOnScreen(type, type.fields[i]) && traitsOf(type.fields[i]).isFreeText();
                    (isSecret ? restricted : others).insert(values.fields.at(static_cast<qsizetype>(i)).toString());
                }
            }
        }
        for (const RecordType& type : allRecordTypes()) {
            for (const Field& field : type.fields)
                others.insert(field.hintText()); // an example
        }
        const QSet<QString> hidden = restricted - others;
        REQUIRE(hidden.size() > 20);
        secrets << QStringList(hidden.begin(), hidden.end());
        secrets.removeDuplicates();
        secrets.removeIf([](const QString& secret) { return secret.trimmed().size() < 4; });
        REQUIRE(secrets.size() > 100);
    }

    // Pages may read on other threads.
    void settle()
    {
        for (int i = 0; i < 3; ++i) {
            REQUIRE(waitUntilQuiet(window));
            for (const HomePage* home : window.findChildren<HomePage*>())
                REQUIRE(waitFor([&] { return !home->isVisible() || home->isUpToDate(); }));
            for (const ReportPreview* preview : window.findChildren<ReportPreview*>())
                REQUIRE(waitFor([&] { return !preview->isWaiting(); }));
        }
    }
    void checkNobodyIsNamed(const QString& where)
    {
        settle();
        checkNow(where);
    }
    void checkNow(const QString& where) const
    {
        QStringList seen;
        for (const ShownWords& said : allShownWords()) {
            for (const QString& secret : secrets) {
                if (said.text.contains(secret) && seen.size() < 5)
                    seen.append(QStringLiteral("%1: %2 in %3").arg(said.where, secret, said.text.left(200)));
            }
        }
        INFO(where.toStdString());
        CHECK(seen == QStringList());
    }
    void walkTabs(const QString& where)
    {
        const auto all = workspace().currentPage()->findChildren<QTabWidget*>();
        for (QTabWidget* tabs : all) {
            for (int i = 0; tabs->isVisible() && i < tabs->count(); ++i) {
                if (!tabs->isTabVisible(i))
                    continue;
                tabs->setCurrentIndex(i);
                checkNobodyIsNamed(where + s(" › ") + tabs->tabText(i));
            }
        }
    }
};

inline bool isNamedSomewhere(const QString& name)
{
    for (const ShownWords& said : allShownWords()) {
        if (said.text.contains(name))
            return true;
    }
    return false;
}

inline void pressKey(QWidget& widget)
{
    QTest::keyClick(&widget, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
}

inline RecordPage& pageOf(CarefulWindow& own, const char* name)
{
    own.workspace().openPage(s(name));
    auto* page = qobject_cast<RecordPage*>(own.workspace().currentPage());
    REQUIRE(page);
    REQUIRE(waitFor([&] { return page->list().isComplete(); }));
    return *page;
}
} // namespace dtp::test
