// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/mail_exportable.h>

#include <exports/export_text.h>

#include <QLocale>

namespace dtp
{

Result<std::vector<qint64>> MailExportable::records(const Store& store, const ExportCall& call) const
{
    DTP_TRY(all, sorted(store, call));
    return all.ids();
}

Result<QString> MailExportable::leavesOut(const Store& store, const ExportCall& call) const
{
    DTP_TRY(all, sorted(store, call));
    return all.leftOutText();
}

Result<MailRecipients> MailExportable::recipients(const Store& store, const ExportCall& call) const
{
    DTP_TRY(all, sorted(store, call));
    DTP_CHECK(all.checkAnybody());
    return std::move(all);
}

Result<MailRecipients> MailExportable::sorted(const Store& store, const ExportCall& call) const
{
    DTP_TRY(people, Exportable::records(store, call));
    if (people.size() > m_most)
        return fail(ExportText::tr(m_tooMany).arg(QLocale().toString(static_cast<int>(m_most))));
    return mailRecipients(store, people);
}

} // namespace dtp
