// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of dates and years, as lists have them.
#include <cells/cell_date.h>
#include <cells/cell_values.h>
#include <import/import_text.h>
#include <import/row_work.h>

#include <base/text.h>

namespace dtp
{

using L1 = QLatin1String;

int yearOf(const QString& text)
{
    bool isNumber = false;
    const int number = QString(text).remove(QLatin1Char('\'')).remove(QChar(0x2019)).toInt(&isNumber);
    if (!isNumber || number < 0)
        return 0;
    if (number < 100 && text.size() <= 3)
        return number >= 60 ? 1900 + number : 2000 + number;
    return number >= 1900 && number <= 2100 ? number : 0;
}

std::optional<PartialDate> RowWork::dateOf(const MappedColumn& column, const QString& text, bool isBirth)
{
    const auto found = dateOfCell(text, {column.mapping.dateOrder, m_out.person.country, m_words.thisYear(), isBirth,
                                         column.mapping.isBuddhist});
    if (!found)
        return std::nullopt;
    if (!found->guess.isEmpty())
        m_out.warnings.append(
            Import::tr("“%1” in “%2” was read as %3: %4.")
                .arg(text.left(80), column.mapping.heading, found->date.toText(QLocale::c()), found->guess));
    return found->date;
}

// "40" where the other years are Buddhist is 1997.
bool RowWork::isOfOtherEra(const MappedColumn& column, const QString& year)
{
    return column.mapping.isBuddhist && year.size() <= 3;
}

// Of a year and a date in two columns the first counts.
void RowWork::setBirth(const MappedColumn& column, const QString& text, int year)
{
    const auto known = m_out.person.birthYear;
    if (!known) {
        setField(column.field, qint64(year));
        return;
    }
    if (*known == year)
        return;
    keep(column.mapping.heading, text);
    m_out.warnings.append(Import::tr("“%1” in “%2” is another year of birth than %3, which was taken.")
                              .arg(text.left(80), column.mapping.heading, QString::number(*known)));
}

void RowWork::readBirth(const MappedColumn& column, const QString& text)
{
    const QString plain = withAsciiDigits(text);
    if (const int year = isOfOtherEra(column, plain) ? 0 : yearOf(plain); year > 0) {
        const int likely = plain.size() <= 3 && year > m_words.thisYear() - 10 ? year - 100 : year;
        if (likely <= m_words.thisYear()) {
            setBirth(column, text, likely);
            return;
        }
    }
    if (meansNothing(text))
        return;
    const auto date = dateOf(column, text, true);
    if (!date || date->year() > m_words.thisYear()) {
        keepUnknown(column, text);
        return;
    }
    const bool isNew = !m_out.person.birthYear || *m_out.person.birthYear == date->year();
    setBirth(column, text, date->year());
    if (isNew && (date->month() > 0 || date->isAbout() || yearOf(plain) == 0))
        keep(column.mapping.heading, text);
}

void RowWork::readDay(const MappedColumn& column, const QString& text)
{
    const auto date = dateOf(column, text);
    if (!date || date->month() == 0) {
        if (!meansNothing(text))
            keepUnknown(column, text);
        return;
    }
    if (date->earliest() > m_words.today()) { // it is said of what was done
        keep(column.mapping.heading, text);
        ++m_out.notUnderstood;
        m_out.warnings.append(Import::tr("“%1” in “%2” is still to come; it was kept in the notes.")
                                  .arg(text.left(80), column.mapping.heading));
        return;
    }
    setField(column.field, date->earliest().toString(Qt::ISODate));
    if (date->day() == 0) {
        keep(column.mapping.heading, text);
        m_out.warnings.append(Import::tr("“%1” in “%2” has no day; the first of the month was taken.")
                                  .arg(text.left(80), column.mapping.heading));
    }
}

} // namespace dtp
