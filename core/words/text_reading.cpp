// SPDX-License-Identifier: GPL-3.0-or-later
#include <words/text_reading.h>

#include <words/character_references.h>

#include <QRegularExpression>
#include <algorithm>

namespace dtp
{

namespace
{
// Each step tells what is read in the place of the signs from `at` on, and how many signs they are; 0: the sign stays.

char32_t codeAt(const QString& text, qsizetype at)
{
    const QChar c = text.at(at);
    if (c.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate())
        return QChar::surrogateToUcs4(c, text.at(at + 1));
    return c.unicode();
}

bool isWordSign(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

// Takes no room on the page: Default_Ignorable_Code_Point of Unicode, and controls.
bool isUnseen(char32_t c)
{
    return QChar::category(c) == QChar::Other_Format || c == 0x00AD || c == 0x034F || c == 0x115F || c == 0x1160 ||
           c == 0x17B4 || c == 0x17B5 || (c >= 0x180B && c <= 0x180F) || c == 0x3164 || c == 0xFFA0 ||
           (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF) ||
           (c < 0x20 && c != u'\n' && c != u'\t' && c != u'\r') || (c >= 0x7F && c < 0x85);
}

// Accents of these scripts, and rings and strokes round any letter, change no name.
bool isMarkOnly(char32_t c, char32_t before)
{
    if (!QChar::isMark(c))
        return false;
    const QChar::Script script = QChar::script(before);
    return QChar::category(c) == QChar::Mark_Enclosing || before == 0 || script == QChar::Script_Latin ||
           script == QChar::Script_Greek || script == QChar::Script_Cyrillic || script == QChar::Script_Common;
}

// Letters in squares and circles that Unicode takes for signs of their own.
char32_t letterInShape(char32_t c)
{
    for (const char32_t first : {0x1F130, 0x1F150, 0x1F170, 0x1F1E6}) {
        if (c >= first && c < first + 26)
            return U'A' + (c - first);
    }
    return 0;
}

bool isRaised(char32_t c)
{
    const QChar::Decomposition tag = QChar::decompositionTag(c);
    return tag == QChar::Super || tag == QChar::Sub;
}

bool isOfOtherShape(char32_t c)
{
    const QChar::Decomposition tag = QChar::decompositionTag(c);
    return letterInShape(c) != 0 || (tag != QChar::NoDecomposition && tag != QChar::Canonical);
}

qsizetype reference(const QString& text, qsizetype at, QString& read)
{
    const CharacterReference found = characterReferenceAt(text, at);
    read = found.stands;
    if (found.length == 0 && text.at(at) == u'\\')
        return 1;
    return found.length;
}

// "<b>", "</b>", "<!-- … -->"; what breaks a line is a space.
qsizetype tag(const QString& text, qsizetype at, QString& read)
{
    constexpr qsizetype longest = 2000;
    if (text.at(at) != u'<' || at + 2 >= text.size())
        return 0;
    if (QStringView(text).mid(at).startsWith(u"<!--")) {
        const qsizetype end = QStringView(text).mid(at, longest).indexOf(u"-->");
        return end < 0 ? 0 : end + 3;
    }
    const QChar first = text.at(at + 1);
    if (!first.isLetter() && first != u'/' && first != u'!' && first != u'?')
        return 0;
    qsizetype end = at + 1;
    while (end < text.size() && text.at(end) != u'>' && text.at(end) != u'<')
        ++end;
    if (end == text.size() || text.at(end) != u'>')
        return 0;
    static const QRegularExpression breaking(
        QStringLiteral("^</?(?:br|p|div|li|ul|ol|td|th|tr|table|h[1-6]|hr|blockquote|dd|dt)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression note(QStringLiteral("^<su[pb][^<>]*>\\s*[0-9*]{1,3}\\s*</su[pb]>"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QString here = text.mid(at, std::min<qsizetype>(end + 40 - at, longest));
    if (breaking.match(here).hasMatch())
        read = QStringLiteral(" ");
    else if (const auto raised = note.match(here); raised.hasMatch())
        return raised.capturedLength();
    return end + 1 - at;
}

qsizetype shape(const QString& text, qsizetype at, QString& read)
{
    const char32_t c = codeAt(text, at);
    const qsizetype length = c > 0xFFFF ? 2 : 1;
    if (isUnseen(c))
        return length;
    if (c < 0x80)
        return 0;
    char32_t before = at > 0 ? codeAt(text, at - 1) : 0;
    if (at > 1 && text.at(at - 1).isLowSurrogate())
        before = codeAt(text, at - 2);
    if (QChar::isMark(c) && QChar::isMark(before)) { // of the same letter
        constexpr qsizetype mostMarks = 40;
        qsizetype letter = at - 1;
        while (letter > 0 && letter > at - mostMarks &&
               (text.at(letter).isMark() || isUnseen(text.at(letter).unicode())))
            --letter;
        before = codeAt(text, letter);
    }
    if (isMarkOnly(c, before))
        return length;
    if (!isOfOtherShape(c))
        return 0;
    // "Sok²": the number of a note.
    if (isRaised(c) && QChar::category(c) == QChar::Number_Other && QChar::isLetter(before) && !isRaised(before))
        return length;
    if (const char32_t letter = letterInShape(c))
        read = QString::fromUcs4(&letter, 1);
    else
        read = text.mid(at, length).normalized(QString::NormalizationForm_KD);
    return length;
}

bool isMarkOfForm(QChar c)
{
    return QStringView(u"*_~`^|[]{}()<>+=#\u2039\u203A").contains(c);
}

// How many marks of form stand here between two signs of words.
qsizetype marksWithinWord(const QString& text, qsizetype at)
{
    if (!isMarkOfForm(text.at(at)) || at == 0 || !isWordSign(text.at(at - 1)))
        return 0;
    qsizetype end = at;
    while (end < text.size() && isMarkOfForm(text.at(end)))
        ++end;
    return end < text.size() && isWordSign(text.at(end)) ? end - at : 0;
}

// "S*ok*", "S[o]k", "012_987_654".
qsizetype form(const QString& text, qsizetype at, QString& read)
{
    const qsizetype length = marksWithinWord(text, at);
    if (length > 0 && text.at(at - 1).isDigit() && text.at(at + length).isDigit())
        read = QStringLiteral("-"); // numbers stay apart
    return length;
}

bool isSignBetween(QChar c)
{
    return c == u' ' || c == u'-' || c == u'.' || c == u'_' || c == u'/' || c == u'\u00B7' || c == u'\u2022' ||
           c == u'\u00A0';
}

bool isSingle(const QString& text, qsizetype at)
{
    return text.at(at).isLetter() && (at == 0 || !isWordSign(text.at(at - 1))) &&
           (at + 1 == text.size() || !isWordSign(text.at(at + 1)));
}

// The signs between three letters or more that are each by itself.
qsizetype apart(const QString& text, qsizetype at, QString&)
{
    const QChar sign = text.at(at);
    if (!isSignBetween(sign) || at == 0 || at + 1 == text.size() || !isSingle(text, at - 1) || !isSingle(text, at + 1))
        return 0;
    const bool goesOn = at + 3 < text.size() && text.at(at + 2) == sign && isSingle(text, at + 3);
    const bool wentOn = at > 2 && text.at(at - 2) == sign && isSingle(text, at - 3);
    return goesOn || wentOn ? 1 : 0;
}

// Whether any of the steps may find something; most texts are letters and full stops.
bool mayDiffer(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const char16_t u = c.unicode();
        if ((u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z'))
            continue;
        if (u == u'\\' || u == u'&' || u == u'<' || u == u'%')
            return true;
        if (marksWithinWord(text, i) > 0)
            return true;
        if (isSignBetween(c) && i > 0 && i + 2 < text.size() && text.at(i + 2) == c && isSingle(text, i + 1))
            return true;
        if (u >= 0x80 || u < 0x20) {
            if (c.isSurrogate() || c.isMark() || isUnseen(u) || isOfOtherShape(u))
                return true;
        }
    }
    return false;
}
} // namespace

TextReading::TextReading(const QString& source) : m_text(source)
{
    if (source.size() < 2 || !mayDiffer(source))
        return;
    m_origins.reserve(static_cast<size_t>(source.size()));
    for (qsizetype i = 0; i < source.size(); ++i)
        m_origins.push_back({i, i + 1});
    const auto apply = [this](const auto& step) {
        QString text;
        std::vector<Origin> origins;
        qsizetype done = 0; // up to here the text is written
        const auto copyTo = [&](qsizetype at) {
            text += QStringView(m_text).mid(done, at - done);
            origins.insert(origins.end(), m_origins.begin() + done, m_origins.begin() + at);
        };
        QString read;
        for (qsizetype at = 0; at < m_text.size();) {
            read.clear();
            const qsizetype taken = step(m_text, at, read);
            if (taken == 0) {
                ++at;
                continue;
            }
            const qsizetype end = std::min(at + taken, m_text.size());
            copyTo(at);
            text += read;
            origins.insert(origins.end(), static_cast<size_t>(read.size()),
                           {m_origins[static_cast<size_t>(at)].from, m_origins[static_cast<size_t>(end - 1)].to});
            done = at = end;
        }
        if (done == 0)
            return false;
        copyTo(m_text.size());
        const bool changed = text != m_text;
        m_text = std::move(text);
        m_origins = std::move(origins);
        return changed;
    };
    constexpr int deepest = 4; // "&amp;amp;oacute;"
    for (int depth = 0; depth < deepest && apply(reference); ++depth)
        m_differs = true;
    for (const auto step : {tag, shape, form, apart})
        m_differs = apply(step) || m_differs;
}

std::pair<qsizetype, qsizetype> TextReading::inSource(qsizetype from, qsizetype length) const
{
    if (!m_differs)
        return {from, length};
    const qsizetype start = m_origins[static_cast<size_t>(from)].from;
    return {start, m_origins[static_cast<size_t>(from + length - 1)].to - start};
}

} // namespace dtp
