// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/amounts.h>
#include <records/kinds.h>
#include <records/record_type.h>
#include <support/catch.h>

using namespace dtp;

namespace
{
class FewWords final : public Words
{
public:
    const Vocabulary& vocabulary(const QString& name) const override
    {
        static const Vocabulary genders = builtInVocabulary(QStringLiteral("genders")).value();
        REQUIRE(name == QLatin1String("genders"));
        return genders;
    }
    QString titleOf(Entity, qint64 id) const override { return id == 7 ? QStringLiteral("Green Mekong") : QString(); }
    Result<qint64> recordCalled(Entity, const QString& text) const override
    {
        if (text == QLatin1String("Green Mekong"))
            return 7;
        return fail(QStringLiteral("There is no organisation called “%1”.").arg(text));
    }
};

Field fieldOf(FieldKind kind)
{
    Field field{"thing", "Thing", kind, nullptr, nullptr};
    field.vocabulary = kind == FieldKind::Vocabulary ? "genders" : "";
    field.reference = kind == FieldKind::Reference ? Entity::Organisation : Entity::None;
    return field;
}

Result<QVariant> parsed(FieldKind kind, const char* text, DateOrder order = DateOrder::DayMonthYear)
{
    const FewWords words;
    return traitsOf(kind).parse(fieldOf(kind), QString::fromUtf8(text), {&words, order, QLocale::c()});
}

struct Example {
    FieldKind kind;
    const char* typed;
    QVariant stored;
    const char* shown;     // in English of Britain
    const char* exchanged; // for other programs
    const char* brief;
};

std::vector<Example> examples()
{
    using K = FieldKind;
    const auto text = [](const char* t) { return QVariant(QString::fromUtf8(t)); };
    return {
        {K::Text, " Sok  Dara ", text("Sok Dara"), "Sok Dara", "Sok Dara", "Sok Dara"},
        {K::LongText, "one\ntwo \n", text("one\ntwo"), "one\ntwo", "one\ntwo", "one\ntwo"},
        {K::RichText, "**one**", text("**one**"), "**one**", "**one**", "**one**"},
        {K::Integer, "1975.0", qint64(1975), "1975", "1975", "thing 1975"},
        {K::Decimal, "1234.5", 1234.5, "1,234.50", "1234.5", "1,234.50"},
        {K::Flag, "✓", qint64(1), "Yes", "Yes", "Thing"},
        {K::Flag, "n", qint64(0), "No", "No", ""},
        {K::PartialDate, "about June 1997", text("~1997-06"), "about June 1997", "~1997-06", "thing about June 1997"},
        {K::Date, "14 June 1997", text("1997-06-14"), "14/06/1997", "1997-06-14", "thing 14/06/1997"},
        {K::DateTime, "14 June 1997, 9.30 pm", text("1997-06-14T21:30"), "14/06/1997 21:30", "1997-06-14T21:30",
         "14/06/1997 21:30"},
        {K::Country, "Viet Nam", text("VN"), "Vietnam", "Vietnam", "Vietnam"},
        {K::Vocabulary, "Female", text("female"), "Woman", "Woman", "Woman"},
        {K::Phone, "+855 12 345 678", text("+855 12 345 678"), "+855 12 345 678", "+855 12 345 678",
         "+855 12 345 678"},
        {K::Email, "mailto:dara@example.org", text("dara@example.org"), "dara@example.org", "dara@example.org",
         "dara@example.org"},
        {K::Url, "www.example.org", text("www.example.org"), "www.example.org", "www.example.org", "www.example.org"},
        {K::Reference, "Green Mekong", qint64(7), "Green Mekong", "Green Mekong", "Green Mekong"},
    };
}
} // namespace

TEST_CASE("every kind has its row of traits, in the order of the enum", "[kinds]")
{
    REQUIRE(allKinds().size() == static_cast<size_t>(FieldKind::Blob) + 1);
    QSet<QString> names;
    for (size_t i = 0; i < allKinds().size(); ++i) {
        const KindTraits& kind = allKinds()[i];
        INFO(kind.name);
        CHECK(static_cast<size_t>(kind.kind) == i);
        CHECK(&traitsOf(kind.kind) == &kind);
        names.insert(QLatin1String(kind.name));
        CHECK((kind.parse && kind.problem && kind.isEmpty && kind.show && kind.exchange && kind.brief && kind.folded &&
               kind.order));
    }
    CHECK(names.size() == static_cast<qsizetype>(allKinds().size()));
}

TEST_CASE("what is typed is understood, shown, and written so that it is understood again", "[kinds]")
{
    const FewWords words;
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    QSet<int> seen{static_cast<int>(FieldKind::Blob)};
    for (const Example& example : examples()) {
        const KindTraits& kind = traitsOf(example.kind);
        const Field field = fieldOf(example.kind);
        INFO(kind.name << " " << example.typed);
        seen.insert(static_cast<int>(example.kind));
        const auto stored = parsed(example.kind, example.typed);
        REQUIRE(stored);
        CHECK(*stored == example.stored);
        CHECK_FALSE(kind.isEmpty(*stored));
        CHECK(kind.problem(*stored).isEmpty());
        CHECK(kind.show(field, *stored, words, british) == QString::fromUtf8(example.shown));
        CHECK(kind.brief(field, *stored, words, british) == QString::fromUtf8(example.brief));
        const QString exchanged = kind.exchange(field, *stored, words);
        CHECK(exchanged == QString::fromUtf8(example.exchanged));
        CHECK(parsed(example.kind, exchanged.toUtf8().constData()).value() == example.stored);
    }
    CHECK(seen.size() == static_cast<qsizetype>(allKinds().size()));
}

TEST_CASE("what is not understood is said, and never becomes nothing or zero", "[kinds]")
{
    using K = FieldKind;
    const std::vector<std::tuple<FieldKind, const char*, const char*>> bad = {
        {K::Integer, "abc", "“abc” is no whole number."},
        {K::Integer, "12.5", "“12.5” is no whole number."},
        {K::Integer, "99999999999", "“99999999999” is too large a number."},
        {K::Decimal, "nan", "“nan” is no number."},
        {K::Decimal, "12 baht", "“12 baht” says a currency as well: write 12 here, and THB as the currency."},
        {K::Decimal, "Rp 1.200.000,-",
         "“Rp 1.200.000,-” says a currency as well: write 1200000 here, and IDR as the currency."},
        {K::Decimal, "$ 12",
         "“$ 12” says a currency as well: write 12 here, and the three letters of the currency as such."},
        {K::Decimal, "EUR 1.200", "“EUR 1.200” can mean 1200 or 1.2: write which of the two it is."},
        {K::Decimal, "1,200", "“1,200” can mean 1200 or 1.2: write which of the two it is."},
        {K::Decimal, "1.2345", "“1.2345” has more decimals than any currency: write 1.23, for example."},
        {K::Decimal, "about 12", "“about 12” is no number."},
        {K::Decimal, "1.200", "“1.200” can mean 1200 or 1.2: write which of the two it is."},
        {K::Integer, "1.000", "“1.000” can mean 1000 or 1: write which of the two it is."},
        {K::Flag, "perhaps", "“perhaps” is neither yes nor no."},
        {K::PartialDate, "the rainy season", "“the rainy season” is no date: write 1997, June 1997 or 14 June 1997."},
        {K::PartialDate, "31 February 1997", "“31 February 1997” is no date: write 1997, June 1997 or 14 June 1997."},
        {K::Date, "June 1997", "“June 1997” is no exact day: write it like 14 June 1997."},
        {K::Date, "about 14 June 1997", "“about 14 June 1997” is no exact day: write it like 14 June 1997."},
        {K::Date, "soon", "“soon” is no date: write 14 June 1997."},
        {K::DateTime, "14 June 1997 25:00", "“14 June 1997 25:00” is no date with time: write 14 June 2026 09:30."},
        {K::Country, "Ruritania", "“Ruritania” is no country that the program knows."},
        {K::Vocabulary, "dragon %2", "“dragon %2” is none of the words for “Thing”."},
        {K::Phone, "by post", "“by post” is no phone number."},
        {K::Email, "dara at example", "“dara at example” is no e-mail address: it needs an @ and a domain."},
        {K::Url, "no website", "“no website” is no web address."},
        {K::Reference, "Blue Mekong", "There is no organisation called “Blue Mekong”."},
        {K::Blob, "cat.png", "A picture cannot be written as text."},
    };
    for (const auto& [kind, text, sentence] : bad) {
        INFO(text);
        const auto result = parsed(kind, text);
        REQUIRE_FALSE(result);
        CHECK(result.error().sentence == QString::fromUtf8(sentence));
        CHECK(result.error().detail.isEmpty());
    }
}

TEST_CASE("an empty text is the empty value of every kind", "[kinds]")
{
    for (const KindTraits& kind : allKinds()) {
        INFO(kind.name);
        for (const char* text : {"", "  ", "\n"}) {
            const auto stored = parsed(kind.kind, text);
            REQUIRE(stored);
            if (kind.kind == FieldKind::Flag)
                CHECK(*stored == QVariant(qint64(0)));
            else
                CHECK(kind.isEmpty(*stored));
        }
        CHECK(kind.isEmpty(QVariant()));
    }
}

TEST_CASE("the order of day and month is the caller's", "[kinds]")
{
    CHECK(parsed(FieldKind::Date, "3/4/1997").value() == QVariant(QStringLiteral("1997-04-03")));
    CHECK(parsed(FieldKind::Date, "3/4/1997", DateOrder::MonthDayYear).value() ==
          QVariant(QStringLiteral("1997-03-04")));
    CHECK(parsed(FieldKind::PartialDate, "3/4/1997", DateOrder::MonthDayYear).value() ==
          QVariant(QStringLiteral("1997-03-04")));
    CHECK(parsed(FieldKind::DateTime, "3/4/1997 10:00", DateOrder::MonthDayYear).value() ==
          QVariant(QStringLiteral("1997-03-04T10:00")));
}

TEST_CASE("a number with a comma is read as its locale writes it", "[kinds]")
{
    const FewWords words;
    const Reading german{&words, DateOrder::DayMonthYear, QLocale(QLocale::German)};
    const auto read = [&](FieldKind kind, const char* text) {
        return traitsOf(kind).parse(fieldOf(kind), QString::fromUtf8(text), german).value();
    };
    CHECK(read(FieldKind::Decimal, "1.234,5") == QVariant(1234.5));
    CHECK(read(FieldKind::Integer, "1.234") == QVariant(qint64(1234)));
    CHECK(parsed(FieldKind::Decimal, "1,234.5").value() == QVariant(1234.5));
}

TEST_CASE("what can be thousands or decimals is asked, unless its locale makes it clear", "[kinds]")
{
    const FewWords words;
    const auto read = [&](const char* text, const QLocale& locale) {
        const Reading reading{&words, DateOrder::DayMonthYear, locale};
        const auto number =
            traitsOf(FieldKind::Decimal).parse(fieldOf(FieldKind::Decimal), QString::fromUtf8(text), reading);
        return number ? number->toString() : number.error().sentence;
    };
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QLocale german(QLocale::German);
    const QLocale french(QLocale::French);
    const QString asked = QStringLiteral(" can mean 1200 or 1");
    CHECK(read("1.200", english).contains(asked));
    CHECK(read("1,200", english) == QStringLiteral("1200"));
    CHECK(read("1,200", german).contains(asked));
    CHECK(read("1.200", german) == QStringLiteral("1200"));
    CHECK(read("1.200", french).contains(asked));
    for (const char* clear : {"0.500", "1.20", "1200.500", "1200", "1.2", "12.5"})
        CHECK(read(clear, english).toDouble() == QString::fromLatin1(clear).toDouble());
    for (const QLocale& each : {english, german, french, QLocale::c()}) {
        CHECK(read("1.200.000,-", each).toDouble() == 1'200'000);
        CHECK(read("1,200,000.00", each).toDouble() == 1'200'000);
        CHECK(read("1.200,50", each).toDouble() == 1200.5);
        CHECK(read("1200,-", each).toDouble() == 1200);
    }
}

TEST_CASE("a number with three decimals is written so that it is read again", "[kinds]")
{
    const Field field = fieldOf(FieldKind::Decimal);
    const FewWords words;
    for (const QLocale& locale : {QLocale(QLocale::English, QLocale::UnitedKingdom), QLocale(QLocale::German),
                                  QLocale(QLocale::French), QLocale(QLocale::Arabic), QLocale::c()}) {
        for (const double number : {1.255, 125.5, 1255.0, 1255.125, 1234567.0, 0.125, 12.5}) {
            const Reading reading{&words, DateOrder::DayMonthYear, locale};
            const QString text = clearNumber(number, locale);
            INFO(text.toStdString());
            CHECK(traitsOf(field).parse(field, text, reading).value() == QVariant(number));
        }
    }
    CHECK(traitsOf(field).exchange(field, 1.255, words) == QStringLiteral("1.2550"));
    CHECK(parsed(FieldKind::Decimal, "1.255").error().sentence ==
          QString::fromUtf8("“1.255” can mean 1255 or 1.2550: write which of the two it is."));
}

TEST_CASE("a value is found without case and accents", "[kinds]")
{
    const FewWords words;
    const auto folded = [&](FieldKind kind, const QVariant& stored) {
        return traitsOf(kind).folded(fieldOf(kind), stored, words);
    };
    CHECK(folded(FieldKind::Text, QStringLiteral("Đặng")) == QLatin1String("dang"));
    CHECK(folded(FieldKind::Country, QStringLiteral("VN")) == QLatin1String("vietnam"));
    CHECK(folded(FieldKind::Reference, qint64(7)) == QLatin1String("green mekong"));
    CHECK(folded(FieldKind::Flag, qint64(1)) == QLatin1String("thing"));
    CHECK(folded(FieldKind::Flag, qint64(0)).isEmpty());
}

TEST_CASE("a kind says what it tells: a time, lines, free text, another record", "[kinds]")
{
    const auto kindsWith = [](auto holds) {
        QStringList names;
        for (const KindTraits& kind : allKinds()) {
            if (holds(kind))
                names.append(QLatin1String(kind.name));
        }
        return names.join(QLatin1Char(' '));
    };
    CHECK(kindsWith([](const KindTraits& kind) { return kind.isTime(); }) ==
          QLatin1String("partial_date date date_time"));
    CHECK(kindsWith([](const KindTraits& kind) { return kind.hasLines; }) == QLatin1String("long_text rich_text"));
    CHECK(kindsWith([](const KindTraits& kind) { return kind.isProseLine(); }) == QLatin1String("text"));
    CHECK(kindsWith([](const KindTraits& kind) { return kind.isFreeText(); }) ==
          QLatin1String("text long_text rich_text phone email url"));
    CHECK(kindsWith([](const KindTraits& kind) { return kind.isReference(); }) == QLatin1String("reference"));
    CHECK(kindsWith([](const KindTraits& kind) { return !kind.isShown(); }) == QLatin1String("blob"));
}

TEST_CASE("a line without an end is refused with its length, and lines without end are not", "[kinds]")
{
    const QByteArray endless(100000, 'x');
    const auto line = parsed(FieldKind::Text, endless);
    REQUIRE_FALSE(line);
    CHECK(line.error().sentence.endsWith(QString::fromUtf8("…” is too long for one line: it has 100,000 letters, and "
                                                           "2,000 fit.")));
    CHECK(parsed(FieldKind::LongText, endless));
    CHECK(parsed(FieldKind::Text, QByteArray(2000, 'x')));
}
