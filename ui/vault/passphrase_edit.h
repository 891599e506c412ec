// SPDX-License-Identifier: GPL-3.0-or-later
// A field for a passphrase: covered until one asks to see it, with a word about Caps Lock.
#pragma once

#include <QLineEdit>

class QAction;

namespace dtp
{

class PassphraseEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit PassphraseEdit(const QString& accessibleName, QWidget* parent = nullptr);

    bool isShown() const { return echoMode() == Normal; }
    void setShown(bool shown); // also by Ctrl+H
    // Empties it, also of what its undo would bring back, and covers it.
    void forget();

Q_SIGNALS:
    void capsLockNoticed(bool isOn); // by what letters come while one types
    void shownChanged(bool shown);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void updateAction();
    QAction* m_show;
};

} // namespace dtp
