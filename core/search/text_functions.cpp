// SPDX-License-Identifier: GPL-3.0-or-later
#include <search/text_functions.h>

#include <base/text.h>
#include <database/connection.h>

#include <QList>
#include <algorithm>
#include <sqlite3.h>

namespace dtp
{

namespace
{
// A text in the forms in which it can be found: folded, and in Latin letters when it has others.
class FoundText
{
public:
    explicit FoundText(sqlite3_value* value)
    {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
        const QByteArrayView text(bytes, bytes ? sqlite3_value_bytes(value) : 0);
        const bool isAscii =
            std::all_of(text.begin(), text.end(), [](char c) { return static_cast<uchar>(c) < 0x80; });
        if (isAscii) {
            m_folded = text.toByteArray().toLower();
            return;
        }
        const QString whole = QString::fromUtf8(text);
        m_folded = foldText(whole).toUtf8();
        m_latin = foldToLatin(whole).toUtf8();
    }
    bool contains(const QByteArray& part) const { return m_folded.contains(part) || m_latin.contains(part); }

private:
    QByteArray m_folded;
    QByteArray m_latin;
};

void containsWords(sqlite3_context* context, int count, sqlite3_value** values)
{
    auto* words = static_cast<QByteArrayList*>(sqlite3_get_auxdata(context, 0));
    if (!words) {
        words =
            new QByteArrayList(QByteArray(reinterpret_cast<const char*>(sqlite3_value_text(values[0]))).split(' '));
        sqlite3_set_auxdata(context, 0, words, [](void* list) { delete static_cast<QByteArrayList*>(list); });
        words = static_cast<QByteArrayList*>(sqlite3_get_auxdata(context, 0));
        if (!words) {
            sqlite3_result_error_nomem(context);
            return;
        }
    }
    std::vector<FoundText> texts;
    texts.reserve(static_cast<size_t>(count));
    for (int i = 1; i < count; ++i)
        texts.emplace_back(values[i]);
    const bool all = std::all_of(words->begin(), words->end(), [&](const QByteArray& word) {
        return std::any_of(texts.begin(), texts.end(), [&](const FoundText& text) { return text.contains(word); });
    });
    sqlite3_result_int(context, all ? 1 : 0);
}

// Of plain letters, without a copy: of a million texts most are.
bool hasAscii(QByteArrayView text, QByteArrayView foldedPart)
{
    const auto same = [](char c, char folded) { return (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) == folded; };
    return std::search(text.begin(), text.end(), foldedPart.begin(), foldedPart.end(), same) != text.end() ||
           foldedPart.isEmpty();
}

bool isAscii(QByteArrayView text)
{
    unsigned char all = 0;
    for (const char c : text)
        all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
    return all < 0x80;
}

QByteArrayView textOf(sqlite3_value* value)
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return {bytes, bytes ? sqlite3_value_bytes(value) : 0};
}

void containsText(sqlite3_context* context, int, sqlite3_value** values)
{
    const QByteArrayView part = textOf(values[0]);
    const QByteArrayView text = textOf(values[1]);
    const bool contains = isAscii(text)
                              ? hasAscii(text, part)
                              : FoundText(values[1]).contains(QByteArray::fromRawData(part.data(), part.size()));
    sqlite3_result_int(context, contains ? 1 : 0);
}
} // namespace

Result<> addTextFunctions(sqlite3* database)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    for (const int code : {sqlite3_create_function_v2(database, "contains_words", -1, flags, nullptr, &containsWords,
                                                      nullptr, nullptr, nullptr),
                           sqlite3_create_function_v2(database, "contains_text", 2, flags, nullptr, &containsText,
                                                      nullptr, nullptr, nullptr)}) {
        if (code != SQLITE_OK)
            return tl::unexpected<Error>(sqliteError(database));
    }
    return {};
}

} // namespace dtp
