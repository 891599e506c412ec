// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/people_collation.h>

#include <QCollator>
#include <QStringDecoder>
#include <QVarLengthArray>

#include <array>
#include <cstring>
#include <memory>
#include <sqlite3.h>

namespace dtp
{

namespace
{
// A million texts are compared in one look at a column, each with the last of the page: that one is decoded once, and
// short ones without memory of their own.
class DecodedText
{
public:
    QStringView of(const void* text, int length)
    {
        const QByteArrayView bytes(static_cast<const char*>(text), length);
        if (bytes != QByteArrayView(m_bytes.constData(), m_bytes.size())) {
            m_bytes.resize(bytes.size());
            std::memcpy(m_bytes.data(), bytes.data(), static_cast<size_t>(bytes.size()));
            decode(bytes);
        }
        return {m_text.constData(), m_text.size()};
    }

private:
    void decode(QByteArrayView bytes)
    {
        QStringDecoder decoder(QStringDecoder::Utf8);
        m_text.resize(decoder.requiredSpace(bytes.size()));
        const QChar* const end = decoder.appendToBuffer(m_text.data(), bytes);
        m_text.resize(end - m_text.constData());
    }

    QVarLengthArray<char, 128> m_bytes;
    QVarLengthArray<QChar, 256> m_text;
};

struct PeopleCollation {
    QCollator collator;
    std::array<DecodedText, 2> texts;
};

int compareForPeople(void* collation, int lengthA, const void* a, int lengthB, const void* b)
{
    if (lengthA == lengthB && std::memcmp(a, b, static_cast<size_t>(lengthA)) == 0)
        return 0;
    auto* people = static_cast<PeopleCollation*>(collation);
    return people->collator.compare(people->texts[0].of(a, lengthA), people->texts[1].of(b, lengthB));
}

void deleteCollation(void* collation)
{
    delete static_cast<PeopleCollation*>(collation);
}
} // namespace

void addPeopleCollation(sqlite3* database)
{
    auto people = std::make_unique<PeopleCollation>();
    people->collator.setCaseSensitivity(Qt::CaseInsensitive);
    people->collator.setNumericMode(true);
    sqlite3_create_collation_v2(database, "people", SQLITE_UTF8, people.release(), &compareForPeople,
                                &deleteCollation);
}

} // namespace dtp
