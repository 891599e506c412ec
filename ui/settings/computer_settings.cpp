// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/settings/computer_settings.h>

#include <platform/platform.h>

#include <QSettings>

namespace dtp
{

namespace
{
constexpr int usualMinutes = 10;

QString authorKey()
{
    return QStringLiteral("author");
}

QString lockKey()
{
    return QStringLiteral("lock/minutes");
}

QString themeKey()
{
    return QStringLiteral("window/theme");
}
} // namespace

QString ComputerSettings::author() const
{
    return m_settings.value(authorKey(), platform::userName()).toString();
}

void ComputerSettings::setAuthor(const QString& name)
{
    const QString said = name.simplified();
    if (said.isEmpty() || said == platform::userName())
        m_settings.remove(authorKey());
    else
        m_settings.setValue(authorKey(), said);
}

int ComputerSettings::lockMinutes() const
{
    return m_settings.value(lockKey(), usualMinutes).toInt();
}

void ComputerSettings::setLockMinutes(int minutes)
{
    m_settings.setValue(lockKey(), minutes);
}

ThemeChoice ComputerSettings::theme() const
{
    return themeFromCode(m_settings.value(themeKey()).toString());
}

void ComputerSettings::setTheme(ThemeChoice theme)
{
    m_settings.setValue(themeKey(), themeCode(theme));
}

} // namespace dtp
