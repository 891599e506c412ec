// SPDX-License-Identifier: GPL-3.0-or-later
// How each kind of column is read: those of the person, and the rest. What the person does is in work_columns.cpp.
#include <cells/cell_date.h>
#include <cells/cell_values.h>
#include <cells/consent_words.h>
#include <cells/name_words.h>
#include <cells/safety_words.h>
#include <cells/word_sets.h>
#include <import/heading_words.h>
#include <import/import_text.h>
#include <import/row_work.h>
#include <lists/people_export.h>
#include <sheets/list_cell.h>

#include <base/text.h>
#include <records/contact_kinds.h>
#include <records/kinds.h>
#include <records/typed_values.h>
#include <standards/countries.h>

#include <QRegularExpression>

namespace dtp
{

using L1 = QLatin1String;

void RowWork::setField(int field, const QVariant& value)
{
    recordType<Person>().fields[static_cast<size_t>(field)].set(&m_out.person, value);
    m_out.said.push_back(field);
}

void RowWork::keep(const QString& heading, const QString& text)
{
    m_out.notes.push_back({QString(heading + L1(": ") + text), {}});
}

void RowWork::keepUnknown(const MappedColumn& column, const QString& text)
{
    keep(column.mapping.heading, text);
    m_out.notes.back().value = text;
    ++m_out.notUnderstood;
    m_out.warnings.append(Import::tr("“%1” in “%2” was not understood; it was kept in the notes.")
                              .arg(text.left(80), column.mapping.heading));
}

void RowWork::readField(const MappedColumn& column, const QString& text)
{
    const Field& field = recordType<Person>().fields[static_cast<size_t>(column.field)];
    const KindTraits& traits = traitsOf(field);
    const L1 name(field.name);
    if (name == L1("given_name"))
        m_out.person.givenName = text.simplified();
    else if (name == L1("family_name"))
        m_out.person.familyName = text.simplified();
    else if (name == L1("own_script_name") && m_out.person.ownScriptName.isEmpty())
        m_out.person.ownScriptName = text.simplified();
    else if (name == L1("own_script_name"))
        m_out.alternateNames.append(text.simplified());
    else if (traits.chosenFrom == ChosenFrom::Countries)
        readCountry(column, text);
    else if (traits.chosenFrom == ChosenFrom::Vocabulary)
        readVocabulary(column, field, text);
    else if (name == L1("birth_year"))
        readBirth(column, text);
    else if (traits.time == TimeTold::Day)
        readDay(column, text);
    else if (name == L1("identity") && yesOrNo(text)) {
        // "Indigenous: yes" says what the heading says.
        if (*yesOrNo(text))
            setField(column.field, column.mapping.heading);
    } else if (name == L1("place") && hidesPlace(foldedHeading(column.mapping.heading), text)) {
        readHidingPlace(column, text);
    } else if (!meansNothing(text)) {
        if (const auto value = traits.parse(field, text, {.order = column.mapping.dateOrder}))
            setField(column.field, *value);
        else
            keepUnknown(column, text);
    }
}

void RowWork::readVocabulary(const MappedColumn& column, const Field& field, const QString& text)
{
    if (qstrcmp(field.name, "safety_level") == 0) {
        readSafety(column, text);
        return;
    }
    // In files of older versions "late" is a word for deceased.
    if (const auto code = m_words.codeFor(QString::fromLatin1(field.vocabulary), text);
        code && foldText(text) != L1("late")) {
        setField(column.field, *code);
        return;
    }
    if (meansNothing(text) && !meansDied(text, true)) // "†" is a sign
        return;
    meansDied(text, true) ? keep(column.mapping.heading, text) : keepUnknown(column, text);
    heedDanger(column, text, true);
    // Lists of mailing programs say so in their column “Status”.
    static const WordSet optedOut = wordSet("unsubscribed|opted out|opt out|do not contact|do not email|no contact|"
                                            "removed|complained|spam complaint",
                                            QLatin1Char('|'));
    if (qstrcmp(field.name, "status") == 0 && optedOut.contains(foldText(text)))
        setFlag(column, QStringLiteral("opt_out"));
}

// "No", "me", "is" are codes of countries only in capitals, and in a column of codes.
static bool isWordNotCode(const QString& word, bool inColumnOfCodes)
{
    static const WordSet words = wordSet("NA NO ME IN IS IT AT BE BY DO SO TO AM AS ID MY PA MA MS MR");
    return word.size() == 2 && words.contains(word.toUpper()) && !(inColumnOfCodes && word == word.toUpper());
}

void RowWork::readCountry(const MappedColumn& column, const QString& text)
{
    const auto countryOf = [&column](const QString& word) -> std::optional<QString> {
        return isWordNotCode(word, column.mapping.holdsCodes) ? std::nullopt : countryFromText(word);
    };
    if (const auto code = countryOf(text)) {
        setField(column.field, *code);
        return;
    }
    if (meansNothing(text))
        return;
    if (const QStringList meant = countriesMeantBy(text); !meant.isEmpty()) {
        QStringList names;
        for (const QString& code : meant)
            names.append(countryName(code));
        keep(column.mapping.heading, text);
        m_out.notes.back().value = text;
        ++m_out.notUnderstood;
        m_out.warnings.append(
            Import::tr("“%1” in “%2” may be %3; the country was left open, and the word kept in the notes.")
                .arg(text.left(80), column.mapping.heading, names.join(Import::tr(" or "))));
        return;
    }
    // "Myanmar / Thailand": the first is the country, all of it stays in the notes.
    const KnownWords several = splitKnown(text, countryOf);
    if (several.codes.isEmpty()) {
        keepUnknown(column, text);
        return;
    }
    setField(column.field, several.codes.first());
    keep(column.mapping.heading, text);
    m_out.warnings.append(Import::tr("“%1” in “%2” was read as %3; all of it was kept in the notes.")
                              .arg(text.left(80), column.mapping.heading, countryName(several.codes.first())));
}

void RowWork::readFullName(const MappedColumn&, const QString& text)
{
    m_fullName = text.simplified();
    m_nameCell = text;
}

void RowWork::readFamilyGiven(const MappedColumn&, const QString& text)
{
    m_familyGiven = text.simplified();
    m_nameCell = text;
}

void RowWork::readNamePart(const MappedColumn& column, const QString& text)
{
    if (meansNothing(text))
        return;
    (column.kind == L1("middle_name") ? m_middleNames : m_secondFamilyNames).append(text.simplified());
    m_nameParts.emplace_back(column.mapping.heading, text.simplified());
}

void RowWork::readAlternateName(const MappedColumn&, const QString& text)
{
    for (const QString& name : splitStrongly(text)) {
        if (!meansNothing(name))
            m_out.alternateNames.append(name);
    }
}

void RowWork::addContact(const QString& kind, const QString& value, const QString& note)
{
    const bool isKnown = std::any_of(m_out.contacts.begin(), m_out.contacts.end(), [&](const ContactPoint& c) {
        return c.kind == kind && c.value.compare(value, Qt::CaseInsensitive) == 0;
    });
    if (isKnown)
        return;
    ContactPoint contact;
    contact.kind = kind;
    contact.value = value;
    contact.note = note;
    m_out.contacts.push_back(contact);
}

// "a@x.org (do not use)": a wish, or a danger, that stands beside what it is about.
void RowWork::forbid(const MappedColumn& column, const QStringList& values, const QString& words)
{
    for (ContactPoint& contact : m_out.contacts)
        contact.doNotUse = contact.doNotUse || values.contains(contact.value, Qt::CaseInsensitive);
    if (!values.isEmpty())
        m_out.warnings.append(Import::tr("“%1” in “%2” was read as not to be used: “%3”.")
                                  .arg(values.join(L1(", ")).left(120), column.mapping.heading, words.left(80)));
}

void RowWork::readEmail(const MappedColumn& column, const QString& text)
{
    const FoundEmails found = findEmails(text);
    for (const QString& address : found.addresses)
        addContact(QStringLiteral("email"), address);
    if (found.rest.isEmpty() || meansNothing(found.rest))
        return;
    if (warnsAgainst(found.rest))
        forbid(column, found.addresses, found.rest);
    if (!findPhones(found.rest).numbers.isEmpty())
        addNumbers(column, found.rest);
    else if (found.addresses.isEmpty())
        keepUnknown(column, found.rest);
    else if (foldText(found.rest) != foldText(fullName(m_out.person)) && foldText(found.rest) != foldText(m_fullName))
        keep(column.mapping.heading, found.rest); // "Dara Sok <dara@…>" repeats the name
}

void RowWork::readPhone(const MappedColumn& column, const QString& cell)
{
    if (isRoundedNumber(cell)) {
        keep(column.mapping.heading, cell);
        ++m_out.notUnderstood;
        m_out.warnings.append(
            Import::tr("“%1” in “%2” is a long number that a spreadsheet rounded: its last digits are "
                       "lost. It was kept in the notes; ask for the number.")
                .arg(cell, column.mapping.heading));
        return;
    }
    const QString text = withAsciiDigits(cell);
    if (column.kind == L1("whatsapp")) {
        const QString folded = foldText(text);
        if (folded.startsWith(L1("same")) || yesOrNo(text) == std::optional(true)) {
            // "No WhatsApp: x" says rather that there is none, or that none is wished.
            if (foldText(column.mapping.heading).startsWith(L1("no ")) && !folded.startsWith(L1("same")))
                return keepUnknown(column, text);
            m_sameAsPhone = &column;
            m_sameWords = text;
            return;
        }
        if (yesOrNo(text))
            return;
    }
    const FoundEmails emails = findEmails(text);
    for (const QString& address : emails.addresses)
        addContact(QStringLiteral("email"), address);
    if (!emails.rest.isEmpty() && !meansNothing(emails.rest))
        addNumbers(column, emails.rest);
}

// Numbers with what people write beside them: "WhatsApp: +855 …" is one for WhatsApp, "Office" is a note.
void RowWork::addNumbers(const MappedColumn& column, const QString& text)
{
    const FoundPhones found = findPhones(text);
    const QString own = isPhoneKind(column.kind) ? column.kind : QStringLiteral("phone");
    for (const FoundPhone& phone : found.numbers) {
        const auto said =
            phone.label.isEmpty() ? std::nullopt : m_words.codeFor(QStringLiteral("contact_kinds"), phone.label);
        const bool isNumberKind = said && isPhoneKind(*said);
        static const WordSet plain = wordSet("tel ph m mob mobile phone t p c hp");
        QString note =
            phone.label.isEmpty() || isNumberKind || plain.contains(foldText(phone.label)) ? QString() : phone.label;
        const QString heading = headingKey(column.mapping.heading);
        if (note.isEmpty() &&
            (heading.contains(L1("office")) || heading.contains(L1("work")) || heading.contains(L1("home")) ||
             heading.contains(L1("fax")) || heading == L1("landline")))
            note = column.mapping.heading;
        addContact(isNumberKind ? *said : own, phone.number, note);
        if (warnsAgainst(phone.label))
            forbid(column, {phone.number}, phone.label);
    }
    if (found.rest.isEmpty() || meansNothing(found.rest))
        return;
    if (warnsAgainst(found.rest)) {
        QStringList numbers;
        for (const FoundPhone& phone : found.numbers)
            numbers.append(phone.number);
        forbid(column, numbers, found.rest);
    }
    if (found.numbers.isEmpty())
        keepUnknown(column, found.rest);
    else
        keep(column.mapping.heading, found.rest);
}

void RowWork::readHandle(const MappedColumn& column, const QString& text)
{
    if (meansNothing(text))
        return;
    const QString heading = headingKey(column.mapping.heading);
    const bool tellsWhich = column.kind == L1("social") && heading != L1("social media") && heading != L1("social");
    for (const QString& one : splitStrongly(text))
        addContact(column.kind, one, tellsWhich ? column.mapping.heading : QString());
}

void RowWork::readAddress(const MappedColumn&, const QString& text)
{
    if (!meansNothing(text))
        m_addresses.append(text);
}

void RowWork::readNotes(const MappedColumn& column, const QString& text)
{
    heedDanger(column, text, column.isOfStatus);
    if (column.isPlainNotes)
        m_out.notes.push_back({text, {}});
    else
        keep(column.mapping.heading, text);
}

void RowWork::readRecord(const MappedColumn& column, const QString& text)
{
    if (const auto key = recordKeyFromText(text))
        m_out.record = {*key};
    else
        keep(column.mapping.heading, text);
}

void RowWork::leaveOut(const MappedColumn&, const QString&) {}

} // namespace dtp
