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
    virtual size_t most() const = 0;
    virtual QString tooMany(const QString& most) const = 0; // why there are not more
    // Fails where there are too many, or nobody can be written to.
    Result<MailRecipients> recipients(const Store& store, const ExportCall& call) const;

private:
    Result<MailRecipients> sorted(const Store& store, const ExportCall& call) const;
};

} // namespace dtp
