// SPDX-License-Identifier: GPL-3.0-or-later
// What every page is given: the open file, the way to other pages, and the seam through which it asks.
#pragma once

#include <base/result.h>
#include <records/entity.h>
#include <storage/store.h>

#include <QString>
#include <QStringList>
#include <optional>

class QWidget;

namespace dtp
{

// Goes to records and pages; remembers the way, so that Back and Forward work.
class Navigator
{
public:
    Navigator() = default;
    Navigator(const Navigator&) = delete;
    Navigator& operator=(const Navigator&) = delete;
    virtual ~Navigator() = default;

    // A link record (a participation …) opens the record that it belongs to.
    virtual void openRecord(Entity entity, qint64 id) = 0;
    // page: Page::name(); query: for the page's search box ("country:KH"); empty leaves it as it is.
    virtual void openPage(const QString& page, const QString& query = {}) = 0;
    // The page where records of this type are, or what they belong to.
    virtual void openList(Entity entity, const QString& query = {}) = 0;
    // A line at the foot of the window that goes by itself, with Undo where there is something to undo.
    virtual void tell(const QString& sentence) = 0;
    // The same of what cannot be undone: Undo would be of what was done before.
    virtual void tellOnly(const QString& sentence) { tell(sentence); }
    // The same of a file that was written, with a way to it; of a folder: to that.
    virtual void tellFile(const QString& sentence, const QString& path)
    {
        Q_UNUSED(path)
        tellOnly(sentence);
    }
    // Of what was changed until now nothing more is told, as of a form that was saved: Undo beside the next sentence
    // would not be of what that tells.
    virtual void passOver() {}
};

// The seam through which pages ask; tests answer in its place. Never used below ui/.
class Dialogs
{
public:
    Dialogs() = default;
    Dialogs(const Dialogs&) = delete;
    Dialogs& operator=(const Dialogs&) = delete;
    virtual ~Dialogs() = default;

    virtual void showError(QWidget* parent, const Error& error) = 0;
    // Only for what cannot be undone. deed: the words of the button ("Overwrite the file").
    virtual bool confirm(QWidget* parent, const QString& sentence, const QString& deed) = 0;
    virtual QString askOpenFile(QWidget* parent, const QString& title, const QString& filter) = 0; // empty: cancelled
    virtual QString askSaveFile(QWidget* parent, const QString& title, const QString& suggestion,
                                const QString& filter) = 0;
    virtual std::optional<QString> askText(QWidget* parent, const QString& title, const QString& label,
                                           const QString& value) = 0;
    // Shows pages before they go to paper. False: nothing was printed.
    virtual Result<bool> print(QWidget* parent, const QString& title, const QByteArray& pdf) = 0;
    // Opens a file or folder with the program that the system has for it.
    virtual void open(const QString& path) = 0;
};

struct AppContext {
    Store& store;
    Navigator& navigator;
    Dialogs& dialogs;
};

} // namespace dtp
