// SPDX-License-Identifier: GPL-3.0-or-later
// What may be a name in the texts of what is to leave, a row for each: kept, withheld, or other words in its place.
// Each decision is kept at once.
#pragma once

#include <review/name_review.h>
#include <ui/widgets/app_context.h>

#include <QDialog>
#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace dtp
{

class NameReviewDialog : public QDialog
{
    Q_OBJECT
public:
    NameReviewDialog(AppContext& context, std::vector<NameInText> names, QWidget* parent = nullptr);

    qsizetype undecided() const;
    // Of the rows that are chosen; Replace asks for the words.
    void decide(NameDecision::What what);
    void decideRestAsProposed();
    QTableWidget& table() { return *m_table; }
    bool eventFilter(QObject* watched, QEvent* event) override; // K, W and R on the table

private:
    bool confirmsKeeping();
    bool keep(size_t row, NameDecision::What what, const QString& words);
    void showRow(size_t row);
    void showSentence();
    QPushButton* deedButton(const QString& words, NameDecision::What what);

    AppContext& m_context;
    std::vector<NameInText> m_names;
    QLabel* m_sentence;
    QTableWidget* m_table;
};

} // namespace dtp
