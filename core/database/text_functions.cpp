// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/text_functions.h>

#include <base/text.h>
#include <database/connection.h>

#include <QList>
#include <algorithm>
#include <array>
#include <cstring>
#include <sqlite3.h>
#include <string>
#include <string_view>

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

// Makes eight plain letters small; false: there are others.
bool foldEight(quint64& letters)
{
    constexpr quint64 each = 0x0101010101010101;
    if ((letters & each * 0x80) != 0)
        return false;
    // The highest bit of a byte says: it is A or behind; it is behind Z.
    const quint64 fromA = letters + each * (0x80 - 'A');
    const quint64 behindZ = letters + each * (0x80 - 'Z' - 1);
    letters |= (fromA & ~behindZ & each * 0x80) >> 2;
    return true;
}

// As foldText() does plain letters, without its cost: of a million texts most are plain. False: there are others.
bool foldAscii(QByteArrayView text, char* folded)
{
    quint64 letters = 0;
    qsizetype at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::memcpy(&letters, text.data() + at, 8);
        if (!foldEight(letters))
            return false;
        std::memcpy(folded + at, &letters, 8);
    }
    for (; at < text.size(); ++at) {
        letters = static_cast<uchar>(text.at(at));
        if (!foldEight(letters))
            return false;
        folded[at] = static_cast<char>(letters);
    }
    return true;
}

QByteArrayView textOf(sqlite3_value* value)
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return {bytes, bytes ? sqlite3_value_bytes(value) : 0};
}

bool containsFolded(QByteArrayView text, QByteArrayView part, sqlite3_value* value)
{
    std::array<char, 256> shortText;
    QByteArray longText;
    char* folded = shortText.data();
    if (text.size() > static_cast<qsizetype>(shortText.size())) {
        longText.resize(text.size());
        folded = longText.data();
    }
    const auto length = [](qsizetype size) { return static_cast<size_t>(size); };
    if (!foldAscii(text, folded))
        return FoundText(value).contains(QByteArray::fromRawData(part.data(), part.size()));
    return std::string_view(folded, length(text.size())).find(std::string_view(part.data(), length(part.size()))) !=
           std::string_view::npos;
}

// The text that was asked last: along an index equal ones come one after the other.
struct LastText {
    std::string text;
    bool contains = false;
};

// The part is the same for a whole statement, or SQLite forgets what was kept with it.
void containsText(sqlite3_context* context, int, sqlite3_value** values)
{
    const QByteArrayView text = textOf(values[1]);
    const std::string_view view(text.data(), static_cast<size_t>(text.size()));
    auto* last = static_cast<LastText*>(sqlite3_get_auxdata(context, 0));
    if (last && last->text == view) {
        sqlite3_result_int(context, last->contains ? 1 : 0);
        return;
    }
    const bool contains = containsFolded(text, textOf(values[0]), values[1]);
    sqlite3_result_int(context, contains ? 1 : 0);
    if (last) {
        last->text = view;
        last->contains = contains;
    } else {
        sqlite3_set_auxdata(context, 0, new LastText{std::string(view), contains},
                            [](void* kept) { delete static_cast<LastText*>(kept); });
    }
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
