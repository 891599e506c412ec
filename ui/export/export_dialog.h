// SPDX-License-Identifier: GPL-3.0-or-later
// The one way in which a person takes something out of the file: what, which rows and columns, for whom, as what; and
// what the gate will let through, said before anything is written. It walks the catalogue of what can leave.
#pragma once

#include <exports/export_catalogue.h>
#include <ui/lists/record_list_model.h>
#include <ui/widgets/app_context.h>

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace dtp
{

class AudiencePicker;
class ExportColumns;
class FieldEditor;
class RecipientEdit;
class WorkBar;

// What the dialog is opened for.
struct ExportStart {
    QString key; // of the catalogue
    // Rows of its type: those that are selected, and the list as it stands with what it was asked.
    std::vector<qint64> chosen = {};
    IdSource list = nullptr; // none: there is no list, or it shows all
    QString listWords = {};
    QString listQuery =
        {}; // all that the list was asked, as text: what outsiders may not be told, and the ledger keeps
    QStringList columns = {}; // keys on screen, in their order; empty: all
    QHash<QString, QVariant> answers = {};
    Audience audience = Audience::Internal;
    bool isSaid = false; // what it is to be, by what opened it: that is not where one begins
};

class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(AppContext& context, ExportStart start, QWidget* parent = nullptr);
    ~ExportDialog() override;

    // As a person would in the boxes.
    void choose(const QString& key, Audience audience, const QString& ending);
    bool isBusy() const;
    QString previewText() const;
    FieldEditor* editor(const QString& parameter) const; // nullptr when that is not asked

public Q_SLOTS:
    void reviewNames();     // shows what may be a name in it, to be decided
    void accept() override; // asks where, writes, enters it in the ledger
    void print();           // shows the pages, prints, enters it in the ledger
    void reject() override; // stops what is being written; otherwise closes

private:
    enum class Rows { Chosen, List, All };
    void build();
    QWidget* buildFoot();
    void takeWhat();
    void fillRows();
    void fillAnswers();
    void fillFormats();
    void askRecipient(); // of what leaves for outsiders
    void showColumns();
    const Exportable& what() const { return *m_exportable; }
    QString ending() const;
    Rows rows() const;
    IdSource source() const; // of the rows that are meant; none: all
    QString answerProblem() const;
    ExportCall call() const;
    void focusFirst();
    void look(); // at what would leave
    void say(const Result<ExportPreview>& preview);
    void offer(bool canLeave, const QString& button);
    void write(const QString& file);
    void finish(const Result<DisclosureSummary>& done, const QString& file);
    void finishPrint(const Result<PrintedPages>& pages);
    void setWriting(bool isWriting);

    AppContext& m_context;
    ExportStart m_start;
    const Exportable* m_exportable = nullptr;
    QComboBox* m_what;
    QFormLayout* m_form;
    QComboBox* m_rows;
    std::vector<std::pair<ExportParameter, FieldEditor*>> m_editors;
    AudiencePicker* m_audience;
    RecipientEdit* m_recipient;
    QComboBox* m_format;
    QLabel* m_preview;
    QPushButton* m_review;
    QCheckBox* m_withhold;
    ExportColumns* m_columns; // made, and reached by Tab, when all at its left is
    WorkBar* m_work;
    QPushButton* m_export;
    QPushButton* m_print;
    bool m_isWriting = false;
    bool m_beginsAtButton = false;
};

} // namespace dtp
