// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/reports/rich_text_convert.h>

#include <QTextDocument>
#include <QTextList>

namespace dtp
{

namespace
{
using Style = Paragraph::Style;

constexpr int PersonProperty = QTextFormat::UserProperty + 1; // of a run
constexpr int LevelProperty = QTextFormat::UserProperty + 2;  // of a block
constexpr int StyleProperty = QTextFormat::UserProperty + 3;
constexpr int DeepestLevel = 5;
constexpr qreal QuoteMargin = 24;
constexpr qreal Gap = 8;

bool isList(Style style)
{
    return style == Style::Bullet || style == Style::Numbered;
}

QTextBlockFormat blockFormat(Style style, int level)
{
    QTextBlockFormat format;
    format.setProperty(StyleProperty, static_cast<int>(style));
    format.setProperty(LevelProperty, isList(style) ? std::clamp(level, 0, DeepestLevel) : 0);
    format.setBottomMargin(isList(style) ? Gap / 4 : Gap);
    format.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
    if (style == Style::Quote) {
        format.setLeftMargin(QuoteMargin);
        format.setRightMargin(QuoteMargin);
    }
    return format;
}

QTextListFormat listFormat(Style style, int level)
{
    QTextListFormat format;
    format.setIndent(level + 1);
    if (style == Style::Numbered)
        format.setStyle(QTextListFormat::ListDecimal);
    else
        format.setStyle(level % 2 == 0 ? QTextListFormat::ListDisc : QTextListFormat::ListCircle);
    return format;
}

Run runOf(const QTextFragment& fragment)
{
    const QTextCharFormat format = fragment.charFormat();
    Run run;
    run.text = fragment.text();
    run.text.replace(QChar::LineSeparator, u' ').remove(QChar::ObjectReplacementCharacter);
    run.bold = format.fontWeight() >= QFont::DemiBold;
    run.italic = format.fontItalic();
    run.link = format.anchorHref();
    run.person.value = format.property(PersonProperty).toLongLong();
    return run;
}

class PastedDocument : public QTextDocument
{
protected:
    QVariant loadResource(int, const QUrl&) override { return {}; }
};
} // namespace

QTextCharFormat runFormat(const Run& run, const RichTextColours& colours)
{
    QTextCharFormat format;
    if (run.bold)
        format.setFontWeight(QFont::Bold);
    if (run.italic)
        format.setFontItalic(true);
    if (run.person) {
        format.setProperty(PersonProperty, run.person.value);
        format.setForeground(colours.person);
        format.setUnderlineStyle(QTextCharFormat::DotLine);
    } else if (!run.link.isEmpty()) {
        format.setAnchor(true);
        format.setAnchorHref(run.link);
        format.setForeground(colours.link);
        format.setFontUnderline(true);
    }
    return format;
}

Style blockStyle(const QTextBlock& block)
{
    return static_cast<Style>(block.blockFormat().intProperty(StyleProperty));
}

int blockLevel(const QTextBlock& block)
{
    return block.blockFormat().intProperty(LevelProperty);
}

void setBlockStyle(QTextCursor cursor, Style style, int level)
{
    if (QTextList* list = cursor.currentList())
        list->remove(cursor.block());
    QTextBlockFormat format = blockFormat(style, level);
    if (const QVariant record = cursor.blockFormat().property(BlockRecordProperty); record.isValid())
        format.setProperty(BlockRecordProperty, record);
    cursor.setBlockFormat(format);
}

void renewLists(QTextDocument& document)
{
    std::vector<QTextList*> open; // by level
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const Style style = blockStyle(block);
        QTextList* present = block.textList();
        if (!isList(style)) {
            open.clear();
            if (present)
                present->remove(block);
            continue;
        }
        const auto level = static_cast<size_t>(blockLevel(block));
        open.resize(level + 1, nullptr); // what was deeper has ended
        const QTextListFormat wanted = listFormat(style, static_cast<int>(level));
        QTextList*& list = open[level];
        if (list && list->format().style() != wanted.style())
            list = nullptr;
        const bool headsList = present && present->format().style() == wanted.style() &&
                               present->format().indent() == wanted.indent() && present->item(0) == block;
        if (list && present != list)
            list->add(block);
        else if (!list)
            list = headsList ? present : QTextCursor(block).createList(wanted);
    }
}

void insertRichText(QTextCursor& cursor, const RichText& text, const RichTextColours& colours)
{
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    bool isFirst = true;
    for (const Paragraph& paragraph : normalised(text).paragraphs) {
        const bool goesOn = isFirst && !cursor.block().text().isEmpty();
        if (!isFirst)
            cursor.insertBlock();
        if (!goesOn)
            setBlockStyle(cursor, paragraph.style, paragraph.level);
        for (const Run& run : paragraph.runs)
            cursor.insertText(run.text, runFormat(run, colours));
        isFirst = false;
    }
    renewLists(*cursor.document());
    cursor.endEditBlock();
}

RichText richTextOf(const QTextDocument& document)
{
    RichText text;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        Paragraph paragraph{blockStyle(block), blockLevel(block), {}};
        for (auto it = block.begin(); !it.atEnd(); ++it)
            paragraph.runs.push_back(runOf(it.fragment()));
        text.paragraphs.push_back(std::move(paragraph));
    }
    return normalised(text);
}

RichText richTextFromHtml(const QString& html)
{
    PastedDocument document;
    document.setHtml(html);
    RichText text;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        Paragraph paragraph;
        if (const QTextList* list = block.textList()) {
            // Of Qt's styles those from ListDecimal on (-4 and less) count.
            paragraph.style = list->format().style() <= QTextListFormat::ListDecimal ? Style::Numbered : Style::Bullet;
            paragraph.level = std::max(0, list->format().indent() - 1);
        } else if (block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel) > 0) {
            paragraph.style = Style::Quote;
        }
        for (auto it = block.begin(); !it.atEnd(); ++it)
            paragraph.runs.push_back(runOf(it.fragment()));
        for (Run& run : paragraph.runs)
            run.person = {};
        text.paragraphs.push_back(std::move(paragraph));
    }
    return normalised(text);
}

} // namespace dtp
