// SPDX-License-Identifier: GPL-3.0-or-later
// A row as a whole: which column is read by what, and what only several columns together say.
#include <import/import_text.h>
#include <import/row_work.h>

#include <cells/cell_values.h>
#include <cells/safety_words.h>
#include <cells/word_sets.h>
#include <import/heading_words.h>
#include <meaning/codes.h>
#include <sheets/list_cell.h>
#include <sheets/utf7.h>

#include <base/text.h>

#include <QRegularExpression>

namespace dtp
{

using L1 = QLatin1String;

// Whether each of several values in one cell is kept by itself.
static bool takesList(const QString& target)
{
    static const WordSet lists = wordSet(
        "email phone whatsapp signal telegram social website organisation sector issues skills languages "
        "program_title program_year participation_role outcome network alternate_name org_role own_script_name post");
    return lists.contains(target);
}

static bool isOfPlainNotes(const QString& key)
{
    const ImportTarget* notes = importTarget(QStringLiteral("notes"));
    return notes && notes->headings.contains(key);
}

MappedColumn RowWork::columnFor(const ColumnMapping& mapping)
{
    static const QHash<QString, void (RowWork::*)(const MappedColumn&, const QString&)> readers{
        {QStringLiteral("full_name"), &RowWork::readFullName},
        {QStringLiteral("family_given"), &RowWork::readFamilyGiven},
        {QStringLiteral("alternate_name"), &RowWork::readAlternateName},
        {QStringLiteral("middle_name"), &RowWork::readNamePart},
        {QStringLiteral("second_family_name"), &RowWork::readNamePart},
        {QStringLiteral("email"), &RowWork::readEmail},
        {QStringLiteral("phone"), &RowWork::readPhone},
        {QStringLiteral("whatsapp"), &RowWork::readPhone},
        {QStringLiteral("signal"), &RowWork::readPhone},
        {QStringLiteral("telegram"), &RowWork::readHandle},
        {QStringLiteral("social"), &RowWork::readHandle},
        {QStringLiteral("website"), &RowWork::readHandle},
        {QStringLiteral("post"), &RowWork::readAddress},
        {QStringLiteral("organisation"), &RowWork::readOrganisation},
        {QStringLiteral("org_role"), &RowWork::readRole},
        {QStringLiteral("sector"), &RowWork::readSector},
        {QStringLiteral("org_from"), &RowWork::readAffiliationDate},
        {QStringLiteral("org_to"), &RowWork::readAffiliationDate},
        {QStringLiteral("issues"), &RowWork::readIssues},
        {QStringLiteral("skills"), &RowWork::readSkills},
        {QStringLiteral("languages"), &RowWork::readLanguages},
        {QStringLiteral("program_title"), &RowWork::readProgram},
        {QStringLiteral("program_year"), &RowWork::readYear},
        {QStringLiteral("participation_role"), &RowWork::readParticipation},
        {QStringLiteral("outcome"), &RowWork::readParticipation},
        {QStringLiteral("network"), &RowWork::readNetwork},
        {QStringLiteral("network_role"), &RowWork::readNetworkRole},
        {QStringLiteral("notes"), &RowWork::readNotes},
        {QStringLiteral("record"), &RowWork::readRecord},
        {QStringLiteral("ignore"), &RowWork::leaveOut}};
    MappedColumn column;
    column.mapping = mapping;
    column.heading = mapping.heading.toUtf8();
    column.kind = mapping.target;
    column.isReason = isReasonHeading(mapping.heading);
    column.read = readers.value(mapping.target, nullptr);
    column.field = recordType<Person>().indexOf(mapping.target);
    column.takesList = takesList(mapping.target);
    if (mapping.target == L1("notes")) {
        column.field = -1;
        if (isBarePhotos(headingKey(mapping.heading)))
            column.read = &RowWork::readPhotos;
        else if (column.wish = wishOfHeading(mapping.heading); !column.wish.purposes.isEmpty())
            column.read = &RowWork::readWish;
        column.isOfStatus = isOfStatus(headingKey(mapping.heading));
        column.isPlainNotes = isOfPlainNotes(headingKey(mapping.heading));
    } else if (mapping.target.startsWith(L1("consent."))) {
        column.kind = mapping.target.section(QLatin1Char('.'), 1);
        column.read = &RowWork::readConsent;
    } else if (mapping.target.startsWith(L1("refusal."))) {
        column.kind = mapping.target.section(QLatin1Char('.'), 1);
        column.read = &RowWork::readRefusal;
    } else if (mapping.target.startsWith(L1("flag."))) {
        column.kind = mapping.target.section(QLatin1Char('.'), 1);
        column.read = &RowWork::readFlag;
    } else if (!column.read) {
        column.read = column.field >= 0 ? &RowWork::readField : &RowWork::readNotes;
    }
    return column;
}

RowWork::RowWork(const RowInterpreter& mapper, const SheetRow& row)
    : m_mapper(mapper), m_words(mapper.m_words), m_row(row)
{
    m_out.number = row.number;
}

PersonDraft RowWork::result()
{
    m_out.digest = m_mapper.digestOf(m_row);
    readColumns();
    settleNames();
    settlePhones();
    settleAddresses();
    settleFlags();
    settleSafety();
    if (m_out.mayBeTwoPeople)
        dropAgreements();
    settleWork();
    settlePrograms();
    settleNetworks();
    judge();
    for (const QString& name :
         QStringList{fullName(m_out.person), m_out.person.ownScriptName} + m_out.alternateNames) {
        if (NameKey key = nameKey(name);
            !key.isEmpty() && std::find(m_out.nameKeys.begin(), m_out.nameKeys.end(), key) == m_out.nameKeys.end())
            m_out.nameKeys.push_back(std::move(key));
    }
    if (!m_out.rejection.isEmpty())
        m_out.cells = m_row.cells;
    return std::move(m_out);
}

// The cell without what no cell should hold, and with what was encoded twice put right.
QString RowWork::repaired(const QString& cell)
{
    const auto once = encodedOnce(cell);
    const QString text = cleanCell(once ? *once : cell);
    if (once)
        m_out.warnings.append(
            Import::tr("“%1” had been encoded twice; it was read as “%2”.").arg(cell.left(60), text.left(60)));
    const auto unpacked = fromUtf7(text);
    if (!unpacked)
        return text;
    m_out.warnings.append(
        Import::tr("“%1” is in UTF-7, an old encoding; it was read as “%2”.").arg(text.left(60), unpacked->left(60)));
    return cleanCell(*unpacked);
}

void RowWork::readColumns()
{
    for (const MappedColumn& column : m_mapper.m_columns) {
        const QString text = repaired(m_row.cells.value(column.mapping.column));
        if (text.isEmpty())
            continue;
        if (isSpreadsheetError(text))
            readError(column, text);
        else if (!column.takesList || !keepTooLong(column, text))
            (this->*column.read)(column, text);
    }
    // Cells beyond the last heading belong to somebody all the same.
    for (qsizetype i = static_cast<qsizetype>(m_mapper.m_columns.size()); i < m_row.cells.size(); ++i) {
        if (const QString text = cleanCell(m_row.cells.at(i)); !text.isEmpty())
            keep(Import::tr("Column %1").arg(i + 1), text);
    }
}

void RowWork::readError(const MappedColumn& column, const QString& text)
{
    ++m_out.cellsInError;
    m_out.warnings.append(
        Import::tr("“%1” shows the spreadsheet error %2 instead of a value.").arg(column.mapping.heading, text));
    static const int safety = recordType<Person>().indexOf("safety_level");
    if (column.field == safety) // something was said of it, and nobody knows what
        setSafety(codeText(SafetyLevel::Careful));
    if (column.read == &RowWork::readConsent || column.read == &RowWork::readRefusal)
        m_out.consents.push_back({column.kind, {}, text, column.mapping.column, {}, {}});
    if (column.read == &RowWork::readFlag && column.kind != L1("deceased"))
        setFlag(column, column.kind);
}

// More than anybody has is no list of one person's, and comparing each with each takes long: the notes keep it whole.
bool RowWork::keepTooLong(const MappedColumn& column, const QString& text)
{
    constexpr qsizetype longest = 4000;
    if (text.size() <= longest)
        return false;
    keep(column.mapping.heading, text);
    ++m_out.notUnderstood;
    m_out.warnings.append(
        Import::tr("What stands in “%1” is too long to be taken apart (%2 characters, “%3…”); it was "
                   "kept in the notes as it is.")
            .arg(column.mapping.heading, QString::number(text.size()), text.simplified().left(60)));
    return true;
}

// Values beyond those that belong to something.
void RowWork::keepLeft(const QString& heading, const QStringList& texts)
{
    QStringList left = texts;
    left.removeAll(QString());
    if (left.isEmpty())
        return;
    const QString text = left.join(L1("; "));
    keep(heading, text);
    m_out.warnings.append(
        Import::tr("“%1” in “%2” has nothing to belong to; it was kept in the notes.").arg(text.left(80), heading));
}

// The sector of each organisation, when the cell is a list with as many places; else the sectors that it names.
QStringList RowWork::sectorsAtPlaces() const
{
    const QStringList places = splitList(m_sectorCell, false, EmptyItems::Kept);
    if (places.size() < 2 || places.size() > m_organisations.size())
        return m_sectors;
    QStringList codes;
    for (const QString& place : places)
        codes.append(m_words.codeFor(QStringLiteral("sectors"), place).value_or(QString()));
    return codes;
}

void RowWork::settleWork()
{
    if (m_organisations.isEmpty()) {
        // A role without an organisation has no place of its own.
        for (const QString& role : m_roles)
            keep(m_roleHeading, role);
        if (!m_sectorHeading.isEmpty() && !m_sectors.isEmpty())
            keep(m_sectorHeading, m_sectors.join(QLatin1String(", ")));
        for (const auto& [heading, text] : m_workDates)
            keep(heading, text);
        return;
    }
    QStringList roles = m_roles;
    if (m_organisations.size() > 1 && roles.size() == 1) {
        const QStringList several = splitList(roles.first(), false, EmptyItems::Kept);
        if (several.size() <= m_organisations.size())
            roles = several;
    }
    const QStringList sectors = sectorsAtPlaces();
    for (qsizetype i = 0; i < m_organisations.size(); ++i) {
        ImportedAffiliation affiliation;
        affiliation.organisation = m_organisations.at(i);
        affiliation.role = roles.value(i);
        affiliation.sector = sectors.value(i);
        if (i == 0) {
            affiliation.from = m_from;
            affiliation.to = m_to;
        }
        m_out.affiliations.push_back(affiliation);
    }
    keepLeft(m_roleHeading, roles.mid(m_organisations.size()));
    keepLeft(m_sectorHeading, sectors.mid(m_organisations.size()));
}

void RowWork::settlePrograms()
{
    static const QRegularExpression yearIn(QStringLiteral("\\b(19[6-9]\\d|20[0-6]\\d)\\b"));
    for (qsizetype i = 0; i < m_programs.size(); ++i) {
        ImportedProgram program;
        program.title = m_programs.at(i);
        const auto at = static_cast<size_t>(i);
        program.year = at < m_years.size() ? m_years[at] : 0;
        if (program.year == 0)
            program.year = yearIn.match(program.title).captured(1).toInt();
        program.role = m_participationRoles.size() == 1 ? m_participationRoles.first() : m_participationRoles.value(i);
        program.outcome = m_outcomes.size() == 1 ? m_outcomes.first() : m_outcomes.value(i);
        m_out.programs.push_back(program);
    }
    QStringList years;
    for (size_t i = static_cast<size_t>(m_programs.size()); i < m_years.size(); ++i)
        years.append(QString::number(m_years[i]));
    keepLeft(m_yearHeading, years);
    keepLeft(Import::tr("Role in the program"), m_participationRoles.mid(m_programs.size()));
    keepLeft(m_outcomeHeading, m_outcomes.mid(m_programs.size()));
}

void RowWork::settleNetworks()
{
    for (const QString& network : m_networks)
        m_out.networks.push_back({network, m_networkRole});
    if (m_networks.isEmpty() && !m_networkRole.isEmpty())
        keepLeft(m_networkRoleHeading, {m_networkRole});
}

} // namespace dtp
