// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <records/record_type.h>
#include <records/vocabulary.h>
#include <support/catch.h>

#include <QRegularExpression>
#include <QSet>

using namespace dtp;

namespace
{
Vocabulary words(const QString& name)
{
    auto vocabulary = builtInVocabulary(name);
    REQUIRE_OK(vocabulary);
    return *vocabulary;
}

QString code(const char* vocabulary, const char* text)
{
    return words(QString::fromLatin1(vocabulary)).codeFor(QString::fromUtf8(text)).value_or(QStringLiteral("none"));
}
} // namespace

TEST_CASE("every vocabulary that a field table names comes with the program", "[vocabularies]")
{
    const QStringList names = builtInVocabularies();
    CHECK_FALSE(names.contains(QStringLiteral("countries")));
    QSet<QString> used;
    for (const RecordType& type : allRecordTypes()) {
        for (const Field& field : type.fields) {
            INFO(type.table << "." << field.name);
            CHECK((field.kind == FieldKind::Vocabulary) == (*field.vocabulary != '\0'));
            if (*field.vocabulary) {
                CHECK(names.contains(QLatin1String(field.vocabulary)));
                used.insert(QLatin1String(field.vocabulary));
            }
        }
    }
    CHECK(used == QSet<QString>(names.begin(), names.end()));
}

TEST_CASE("the value that a new record starts with is a word of its vocabulary", "[vocabularies]")
{
    for (const RecordType& type : allRecordTypes()) {
        const RecordValues fresh(type.entity);
        for (size_t i = 0; i < type.fields.size(); ++i) {
            const Field& field = type.fields[i];
            const QString value = fresh.fields.at(static_cast<qsizetype>(i)).toString();
            if (field.kind != FieldKind::Vocabulary || value.isEmpty())
                continue;
            INFO(type.table << "." << field.name);
            CHECK(words(QLatin1String(field.vocabulary)).codeFor(value) == value);
            CHECK(words(QLatin1String(field.vocabulary)).labelOf(value) != value);
        }
    }
}

TEST_CASE("codes are plain, labels are there and nothing stands for two words", "[vocabularies]")
{
    const QRegularExpression plain(QStringLiteral("^[a-z][a-z0-9_]*$"));
    for (const QString& name : builtInVocabularies()) {
        const Vocabulary vocabulary = words(name);
        CHECK(vocabulary.name() == name);
        CHECK_FALSE(vocabulary.terms().empty());
        for (const VocabularyTerm& term : vocabulary.terms()) {
            INFO(name.toStdString() << " " << term.code.toStdString());
            CHECK(plain.match(term.code).hasMatch());
            CHECK_FALSE(term.label.isEmpty());
            CHECK(vocabulary.codeFor(term.code) == term.code);
            CHECK(vocabulary.codeFor(term.label) == term.code);
            CHECK(vocabulary.labelOf(term.code) == term.label);
            for (const QString& spelling : term.spellings) {
                INFO(spelling.toStdString());
                CHECK(vocabulary.codeFor(spelling) == term.code);
            }
        }
    }
}

TEST_CASE("words are understood by code, label and spelling, without case, accents and punctuation", "[vocabularies]")
{
    CHECK(code("genders", "F") == QStringLiteral("female"));
    CHECK(code("genders", "Woman") == QStringLiteral("female"));
    CHECK(code("genders", "Ms.") == QStringLiteral("female"));
    CHECK(code("genders", "MALE") == QStringLiteral("male"));
    CHECK(code("genders", "non binary") == QStringLiteral("non_binary"));
    CHECK(code("genders", "หญิง") == QStringLiteral("female"));
    CHECK(code("yes_no", "Y") == QStringLiteral("yes"));
    CHECK(code("yes_no", "1") == QStringLiteral("yes"));
    CHECK(code("yes_no", "?") == QStringLiteral("unknown"));
    CHECK(code("yes_no", "✓") == QStringLiteral("yes"));
    CHECK(code("sectors", "Faith-based organisation") == QStringLiteral("faith_network"));
    CHECK(code("issues", "BHR") == QStringLiteral("business"));
    CHECK(code("issues", "LGBTQIA+") == QStringLiteral("lgbtqia"));
    CHECK(code("skills", "train the trainers") == QStringLiteral("training_of_trainers"));
    CHECK(code("languages", "Filipino") == QStringLiteral("tl"));
    CHECK(code("genders", "") == QStringLiteral("none"));
    CHECK(code("genders", "zebra") == QStringLiteral("none"));
}

TEST_CASE("there are enough words to describe the work", "[vocabularies]")
{
    CHECK(words(QStringLiteral("issues")).terms().size() >= 25);
    CHECK(words(QStringLiteral("skills")).terms().size() >= 30);
    CHECK(words(QStringLiteral("languages")).terms().size() >= 80);
    CHECK(words(QStringLiteral("gap_categories")).terms().size() == 4);
}

TEST_CASE("an unknown code is shown as it is, an unknown vocabulary is told", "[vocabularies]")
{
    CHECK(words(QStringLiteral("sectors")).labelOf(QStringLiteral("guild")) == QStringLiteral("guild"));
    CHECK_FALSE(builtInVocabulary(QStringLiteral("colours")));
    CHECK_FALSE(builtInVocabulary(QStringLiteral("../vocabularies/sectors")));
    CHECK_FALSE(builtInVocabulary(QString()));
    CHECK_FALSE(Vocabulary().codeFor(QStringLiteral("x")));
    CHECK(Vocabulary().labelOf(QStringLiteral("x")) == QStringLiteral("x"));
}

TEST_CASE("where users made two words alike, a code goes before a label, a label before a spelling", "[vocabularies]")
{
    const Vocabulary mixed(
        QStringLiteral("mixed"),
        {{QStringLiteral("a"), QStringLiteral("First"), {QStringLiteral("b"), QStringLiteral("Second")}, {}},
         {QStringLiteral("b"), QStringLiteral("Second"), {QStringLiteral("First")}, {}}});
    CHECK(mixed.codeFor(QStringLiteral("B")) == QStringLiteral("b"));
    CHECK(mixed.codeFor(QStringLiteral("second")) == QStringLiteral("b"));
    CHECK(mixed.codeFor(QStringLiteral("first")) == QStringLiteral("a"));
}
