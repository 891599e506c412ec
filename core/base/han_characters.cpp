// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/han_characters.h>

#include <QHash>
#include <algorithm>
#include <memory>
#include <unicode/translit.h>

namespace dtp
{

namespace
{
constexpr char16_t firstHan = 0x3400;
constexpr char16_t lastHan = 0x9FFF;

bool isHan(QChar c)
{
    return c.unicode() >= firstHan && c.unicode() <= lastHan;
}

struct Characters {
    QHash<QChar, QChar> simplified;    // of those that have another form
    QHash<QChar, QString> traditional; // all of one form
};

Characters readCharacters()
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> rules(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    Characters made;
    if (!rules)
        return made;
    // Each by itself, all at once.
    icu::UnicodeString all;
    for (char16_t c = firstHan; c <= lastHan; ++c)
        all.append(c).append(u' ');
    rules->transliterate(all);
    const auto forms = QString::fromUtf16(all.getBuffer(), all.length()).split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < forms.size(); ++i) {
        const QChar c(static_cast<char16_t>(firstHan + i));
        if (forms[i].size() != 1 || forms[i].front() == c)
            continue;
        made.simplified.insert(c, forms[i].front());
        made.traditional[forms[i].front()] += c;
    }
    return made;
}

const Characters& characters()
{
    static const Characters all = readCharacters();
    return all;
}
} // namespace

bool hasHan(const QString& text)
{
    return std::any_of(text.begin(), text.end(), isHan);
}

QString inSimplifiedHan(QString text)
{
    if (!hasHan(text))
        return text;
    for (QChar& c : text) {
        if (isHan(c))
            c = characters().simplified.value(c, c);
    }
    return text;
}

QStringList hanSpellings(const QString& word)
{
    constexpr qsizetype most = 32;
    QStringList all{QString()};
    if (!hasHan(word))
        return {word};
    for (const QChar c : inSimplifiedHan(word)) {
        const QString ways = c + characters().traditional.value(c);
        QStringList longer;
        for (const QString& one : all) {
            for (const QChar way : ways) {
                if (longer.size() < most)
                    longer.append(one + way);
            }
        }
        all = std::move(longer);
    }
    all.removeAll(word);
    all.prepend(word);
    return all;
}

} // namespace dtp
