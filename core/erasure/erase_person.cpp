// SPDX-License-Identifier: GPL-3.0-or-later
#include <erasure/erase_person.h>
#include <meaning/merged_people.h>

#include <base/text.h>
#include <database/free_room.h>
#include <erasure/change_backup.h>
#include <erasure/erased_names.h>
#include <erasure/erasure_list.h>
#include <known_names/name_words.h>
#include <privacy/recall.h>
#include <records/programs.h>
#include <search/record_lookup.h>
#include <standards/countries.h>

#include <QCoreApplication>

#include <tuple>

namespace dtp
{

namespace
{
struct Erasure {
    Q_DECLARE_TR_FUNCTIONS(Erasure)
};

// What somebody is called, and how she is reached.
struct Telling {
    Entity entity;
    const char* field;
    void (ErasedNames::*add)(const QString&);
};
constexpr Telling tellings[] = {
    {Entity::Person, "given_name", &ErasedNames::addName},
    {Entity::Person, "family_name", &ErasedNames::addName},
    {Entity::Person, "own_script_name", &ErasedNames::addName},
    {Entity::AlternateName, "name", &ErasedNames::addName},
    {Entity::ContactPoint, "value", &ErasedNames::addContact},
    {Entity::ContactPoint, "e164", &ErasedNames::addContact},
};

// Now and in the history.
Result<> addTo(ErasedNames& names, const Store& store, const ErasedRecords& erased)
{
    return eachErasedText(store, erased, [&](const RecordType& type, const Field& field, const QString& text) {
        for (const Telling& telling : tellings) {
            if (telling.entity == type.entity && qstrcmp(telling.field, field.name) == 0)
                (names.*telling.add)(text);
        }
    });
}

// Words of names that something else has, which is not erased with them.
Result<> addOrdinary(ErasedNames& names, const Store& store)
{
    for (const Country& country : countries())
        names.addOrdinary(country.name);
    DTP_TRY(organisations, store.find<Organisation>());
    for (const Organisation& organisation : organisations) {
        names.addOrdinary(organisation.name);
        names.addOrdinary(organisation.shortName);
    }
    return {};
}

ErasedNames::IsOfOthers others(const Store& store, const QSet<qint64>& people)
{
    const auto words = std::make_shared<NameWords>(store);
    return [words, people, &store](const QStringList& folded) {
        std::vector<WordForms> forms;
        for (const QString& word : folded)
            forms.push_back({word});
        const auto found = words->peopleWith(forms);
        if (!found) { // then nothing is taken from others
            Q_EMIT store.notifier().readingFailed(found.error());
            return true;
        }
        return std::any_of((*found)->begin(), (*found)->end(),
                           [&](qint64 person) { return !people.contains(person); });
    };
}

struct Prepared {
    ErasedRecords erased;
    std::shared_ptr<ErasedNames> names;
    TextsWithout texts;
};

Result<Prepared> prepare(const Store& store, const QSet<qint64>& people)
{
    Prepared prepared;
    DTP_TRY(erased, erasedRecordsOf(store, people));
    prepared.erased = std::move(erased);
    prepared.names = std::make_shared<ErasedNames>(prepared.erased.people, others(store, prepared.erased.people));
    DTP_CHECK(addOrdinary(*prepared.names, store));
    DTP_CHECK(addTo(*prepared.names, store, prepared.erased));
    prepared.texts = {[names = prepared.names](QByteArrayView utf8) { return names->mayMention(utf8); },
                      [names = prepared.names](const QString& text) { return names->replaced(text); }};
    return prepared;
}

// The key in "12" or "P12"; 0 for none.
qint64 digitsAtEnd(const QString& text)
{
    return (text.startsWith(QLatin1Char('P'), Qt::CaseInsensitive) ? text.mid(1) : text).toLongLong();
}
} // namespace

namespace
{
Result<qint64> personMeant(const Store& store, const QString& text)
{
    // The whole name, or the number: this is not a deed for a part of a name that happens to fit.
    const auto known = resolveRecord(store, Entity::Person, text);
    const bool isWhole =
        known && (foldText(store.titleOf(Entity::Person, *known)) == foldText(text) || digitsAtEnd(text) == *known);
    if (isWhole)
        return *known;
    DTP_TRY(past, peopleOfHistory(store));
    if (past.contains(digitsAtEnd(text)))
        return digitsAtEnd(text);
    std::vector<qint64> fitting;
    for (auto it = past.cbegin(); it != past.cend(); ++it) {
        if (foldText(it.value()) == foldText(text))
            fitting.push_back(it.key());
    }
    if (fitting.size() == 1)
        return fitting.front();
    if (fitting.empty() && known)
        return fail(Erasure::tr("Say the whole name, “%1”, or the number, to be sure who is meant.")
                        .arg(store.titleOf(Entity::Person, *known)));
    if (fitting.empty())
        return tl::unexpected<Error>(known.error());
    QStringList keys;
    for (const qint64 each : fitting)
        keys.append(QString::number(each));
    keys.sort();
    return fail(Erasure::tr("The history has more than one “%1” who was deleted. Say which by the number: %2.")
                    .arg(text, keys.join(QStringLiteral(", "))));
}
} // namespace

Result<qint64> personToErase(const Store& store, const QString& text)
{
    DTP_TRY(person, personMeant(store, text));
    DTP_TRY(stays, mergedInto(store, person)); // who was merged is erased with the record that stays
    return stays == 0 ? person : stays;
}

Result<ErasurePlaces> erasurePlaces(Store& store, qint64 person, const Progress& progress)
{
    ErasurePlaces places;
    DTP_TRY(isThere, store.contains(Entity::Person, person));
    if (isThere) {
        places.name = store.titleOf(Entity::Person, person);
    } else {
        DTP_TRY(past, peopleOfHistory(store));
        if (!past.contains(person))
            return fail(Erasure::tr("There is no such person, neither in the file nor in its history."));
        places.name = past.value(person);
    }
    DTP_TRY(prepared, prepare(store, {person}));
    places.people = prepared.erased.people;
    DTP_TRY(counts, eraseRecords(store, prepared.erased, prepared.texts, Erasing::Try, progress));
    DTP_CHECK(listPlaces(store, prepared.erased, counts, *prepared.names, places));
    return places;
}

std::vector<ErasureGroup> groupsOf(const ErasurePlaces& places)
{
    using Fate = ErasurePlace::Fate;
    const std::tuple<Fate, const char*, QString> fates[] = {
        {Fate::Erased, "erased", Erasure::tr("Erased")},
        {Fate::Rewritten, "rewritten", Erasure::tr("Kept, without this person")},
        {Fate::Backup, "backups", Erasure::tr("Backups")},
        {Fate::Asked, "asked", Erasure::tr("Not in reach: ask those who have it")},
        {Fate::Staying, "staying", Erasure::tr("Kept as it is")},
    };
    std::vector<ErasureGroup> groups;
    for (const auto& [fate, key, heading] : fates) {
        ErasureGroup group{key, heading, {}};
        for (const ErasurePlace& place : places.places) {
            if (place.fate == fate)
                group.places.push_back(place);
        }
        if (!group.places.empty())
            groups.push_back(std::move(group));
    }
    return groups;
}

namespace
{
Result<Erased> eraseIn(Store& store, const ErasurePlaces& places, const Progress& progress = {})
{
    DTP_TRY(prepared, prepare(store, places.people));
    DTP_TRY(counts, eraseRecords(store, prepared.erased, prepared.texts, Erasing::Do, progress));
    Q_UNUSED(counts)
    (void)goOn(progress, 0, 0, Erasure::tr("Clearing free room"));
    Erased done;
    const auto purged = clearFreeRoom(store.handle());
    done.isPurged = purged && *purged;
    done.sentence = Erasure::tr("Erased %1 for good.").arg(places.name);
    if (!done.isPurged)
        done.sentence +=
            QLatin1Char(' ') +
            Erasure::tr("What is left in the free room of the file could not be cleared now, since another "
                        "program reads it or the disk is full; it is cleared when the file is opened next.");
    return done;
}
} // namespace

// The tasks come first: they name nobody, what they quote of the ledger is rewritten with the ledger, and a deed that
// is stopped between makes none twice.
Result<Erased> eraseForGood(Store& store, const ErasurePlaces& places, const Progress& progress)
{
    DTP_TRY(copies, copiesToAskFor(store, places.disclosures));
    DTP_TRY(tasks, followRecall(store, copies, {}));
    DTP_TRY(done, eraseIn(store, places, progress));
    if (tasks > 0)
        done.sentence += QLatin1Char(' ') + Erasure::tr("Tasks made, to ask others for their copies: %1.").arg(tasks);
    return std::move(done);
}

Result<qint64> eraseInBackups(const Store& store, const ErasurePlaces& places, const Progress& progress)
{
    QStringList left;
    qint64 done = 0;
    for (const QString& backup : places.backups) {
        (void)goOn(progress, done, places.backups.size(), Erasure::tr("Rewriting backups"));
        const auto changed = changeBackup(backup, store.environment(), [&](Store& copy) -> Result<> {
            DTP_TRY(erased, eraseIn(copy, places));
            return erased.isPurged ? Result<>() : fail(erased.sentence);
        });
        if (changed)
            ++done;
        else
            left.append(QStringLiteral("%1 (%2)").arg(backup, places.ageing.value(backup)));
    }
    if (!left.isEmpty())
        return fail(Erasure::tr("These backups could not be rewritten and may still hold this person; delete them: %1")
                        .arg(left.join(QStringLiteral(", "))),
                    QStringLiteral("backups"));
    return done;
}

Result<Erased> eraseEverywhere(Store& store, const ErasurePlaces& places, const Progress& progress)
{
    const auto rewritten = eraseInBackups(store, places, progress);
    DTP_TRY(erased, eraseForGood(store, places, progress));
    if (!rewritten)
        return fail(erased.sentence + QLatin1Char(' ') + rewritten.error().sentence, rewritten.error().detail);
    erased.backups = *rewritten;
    if (erased.backups > 0)
        erased.sentence += QLatin1Char(' ') + Erasure::tr("Backups rewritten: %1.").arg(erased.backups);
    return std::move(erased);
}

} // namespace dtp
