// SPDX-License-Identifier: GPL-3.0-or-later
#include <lists/directory.h>
#include <lists/record_cells.h>
#include <meaning/affiliations.h>
#include <meaning/contacts.h>
#include <meaning/safety.h>
#include <meaning/words.h>
#include <records/programs.h>
#include <records/reports.h>
#include <records/workshops.h>
#include <standards/countries.h>

#include <QCollator>
#include <QCoreApplication>

namespace dtp
{

namespace
{
constexpr size_t chunkSize = 500; // people a read

struct Directory {
    Q_DECLARE_TR_FUNCTIONS(Directory)
};

struct Entry {
    Person person;
    QString organisation;
    QString programs;
    QString email;
};

class DirectoryReader
{
public:
    explicit DirectoryReader(const Store& store)
        : m_store(store), m_affiliations(store, store.environment().clock->today())
    {
    }

    Result<> begin()
    {
        DTP_TRY(editions, m_store.find<ProgramEdition>());
        for (const ProgramEdition& edition : editions)
            m_years.insert(edition.id.value, edition.start.year());
        return {};
    }

    Result<> read(const std::vector<qint64>& keys, std::vector<Entry>& entries)
    {
        QVariantList list(keys.begin(), keys.end());
        DTP_CHECK(m_affiliations.read(keys));
        DTP_TRY(participations, m_store.find<Participation>(Where().compare("person_id", Where::Op::In, list)));
        DTP_TRY(emails, reachableContacts(m_store, keys, emailKinds()));
        DTP_TRY(rows, m_store.rows(Entity::Person, keys));
        const auto years = yearsOf(participations);
        for (const RecordValues& row : rows) {
            Entry entry;
            entry.person = fromValues<Person>(row);
            entry.organisation = m_affiliations.organisations(row.id);
            entry.programs = years.value(row.id);
            if (!isAtRisk(entry.person))
                entry.email = emails.value(row.id);
            entries.push_back(std::move(entry));
        }
        return {};
    }

private:
    QHash<qint64, QString> yearsOf(const std::vector<Participation>& participations) const
    {
        QHash<qint64, QList<int>> years;
        for (const Participation& participation : participations)
            if (const int year = m_years.value(participation.edition.value); year > 0)
                years[participation.person.value].append(year);
        QHash<qint64, QString> texts;
        for (auto it = years.begin(); it != years.end(); ++it) {
            std::sort(it->begin(), it->end());
            it->erase(std::unique(it->begin(), it->end()), it->end());
            QStringList parts;
            for (const int year : std::as_const(*it))
                parts << QString::number(year);
            texts.insert(it.key(), parts.join(QStringLiteral(", ")));
        }
        return texts;
    }

    const Store& m_store;
    AffiliationReader m_affiliations;
    QHash<qint64, int> m_years;
};

Table emptyTable()
{
    Table table;
    table.columns = {columnMadeOf("name", Directory::tr("Name"),
                                  {columnOf<Person>("given_name"), columnOf<Person>("family_name"),
                                   columnOf<Person>("own_script_name")})
                         .weighing(2.4),
                     columnMadeOf("organisation", Directory::tr("Organisation"),
                                  {columnOf<Affiliation>("organisation_id"), columnOf<Organisation>("name")})
                         .weighing(2.6),
                     columnOf<Person>("place").weighing(1.2),
                     columnMadeOf("programs", Directory::tr("Programs"),
                                  {columnOf<Participation>("edition_id"), columnOf<ProgramEdition>("start_date")}),
                     columnMadeOf("email", Directory::tr("E-mail"), {columnOf<ContactPoint>("value")}).weighing(2.2)};
    return table;
}

} // namespace

Result<Document> directoryDocument(const Store& store, const std::vector<qint64>& people, const QString& title,
                                   const Progress& progress)
{
    DirectoryReader reader(store);
    DTP_CHECK(reader.begin());
    std::vector<Entry> entries;
    for (size_t from = 0; from < people.size(); from += chunkSize) {
        if (!goOn(progress, static_cast<qint64>(from), static_cast<qint64>(people.size()),
                  Directory::tr("Reading people")))
            return fail(Directory::tr("The directory was not made: you cancelled it."));
        const auto begin = people.begin() + static_cast<std::ptrdiff_t>(from);
        DTP_CHECK(reader.read({begin, begin + static_cast<std::ptrdiff_t>(std::min(chunkSize, people.size() - from))},
                              entries));
    }
    const QCollator collator;
    struct Key {
        QCollatorSortKey country;
        QCollatorSortKey name;
        size_t index;
    };
    std::vector<Key> order;
    for (size_t i = 0; i < entries.size(); ++i) {
        const QString country = countryName(entries[i].person.country);
        // Who has no country comes last.
        order.push_back({collator.sortKey(country.isEmpty() ? QStringLiteral("\uFFFD") : country),
                         collator.sortKey(fullName(entries[i].person)), i});
    }
    std::sort(order.begin(), order.end(), [](const Key& a, const Key& b) {
        const int byCountry = a.country.compare(b.country);
        return byCountry != 0 ? byCountry < 0 : a.name.compare(b.name) < 0;
    });
    Document document;
    document.title = title;
    document.organisation =
        store.setting(QStringLiteral("organisation"), QStringLiteral("Diplomacy Training Program"));
    document.date = store.environment().clock->today();
    Table table = emptyTable();
    for (size_t i = 0; i < order.size(); ++i) {
        const Entry& entry = entries[order[i].index];
        table.rows.push_back(
            {{nameWithOwnScript(entry.person), entry.organisation, entry.person.place, entry.programs, entry.email},
             entry.person.id});
        const bool isLast =
            i + 1 == order.size() || entries[order[i + 1].index].person.country != entry.person.country;
        if (!isLast)
            continue;
        const QString country = countryName(entry.person.country);
        document.blocks.push_back(
            HeadingBlock{1, {}, country.isEmpty() ? Directory::tr("Country not known") : country});
        document.blocks.push_back(TableBlock{std::exchange(table, emptyTable())});
    }
    return document;
}

Result<Document> recommendationsDocument(const Store& store, const Where& where)
{
    DTP_TRY(all, store.find<Recommendation>(where));
    DTP_TRY(workshops, store.find<Workshop>(Where().orderBy("start_date", true)));
    DTP_TRY(reports, store.find<Report>());
    QHash<qint64, qint64> workshopOf;
    for (const Report& report : reports)
        workshopOf.insert(report.id.value, report.workshop.value);
    std::stable_sort(all.begin(), all.end(), [](const Recommendation& a, const Recommendation& b) {
        return a.report != b.report ? a.report < b.report : a.position < b.position;
    });
    const RecordType& type = recordType<Recommendation>();
    const QStringList names{QStringLiteral("text"), QStringLiteral("addressed_to"), QStringLiteral("owner"),
                            QStringLiteral("due"), QStringLiteral("status")};
    const auto tableFor = [&](qint64 workshop) {
        Table table;
        for (const QString& name : names) {
            const Field* field = type.fieldNamed(name);
            table.columns.push_back(columnOf(*field).weighing(name == QLatin1String("text") ? 4.0 : 1.2));
        }
        for (const Recommendation& recommendation : all) {
            const qint64 of = recommendation.workshop ? recommendation.workshop.value
                                                      : workshopOf.value(recommendation.report.value);
            if (of != workshop)
                continue;
            const RecordValues values = toValues(recommendation);
            std::vector<Cell> cells;
            for (const QString& name : names)
                cells.push_back(cellOf(store, *type.fieldNamed(name), values.fields.at(type.indexOf(name))));
            if (recommendation.level > 0)
                cells.front().text.prepend(QString(recommendation.level * 2, QChar(0x2002)) +
                                           QStringLiteral("– ")); // spaces that stay
            table.rows.push_back({std::move(cells), {}});
        }
        return table;
    };
    Document document;
    document.title = Directory::tr("Recommendations of the workshops");
    document.organisation =
        store.setting(QStringLiteral("organisation"), QStringLiteral("Diplomacy Training Program"));
    document.date = store.environment().clock->today();
    Workshop none;
    none.title = Directory::tr("Without a workshop");
    workshops.push_back(none);
    for (const Workshop& workshop : workshops) {
        Table table = tableFor(workshop.id.value);
        if (table.rows.empty())
            continue;
        document.blocks.push_back(HeadingBlock{1, {}, workshop.title});
        document.blocks.push_back(TableBlock{std::move(table)});
    }
    return document;
}

} // namespace dtp
