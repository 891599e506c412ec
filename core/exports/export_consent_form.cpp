// SPDX-License-Identifier: GPL-3.0-or-later
// A form that asks for consent, a page for each person, to be ticked, signed and brought back: as PDF to print, or as
// text to send along with a message. It goes to the person it is about, so nothing of the secretariat's stands on it.
#include <exports/exportables.h>

#include <document/written_as.h>
#include <exports/consent_phrases.h>
#include <exports/export_text.h>
#include <reporting/report_file.h>

namespace dtp
{

namespace
{
constexpr size_t readAtOnce = 500;

TextBlock prose(std::vector<Run> runs)
{
    TextBlock block;
    block.text.paragraphs.push_back({Paragraph::Style::Body, 0, std::move(runs)});
    return block;
}

Run words(const QString& text)
{
    Run run;
    run.text = text;
    return run;
}

// In both scripts, as somebody knows to be meant.
Run namedRun(const Person& person)
{
    Run run;
    run.text = fullName(person);
    if (!person.ownScriptName.isEmpty() && person.ownScriptName != run.text)
        run.text += QStringLiteral("  ·  ") + person.ownScriptName;
    run.bold = true;
    run.person = person.id;
    return run;
}

// A row a purpose, with a box for a yes and one for a no.
Table purposesTable(const Store& store, const QString& organisation)
{
    Table table;
    table.columns = {
        columnOfTable("purpose", ExportText::tr("%1 may", "an organisation").arg(organisation)).weighing(4),
        columnOfTable("yes", ExportText::tr("I agree")).weighing(0.9),
        columnOfTable("no", ExportText::tr("I do not agree")).weighing(1.3)};
    for (const VocabularyTerm& term : store.vocabulary(QStringLiteral("consent_purposes")).terms())
        table.rows.push_back({{consentPhrase(term), QString(emptyBox), QString(emptyBox)}, {}});
    return table;
}

// What is written by hand, a line each.
Table linesTable()
{
    Table table;
    table.columns = {columnOfTable("label", {}).weighing(2), columnOfTable("room", {}).weighing(3)};
    for (const QString& label : {ExportText::tr("My agreement holds until (date)"), ExportText::tr("How I was asked"),
                                 ExportText::tr("Date"), ExportText::tr("Signature")})
        table.rows.push_back({{label, QString()}, {}});
    return table;
}

class ConsentForm final : public Exportable
{
public:
    QString key() const override { return QStringLiteral("consent-form"); }
    QString title() const override { return ExportText::tr("Forms that ask for consent"); }
    Entity entity() const override { return Entity::Person; }
    std::vector<ExportFormat> formats() const override { return documentFormats(); }
    QString goesTo() const override
    {
        return ExportText::tr("Each form is for the person whose name stands on it: hand it to nobody else.");
    }
    QString nameOf(const Store&, const ExportCall&) const override { return ExportText::tr("Consent forms"); }
    QString partsText(qint64 count) const override
    {
        return count == 1 ? ExportText::tr("1 form") : ExportText::tr("%L1 forms").arg(count);
    }
    Result<ExportDraft> draft(const Store& store, const ExportCall& call, const QString&,
                              const Progress& progress) const override
    {
        DTP_TRY(people, records(store, call));
        Document document;
        document.title = nameOf(store, call);
        document.organisation = organisationThatAsks(store);
        document.date = store.environment().clock->today();
        for (size_t from = 0; from < people.size(); from += readAtOnce) {
            if (!goOn(progress, static_cast<qint64>(from), static_cast<qint64>(people.size()),
                      ExportText::tr("Writing forms")))
                return fail(ExportText::tr("Stopped. Nothing was written."));
            const auto begin = people.begin() + static_cast<std::ptrdiff_t>(from);
            const auto end = begin + static_cast<std::ptrdiff_t>(std::min(readAtOnce, people.size() - from));
            DTP_TRY(rows, store.rows(Entity::Person, std::vector<qint64>(begin, end)));
            for (const RecordValues& row : rows)
                addPage(store, fromValues<Person>(row), document);
        }
        return ExportDraft(std::move(document));
    }
    Result<> write(const Store&, const ExportCall&, ExportCleared& cleared, const QString& ending, QIODevice& device,
                   const Progress& progress) const override
    {
        return writeDocument(std::get<Disclosed<Document>>(cleared), ending, device, {.as = WrittenAs::Form},
                             progress);
    }

private:
    static void addPage(const Store& store, const Person& person, Document& document)
    {
        const QString& organisation = document.organisation;
        if (!document.blocks.empty())
            document.blocks.push_back(PageBreakBlock{});
        document.blocks.push_back(HeadingBlock{1, {}, consentQuestion()});
        document.blocks.push_back(prose({namedRun(person)}));
        document.blocks.push_back(
            prose({words(ExportText::tr("%1 keeps your name and how to reach you. Here you say what may be done with "
                                        "it. Please tick one box on each line: a line without a tick counts as a no, "
                                        "and a no has no consequences for you. What you agree to is done for that "
                                        "purpose alone, until the day that you give below or until you take it back.")
                             .arg(organisation))}));
        document.blocks.push_back(TableBlock{purposesTable(store, organisation)});
        document.blocks.push_back(TableBlock{linesTable()});
        document.blocks.push_back(HeadingBlock{3, {}, ExportText::tr("If you change your mind")});
        document.blocks.push_back(prose({words(takingBackText(organisation))}));
    }
};
} // namespace

void addConsentForm(Exportables& all)
{
    all.push_back(std::make_unique<ConsentForm>());
}

} // namespace dtp
