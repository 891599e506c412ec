// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/soundness.h>

#include <database/database_files.h>
#include <database/index_comparison.h>
#include <database/table_rescue.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <chrono>

#include <sqlite3.h>

namespace dtp
{

namespace
{
constexpr int mostFaults = 20; // of a kind that are told

struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

int isDamaged(void* soundness)
{
    const auto& known = *static_cast<const Soundness*>(soundness);
    return known.wait_for(std::chrono::seconds(0)) == std::future_status::ready && !known.get() ? 1 : 0;
}
} // namespace

Soundness alreadySound()
{
    std::promise<Result<>> known;
    known.set_value({});
    return known.get_future().share();
}

void keepJournal(Connection& connection, bool isToStay)
{
    sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, isToStay ? 1 : 0, nullptr);
}

Result<> quickCheck(Connection& connection, const QString& path)
{
    keepJournal(connection, hasJournal(connection.path()));
    DTP_TRY(sound, connection.value("PRAGMA quick_check(1)")); // fails where a page cannot be read at all
    if (sound.toString() != QLatin1String("ok"))
        return tl::unexpected<Error>(sqliteError(SQLITE_CORRUPT, sound.toString(), path));
    keepJournal(connection, false);
    return {};
}

namespace
{
// "row 7 missing from index person_by_country" says person_by_country; what is of no index alone says nothing.
QString indexIn(const QString& fault)
{
    static const QRegularExpression form(QStringLiteral(" index (\\S+)$"));
    return form.match(fault).captured(1);
}

// SQLite from 3.44 on looks through full-text tables as well, by what the connection knows of their structure, be it
// from long ago: what another one wrote since it would call malformed. To open each of them reads that anew; between
// that and the look nothing is written that this one sees.
class LookAtOneState
{
public:
    explicit LookAtOneState(Connection& connection) : m_connection(connection)
    {
        m_isBegun = m_connection.run("SAVEPOINT looking").has_value();
        const auto tables =
            textsOf(m_connection, "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE %USING fts5%'");
        for (const QString& table : tables.value_or(QStringList()))
            (void)m_connection.value("SELECT rowid FROM \"" + table.toUtf8() + "\" LIMIT 1");
    }
    ~LookAtOneState()
    {
        if (m_isBegun)
            (void)m_connection.run("RELEASE looking");
    }
    LookAtOneState(const LookAtOneState&) = delete;
    LookAtOneState& operator=(const LookAtOneState&) = delete;

private:
    Connection& m_connection;
    bool m_isBegun = false;
};

// What the check says, line by line.
Result<QStringList> integrityFaults(Connection& connection, int most)
{
    const LookAtOneState looking(connection);
    QStringList faults;
    DTP_TRY(check,
            Statement::prepare(connection.handle(), "PRAGMA integrity_check(" + QByteArray::number(most) + ')'));
    for (;;) {
        DTP_TRY(row, check.step());
        if (!row)
            break;
        faults += check.text(0).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    faults.removeIf(
        [](const QString& line) { return line == QLatin1String("ok") || line.startsWith(QLatin1String("***")); });
    return faults;
}

// Where nothing but indexes and records disagree: of which records, and what either says.
struct Disagreement {
    bool isAll = false; // and nothing else is wrong
    QStringList records;
};

Result<Disagreement> disagreement(Connection& connection, const QStringList& faults)
{
    QSet<QString> indexes;
    for (const QString& fault : faults)
        indexes.insert(indexIn(fault));
    if (indexes.isEmpty() || indexes.contains(QString()))
        return Disagreement();
    DTP_TRY(records, indexDifferences(connection, indexes, mostFaults));
    return Disagreement{true, records};
}

Result<QStringList> referenceFaults(Connection& connection)
{
    QStringList faults;
    DTP_TRY(references, Statement::prepare(connection.handle(), "PRAGMA foreign_key_check"));
    for (;;) {
        DTP_TRY(row, references.step());
        if (!row || faults.size() > mostFaults)
            return faults;
        faults.append(Storage::tr("A record of “%1” (%2) refers to one of “%3” that is gone.")
                          .arg(references.text(0))
                          .arg(references.integer(1))
                          .arg(references.text(2)));
    }
}

// SQLite never looks behind its last page. While a journal holds something the file may have more or fewer.
Result<QStringList> bytesBehindTheEnd(Connection& connection)
{
    if (vault::isVault(connection.path()) || hasJournal(connection.path()))
        return QStringList(); // whose head tells how long it is
    DTP_TRY(pages, connection.value("PRAGMA page_count"));
    DTP_TRY(size, connection.value("PRAGMA page_size"));
    const qint64 extra = QFileInfo(connection.path()).size() - pages.toLongLong() * size.toLongLong();
    if (extra <= 0)
        return QStringList(); // what is missing, the other checks tell
    return QStringList{
        Storage::tr(
            "Behind the end of the file stand %1 bytes that this program did not write. They change no record; "
            "a backup is written without them.")
            .arg(extra)};
}
} // namespace

void addFaults(QStringList& all, const QStringList& found, const QString& more)
{
    all += found.mid(0, mostFaults);
    if (found.size() > mostFaults)
        all.append(more);
}

Result<QStringList> fullCheck(Connection& connection, const Progress& progress)
{
    (void)goOn(progress, 0, 4, Storage::tr("Looking through the file"));
    DTP_TRY(all, bytesBehindTheEnd(connection));
    DTP_TRY(lines, integrityFaults(connection, mostFaults + 1)); // so that it is known whether there are more
    DTP_TRY(disagreeing, disagreement(connection, lines));
    for (QString& line : lines)
        line = Storage::tr("The file is damaged: %1").arg(line);
    addFaults(all, lines, Storage::tr("The file is damaged in more places than these."));
    if (disagreeing.isAll) { // by which references are looked up
        addFaults(all, disagreeing.records, Storage::tr("More records than these disagree with an index."));
        all.append(
            disagreeing.records.isEmpty()
                ? Storage::tr("Nothing but indexes is damaged, which are made of the records: “check "
                              "--rebuild” makes them anew.")
                : Storage::tr("Whether these records or the indexes are damaged is not known: compare them with "
                              "a backup. “check --rebuild” keeps the file as it is under another name and makes "
                              "the indexes anew, as the records say."));
        return std::move(all);
    }
    (void)goOn(progress, 1, 4, Storage::tr("Looking for references to records that are gone"));
    DTP_TRY(references, referenceFaults(connection));
    addFaults(all, references, Storage::tr("There are more such references than these."));
    return std::move(all);
}

Result<QStringList> rebuildIndexes(Connection& connection)
{
    constexpr int everyIndex = 10'000; // "row … missing from index" comes for each record and index
    DTP_TRY(lines, integrityFaults(connection, everyIndex));
    DTP_TRY(disagreeing, disagreement(connection, lines));
    DTP_CHECK(connection.run("REINDEX"));
    DTP_TRY(left, integrityFaults(connection, 1));
    if (!left.isEmpty())
        return tl::unexpected<Error>(sqliteError(SQLITE_CORRUPT, left.front(), connection.path()));
    return std::move(disagreeing.records);
}

void stopWhenDamaged(Connection& connection, Soundness& soundness)
{
    constexpr int instructions = 100'000; // between two looks
    sqlite3_progress_handler(connection.handle(), instructions, &isDamaged, &soundness);
}

} // namespace dtp
