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
    QHash<QString, size_t> bySpelling;
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
    for (const QStringList& row : *rows)
        table.all.push_back(
            {row.value(0), row.value(1), row.value(3), row.value(2).split(QLatin1Char('|'), Qt::SkipEmptyParts)});
    std::sort(table.all.begin(), table.all.end(),
              [](const Country& a, const Country& b) { return foldText(a.name) < foldText(b.name); });
    const auto claim = [&table](const QString& text, size_t index) {
        const QString key = spellingKey(text);
        if (!table.bySpelling.contains(key))
            table.bySpelling.insert(key, index);
    };
    for (size_t i = 0; i < table.all.size(); ++i) {
        table.byCode.insert(table.all[i].code, i);
        claim(table.all[i].code, i);
        claim(table.all[i].name, i);
    }
    for (size_t i = 0; i < table.all.size(); ++i) {
        for (const QString& spelling : table.all[i].spellings)
            claim(spelling, i);
    }
    return table;
}

const CountryTable& countryTable()
{
    static const CountryTable table = readCountries();
    return table;
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
    const CountryTable& table = countryTable();
    const QString key = spellingKey(text);
    // "na", "n.a." mean "not available"; Namibia is "NA" only as a code is written.
    if (key == QLatin1String("na") && text.trimmed() != QLatin1String("NA"))
        return std::nullopt;
    const auto found = table.bySpelling.constFind(key);
    if (key.isEmpty() || found == table.bySpelling.constEnd())
        return std::nullopt;
    return table.all[*found].code;
}

} // namespace dtp
