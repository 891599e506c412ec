// SPDX-License-Identifier: GPL-3.0-or-later
// Links that name people, in every text of a document and in every way in which one writes them.
#include "drafts_of_test.h"

#include <support/rounds.h>

#include <document/text_links.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
// A fisher whom nobody may name, and somebody who agreed.
struct LinkFile {
    LinkFile()
    {
        sok = addPerson(*store, text("Dara"), text("Sok"));
        mali = addPerson(*store, text("Mali"), text("Chai"));
        consent(*store, mali, "publicity", "agreed");
    }
    // S: the key of who is withheld, M: of who may be named.
    QString typed(const char* words) const
    {
        return text(words)
            .replace(QLatin1String("{S}"), QString::number(sok.id.value))
            .replace(QLatin1String("{M}"), QString::number(mali.id.value));
    }
    FreshStore store;
    Person sok, mali;
};

const std::vector<const char*>& formsOfLinks()
{
    static const std::vector<const char*> all{
        "[the Fisher](person:{S})",
        "[the Fisher]( person:{S} )",
        "[the Fisher](<person:{S}>)",
        "[the Fisher](person:{S} \"a title (so)\")",
        "[the Fisher](person:{S} 'title')",
        "[the Fisher](\nperson:{S}\n)",
        "[the\nFisher](person:{S})",
        "[the Fisher](PERSON:{S})",
        "[the Fisher](person\\:{S})",
        "[the Fisher](person&#58;{S})",
        "[the Fisher](person&colon;{S})",
        "[the Fisher](person: {S})",
        "[the Fisher] (person:{S})",
        "[**the** *Fisher*](person:{S})",
        "**[the Fisher](person:{S})**",
        "[the [old] Fisher](person:{S})",
        "[the ] Fisher](person:{S})",
        "![the Fisher](person:{S})",
        "[a [b](https://e.example) the Fisher](person:{S})",
        "<a href=\"person:{S}\">the Fisher</a>",
        "<A class=x HREF='person:{S}' ><b>the Fisher</b></A >",
        "<a href=person:{S}>the Fisher</a>",
        "<a href=\"https://e.example\">[the Fisher](person:{S})</a>",
        "[the Fisher][1]\n\n[1]: person:{S}",
        "[the Fisher][one]\n\n[ONE]: <person:{S}> \"title\"",
        "[the Fisher][]\n\n[the fisher]: person:{S}",
        "[the Fisher]\n\n[the fisher]: person:{S}",
    };
    return all;
}

Document documentWith(const QString& words)
{
    Document draft = draftWith({HeadingBlock{1, text("1"), words}, TextBlock{RichText::fromPlain(words.simplified())},
                                FigureBlock{{}, words, {}, true}, TextBlock{RichText::fromMarkdown(words)}});
    draft.title = words;
    draft.subtitle = words;
    draft.place = words;
    Table table;
    table.title = words;
    table.columns = {{text("text"), text("Recommendation"), Sensitivity::Public}};
    table.rows.push_back({{Cell(words)}, {}});
    draft.blocks.push_back(TableBlock{table});
    draft.attachments.push_back({text("recommendations.csv"), table});
    return draft;
}

// All that is read in it.
QStringList allTextsOf(const Document& document)
{
    QStringList all{document.title, document.subtitle, document.place};
    const auto add = [&](const Table& table) {
        all << table.title;
        for (const TableRow& row : table.rows)
            all << textsOf(row);
    };
    for (const Block& block : document.blocks) {
        if (const auto* const heading = std::get_if<HeadingBlock>(&block))
            all << heading->text;
        else if (const auto* const prose = std::get_if<TextBlock>(&block))
            all << prose->text.plainText();
        else if (const auto* const figure = std::get_if<FigureBlock>(&block))
            all << figure->caption;
        else if (const auto* const table = std::get_if<TableBlock>(&block))
            add(table->table);
    }
    for (const Attachment& attachment : document.attachments)
        add(attachment.table);
    return all;
}
} // namespace

TEST_CASE("The text of a link to somebody who may not be named leaves nowhere, however it is written",
          "[privacy][names][links]")
{
    LinkFile file;
    const char* const form = GENERATE(from_range(formsOfLinks()));
    INFO(form);
    const QString words = QStringLiteral("Thanks to ") + file.typed(form);
    auto disclosed = Gate(*file.store, Audience::Public).disclose(documentWith(words));
    REQUIRE_OK(disclosed);
    const QStringList texts = allTextsOf(**disclosed);
    CHECK(texts.size() == 11);
    for (const QString& shown : texts) {
        INFO(shown.toStdString());
        CHECK_FALSE(shown.contains(QLatin1String("Fisher")));
        CHECK_FALSE(shown.contains(QLatin1String("person:"), Qt::CaseInsensitive));
        CHECK(shown.startsWith(QLatin1String("Thanks to ")));
        CHECK(shown.contains(QLatin1String("participant")));
    }
}

TEST_CASE("A link to somebody who may be named is their name, a description, or nobody", "[privacy][names][links]")
{
    LinkFile file;
    const auto heading = [&](const char* words) {
        auto disclosed =
            Gate(*file.store, Audience::Public).disclose(draftWith({HeadingBlock{1, text("1"), file.typed(words)}}));
        REQUIRE_OK(disclosed);
        return std::get<HeadingBlock>((*disclosed)->blocks.front()).text;
    };
    CHECK(heading("Led by [Mali Chai]( person:{M} ).") == text("Led by Mali Chai."));
    CHECK(heading("Led by <a href=\"person:{M}\">Mali</a>.") == text("Led by Mali."));
    CHECK(heading("We thank [her]( person:{M} ).") == text("We thank her."));
    CHECK(heading("We thank [Dara Sok]( person:{M} ).") == text("We thank a participant."));
    CHECK(heading("We thank <person:{M}>.") == text("We thank a participant."));
    CHECK(heading("[Mali Chai](person:{S})") == text("A participant"));
}

TEST_CASE("No target of a link leaves, and brackets that are no links stay", "[privacy][links]")
{
    LinkFile file;
    const Gate gate(*file.store, Audience::Public);
    const auto shown = [&](const char* words) { return proseFor(gate, file.typed(words)); };
    CHECK(shown("Call [us](tel:+85512345678) or [write](mailto:a@e.example).") == text("Call us or write."));
    CHECK(shown("See [the list](file:///home/dara/list.ods).") == text("See the list."));
    CHECK(shown("See [the site]( https://e.example/dara \"Dara Sok\" ).") == text("See the site."));
    CHECK(shown("See [the site][1]. [1]: https://e.example/dara") == text("See the site. "));
    CHECK(shown("As noted [1], 3 < 4 and [sic] (see below), a[0](i) <b>stays</b>.") ==
          text("As noted [1], 3 < 4 and [sic] (see below), a[0](i) <b>stays</b>."));
    CHECK(shown("The person: 12 years old") == text("The person: 12 years old"));
}

TEST_CASE("A name in two forms is one name", "[privacy][links]")
{
    LinkFile file;
    auto disclosed = Gate(*file.store, Audience::Public)
                         .disclose(draftWith({TextBlock{RichText::fromMarkdown(
                             file.typed("Thanks to [Dara **Sok**](person:{S}) and [Mali **Chai**](person:{M})."))}}));
    REQUIRE_OK(disclosed);
    CHECK(textOf(std::get<TextBlock>((*disclosed)->blocks.front()).text.paragraphs.front()) ==
          text("Thanks to a participant and Mali Chai."));
}

TEST_CASE("Links cost no more than the length of their text", "[privacy][links]")
{
    LinkFile file;
    const Gate gate(*file.store, Audience::Public);
    for (const char* piece : {"[", "](", "[a](", "<a href=x>", "][", "[a]: b:c ", "<a <", "\\[", "![x](y:z \"", "]"}) {
        QString words;
        while (words.size() < rounds(200000, 40000))
            words += QLatin1String(piece);
        INFO(piece);
        CHECK_FALSE(linksIn(words, {{text("a"), text("b:c")}}).size() > 200000);
    }
}

TEST_CASE("A name with one of its words in brackets is withheld", "[privacy][names]")
{
    LinkFile file;
    const Gate gate(*file.store, Audience::Public);
    CHECK(proseFor(gate, text("Thanks to Dara (Sok).")) == text("Thanks to [name withheld]."));
    CHECK(proseFor(gate, text("Thanks to (Dara) Sok.")) == text("Thanks to [name withheld]."));
    CHECK(proseFor(gate, text("Thanks to Sok [Dara], who came.")) == text("Thanks to [name withheld], who came."));
    CHECK(proseFor(gate, text("Thanks to Dara “Sok” today.")) == text("Thanks to [name withheld] today."));
    CHECK(proseFor(gate, text("Thanks to Dara.Sok today.")) == text("Thanks to [name withheld] today."));
    CHECK(proseFor(gate, text("Thanks (Dara Sok) today.")) == text("Thanks ([name withheld]) today."));
}
