// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/reports/rich_text_edit.h>

#include <reporting/text_import.h>
#include <ui/pages/reports/rich_text_convert.h>
#include <ui/widgets/theme.h>

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QTextLayout>

namespace dtp
{

namespace
{
using Style = Paragraph::Style;

constexpr qsizetype LongestPaste = 2'000'000; // characters: a book

bool isList(Style style)
{
    return style == Style::Bullet || style == Style::Numbered;
}

QString markdownType()
{
    return QStringLiteral("text/markdown");
}

RichTextColours coloursOf(const QWidget* widget)
{
    const ThemeColours& c = themeColours(widget);
    return {c.accent, c.accent};
}
} // namespace

RichTextEdit::RichTextEdit(QWidget* parent) : QTextEdit(parent)
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    document()->setDocumentMargin(Space);
    document()->setIndentWidth(24);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(document(), &QTextDocument::contentsChanged, this, [this] {
        if (m_isSetting)
            return;
        followHeight();
        Q_EMIT changed();
    });
    connect(this, &QTextEdit::cursorPositionChanged, this, &RichTextEdit::formChanged);
    connect(this, &QTextEdit::currentCharFormatChanged, this, &RichTextEdit::formChanged);
    document()->setModified(false); // setting it up is no draft
}

void RichTextEdit::setRichText(const RichText& text)
{
    m_isSetting = true;
    clear();
    setCurrentCharFormat({});
    QTextCursor cursor(document());
    setBlockStyle(cursor, Style::Body, 0);
    insertRichText(cursor, text, coloursOf(this));
    document()->clearUndoRedoStacks();
    document()->setModified(false);
    moveCursor(QTextCursor::Start);
    m_isSetting = false;
    followHeight();
    Q_EMIT formChanged();
}

void RichTextEdit::setHint(const QString& hint)
{
    m_hint = hint;
    viewport()->update();
}

// Where the text will begin, behind the mark of an item: the placeholder of QTextEdit stands upon that.
void RichTextEdit::paintEvent(QPaintEvent* event)
{
    QTextEdit::paintEvent(event);
    const bool isComposing = !document()->begin().layout()->preeditAreaText().isEmpty();
    if (m_hint.isEmpty() || !document()->isEmpty() || isComposing)
        return;
    const QPoint start = cursorRect(QTextCursor(document())).topLeft();
    QPainter painter(viewport());
    painter.setPen(palette().placeholderText().color());
    painter.drawText(viewport()->rect().adjusted(start.x(), start.y(), -Space, 0),
                     Qt::AlignTop | Qt::AlignLeading | Qt::TextWordWrap, m_hint);
}

void RichTextEdit::noteSaved()
{
    document()->clearUndoRedoStacks();
    document()->setModified(false);
}

RichText RichTextEdit::richText() const
{
    return richTextOf(*document());
}

QSize RichTextEdit::sizeHint() const
{
    return {400, std::max(m_height, minimumSizeHint().height())};
}

QSize RichTextEdit::minimumSizeHint() const
{
    return {200, fontMetrics().lineSpacing() * 3 + 2 * Space};
}

void RichTextEdit::followHeight()
{
    const int height = static_cast<int>(document()->size().height()) + 2 * frameWidth() + 2;
    if (height == m_height)
        return;
    m_height = height;
    updateGeometry();
}

void RichTextEdit::resizeEvent(QResizeEvent* event)
{
    QTextEdit::resizeEvent(event);
    followHeight();
}

Style RichTextEdit::style() const
{
    return blockStyle(textCursor().block());
}

bool RichTextEdit::isBold() const
{
    return currentCharFormat().fontWeight() >= QFont::DemiBold;
}

bool RichTextEdit::isItalic() const
{
    return currentCharFormat().fontItalic();
}

QString RichTextEdit::link() const
{
    return currentCharFormat().anchorHref();
}

void RichTextEdit::mergeFormat(const QTextCharFormat& format)
{
    if (QTextCursor cursor = textCursor(); cursor.hasSelection())
        cursor.mergeCharFormat(format);
    mergeCurrentCharFormat(format);
}

void RichTextEdit::toggleBold()
{
    QTextCharFormat format;
    format.setFontWeight(isBold() ? QFont::Normal : QFont::Bold);
    mergeFormat(format);
}

void RichTextEdit::toggleItalic()
{
    QTextCharFormat format;
    format.setFontItalic(!isItalic());
    mergeFormat(format);
}

// Changes each block of the selection; all is one step of Undo.
template <class F>
void RichTextEdit::eachBlock(F&& change)
{
    QTextCursor cursor = textCursor();
    const int end = cursor.selectionEnd();
    cursor.beginEditBlock();
    for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid() && block.position() <= end;
         block = block.next())
        change(block);
    renewLists(*document());
    cursor.endEditBlock();
    Q_EMIT formChanged();
}

void RichTextEdit::toggleStyle(Style wanted)
{
    const Style next = style() == wanted ? Style::Body : wanted;
    eachBlock([next](const QTextBlock& block) {
        const bool keepsLevel = isList(next) && isList(blockStyle(block));
        setBlockStyle(QTextCursor(block), next, keepsLevel ? blockLevel(block) : 0);
    });
}

void RichTextEdit::changeLevel(int by)
{
    eachBlock([by](const QTextBlock& block) {
        if (!isList(blockStyle(block)))
            return;
        // An item is at most one level below the one before it.
        const QTextBlock before = block.previous();
        const int deepest = before.isValid() && isList(blockStyle(before)) ? std::min(blockLevel(before) + 1, 5) : 0;
        setBlockStyle(QTextCursor(block), blockStyle(block), std::clamp(blockLevel(block) + by, 0, deepest));
    });
}

// The selection, the whole link that the cursor is in, or the word.
QTextCursor RichTextEdit::wordOrSelection() const
{
    QTextCursor cursor = textCursor();
    if (cursor.hasSelection())
        return cursor;
    for (auto it = cursor.block().begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        const int end = fragment.position() + fragment.length();
        if (fragment.charFormat().anchorHref().isEmpty() || cursor.position() < fragment.position() ||
            cursor.position() > end)
            continue;
        cursor.setPosition(fragment.position());
        cursor.setPosition(end, QTextCursor::KeepAnchor);
        return cursor;
    }
    cursor.select(QTextCursor::WordUnderCursor);
    return cursor;
}

void RichTextEdit::setLink(const QString& target)
{
    QTextCursor cursor = wordOrSelection();
    Run run;
    run.link = target;
    if (cursor.hasSelection()) {
        run.bold = cursor.charFormat().fontWeight() >= QFont::DemiBold;
        run.italic = cursor.charFormat().fontItalic();
        cursor.setCharFormat(runFormat(run, coloursOf(this)));
    } else if (!target.isEmpty()) {
        cursor.insertText(target, runFormat(run, coloursOf(this)));
    }
    Q_EMIT formChanged();
}

bool RichTextEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasText() || source->hasHtml();
}

void RichTextEdit::insertFromMimeData(const QMimeData* source)
{
    const QString plain = source->text().left(LongestPaste);
    QTextCursor cursor = textCursor();
    if (source->hasFormat(markdownType())) {
        insertRichText(cursor, RichText::fromMarkdown(QString::fromUtf8(source->data(markdownType()))),
                       coloursOf(this));
    } else if (source->hasHtml() && source->html().size() <= LongestPaste) {
        insertRichText(cursor, richTextFromHtml(source->html()), coloursOf(this));
    } else if (plain.contains(u'\n')) {
        insertRichText(cursor, readProse(plain), coloursOf(this));
    } else {
        // A few words go in as they are, with the spaces at their ends.
        QTextCharFormat format = currentCharFormat();
        if (!format.anchorHref().isEmpty())
            format = {};
        cursor.insertText(plain, format);
    }
    setTextCursor(cursor);
    ensureCursorVisible();
}

QMimeData* RichTextEdit::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    auto* copied = new QMimeData;
    copied->setText(cursor.selection().toPlainText());
    // Within a line the spaces at the ends matter more than its form.
    if (document()->findBlock(cursor.selectionStart()) != document()->findBlock(cursor.selectionEnd())) {
        QTextDocument part;
        QTextCursor(&part).insertFragment(cursor.selection());
        copied->setData(markdownType(), richTextOf(part).toMarkdown().toUtf8());
    }
    return copied;
}

bool RichTextEdit::event(QEvent* event)
{
    // These keys mean something else in the window; here they belong to the text.
    if (event->type() == QEvent::ShortcutOverride && !isReadOnly()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::ControlModifier && (key->key() == Qt::Key_B || key->key() == Qt::Key_I)) {
            event->accept();
            return true;
        }
    }
    return QTextEdit::event(event);
}

// Tab goes on to the next field, but in a list it nests.
bool RichTextEdit::focusNextPrevChild(bool next)
{
    return !isReadOnly() && isList(style()) ? false : QTextEdit::focusNextPrevChild(next);
}

bool RichTextEdit::handleFormKey(QKeyEvent* event)
{
    if (event->modifiers() == Qt::ControlModifier) {
        switch (event->key()) {
        case Qt::Key_B:
            toggleBold();
            return true;
        case Qt::Key_I:
            toggleItalic();
            return true;
        default:
            return false;
        }
    }
    if (event->modifiers() != (Qt::ControlModifier | Qt::ShiftModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_K:
        Q_EMIT linkAsked();
        return true;
    case Qt::Key_7:
    case Qt::Key_Ampersand:
        toggleStyle(Style::Numbered);
        return true; // what the key is with Shift on many keyboards
    case Qt::Key_8:
    case Qt::Key_Asterisk:
        toggleStyle(Style::Bullet);
        return true;
    case Qt::Key_9:
    case Qt::Key_ParenLeft:
        toggleStyle(Style::Quote);
        return true;
    default:
        return false;
    }
}

// Tab and Shift+Tab nest; Enter in an empty item and Backspace at its start leave the list.
bool RichTextEdit::handleListKey(QKeyEvent* event)
{
    const QTextCursor cursor = textCursor();
    const Style present = style();
    if (present == Style::Body)
        return false;
    if (isList(present) && (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab)) {
        const bool isBack = event->key() == Qt::Key_Backtab || (event->modifiers() & Qt::ShiftModifier);
        changeLevel(isBack ? -1 : 1);
        return true;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool leaves =
        (isEnter && cursor.block().text().isEmpty()) || (event->key() == Qt::Key_Backspace && cursor.atBlockStart());
    if (!leaves || cursor.hasSelection())
        return false;
    if (isList(present) && blockLevel(cursor.block()) > 0)
        changeLevel(-1);
    else
        toggleStyle(present);
    return true;
}

void RichTextEdit::keyPressEvent(QKeyEvent* event)
{
    if (!isReadOnly() && (handleFormKey(event) || handleListKey(event))) {
        event->accept();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    QTextEdit::keyPressEvent(event);
    if (isEnter && !isReadOnly() && !currentCharFormat().anchorHref().isEmpty())
        setCurrentCharFormat({}); // a new line is no part of a link
}

void RichTextEdit::changeEvent(QEvent* event)
{
    QTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_isSetting)
        return;
    // The colours of links are in the text.
    const bool wasChanged = isChanged();
    const int position = textCursor().position();
    setRichText(richText());
    document()->setModified(wasChanged);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(position, document()->characterCount() - 1));
    setTextCursor(cursor);
}

} // namespace dtp
