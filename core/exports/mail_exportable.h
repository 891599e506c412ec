// SPDX-License-Identifier: GPL-3.0-or-later
// What goes to people by e-mail: to those of the list who may be written to, and no more than can be. Inside of this
// room.
#pragma once

#include <exports/export_catalogue.h>
#include <meaning/mail_recipients.h>

namespace dtp
{

class MailExportable : public Exportable
{
public:
    Entity entity() const override { return Entity::Person; }
    Result<std::vector<qint64>> records(const Store& store, const ExportCall& call) const override;
    Result<QString> leavesOut(const Store& store, const ExportCall& call) const override;

protected:
    // tooMany: why there may not be more, with "%1" for how many.
    MailExportable(size_t most, const char* tooMany) : m_most(most), m_tooMany(tooMany) {}
    // Fails where there are too many, or nobody can be written to.
    Result<MailRecipients> recipients(const Store& store, const ExportCall& call) const;

private:
    Result<MailRecipients> sorted(const Store& store, const ExportCall& call) const;
    size_t m_most;
    const char* m_tooMany;
};

} // namespace dtp
