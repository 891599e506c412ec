// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of words that records choose from: words are added, called otherwise, put together and removed, each as
// one change that can be taken back here.
#pragma once

#include <deeds/word_lists.h>
#include <ui/widgets/app_context.h>

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace dtp
{

class WordsDialog : public QDialog
{
    Q_OBJECT
public:
    // list: where to begin, the name of a vocabulary; empty: with the first.
    WordsDialog(Store& store, Dialogs& dialogs, const QString& list = {}, QWidget* parent = nullptr);

private:
    QLayout* buildDeeds();
    QPushButton* addButton(QLayout& row, const QString& words, const char* name, void (WordsDialog::*deed)());
    const WordList& list() const;
    const WordUse* current() const;      // nullptr: none is chosen
    void fill(const QString& code = {}); // chooses the word of this code
    void update();                       // what can be done to the word that is chosen
    void done(const Result<>& result, const QString& sentence, const QString& code = {});
    void addNew();
    void rename();
    void merge();
    void removeWord();
    bool canUndo() const; // what was done last, if it was done here
    void undo();

    Store& m_store;
    Dialogs& m_dialogs;
    std::vector<WordUse> m_words;
    std::vector<qint64> m_changes; // made here and not taken back
    QComboBox* m_lists;
    QTableWidget* m_table;
    QLabel* m_said;
    QPushButton* m_add = nullptr;
    QPushButton* m_rename = nullptr;
    QPushButton* m_merge = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_undo = nullptr;
};

} // namespace dtp
