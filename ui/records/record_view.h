// SPDX-License-Identifier: GPL-3.0-or-later
// One record as a page shows it beside or in place of its list, and as a window of its own shows it: the pane of any
// type of record, a workshop, a report.
#pragma once

#include <ui/widgets/app_context.h>

#include <QSize>
#include <QWidget>

namespace dtp
{

class RecordView : public QWidget
{
    Q_OBJECT
public:
    explicit RecordView(AppContext& context, QWidget* parent = nullptr);

    virtual Entity entity() const = 0;
    virtual qint64 recordId() const = 0; // 0: none, or one that is new
    virtual bool isNew() const { return false; }
    virtual void setRecord(qint64 id) = 0; // call leave() before
    virtual void startNew(const RecordValues& initial) { Q_UNUSED(initial) }
    virtual void clear() = 0;
    // Saves or keeps drafts; false: something is wrong and shown, stay here.
    virtual bool leave() = 0;
    // Before the file is locked, when nobody can be asked: puts into it what is kept nowhere yet.
    virtual void keepTyped() { (void)leave(); }
    virtual bool save() = 0;
    virtual void takeFocus(); // its first control
    // Uncovers what is masked until asked for, or covers it again.
    virtual void showRestricted(bool isShown) { Q_UNUSED(isShown) }

    // Export or print of the record that is shown; false: it leaves as a row of its list only.
    virtual bool exportRecord() { return false; }
    // The same beside a list, of what is shown of the record that is a list itself; false: there is none.
    virtual bool exportShown() { return false; }
    void openWindow(); // the same record in a window of its own
    // In such a window: it offers neither another nor the way back to a list.
    virtual void setInWindow() {}
    virtual QSize windowSize() const { return {600, 720}; }
    virtual RecordView* makeAnother(QWidget* parent) const = 0; // of the same kind, without a record

Q_SIGNALS:
    void created(qint64 id);
    void cleared();   // nothing is shown any more
    void backAsked(); // to the list in whose place the record stands

protected:
    AppContext& m_context;
};

} // namespace dtp
