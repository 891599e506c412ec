// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/vault/passphrase_edit.h>

#include <ui/widgets/theme.h>
#include <vault/typed_secret.h>

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <memory>

namespace dtp
{

namespace
{
bool isShowKey(const QKeyEvent& key)
{
    return key.key() == Qt::Key_H && key.modifiers() == Qt::ControlModifier;
}
} // namespace

PassphraseEdit::PassphraseEdit(const QString& accessibleName, QWidget* parent)
    : QLineEdit(parent), m_show(addAction(icon("view-visible"), TrailingPosition))
{
    setAccessibleName(accessibleName);
    setProperty("isSecret", true); // for what keeps the inputs of dialogs, see ui/forms/form_state.h
    setEchoMode(Password);
    // No on-screen keyboard learns it.
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setMinimumHeight(40);
    connect(m_show, &QAction::triggered, this, [this] { setShown(!isShown()); });
    updateAction();
}

void PassphraseEdit::setShown(bool shown)
{
    if (shown == isShown())
        return;
    setEchoMode(shown ? Normal : Password);
    updateAction();
    Q_EMIT shownChanged(shown);
}

void PassphraseEdit::updateAction()
{
    m_show->setIcon(icon(isShown() ? "view-hidden" : "view-visible"));
    m_show->setText(isShown() ? tr("Hide what is typed (Ctrl+H)") : tr("Show what is typed (Ctrl+H)"));
    m_show->setToolTip(m_show->text());
}

void PassphraseEdit::forget()
{
    setShown(false);
    vault::wipeText(text());
    // Room for what is typed next, which would leave a piece of itself in memory each time it needs more. Unlike
    // clear(), setText() empties the undo as well.
    constexpr int usual = 256;
    QString room;
    room.reserve(usual);
    setText(room);
    Q_EMIT capsLockNoticed(false);
}

// The window has another use for the key while a file is open.
bool PassphraseEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isShowKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void PassphraseEdit::keyPressEvent(QKeyEvent* event)
{
    if (isShowKey(*event)) {
        setShown(!isShown());
        return;
    }
    const QString text = event->text();
    if (event->key() == Qt::Key_CapsLock) {
        Q_EMIT capsLockNoticed(false); // not known until the next letter
    } else if (text.size() == 1 && text.front().isLetter() && text.toUpper() != text.toLower()) {
        const bool isUpper = text.front().isUpper();
        Q_EMIT capsLockNoticed(isUpper != event->modifiers().testFlag(Qt::ShiftModifier));
    }
    QLineEdit::keyPressEvent(event);
}

// Without Copy and Cut: a passphrase does not go to the clipboard, also while it is shown.
void PassphraseEdit::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    QAction* paste = menu.addAction(icon("edit-paste"), tr("&Paste"), this, &QLineEdit::paste);
    paste->setEnabled(!isReadOnly());
    menu.addAction(m_show);
    menu.exec(event->globalPos());
}

} // namespace dtp
