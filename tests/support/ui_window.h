// SPDX-License-Identifier: GPL-3.0-or-later
// A file, and a window's seams that record what they were asked, for tests of widgets.
#pragma once

#include <support/fresh_store.h>
#include <ui/widgets/app_context.h>

#include <QWidget>
#include <utility>
#include <vector>

namespace dtp::test
{

class RecordingNavigator final : public Navigator
{
public:
    void openRecord(Entity entity, qint64 id) override { opened.emplace_back(entity, id); }
    void openPage(const QString& page, const QString& query) override
    {
        pages.append(query.isEmpty() ? page : QString(page + QLatin1Char(' ') + query));
    }
    void openList(Entity entity, const QString& query) override
    {
        openPage(QLatin1String(recordType(entity).plural), query);
    }
    void tell(const QString& sentence) override { told.append(sentence); }

    std::vector<std::pair<Entity, qint64>> opened;
    QStringList pages; // "people country:KH"
    QStringList told;
};

// Answers in place of a person.
class RecordingDialogs final : public Dialogs
{
public:
    void showError(QWidget*, const Error& error) override { errors.append(error.sentence); }
    bool confirm(QWidget*, const QString& sentence, const QString& deed) override
    {
        confirms.append(QString(sentence + QStringLiteral(" → ") + deed));
        return answerConfirm;
    }
    QString askOpenFile(QWidget*, const QString&, const QString&) override { return openFile; }
    QString askSaveFile(QWidget*, const QString&, const QString& suggestion, const QString&) override
    {
        suggestions.append(suggestion);
        return saveFile;
    }
    std::optional<QString> askText(QWidget*, const QString&, const QString&, const QString&) override { return text; }
    void open(const QString& path) override { opened.append(path); }
    Result<bool> print(QWidget*, const QString& title, const QByteArray& pdf) override
    {
        printed.append(title);
        pages = pdf;
        return answerPrint;
    }

    QStringList errors;
    QStringList confirms;
    QStringList suggestions;
    bool answerConfirm = true;
    QString openFile;
    QString saveFile;
    std::optional<QString> text;
    QStringList opened; // files and folders
    QStringList printed;
    QByteArray pages; // what was printed last, as PDF
    bool answerPrint = true;
};

// What a page needs. Members in this order: the page must be destroyed before it.
struct TestWindow {
    FreshStore store;
    RecordingNavigator navigator;
    RecordingDialogs dialogs;
    AppContext context{*store, navigator, dialogs};
};

// Lets the event loop run until the condition holds; false after five seconds.
bool waitFor(const std::function<bool()>& condition);

// Lets happen what waits for the event loop: posted events and deletions. No time is waited.
void processPending();

// Until no timer that runs once is waiting in the widget; false after five seconds.
bool waitUntilQuiet(const QWidget& widget);

// Saves a picture of the widget into the folder that DTP_SHOTS names, light and dark; does nothing without it.
void shoot(QWidget& widget, const QString& name);

} // namespace dtp::test
