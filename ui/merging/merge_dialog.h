// SPDX-License-Identifier: GPL-3.0-or-later
// Merging records that are one person: what they say beside each other, what becomes of it, and what goes along. By
// keyboard: arrows go, Space takes what a cell says, Ctrl+Return merges.
#pragma once

#include <merging/merge_people.h>
#include <ui/widgets/app_context.h>

#include <QDialog>
#include <QVariantList>

class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace dtp
{

class MergeModel;

class MergeDialog : public QDialog
{
    Q_OBJECT
    Q_PROPERTY(QVariantList typed READ typed WRITE putBack) // see ui/forms/form_state.h
public:
    MergeDialog(AppContext& context, MergePlan plan, QWidget* parent = nullptr);

    const MergePlan& plan() const;
    QTableView& table() { return *m_table; }
    QVariantList typed() const; // which cells were taken, by the fields' names
    void putBack(const QVariantList& typed);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildTable();
    void addWords(QVBoxLayout& layout);
    void sayNames(); // that are kept beside the one that is taken
    void fit();
    AppContext& m_context;
    MergeModel* m_model;
    QTableView* m_table = nullptr;
    QLabel* m_names = nullptr;
    QPushButton* m_merge = nullptr;
};

// Shows it, merges, says what was done and opens the record that stays. Says why not where they cannot be merged.
void askMerge(AppContext& context, QWidget* parent, const std::vector<qint64>& people);

} // namespace dtp
