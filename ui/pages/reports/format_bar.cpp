// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/reports/format_bar.h>

#include <ui/widgets/theme.h>

#include <QHBoxLayout>
#include <QToolButton>

namespace dtp
{

namespace
{
using Style = Paragraph::Style;

bool isList(Style style)
{
    return style == Style::Bullet || style == Style::Numbered;
}
} // namespace

FormatBar::FormatBar(AppContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(2);
    m_bold = button(
        "format-text-bold", tr("Bold"), tr("Ctrl+B"), [](RichTextEdit& e) { e.toggleBold(); }, true);
    m_italic = button(
        "format-text-italic", tr("Italic"), tr("Ctrl+I"), [](RichTextEdit& e) { e.toggleItalic(); }, true);
    m_row->addSpacing(Space);
    m_bullets = button(
        "format-list-unordered", tr("List"), tr("Ctrl+Shift+8"), [](RichTextEdit& e) { e.toggleStyle(Style::Bullet); },
        true);
    m_numbers = button(
        "format-list-ordered", tr("Numbered list"), tr("Ctrl+Shift+7"),
        [](RichTextEdit& e) { e.toggleStyle(Style::Numbered); }, true);
    m_quote = button(
        "format-text-blockquote", tr("Quote"), tr("Ctrl+Shift+9"),
        [](RichTextEdit& e) { e.toggleStyle(Style::Quote); }, true);
    m_row->addSpacing(Space);
    m_out = button(
        "format-indent-less", tr("Up a level"), tr("Shift+Tab"), [](RichTextEdit& e) { e.changeLevel(-1); }, false);
    m_in = button(
        "format-indent-more", tr("Down a level"), tr("Tab"), [](RichTextEdit& e) { e.changeLevel(1); }, false);
    m_row->addSpacing(Space);
    m_link = button(
        "insert-link", tr("Link"), tr("Ctrl+Shift+K"), [this](RichTextEdit&) { askLink(); }, false);
    m_row->addStretch(1);
    follow();
}

QToolButton* FormatBar::button(const char* iconName, const QString& words, const QString& keys,
                               std::function<void(RichTextEdit&)> deed, bool isCheckable)
{
    auto* made = signButton(iconName, words, keys, this);
    made->setCheckable(isCheckable);
    made->setFocusPolicy(Qt::NoFocus); // the cursor stays in the text
    m_row->addWidget(made);
    connect(made, &QToolButton::clicked, this, [this, deed = std::move(deed)] {
        if (m_editor)
            deed(*m_editor);
        follow();
    });
    return made;
}

void FormatBar::add(RichTextEdit* editor, bool hasStyles)
{
    if (!hasStyles)
        m_plain.insert(editor);
    editor->installEventFilter(this);
    connect(editor, &RichTextEdit::formChanged, this, [this, editor] {
        if (editor == m_editor)
            follow();
    });
    connect(editor, &RichTextEdit::linkAsked, this, &FormatBar::askLink);
    if (!m_editor)
        m_editor = editor;
    follow();
}

bool FormatBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        m_editor = qobject_cast<RichTextEdit*>(watched);
        follow();
    }
    return QWidget::eventFilter(watched, event);
}

void FormatBar::follow()
{
    const bool canWrite = m_editor && !m_editor->isReadOnly();
    const bool hasStyles = canWrite && !m_plain.contains(m_editor);
    for (QToolButton* styled : {m_bold, m_italic, m_bullets, m_numbers, m_quote, m_link})
        styled->setEnabled(hasStyles);
    const Style style = m_editor ? m_editor->style() : Style::Body;
    m_in->setEnabled(canWrite && isList(style));
    m_out->setEnabled(canWrite && isList(style));
    m_bold->setChecked(hasStyles && m_editor->isBold());
    m_italic->setChecked(hasStyles && m_editor->isItalic());
    m_bullets->setChecked(hasStyles && style == Style::Bullet);
    m_numbers->setChecked(hasStyles && style == Style::Numbered);
    m_quote->setChecked(hasStyles && style == Style::Quote);
}

void FormatBar::askLink()
{
    if (!m_editor || m_plain.contains(m_editor))
        return;
    const QString before = m_editor->link();
    const auto target =
        m_context.dialogs.askText(this, tr("Link"), tr("Address, beginning with https://; empty for none"), before);
    if (!target)
        return;
    QString address = target->trimmed();
    if (address.startsWith(QLatin1String("www.")))
        address.prepend(QLatin1String("https://"));
    if (!address.isEmpty() && !isSafeLink(address)) {
        m_context.dialogs.showError(
            this, {tr("“%1” is no address of a page or a mailbox. It begins with https://, http:// or mailto:.")
                       .arg(address),
                   {}});
        return;
    }
    m_editor->setLink(address);
}

} // namespace dtp
