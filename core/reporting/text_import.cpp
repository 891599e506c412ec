// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <meaning/codes.h>
#include <records/vocabulary.h>
#include <reporting/report_text.h>
#include <reporting/shown_stretches.h>
#include <reporting/source_blocks.h>
#include <reporting/text_import.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
using Kind = SourceBlock::Kind;

struct SourceSection {
    SourceBlock heading;
    std::vector<SourceBlock> blocks;
    int parent = -1;
};

bool hasWord(const QString& title, const char* start)
{
    const QStringList words = wordsOf(foldText(title));
    return std::any_of(words.begin(), words.end(),
                       [&](const QString& word) { return word.startsWith(QLatin1String(start)); });
}

bool hasItems(const SourceSection& section)
{
    return std::any_of(section.blocks.begin(), section.blocks.end(),
                       [](const SourceBlock& block) { return block.isItem(); });
}

// "Recommendations", "Key recommendations of the workshop": what is below it recommends too. "Summary and
// recommendations" is not.
bool isChapterOfRecommendations(const QString& title)
{
    static const QStringList fillers{QStringLiteral("the"),      QStringLiteral("of"),  QStringLiteral("key"),
                                     QStringLiteral("main"),     QStringLiteral("our"), QStringLiteral("final"),
                                     QStringLiteral("workshop"), QStringLiteral("all"), QStringLiteral("participants"),
                                     QStringLiteral("summary")};
    QStringList words = wordsOf(foldText(title));
    words.erase(std::remove_if(words.begin(), words.end(), [](const QString& word) { return fillers.contains(word); }),
                words.end());
    return !words.isEmpty() && words.front().startsWith(QLatin1String("recommendation")) &&
           !words.contains(QStringLiteral("and"));
}

QString kindOf(const std::vector<SourceSection>& sections, size_t index)
{
    const SourceSection& section = sections[index];
    const QString& title = section.heading.text;
    if (hasWord(title, "objective") || hasWord(title, "aims"))
        return QStringLiteral("objectives");
    if (hasWord(title, "recommend") && !hasWord(title, "conclusion"))
        return hasItems(section) ? QStringLiteral("recommendations") : QStringLiteral("text");
    for (int above = section.parent; above >= 0 && hasItems(section);
         above = sections[static_cast<size_t>(above)].parent)
        if (isChapterOfRecommendations(sections[static_cast<size_t>(above)].heading.text))
            return QStringLiteral("recommendations");
    if (hasWord(title, "participants") && title.count(u' ') <= 3)
        return QStringLiteral("participants");
    if (hasWord(title, "overview") && (hasWord(title, "program") || hasWord(title, "workshop")))
        return QStringLiteral("program");
    if (hasWord(title, "gap"))
        return QStringLiteral("gaps");
    return QStringLiteral("text");
}

// "To governments", "Recommendations to DTP:", "For partners" -> whom it addresses.
QString addresseeIn(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("^(?:recommendations? )?(?:to|for) (?:the )?(.{2,60}?):?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    return shape.match(text).captured(1);
}

// The list items of a recommendations section become records; prose before them stays before, prose behind stays
// behind. A short line between two lists is the recommendation that the second list is part of; longer prose belongs
// to the item above.
void takeRecommendations(const SourceSection& source, ImportedSection& section)
{
    const auto& blocks = source.blocks;
    const auto isItem = [](const SourceBlock& block) { return block.isItem(); };
    const auto first = std::find_if(blocks.begin(), blocks.end(), isItem);
    const auto last = std::find_if(blocks.rbegin(), blocks.rend(), isItem).base();
    const QString addressee = addresseeIn(source.heading.text);
    for (auto block = blocks.begin(); block != first; ++block)
        section.body.paragraphs.push_back(paragraphOf(*block));
    int below = 0;
    QString addressedTo = addressee;
    if (first != blocks.begin() && !addresseeIn(plainOf(*(first - 1))).isEmpty())
        addressedTo = addresseeIn(plainOf(*(first - 1)));
    for (auto block = first; block != last; ++block) {
        const QString text = plainOf(*block);
        if (block->isItem()) {
            section.recommendations.push_back({block->level + below, text, addressedTo});
        } else if (text.size() <= 120 && (text.endsWith(u':') || block->kind == Kind::Lead)) {
            addressedTo = addresseeIn(text).isEmpty() ? addressee : addresseeIn(text);
            section.recommendations.push_back({0, text, addressedTo});
            below = 1;
        } else {
            section.recommendations.back().text += QLatin1Char('\n') + text;
        }
    }
    for (auto block = last; block != blocks.end(); ++block)
        section.closing.paragraphs.push_back(paragraphOf(*block));
}

// "Recommendation 3: Funders should …", "R4. Alumni to …": items, though they carry no mark of a list.
void markRecommendations(SourceSection& section)
{
    static const QRegularExpression named(
        QStringLiteral("^[*_]*(?:recommendation|rec\\.?|r)\\s*(\\d{1,3})(?:\\.\\d{1,2})*\\s*[:.)–—-][*_]*\\s+(?=\\S)"),
        QRegularExpression::CaseInsensitiveOption);
    for (SourceBlock& block : section.blocks) {
        if (block.isItem() || block.kind == Kind::Heading)
            continue;
        const auto match = named.match(block.text);
        if (!match.hasMatch())
            continue;
        block.kind = Kind::Numbered;
        block.level = 0;
        block.itemNumber = match.captured(1).toInt();
        block.text.remove(0, match.capturedLength());
    }
}

// What programs write before a text between two lines of "---": no words of the report. Its title is taken where the
// text has none.
QString withoutFrontMatter(const QString& text, QString& title)
{
    static const QRegularExpression opening(QStringLiteral("^\\x{FEFF}?---[ \\t]*\\r?\\n"));
    static const QRegularExpression closing(QStringLiteral("^(?:---|\\.\\.\\.)[ \\t]*\\r?$"),
                                            QRegularExpression::MultilineOption);
    static const QRegularExpression entry(QStringLiteral("^(?:[A-Za-z_][\\w -]*:.*|\\s*-\\s.*|\\s+.*|#.*|)\\r?$"));
    static const QRegularExpression titleEntry(QStringLiteral("^title:[ \\t]*[\"']?(.*?)[\"']?[ \\t]*\\r?$"),
                                               QRegularExpression::MultilineOption);
    const auto begin = opening.match(text);
    const auto end = begin.hasMatch() ? closing.match(text, begin.capturedEnd()) : QRegularExpressionMatch();
    if (!end.hasMatch())
        return text;
    const QString matter = text.mid(begin.capturedEnd(), end.capturedStart() - begin.capturedEnd());
    const QStringList lines = matter.split(QLatin1Char('\n'));
    if (lines.size() > 80 ||
        !std::all_of(lines.begin(), lines.end(), [](const QString& line) { return entry.match(line).hasMatch(); }))
        return text;
    title = titleEntry.match(matter).captured(1);
    return text.mid(end.capturedEnd());
}

// The category that a line or heading names: "Technology skills", "Collaboration/networking: …".
std::optional<QString> categoryIn(const Vocabulary& categories, const QString& text)
{
    if (auto code = categories.codeFor(headingText(text)))
        return code;
    const QString folded = foldText(text);
    for (const VocabularyTerm& term : categories.terms()) {
        const QStringList spellings = term.spellings + QStringList{term.label};
        for (const QString& spelling : spellings) {
            const QString start = foldText(spelling);
            if (folded.startsWith(start) &&
                (folded.size() == start.size() || !folded.at(start.size()).isLetterOrNumber()))
                return term.code;
        }
    }
    return std::nullopt;
}

void collectGaps(const std::vector<SourceBlock>& blocks, std::optional<QString> category, const Vocabulary& categories,
                 std::vector<ImportedGap>& gaps)
{
    const bool isWhole = category.has_value(); // every item of the section is of this category
    int level = isWhole ? -1 : 0;
    bool isFresh = true; // the category has no gap yet, so that a deeper item is none's part
    for (const SourceBlock& block : blocks) {
        const QString text = plainOf(block);
        if (!block.isItem()) {
            if (!isWhole && (block.kind == Kind::Lead || text.endsWith(u':'))) {
                category = categoryIn(categories, text);
                level = -1;
                isFresh = true;
            }
            continue;
        }
        if (!isWhole && block.level == 0 && level <= 0) {
            if (const auto named = categoryIn(categories, text)) {
                category = named;
                level = 0;
                isFresh = true;
                continue;
            }
            if (level == 0)
                category.reset();
        }
        if (!category || block.level <= level)
            continue;
        if (block.level == level + 1 || isFresh)
            gaps.push_back({*category, text});
        else
            gaps.back().text += QStringLiteral("; ") + text;
        isFresh = false;
    }
}

std::vector<SourceSection> sectionsOf(const std::vector<SourceBlock>& blocks, bool isNumbered)
{
    std::vector<SourceSection> sections;
    std::vector<SourceBlock> before; // text in front of the first heading
    std::vector<int> open;           // the sections that we are in, outermost first
    for (const SourceBlock& block : blocks) {
        if (block.kind != Kind::Heading) {
            (sections.empty() ? before : sections.back().blocks).push_back(block);
            continue;
        }
        while (!open.empty() && sections[static_cast<size_t>(open.back())].heading.level >= block.level)
            open.pop_back();
        sections.push_back({block, {}, open.empty() ? -1 : open.back()});
        open.push_back(static_cast<int>(sections.size()) - 1);
    }
    if (before.empty())
        return sections;
    // A chapter of its own would move the numbers that the text refers to.
    if (isNumbered && !sections.empty()) {
        sections.front().blocks.insert(sections.front().blocks.begin(), before.begin(), before.end());
        return sections;
    }
    SourceBlock heading;
    heading.kind = Kind::Heading;
    heading.level = 1;
    heading.text = sections.empty() ? ReportText::tr("Report") : ReportText::tr("Introduction");
    sections.insert(sections.begin(), {heading, before, -1});
    for (size_t i = 1; i < sections.size(); ++i)
        if (sections[i].parent >= 0)
            ++sections[i].parent;
    return sections;
}

int depthOf(const std::vector<SourceSection>& sections, size_t index)
{
    int depth = 1;
    for (int above = sections[index].parent; above >= 0; above = sections[static_cast<size_t>(above)].parent)
        ++depth;
    return depth;
}

void readTitle(ImportedReport& report, const SourceOutline& outline, const std::vector<SourceSection>& sections)
{
    report.title = outline.title;
    report.subtitle = outline.subtitle;
    QStringList places{outline.subtitle, outline.title};
    if (!sections.empty())
        for (const SourceBlock& block : sections.front().blocks)
            if (places.size() < 6 && block.kind == Kind::Body)
                places << plainOf(block).left(300);
    for (const QString& text : std::as_const(places)) {
        const auto date = dateIn(text);
        if (!date)
            continue;
        report.firstDay = date->first;
        report.lastDay = date->last;
        // ", Bangkok, Thailand" behind the date, up to the end of the line or sentence.
        static const QRegularExpression place(QStringLiteral("^[,;:]? *(?:in |at )?(\\p{Lu}[^.;()]{2,80})"));
        const QString rest = text.mid(date->end);
        if (text.size() < 250)
            report.place = place.match(rest).captured(1).trimmed();
        return;
    }
}
} // namespace

Result<ImportedReport> readReportText(const QString& text)
{
    QString frontTitle;
    const std::vector<SourceLine> lines = sourceLines(withoutFrontMatter(text, frontTitle));
    SourceOutline outline = outlineOf(lines);
    std::vector<SourceSection> sections = sectionsOf(blocksOf(lines, outline), outline.isNumbered);
    if (outline.title.isEmpty())
        outline.title = frontTitle;
    for (SourceSection& section : sections) {
        if (hasWord(section.heading.text, "recommend"))
            markRecommendations(section);
    }
    if (sections.empty() && outline.title.isEmpty())
        return fail(ReportText::tr("There is no text to bring in: the file is empty."));
    // Without the words for the categories nothing is counted; the text itself does not need them.
    const Vocabulary categories = builtInVocabulary(QStringLiteral("gap_categories")).value_or(Vocabulary());
    ImportedReport report;
    readTitle(report, outline, sections);
    for (const SourceSection& section : sections) {
        for (const SourceBlock& block : section.blocks)
            report.shownNames += shownStretches(block);
    }
    for (size_t i = 0; i < sections.size(); ++i) {
        ImportedSection section;
        section.level = depthOf(sections, i);
        section.number = sections[i].heading.number;
        section.title = sections[i].heading.text;
        section.kind = kindOf(sections, i);
        if (codeOf<SectionKind>(section.kind) == SectionKind::Recommendations)
            takeRecommendations(sections[i], section);
        else
            for (const SourceBlock& block : sections[i].blocks)
                section.body.paragraphs.push_back(paragraphOf(block));
        section.body = normalised(section.body);
        section.closing = normalised(section.closing);
        const bool isBelowGaps =
            sections[i].parent >= 0 &&
            codeOf<SectionKind>(report.sections[static_cast<size_t>(sections[i].parent)].kind) == SectionKind::Gaps;
        if (codeOf<SectionKind>(section.kind) == SectionKind::Gaps)
            collectGaps(sections[i].blocks, std::nullopt, categories, report.gaps);
        else if (isBelowGaps)
            if (const auto category = categoryIn(categories, section.title))
                collectGaps(sections[i].blocks, category, categories, report.gaps);
        report.sections.push_back(std::move(section));
    }
    return report;
}

RichText readProse(const QString& text)
{
    RichText prose;
    for (const SourceBlock& block : blocksOf(sourceLines(text), {}))
        prose.paragraphs.push_back(paragraphOf(block));
    return normalised(prose);
}

} // namespace dtp
