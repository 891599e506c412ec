// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/kind_functions.h>
#include <records/record_type.h>

namespace dtp
{

using namespace kinds;

// A table reads best as a table.
// clang-format off

const std::vector<KindTraits>& allKinds()
{
    using K = FieldKind;
    using S = StoredAs;
    using C = ChosenFrom;
    using T = TimeTold;
    static const std::vector<KindTraits> all = {
        KindTraits{K::Text, "text", S::Text, C::Nothing,
            parseLine, noProblem, isEmptyText, showText, exchangeText, briefAsShown, foldedExchange, orderText}
            .prose().leading(1),
        KindTraits{K::LongText, "long_text", S::Text, C::Nothing,
            parseProse, noProblem, isEmptyText, showText, exchangeText, briefAsShown, foldedExchange, orderText}
            .prose().ofLines().leading(2),
        KindTraits{K::RichText, "rich_text", S::Text, C::Nothing,
            parseProse, noProblem, isEmptyText, showText, exchangeText, briefAsShown, foldedExchange, orderStored}
            .ofLines(),
        KindTraits{K::Integer, "integer", S::Integer, C::Nothing,
            parseInteger, problemOfInteger, isNull, showText, exchangeText, briefWithLabel, foldedExchange, orderNumber}
            .number(),
        KindTraits{K::Decimal, "decimal", S::Real, C::Nothing,
            parseDecimal, problemOfDecimal, isNull, showDecimal, exchangeDecimal, briefAsShown, foldedExchange, orderNumber}
            .number(),
        KindTraits{K::Flag, "flag", S::Integer, C::Nothing,
            parseFlag, noProblem, isNull, showFlag, exchangeFlag, briefFlag, foldedFlag, orderStored},
        KindTraits{K::PartialDate, "partial_date", S::Text, C::Nothing,
            parsePartialDate, problemOfPartialDate, isEmptyText, showPartialDate, exchangeText, briefWithLabel,
            foldedExchange, orderPartialDate}
            .telling(T::PartOfDay),
        KindTraits{K::Date, "date", S::Text, C::Nothing,
            parseDate, problemOfDate, isEmptyText, showDate, exchangeText, briefWithLabel, foldedExchange, orderTime}
            .telling(T::Day).namingNothing().leading(4),
        KindTraits{K::DateTime, "date_time", S::Text, C::Nothing,
            parseDateTime, problemOfDateTime, isEmptyText, showDateTime, exchangeText, briefAsShown, foldedExchange,
            orderTime}
            .telling(T::Moment),
        KindTraits{K::Country, "country", S::Text, C::Countries,
            parseCountry, problemOfCountry, isEmptyText, showCountry, exchangeCountry, briefAsShown, foldedExchange,
            orderCountry},
        KindTraits{K::Vocabulary, "vocabulary", S::Text, C::Vocabulary,
            parseCode, noProblem, isEmptyText, showCode, exchangeCode, briefAsShown, foldedExchange, orderCode}
            .leading(3),
        KindTraits{K::Phone, "phone", S::Text, C::Nothing,
            parsePhone, noProblem, isEmptyText, showText, exchangeText, briefAsShown, foldedExchange, orderStored},
        KindTraits{K::Email, "email", S::Text, C::Nothing,
            parseEmail, problemOfEmail, isEmptyText, showText, exchangeText, briefAsShown, foldedExchange, orderText},
        KindTraits{K::Url, "url", S::Text, C::Nothing,
            parseUrl, noProblem, isEmptyText, showText, exchangeText, briefAsShown, foldedExchange, orderText},
        KindTraits{K::Reference, "reference", S::Integer, C::Records,
            parseReference, noProblem, isNoKey, showReference, exchangeReference, briefAsShown, foldedExchange,
            orderReference},
        KindTraits{K::Blob, "blob", S::Blob, C::Nothing,
            parseBlob, noProblem, isEmptyBlob, showBlob, exchangeBlob, briefAsShown, foldedExchange, orderStored}
            .namingNothing(),
    };
    return all;
}

// clang-format on

const KindTraits& traitsOf(FieldKind kind)
{
    // Complete and in order, which a test holds it to.
    static const KindTraits* const rows = allKinds().data();
    return rows[static_cast<size_t>(kind)];
}

const Field* titleField(Entity entity)
{
    const RecordType& type = recordType(entity);
    for (const char* name : {"title", "name", "text"}) {
        if (const int index = type.indexOf(name); index >= 0)
            return &type.fields[static_cast<size_t>(index)];
    }
    return nullptr;
}

} // namespace dtp
