// SPDX-License-Identifier: GPL-3.0-or-later
// A form made from the field table. What is typed is a draft until saved; only the fields that were changed are
// written.
#pragma once

#include <records/record_type.h>
#include <ui/widgets/app_context.h>

#include <QSet>
#include <QWidget>
#include <vector>

class QGridLayout;
class QLabel;
class QTimer;
class QVBoxLayout;

namespace dtp
{

class FieldEditor;
class Plate;

class RecordForm : public QWidget
{
    Q_OBJECT
public:
    // fields: which of the table to show, in this order; empty: all that are not hidden.
    RecordForm(AppContext& context, Entity entity, std::vector<int> fields = {}, QWidget* parent = nullptr);
    ~RecordForm() override;

    static std::vector<int> fieldsWithout(Entity entity, const QStringList& names);

    Entity entity() const { return m_base.entity; }
    qint64 recordId() const { return m_base.id; } // 0: none, or a new one
    // Shows a record. What was typed for another one is dropped: call leave() before.
    Result<> setRecord(qint64 id);
    void startNew(const RecordValues& initial);
    void clear();
    bool isNew() const { return m_isNew; }

    bool isDirty() const { return m_isNew || !m_touched.isEmpty(); }
    RecordValues draft() const; // the record as the form shows it
    // Whose record this is, for the sentence in the history: "Change contact of Sok Dara".
    void setSubject(const QString& subject) { m_subject = subject; }
    // Also writes what was not typed (the owner of a new link).
    void setFixed(const char* fieldName, const QVariant& stored);

    bool save(); // false: something is wrong and shown at its field
    void revert();
    bool leave(); // saves a valid draft; an invalid one is shown and false returned. A new record nothing was typed
                  // into is dropped.
    void focusFirst();
    // From now on what is typed is kept in the file until it is saved or reverted, and is there again after a crash.
    void keepDrafts();
    // Uncovers what is masked, of this record and the next; or covers it again, but for what is being typed. In
    // discreet mode what would name somebody is masked as well, also what was typed.
    void showRestricted(bool isShown);
    bool isRestored() const { return m_isRestored; } // shows what was typed before the program ended
    void setReadOnly(bool readOnly);                 // as well as what the file itself allows

Q_SIGNALS:
    void dirtyChanged(bool dirty);
    void saved(qint64 id);
    void cancelled(); // a new record was given up
    void gone();      // the record was removed elsewhere

protected:
    void keyPressEvent(QKeyEvent* event) override; // Escape gives up what was opened to be entered

private:
    struct Row {
        int field;
        QLabel* label = nullptr;
        FieldEditor* editor = nullptr;
        QLabel* problem = nullptr;
        QVBoxLayout* cell = nullptr;
        Plate* mask = nullptr; // in place of the editor until asked for; made when first needed
    };
    void build(const std::vector<int>& fields);
    void addRow(QGridLayout* grid, int field);
    void showRow(Row& row);
    Plate* makeMask(const Row& row);
    void setMasked(Row& row, bool masked);
    bool isToMask(const Row& row) const;
    bool mayStay(const Row& row) const;
    void noteSwitched();
    void noteEdited(int field);
    void noteLeft(int field); // says at once what is wrong with what was typed
    void noteChange(const Touched& touched);
    void updateDirty();
    void writeDraft();
    void restoreDraft();
    void noteRestored(Row& row);
    void forgetDraft(qint64 id);
    bool showProblems(const RecordValues& values);
    void showProblem(int field, const QString& sentence);
    QString sentence(const RecordValues& values) const;
    Row* rowOf(int field);

    AppContext& m_context;
    RecordValues m_base; // as last read
    std::vector<Row> m_rows;
    QSet<int> m_touched;
    QSet<int> m_fixed;
    QString m_subject;
    QLabel* m_readOnly = nullptr;
    bool m_isNew = false;
    bool m_wasDirty = false;
    bool m_isRestored = false;
    bool m_wasRestored = false;
    QTimer* m_draftTimer = nullptr; // none: drafts are not kept
    bool m_saving = false;
    bool m_showsRestricted = false;
};

// "Not saved yet", Revert and Save; hidden while there is nothing to save.
class DraftBar : public QWidget
{
    Q_OBJECT
public:
    explicit DraftBar(RecordForm& form, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace dtp
