// SPDX-License-Identifier: GPL-3.0-or-later
// A form that asks for consent, a page for each person, to be signed and brought back: as PDF to print, or as text to
// send along with a message.
#include <exports/exportables.h>

#include <exports/export_text.h>

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

Run namedRun(const Person& person)
{
    Run run;
    run.text = fullName(person);
    run.bold = true;
    run.person = person.id;
    return run;
}

// A row a purpose, with room for a yes and for a no.
Table purposesTable(const Store& store)
{
    Table table;
    table.columns = {columnOfTable("purpose", ExportText::tr("I may be shown in, or to")).weighing(3),
                     columnOfTable("yes", ExportText::tr("I agree")),
                     columnOfTable("no", ExportText::tr("I do not agree"))};
    for (const VocabularyTerm& term : store.vocabulary(QStringLiteral("consent_purposes")).terms())
        table.rows.push_back({{term.label, QString(), QString()}, {}});
    return table;
}

class ConsentForm final : public Exportable
{
public:
    QString key() const override { return QStringLiteral("consent-form"); }
    QString title() const override { return ExportText::tr("Forms that ask for consent"); }
    Entity entity() const override { return Entity::Person; }
    std::vector<ExportFormat> formats() const override { return documentFormats(); }
    QString nameOf(const Store&, const ExportCall&) const override { return ExportText::tr("Consent forms"); }
    Result<ExportDraft> draft(const Store& store, const ExportCall& call, const QString&,
                              const Progress& progress) const override
    {
        DTP_TRY(people, records(store, call));
        Document document;
        document.title = nameOf(store, call);
        document.organisation =
            store.setting(QStringLiteral("organisation"), QStringLiteral("Diplomacy Training Program"));
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

private:
    static void addPage(const Store& store, const Person& person, Document& document)
    {
        if (!document.blocks.empty())
            document.blocks.push_back(PageBreakBlock{});
        document.blocks.push_back(HeadingBlock{1, {}, ExportText::tr("May we show this about you?")});
        document.blocks.push_back(prose({namedRun(person)}));
        document.blocks.push_back(
            prose({words(ExportText::tr("%1 keeps your name and your ways to be reached. Please say for each line "
                                        "whether you agree. What you do not mark counts as a no. You can change your "
                                        "mind at any time, without giving a reason.")
                             .arg(document.organisation))}));
        document.blocks.push_back(TableBlock{purposesTable(store)});
        document.blocks.push_back(prose({words(ExportText::tr("What I agree to holds until (if it ends):"))}));
        document.blocks.push_back(prose({words(ExportText::tr("Day and signature:"))}));
    }
};
} // namespace

void addConsentForm(Exportables& all)
{
    all.push_back(std::make_unique<ConsentForm>());
}

} // namespace dtp
