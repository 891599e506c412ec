// SPDX-License-Identifier: GPL-3.0-or-later
// An editor for prose with a little form: bold, italic, lists, quotes, links. What is pasted is cleaned to that.
#pragma once

#include <document/rich_text.h>

#include <QTextEdit>

namespace dtp
{

class RichTextEdit : public QTextEdit
{
    Q_OBJECT
public:
    explicit RichTextEdit(QWidget* parent = nullptr);

    void setRichText(const RichText& text);
    RichText richText() const;
    bool isChanged() const { return document()->isModified(); }
    void noteSaved();                  // Undo means the history of the file now
    void setHint(const QString& hint); // while there is no text
    // Grows with its text instead of scrolling.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    Paragraph::Style style() const;
    bool isBold() const;
    bool isItalic() const;
    QString link() const;

    void toggleBold();
    void toggleItalic();
    void toggleStyle(Paragraph::Style style); // to prose, when the lines have it already
    void changeLevel(int by);                 // of list items
    void setLink(const QString& link);        // of the selection, or of the word at the cursor; empty: none

Q_SIGNALS:
    void changed();     // by the user
    void formChanged(); // bold, style … at the cursor
    void linkAsked();   // Ctrl+Shift+K

protected:
    void insertFromMimeData(const QMimeData* source) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    QMimeData* createMimeDataFromSelection() const override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    template <class F>
    void eachBlock(F&& change);
    bool handleFormKey(QKeyEvent* event);
    bool handleListKey(QKeyEvent* event);
    void followHeight();
    void mergeFormat(const QTextCharFormat& format);
    QTextCursor wordOrSelection() const;
    QString m_hint;
    int m_height = 0;
    bool m_isSetting = false;
};

} // namespace dtp
