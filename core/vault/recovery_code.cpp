// SPDX-License-Identifier: GPL-3.0-or-later
#include <vault/recovery_code.h>

#include "cipher.h"

namespace dtp::vault
{

namespace
{
const QString letters = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr qsizetype codeLength = 26; // 130 bits
constexpr qsizetype wholeLength = codeLength + 2;
constexpr qsizetype groupLength = 4;

QString checkOf(const QString& code)
{
    const QByteArray digest = sha256(code.toLatin1());
    return QString(letters.at(static_cast<unsigned char>(digest.at(0)) & 31)) +
           letters.at(static_cast<unsigned char>(digest.at(1)) & 31);
}
} // namespace

QString newRecoveryCode()
{
    // Each letter has five bits of a byte of its own.
    const QByteArray random = randomBytes(codeLength);
    QString code;
    for (const char byte : random)
        code += letters.at(static_cast<unsigned char>(byte) & 31);
    code += checkOf(code);
    for (qsizetype at = wholeLength - groupLength; at > 0; at -= groupLength)
        code.insert(at, QLatin1Char('-'));
    return code;
}

std::optional<QString> readRecoveryCode(const QString& typed)
{
    QString code;
    for (const QChar typedLetter : typed.toUpper()) {
        if (typedLetter.isSpace() || typedLetter.category() == QChar::Punctuation_Dash)
            continue;
        const QChar letter = typedLetter == QLatin1Char('O')                                      ? QLatin1Char('0')
                             : typedLetter == QLatin1Char('I') || typedLetter == QLatin1Char('L') ? QLatin1Char('1')
                                                                                                  : typedLetter;
        if (!letters.contains(letter) || code.size() == wholeLength)
            return std::nullopt;
        code += letter;
    }
    if (code.size() != wholeLength || checkOf(code.left(codeLength)) != code.mid(codeLength))
        return std::nullopt;
    for (qsizetype at = wholeLength - groupLength; at > 0; at -= groupLength)
        code.insert(at, QLatin1Char('-'));
    return code;
}

} // namespace dtp::vault
