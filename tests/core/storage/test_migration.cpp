// SPDX-License-Identifier: GPL-3.0-or-later
// Files of earlier layouts are brought up to date with all that they remember. tests/files/layout_1.dtp was written by
// the program before the second layout, layout_5.dtp before the sixth, layout_7.dtp before the eighth, layout_8.dtp
// before the ninth: two imports and a report; the last two also a decision about a name. layout_9.dtp to layout_13.dtp
// are each the one before it as the programs before the tenth to the fourteenth brought it up to date.
// That of the first is the command line of 25 November 2026, 16:01 UTC, before commit 76fa350; it has the schema of
// resources/schema/0001_first_layout.sql as it is at commit 22fe872 and today.
#include <database/connection.h>
#include <meaning/name_decisions.h>
#include <records/programs.h>
#include <records/reports.h>
#include <records/vocabulary.h>
#include <storage/store.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QDir>

using namespace dtp;
using namespace dtp::test;

namespace
{
class KeptFile
{
public:
    explicit KeptFile(const QString& layout = QStringLiteral("layout_1"))
    {
        REQUIRE(QFile::copy(QStringLiteral(DTP_SOURCES "/tests/files/%1.dtp").arg(layout), m_file.path(name)));
        QFile::setPermissions(m_file.path(name), QFile::ReadOwner | QFile::WriteOwner);
        m_file.environment.backupFolder = m_file.path(QStringLiteral("backups"));
    }
    std::unique_ptr<Store> open()
    {
        auto opened = Store::open(m_file.path(name), m_file.environment);
        REQUIRE_OK(opened);
        return std::move(*opened);
    }
    QStringList backups() const { return QDir(m_file.path(QStringLiteral("backups"))).entryList(QDir::Files); }
    // Runs SQL on the file as another program would.
    void run(const QByteArray& sql)
    {
        const auto connection = Connection::open(m_file.path(name), Connection::Mode::ReadWrite);
        REQUIRE_OK(connection);
        REQUIRE_OK((*connection)->run(sql));
    }

private:
    const QString name = QStringLiteral("kept.dtp");
    FreshStore m_file;
};

qint64 keyOf(const Store& store, const char* givenName)
{
    const auto found = store.find<Person>(Where("given_name", QVariant(QLatin1String(givenName))));
    REQUIRE_OK(found);
    REQUIRE(found->size() == 1);
    return found->front().id.value;
}

// "changed person: Place; added contact: …", newest first.
QStringList historyOf(const Store& store, Entity entity, qint64 id)
{
    const auto history = store.recordHistory(entity, id);
    REQUIRE_OK(history);
    QStringList lines;
    for (const RecordChange& line : *history) {
        QStringList labels;
        for (const FieldChange& field : line.fields)
            labels.append(field.label);
        const char* const what = line.what == RecordChange::What::Added     ? "added"
                                 : line.what == RecordChange::What::Removed ? "removed"
                                                                            : "changed";
        lines.append(QLatin1String(what) + QLatin1Char(' ') + QLatin1String(recordType(line.entity).table) +
                     QStringLiteral(": ") + labels.join(QStringLiteral(", ")));
    }
    return lines;
}
} // namespace

TEST_CASE("a file of an earlier layout is backed up, migrated, and keeps its history", "[storage][migration][history]")
{
    KeptFile file(GENERATE(as<QString>(), QStringLiteral("layout_1"), QStringLiteral("layout_5"),
                           QStringLiteral("layout_7"), QStringLiteral("layout_8"), QStringLiteral("layout_9"),
                           QStringLiteral("layout_10"), QStringLiteral("layout_11"), QStringLiteral("layout_12"),
                           QStringLiteral("layout_13")));
    const auto store = file.open();
    CHECK(file.backups().size() == 1);
    CHECK(store->check().value() == QStringList());
    CHECK(store->count(Entity::Person).value() == 4);

    const QStringList ofDara = historyOf(*store, Entity::Person, keyOf(*store, "Dara"));
    CHECK(ofDara.filter(QStringLiteral("changed person: Place")).size() == 1);
    CHECK(ofDara.filter(QStringLiteral("added affiliation: ")).size() == 1);
    CHECK(ofDara.filter(QStringLiteral("added contact_point: ")).size() == 1);
    CHECK(ofDara.filter(QStringLiteral("added provenance: ")).size() == 2);
    CHECK(ofDara.size() == 6);
    CHECK(ofDara.back().startsWith(QStringLiteral("added ")));

    const auto reports = store->find<Report>();
    REQUIRE_OK(reports);
    REQUIRE(reports->size() == 1);
    const QStringList ofReport = historyOf(*store, Entity::Report, reports->front().id.value);
    CHECK(ofReport.filter(QStringLiteral("added report_section: ")).size() == 2);
    CHECK(ofReport.filter(QStringLiteral("added report: ")).size() == 1);
}

TEST_CASE("a file of an earlier layout learns of consents for photos and the newsletter",
          "[storage][migration][consent]")
{
    KeptFile file(GENERATE(as<QString>(), QStringLiteral("layout_1"), QStringLiteral("layout_5"),
                           QStringLiteral("layout_7"), QStringLiteral("layout_8"), QStringLiteral("layout_9"),
                           QStringLiteral("layout_10"), QStringLiteral("layout_11"), QStringLiteral("layout_12"),
                           QStringLiteral("layout_13")));
    const auto store = file.open();
    QStringList words;
    const Vocabulary purposes = store->vocabulary(QStringLiteral("consent_purposes"));
    for (const VocabularyTerm& term : purposes.terms())
        words.append(term.code);
    CHECK(words.mid(words.size() - 3) ==
          QStringList{QStringLiteral("publicity"), QStringLiteral("photo"), QStringLiteral("newsletter")});
    CHECK(purposes.codeFor(QStringLiteral("Photos")) == QStringLiteral("photo"));
    CHECK(purposes.codeFor(QStringLiteral("Newsletter")) == QStringLiteral("newsletter"));
    CHECK(purposes.codeFor(QStringLiteral("Website")) == QStringLiteral("publicity"));
}

TEST_CASE("what was decided about a name in an earlier layout is kept", "[storage][migration][privacy]")
{
    KeptFile file(GENERATE(as<QString>(), QStringLiteral("layout_7"), QStringLiteral("layout_8"),
                           QStringLiteral("layout_9"), QStringLiteral("layout_10"), QStringLiteral("layout_11"),
                           QStringLiteral("layout_12"), QStringLiteral("layout_13")));
    const auto store = file.open();
    const auto reports = store->find<Report>();
    REQUIRE_OK(reports);
    REQUIRE(reports->size() == 1);
    const auto decisions = nameDecisions(*store, reports->front().id);
    REQUIRE_OK(decisions);
    REQUIRE(decisions->size() == 1);
    CHECK(decisions->cbegin()->what == NameDecision::What::Keep);
    CHECK(decisions->cbegin()->isOfReport);
    // It was made for that report, and for no other text.
    CHECK(nameDecisions(*store).value().isEmpty());
}

TEST_CASE("what was done in an earlier layout can be undone and redone after migration", "[storage][migration][undo]")
{
    KeptFile file(GENERATE(as<QString>(), QStringLiteral("layout_1"), QStringLiteral("layout_5"),
                           QStringLiteral("layout_7"), QStringLiteral("layout_8"), QStringLiteral("layout_9"),
                           QStringLiteral("layout_10"), QStringLiteral("layout_11"), QStringLiteral("layout_12"),
                           QStringLiteral("layout_13")));
    const auto store = file.open();
    const QString before = contentOf(*store);
    CHECK(store->undo().value().sentence.startsWith(QStringLiteral("Import the report")));
    CHECK(store->undo().value().sentence == QStringLiteral("Import 2 people from people2.csv"));
    CHECK(store->count(Entity::Person).value() == 3);
    CHECK(store->count(Entity::Report).value() == 0);
    CHECK(store->find<Person>(Where("given_name", QVariant(QStringLiteral("Dara"))))->front().place.isEmpty());
    REQUIRE_OK(store->redo());
    REQUIRE_OK(store->redo());
    CHECK(contentOf(*store) == before);
}

TEST_CASE("a file of an earlier layout gets the words of cases, and a new file has them once",
          "[storage][migration][cases]")
{
    KeptFile file(GENERATE(as<QString>(), QStringLiteral("layout_7"), QStringLiteral("layout_8"),
                           QStringLiteral("layout_9"), QStringLiteral("layout_10"), QStringLiteral("layout_11"),
                           QStringLiteral("layout_12"), QStringLiteral("layout_13")));
    const auto old = file.open();
    FreshStore fresh;
    for (const char* name : {"case_levels", "case_entry_kinds", "support_kinds"}) {
        INFO(name);
        const auto builtIn = builtInVocabulary(QLatin1String(name));
        REQUIRE_OK(builtIn);
        for (const Store* store : {old.get(), fresh.store.get()}) {
            const std::vector<VocabularyTerm>& terms = store->vocabulary(QLatin1String(name)).terms();
            REQUIRE(terms.size() == builtIn->terms().size());
            for (size_t i = 0; i < terms.size(); ++i) {
                CHECK(terms[i].code == builtIn->terms()[i].code);
                CHECK(terms[i].label == builtIn->terms()[i].label);
                CHECK(terms[i].spellings == builtIn->terms()[i].spellings);
            }
        }
    }
}

TEST_CASE("the history goes by the names of tables, whatever their numbers", "[storage][migration][history]")
{
    KeptFile file;
    QStringList before;
    {
        const auto store = file.open();
        before = historyOf(*store, Entity::Person, keyOf(*store, "Dara"));
        addPerson(*store, QStringLiteral("Ana"), QStringLiteral("Reyes"));
    }
    // As in a file of a program that counts its types of record in another way.
    file.run("UPDATE record_table SET id = id + 1000;"
             "UPDATE change_record SET table_id = table_id + 1000,"
             " child_table_id = iif(child_table_id = 0, 0, child_table_id + 1000)");
    const auto store = file.open();
    CHECK(historyOf(*store, Entity::Person, keyOf(*store, "Dara")) == before);
    CHECK(historyOf(*store, Entity::Person, keyOf(*store, "Ana")).size() == 1);
    CHECK(file.backups().size() == 1);
}

TEST_CASE("a type of record that a file has not met gets its number with the first change", "[storage][history]")
{
    KeptFile file;
    (void)file.open();
    file.run("DELETE FROM record_table WHERE name = 'network'");
    file.run("INSERT INTO record_table VALUES (18, 'of_a_later_program')");
    const auto store = file.open();
    Network network;
    network.name = QStringLiteral("Mekong rivers");
    REQUIRE_OK(store->change(QStringLiteral("Add a network"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(network));
        return {};
    }));
    const auto added = store->find<Network>();
    REQUIRE_OK(added);
    CHECK(historyOf(*store, Entity::Network, added->front().id.value).size() == 1);
    CHECK(store->check().value() == QStringList());
}

TEST_CASE("migrations are numbered without a gap, so that none lands behind one that files have had",
          "[storage][migration]")
{
    const QStringList names = QDir(QStringLiteral(DTP_SOURCES "/resources/schema"))
                                  .entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    REQUIRE(names.size() >= 5);
    for (qsizetype i = 0; i < names.size(); ++i)
        CHECK(names.at(i).left(5) == QStringLiteral("%1_").arg(i + 1, 4, 10, QLatin1Char('0')));
}
