// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <standards/countries.h>
#include <standards/data_file.h>

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

QStringList countriesMeantBy(const QString& text)
{
    // What two states, or none, are called by itself. Guinea, Samoa and Sudan are the whole names of one.
    static const QHash<QString, QStringList> meant{
        {QStringLiteral("congo"), {QStringLiteral("CD"), QStringLiteral("CG")}},
        {QStringLiteral("korea"), {QStringLiteral("KR"), QStringLiteral("KP")}},
        {QStringLiteral("korean"), {QStringLiteral("KR"), QStringLiteral("KP")}},
        {QStringLiteral("virgin islands"), {QStringLiteral("VG"), QStringLiteral("VI")}},
        {QStringLiteral("guiana"), {QStringLiteral("GY"), QStringLiteral("GF")}},
        {QStringLiteral("new guinea"), {QStringLiteral("PG"), QStringLiteral("ID")}},
        {QStringLiteral("papua"), {QStringLiteral("PG"), QStringLiteral("ID")}},
        {QStringLiteral("timor"), {QStringLiteral("TL"), QStringLiteral("ID")}},
        {QStringLiteral("borneo"), {QStringLiteral("ID"), QStringLiteral("MY"), QStringLiteral("BN")}},
        {QStringLiteral("kashmir"), {QStringLiteral("IN"), QStringLiteral("PK")}},
        {QStringLiteral("bengal"), {QStringLiteral("BD"), QStringLiteral("IN")}},
        {QStringLiteral("punjab"), {QStringLiteral("IN"), QStringLiteral("PK")}}};
    return meant.value(spellingKey(text));
}

// "dem rep of timor leste"
static QString withWholeWords(const QString& key)
{
    static const QHash<QString, QString> whole{{QStringLiteral("rep"), QStringLiteral("republic")},
                                               {QStringLiteral("dem"), QStringLiteral("democratic")},
                                               {QStringLiteral("fed"), QStringLiteral("federal")},
                                               {QStringLiteral("isl"), QStringLiteral("islamic")}};
    QStringList words = key.split(QLatin1Char(' '));
    for (QString& word : words)
        word = whole.value(word, word);
    return words.join(QLatin1Char(' '));
}

// "republic of fiji", "islamic republic of iran", "iran islamic republic of" without what states call themselves;
// empty where nothing of that is there.
static QString withoutForm(const QString& key)
{
    static const QSet<QString> forms{
        QStringLiteral("republic"),     QStringLiteral("republica"),  QStringLiteral("republika"),
        QStringLiteral("republique"),   QStringLiteral("republik"),   QStringLiteral("kingdom"),
        QStringLiteral("reino"),        QStringLiteral("royaume"),    QStringLiteral("commonwealth"),
        QStringLiteral("union"),        QStringLiteral("federation"), QStringLiteral("sultanate"),
        QStringLiteral("principality"), QStringLiteral("state"),      QStringLiteral("nation")};
    static const QSet<QString> kinds{
        QStringLiteral("islamic"),     QStringLiteral("democratic"),   QStringLiteral("democratica"),
        QStringLiteral("demokratika"), QStringLiteral("democratique"), QStringLiteral("federal"),
        QStringLiteral("federative"),  QStringLiteral("federated"),    QStringLiteral("socialist"),
        QStringLiteral("peoples"),     QStringLiteral("people"),       QStringLiteral("s"),
        QStringLiteral("independent"), QStringLiteral("sovereign"),    QStringLiteral("plurinational"),
        QStringLiteral("bolivarian"),  QStringLiteral("cooperative"),  QStringLiteral("co"),
        QStringLiteral("operative"),   QStringLiteral("united"),       QStringLiteral("arab"),
        QStringLiteral("hashemite"),   QStringLiteral("oriental"),     QStringLiteral("eastern"),
        QStringLiteral("the")};
    static const QSet<QString> joining{QStringLiteral("of"), QStringLiteral("the"), QStringLiteral("de"),
                                       QStringLiteral("da"), QStringLiteral("do"),  QStringLiteral("du"),
                                       QStringLiteral("la")};
    const QStringList words = key.split(QLatin1Char(' '));
    const auto isOfForm = [](const QString& word) { return forms.contains(word) || kinds.contains(word); };
    const auto hasForm = [](const QStringList& some) {
        return std::any_of(some.begin(), some.end(), [](const QString& word) { return forms.contains(word); });
    };
    // At the beginning, with "of" behind it, which Indonesian and Tetum have not.
    qsizetype from = 0;
    while (from < words.size() && isOfForm(words.at(from)))
        ++from;
    const QStringList form = words.mid(0, from);
    const bool needsNone = form.contains(QLatin1String("republik")) || form.contains(QLatin1String("republika"));
    if (hasForm(form) && from < words.size() && (needsNone || joining.contains(words.at(from)))) {
        while (from + 1 < words.size() && joining.contains(words.at(from)))
            ++from;
        return words.mid(from).join(QLatin1Char(' '));
    }
    // At the end: "Fiji, Republic of", "Iran, Islamic Rep."
    qsizetype to = words.size();
    while (to > 1 && joining.contains(words.at(to - 1)))
        --to;
    const qsizetype end = to;
    while (to > 1 && isOfForm(words.at(to - 1)))
        --to;
    return to < end && hasForm(words.mid(to)) ? words.mid(0, to).join(QLatin1Char(' ')) : QString();
}

std::optional<QString> countryFromText(const QString& text)
{
    static const QHash<QString, size_t> bySpelling = readSpellings();
    const QString key = spellingKey(text);
    // "na", "n.a." mean "not available"; Namibia is "NA" only as a code is written.
    if (key == QLatin1String("na") && text.trimmed() != QLatin1String("NA"))
        return std::nullopt;
    const auto codeOf = [](const QString& known) -> std::optional<QString> {
        const auto found = bySpelling.constFind(known);
        return known.isEmpty() || found == bySpelling.constEnd() ? std::nullopt
                                                                 : std::optional(countryTable().all[*found].code);
    };
    if (auto code = codeOf(key))
        return code;
    if (!key.contains(QLatin1Char(' ')))
        return std::nullopt;
    // A name of two letters is a code, and what is called after a form of state is none. Georgia and others share
    // theirs with parts of states.
    const QString written = withWholeWords(key);
    if (auto code = codeOf(written))
        return code;
    const QString plain = withoutForm(written);
    if (plain.size() < 4 || (key.startsWith(QLatin1String("state ")) && plain == QLatin1String("georgia")))
        return std::nullopt;
    return codeOf(plain);
}

} // namespace dtp
