// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_consents/phone_columns.h>

#include <import/heading_words.h>
#include <import/import_text.h>
#include <legends/phone_warnings.h>
#include <meaning/codes.h>
#include <records/contact_kinds.h>
#include <records/record_type.h>
#include <sheets/list_cell.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

void noteSaid(const char* field, PersonDraft& draft)
{
    const int index = recordType<Person>().indexOf(field);
    if (std::find(draft.said.begin(), draft.said.end(), index) == draft.said.end())
        draft.said.push_back(index);
}

// What is written as more careful stays so.
void takeCare(PersonDraft& draft)
{
    if (codeOf<SafetyLevel>(draft.person.safetyLevel) != SafetyLevel::Normal)
        return;
    draft.person.safetyLevel = codeText(SafetyLevel::Careful);
    noteSaid("safety_level", draft);
}

QString digitsOf(const QString& text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}
} // namespace

PhoneColumns::PhoneColumns(const ImportMapping& mapping)
{
    for (const ColumnMapping& column : mapping.columns) {
        const bool isRemark = column.target == L1("notes") && !isAboutSomebodyElse(foldedHeading(column.heading));
        if (isRemark || isPhoneKind(column.target))
            m_columns.push_back(&column);
    }
}

void PhoneColumns::read(const ColumnMapping& column, const QString& cell, PersonDraft& draft)
{
    static const QRegularExpression ends(QStringLiteral("[.;,!\\n()\\[\\]]|\\s[-–—]\\s"));
    const bool isNumber = isPhoneKind(column.target);
    for (const QString& part : cell.split(ends, Qt::SkipEmptyParts)) {
        const PhoneWarning warning = phoneWarningIn(part, isNumber);
        if (warning == PhoneWarning::None)
            continue;
        const QString digits = digitsOf(cell);
        for (ContactPoint& contact : draft.contacts) {
            const bool isHere = isNumber ? digits.contains(digitsOf(contact.value)) : true;
            if (warning == PhoneWarning::DoNotUse && isPhoneKind(contact.kind) && isHere)
                contact.doNotUse = true;
        }
        for (const QString& kind : phoneKinds()) {
            if (warning == PhoneWarning::DoNotUse && !isNumber && !draft.unwanted.contains(kind))
                draft.unwanted.append(kind);
        }
        if (warning == PhoneWarning::SaferWayOnly && draft.person.safeChannel.isEmpty()) {
            draft.person.safeChannel = part.simplified();
            noteSaid("safe_channel", draft);
        }
        takeCare(draft);
        draft.warnings.append(
            (warning == PhoneWarning::DoNotUse
                 ? Import::tr("“%1” in “%2” speaks against calling: the number is not used, and it counts as a reason "
                              "to be careful.")
                 : Import::tr("“%1” in “%2” was entered as the safe way to reach this person, and counts as a reason "
                              "to be careful."))
                .arg(part.simplified().left(120), column.heading));
    }
}

void PhoneColumns::settle(const SheetRow& row, PersonDraft& draft) const
{
    for (const ColumnMapping* column : m_columns) {
        if (const QString cell = cleanCell(row.cells.value(column->column)); !cell.isEmpty())
            read(*column, cell, draft);
    }
}

} // namespace dtp
