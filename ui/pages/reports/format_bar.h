// SPDX-License-Identifier: GPL-3.0-or-later
// The buttons over an editor: bold, italic, lists, quote, nesting, link. They act on the editor that has the cursor.
#pragma once

#include <ui/pages/reports/rich_text_edit.h>
#include <ui/widgets/app_context.h>

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace dtp
{

class FormatBar : public QWidget
{
    Q_OBJECT
public:
    explicit FormatBar(AppContext& context, QWidget* parent = nullptr);

    // hasStyles: false for lists of which each line is a record, where only nesting has a meaning.
    void add(RichTextEdit* editor, bool hasStyles = true);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* button(const char* iconName, const QString& words, const QString& keys,
                        std::function<void(RichTextEdit&)> deed, bool isCheckable);
    void follow();
    void askLink();

    AppContext& m_context;
    QHBoxLayout* m_row;
    QPointer<RichTextEdit> m_editor;
    QSet<QObject*> m_plain;
    QToolButton* m_bold;
    QToolButton* m_italic;
    QToolButton* m_bullets;
    QToolButton* m_numbers;
    QToolButton* m_quote;
    QToolButton* m_in;
    QToolButton* m_out;
    QToolButton* m_link;
};

} // namespace dtp
