// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/english_plurals.h>

#include <QCoreApplication>
#include <QTranslator>

namespace dtp
{

void installEnglishPlurals(QCoreApplication& application)
{
    auto* english = new QTranslator(&application);
    if (english->load(QStringLiteral(":/i18n/english.qm")))
        QCoreApplication::installTranslator(english);
    else
        qWarning("The English plurals are missing from the program.");
}

} // namespace dtp
