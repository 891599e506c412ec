// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_consents/consent_remarks.h>

#include <import/heading_words.h>
#include <import/import_text.h>

namespace dtp
{

namespace
{
constexpr qsizetype mostWords = 8; // of one column
constexpr qsizetype mostRows = 10; // of one answer
constexpr qsizetype longestWords = 60;
constexpr qsizetype mostPeople = 20;
} // namespace

ConsentRemarks::ConsentRemarks(const ImportMapping& mapping, QStringList legends) : m_legends(std::move(legends))
{
    for (const ColumnMapping& column : mapping.columns) {
        const qsizetype dot = column.target.indexOf(u'.');
        const QString kind = column.target.left(dot);
        Column made;
        made.heading = column.heading;
        if (dot > 0 && (kind == QLatin1String("consent") || kind == QLatin1String("refusal"))) {
            m_columns.insert({column.target.mid(dot + 1), column.column}, made);
        } else if (column.target == QLatin1String("notes") &&
                   (isUnreadWish(column.heading) ||
                    targetOfHeading(column.heading).startsWith(QLatin1String("consent.")))) {
            made.isWish = !targetOfHeading(column.heading).startsWith(QLatin1String("consent."));
            m_keptInNotes.push_back(made);
        }
    }
}

void ConsentRemarks::noteUnclear(Column& column, const QString& words, qint64 row)
{
    ++m_unclear;
    ++column.unclear;
    const QString shown = words.left(longestWords);
    const auto known = column.answers.find(shown);
    if (known != column.answers.end())
        known->append(row);
    else if (column.answers.size() < mostWords)
        column.answers.insert(shown, {row});
    else
        ++column.otherWords;
}

void ConsentRemarks::note(const PersonDraft& row)
{
    if (row.isSelfRefuting)
        m_selfRefuting.append(row.number);
    if (row.mayBeTwoPeople)
        m_perhapsTwo.append(row.number);
    if (row.isReadByLegend)
        m_byLegend.append(row.number);
    for (const QString& limit : row.limits)
        m_limits[limit.left(longestWords)].append(row.number);
    for (const ImportedConsent& consent : row.consents) {
        // What a column about publicity says of photos is told once, for the column.
        const auto column = m_columns.find({consent.purpose, consent.column});
        if (column == m_columns.end())
            continue;
        if (consent.answer.isEmpty())
            noteUnclear(*column, consent.note, row.number);
        else
            column->isUnderstood = true;
    }
    for (Column& column : m_keptInNotes) {
        const QString beginning = column.heading + QStringLiteral(": ");
        for (const ImportedNote& note : row.notes) {
            if (note.text.startsWith(beginning))
                noteUnclear(column, note.text.mid(beginning.size()).simplified(), row.number);
        }
    }
}

void ConsentRemarks::noteUnsure(qint64 row, const QStringList& people)
{
    m_unsureRows.append(row);
    for (const QString& person : people) {
        if (!m_unsurePeople.contains(person) && m_unsurePeople.size() <= mostPeople)
            m_unsurePeople.append(person);
    }
}

void ConsentRemarks::add(Uncounted& some, const QString& what)
{
    ++some.count;
    if (some.first.size() < mostPeople)
        some.first.append(what);
}

QString ConsentRemarks::Uncounted::listed() const
{
    const QString whose = first.join(QStringLiteral("; "));
    return count > first.size() ? QString(whose + QStringLiteral("; …")) : whose;
}

// "row 3", "rows 3, 5, 9", "rows 3, 5 and 12 more"
QString ConsentRemarks::rowsText(const QList<qint64>& rows, qint64 count)
{
    if (count == 1)
        return Import::tr("row %1").arg(rows.value(0));
    QStringList texts;
    for (const qint64 row : rows.mid(0, mostRows))
        texts.append(QString::number(row));
    const QString listed = texts.join(QStringLiteral(", "));
    return count > mostRows ? Import::tr("rows %1 and %2 more").arg(listed).arg(count - mostRows)
                            : Import::tr("rows %1").arg(listed);
}

QStringList ConsentRemarks::sentences() const
{
    QStringList sentences;
    const auto tell = [&](const Column& column, bool isKeptInNotes) {
        if (column.unclear == 0)
            return;
        QStringList answers;
        for (auto answer = column.answers.cbegin(); answer != column.answers.cend(); ++answer)
            answers.append(QStringLiteral("“%1” (%2)").arg(answer.key(), rowsText(*answer, answer->size())));
        if (column.otherWords > 0)
            answers.append(Import::tr("and other words in %1 more").arg(column.otherWords));
        const QString all = answers.join(QStringLiteral(", "));
        if (column.isWish)
            sentences.append(
                Import::tr(
                    "“%1” asks about consent or forbids something; nobody agrees by it, and what stands in it was "
                    "kept in the notes: %2.")
                    .arg(column.heading.left(120), all));
        else if (isKeptInNotes)
            sentences.append(
                Import::tr("“%1” asks for consent and was read as notes: nobody agrees by it, and what was agreed "
                           "before stays: %2.")
                    .arg(column.heading.left(120), all));
        else if (!column.isUnderstood)
            sentences.append(Import::tr("No answer in “%1” was understood, so that nobody is taken as agreeing: %2.")
                                 .arg(column.heading.left(120), all));
        else if (column.unclear == 1)
            sentences.append(Import::tr("1 answer in “%1” was not understood and counts as not agreed: %2.")
                                 .arg(column.heading.left(120), all));
        else
            sentences.append(Import::tr("%1 answers in “%2” were not understood and count as not agreed: %3.")
                                 .arg(column.unclear)
                                 .arg(column.heading.left(120), all));
    };
    for (const Column& column : m_columns)
        tell(column, false);
    for (const Column& column : m_keptInNotes)
        tell(column, true);
    if (!m_unsureRows.isEmpty()) {
        QStringList people = m_unsurePeople.mid(0, mostPeople);
        if (m_unsurePeople.size() > mostPeople)
            people.append(QStringLiteral("…"));
        const QString rows = rowsText(m_unsureRows, m_unsureRows.size());
        sentences.append(
            (m_unsureRows.size() == 1
                 ? Import::tr("1 refusal could not be matched surely (%1). It counts for those as well who are known "
                              "and may be meant: %2.")
                 : Import::tr("%3 refusals could not be matched surely (%1). They count for those as well who are "
                              "known and may be meant: %2.")
                       .replace(QLatin1String("%3"), QString::number(m_unsureRows.size())))
                .arg(rows, people.join(QStringLiteral(", "))));
    }
    tellUncounted(sentences);
    tellLimits(sentences);
    tellRows(sentences);
    return sentences;
}

void ConsentRemarks::tellLimits(QStringList& sentences) const
{
    constexpr qsizetype mostLimits = 30; // that anybody reads in a summary
    QStringList limits;
    for (auto one = m_limits.cbegin(); one != m_limits.cend() && limits.size() < mostLimits; ++one)
        limits.append(QStringLiteral("“%1” (%2)").arg(one.key(), rowsText(*one, one->size())));
    if (m_limits.size() > mostLimits)
        limits.append(Import::tr("and %1 others, see the rows").arg(m_limits.size() - mostLimits));
    if (!limits.isEmpty())
        sentences.append(Import::tr("Remarks that may forbid to disclose something count against what is agreed: %1. "
                                    "Look at them, and enter what these people agree to.")
                             .arg(limits.join(QStringLiteral(", "))));
}

void ConsentRemarks::tellRows(QStringList& sentences) const
{
    const auto tell = [&sentences](const QList<qint64>& rows, const QString& one, const QString& many) {
        if (!rows.isEmpty())
            sentences.append(
                (rows.size() == 1 ? one : QString(many).replace(QLatin1String("%2"), QString::number(rows.size())))
                    .arg(rowsText(rows, rows.size())));
    };
    tell(m_selfRefuting, Import::tr("1 row both agrees to something and refuses it; the refusal was taken (%1)."),
         Import::tr("%2 rows both agree to something and refuse it; the refusal was taken (%1)."));
    const QString lines =
        QStringLiteral("“%1”").arg(m_legends.join(QStringLiteral("”, “")).remove(QLatin1Char('%')).left(240));
    tell(m_byLegend,
         Import::tr("%3 stands beside the list: by its marks 1 row agrees to nothing (%1).")
             .replace(QLatin1String("%3"), lines),
         Import::tr("%3 stands beside the list: by its marks %2 rows agree to nothing (%1).")
             .replace(QLatin1String("%3"), lines));
    tell(m_perhapsTwo,
         Import::tr("1 row may name more than one person, and counts as nobody's agreement (%1): give each a row."),
         Import::tr("%2 rows may name more than one person, and count as nobody's agreement (%1): give each a row."));
}

void ConsentRemarks::tellUncounted(QStringList& sentences) const
{
    if (m_overruled.count > 0)
        sentences.append((m_overruled.count == 1
                              ? Import::tr("1 agreement in the file does not count, since a refusal or withdrawal is "
                                           "known: %1. If they agreed after it, enter that with its day.")
                              : Import::tr("%2 agreements in the file do not count, since a refusal or withdrawal is "
                                           "known: %1. If they agreed after it, enter that with its day.")
                                    .replace(QLatin1String("%2"), QString::number(m_overruled.count)))
                             .arg(m_overruled.listed()));
    if (m_overdue.count > 0)
        sentences.append((m_overdue.count == 1
                              ? Import::tr("1 agreement in the file does not count, since the one that is known is "
                                           "over: %1. If they agreed anew, enter that with its day.")
                              : Import::tr("%2 agreements in the file do not count, since those that are known are "
                                           "over: %1. If they agreed anew, enter that with its day.")
                                    .replace(QLatin1String("%2"), QString::number(m_overdue.count)))
                             .arg(m_overdue.listed()));
}

} // namespace dtp
