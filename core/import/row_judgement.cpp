// SPDX-License-Identifier: GPL-3.0-or-later
// What looks like a row but is no person.
#include <import/import_text.h>
#include <import/row_work.h>

#include <cells/row_words.h>
#include <import/heading_words.h>

#include <standards/countries.h>

namespace dtp
{

namespace
{
bool hasLetters(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter() || c.isSurrogate(); });
}
} // namespace

// The headings once more, or the second row of headings that survey programs write.
bool RowWork::repeatsHeadings(const QString& name) const
{
    const auto& columns = m_mapper.m_columns;
    if (columns.size() < 2)
        return false;
    const auto cellOf = [this](const MappedColumn& column) {
        return m_row.cells.value(column.mapping.column).simplified();
    };
    const bool isRepeated = std::all_of(columns.begin(), columns.end(), [&](const MappedColumn& column) {
        const QString cell = cellOf(column);
        return cell == column.mapping.heading || (cell.isEmpty() && column.mapping.samples.isEmpty());
    });
    if (isRepeated)
        return true;
    // Headings have no digits and addresses: of nearly all people that is all that is looked at.
    const auto isOfPeople = [](const QString& cell) {
        return std::any_of(cell.begin(), cell.end(), [](QChar c) { return c == u'@' || c.isDigit(); });
    };
    if (name.isEmpty() || std::any_of(m_row.cells.begin(), m_row.cells.end(), isOfPeople))
        return false;
    const bool isSurvey = isSurveyHeading(name);
    if (!isSurvey && targetOfKey(foldedHeading(name)).isEmpty())
        return false;
    int filled = 0;
    const bool areHeadings = std::all_of(columns.begin(), columns.end(), [&](const MappedColumn& column) {
        const QString cell = cellOf(column);
        filled += !cell.isEmpty();
        return cell.isEmpty() || (isSurvey ? isSurveyHeading(cell) : !targetOfHeading(cell).isEmpty());
    });
    return areHeadings && filled > 1;
}

// Where others write "n/a" for nobody "Na Na" is nobody, too.
static bool hasPlaceholders(const std::vector<MappedColumn>& columns)
{
    return std::any_of(columns.begin(), columns.end(), [](const MappedColumn& column) {
        const QStringList& all = column.mapping.samples;
        return column.mapping.target.endsWith(QLatin1String("_name")) &&
               (all.contains(QLatin1String("na")) || all.contains(QLatin1String("n/a"), Qt::CaseInsensitive));
    });
}

// The only text of its row, running numbers aside. besideNumbers: and counts.
bool RowWork::standsAlone(bool besideNumbers) const
{
    constexpr qsizetype longestCount = 4;
    if (m_mapper.m_columns.size() < 2)
        return false;
    int filled = 0;
    for (qsizetype i = 0; i < m_row.cells.size(); ++i) {
        const bool isLeftOut = static_cast<size_t>(i) < m_mapper.m_columns.size() &&
                               m_mapper.m_columns[static_cast<size_t>(i)].kind == QLatin1String("ignore");
        const QString& cell = m_row.cells.at(i);
        const QString said = besideNumbers ? cell.trimmed() : QString();
        const bool isCount = !said.isEmpty() && said.size() <= longestCount &&
                             std::all_of(said.begin(), said.end(), [](QChar c) { return c.isDigit(); });
        filled +=
            !isLeftOut && !isCount && std::any_of(cell.begin(), cell.end(), [](QChar c) { return !c.isSpace(); });
        if (filled > 1)
            return false;
    }
    return filled == 1;
}

void RowWork::judge()
{
    const QString name = fullName(m_out.person);
    const QString written = !m_fullName.isEmpty() ? m_fullName : !m_familyGiven.isEmpty() ? m_familyGiven : name;
    const bool isAlone = standsAlone();
    if (repeatsHeadings(written)) {
        m_out.rejection = Import::tr("This row repeats the headings.");
        m_out.warnings.clear(); // what they were not understood as
    } else if (name.isEmpty())
        m_out.rejection = std::any_of(m_row.cells.begin(), m_row.cells.end(), &meansTotal)
                              ? Import::tr("This looks like a line of totals, not like a person.")
                              : Import::tr("There is no name in this row.");
    else if (name.contains(QLatin1Char('@')))
        m_out.rejection = Import::tr("“%1” is an e-mail address, not a name.").arg(name);
    else if (!hasLetters(name))
        m_out.rejection = Import::tr("“%1” is no name.").arg(name.left(80));
    else if (isNoName(written) || (written == QLatin1String("Na Na") && hasPlaceholders(m_mapper.m_columns)))
        m_out.rejection = Import::tr("“%1” is no name.").arg(written.left(80));
    else if (meansTotal(written))
        m_out.rejection = Import::tr("“%1” looks like a line of totals, not like a person.").arg(written);
    else if (isAlone && m_mapper.m_columns.size() > 2 && countryFromText(written))
        m_out.rejection =
            Import::tr("“%1” is a country and stands alone in its row: a heading within the list, not a person.")
                .arg(written);
    else if (isAlone && isNoNameAlone(written))
        m_out.rejection =
            Import::tr(
                "“%1” stands alone in its row and is no name: a heading or a note within the list, not a person.")
                .arg(written.left(80));
    else if (!isAlone && isNameOfGroup(written) && standsAlone(true))
        m_out.rejection = Import::tr("“%1” looks like a line of totals, not like a person.").arg(written);
    else if (const QString several = severalPeople(); !several.isEmpty())
        m_out.rejection = Import::tr("“%1” names more than one person: give each a row.").arg(several.left(80));
    else if (name.size() > 300)
        m_out.rejection = Import::tr("The name is %1 characters long: probably something else stands in its place.")
                              .arg(name.size());
    else if (const auto valid = checkValid(toValues(m_out.person)); !valid)
        m_out.rejection = valid.error().sentence;
}

} // namespace dtp
