// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/discretion/plate.h>

#include <ui/widgets/theme.h>

#include <QKeyEvent>

namespace dtp
{

namespace
{
constexpr qint64 pause = 1500; // milliseconds without a key, after which a key is meant
} // namespace

Plate::Plate(const QString& what, QWidget* parent)
    : QPushButton(dtp::icon("password-show-on"), tr("Hidden. Show"), parent)
{
    setAccessibleName(what.isEmpty() ? tr("Show what is hidden") : tr("Show %1").arg(what));
    setAutoDefault(false);
    makeQuiet(this);
}

void Plate::takeFocus()
{
    m_typed.start();
    setFocus(Qt::OtherFocusReason);
}

void Plate::cover(QWidget& editor)
{
    const bool hadFocus = holdsFocus(editor);
    show();
    if (hadFocus)
        takeFocus();
    editor.hide();
}

void Plate::giveWayTo(QWidget& editor)
{
    const bool hadFocus = holdsFocus(*this);
    editor.show();
    if (hadFocus)
        editor.setFocus(Qt::OtherFocusReason);
    hide();
}

void Plate::keyPressEvent(QKeyEvent* event)
{
    const bool isCommand = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0;
    if (!isCommand && event->key() != Qt::Key_Escape && m_typed.isValid() && m_typed.elapsed() < pause) {
        m_typed.start();
        event->accept();
        return;
    }
    m_typed.invalidate();
    QPushButton::keyPressEvent(event);
}

bool holdsFocus(const QWidget& widget)
{
    const QWidget* focused = widget.window()->focusWidget();
    return focused && (focused == &widget || widget.isAncestorOf(focused));
}

} // namespace dtp
