// SPDX-License-Identifier: GPL-3.0-or-later
// The disclosure gate: the one way out. Writers accept only Disclosed data, and only the Gate makes it.
//
// Who is named: for the internal audience everybody. Outside, a person is named only who agreed for the purpose of
// that audience (see audiences.h), whose consent has not ended, and whose safety level is normal; the others are
// counted. Someone at risk is never named outside. The newest answer counts; see consents.h for answers without a
// date. What is shown of the named: public fields; internal ones only to audiences that may have contacts, of people
// who agreed to that (the cells of the others are blank); restricted ones never outside. Tables lose the rows of those
// who are not named, also where a row is about others as well; a document says below that there are others, where they
// are many. A run of prose that carries a person becomes "a participant"; full names that people typed become "[name
// withheld]", see name_scanner.h. Pictures cannot be looked through: one leaves for outsiders only if it says who can
// be recognised on it, all of them agreed to photos and none needs care, or if somebody said that nobody can be; a
// person on it who is entered counts more than that. The others are left out, and the sentence says so. Counts for
// outsiders show no number of people below smallCell() (default 5, setting "smallCell"), nor one that could be worked
// out from all that the document shows: see small_cells.h for the method.
#pragma once

#include <base/result.h>
#include <document/document.h>
#include <privacy/audiences.h>
#include <storage/store.h>

#include <QSet>
#include <QString>
#include <memory>
#include <optional>

class QIODevice;

namespace dtp
{

// A column of which something was shown or withheld: known by its key, told by its title.
struct DisclosedColumn {
    QString key;
    QString title;
    bool operator==(const DisclosedColumn&) const = default;
};
QStringList titlesOf(const std::vector<DisclosedColumn>& columns); // each once

// What the gate did.
struct DisclosureSummary {
    Audience audience = Audience::Internal;
    QSet<qint64> named;
    QSet<qint64> counted;                  // in figures, but not by name
    QSet<qint64> leftOut;                  // not at all
    QSet<qint64> pictured;                 // can be recognised on a picture that is shown; without those who are named
    std::vector<DisclosedColumn> fields;   // what was shown of the named
    std::vector<DisclosedColumn> withheld; // what was not
    int hiddenCells = 0;
    int refusedPictures = 0; // left out: somebody on them did not agree to photos, or needs care
    int unknownPictures = 0; // left out: nobody said who is on them
    // Names in texts that those who made it let stand: of others, or perhaps of somebody in the file.
    enum class Kept { Nothing, Others, Known };
    Kept kept = Kept::Nothing;

    // "28 people: 21 named, 5 counted only, 2 left out." and what picturesSentence() says.
    QString sentence() const;
    // The same as it stands in what leaves. To whom small numbers are not shown it tells none of those who are not
    // named, nor whether there are any: the named can be counted, and taken from any sum.
    QString printedSentence() const;
    // "2 pictures were left out: …"; empty when none was.
    QString picturesSentence() const;

private:
    QString nobodySentence() const; // where no person of the file is shown
};

// Data that has been through the gate. Cannot be made otherwise.
template <class T>
class Disclosed
{
public:
    const T& operator*() const { return m_value; }
    const T* operator->() const { return &m_value; }
    const DisclosureSummary& summary() const { return m_summary; }

private:
    friend class Gate;
    Disclosed(T value, DisclosureSummary summary) : m_value(std::move(value)), m_summary(std::move(summary)) {}
    T m_value;
    DisclosureSummary m_summary;
};

class Gate;
class NameCandidates;
class NameLookUps;
class OutsideConsents;

// A long table on its way out, row by row. The summary is complete after the last row. The gate must outlive it.
class DisclosedRows
{
public:
    const std::vector<TableColumn>& columns() const { return m_columns; }
    Result<bool> next(TableRow& row);
    const DisclosureSummary& summary() const { return m_summary; }

private:
    friend class Gate;
    DisclosedRows(const Gate& gate, std::unique_ptr<RowSource> source);
    Result<> withholdPossibleNames(TableRow& row);
    const Gate& m_gate;
    std::unique_ptr<RowSource> m_source;
    std::vector<TableColumn> m_columns;
    std::vector<size_t> m_kept; // source column of each of ours
    DisclosureSummary m_summary;
    std::shared_ptr<NameCandidates> m_candidates; // read when the first text is met
};

class Gate
{
public:
    // Consents are read anew each time a gate is made; today decides which have ended. smallCell: where numbers are to
    // be larger than the file asks for; a lower one changes nothing.
    Gate(const Store& store, Audience audience, int smallCell = 0);
    ~Gate();
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    Audience audience() const;
    int smallCell() const;
    bool mayName(Id<Person> person) const;
    bool mayShow(Sensitivity sensitivity, Id<Person> person) const;
    bool mayPicture(Id<Person> person) const; // a picture on which this person can be recognised
    // For who reads the same texts before; no consents where nothing is taken out.
    std::shared_ptr<NameLookUps> nameLookUps() const;
    std::shared_ptr<const OutsideConsents> consents() const;

    // The numbers of its charts go with it as a table "figures.csv", as the audience may see them.
    Result<Disclosed<Document>> disclose(Document draft) const;
    Result<Disclosed<Table>> disclose(Table draft) const;
    Result<std::unique_ptr<DisclosedRows>> disclose(std::unique_ptr<RowSource> rows) const;

private:
    friend class DisclosedRows;
    class Private;
    std::unique_ptr<Private> d;
};

// What leaves, as the ledger says it, and to whom it is given, where that is known.
struct Leaving {
    Leaving(QString theWhat, const QString& theRecipient = {})
        : what(std::move(theWhat)), recipient(theRecipient.simplified())
    {
    }
    QString what; // "Workshop report as PDF"
    QString recipient;
};

// Enters a file of disclosed data in the ledger and writes it: the file appears whole, with mode 0600, or not at all.
// The entry is kept before the file takes its place and completed afterwards, so that there is never a file without an
// entry; an entry that was not completed says so. When either fails, the file that was there before is unchanged.
// Fails when the store is read-only, for then what leaves could not be recorded. write gets a device open for writing.
// summary is asked for after write has run.
Result<> release(Store& store, const QString& filePath, const Leaving& leaving,
                 const std::function<Result<>(QIODevice&)>& write,
                 const std::function<const DisclosureSummary&()>& summary);

// The same for several files in a folder of their own, which appears whole or not at all. Fails when something of that
// name is there already. write gets a folder to write into.
Result<> releaseFolder(Store& store, const QString& folderPath, const Leaving& leaving,
                       const std::function<Result<>(const QString&)>& write,
                       const std::function<const DisclosureSummary&()>& summary);

// The same for what leaves by another way than a file, as on paper. where: "printed". give says whether it left; the
// entry is kept before and withdrawn when it did not.
Result<bool> releaseByHand(Store& store, const Leaving& leaving, const QString& where,
                           const DisclosureSummary& summary, const std::function<Result<bool>()>& give);

// Enters what leaves whole or goes back to whoever brought it, and so does not pass the gate: a backup that is handed
// on, the lists beside an import (see ungated.h). people: how many it may name. write puts it in its place; the entry
// is kept before and withdrawn when that fails. Of a file that is open to read only nothing is entered.
Result<> releaseUngated(Store& store, const Leaving& leaving, const QString& filePath, qint64 people,
                        const std::function<Result<>()>& write);

} // namespace dtp
