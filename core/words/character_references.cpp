// SPDX-License-Identifier: GPL-3.0-or-later
#include <words/character_references.h>

#include <QHash>

namespace dtp
{

namespace
{
constexpr qsizetype longestName = 10;
constexpr char32_t lastCharacter = 0x10FFFF;

bool isAsciiLetter(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z');
}

// -1: no digit of that base.
int digitOf(QChar c, int base)
{
    const char16_t u = c.unicode();
    const int value = u >= u'0' && u <= u'9'   ? u - u'0'
                      : u >= u'a' && u <= u'f' ? u - u'a' + 10
                      : u >= u'A' && u <= u'F' ? u - u'A' + 10
                                               : base;
    return value < base ? value : -1;
}

QString characterOf(char32_t code)
{
    if (code == 0 || code > lastCharacter || (code >= 0xD800 && code <= 0xDFFF))
        return {};
    return QString::fromUcs4(&code, 1);
}

// A number of up to `most` digits; digits becomes how many there are.
char32_t numberAt(const QString& text, qsizetype at, int base, qsizetype most, qsizetype& digits)
{
    char32_t code = 0;
    for (digits = 0; digits < most && at + digits < text.size(); ++digits) {
        const int digit = digitOf(text.at(at + digits), base);
        if (digit < 0)
            break;
        code = code * static_cast<char32_t>(base) + static_cast<char32_t>(digit);
    }
    return code;
}

// "oacute" is an o with an acute accent.
QString namedCharacter(const QString& name)
{
    static const QHash<QString, char16_t> accents{
        {QStringLiteral("acute"), 0x0301}, {QStringLiteral("grave"), 0x0300}, {QStringLiteral("circ"), 0x0302},
        {QStringLiteral("tilde"), 0x0303}, {QStringLiteral("uml"), 0x0308},   {QStringLiteral("ring"), 0x030A},
        {QStringLiteral("cedil"), 0x0327}, {QStringLiteral("caron"), 0x030C}, {QStringLiteral("breve"), 0x0306},
        {QStringLiteral("macr"), 0x0304},  {QStringLiteral("ogon"), 0x0328},  {QStringLiteral("dot"), 0x0307},
        {QStringLiteral("dblac"), 0x030B}};
    static const QHash<QString, QString> others = [] {
        QHash<QString, QString> all;
        const QStringList pairs =
            QString::fromUtf8(
                "Oslash Ø oslash ø Lstrok Ł lstrok ł Dstrok Đ dstrok đ Hstrok Ħ hstrok ħ Tstrok Ŧ tstrok ŧ szlig ß "
                "AElig Æ aelig æ OElig Œ oelig œ ETH Ð eth ð THORN Þ thorn þ inodot ı imath ı amp & quot \" apos ' "
                "commat @ period . comma , colon : semi ; lowbar _ hyphen - dash - ndash – mdash — lpar ( rpar ) "
                "lsqb [ rsqb ] lbrack [ rbrack ] num # plus + sol / bsol \\ ast * excl ! rsquo ’ lsquo ‘ "
                "lt < gt >")
                .split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (qsizetype i = 0; i + 1 < pairs.size(); i += 2)
            all.insert(pairs.at(i), pairs.at(i + 1));
        for (const char* space : {"nbsp", "ensp", "emsp", "thinsp", "hairsp", "numsp", "puncsp", "Tab", "NewLine"})
            all.insert(QLatin1String(space), QStringLiteral(" "));
        for (const char* nothing : {"shy", "zwnj", "zwj", "lrm", "rlm", "NoBreak", "ZeroWidthSpace"})
            all.insert(QLatin1String(nothing), QStringLiteral("\u00AD")); // dropped as what is not seen
        return all;
    }();
    if (const auto other = others.constFind(name); other != others.constEnd())
        return *other;
    const auto accent = accents.constFind(name.mid(1));
    if (name.size() < 2 || accent == accents.constEnd())
        return {};
    return QString(name.left(1) + QChar(*accent)).normalized(QString::NormalizationForm_C);
}

CharacterReference ofHtml(const QString& text, qsizetype at)
{
    qsizetype length = 0;
    QString stands;
    if (at + 1 < text.size() && text.at(at + 1) == u'#') {
        const bool isHex = at + 2 < text.size() && (text.at(at + 2) == u'x' || text.at(at + 2) == u'X');
        qsizetype digits = 0;
        const char32_t code = numberAt(text, at + (isHex ? 3 : 2), isHex ? 16 : 10, 7, digits);
        stands = digits > 0 ? characterOf(code) : QString();
        length = (isHex ? 3 : 2) + digits;
    } else {
        qsizetype letters = 0;
        while (letters < longestName + 4 && at + 1 + letters < text.size() && isAsciiLetter(text.at(at + 1 + letters)))
            ++letters;
        // Without a semicolon the longest name counts: "S&oacutek".
        stands = namedCharacter(text.mid(at + 1, letters));
        while (stands.isEmpty() && letters > 2)
            stands = namedCharacter(text.mid(at + 1, --letters));
        length = 1 + letters;
    }
    if (stands.isEmpty())
        return {};
    if (at + length < text.size() && text.at(at + length) == u';')
        ++length;
    return {stands, length};
}

// "%C3%B3": the bytes of UTF-8.
CharacterReference ofAddress(const QString& text, qsizetype at)
{
    QByteArray bytes;
    qsizetype length = 0;
    for (qsizetype digits = 0; at + length < text.size() && text.at(at + length) == u'%'; length += 3) {
        const char32_t byte = numberAt(text, at + length + 1, 16, 2, digits);
        if (digits < 2)
            break;
        bytes.append(static_cast<char>(byte));
    }
    const QString stands = QString::fromUtf8(bytes);
    if (stands.isEmpty() || stands.contains(QChar::ReplacementCharacter))
        return {};
    return {stands, length};
}

// "\u0053", "\x53".
CharacterReference ofPrograms(const QString& text, qsizetype at)
{
    if (at + 1 >= text.size())
        return {};
    const qsizetype wanted = text.at(at + 1) == u'u' ? 4 : text.at(at + 1) == u'x' ? 2 : 0;
    qsizetype digits = 0;
    const char32_t code = numberAt(text, at + 2, 16, wanted, digits);
    const QString stands = wanted > 0 && digits == wanted ? characterOf(code) : QString();
    return stands.isEmpty() ? CharacterReference{} : CharacterReference{stands, 2 + digits};
}
} // namespace

CharacterReference characterReferenceAt(const QString& text, qsizetype at)
{
    switch (text.at(at).unicode()) {
    case u'&':
        return ofHtml(text, at);
    case u'%':
        return ofAddress(text, at);
    case u'\\':
        return ofPrograms(text, at);
    default:
        return {};
    }
}

} // namespace dtp
