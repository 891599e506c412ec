// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a row, out of all its columns.
#include <import/import_text.h>
#include <import/row_work.h>

#include <cells/cell_values.h>
#include <cells/full_name.h>
#include <cells/name_words.h>

#include <base/text.h>
#include <meaning/codes.h>

namespace dtp
{

// Middle names belong to the given name, a second family name to the family name.
void RowWork::settleNameParts()
{
    Person& person = m_out.person;
    if (person.givenName.isEmpty() && person.familyName.isEmpty()) {
        // Beside a whole name, which may have it already.
        const QString whole = foldText(m_fullName + m_familyGiven);
        for (const auto& [heading, part] : m_nameParts) {
            if (!whole.contains(foldText(part)))
                keep(heading, part);
        }
        return;
    }
    person.givenName =
        QStringList{person.givenName, m_middleNames.join(QLatin1Char(' '))}.join(QLatin1Char(' ')).trimmed();
    person.familyName =
        QStringList{person.familyName, m_secondFamilyNames.join(QLatin1Char(' '))}.join(QLatin1Char(' ')).trimmed();
}

// What stands with a name in columns of its parts: "Dr. Ana", "Reyes, RN".
void RowWork::settleSplitNames()
{
    Person& person = m_out.person;
    person.givenName = withoutListMarks(person.givenName);
    const bool isGivenDeceased = takeDeceased(person.givenName);
    const bool isFamilyDeceased = takeDeceased(person.familyName);
    const QString title = takeTitle(person.givenName);
    m_isDeceased = isGivenDeceased || isFamilyDeceased || titleMeansDeceased(title);
    QString letters = person.familyName.contains(QLatin1Char(',')) ? takeLetters(person.familyName) : QString();
    if (letters.isEmpty() && person.givenName.contains(QLatin1Char(',')))
        letters = takeLetters(person.givenName);
    if (!title.isEmpty())
        keep(Import::tr("Title"), title);
    if (!letters.isEmpty())
        keep(Import::tr("Letters after the name"), letters);
}

void RowWork::settleNames()
{
    settleNameParts();
    const Person& person = m_out.person;
    m_out.hasSplitName = !person.givenName.isEmpty() || !person.familyName.isEmpty();
    if (m_out.hasSplitName)
        settleSplitNames();
    settleWholeName();
    m_isDeceased = takeDeceased(m_out.person.ownScriptName) || m_isDeceased;
    settleDeceased();
}

// What stands with the name says it; a column for the status may say otherwise.
void RowWork::settleDeceased()
{
    static const int status = recordType<Person>().indexOf("status");
    if (!m_isDeceased || codeOf<PersonStatus>(m_out.person.status) == PersonStatus::Deceased)
        return;
    const bool saysOtherwise = std::find(m_out.said.begin(), m_out.said.end(), status) != m_out.said.end();
    m_out.warnings.append(
        (saysOtherwise ? Import::tr("Beside the name of %1 stands that they have died, and the status says otherwise: "
                                    "look at it.")
                       : Import::tr("Beside the name of %1 stands that they have died: they are entered as deceased."))
            .arg(fullName(m_out.person)));
    if (!saysOtherwise)
        setField(status, codeText(PersonStatus::Deceased));
}

void RowWork::settleWholeName()
{
    Person& person = m_out.person;
    const bool isFamilyFirst = !m_familyGiven.isEmpty();
    const QString whole = isFamilyFirst ? m_familyGiven : m_fullName;
    if (whole.isEmpty())
        return;
    const NameParts parts =
        isFamilyFirst ? splitFamilyGiven(whole, person.country) : splitFullName(whole, person.country);
    m_isDeceased = m_isDeceased || parts.isDeceased;
    m_out.mayBeTwoPeople = !m_out.hasSplitName && mayNameTwoPeople(whole, isFamilyFirst);
    if (m_out.mayBeTwoPeople)
        m_out.warnings.append(Import::tr("“%1” may name more than one person: it was read as the family name “%2” and "
                                         "the given name “%3”.")
                                  .arg(whole.left(80), parts.family, parts.given));
    if (!m_out.hasSplitName) {
        person.givenName = parts.given;
        person.familyName = parts.family;
    } else if (const QString name = QString(parts.given + QLatin1Char(' ') + parts.family).simplified();
               !name.isEmpty()) {
        QStringList a = wordsOf(foldText(name));
        QStringList b = wordsOf(foldText(fullName(person)));
        a.sort();
        b.sort();
        if (a != b)
            m_out.alternateNames.append(name);
    }
    if (person.ownScriptName.isEmpty())
        person.ownScriptName = parts.ownScript;
    else if (!parts.ownScript.isEmpty() && parts.ownScript != person.ownScriptName)
        m_out.alternateNames.append(parts.ownScript);
    m_out.alternateNames.append(parts.others);
    if (!parts.title.isEmpty())
        keep(Import::tr("Title"), parts.title);
    if (!parts.letters.isEmpty())
        keep(Import::tr("Letters after the name"), parts.letters);
}

// The cell that names more than one person; empty where none does.
QString RowWork::severalPeople() const
{
    if (namesSeveralInLines(m_nameCell))
        return m_nameCell.simplified();
    for (const QString& name : {m_fullName, m_familyGiven, m_out.person.givenName}) {
        if (namesSeveralPeople(name))
            return name;
    }
    return {};
}

} // namespace dtp
