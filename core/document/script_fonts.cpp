// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/script_fonts.h>

#include <cmath>

namespace dtp
{

namespace
{
const char* familyOf(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Thai:
        return "Noto Sans Thai";
    case QChar::Script_Khmer:
        return "Noto Sans Khmer";
    case QChar::Script_Lao:
        return "Noto Sans Lao";
    case QChar::Script_Myanmar:
        return "Noto Sans Myanmar";
    case QChar::Script_Bengali:
        return "Noto Sans Bengali";
    case QChar::Script_Devanagari:
        return "Noto Sans Devanagari";
    case QChar::Script_Gujarati:
        return "Noto Sans Gujarati";
    case QChar::Script_Gurmukhi:
        return "Noto Sans Gurmukhi";
    case QChar::Script_Oriya:
        return "Noto Sans Oriya";
    case QChar::Script_Tamil:
        return "Noto Sans Tamil";
    case QChar::Script_Telugu:
        return "Noto Sans Telugu";
    case QChar::Script_Kannada:
        return "Noto Sans Kannada";
    case QChar::Script_Malayalam:
        return "Noto Sans Malayalam";
    case QChar::Script_Sinhala:
        return "Noto Sans Sinhala";
    case QChar::Script_Tibetan:
        return "Noto Serif Tibetan";
    case QChar::Script_Arabic:
        return "Noto Sans Arabic";
    case QChar::Script_Hebrew:
        return "Noto Sans Hebrew";
    case QChar::Script_Georgian:
        return "Noto Sans Georgian";
    case QChar::Script_Armenian:
        return "Noto Sans Armenian";
    case QChar::Script_Ethiopic:
        return "Noto Sans Ethiopic";
    case QChar::Script_Mongolian:
        return "Noto Sans Mongolian";
    case QChar::Script_Javanese:
        return "Noto Sans Javanese";
    case QChar::Script_Hangul:
        return "Noto Sans CJK KR";
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return "Noto Sans CJK JP";
    case QChar::Script_Bopomofo:
        return "Noto Sans CJK TC";
    case QChar::Script_Han:
        return ""; // by its company
    default:
        return nullptr;
    }
}

bool isBaseOnly(const QString& text)
{
    // Latin with all its marks, Greek and Cyrillic; then general punctuation, but not the joiners of Asian scripts.
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return u < 0x0530 || (u >= 0x1E00 && u < 0x200B) || (u >= 0x2010 && u < 0x2070);
    });
}

QString hanFamily(const QString& text)
{
    for (const QChar c : text) {
        if (c.script() == QChar::Script_Hangul)
            return QStringLiteral("Noto Sans CJK KR");
        if (c.script() == QChar::Script_Hiragana || c.script() == QChar::Script_Katakana)
            return QStringLiteral("Noto Sans CJK JP");
    }
    return QStringLiteral("Noto Sans CJK SC");
}

// Full-width forms and CJK punctuation: of no script, but only the CJK fonts draw them.
bool isCjkCommon(char32_t u)
{
    return (u >= 0x3000 && u < 0x3040) || (u >= 0xFF00 && u < 0xFFF0);
}
} // namespace

QString baseFontFamily()
{
    return QStringLiteral("Noto Sans");
}

std::vector<FontStretch> fontStretches(const QString& text)
{
    std::vector<FontStretch> stretches;
    if (isBaseOnly(text))
        return stretches;
    QString han;
    QString current; // empty: the base family
    for (qsizetype i = 0; i < text.size();) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t u = isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : text.at(i).unicode();
        const qsizetype length = isPair ? 2 : 1;
        const QChar::Script script = QChar::script(u);
        const bool isCommon = script == QChar::Script_Common || script == QChar::Script_Inherited;
        if (!isCommon || isCjkCommon(u)) {
            const char* family = isCjkCommon(u) ? "" : familyOf(script);
            if (family && *family == '\0') {
                if (han.isEmpty())
                    han = hanFamily(text);
                current = han;
            } else {
                current = family ? QString::fromLatin1(family) : QString();
            }
        }
        if (!current.isEmpty()) {
            if (!stretches.empty() && stretches.back().family == current &&
                stretches.back().start + stretches.back().length == i)
                stretches.back().length += length;
            else
                stretches.push_back({i, length, current});
        }
        i += length;
    }
    return stretches;
}

QFont baseFont(double pixelSize, bool bold, bool italic)
{
    QFont font;
    font.setFamilies({baseFontFamily()});
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixelSize))));
    font.setBold(bold);
    font.setItalic(italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Any letter spacing switches ligatures of Latin off, which would come out of a PDF as letters that searches miss.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    return font;
}

} // namespace dtp
