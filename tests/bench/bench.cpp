// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what the sqlite3 shell cannot be timed against from outside: the search box, filters, and the store alone.
// dtp-bench search FILE: 200 prefixes of three letters, first page of results: median and worst in milliseconds.
// dtp-bench filters FILE [QUERY…]: every filter, or these: count, and first page in every order, median and worst of
// five; at the end three lines: "counts", "pages" and "worst-pages", each with its median, its worst, and the query of
// that. dtp-bench columns FILE [KEY…]: the first page in the order of every column, or of these, and in groups.
// dtp-bench store FILE ROWS: adds ROWS people with what belongs to them in one change, undoes and redoes it.
#include <base/clock.h>
#include <columns/arranged_records.h>
#include <columns/column_catalogue.h>
#include <records/programs.h>
#include <search/person_search.h>
#include <storage/store.h>

#include <vault/vault.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>

using namespace dtp;

namespace
{

int failed(const Error& error)
{
    std::fprintf(stderr, "%s [%s]\n", qPrintable(error.sentence), qPrintable(error.detail));
    return 1;
}

// Three letters from the names that are in the file, so that every prefix finds something.
QStringList prefixes(const Store& store, int count)
{
    QStringList all;
    std::mt19937 random(42);
    const auto ids = store.ids(Entity::Person, Where().first(20000));
    while (ids && !ids->empty() && all.size() < count) {
        const auto person = store.get(Id<Person>{ids->at(random() % ids->size())});
        const QString name = !person ? QString() : random() % 2 ? person->givenName : person->familyName;
        if (name.size() >= 3)
            all.append(name.left(3));
    }
    return all;
}

int benchSearch(const Environment& environment, const QString& path)
{
    auto store = Store::open(path, environment, OpenMode::ReadOnly);
    if (!store)
        return failed(store.error());
    std::vector<double> times;
    for (const QString& prefix : prefixes(**store, 200)) {
        QElapsedTimer timer;
        timer.start();
        const auto query = PersonQuery::parse(prefix, **store);
        const auto ids = findPeople(**store, *query, 50);
        if (!ids)
            return failed(ids.error());
        const auto rows = (*store)->rows(Entity::Person, *ids); // what the list shows
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    if (times.empty())
        return 1;
    std::printf("%.2f %.2f\n", times[times.size() / 2], times.back());
    return 0;
}

// Processor time: neighbours on the machine do not count, and the file is in the system's cache after the first look.
double processorMilliseconds()
{
    return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// The figures of one kind: the median of all, and the worst with its name.
class Figures
{
public:
    void add(double value, const QString& name) { m_all.emplace_back(value, name); }
    void print(const char* kind)
    {
        std::sort(m_all.begin(), m_all.end());
        const auto& [worst, name] = m_all.back();
        std::printf("%s %.1f %.1f %s\n", kind, m_all[m_all.size() / 2].first, worst, qPrintable(name));
    }

private:
    std::vector<std::pair<double, QString>> m_all;
};

// Every filter by its example, and what people put together.
QStringList usualQueries()
{
    QStringList queries{QString()};
    for (const SearchKey& key : searchKeys(Entity::Person)) {
        if (key.key != QLatin1String("in"))
            queries.append(key.example);
    }
    for (const char* query :
         {"-country:KH", "status:lost_contact", "gender:none", "year:2018", "consent:any", "network:any",
          "network:none", "organisation:any(ever)", "country:WS", "country:KH,TH gender:female",
          "country:KH skill:un_treaty_bodies", "year:2018 gender:female", "consent:directory status:active",
          "skill:un_treaty_bodies(willing:train)", "country:KH or country:TH", "-skill:un_treaty_bodies language:en",
          "given_name:dara", "place:phnom"})
        queries.append(QLatin1String(query));
    return queries;
}

// Of every query how many it finds, the time to count them, and of the first page in each order the median and the
// worst of five; at the end the figures of all.
int benchFilters(const Environment& environment, const QString& path, QStringList queries)
{
    if (queries.isEmpty())
        queries = usualQueries();
    auto store = Store::open(path, environment, OpenMode::ReadOnly);
    if (!store)
        return failed(store.error());
    const std::pair<const char*, RecordOrder> orders[] = {{"name", {QStringLiteral("name"), false}},
                                                          {"name-", {QStringLiteral("name"), true}},
                                                          {"country", {QStringLiteral("country"), false}},
                                                          {"newest", {QStringLiteral("id"), true}}};
    Figures counts;
    Figures pages;
    Figures worstPages;
    for (const QString& text : queries) {
        const auto query = readQuery(**store, Entity::Person, text);
        if (!query)
            return failed(query.error());
        const QString name = text.isEmpty() ? QStringLiteral("everybody") : text;
        double from = processorMilliseconds();
        const auto count = countRecords(**store, Entity::Person, *query);
        if (!count)
            return failed(count.error());
        const double counted = processorMilliseconds() - from;
        counts.add(counted, name);
        std::printf("%-40s %8lld count %7.1f", qPrintable(name), static_cast<long long>(*count), counted);
        for (const auto& [called, order] : orders) {
            std::vector<double> times;
            for (int i = 0; i < 5; ++i) {
                from = processorMilliseconds();
                const auto ids = findRecords(**store, Entity::Person, *query, order, 50);
                if (!ids)
                    return failed(ids.error());
                times.push_back(processorMilliseconds() - from);
            }
            std::sort(times.begin(), times.end());
            const QString which = name + QStringLiteral(" by ") + QLatin1String(called);
            pages.add(times[2], which);
            worstPages.add(times.back(), which);
            std::printf("  %s %.1f %.1f", called, times[2], times.back());
        }
        std::printf("\n");
        std::fflush(stdout);
    }
    counts.print("counts");
    pages.print("pages");
    worstPages.print("worst-pages");
    return 0;
}

// The first page of everybody in the order of each column, both ways, and in groups by it; at the end the worst of
// each.
int benchColumns(const Environment& environment, const QString& path, const QStringList& keys)
{
    auto store = Store::open(path, environment, OpenMode::ReadOnly);
    if (!store)
        return failed(store.error());
    Figures sorted;
    Figures grouped;
    for (const CatalogueColumn& column : columnCatalogue(**store, Entity::Person)) {
        if (!keys.isEmpty() && !keys.contains(column.key()))
            continue;
        std::printf("%-24s", qPrintable(column.key()));
        for (const bool isDescending : {false, true}) {
            const double from = processorMilliseconds();
            const auto ids = arrangedRecords(**store, Entity::Person, {}, {{{column.key(), isDescending}}, {}}, 200);
            if (!ids)
                return failed(ids.error());
            const double took = processorMilliseconds() - from;
            sorted.add(took, isDescending ? QString(QLatin1Char('-') + column.key()) : column.key());
            std::printf(" %8.1f", took);
        }
        if (column.groups != CatalogueColumn::Groups::None) {
            const double from = processorMilliseconds();
            const auto ids =
                arrangedRecords(**store, Entity::Person, {}, {{{QStringLiteral("name"), false}}, column.key()}, 200);
            if (!ids)
                return failed(ids.error());
            if (const auto groups = groupsOf(**store, Entity::Person, column.key(), *ids); !groups)
                return failed(groups.error());
            grouped.add(processorMilliseconds() - from, column.key());
            std::printf(" group %8.1f", processorMilliseconds() - from);
        }
        std::printf("\n");
        std::fflush(stdout);
    }
    sorted.print("sorted");
    grouped.print("grouped");
    return 0;
}

int benchStore(const Environment& environment, const QString& path, int rows)
{
    QFile::remove(path);
    auto made = Store::create(path, environment);
    if (!made)
        return failed(made.error());
    auto store = (*made)->another(); // as the import does
    QElapsedTimer timer;
    timer.start();
    const auto done = (*store)->change(QStringLiteral("Add many"), [&](ChangeWriter& w) -> Result<> {
        DTP_TRY(organisation,
                w.insert(Organisation{{}, QStringLiteral("River People"), {}, {}, {}, {}, {}, {}, {}, {}}));
        for (int i = 0; i < rows; ++i) {
            Person person;
            person.givenName = QStringLiteral("Given%1").arg(i);
            person.familyName = QStringLiteral("Family%1").arg(i % 5000);
            person.country = QStringLiteral("KH");
            DTP_TRY(id, w.insert(person));
            DTP_CHECK(w.insert(ContactPoint{
                {}, id, QStringLiteral("email"), QStringLiteral("p%1@example.org").arg(i), {}, false, false, {}}));
            DTP_CHECK(w.insert(Affiliation{{}, id, organisation, QStringLiteral("Officer"), {}, {}, {}}));
            DTP_CHECK(w.insert(PersonIssue{{}, id, QStringLiteral("migrant_workers")}));
            DTP_CHECK(w.insert(Provenance{{}, id, QStringLiteral("x.csv"), i, environment.clock->now(), {}}));
        }
        std::printf("deed %lld ms\n", static_cast<long long>(timer.elapsed()));
        return {};
    });
    if (!done)
        return failed(done.error());
    std::printf("change %lld ms\n", static_cast<long long>(timer.restart()));
    if (const auto undone = (*store)->undo(); !undone)
        return failed(undone.error());
    std::printf("undo %lld ms\n", static_cast<long long>(timer.restart()));
    if (const auto redone = (*store)->redo(); !redone)
        return failed(redone.error());
    std::printf("redo %lld ms\n", static_cast<long long>(timer.restart()));
    return 0;
}
} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    SystemClock clock;
    IdMaker ids(clock);
    Environment environment;
    environment.clock = &clock;
    environment.ids = &ids;
    environment.participants.push_back(makePersonIndex());
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("search")) { // an encrypted file, by its key file
        QFile key(arguments.at(3));
        if (!key.open(QIODevice::ReadOnly) ||
            !vault::unlock(arguments.at(2), QString::fromUtf8(key.readLine().trimmed())))
            return 1;
        return benchSearch(environment, arguments.at(2));
    }
    if (arguments.size() == 3 && arguments.at(1) == QLatin1String("search"))
        return benchSearch(environment, arguments.at(2));
    if (arguments.size() >= 3 && arguments.at(1) == QLatin1String("filters"))
        return benchFilters(environment, arguments.at(2), arguments.mid(3));
    if (arguments.size() >= 3 && arguments.at(1) == QLatin1String("columns"))
        return benchColumns(environment, arguments.at(2), arguments.mid(3));
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("store"))
        return benchStore(environment, arguments.at(2), arguments.at(3).toInt());
    std::fprintf(stderr, "dtp-bench search FILE [KEY-FILE] | filters FILE [QUERY…] | columns FILE [KEY…] | "
                         "store FILE ROWS\n");
    return 2;
}
