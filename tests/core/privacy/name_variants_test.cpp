// SPDX-License-Identifier: GPL-3.0-or-later
// Names of people in the file however they are written, and ways to reach them.
#include "drafts_of_test.h"

#include <support/rounds.h>
#include <words/contact_scanner.h>

#include <random>

using namespace dtp;
using namespace dtp::test;

namespace
{
// As in the file that names_leak.py of the reports makes, and some more.
struct File {
    FreshStore store;
    Person baeNaYoung = addPerson(*store, text("Na-young"), text("Bae"));
    Person lesa = addPerson(*store, text("Fa'afetai"), text("Lesa"));
    Person herath = addPerson(*store, text("Rajapaksa Mudiyanselage Tikiri Bandara"), text("Herath Ekanayake"));
    Person sok = addPerson(*store, text("Dara"), text("Sok"));
    Person joined = addPerson(*store, text("Weiling"), text("Tang"));
    Person wang = own(text("Xiaoming"), text("Wang"), text("王小明"));
    Person ivanov = own(text("Pyotr"), text("Zelenin"), text("Пётр Зеленин"));
    Person maria = addPerson(*store, text("Maria"), text("de la Cruz"));
    Person agreed = consenting(text("Mali"), text("Chai"));

    Person own(const QString& given, const QString& family, const QString& script)
    {
        Person made = addPerson(*store, given, family);
        made.ownScriptName = script;
        update(*store, made);
        return made;
    }
    Person consenting(const QString& given, const QString& family)
    {
        const Person made = addPerson(*store, given, family);
        consent(*store, made, "publicity", "agreed");
        return made;
    }
    QString shown(const QString& words) { return proseFor(Gate(*store, Audience::Public), words); }
    QString shown(const char* words) { return shown(text(words)); }
};

const QString withheld = QStringLiteral("[name withheld]");
} // namespace

TEST_CASE("Names with hyphens, apostrophes and many words are withheld", "[privacy][names]")
{
    File file;
    for (const char* name :
         {"Na-young Bae", "Bae Na-young", "Na\u2011young Bae", "NA-YOUNG BAE", "Na Young Bae", "Nayoung Bae",
          "Bae, Na-young", "Fa'afetai Lesa", "Fa\u2019afetai Lesa", "Fa\u02BBafetai Lesa", "Fa`afetai Lesa",
          "Faafetai Lesa", "Lesa Fa'afetai", "Rajapaksa Mudiyanselage Tikiri Bandara Herath Ekanayake",
          "Herath Ekanayake Rajapaksa Mudiyanselage Tikiri Bandara",
          "Herath Ekanayake, Rajapaksa Mudiyanselage Tikiri Bandara", "Wei-ling Tang", "Wei Ling Tang",
          "Tang Wei-Ling"}) {
        INFO(name);
        CHECK(file.shown(text("Then ") + text(name) + text(" spoke.")) == text("Then ") + withheld + text(" spoke."));
    }
}

TEST_CASE("Parts of a long name, initials and titles do not let it out", "[privacy][names]")
{
    File file;
    for (const char* name :
         {"Tikiri Bandara",   "Tikiri Ekanayake", "Herath Ekanayake", "R. M. T. B. Herath Ekanayake",
          "R.M.T.B. Herath",  "RMTB Ekanayake",   "D. Sok",           "D Sok",
          "Sok D.",           "Dara S.",          "N.-y. Bae",        "Dara T. Sok",
          "Dara Thida Sok",   "Dara “Bong” Sok",  "Dara (Bong) Sok",  "Maria Cruz",
          "Maria de la Cruz", "Dara  Sok",        "Dara\u00A0Sok",    "dara sok",
          "DARA SOK",         "Dara sok"}) {
        INFO(name);
        CHECK(file.shown(text("then ") + text(name) + text(" spoke.")).startsWith(text("then ") + withheld));
    }
    for (const char* title : {"Ms", "Mr.", "Dr", "Prof.", "Sister", "Datuk", "Daw"}) {
        INFO(title);
        CHECK(file.shown(text(title) + text(" Lesa spoke.")) ==
              text(title) + QLatin1Char(' ') + withheld + text(" spoke."));
    }
    CHECK(file.shown("Ms Chai and Ms Mali Chai") == text("Ms Chai and Ms Mali Chai"));
}

TEST_CASE("Another script does not hide a name, nor letters of another script beside it", "[privacy][names]")
{
    File file;
    CHECK(file.shown("昨天与Dara Sok见面") == text("昨天与[name withheld]见面"));
    CHECK(file.shown("Дара Сок сказал") == text("[name withheld] сказал"));
    CHECK(file.shown("с Dara Sokом и") == text("с [name withheld]ом и"));
    CHECK(file.shown("D\u0430ra Sok spoke") == text("[name withheld] spoke")); // with a Cyrillic letter in it
    CHECK(file.shown("Petr Zelenin and Zelenin Petr") == text("[names withheld]"));
    CHECK(file.shown("Wang Xiaoming; Wang Xiao Ming; XIAOMING WANG") == text("[names withheld]"));
    CHECK(file.shown("Ｄａｒａ Ｓｏｋ") == text("[name withheld]"));
}

TEST_CASE("Other words, places and those who agreed stay readable", "[privacy][names]")
{
    File file;
    addPerson(*file.store, text("Viet Nam"), text("Nguyen"));
    addPerson(*file.store, text("May"), text("Win"));
    for (const char* words :
         {"Mali Chai agreed, and Mali Chai's friends came.", "The Asian Forum of Dara. Sok is a river.",
          "Participants from Viet Nam and Papua New Guinea.", "They may win the case.", "A Cruz de la Paz.",
          "We thank UN Women, the Human Rights Council and Mali.", "Section D. Soccer."}) {
        INFO(words);
        CHECK(file.shown(words) == text(words));
    }
    // A longer name of hers is not his.
    file.consenting(text("Dara Vanna"), text("Sok"));
    CHECK(file.shown("Dara Vanna Sok met Dara Sok.") == text("Dara Vanna Sok met [name withheld]."));
    // Who may be named under exactly this name is not hidden because somebody has a longer one.
    addPerson(*file.store, text("Mali Vanna"), text("Chai"));
    CHECK(file.shown("Mali Chai spoke.") == text("Mali Chai spoke."));
    // Half of it stands in the name of somebody who agreed.
    file.consenting(text("Bopha Srey"), text("Dara"));
    CHECK(file.shown("Bopha Srey Dara Sok") == withheld);
}

TEST_CASE("Every full name is withheld, exactly as it is kept", "[privacy][names]")
{
    FreshStore store;
    const std::vector<std::pair<const char*, const char*>> names{
        {"Jean-Marie", "O'Brien-Smith"}, {"Nguyễn Thị", "Minh Khai"}, {"María José", "García y López"},
        {"Siti", "binti Abdul Rahman"},  {"'Alisi", "Tu'i'onetoa"},   {"A. P. J.", "Kalam"},
        {"Ka'ahumanu-Lani", "Kekoa"},    {"M'bala", "N'Diaye"},       {"U", "Aung Kyaw Zaw Htet Naing Oo Lin"},
        {"Abd al-Rahman", "al-Sayyid"},  {"أحمد", "بن يوسف"},         {"प्रिया", "शर्मा"},
        {"Þórunn", "Ægisdóttir"},        {"Lê", "Bảo-Anh"},           {"Dato' Seri", "Hj. Ismail bin Haji Omar"}};
    for (const auto& [given, family] : names)
        addPerson(*store, text(given), text(family));
    const Gate gate(*store, Audience::Public);
    for (const auto& [given, family] : names) {
        const QString name = text(given) + QLatin1Char(' ') + text(family);
        INFO(name.toStdString());
        const QString shown = proseFor(gate, text("Then ") + name + text(" spoke."));
        CHECK(shown.contains(withheld));
        const QStringList words = name.split(QLatin1Char(' '));
        for (const QString& word : words) {
            if (word.size() > 4)
                CHECK_FALSE(shown.contains(word));
        }
    }
}

TEST_CASE("Ways to reach somebody are taken out of text for outsiders", "[privacy][contacts]")
{
    File file;
    for (const char* contact : {"dara@example.org",
                                "Dara.Sok+x@mail.example.org",
                                "dara (at) example.org",
                                "dara [at] example [dot] org",
                                "https://example.org/dara",
                                "http://127.0.0.1:45871/x.png",
                                "www.example.org/dara",
                                "t.me/dara77",
                                "example.org",
                                "signal.me/#p/+85512345678",
                                "mailto:dara@example.org",
                                "@dara_sok",
                                "@maríajosé-ocampo",
                                "@jean‑luc.weber",
                                "dara @ example.org",
                                "dara @ example dot org",
                                "dara@example dot org",
                                "dara.sok%40example.org",
                                "+855 12 345 678",
                                "+855-12-345-678",
                                "+85512345678",
                                "(+855) 12 345 678",
                                "00855 12 345 678",
                                "012 345 678",
                                "(012) 345 678",
                                "012-345-678",
                                "555-123-4567",
                                "855123456789",
                                "០១២ ៣៤៥ ៦៧៨",
                                "+６１ ４１２ ３４５ ６７８"}) {
        INFO(contact);
        CHECK(file.shown(text("Ask ") + text(contact) + text(" today.")) == text("Ask [contact withheld] today."));
    }
    CHECK_FALSE(file.shown("សូមសួរ@dara_sok").contains(text("dara")));
    CHECK(file.shown("WhatsApp: 345678, or phone 345 678.") ==
          text("WhatsApp: [contact withheld], or phone [contact withheld]."));
    for (const char* words : {"On 14.06.2026 and 2026-06-14, 10:30.", "From 2019-2021, in 2019, 2020 and 2021.",
                              "1,000,000 people or 1 000 000 000.", "Resolution 60/251 of 15 March 2006, A/HRC/48/1.",
                              "USD 12,500.00 for 25 participants", "e.g. the first, i.e. 3.5 %",
                              "Articles 19, 20, 21 and 22", "Score: 10-12 (2024/2025)."}) {
        INFO(words);
        CHECK(file.shown(words) == text(words));
    }
    CHECK(proseFor(Gate(*file.store, Audience::Internal), text("Ask dara@example.org.")) ==
          text("Ask dara@example.org."));
}

TEST_CASE("A link leads nowhere for outsiders, and a website that is a field stays", "[privacy][contacts]")
{
    File file;
    Paragraph paragraph;
    paragraph.runs = {run(text("see ")), run(text("this")), run(text("."))};
    paragraph.runs[1].link = text("https://example.org/dara");
    auto disclosed = Gate(*file.store, Audience::Public).disclose(draftWith({TextBlock{RichText{{paragraph}}}}));
    REQUIRE_OK(disclosed);
    const Paragraph& out = std::get<TextBlock>((*disclosed)->blocks.front()).text.paragraphs.front();
    CHECK(textOf(out) == text("see this."));
    for (const Run& one : out.runs)
        CHECK(one.link.isEmpty());

    Table table;
    table.columns = {{text("website"), text("Website"), Sensitivity::Public}};
    table.rows = {{{text("https://land.example.org")}, {}}, {{text("see https://land.example.org/dara")}, {}}};
    const auto cells = Gate(*file.store, Audience::Public).disclose(table);
    REQUIRE_OK(cells);
    CHECK(shown(**cells) == text("Website / https://land.example.org / see [contact withheld]"));
}

TEST_CASE("The text of a link to a person counts only when it is that person's name", "[privacy][names]")
{
    File file;
    const auto shownAs = [&](const char* words, Id<Person> person) {
        Paragraph paragraph;
        paragraph.runs = {run(text("Thanks to ")), run(text(words), person), run(text("."))};
        auto disclosed = Gate(*file.store, Audience::Public).disclose(draftWith({TextBlock{RichText{{paragraph}}}}));
        REQUIRE_OK(disclosed);
        return textOf(std::get<TextBlock>((*disclosed)->blocks.front()).text.paragraphs.front());
    };
    CHECK(shownAs("Mali Chai", file.agreed.id) == text("Thanks to Mali Chai."));
    CHECK(shownAs("Chai, Mali", file.agreed.id) == text("Thanks to Chai, Mali."));
    CHECK(shownAs("Mali", file.agreed.id) == text("Thanks to Mali."));
    CHECK(shownAs("Dara Sok", file.agreed.id) == text("Thanks to a participant."));
    CHECK(shownAs("Dara Sokhavuth", file.agreed.id) == text("Thanks to a participant."));
    CHECK(shownAs("her", file.agreed.id) == text("Thanks to her."));
    CHECK(shownAs("dara sok", file.agreed.id) == text("Thanks to [name withheld]."));
    CHECK(shownAs("her", file.sok.id) == text("Thanks to a participant."));
}

TEST_CASE("A report is looked through in every place that holds words", "[privacy][names]")
{
    File file;
    alternateName(*file.store, file.sok, text("Bong"));
    Table table;
    table.title = text("Said by Na-young Bae");
    table.columns = {{text("text"), text("Asked by D. Sok"), Sensitivity::Public}};
    table.rows = {{{text("The state must protect Fa'afetai Lesa, p1@ngo.org")}, {}},
                  {{text("A visit by Bong and Dara is asked for")}, {}}};
    Document draft = draftWith({HeadingBlock{1, text("1"), text("Na-young Bae, +855 12 345 678")},
                                FigureBlock{{}, text("Fa'afetai Lesa with Bong"), {}, true}, TableBlock{table},
                                TableBlock{peopleTable({file.sok})}});
    draft.title = text("For R. M. T. B. Herath Ekanayake");
    draft.subtitle = text("By Bong");
    draft.attachments.push_back({text("Na-young Bae.csv"), table});
    auto disclosed = Gate(*file.store, Audience::Public).disclose(draft);
    REQUIRE_OK(disclosed);
    const Document& out = **disclosed;
    CHECK(out.title == text("For [name withheld]"));
    CHECK(out.subtitle == text("By [name withheld]"));
    CHECK(std::get<HeadingBlock>(out.blocks[0]).text == text("[name withheld], [contact withheld]"));
    CHECK(std::get<FigureBlock>(out.blocks[1]).caption == text("[name withheld] with [name withheld]"));
    CHECK(shown(std::get<TableBlock>(out.blocks[2]).table) ==
          text("Asked by [name withheld] / The state must protect [name withheld], [contact withheld] / A visit by "
               "[names withheld] is asked for"));
    CHECK(std::get<TableBlock>(out.blocks[2]).table.title == text("Said by [name withheld]"));
    CHECK_FALSE(out.attachments.front().fileName.contains(text("young")));
}

TEST_CASE("Names that reach into each other are withheld, and nothing is written twice", "[privacy][names]")
{
    FreshStore store;
    QStringList names;
    const auto add = [&](const char* given, const char* family) {
        addPerson(*store, text(given), text(family));
        names.append(text(given) + QLatin1Char(' ') + text(family));
    };
    for (const auto& [given, family] :
         {std::pair("Dara", "Sok"), {"Mali", "Sok"}, {"Dara", "Chan"}, {"Chan", "Mali"}, {"Sok", "Chan"}})
        add(given, family);
    const Person agreed = addPerson(*store, text("Mali"), text("Dara"));
    consent(*store, agreed, "publicity", "agreed");
    const Gate gate(*store, Audience::Public);
    QStringList sentences{text("Present: Dara Sok, Mali Sok, Dara Chan."),
                          text("opened by Dara Sok. Dara Sok, the brother of Dara, came too"),
                          text("Dara Sok, Dara Sok, Dara Sok and others")};
    std::mt19937 chance(5);
    for (int i = 0; i < rounds(3000, 300); ++i) {
        QString words = text("Present: ");
        const int count = 2 + static_cast<int>(chance() % 6);
        for (int n = 0; n < count; ++n) {
            static const char* const between[] = {", ", " and ", ". ", " ", "; "};
            words += names.at(static_cast<int>(chance() % static_cast<unsigned>(names.size())));
            words += n + 1 < count ? text(between[chance() % 5]) : text(" came.");
        }
        sentences.append(words);
    }
    for (const QString& words : sentences) {
        QString shown = proseFor(gate, words);
        CAPTURE(words.toStdString(), shown.toStdString());
        // Nothing but what is no name, in its order, once.
        shown.replace(withheld, QString()).replace(text("[names withheld]"), QString());
        for (const QString& name : names) {
            REQUIRE_FALSE(shown.contains(name));
        }
        QString before = words;
        for (const QString& word : {text("Dara"), text("Sok"), text("Mali"), text("Chan")}) {
            before.remove(word);
            shown.remove(word);
        }
        REQUIRE(shown.size() <= before.size());
        auto at = before.begin();
        const bool isInOrder = std::all_of(shown.begin(), shown.end(), [&](QChar c) {
            at = std::find(at, before.end(), c);
            return at != before.end() && *at++ == c;
        });
        REQUIRE(isInOrder);
    }
}
