// SPDX-License-Identifier: GPL-3.0-or-later
// How columns of what a person does are read: work, issues, skills, languages, programs and networks.
#include <cells/cell_date.h>
#include <cells/cell_values.h>
#include <cells/row_words.h>
#include <import/import_text.h>
#include <import/row_work.h>
#include <meaning/codes.h>
#include <sheets/list_cell.h>

#include <base/text.h>
#include <records/typed_values.h>

#include <QCoreApplication>
#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;
} // namespace

// A line end within a name is a space; only lines that are each known by themselves, or begin with a bullet, are
// several.
QString RowWork::unwrapped(const QString& text) const
{
    if (!text.contains(QLatin1Char('\n')))
        return text;
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const bool areKnown = std::all_of(lines.begin(), lines.end(),
                                      [this](const QString& line) { return m_words.knowsOrganisation(line); });
    static const QRegularExpression item(QStringLiteral("^\\s*(?:[-•·▪●‣*]|\\(?\\d{1,2}[.)])\\s*\\S"));
    const bool areItems = lines.size() > 1 && std::all_of(lines.begin(), lines.end(), [](const QString& line) {
                              return item.match(line).hasMatch();
                          });
    return areKnown || areItems ? text : QString(text).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

// Of "TBC", "Vacant" and "same" nothing is made that is called so.
bool RowWork::isName(const MappedColumn& column, const QString& text)
{
    if (meansNothing(text))
        return false;
    if (!isNoName(text) && !isDitto(text))
        return true;
    keep(column.mapping.heading, text);
    ++m_out.notUnderstood;
    m_out.warnings.append(Import::tr("“%1” in “%2” names nothing; it was kept in the notes.")
                              .arg(text.left(80), column.mapping.heading));
    return false;
}

void RowWork::readOrganisation(const MappedColumn& column, const QString& text)
{
    for (const QString& one : splitStrongly(unwrapped(text))) {
        if (isName(column, one))
            m_organisations.append(one);
    }
}

void RowWork::readRole(const MappedColumn& column, const QString& text)
{
    if (meansNothing(text))
        return;
    m_roles.append(text.simplified());
    m_roleHeading = column.mapping.heading;
}

void RowWork::readSector(const MappedColumn& column, const QString& text)
{
    if (meansNothing(text))
        return;
    const KnownWords found = m_words.listOf(QStringLiteral("sectors"), {}, text);
    m_sectors.append(found.codes);
    m_sectorHeading = column.mapping.heading;
    m_sectorCell = text;
    if (!found.unknown.isEmpty())
        keepUnknown(column, found.unknown.join(L1("; ")));
}

void RowWork::readAffiliationDate(const MappedColumn& column, const QString& text)
{
    const auto date = dateOf(column, text);
    if (!date) {
        if (!meansNothing(text) && foldText(text) != L1("present") && foldText(text) != L1("now"))
            keepUnknown(column, text);
        return;
    }
    PartialDate& mine = column.kind == L1("org_from") ? m_from : m_to;
    if (!mine.isEmpty() && mine != *date)
        keepLeft(column.mapping.heading, {text});
    else
        mine = *date;
    m_workDates.emplace_back(column.mapping.heading, text);
}

void RowWork::readIssues(const MappedColumn& column, const QString& text)
{
    if (meansNothing(text))
        return;
    const KnownWords found = m_words.listOf(QStringLiteral("issues"), {}, text);
    for (const QString& code : found.codes) {
        if (!m_out.issues.contains(code))
            m_out.issues.append(code);
    }
    if (!found.unknown.isEmpty())
        keepUnknown(column, found.unknown.join(L1("; ")));
}

void RowWork::readSkills(const MappedColumn& column, const QString& text)
{
    if (meansNothing(text))
        return;
    const KnownWords found = m_words.listOf(QStringLiteral("skills"), QStringLiteral("skill_levels"), text);
    for (const QString& code : found.codes)
        m_out.skills.push_back({code.section(QChar(0x1F), 0, 0), code.section(QChar(0x1F), 1, 1)});
    if (!found.unknown.isEmpty())
        keepUnknown(column, found.unknown.join(L1("; ")));
}

void RowWork::readLanguages(const MappedColumn& column, const QString& text)
{
    if (meansNothing(text))
        return;
    const KnownWords found = m_words.listOf(QStringLiteral("languages"), QStringLiteral("language_levels"), text);
    for (const QString& code : found.codes)
        m_out.languages.push_back({code.section(QChar(0x1F), 0, 0), code.section(QChar(0x1F), 1, 1)});
    if (!found.unknown.isEmpty())
        keepUnknown(column, found.unknown.join(L1("; ")));
}

void RowWork::readProgram(const MappedColumn& column, const QString& text)
{
    for (const QString& one : splitStrongly(text)) {
        if (isName(column, one))
            m_programs.append(one);
    }
}

void RowWork::readYear(const MappedColumn& column, const QString& text)
{
    static const QRegularExpression separator(QStringLiteral("[;,/&|\\n]|\\s+and\\s+"));
    std::vector<int> years;
    QStringList unknown;
    const QString plain = withAsciiDigits(text);
    // "12/05/1997" is one day, not three years.
    const auto day = plain.contains(QLatin1Char('/')) ? dateOf(column, text) : std::nullopt;
    const bool isDay = day && day->day() > 0;
    if (isDay)
        years.push_back(day->year());
    for (const QString& piece : isDay ? QStringList() : plain.split(separator, Qt::SkipEmptyParts)) {
        int year = isOfOtherEra(column, piece.trimmed()) ? 0 : yearOf(piece.trimmed());
        if (year == 0) {
            const auto date = dateOf(column, piece.trimmed());
            year = date ? date->year() : 0;
        }
        if (year > 0)
            years.push_back(year);
        else if (!meansNothing(piece))
            unknown.append(piece.simplified());
    }
    if (years.empty()) {
        const auto whole = dateOf(column, text);
        if (whole)
            years.push_back(whole->year());
        else if (!meansNothing(text))
            keepUnknown(column, text);
    } else if (!unknown.isEmpty()) {
        keepUnknown(column, unknown.join(L1("; ")));
    }
    m_yearHeading = column.mapping.heading;
    m_years.insert(m_years.end(), years.begin(), years.end());
}

void RowWork::readParticipation(const MappedColumn& column, const QString& text)
{
    const bool isOutcome = column.kind == L1("outcome");
    if (isOutcome) {
        m_outcomeHeading = column.mapping.heading;
        if (const auto isDone = yesOrNo(text)) {
            if (*isDone)
                m_outcomes.append(codeText(ParticipationOutcome::Completed));
            else
                keep(column.mapping.heading, text);
            return;
        }
    }
    const QString vocabulary =
        isOutcome ? QStringLiteral("participation_outcomes") : QStringLiteral("participation_roles");
    for (const QString& one : splitStrongly(text)) {
        if (const auto code = m_words.codeFor(vocabulary, one))
            (isOutcome ? m_outcomes : m_participationRoles).append(*code);
        else if (!meansNothing(one)) {
            keepUnknown(column, one);
            heedDanger(column, one, true);
        }
    }
}

void RowWork::readNetwork(const MappedColumn& column, const QString& text)
{
    for (const QString& one : splitList(text, true)) {
        if (isName(column, one) && !m_networks.contains(one, Qt::CaseInsensitive))
            m_networks.append(one);
    }
}

void RowWork::readNetworkRole(const MappedColumn& column, const QString& text)
{
    m_networkRoleHeading = column.mapping.heading;
    if (const auto code = m_words.codeFor(QStringLiteral("network_roles"), text)) {
        if (!m_networkRole.isEmpty() && m_networkRole != *code)
            keepLeft(column.mapping.heading, {text});
        else
            m_networkRole = *code;
    } else if (!meansNothing(text))
        keepUnknown(column, text);
}

} // namespace dtp
