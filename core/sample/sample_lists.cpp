// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/vocabulary.h>
#include <sample/sample_lists.h>
#include <standards/countries.h>
#include <standards/data_file.h>

#include <QCoreApplication>
#include <QFile>

static void useSampleFiles()
{
    Q_INIT_RESOURCE(dtp_sample_data);
}

namespace dtp
{

namespace
{
QStringList split(const QString& text)
{
    return text.split(QLatin1Char('|'), Qt::SkipEmptyParts);
}

Error damaged(const QString& what)
{
    return {QCoreApplication::translate(
                "Sample", "The sample data that belongs to the program is damaged. Install the program again."),
            what};
}

int indexOf(const std::vector<NameList>& lists, const QString& code)
{
    for (size_t i = 0; i < lists.size(); ++i) {
        if (lists[i].code == code)
            return static_cast<int>(i);
    }
    return -1;
}

Result<std::vector<NameList>> readNames()
{
    std::vector<NameList> lists;
    DTP_TRY(kinds, readSampleTable("name_lists"));
    for (const QStringList& row : kinds) {
        NameList list;
        list.code = row.at(0);
        list.familyFirst = row.at(1) == QLatin1String("fg");
        list.joiner = row.at(2) == QLatin1String("space") ? QStringLiteral(" ") : QString();
        list.hasScript = row.at(3) == QLatin1String("script");
        list.hasAccents = row.at(3) == QLatin1String("latin");
        list.singlePercent = row.at(4).toInt();
        list.givenParts = row.at(5).toInt();
        lists.push_back(std::move(list));
    }
    DTP_TRY(names, readSampleTable("names"));
    for (const QStringList& row : names) {
        const int index = indexOf(lists, row.at(0));
        if (index < 0)
            return tl::unexpected<Error>(damaged(row.join(QLatin1Char(','))));
        NameList& list = lists[static_cast<size_t>(index)];
        const NamePair pair{row.at(2), row.at(3)};
        const QString part = row.at(1);
        if (part == QLatin1String("f"))
            list.female.push_back(pair);
        if (part == QLatin1String("m"))
            list.male.push_back(pair);
        if (part == QLatin1String("s") || part == QLatin1String("sf"))
            list.familyOfWomen.push_back(pair);
        if (part == QLatin1String("s") || part == QLatin1String("sm"))
            list.familyOfMen.push_back(pair);
    }
    for (const NameList& list : lists) {
        if (list.female.empty() || list.male.empty() || list.familyOfWomen.empty() || list.familyOfMen.empty())
            return tl::unexpected<Error>(damaged(list.code));
    }
    return lists;
}

Result<std::vector<SampleCountry>> readCountries(const std::vector<NameList>& names)
{
    std::vector<SampleCountry> all;
    DTP_TRY(rows, readSampleTable("countries"));
    for (const QStringList& row : rows) {
        SampleCountry country;
        country.code = row.at(0);
        const Country* known = countryByCode(country.code);
        country.region = known ? known->region : QString();
        country.weight = row.at(1).toInt();
        country.hosting = row.at(2).toInt();
        const QStringList lists = split(row.at(3));
        for (const QString& list : lists) {
            const int index = indexOf(names, list.section(QLatin1Char(':'), 0, 0));
            if (index < 0)
                return tl::unexpected<Error>(damaged(list));
            country.lists.emplace_back(index, list.section(QLatin1Char(':'), 1, 1).toInt());
        }
        country.languages = split(row.at(4));
        country.places = split(row.at(5));
        country.callingCode = row.at(6);
        country.mobile = row.at(7);
        country.trunk = row.at(8);
        country.identities = split(row.at(9));
        if (!known || country.lists.empty() || country.places.isEmpty() || country.languages.isEmpty())
            return tl::unexpected<Error>(damaged(country.code));
        all.push_back(std::move(country));
    }
    return all;
}

Result<QStringList> codesOf(const char* vocabularyName)
{
    DTP_TRY(vocabulary, builtInVocabulary(QLatin1String(vocabularyName)));
    QStringList codes;
    for (const VocabularyTerm& term : vocabulary.terms())
        codes.append(term.code);
    return codes;
}
} // namespace

Result<std::vector<QStringList>> readSampleTable(const char* name)
{
    useSampleFiles();
    return readDataFile(QStringLiteral(":/sample/%1.csv").arg(QLatin1String(name)));
}

Result<std::vector<SampleBlock>> readSampleBlocks(const char* name)
{
    useSampleFiles();
    QFile file(QStringLiteral(":/sample/%1.md").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected<Error>(damaged(file.fileName()));
    std::vector<SampleBlock> blocks;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        if (line.startsWith(QLatin1Char('@'))) {
            QStringList parts = line.mid(1).split(QLatin1Char('|'));
            for (QString& part : parts)
                part = part.trimmed();
            SampleBlock block;
            block.head = parts.takeFirst().split(QLatin1Char(' '), Qt::SkipEmptyParts);
            block.parts = parts;
            blocks.push_back(std::move(block));
        } else if (!blocks.empty()) {
            blocks.back().text += line + QLatin1Char('\n');
        }
    }
    for (SampleBlock& block : blocks)
        block.text = block.text.trimmed();
    return blocks;
}

Result<SampleLists> SampleLists::read()
{
    SampleLists lists;
    DTP_TRY(names, readNames());
    lists.names = std::move(names);
    DTP_TRY(countries, readCountries(lists.names));
    lists.countries = std::move(countries);
    for (const SampleCountry& country : lists.countries)
        lists.weightOfAll += country.weight;
    DTP_TRY(series, readSampleTable("series"));
    for (const QStringList& row : series)
        lists.series.push_back({row.at(0), row.at(1), row.at(2), row.at(7), row.at(8), row.at(9), row.at(3).toInt(),
                                row.at(4).toInt(), row.at(5).toInt(), row.at(6).toInt()});
    DTP_TRY(networks, readSampleTable("networks"));
    for (const QStringList& row : networks)
        lists.networks.push_back({row.at(0), row.at(2), row.at(3), row.at(4), row.at(5), row.at(6), row.at(7),
                                  row.at(8), row.at(10), row.at(9) == QLatin1String("1")});
    DTP_TRY(words, readSampleTable("words"));
    for (const QStringList& row : words)
        lists.words[row.at(0)].append(row.at(1));
    DTP_TRY(issues, codesOf("issues"));
    lists.issues = issues;
    DTP_TRY(skills, codesOf("skills"));
    lists.skills = skills;
    DTP_TRY(levels, codesOf("skill_levels"));
    lists.skillLevels = levels;
    return lists;
}

int SampleLists::randomCountry(Random& random) const
{
    int place = random.below(weightOfAll);
    for (size_t i = 0; i < countries.size(); ++i) {
        place -= countries[i].weight;
        if (place < 0)
            return static_cast<int>(i);
    }
    return 0;
}

bool SampleLists::covers(const QString& scope, const SampleCountry& country)
{
    if (scope == QLatin1String("all"))
        return true;
    if (scope == QLatin1String("asia"))
        return country.region.contains(QLatin1String("Asia"));
    if (scope == QLatin1String("pacific"))
        return country.region == QLatin1String("Pacific") && country.code != QLatin1String("AU");
    return split(scope).contains(country.code);
}

} // namespace dtp
