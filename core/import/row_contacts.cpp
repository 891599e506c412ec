// SPDX-License-Identifier: GPL-3.0-or-later
// How a row may be reached, and what it says of consent as a whole.
#include <import/import_text.h>
#include <import/row_work.h>

#include <meaning/codes.h>
#include <sheets/list_cell.h>

#include <records/contact_kinds.h>
#include <standards/phone.h>

namespace dtp
{

using L1 = QLatin1String;

void RowWork::settlePhones()
{
    for (ContactPoint& contact : m_out.contacts) {
        if (!isPhoneKind(contact.kind))
            continue;
        contact.e164 = phoneToE164(contact.value, m_out.person.country);
        if (contact.e164.isEmpty())
            m_out.warnings.append(
                Import::tr("“%1” is no complete phone number; it was kept as typed.").arg(contact.value));
    }
    if (!m_sameAsPhone)
        return;
    const std::vector<ContactPoint> all = m_out.contacts;
    for (ContactPoint contact : all) {
        if (contact.kind != L1("phone") || isFaxOnly(contact.note))
            continue;
        contact.kind = QStringLiteral("whatsapp");
        m_out.contacts.push_back(contact);
    }
    if (all.size() == m_out.contacts.size())
        keepLeft(m_sameAsPhone->mapping.heading, {m_sameWords});
}

// An address may hold any sign; only a sheet that we wrote ourselves separates several.
void RowWork::settleAddresses()
{
    for (const QString& address : m_addresses) {
        const QStringList several = m_out.record ? splitList(address) : QStringList{address};
        for (const QString& one : several)
            addContact(QStringLiteral("post"), one);
    }
}

// Of two people in one row it is not said who agreed.
void RowWork::dropAgreements()
{
    const auto agrees = [](const ImportedConsent& consent) {
        return codeOf<ConsentAnswer>(consent.answer) == ConsentAnswer::Agreed;
    };
    for (const MappedColumn& column : m_mapper.m_columns) {
        const auto isHere = [&](const ImportedConsent& c) { return agrees(c) && c.column == column.mapping.column; };
        if (std::any_of(m_out.consents.begin(), m_out.consents.end(), isHere))
            keep(column.mapping.heading, m_row.cells.value(column.mapping.column).simplified());
    }
    if (std::erase_if(m_out.consents, agrees) > 0)
        m_out.warnings.append(Import::tr("Who of them agreed is not said: no agreement in this row counts."));
}

} // namespace dtp
