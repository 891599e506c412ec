// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of what can leave: records of any type as rows, the sheets of a workshop, documents across workshops,
// reports. The export dialog, the command line and the tests walk it. A new one is a file with a class and a line in
// export_catalogue.cpp.
#pragma once

#include <base/progress.h>
#include <document/document.h>
#include <privacy/gate.h>
#include <review/name_review.h>
#include <storage/store.h>

#include <QHash>
#include <QVariant>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace dtp
{

// What an export has to be told: a value of the kind of a field, in its stored form.
struct ExportParameter {
    QString key;        // "workshop": of the answer, and of the option on the command line
    QString label;      // for people, translated
    const Field* field; // whose kind, vocabulary and reference it has
    bool isRequired = false;
};

struct ExportFormat {
    QString ending; // "csv"; empty: a folder with several files
    QString words;  // "Table (.csv)"
};

struct ExportCall {
    std::optional<std::vector<qint64>> records;        // these, in this order; otherwise those that fit the query
    QString query;                                     // as in their search; empty: all
    QString chosenFrom;                                // the search in whose list `records` were chosen by hand
    QStringList columns;                               // keys in the order wanted; empty: all
    QHash<QString, QVariant> answers;                  // by the keys of parameters
    UndecidedNames undecided = UndecidedNames::Refuse; // in its texts
    int smallCell = 0;                                 // counts of fewer people are hidden; 0: as the file says
    QString recipient = {};                            // to whom it is given, for the ledger

    template <class R>
    Id<R> idOf(const char* key) const
    {
        return Id<R>{answers.value(QLatin1String(key)).toLongLong()};
    }
};

using ExportDraft = std::variant<std::unique_ptr<RowSource>, Table, Document>;
using ExportCleared = std::variant<std::unique_ptr<DisclosedRows>, Disclosed<Table>, Disclosed<Document>>;

class Exportable
{
public:
    Exportable() = default;
    Exportable(const Exportable&) = delete;
    Exportable& operator=(const Exportable&) = delete;
    virtual ~Exportable() = default;

    virtual QString key() const = 0;   // stable: "sign-in-sheet"; of records the name of their table
    virtual QString title() const = 0; // translated: "Sign-in sheet"
    // The records that it is made of, where they are chosen by a list or a query; None: parameters say all.
    virtual Entity entity() const { return Entity::None; }
    // What can be chosen from; none where the columns are not to be chosen.
    virtual std::vector<TableColumn> columns(const Store&) const { return {}; }
    virtual std::vector<ExportParameter> parameters() const { return {}; }
    virtual std::vector<ExportFormat> formats() const = 0;
    // To whom it goes where nobody is to choose that, in a sentence: each part to the person it is about.
    virtual QString goesTo() const { return {}; }
    // What it makes where it makes one for each record: "3 forms". Empty: what leaves are rows.
    virtual QString partsText(qint64) const { return {}; }
    // What is done with so many records, where that is more than that their rows are in a file: "The draft goes to 5
    // people.", and the words of the button that does it. Empty: they are.
    virtual QString doneWithText(qint64) const { return {}; }
    virtual QString deedText() const { return {}; }
    // Whom of those that are chosen it is not made for, in a sentence; empty: nobody is left out.
    virtual Result<QString> leavesOut(const Store&, const ExportCall&) const { return QString(); }
    // What one such export is called, for its file and the ledger: "Agenda of Alumni meeting".
    virtual QString nameOf(const Store& store, const ExportCall& call) const;
    // Those of its records that are meant.
    virtual Result<std::vector<qint64>> records(const Store& store, const ExportCall& call) const;
    virtual Result<ExportDraft> draft(const Store& store, const ExportCall& call, const QString& ending,
                                      const Progress& progress) const = 0;
    // The report that its texts are of.
    virtual Id<Report> reportOf(const ExportCall&) const { return {}; }
    virtual Result<> write(const Store& store, const ExportCall& call, ExportCleared& cleared, const QString& ending,
                           QIODevice& device, const Progress& progress) const;
    // The files of a folder, which is there and empty.
    virtual Result<> writeFolder(const Store&, const ExportCleared&, const QString&, const Progress&) const
    {
        return {};
    }
};

const std::vector<std::unique_ptr<const Exportable>>& exportCatalogue(); // in the order to offer them
const Exportable* exportableOf(const QString& key);                      // nullptr when there is none
const Exportable* exportableOf(Entity entity);                           // its records as rows

// Names the parameter that is wanted and not said; empty when all are there.
QString missingAnswer(const Exportable& what, const ExportCall& call);

// What would leave, and why the rest would not.
struct ExportPreview {
    qint64 rows = -1;          // that would leave; -1: it is a document
    qint64 withheld = 0;       // rows about somebody who may not be named
    DisclosureSummary summary; // of documents and tables the whole; of rows what becomes of columns
    QString problem;           // a sentence when nothing would leave
    QString leftOut;           // whom it is not made for, in a sentence
};
Result<ExportPreview> previewExport(const Store& store, const Exportable& what, const ExportCall& call,
                                    Audience audience, const Progress& progress = {});

// Reads, passes the gate, writes what the file's ending asks for, enters it in the ledger. Fails with a sentence,
// with nothing written, where every column is withheld. Each part of what goes to those whom it is about is made for
// them, whatever the audience. The store must not change meanwhile.
Result<DisclosureSummary> writeExport(Store& store, const Exportable& what, const ExportCall& call,
                                      const QString& filePath, Audience audience, const Progress& progress = {});

// What may be a name in its texts and is not the gate's to decide, see review/name_review.h; decided by decideName.
// gate: of the audience that it is for; nullptr: any outside. Of rows, all that may be in a file of any format.
Result<std::vector<NameInText>> namesInExport(const Store& store, const Exportable& what, const ExportCall& call,
                                              const Gate* gate, const Progress& progress = {},
                                              NameList list = NameList::ToDecide);

// Pages to print, made like the export as PDF; entered in the ledger by releaseByHand when they are printed.
struct PrintedPages {
    QString name; // "Organisations"
    QByteArray pdf;
    DisclosureSummary summary;
};
bool canBePrinted(const Exportable& what);
Result<PrintedPages> pagesToPrint(const Store& store, const Exportable& what, const ExportCall& call,
                                  Audience audience, const Progress& progress = {});

} // namespace dtp
