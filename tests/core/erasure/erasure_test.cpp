// SPDX-License-Identifier: GPL-3.0-or-later
#include "erasure_files.h"

#include <erasure/erase_person.h>
#include <records/programs.h>
#include <records/reports.h>
#include <records/workshops.h>
#include <search/person_search.h>
#include <storage/ledger.h>
#include <support/fresh_store.h>
#include <support/vault.h>

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QDir>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QStringList hers{QStringLiteral("Zerubina"),    QStringLiteral("Qwortlefax"), QStringLiteral("Zubi"),
                       QStringLiteral("zq@mailpost"), QStringLiteral("987 654"),    QStringLiteral("987654"),
                       QStringLiteral("Blorptown"),   QStringLiteral("ស៊ូប៊ីណា"),       QStringLiteral("pixelpixel"),
                       QStringLiteral("Ållemark"),    QStringLiteral("allemark"),   QStringLiteral("Vexilda")};

template <class R>
void keep(Store& store, const R& record, const QString& sentence = QStringLiteral("Change"))
{
    REQUIRE_OK(store.change(sentence, [&](ChangeWriter& writer) { return writer.update(record); }));
}

ContactPoint putContact(Store& store, Id<Person> person, const QString& kind, const QString& value)
{
    return put<ContactPoint>(store, [&](ContactPoint& contact) {
        contact.person = person;
        contact.kind = kind;
        contact.value = value;
    });
}

struct Everywhere {
    Person person;
    Person other; // of the same family name, and with a note about her
    Person friendOfHers;
    Report report;
    ReportSection section;
    Workshop workshop;
};

QString text()
{
    return QStringLiteral(
        "Zerubina Qwortlefax spoke; QWORTLEFAX, Zerubina and Mrs. Qwortlefax wrote to zq@mailpost.example "
        "or +855 12-987 654.");
}

// Somebody who stands wherever a person can.
Everywhere fill(Store& store)
{
    Everywhere all;
    all.person = addPerson(store, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"), QStringLiteral("KH"));
    all.other = addPerson(store, QStringLiteral("Amelia"), QStringLiteral("Stone"), QStringLiteral("KH"));
    all.friendOfHers = addPerson(store, QStringLiteral("Tomas"), QStringLiteral("Brook"), {});
    const Image picture = put<Image>(store, [](Image& image) {
        image.data = QByteArray("pixelpixelpixel");
        image.mediaType = QStringLiteral("image/png");
    });
    all.person.photo = picture.id;
    all.person.ownScriptName = QStringLiteral("ស៊ូប៊ីណា");
    all.person.notes = QStringLiteral("hiding in Blorptown");
    keep(store, all.person, QStringLiteral("Change Zerubina Qwortlefax"));
    const Id<Person> her = all.person.id;
    put<AlternateName>(store, [&](AlternateName& name) {
        name.person = her;
        name.name = QStringLiteral("Zubi Ållemark");
    });
    putContact(store, her, QStringLiteral("email"), QStringLiteral("zq@mailpost.example"));
    putContact(store, her, QStringLiteral("phone"), QStringLiteral("+855 12 987 654"));
    put<ContactNote>(store, [&](ContactNote& note) {
        note.person = her;
        note.date = QDate(2026, 5, 1);
        note.text = text();
    });
    put<Provenance>(store, [&](Provenance& origin) {
        origin.person = her;
        origin.file = QStringLiteral("people.csv");
    });
    all.workshop = put<Workshop>(store, [](Workshop& workshop) { workshop.title = QStringLiteral("Workshop"); });
    for (const Id<Person> person : {her, all.other.id})
        put<Invitation>(store, [&](Invitation& invitation) {
            invitation.workshop = all.workshop.id;
            invitation.person = person;
        });
    put<Task>(store, [&](Task& task) {
        task.title = QStringLiteral("Call Zerubina");
        task.person = her;
    });
    put<Segment>(store, [](Segment& segment) {
        segment.name = QStringLiteral("Her");
        segment.query = QStringLiteral("qwortlefax");
    });
    all.other.notes = text();
    keep(store, all.other);
    all.report = put<Report>(store, [&](Report& report) {
        report.workshop = all.workshop.id;
        report.title = QStringLiteral("Report");
    });
    all.section = put<ReportSection>(store, [&](ReportSection& section) {
        section.report = all.report.id;
        section.title = QStringLiteral("Opening");
        section.body = QStringLiteral("With [Zerubina Q.](person:%1) and [Amelia](person:%2).")
                           .arg(her.value)
                           .arg(all.other.id.value);
    });
    return all;
}

Result<ErasurePlaces> erase(Store& store, qint64 person)
{
    DTP_TRY(places, erasurePlaces(store, person));
    DTP_TRY(done, eraseEverywhere(store, places));
    if (!done.isPurged)
        return fail(done.sentence);
    return places;
}
} // namespace

TEST_CASE("of a person who is erased no byte of name, contact or picture is left in the file or beside it",
          "[erasure][vault]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    FreshStore plain;
    FreshStore encrypted(cheapPassphrase(QStringLiteral("Mali"), QStringLiteral("correct horse")));
    FreshStore& file = isEncrypted ? encrypted : plain;
    const Everywhere all = fill(*file);
    // Under an earlier name, and deleted and brought back.
    Person renamed = all.person;
    renamed.familyName = QStringLiteral("Vexilda");
    keep(*file, renamed);
    REQUIRE_OK(file->change(QStringLiteral("Delete Zerubina Vexilda"),
                            [&](ChangeWriter& writer) { return writer.remove(all.person.id); }));
    REQUIRE_OK(file->undo());
    REQUIRE_OK(file->backupIfOlderThan(0));
    QCborMap fields{{QStringLiteral("notes"), text()}};
    const QCborArray drafts{QCborMap{{QStringLiteral("table"), QStringLiteral("person")},
                                     {QStringLiteral("id"), all.person.id.value},
                                     {QStringLiteral("fields"), fields}},
                            QCborMap{{QStringLiteral("table"), QStringLiteral("person")},
                                     {QStringLiteral("id"), all.other.id.value},
                                     {QStringLiteral("fields"), fields}}};
    REQUIRE_OK(
        file->setSetting(QStringLiteral("drafts"), QString::fromLatin1(QCborValue(drafts).toCbor().toBase64())));
    CHECK(!placesOf(hers, file.folder.path()).isEmpty());

    const auto places = erase(*file, all.person.id.value);
    REQUIRE_OK(places);
    CHECK(placesOf(hers, file.folder.path()) == QStringList());
    CHECK(file->check().value() == QStringList());
    const auto kept = QCborValue::fromCbor(QByteArray::fromBase64(file->setting(QStringLiteral("drafts")).toLatin1()));
    CHECK(kept.toArray().size() == 1);
    CHECK(!QString::fromUtf8(kept.toCbor()).contains(QStringLiteral("Qwortlefax")));
    file.reopen();
    CHECK(placesOf(hers, file.folder.path()) == QStringList());
    CHECK(file->count(Entity::Person).value() == 2);
    CHECK(file->count(Entity::Invitation).value() == 1);
    CHECK(file->get(all.other.id)->notes ==
          QStringLiteral("a person spoke; a person, a person and Mrs. a person wrote to a person or a person."));
    CHECK(file->get(all.section.id)->body ==
          QStringLiteral("With a person and [Amelia](person:%1).").arg(all.other.id.value));
    CHECK(erasedOn(*file, all.person.id.value) == QDate(2026, 6, 1));
}

TEST_CASE("what others did can be undone and done again after somebody was erased", "[erasure][undo]")
{
    FreshStore file;
    const Everywhere all = fill(*file);
    Person one = all.other;
    Person two = all.person;
    REQUIRE_OK(file->change(QStringLiteral("Both"), [&](ChangeWriter& writer) -> Result<> {
        one.notes = QStringLiteral("new");
        two.notes = QStringLiteral("new");
        DTP_CHECK(writer.update(one));
        return writer.update(two);
    }));
    REQUIRE_OK(erase(*file, all.person.id.value));
    CHECK(file->get(all.other.id)->notes == QStringLiteral("new"));
    REQUIRE_OK(file->undo());
    CHECK(file->get(all.other.id)->notes ==
          QStringLiteral("a person spoke; a person, a person and Mrs. a person wrote to a person or a person."));
    int undone = 0;
    while (file->nextUndo()) {
        REQUIRE_OK(file->undo());
        REQUIRE(file->check().value() == QStringList());
        ++undone;
    }
    CHECK(undone > 5);
    CHECK(file->count(Entity::Person).value() == 0);
    while (file->nextRedo())
        REQUIRE_OK(file->redo());
    CHECK(file->count(Entity::Person).value() == 2);
    CHECK(file->get(all.other.id)->notes == QStringLiteral("new"));
    CHECK(file->check().value() == QStringList());
}

TEST_CASE("others of the same name keep theirs", "[erasure]")
{
    FreshStore file;
    const Person her = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Sokolane"), {});
    const Person sister = addPerson(*file, QStringLiteral("Marvella"), QStringLiteral("Sokolane"), {});
    Person third = addPerson(*file, QStringLiteral("Amelia"), QStringLiteral("Stone"), {});
    third.notes = QStringLiteral("Met Zerubina Sokolane and Marvella Sokolane; the Sokolane family. Zerubina sang.");
    keep(*file, third);
    const auto places = erase(*file, her.id.value);
    REQUIRE_OK(places);
    CHECK(fullName(file->get(sister.id).value()) == QStringLiteral("Marvella Sokolane"));
    CHECK(file->get(third.id)->notes ==
          QStringLiteral("Met a person and Marvella Sokolane; the Sokolane family. a person sang."));
    CHECK(placesOf({QStringLiteral("Zerubina")}, file.folder.path()) == QStringList());
    CHECK(peopleCalled(*file, QStringLiteral("Marvella Sokolane")) == std::vector{sister.id.value});
    CHECK(places->places.back().fate == ErasurePlace::Fate::Staying);
    CHECK(places->places.back().which == QStringList{QStringLiteral("sokolane")});
}

TEST_CASE("who has the whole name of somebody who is erased is left in peace", "[erasure]")
{
    FreshStore file;
    const Person her = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Sokolane"), {});
    const Person namesake = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Sokolane"), {});
    Person third = addPerson(*file, QStringLiteral("Amelia"), QStringLiteral("Stone"), {});
    third.notes = QStringLiteral("Met Zerubina Sokolane, [Zerubina](person:%1).").arg(her.id.value);
    keep(*file, third);
    REQUIRE_OK(erase(*file, her.id.value));
    CHECK(fullName(file->get(namesake.id).value()) == QStringLiteral("Zerubina Sokolane"));
    CHECK(file->get(third.id)->notes == QStringLiteral("Met Zerubina Sokolane, a person."));
}

TEST_CASE("names that are words or countries too stay where they stand alone", "[erasure]")
{
    FreshStore file;
    const Person her = addPerson(*file, QStringLiteral("Grace"), QStringLiteral("Jordan"), {});
    Person other = addPerson(*file, QStringLiteral("Amelia"), QStringLiteral("Stone"), {});
    other.notes = QStringLiteral("Grace Jordan came from Jordan, by the grace of the embassy.");
    keep(*file, other);
    REQUIRE_OK(erase(*file, her.id.value));
    CHECK(file->get(other.id)->notes == QStringLiteral("a person came from Jordan, by the grace of the embassy."));
}

TEST_CASE("who was merged into somebody is erased with her", "[erasure][merge]")
{
    FreshStore file;
    const Person her = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"), {});
    const Person twin = addPerson(*file, QStringLiteral("Vexilda"), QStringLiteral("Qwort"), {});
    ContactPoint mail = putContact(*file, twin.id, QStringLiteral("email"), QStringLiteral("zq@mailpost.example"));
    REQUIRE_OK(file->change(QStringLiteral("Merge Vexilda Qwort"), [&](ChangeWriter& writer) -> Result<> {
        mail.person = her.id;
        DTP_CHECK(writer.update(mail));
        return writer.remove(twin.id);
    }));
    const Person bare = addPerson(*file, QStringLiteral("Plomadine"), QStringLiteral("Qwort"), {});
    REQUIRE_OK(file->change(QStringLiteral("Merge Plomadine Qwort"), [&](ChangeWriter& writer) -> Result<> {
        Person changed = her;
        changed.notes = QStringLiteral("also Plomadine");
        DTP_CHECK(writer.update(changed));
        return writer.remove(bare.id);
    }));
    REQUIRE_OK(erase(*file, her.id.value));
    CHECK(placesOf({QStringLiteral("Vexilda"), QStringLiteral("Qwort"), QStringLiteral("Plomadine"),
                    QStringLiteral("zq@mailpost")},
                   file.folder.path()) == QStringList());
    CHECK(!file->nextUndo());
}

TEST_CASE("a merge that was taken back leaves the other person alone", "[erasure][merge]")
{
    FreshStore file;
    const Person her = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"), {});
    const Person twin = addPerson(*file, QStringLiteral("Vexilda"), QStringLiteral("Stone"), {});
    const ContactPoint mail =
        putContact(*file, twin.id, QStringLiteral("email"), QStringLiteral("vs@mailpost.example"));
    REQUIRE_OK(file->change(QStringLiteral("Merge"), [&](ChangeWriter& writer) -> Result<> {
        ContactPoint moved = mail;
        moved.person = her.id;
        DTP_CHECK(writer.update(moved));
        return writer.remove(twin.id);
    }));
    REQUIRE_OK(file->undo());
    REQUIRE_OK(erase(*file, her.id.value));
    CHECK(fullName(file->get(twin.id).value()) == QStringLiteral("Vexilda Stone"));
    CHECK(file->get(mail.id)->person == twin.id);
    // It could only be done again to one who is not there any more.
    CHECK(!file->nextRedo());
    while (file->nextUndo())
        REQUIRE_OK(file->undo());
    CHECK(file->count(Entity::Person).value() == 0);
}

TEST_CASE("who is in the history alone can be erased too", "[erasure]")
{
    FreshStore file;
    const Person her = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"), {});
    REQUIRE_OK(file->undo());
    addPerson(*file, QStringLiteral("Amelia"), QStringLiteral("Stone"), {});
    const auto found = personToErase(*file, QStringLiteral("zerubina qwortlefax"));
    REQUIRE_OK(found);
    CHECK(*found == her.id.value);
    CHECK(!personToErase(*file, QStringLiteral("Qwortlefax")));
    CHECK(!personToErase(*file, QStringLiteral("Amelia")));
    REQUIRE_OK(erase(*file, *found));
    CHECK(placesOf({QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax")}, file.folder.path()) == QStringList());
    CHECK(file->history()->size() == 1);
}

TEST_CASE("the ledger keeps its counts and says that a person was erased", "[erasure][ledger]")
{
    FreshStore file;
    const Everywhere all = fill(*file);
    Disclosure entry;
    entry.at = QDateTime(QDate(2026, 5, 1), QTime(9, 0));
    entry.what = QStringLiteral("Card of Zerubina Qwortlefax");
    entry.audience = QStringLiteral("funder");
    entry.file = QStringLiteral("/home/somebody/Qwortlefax.vcf");
    entry.named = 1;
    REQUIRE_OK(file->change(QStringLiteral("Export"), [&](ChangeWriter& writer) -> Result<> {
        DTP_TRY(id, writer.insert(entry));
        const std::vector<qint64> people{all.person.id.value};
        return addToLedger(writer, id, people, true);
    }));
    const auto places = erasurePlaces(*file, all.person.id.value);
    REQUIRE_OK(places);
    const auto asked = std::find_if(places->places.begin(), places->places.end(),
                                    [](const ErasurePlace& place) { return place.fate == ErasurePlace::Fate::Asked; });
    REQUIRE(asked != places->places.end());
    CHECK(asked->which == QStringList{QStringLiteral("2026-05-01 09:00 · Card of Zerubina Qwortlefax · Funders · "
                                                     "/home/somebody/Qwortlefax.vcf")});
    REQUIRE_OK(erase(*file, all.person.id.value));
    const auto entries = file->find<Disclosure>();
    REQUIRE_OK(entries);
    REQUIRE(entries->size() == 1);
    CHECK(entries->front().what == QStringLiteral("Card of a person"));
    CHECK(entries->front().file == QStringLiteral("/home/somebody/a person.vcf"));
    CHECK(entries->front().named == 1);
    CHECK(file->count(Entity::DisclosedPerson).value() == 1);
    CHECK(placesOf(hers, file.folder.path()) == QStringList());
}

TEST_CASE("to look at the places changes nothing", "[erasure]")
{
    FreshStore file;
    const Everywhere all = fill(*file);
    const QString before = contentOf(*file);
    const auto history = file->history()->size();
    const auto places = erasurePlaces(*file, all.person.id.value);
    REQUIRE_OK(places);
    CHECK(places->name == QStringLiteral("Zerubina Qwortlefax"));
    CHECK(contentOf(*file) == before);
    CHECK(file->history()->size() == history);
    CHECK(file->setting(QStringLiteral("clearFreeRoom")) == QString());
    const auto hasLine = [&](ErasurePlace::Fate fate, const QString& what) {
        return std::any_of(places->places.begin(), places->places.end(),
                           [&](const ErasurePlace& place) { return place.fate == fate && place.what == what; });
    };
    CHECK(hasLine(ErasurePlace::Fate::Erased, QStringLiteral("1 person")));
    CHECK(hasLine(ErasurePlace::Fate::Erased, QStringLiteral("2 contacts")));
    CHECK(hasLine(ErasurePlace::Fate::Erased, QStringLiteral("1 task")));
    CHECK(hasLine(ErasurePlace::Fate::Rewritten, QStringLiteral("1 person")));
    CHECK(hasLine(ErasurePlace::Fate::Rewritten, QStringLiteral("1 saved search")));
}
