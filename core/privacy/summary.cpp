// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/gate.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("Disclosure", text);
}
} // namespace

QStringList titlesOf(const std::vector<DisclosedColumn>& columns)
{
    QStringList titles;
    for (const DisclosedColumn& column : columns) {
        if (!column.title.isEmpty() && !titles.contains(column.title))
            titles.append(column.title);
    }
    return titles;
}

QString DisclosureSummary::picturesSentence() const
{
    const int pictures = refusedPictures + unknownPictures;
    if (pictures == 0)
        return {};
    // Outsiders read it as well: whether somebody refused or is in danger is not theirs to know.
    if (pictures == 1)
        return refusedPictures > 0
                   ? say(QT_TRANSLATE_NOOP("Disclosure", "1 picture was left out: somebody on it may not be shown."))
                   : say(QT_TRANSLATE_NOOP("Disclosure", "1 picture was left out: it is not said who is on it."));
    QStringList reasons;
    if (refusedPictures > 0)
        reasons.append(
            say(QT_TRANSLATE_NOOP("Disclosure", "on %1 is somebody who may not be shown")).arg(refusedPictures));
    if (unknownPictures > 0)
        reasons.append(say(QT_TRANSLATE_NOOP("Disclosure", "of %1 it is not said who is on it")).arg(unknownPictures));
    const QString head = say(QT_TRANSLATE_NOOP("Disclosure", "%1 pictures were left out")).arg(pictures);
    return QStringLiteral("%1: %2.").arg(head, reasons.join(QStringLiteral(", ")));
}

// Of a text in which names stand it is not said that it names nobody.
QString DisclosureSummary::nobodySentence() const
{
    switch (kept) {
    case Kept::Known:
        return say(QT_TRANSLATE_NOOP("Disclosure", "Its makers decided which names may be read in it."));
    case Kept::Others:
        return say(QT_TRANSLATE_NOOP("Disclosure", "Nobody from the records is named."));
    case Kept::Nothing:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Disclosure", "Nobody is named."));
}

QString DisclosureSummary::printedSentence() const
{
    if (!traitsOf(audience).hidesSmallCounts)
        return sentence();
    const QString pictures = picturesSentence();
    const bool isNobody = named.isEmpty() && pictured.isEmpty();
    const QString who =
        isNobody || kept == Kept::Known ? nobodySentence()
        : kept == Kept::Others
            ? say(QT_TRANSLATE_NOOP("Disclosure",
                                    "Of the people in the records only those are named or shown who agreed to it."))
            : say(QT_TRANSLATE_NOOP("Disclosure", "Only people are named or shown who agreed to it."));
    return pictures.isEmpty() ? who : who + QLatin1Char(' ') + pictures;
}

QString DisclosureSummary::sentence() const
{
    const qsizetype people = named.size() + pictured.size() + counted.size() + leftOut.size();
    const QString pictures = picturesSentence();
    const QString tail = pictures.isEmpty() ? QString() : QLatin1Char(' ') + pictures;
    if (people == 0)
        return nobodySentence() + tail;
    QStringList parts{say(QT_TRANSLATE_NOOP("Disclosure", "%1 named")).arg(named.size())};
    if (!pictured.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("Disclosure", "%1 shown in pictures")).arg(pictured.size()));
    if (!counted.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("Disclosure", "%1 counted only")).arg(counted.size()));
    if (!leftOut.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("Disclosure", "%1 left out")).arg(leftOut.size()));
    const QString head = people == 1 ? say(QT_TRANSLATE_NOOP("Disclosure", "1 person"))
                                     : say(QT_TRANSLATE_NOOP("Disclosure", "%1 people")).arg(people);
    return QStringLiteral("%1: %2.").arg(head, parts.join(QStringLiteral(", "))) + tail;
}

} // namespace dtp
