// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/reports/recommendation_edit.h>

#include <ui/pages/reports/rich_text_convert.h>

namespace dtp
{

RecommendationEdit::RecommendationEdit(QWidget* parent) : RichTextEdit(parent) {}

void RecommendationEdit::setLines(const std::vector<Recommendation>& recommendations)
{
    RichText text;
    for (const Recommendation& recommendation : recommendations)
        text.paragraphs.push_back({Paragraph::Style::Bullet,
                                   recommendation.level,
                                   {Run{recommendation.text.simplified(), false, false, {}, {}}}});
    setRichText(text);
    // An empty text would be dropped, and its line be another's: those have no place here.
    QTextBlock block = document()->begin();
    for (const Recommendation& recommendation : recommendations) {
        if (recommendation.text.simplified().isEmpty() || !block.isValid())
            continue;
        QTextBlockFormat format;
        format.setProperty(BlockRecordProperty, recommendation.id.value);
        QTextCursor(block).mergeBlockFormat(format);
        block = block.next();
    }
    if (recommendations.empty()) {
        setBlockStyle(QTextCursor(document()), Paragraph::Style::Bullet, 0);
        renewLists(*document());
    }
    document()->clearUndoRedoStacks();
    document()->setModified(false);
}

std::vector<RecommendationLine> RecommendationEdit::lines() const
{
    std::vector<RecommendationLine> all;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const QString text = block.text().simplified();
        if (!text.isEmpty())
            all.push_back({{block.blockFormat().property(BlockRecordProperty).toLongLong()}, blockLevel(block), text});
    }
    return all;
}

Id<Recommendation> RecommendationEdit::current() const
{
    return {textCursor().blockFormat().property(BlockRecordProperty).toLongLong()};
}

} // namespace dtp
