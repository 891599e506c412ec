// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <records/countries.h>
#include <records/data_file.h>

#include <QCoreApplication>
#include <QHash>
#include <QtDebug>

static void useCountryFile()
{
    Q_INIT_RESOURCE(dtp_vocabularies);
}

namespace dtp
{

namespace
{
// Without case, accents, punctuation and article; "&" is "and", "St." is "Saint", "U. S. A." is "usa".
QString spellingKey(const QString& text)
{
    QString folded = foldText(text);
    folded.replace(QLatin1Char('&'), QLatin1String(" and "));
    folded.remove(QLatin1Char('.')).remove(QLatin1Char('\'')).remove(QLatin1Char('`'));
    QStringList words = wordsOf(folded);
    if (words.size() > 1 && words.constFirst() == QLatin1String("the"))
        words.removeFirst();
    for (QString& word : words) {
        if (word == QLatin1String("st"))
            word = QStringLiteral("saint");
    }
    const bool isInitials =
        !folded.contains(QLatin1Char('/')) &&
        std::all_of(words.begin(), words.end(), [](const QString& word) { return word.size() == 1; });
    return words.join(isInitials ? QString() : QStringLiteral(" "));
}

struct CountryTable {
    std::vector<Country> all;
    QHash<QString, size_t> byCode;
};

CountryTable readCountries()
{
    useCountryFile();
    CountryTable table;
    const auto rows = readDataFile(QStringLiteral(":/vocabularies/countries.csv"));
    if (!rows) {
        // Cannot happen in a program that was built whole; a country is then its code.
        qWarning("countries.csv: %s", qUtf8Printable(rows.error().detail));
        return table;
    }
    std::vector<std::pair<QString, Country>> byName;
    for (const QStringList& row : *rows)
        byName.push_back(
            {foldText(row.value(1)),
             {row.value(0), row.value(1), row.value(3), row.value(2).split(QLatin1Char('|'), Qt::SkipEmptyParts)}});
    std::sort(byName.begin(), byName.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [name, country] : byName) {
        table.byCode.insert(country.code, table.all.size());
        table.all.push_back(std::move(country));
    }
    return table;
}

const CountryTable& countryTable()
{
    static const CountryTable table = readCountries();
    return table;
}

// Apart, since it takes some milliseconds and showing a country does not need it.
QHash<QString, size_t> readSpellings()
{
    const std::vector<Country>& all = countryTable().all;
    QHash<QString, size_t> bySpelling;
    const auto claim = [&bySpelling](const QString& text, size_t index) {
        const QString key = spellingKey(text);
        if (!bySpelling.contains(key))
            bySpelling.insert(key, index);
    };
    for (size_t i = 0; i < all.size(); ++i) {
        claim(all[i].code, i);
        claim(all[i].name, i);
    }
    for (size_t i = 0; i < all.size(); ++i) {
        for (const QString& spelling : all[i].spellings)
            claim(spelling, i);
    }
    return bySpelling;
}
} // namespace

const std::vector<Country>& countries()
{
    return countryTable().all;
}

const Country* countryByCode(const QString& code)
{
    const CountryTable& table = countryTable();
    const auto found = table.byCode.constFind(code);
    return found == table.byCode.constEnd() ? nullptr : &table.all[*found];
}

QString countryName(const QString& code)
{
    const Country* country = countryByCode(code);
    return country ? QCoreApplication::translate("Countries", country->name.toUtf8().constData()) : code;
}

std::optional<QString> countryFromText(const QString& text)
{
    static const QHash<QString, size_t> bySpelling = readSpellings();
    const QString key = spellingKey(text);
    // "na", "n.a." mean "not available"; Namibia is "NA" only as a code is written.
    if (key == QLatin1String("na") && text.trimmed() != QLatin1String("NA"))
        return std::nullopt;
    const auto found = bySpelling.constFind(key);
    if (key.isEmpty() || found == bySpelling.constEnd())
        return std::nullopt;
    return countryTable().all[*found].code;
}

} // namespace dtp
