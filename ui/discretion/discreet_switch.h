// SPDX-License-Identifier: GPL-3.0-or-later
// What switches discreet mode in a window, see ui/models/discretion.h: a key, and a sign that it is on. Remembered.
#pragma once

#include <storage/store.h>

#include <QElapsedTimer>
#include <QKeyCombination>
#include <QObject>
#include <QSettings>

class QPushButton;

namespace dtp
{

class Discretion;

class DiscreetSwitch final : public QObject
{
    Q_OBJECT
public:
    // As it was when the program was used last; from then on all windows are looked through.
    DiscreetSwitch(Store& store, QSettings& settings, QObject* parent);

    bool isOn() const;
    void set(bool isOn);
    void toggle() { set(!isOn()); }

    // Seen while the mode is on; a click turns it off.
    QPushButton* makeSign(QWidget* parent);

    static QKeyCombination keys();
    // Of what a widget gets, in whatever window: whether it was our key. Names do not come back by a slip of the
    // fingers within a text: there the key is pressed twice.
    bool takesKey(const QWidget& focused, QEvent& event);

Q_SIGNALS:
    void told(const QString& sentence); // what the key did not do

private:
    QSettings& m_settings;
    Discretion& m_discretion;
    QElapsedTimer m_pressed; // since the key was pressed while typing
};

} // namespace dtp
