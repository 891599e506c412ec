// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into dialogs when the file is locked: kept in the file, as drafts of records are, and put back into
// the same dialogs when they are opened again after unlocking.
#pragma once

#include <storage/store.h>

#include <QCborArray>
#include <QCborMap>
#include <QObject>

class QDialog;

namespace dtp
{

// By what the dialog is opened again; a dialog that says nothing is not kept, unless it lies above one that does.
void reopenBy(QDialog& dialog, const QCborMap& way);

// Gathers the dialogs that locking closes, the one above first.
class KeptDialogs
{
public:
    void note(const QDialog& dialog); // before it is closed
    Result<> writeTo(Store& store);   // and forgets them

private:
    QCborArray m_dialogs;
};

// Those that are kept in the file: fills what is opened while this lives, and takes them out of the file in the end.
class ReopenedDialogs : public QObject
{
    Q_OBJECT
public:
    explicit ReopenedDialogs(Store& store);
    ~ReopenedDialogs() override;

    QCborMap way() const; // of the lowest; empty when there is none

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(QDialog& dialog);
    Store& m_store;
    QCborArray m_dialogs; // the lowest first
};

} // namespace dtp
