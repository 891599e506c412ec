// SPDX-License-Identifier: GPL-3.0-or-later
// A place a person can go to from the navigation at the left.
#pragma once

#include <ui/widgets/app_context.h>

#include <QWidget>
#include <vector>

class QAction;

namespace dtp
{

class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(AppContext& context, QWidget* parent = nullptr) : QWidget(parent), m_context(context) {}

    virtual QString name() const = 0;                      // stable, for navigation and settings: "people"
    virtual QString title() const = 0;                     // translated: "People"
    virtual QString iconName() const = 0;                  // freedesktop name, found in the Breeze theme
    virtual Entity entity() const { return Entity::None; } // the kind of record this page is the home of
    virtual qint64 count() const { return -1; }            // beside the title in the navigation; -1: none

    virtual void showRecord(qint64 id) { Q_UNUSED(id) }
    virtual qint64 currentRecord() const { return 0; }
    // A record that is opened stands in place of the list: a stop of its own on the way back.
    virtual bool showsInPlace() const { return false; }
    virtual void search(const QString& query) { Q_UNUSED(query) }
    virtual QString query() const { return {}; } // what search() would bring back
    virtual void focusSearch() {}
    // Where arrows move, or one can type.
    virtual void takeFocus()
    {
        setFocus();
        focusNextChild();
    }
    // Saves or keeps drafts before leaving; false: something is wrong and shown, stay here.
    virtual bool leave() { return true; }
    // Before the file is locked, when nobody can be asked: puts into it what is kept nowhere yet.
    virtual void keepTyped() { (void)leave(); }
    // Ctrl+N, Ctrl+S where they mean something here.
    virtual bool canCreate() const { return false; }
    virtual void createRecord() {}
    virtual bool save() { return true; }
    // Export, print: see exportChoices in the page.
    virtual bool canExport() const { return false; }
    virtual void exportList() {}
    // The record that is shown, in a window of its own beside this one; says so where that cannot be.
    virtual void openWindow()
    {
        m_context.navigator.tellOnly(
            tr("What is on the page “%1” opens in this window only. Records can have a window of their own.")
                .arg(title()));
    }
    // The record beside the list goes, or comes back.
    virtual void togglePane()
    {
        m_context.navigator.tellOnly(tr("The page “%1” has no record beside a list.").arg(title()));
    }
    // What can be done to the records that are chosen here, as it stands now; those that cannot are disabled.
    virtual std::vector<QAction*> deeds() { return {}; }
    // A backup was made, which no commit tells of.
    virtual void noteBackup() {}

Q_SIGNALS:
    void importAsked(); // of records of its type
    void countChanged();
    void currentRecordChanged(qint64 id);

protected:
    AppContext& m_context;
};

} // namespace dtp
