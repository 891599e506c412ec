// SPDX-License-Identifier: GPL-3.0-or-later
// Of a row its person: fields, names, contacts and notes. What the person does is in work_adding.cpp.
#include <base/text.h>
#include <import/heading_words.h>
#include <import/import_text.h>
#include <import_people/row_adding.h>
#include <meaning/codes.h>
#include <records/contact_kinds.h>
#include <records/typed_values.h>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

bool isSameContact(const ContactPoint& a, const ContactPoint& b)
{
    if (a.kind != b.kind)
        return false;
    if (mayBePhoneNumber(a.kind) && !a.e164.isEmpty() && a.e164 == b.e164)
        return true;
    return isSameText(a.value, b.value);
}

int safetyRank(const QString& level)
{
    return level.isEmpty() ? 0 : static_cast<int>(codeOf<SafetyLevel>(level));
}

// As paragraphs of its own: "Age: 4" is not in "Age: 45".
bool holdsParagraph(const QString& notes, const QString& text)
{
    const QChar end = QLatin1Char('\n');
    return QString(end + notes + end).contains(QString(end + text + end));
}
} // namespace

bool isSameText(const QString& a, const QString& b)
{
    return a == b || foldText(a) == foldText(b);
}

Additions RowAdding::result()
{
    addFields();
    addNames();
    addContacts();
    markUnwanted();
    addAffiliations();
    addCodes();
    addPrograms();
    addNetworks();
    addConsents();
    addNotes();
    m_out.added.removeDuplicates();
    m_out.replaced.removeDuplicates();
    return std::move(m_out);
}

void RowAdding::addFields()
{
    for (const int index : m_row.said) {
        addField(index);
        m_state.saidBefore.insert(index);
    }
}

// An empty field is filled. One that differs is replaced when that is the policy and no earlier row of this file had
// its say; and nobody becomes less protected by a spreadsheet.
void RowAdding::addField(int index)
{
    const Field& field = recordType<Person>().fields[static_cast<size_t>(index)];
    const QVariant theirs = field.get(&m_row.person);
    const QVariant ours = field.get(&m_state.person);
    if (ours == theirs || isSameText(ours.toString(), theirs.toString()))
        return;
    static const Person fresh;
    // Status is never empty; at its first value it says as little as an empty field.
    const bool isFirstStatus =
        qstrcmp(field.name, "status") == 0 && ours == field.get(&fresh) && !m_state.saidBefore.contains(index);
    const bool isSafety = qstrcmp(field.name, "safety_level") == 0;
    const bool isSafer = isSafety && safetyRank(theirs.toString()) > safetyRank(ours.toString());
    const bool isBlank = ours.isNull() || ours.toString().isEmpty() || isFirstStatus || isSafer;
    const bool lowersSafety = isSafety && !isSafer;
    if (!isBlank && (!m_replaces || m_state.saidBefore.contains(index) || lowersSafety)) {
        const QString shown =
            field.sensitivity == Sensitivity::Restricted ? QStringLiteral("…") : theirs.toString().left(60);
        stays(field.label, shown);
        return;
    }
    field.set(&m_state.person, theirs);
    m_state.isChanged = true;
    if (!m_isFirstRow)
        (isBlank ? m_out.added : m_out.replaced).append(field.labelText());
}

void RowAdding::addAlternate(const QString& name, const char* kind)
{
    const QString simple = name.simplified();
    if (simple.isEmpty() || isSameText(simple, fullName(m_state.person)) ||
        isSameText(simple, m_state.person.ownScriptName))
        return;
    if (std::any_of(m_state.names.begin(), m_state.names.end(),
                    [&](const auto& kept) { return isSameText(kept.record.name, simple); }))
        return;
    AlternateName record;
    record.name = simple;
    record.kind = QString::fromLatin1(kind);
    append(m_state.names, std::move(record));
    if (NameKey key = nameKey(simple); !key.isEmpty())
        m_state.nameKeys.push_back(std::move(key));
    added(QT_TRANSLATE_NOOP("Fields", "Other name"));
}

void RowAdding::addOwnScript()
{
    const QString theirs = m_row.person.ownScriptName;
    Person& person = m_state.person;
    if (theirs.isEmpty() || isSameText(theirs, person.ownScriptName))
        return;
    if (person.ownScriptName.isEmpty()) {
        person.ownScriptName = theirs;
        m_state.isChanged = true;
        added(QT_TRANSLATE_NOOP("Fields", "Name in own script"));
    } else
        addAlternate(theirs, "other_script");
}

// Names in the same words are the same, whatever their order. Other spellings are kept beside: they find the person,
// too.
void RowAdding::addNames()
{
    Person& person = m_state.person;
    const Person& theirs = m_row.person;
    const QString theirName = QString(theirs.givenName + QLatin1Char(' ') + theirs.familyName).trimmed();
    const QString ourName = QString(person.givenName + QLatin1Char(' ') + person.familyName).trimmed();
    if (!theirName.isEmpty() && ourName.isEmpty()) {
        person.givenName = theirs.givenName;
        person.familyName = theirs.familyName;
        m_state.isChanged = true;
        added(QT_TRANSLATE_NOOP("Fields", "Name"));
    } else if (!theirName.isEmpty() && compareNames(nameKey(ourName), nameKey(theirName)) != NameSimilarity::Same) {
        const bool isKnown = compareNames({nameKey(theirName)}, m_state.nameKeys) == NameSimilarity::Same;
        if (m_replaces && m_row.hasSplitName && m_row.record && !m_state.saidBefore.contains(-1)) {
            person.givenName = theirs.givenName;
            person.familyName = theirs.familyName;
            m_state.isChanged = true;
            m_out.replaced.append(QCoreApplication::translate("Fields", "Name"));
            addAlternate(ourName, "spelling");
        } else if (!isKnown)
            addAlternate(theirName, "spelling");
    }
    m_state.saidBefore.insert(-1);
    addOwnScript();
    for (const QString& name : m_row.alternateNames)
        addAlternate(name, "");
}

// A wish that had nothing to mark when it came stands in the notes, and counts for what comes later.
QStringList RowAdding::unwantedByNotes() const
{
    QStringList kinds;
    for (const QString& line : m_state.person.notes.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const qsizetype colon = line.lastIndexOf(L1(": "));
        if (colon <= 0 ||
            (line.mid(colon + 2) != Import::tr("yes") && yesOrNo(line.mid(colon + 2)) != std::optional(true)))
            continue;
        if (const QString target = targetOfHeading(line.left(colon)); target.startsWith(L1("flag.")))
            kinds += unwantedBy(target.mid(target.indexOf(QLatin1Char('.')) + 1));
    }
    return kinds;
}

void RowAdding::addContacts()
{
    const QStringList unwanted = m_row.contacts.empty() ? QStringList() : unwantedByNotes();
    for (const ContactPoint& contact : m_row.contacts) {
        const auto known = std::find_if(m_state.contacts.begin(), m_state.contacts.end(),
                                        [&](const auto& kept) { return isSameContact(kept.record, contact); });
        if (known != m_state.contacts.end()) {
            // A wish not to be written to counts whenever it comes; no list takes it back.
            if (contact.doNotUse && !known->record.doNotUse) {
                known->record.doNotUse = true;
                known->isChanged = true;
                added(QT_TRANSLATE_NOOP("Fields", "Do not use"));
            }
            fillNote(*known, contact.note);
            continue;
        }
        append(m_state.contacts, contact);
        if (unwanted.contains(contact.kind) && !contact.doNotUse) {
            m_state.contacts.back().record.doNotUse = true;
            m_out.conflicts.append(
                Import::tr("“%1” is not to be used, as the notes say.").arg(contact.value.left(80)));
        }
        if (m_isFirstRow)
            continue;
        const ImportTarget* target = importTarget(contact.kind);
        m_out.added.append(target ? target->label() : contact.kind);
    }
}

// What somebody does not wish is not about the one address that stands beside it.
void RowAdding::markUnwanted()
{
    for (auto& kept : m_state.contacts) {
        if (kept.record.doNotUse || !m_row.unwanted.contains(kept.record.kind))
            continue;
        kept.record.doNotUse = true;
        kept.isChanged = true;
        added(QT_TRANSLATE_NOOP("Fields", "Do not use"));
    }
}

// What is no word of a list, but stands with the person as it is: an old code, an address without @.
bool RowAdding::isKeptElsewhere(const QString& value) const
{
    QSet<QString> theirs;
    for (const Field& field : recordType<Person>().fields)
        theirs.insert(field.get(&m_state.person).toString());
    for (const auto& kept : m_state.contacts)
        theirs.insert(kept.record.value);
    for (const auto& kept : m_state.issues)
        theirs.insert(kept.record.issue);
    for (const auto& kept : m_state.skills)
        theirs.insert(kept.record.skill);
    for (const auto& kept : m_state.languages)
        theirs.insert(kept.record.language);
    for (const auto& kept : m_state.affiliations)
        theirs.insert(kept.record.sector);
    const QStringList parts = value.split(L1("; "), Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), [&](const QString& part) { return theirs.contains(part); });
}

void RowAdding::addNotes()
{
    for (const ImportedNote& note : m_row.notes) {
        QString& notes = m_state.person.notes;
        if (holdsParagraph(notes, note.text) || (!note.value.isEmpty() && isKeptElsewhere(note.value)))
            continue;
        notes += (notes.isEmpty() ? QString() : QStringLiteral("\n")) + note.text;
        m_state.isChanged = true;
        added(QT_TRANSLATE_NOOP("Fields", "Notes"));
    }
}

Additions addRow(PersonState& state, const PersonDraft& row, const RowContext& context)
{
    return RowAdding(state, row, context).result();
}

} // namespace dtp
