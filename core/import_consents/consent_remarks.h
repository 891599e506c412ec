// SPDX-License-Identifier: GPL-3.0-or-later
// What the summary of an import has to say about consents: answers that were not understood, with their words and
// rows, and refusals of people who are probably known.
#pragma once

#include <import/import_row.h>

#include <QHash>
#include <QMap>
#include <QStringList>

namespace dtp
{

class ConsentRemarks
{
public:
    // legends: the lines beside the list that say what its marks mean.
    ConsentRemarks(const ImportMapping& mapping, QStringList legends);

    void note(const PersonDraft& row);
    void noteUnsure(qint64 row, const QStringList& people);
    // what: whose agreement to what, in the file, does not count for an answer that is known.
    void noteOverruled(const QString& what) { add(m_overruled, what); }
    // The same for an agreement that is known and over.
    void noteOverdue(const QString& what) { add(m_overdue, what); }

    qint64 unclear() const { return m_unclear; } // answers
    qint64 unsure() const { return static_cast<qint64>(m_unsureRows.size()); }
    QStringList sentences() const;

private:
    struct Column {
        QString heading;
        bool isUnderstood = false; // an answer at least
        bool isWish = false;       // it asks for nothing that a field is for
        qint64 unclear = 0;
        qint64 otherWords = 0;                // rows with words beyond those that are kept
        QMap<QString, QList<qint64>> answers; // words, rows
    };
    struct Uncounted { // agreements in the file
        qint64 count = 0;
        QStringList first; // whose, and what for
        QString listed() const;
    };
    static void add(Uncounted& some, const QString& what);
    void tellUncounted(QStringList& sentences) const;
    void tellLimits(QStringList& sentences) const;
    void noteUnclear(Column& column, const QString& words, qint64 row);
    void tellRows(QStringList& sentences) const;
    static QString rowsText(const QList<qint64>& rows, qint64 count);

    QMap<std::pair<QString, int>, Column> m_columns; // by purpose and place in the sheet
    std::vector<Column> m_keptInNotes; // whose heading asks for consent, but which was chosen for the notes
    qint64 m_unclear = 0;
    QMap<QString, QList<qint64>> m_limits; // what remarks say against disclosing somebody, rows
    QList<qint64> m_selfRefuting;          // rows, and those that may name two people
    QList<qint64> m_perhapsTwo;
    QList<qint64> m_byLegend;
    QStringList m_legends;
    QList<qint64> m_unsureRows;
    QStringList m_unsurePeople;
    Uncounted m_overruled;
    Uncounted m_overdue;
};

} // namespace dtp
