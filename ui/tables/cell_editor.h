// SPDX-License-Identifier: GPL-3.0-or-later
// One field of one record, edited where it stands in the list: F2. What is typed is one change, saved by Return, by
// going on or by clicking elsewhere; Tab goes to the next field of the record, Escape leaves it as it was.
#pragma once

#include <ui/widgets/app_context.h>

#include <QFrame>
#include <functional>

namespace dtp
{

class FieldEditor;
class RecordTable;

class CellEditor : public QFrame
{
    Q_OBJECT
public:
    // isFree: what is typed elsewhere about a record is saved; false where that cannot be.
    CellEditor(AppContext& context, RecordTable& table, std::function<bool()> isFree);

    // The field of the current column; where that is not edited here, it says so.
    void beginCurrent();
    bool isOpen() const { return m_editor != nullptr; }
    bool commit(); // false: something is wrong, which is said, and it stays open
    void cancel();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    bool canEdit(int column) const;
    int columnFrom(int visual, int step) const; // the next that can be edited, as they stand; -1: none
    void begin(qint64 id, int column);
    void place();
    void close();
    AppContext& m_context;
    RecordTable& m_table;
    std::function<bool()> m_isFree;
    FieldEditor* m_editor = nullptr;
    qint64 m_id = 0;
    int m_column = -1;
    bool m_isSaving = false;
    QVariant m_before;
};

} // namespace dtp
