// SPDX-License-Identifier: GPL-3.0-or-later
// One e-mail to many, as a draft that opens in the mail program. Nobody reads in it who else gets it.
#include <exports/exportables.h>

#include <exports/export_text.h>
#include <exports/mail_draft.h>
#include <exports/mail_exportable.h>

#include <QIODevice>

namespace dtp
{

namespace
{
constexpr size_t mostRecipients = 500; // mail providers refuse one to more, some to less

class GroupMail final : public MailExportable
{
public:
    GroupMail()
        : MailExportable(
              mostRecipients,
              QT_TRANSLATE_NOOP("Exports", "Choose up to %1 people: mail providers refuse a message to more."))
    {
    }
    QString key() const override { return QStringLiteral("mail"); }
    QString title() const override { return ExportText::tr("One e-mail to all of them, as a draft"); }
    std::vector<ExportFormat> formats() const override
    {
        return {{QStringLiteral("eml"), ExportText::tr("A draft (.eml)")}};
    }
    QString goesTo() const override
    {
        return ExportText::tr(
            "The draft is for those to whom it is addressed; their addresses stand in Bcc, so that nobody reads who "
            "else gets it. The program sends nothing: open the draft, write it, and send it with your mail program.");
    }
    QString nameOf(const Store&, const ExportCall&) const override { return ExportText::tr("E-mail draft"); }
    QString doneWithText(qint64 count) const override
    {
        return count == 1 ? ExportText::tr("The e-mail goes to 1 person.")
                          : ExportText::tr("The e-mail goes to %L1 people.").arg(count);
    }
    QString deedText() const override { return ExportText::tr("Write the e-mail"); }
    Result<ExportDraft> draft(const Store& store, const ExportCall& call, const QString&,
                              const Progress&) const override
    {
        DTP_TRY(all, recipients(store, call));
        Table table;
        table.title = nameOf(store, call);
        table.columns = {columnOf<Person>("given_name").titled(ExportText::tr("Name")),
                         columnOf<ContactPoint>("value")};
        for (const MailRecipients::One& one : all.people)
            table.rows.push_back({{fullName(one.person), one.address}, one.person.id});
        return ExportDraft(std::move(table));
    }
    Result<> write(const Store& store, const ExportCall&, ExportCleared& cleared, const QString&, QIODevice& device,
                   const Progress&) const override
    {
        MailDraft mail;
        mail.at = store.environment().clock->now();
        mail.text = QStringLiteral("\n"); // is written in the mail program, and so is its subject
        for (const auto& row : (*std::get<Disclosed<Table>>(cleared)).rows)
            mail.hidden.push_back({row.cells.at(0).text, row.cells.at(1).text});
        if (mail.hidden.size() == 1) {
            mail.to = mail.hidden.front();
            mail.hidden.clear();
        }
        const QByteArray bytes = mailBytes(mail);
        if (device.write(bytes) == bytes.size())
            return {};
        return fail(
            ExportText::tr("The draft could not be written to the end. See whether there is room on the disk."),
            device.errorString());
    }
};
} // namespace

void addGroupMail(Exportables& all)
{
    all.push_back(std::make_unique<GroupMail>());
}

} // namespace dtp
