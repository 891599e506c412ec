// SPDX-License-Identifier: GPL-3.0-or-later
// E-mails that ask for consent, as drafts: a file for each person, in a folder. Each opens by a double click in the
// mail program, to be looked at, signed and sent there. Nobody reads in it who else was asked.
#include <exports/exportables.h>

#include <exports/consent_phrases.h>
#include <exports/export_text.h>
#include <exports/mail_draft.h>
#include <exports/mail_exportable.h>

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>

namespace dtp
{

namespace
{
constexpr size_t mostDrafts = 1000; // each is sent by hand
constexpr qsizetype longestName = 60;

// The lines to be answered: all purposes, or the one that is said.
QString questions(const Store& store, const QString& purpose)
{
    QStringList lines;
    for (const VocabularyTerm& term : store.vocabulary(QStringLiteral("consent_purposes")).terms()) {
        if (purpose.isEmpty() || term.code == purpose)
            lines.append(ExportText::tr("- %1: yes / no").arg(consentPhrase(term)));
    }
    return lines.join(QLatin1Char('\n'));
}

QString draftText(const Store& store, const Person& person, const ExportCall& call)
{
    const QString organisation = organisationThatAsks(store);
    const QDate until = QDate::fromString(call.answers.value(QStringLiteral("until")).toString(), Qt::ISODate);
    QStringList paragraphs{
        ExportText::tr("Dear %1,").arg(fullName(person)),
        ExportText::tr("%1 keeps your name and how to reach you. Here you say what may be done with it. Please answer "
                       "this message and leave yes or no on each line: a line without an answer counts as a no, and a "
                       "no has no consequences for you. What you agree to is done for that purpose alone, until the "
                       "day that you give below or until you take it back.")
            .arg(organisation),
        ExportText::tr("%1 may").arg(organisation) + QLatin1Char('\n') +
            questions(store, call.answers.value(QStringLiteral("purpose")).toString()),
        ExportText::tr("My agreement holds until (a date, or leave it empty):")};
    if (until.isValid())
        paragraphs.append(
            ExportText::tr("Please answer by %1.").arg(QLocale().toString(until, QStringLiteral("d MMMM yyyy"))));
    paragraphs.append(takingBackText(organisation));
    // Below it the mail program of whoever sends it puts a signature.
    paragraphs.append(ExportText::tr("With kind regards,") + QLatin1Char('\n') + organisation);
    return paragraphs.join(QStringLiteral("\n\n")) + QLatin1Char('\n');
}

// "007 Sok Dara.eml": each once, and a name that every system takes.
QString fileName(size_t number, const QString& name)
{
    static const QRegularExpression refused(QStringLiteral("[^\\p{L}\\p{M}\\p{N} '-]+"));
    const QString readable = QString(name).replace(refused, QStringLiteral(" ")).simplified().left(longestName);
    return QStringLiteral("%1 %2").arg(number, 3, 10, QLatin1Char('0')).arg(readable).trimmed() +
           QStringLiteral(".eml");
}

Result<> writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly) &&
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(bytes) == bytes.size() &&
        file.flush())
        return {};
    return fail(
        ExportText::tr("The drafts could not be written to the last one. See whether there is room on the disk."),
        file.errorString());
}

class ConsentMail final : public MailExportable
{
public:
    ConsentMail()
        : MailExportable(
              mostDrafts,
              QT_TRANSLATE_NOOP("Exports", "Choose up to %1 people: each draft is looked at and sent by hand."))
    {
    }
    QString key() const override { return QStringLiteral("consent-mail"); }
    QString title() const override { return ExportText::tr("E-mails that ask for consent, as drafts"); }
    std::vector<ExportFormat> formats() const override
    {
        return {{QString(), ExportText::tr("A folder with a draft (.eml) for each person")}};
    }
    std::vector<ExportParameter> parameters() const override
    {
        return {{QStringLiteral("purpose"), ExportText::tr("Only about"),
                 recordType<Consent>().fieldNamed(QStringLiteral("purpose"))},
                {QStringLiteral("until"), ExportText::tr("To be answered by"),
                 recordType<ContactNote>().fieldNamed(QStringLiteral("next_action_on"))}};
    }
    QString goesTo() const override
    {
        return ExportText::tr(
            "Each draft is for the person to whom it is addressed. The program sends nothing: open a "
            "draft, look at it, and send it with your mail program.");
    }
    QString nameOf(const Store&, const ExportCall&) const override { return ExportText::tr("Consent e-mails"); }
    QString partsText(qint64 count) const override
    {
        return count == 1 ? ExportText::tr("1 draft") : ExportText::tr("%L1 drafts").arg(count);
    }
    Result<ExportDraft> draft(const Store& store, const ExportCall& call, const QString&,
                              const Progress&) const override
    {
        DTP_TRY(all, recipients(store, call));
        Table table;
        table.title = nameOf(store, call);
        table.columns = {columnOf<Person>("given_name").titled(ExportText::tr("Name")),
                         columnOf<ContactPoint>("value"), columnOfTable("text", ExportText::tr("Text"))};
        for (const MailRecipients::One& one : all.people)
            table.rows.push_back(
                {{fullName(one.person), one.address, draftText(store, one.person, call)}, one.person.id});
        return ExportDraft(std::move(table));
    }
    Result<> writeFolder(const Store& store, const ExportCleared& cleared, const QString& folder,
                         const Progress& progress) const override
    {
        const Table& table = *std::get<Disclosed<Table>>(cleared);
        const QString subject = ExportText::tr("%1 asks: %2", "an organisation, and the question")
                                    .arg(organisationThatAsks(store), consentQuestion());
        const auto total = static_cast<qint64>(table.rows.size());
        for (size_t i = 0; i < table.rows.size(); ++i) {
            if (!goOn(progress, static_cast<qint64>(i), total, ExportText::tr("Writing drafts")))
                return fail(ExportText::tr("Stopped. Nothing was written."));
            const std::vector<Cell>& cells = table.rows[i].cells;
            const QByteArray bytes = mailBytes(
                {{cells.at(0).text, cells.at(1).text}, subject, cells.at(2).text, store.environment().clock->now()});
            DTP_CHECK(writeFile(QDir(folder).filePath(fileName(i + 1, cells.at(0).text)), bytes));
        }
        return {};
    }
};
} // namespace

void addConsentMail(Exportables& all)
{
    all.push_back(std::make_unique<ConsentMail>());
}

} // namespace dtp
