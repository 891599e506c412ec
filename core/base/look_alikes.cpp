// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/look_alikes.h>

namespace dtp
{

namespace
{
QChar latinLike(QChar c)
{
    static const QString others = QString::fromUtf8("аеорсухіјѕһԁԛԝѵАВЕКМНОРСТУХІЈЅοανυρικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ");
    static const QString latin = QStringLiteral("aeopcyxijshdqwvABEKMHOPCTYXIJSoavupikABEZHIKMNOPTYX");
    const qsizetype at = c.unicode() < 0x0370 || c.unicode() > 0x052F ? -1 : others.indexOf(c);
    return at < 0 ? c : latin.at(at);
}
} // namespace

QString inLatinLookAlikes(const QString& text)
{
    QString read = text;
    for (qsizetype from = 0; from < text.size();) {
        bool hasLatin = false;
        qsizetype to = from;
        for (; to < text.size() && text.at(to).isLetter(); ++to)
            hasLatin = hasLatin || text.at(to).script() == QChar::Script_Latin;
        for (qsizetype i = from; hasLatin && i < to; ++i)
            read[i] = latinLike(text.at(i));
        from = to + 1;
    }
    return read;
}

} // namespace dtp
