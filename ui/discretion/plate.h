// SPDX-License-Identifier: GPL-3.0-or-later
// The button “Hidden. Show” in the place of what is covered.
#pragma once

#include <QElapsedTimer>
#include <QPushButton>

namespace dtp
{

class Plate : public QPushButton
{
    Q_OBJECT
public:
    // what: the name of what it hides, for who cannot see; may be empty.
    Plate(const QString& what, QWidget* parent);

    // The keys go here in place of what is covered. Whoever is typing goes on for a moment: that must neither show it
    // nor change anything else, so the plate takes no key before a pause.
    void takeFocus();
    // Shown and hidden where both stand; the keys go along.
    void cover(QWidget& editor);
    void giveWayTo(QWidget& editor);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QElapsedTimer m_typed; // since the last key, or since it took the focus from who was typing
};

// Whether the keys go to it, or to something in it.
bool holdsFocus(const QWidget& widget);

} // namespace dtp
