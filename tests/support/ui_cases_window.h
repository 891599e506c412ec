// SPDX-License-Identifier: GPL-3.0-or-later
// A window with somebody who has cases, and all that can be seen in it.
#pragma once

#include <records/cases.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/records/record_page.h>
#include <ui/records/record_view.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTextEdit>

namespace dtp::test
{

inline QString s(const char* text)
{
    return QString::fromUtf8(text);
}

inline QStringList cellsOf(RecordPage& page)
{
    QStringList cells;
    for (int row = 0; row < page.list().rowCount(); ++row) {
        for (int column = 0; column < page.list().columnCount(); ++column)
            cells.append(page.list().index(row, column).data().toString());
    }
    return cells;
}

// All that can be seen of it, or read by a screen reader.
inline QStringList seenIn(const QWidget& parent)
{
    QStringList seen;
    QList<const QWidget*> widgets{&parent};
    for (const QWidget* each : parent.findChildren<QWidget*>())
        widgets.append(each);
    for (const QWidget* each : widgets) {
        if (!each->isVisible())
            continue;
        seen << each->accessibleName() << each->accessibleDescription() << each->toolTip() << each->windowTitle();
        if (const auto* label = qobject_cast<const QLabel*>(each))
            seen.append(label->text());
        if (const auto* button = qobject_cast<const QAbstractButton*>(each))
            seen.append(button->text());
        if (const auto* line = qobject_cast<const QLineEdit*>(each))
            seen.append(line->text());
        if (const auto* text = qobject_cast<const QTextEdit*>(each))
            seen.append(text->toPlainText());
        if (const auto* text = qobject_cast<const QPlainTextEdit*>(each))
            seen.append(text->toPlainText());
        if (const auto* combo = qobject_cast<const QComboBox*>(each))
            seen.append(combo->currentText());
        const auto* view = qobject_cast<const QAbstractItemView*>(each);
        const QAbstractItemModel* model = view ? view->model() : nullptr;
        for (int row = 0; model && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                    seen.append(model->index(row, column).data(role).toString());
            }
        }
    }
    seen.removeAll(QString());
    return seen;
}

inline bool saysAnywhere(const QWidget& parent, const QString& words)
{
    return !seenIn(parent).filter(words).isEmpty();
}

inline const char* const secrets[] = {"Zerubina",     "Qwortlefax",     "Mali",
                                      "Was followed", "Only by Signal", "Got a new lock"};

// A window with somebody who has three cases: late, due soon, and not yet.
struct CasesWindow {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(s("settings.ini")), QSettings::IniFormat};
    RecordingDialogs dialogs;
    FixedClock clock{utcMoment(QDate(2026, 6, 1), QTime(9, 0))};
    MainWindow window{settings, dialogs, nullptr, &clock};
    Person person;
    std::vector<RiskCase> cases;

    CasesWindow()
    {
        REQUIRE(window.createFile(folder.filePath(s("file.dtp"))));
        person = addPerson(*window.store(), s("Zerubina"), s("Qwortlefax"));
        for (const int days : {-3, 10, 40}) {
            RiskCase one;
            one.person = person.id;
            one.opened = QDate(2026, 5, 1);
            one.level = s("acute");
            one.responsible = s("Mali");
            one.nextReview = QDate(2026, 6, 1).addDays(days);
            one.whatHappened = s("Was followed");
            one.safeChannel = s("Only by Signal");
            add(s("Open a case"), one);
            CaseEntry entry;
            entry.riskCase = one.id;
            entry.date = QDate(2026, 5, 2);
            entry.note = s("Got a new lock");
            entry.by = s("Mali");
            add(s("Write in the log of a case"), entry);
            cases.push_back(one);
        }
        window.resize(1366, 768);
        window.show();
    }

    template <class R>
    void add(const QString& sentence, R& record)
    {
        REQUIRE_OK(window.store()->change(sentence, [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(record));
            return {};
        }));
    }

    // How the case is called in the window.
    QString called(size_t at) const { return QStringLiteral("Case %1 of 1 May 2026").arg(caseCode(cases[at].id)); }

    RecordPage& page()
    {
        window.workspace()->openPage(s("cases"));
        auto* page = qobject_cast<RecordPage*>(window.workspace()->currentPage());
        REQUIRE(page);
        return *page;
    }

    void checkNothingIsSeen() const
    {
        for (const char* secret : secrets) {
            INFO(secret);
            CHECK(seenIn(window).filter(s(secret)) == QStringList());
        }
    }
};

inline QPushButton& showNames(RecordPage& page)
{
    auto* show = page.findChild<QPushButton*>(s("showNames"));
    REQUIRE(show);
    return *show;
}

} // namespace dtp::test
