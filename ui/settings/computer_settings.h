// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody has set on this computer, whatever file is open.
#pragma once

#include <ui/widgets/theme.h>

#include <QString>

class QSettings;

namespace dtp
{

class ComputerSettings
{
public:
    explicit ComputerSettings(QSettings& settings) : m_settings(settings) {}

    // Who is at the keyboard, for the history: the user of the system unless something else was said.
    QString author() const;
    void setAuthor(const QString& name); // empty: the user of the system
    // Without a key or the pointer, until an encrypted file is locked; 0: never.
    int lockMinutes() const;
    void setLockMinutes(int minutes);
    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

private:
    QSettings& m_settings;
};

} // namespace dtp
