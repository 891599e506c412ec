// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_text.h>
#include <import_records/record_draft.h>

#include <cells/cell_values.h>
#include <cells/full_name.h>
#include <cells/row_words.h>
#include <import/heading_words.h>
#include <import/row_work.h>
#include <import_records/record_cells.h>
#include <lists/people_export.h>
#include <meaning/codes.h>

#include <base/text.h>
#include <records/amounts.h>
#include <records/kinds.h>
#include <standards/countries.h>
#include <standards/currencies.h>
#include <standards/phone.h>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

QStringList problemOfNumber(const Field& field, const QString& text)
{
    const auto read = traitsOf(field).parse(field, text, {nullptr, DateOrder::DayMonthYear, QLocale::c()});
    return read ? QStringList() : QStringList(read.error().sentence);
}

// What was encoded twice as it was meant.
QString repaired(const QString& cell, RecordDraft& out)
{
    const auto once = encodedOnce(cell);
    const QString text = cleanCell(once ? *once : cell);
    if (once)
        out.warnings.append(
            Import::tr("“%1” had been encoded twice; it was read as “%2”.").arg(cell.left(60), text.left(60)));
    return text;
}

void addName(std::vector<NameKey>& keys, const QString& name)
{
    if (NameKey key = nameKey(name); !key.isEmpty() && std::find(keys.begin(), keys.end(), key) == keys.end())
        keys.push_back(std::move(key));
}
} // namespace

const QVariant* RecordDraft::value(int field) const
{
    for (const auto& [said, stored] : values) {
        if (said == field)
            return &stored;
    }
    return nullptr;
}

void keepInDraft(RecordDraft& draft, const RecordType& type, const QString& heading, const QString& text)
{
    if (const int notes = notesField(type); notes >= 0) {
        const Field& field = type.fields[static_cast<size_t>(notes)];
        draft.notes.push_back({QString(heading + L1(": ") + text), text});
        draft.warnings.append(
            (L1(field.name).startsWith(L1("note"))
                 ? Import::tr("“%1” in “%2” was not understood; it was kept in the notes.").arg(text.left(80), heading)
                 : Import::tr("“%1” in “%2” was not understood; it was kept under “%3”.")
                       .arg(text.left(80), heading, field.labelText())));
    } else {
        draft.warnings.append(
            Import::tr("“%1” in “%2” was not understood; it was left out.").arg(text.left(80), heading));
    }
    ++draft.notUnderstood;
}

RecordInterpreter::RecordInterpreter(Entity entity, ImportMapping mapping, const Words& words)
    : m_type(recordType(entity)), m_notes(notesField(m_type)), m_person(personField(m_type)),
      m_currency(m_type.indexOf("currency")), m_words(words)
{
    for (ColumnMapping& each : mapping.columns) {
        Column column;
        column.field = m_type.indexOf(each.target.section(QLatin1Char('.'), 0, 0));
        column.part = each.target.section(QLatin1Char('.'), 1);
        column.isPerson =
            column.field >= 0 && column.field == m_person && column.part != L1("year") &&
            (!column.part.isEmpty() || m_type.fields[static_cast<size_t>(column.field)].reference == Entity::Person);
        if (each.target == L1("notes")) {
            column.field = -1;
            const ImportTarget* notes = recordTarget(entity, each.target);
            const QString key = foldedHeading(each.heading);
            column.isPlainNotes =
                notes && std::any_of(notes->headings.begin(), notes->headings.end(),
                                     [&key](const QString& heading) { return foldedHeading(heading) == key; });
        }
        column.mapping = std::move(each);
        m_columns.push_back(std::move(column));
    }
}

RecordDraft RecordInterpreter::draft(const SheetRow& row) const
{
    RecordDraft out;
    out.number = row.number;
    out.cells = row.cells;
    Names names;
    for (const Column& column : m_columns) {
        const QString text = repaired(row.cells.value(column.mapping.column), out);
        if (text.isEmpty() || column.mapping.target == L1("ignore"))
            continue;
        if (!isSpreadsheetError(text)) {
            read(column, text, out, names);
            continue;
        }
        ++out.cellsInError;
        out.warnings.append(
            Import::tr("“%1” shows the spreadsheet error %2 instead of a value.").arg(column.mapping.heading, text));
    }
    for (qsizetype i = static_cast<qsizetype>(m_columns.size()); i < row.cells.size(); ++i) {
        if (const QString text = cleanCell(row.cells.at(i)); !text.isEmpty())
            keep(out, Import::tr("Column %1").arg(i + 1), text);
    }
    settlePerson(out, names);
    judge(row, out);
    return out;
}

void RecordInterpreter::read(const Column& column, const QString& text, RecordDraft& out, Names& names) const
{
    if (column.mapping.target == L1("record")) {
        if (const auto key = recordKeyFromText(text))
            out.record = *key;
        else
            keepUnknown(out, column.mapping.heading, text);
    } else if (column.field < 0) {
        if (column.isPlainNotes && m_notes >= 0)
            out.notes.push_back({text, {}});
        else
            keep(out, column.mapping.heading, text);
    } else if (column.isPerson) {
        readPerson(column, text, out, names);
    } else if (traitsOf(m_type.fields[static_cast<size_t>(column.field)]).isReference()) {
        readReference(column, text, out);
    } else {
        readValue(column, text, out);
    }
}

void RecordInterpreter::keep(RecordDraft& out, const QString& heading, const QString& text) const
{
    if (m_notes < 0)
        out.warnings.append(
            Import::tr("“%1” in “%2” has no place here; it was left out.").arg(text.left(80), heading));
    else if (!meansNothing(text))
        out.notes.push_back({QString(heading + L1(": ") + text), {}});
}

void RecordInterpreter::keepUnknown(RecordDraft& out, const QString& heading, const QString& text) const
{
    keepInDraft(out, m_type, heading, text);
}

void RecordInterpreter::readValue(const Column& column, const QString& text, RecordDraft& out) const
{
    if (readPeriod(column, text, out) || readMoney(column, text, out))
        return;
    const Field& field = m_type.fields[static_cast<size_t>(column.field)];
    const CellValue cell = cellValue(field, text, m_words, column.mapping.dateOrder);
    if (!cell.isUnderstood) {
        keepUnknown(out, column.mapping.heading, text);
        if (traitsOf(field).isNumber) // "1.200" can be two numbers: which they are is said
            out.warnings += problemOfNumber(field, text);
    } else if (cell.isAmbiguous)
        keep(out, column.mapping.heading, text);
    if (cell.stored.isNull())
        return;
    out.values.emplace_back(column.field, cell.stored);
    if (!cell.isUnderstood)
        out.warnings.append(Import::tr("“%1” counts as “%2”.")
                                .arg(field.labelText(), traitsOf(field).show(field, cell.stored, m_words, QLocale())));
}

// An amount with its currency in one cell, and a currency in signs or words of its own.
bool RecordInterpreter::readMoney(const Column& column, const QString& text, RecordDraft& out) const
{
    const auto money = m_currency >= 0 && column.field == m_currency - 1 ? moneyFromText(text) : std::nullopt;
    const QString code = money ? money->currency : column.field == m_currency ? currencyFromText(text) : QString();
    if (const QString unclear = money ? unclearMoney(text, *money) : QString(); !unclear.isEmpty()) {
        keepUnknown(out, column.mapping.heading, text);
        out.warnings.append(unclear);
        return true;
    }
    if (money)
        out.values.emplace_back(column.field, money->amount.number);
    const QVariant* said = code.isEmpty() ? nullptr : out.value(m_currency);
    if (said && *said != code)
        out.rejection =
            Import::tr("The amount of this row is in “%1” and in “%2”: say which it is.").arg(said->toString(), code);
    else if (!code.isEmpty() && !said)
        out.values.emplace_back(m_currency, code);
    return money || !code.isEmpty();
}

// A period in the column of its beginning, where the field behind it is the end.
bool RecordInterpreter::readPeriod(const Column& column, const QString& text, RecordDraft& out) const
{
    const auto next = static_cast<size_t>(column.field) + 1;
    const Field& field = m_type.fields[static_cast<size_t>(column.field)];
    if (traitsOf(field).time != TimeTold::PartOfDay || next >= m_type.fields.size() ||
        traitsOf(m_type.fields[next]).time != TimeTold::PartOfDay)
        return false;
    const auto period = periodFromText(text, column.mapping.dateOrder);
    if (!period)
        return false;
    out.values.emplace_back(column.field, period->first.toStorage());
    if (!period->second.isEmpty() && !out.value(static_cast<int>(next)))
        out.values.emplace_back(static_cast<int>(next), period->second.toStorage());
    return true;
}

void RecordInterpreter::readReference(const Column& column, const QString& text, RecordDraft& out) const
{
    const auto found = std::find_if(out.references.begin(), out.references.end(),
                                    [&](const NamedReference& known) { return known.field == column.field; });
    NamedReference& reference =
        found == out.references.end() ? out.references.emplace_back(NamedReference{column.field, {}, 0}) : *found;
    if (column.part != L1("year")) {
        if (!meansNothing(text))
            reference.text = text.simplified();
        // What is named by a day, as a case is, is named so however the day is written.
        if (const auto day = PartialDate::fromText(text, column.mapping.dateOrder);
            day && day->day() != 0 && column.field == m_person)
            reference.text = day->toStorage();
        return;
    }
    const auto date = PartialDate::fromText(text, column.mapping.dateOrder);
    const int year = yearOf(text);
    reference.year = year != 0 ? year : date ? date->year() : 0;
    if (reference.year == 0 && !meansNothing(text))
        keepUnknown(out, column.mapping.heading, text);
}

void RecordInterpreter::readPerson(const Column& column, const QString& text, RecordDraft& out, Names& names) const
{
    PersonHint& hint = out.person;
    const FoundEmails emails = findEmails(text);
    const auto addEmails = [&] {
        for (const QString& address : emails.addresses)
            hint.emails.append(address);
    };
    if (column.part.isEmpty() || column.part == L1("full_name")) {
        if (const auto key = recordKeyFromText(text)) {
            hint.record = *key;
            return;
        }
        addEmails(); // "Dara Sok <dara@…>", or the address alone
        if (!meansNothing(emails.rest))
            names.whole = emails.rest.simplified();
    } else if (column.part == L1("email")) {
        addEmails();
        if (emails.addresses.isEmpty() && !meansNothing(text))
            keepUnknown(out, column.mapping.heading, text);
    } else if (column.part == L1("phone")) {
        for (const FoundPhone& phone : findPhones(text).numbers) {
            ContactPoint point;
            point.kind = QStringLiteral("phone");
            point.value = phone.number;
            hint.phones.push_back(point);
        }
        if (findPhones(text).numbers.isEmpty() && !meansNothing(text))
            keepUnknown(out, column.mapping.heading, text);
    } else if (column.part == L1("country")) {
        hint.person.country = countryFromText(text).value_or(QString());
        if (hint.person.country.isEmpty() && !meansNothing(text))
            keepUnknown(out, column.mapping.heading, text);
    } else if (column.part == L1("family_given")) {
        names.familyGiven = text.simplified();
    } else if (const Field* field = recordType<Person>().fieldNamed(column.part); field && !meansNothing(text)) {
        field->set(&hint.person, text.simplified());
    }
}

void RecordInterpreter::settlePerson(RecordDraft& out, const Names& names) const
{
    PersonHint& hint = out.person;
    Person& person = hint.person;
    const bool isSplit = !person.givenName.isEmpty() || !person.familyName.isEmpty();
    const QString whole = names.familyGiven.isEmpty() ? names.whole : names.familyGiven;
    NameParts parts;
    if (!whole.isEmpty())
        parts = names.familyGiven.isEmpty() ? splitFullName(whole, person.country)
                                            : splitFamilyGiven(whole, person.country);
    if (!isSplit) {
        person.givenName = parts.given;
        person.familyName = parts.family;
    } else if (person.givenName.isEmpty() && !nameKey(whole).words.contains(foldToLatin(person.familyName))) {
        person.givenName = whole; // “Name” beside a family name
    }
    if (person.ownScriptName.isEmpty())
        person.ownScriptName = parts.ownScript;
    if (parts.isDeceased)
        person.status = codeText(PersonStatus::Deceased); // where the row makes them
    addName(hint.nameKeys, fullName(person));
    addName(hint.nameKeys, person.ownScriptName);
    for (ContactPoint& phone : hint.phones)
        phone.e164 = phoneToE164(phone.value, person.country);
    hint.text = !whole.isEmpty() ? whole : !fullName(person).isEmpty() ? fullName(person) : hint.emails.value(0);
}

// What looks like a row but is no record.
void RecordInterpreter::judge(const SheetRow& row, RecordDraft& out) const
{
    const bool repeatsHeadings =
        m_columns.size() > 1 && std::all_of(m_columns.begin(), m_columns.end(), [&row](const Column& column) {
            const QString cell = row.cells.value(column.mapping.column).simplified();
            return cell == column.mapping.heading || (cell.isEmpty() && column.mapping.samples.isEmpty());
        });
    const bool isSum = std::any_of(row.cells.begin(), row.cells.end(), [](const QString& cell) {
        bool isNumber = false;
        cell.trimmed().toDouble(&isNumber);
        return isNumber;
    });
    if (repeatsHeadings)
        out.rejection = Import::tr("This row repeats the headings.");
    else if (isSum && std::any_of(row.cells.begin(), row.cells.end(), &meansTotal))
        out.rejection = Import::tr("This looks like a line of totals.");
}

} // namespace dtp
