// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_text.h>
#include <import_people/known_people.h>

#include <storage/bulk_reader.h>

namespace dtp
{

namespace
{
constexpr int mostDoubts = 3;      // about one row
constexpr int mostNamesakes = 100; // who may have refused

void addOnce(std::vector<int>& list, int value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(value);
}
} // namespace

KnownPeople::KnownPeople(const UnderstoodRows& rows, QString fileName) : m_rows(rows), m_fileName(std::move(fileName))
{
    collectKeys();
}

Result<> KnownPeople::read(const Store& store)
{
    DTP_CHECK(readSources(store));
    DTP_CHECK(readContacts(store));
    return readNames(store);
}

void KnownPeople::collectKeys()
{
    const AllRowKeys& all = m_rows.keys;
    for (size_t i = 0; i < all.size(); ++i) {
        const RowKeys& row = all.row(i);
        if (row.isRejected)
            continue;
        for (const quint64 email : all.emails(row))
            m_byEmail.expect(email);
        for (const quint64 phone : all.phones(row))
            m_byPhone.expect(phone);
        for (const quint64 name : all.names(row)) {
            m_byName.expect(name);
            if (row.hasRefusal)
                m_refusingNames.insert(name);
        }
        m_byDigest.expect(row.digest);
        if (row.record != 0)
            m_knownById.insert(row.record, -1);
    }
    for (KeyIndex* index : {&m_byEmail, &m_byPhone, &m_byName, &m_byDigest})
        index->settle();
}

int KnownPeople::knownOf(qint64 id)
{
    const auto found = m_knownById.constFind(id);
    if (found != m_knownById.constEnd() && *found >= 0)
        return *found;
    KnownPerson known;
    known.id = id;
    m_known.push_back(known);
    const int index = static_cast<int>(m_known.size()) - 1;
    m_knownById.insert(id, index);
    return index;
}

Result<> KnownPeople::readSources(const Store& store)
{
    return readBulk(
        store, {.entity = Entity::Provenance, .fields = {"person_id", "file", "row_number", "digest"}, .byKey = true},
        [this](const BulkRow& source) {
            if (const quint64 digest = digestHash(source.text(3));
                m_byDigest.isExpected(digest) && m_byDigest.firstOf(digest) < 0)
                m_byDigest.add(digest, knownOf(source.integer(0)));
            if (source.text(1) == m_fileName && m_rows.keys.hasNumber(source.integer(2)))
                addOnce(m_byRow[source.integer(2)], knownOf(source.integer(0)));
        });
}

Result<> KnownPeople::readContacts(const Store& store)
{
    return readBulk(store, {.entity = Entity::ContactPoint, .fields = {"person_id", "kind", "value", "e164"}},
                    [this](const BulkRow& contact) {
                        const bool isEmail = contact.utf8(1) == "email";
                        if (!isEmail && contact.utf8(3).empty())
                            return;
                        const quint64 key = isEmail ? emailHash(contact.text(2)) : phoneHash(contact.text(3));
                        KeyIndex& index = isEmail ? m_byEmail : m_byPhone;
                        if (index.isExpected(key))
                            index.add(key, knownOf(contact.integer(0)));
                    });
}

// The names of everybody: who is called like a row, and what those are called who share its e-mail or phone.
Result<> KnownPeople::readNames(const Store& store)
{
    const auto look = [this](qint64 id, const QString& name, bool isMain) -> KnownPerson* {
        if (name.isEmpty())
            return nullptr;
        NameKey key = nameKey(name);
        const quint64 hash = nameHash(key);
        const bool isNamed = m_byName.isExpected(hash);
        if (!isNamed && !m_knownById.contains(id))
            return nullptr;
        const int index = knownOf(id);
        KnownPerson& known = m_known[static_cast<size_t>(index)];
        if (isMain || known.name.isEmpty())
            known.name = name;
        known.nameKeys.push_back(std::move(key));
        if (isNamed)
            m_byName.add(hash, index, m_refusingNames.contains(hash) ? mostNamesakes : mostDoubts);
        return &known;
    };
    DTP_CHECK(readBulk(store,
                       {.entity = Entity::Person,
                        .fields = {"id", "given_name", "family_name", "own_script_name", "gender", "birth_year"}},
                       [&](const BulkRow& person) {
                           const QString name = QString(person.text(1) + QLatin1Char(' ') + person.text(2)).trimmed();
                           KnownPerson* own = look(person.integer(0), person.text(3), false);
                           if (KnownPerson* latin = look(person.integer(0), name, true))
                               own = latin;
                           if (own) {
                               own->gender = person.text(4);
                               own->birthYear = static_cast<int>(person.integer(5));
                           }
                       }));
    return readBulk(store, {.entity = Entity::AlternateName, .fields = {"person_id", "name"}},
                    [&](const BulkRow& name) { look(name.integer(0), name.text(1), false); });
}

// Relatives share addresses, and sons their fathers' names. A year of difference can be a slip of whoever typed it.
bool KnownPeople::isSomebodyElse(const KnownPerson& known, const FileRow& row) const
{
    static const auto isSaid = [](const QString& gender) {
        return gender == QLatin1String("female") || gender == QLatin1String("male");
    };
    const Person& theirs = row.draft.person;
    if (isSaid(known.gender) && isSaid(theirs.gender) && known.gender != theirs.gender)
        return true;
    return known.birthYear != 0 && theirs.birthYear && std::abs(known.birthYear - *theirs.birthYear) > 1;
}

// Names that agree, and an e-mail or a phone in common: beyond doubt. Of several the one whose names agree best, then
// the oldest.
KnownPeople::Match KnownPeople::byContact(const FileRow& row) const
{
    Match best;
    NameSimilarity likeness = NameSimilarity::Different;
    const auto consider = [&](const KeyIndex& index, std::span<const quint64> keys, const char* how) {
        for (const quint64 key : keys) {
            for (const int candidate : index.of(key)) {
                const NameSimilarity found = compareNames(row.draft.nameKeys, at(candidate).nameKeys);
                // An initial alone joins nobody: brothers have the same.
                if (found > likeness && found > NameSimilarity::Initials && !isSomebodyElse(at(candidate), row)) {
                    likeness = found;
                    best.known = candidate;
                    best.how = Import::tr(how);
                }
            }
        }
    };
    const AllRowKeys& all = m_rows.keys;
    consider(m_byEmail, all.emails(row.keys), QT_TRANSLATE_NOOP("Import", "Same name and e-mail as %1"));
    consider(m_byPhone, all.phones(row.keys), QT_TRANSLATE_NOOP("Import", "Same name and phone as %1"));
    return best;
}

KnownPeople::Match KnownPeople::matchOf(const FileRow& row) const
{
    const auto named = [this](int index) { return index >= 0 && !at(index).nameKeys.empty(); };
    // A record that is gone has no names.
    if (const int index = row.keys.record != 0 ? m_knownById.value(row.keys.record, -1) : -1; named(index))
        return {index, Import::tr("The record of %1")};
    if (const int index = m_byDigest.firstOf(row.keys.digest); named(index)) {
        const bool isHere = at(index).id == 0;
        return {index, isHere ? Import::tr("The same in all cells as %1") : Import::tr("This row made %1 before")};
    }
    if (Match match = byContact(row); match.known >= 0)
        return match;
    const std::vector<int> before = m_byRow.value(row.keys.number);
    for (const int index : before) {
        if (at(index).id != 0 && !isSomebodyElse(at(index), row) &&
            compareNames(row.draft.nameKeys, at(index).nameKeys) == NameSimilarity::Same)
            return {index, Import::tr("This row of this file was %1 before")};
    }
    return {};
}

// Who somebody new could also be: the same name, or the same e-mail or phone with another name.
QStringList KnownPeople::doubtsOf(const FileRow& row) const
{
    QStringList doubts;
    std::vector<int> told;
    const auto tell = [&](const KeyIndex& index, std::span<const quint64> keys, const char* sentence) {
        for (const quint64 key : keys) {
            for (const int candidate : index.of(key)) {
                if (doubts.size() >= mostDoubts || std::find(told.begin(), told.end(), candidate) != told.end())
                    continue;
                told.push_back(candidate);
                const KnownPerson& known = at(candidate);
                const QString who =
                    known.id != 0 ? known.name : Import::tr("%1 (row %2)").arg(known.name).arg(known.row);
                const NameSimilarity similarity = compareNames(row.draft.nameKeys, known.nameKeys);
                if (similarity == NameSimilarity::Initials)
                    doubts.append(
                        Import::tr("Possibly the same as %1: the initial agrees, and so does an address.").arg(who));
                else if (similarity == NameSimilarity::Same && isSomebodyElse(known, row))
                    doubts.append(
                        Import::tr("Possibly the same as %1, who has the same name and another gender or birth "
                                   "year.")
                            .arg(who));
                else
                    doubts.append(Import::tr(sentence).arg(who));
            }
        }
    };
    const AllRowKeys& all = m_rows.keys;
    tell(m_byEmail, all.emails(row.keys),
         QT_TRANSLATE_NOOP("Import", "Possibly the same as %1, who has the same e-mail and another name."));
    tell(m_byPhone, all.phones(row.keys),
         QT_TRANSLATE_NOOP("Import", "Possibly the same as %1, who has the same phone and another name."));
    tell(m_byName, all.names(row.keys),
         QT_TRANSLATE_NOOP("Import", "Possibly the same as %1, who has the same name."));
    return doubts;
}

std::vector<int> KnownPeople::probablyOf(const FileRow& row) const
{
    std::vector<int> probable;
    const AllRowKeys& all = m_rows.keys;
    for (const quint64 key : all.names(row.keys)) {
        for (const int candidate : m_byName.of(key)) {
            if (!isSomebodyElse(at(candidate), row))
                addOnce(probable, candidate);
        }
    }
    const auto addAlike = [&](const KeyIndex& index, std::span<const quint64> keys) {
        for (const quint64 key : keys) {
            for (const int candidate : index.of(key)) {
                if (compareNames(row.draft.nameKeys, at(candidate).nameKeys) != NameSimilarity::Different)
                    addOnce(probable, candidate);
            }
        }
    };
    addAlike(m_byEmail, all.emails(row.keys));
    addAlike(m_byPhone, all.phones(row.keys));
    return probable;
}

namespace
{
bool anyShared(const KeyIndex& index, std::span<const quint64> keys)
{
    return std::any_of(keys.begin(), keys.end(), [&](quint64 key) { return index.isShared(key); });
}
} // namespace

bool KnownPeople::mayMeet(const RowKeys& keys) const
{
    const AllRowKeys& all = m_rows.keys;
    const std::span<const quint64> names = all.names(keys);
    return m_byDigest.isShared(keys.digest) || anyShared(m_byEmail, all.emails(keys)) ||
           anyShared(m_byPhone, all.phones(keys)) || std::any_of(names.begin(), names.end(), [&](quint64 name) {
               return m_refusingNames.contains(name) && m_byName.isShared(name);
           });
}

// Later rows of the file may be the same person by what this row says. What no other row says is not remembered.
void KnownPeople::remember(int known, const FileRow& row)
{
    const AllRowKeys& all = m_rows.keys;
    const auto add = [known](KeyIndex& index, std::span<const quint64> keys) {
        for (const quint64 key : keys) {
            if (index.isShared(key))
                index.add(key, known);
        }
    };
    add(m_byEmail, all.emails(row.keys));
    add(m_byPhone, all.phones(row.keys));
    for (const quint64 name : all.names(row.keys)) {
        if (m_byName.isShared(name))
            m_byName.add(name, known, m_refusingNames.contains(name) ? mostNamesakes : mostDoubts);
    }
    if (m_byDigest.isShared(row.keys.digest) && m_byDigest.firstOf(row.keys.digest) < 0)
        m_byDigest.add(row.keys.digest, known);
    KnownPerson& who = m_known[static_cast<size_t>(known)];
    for (const NameKey& key : row.draft.nameKeys) {
        if (std::find(who.nameKeys.begin(), who.nameKeys.end(), key) == who.nameKeys.end())
            who.nameKeys.push_back(key);
    }
}

int KnownPeople::add(const FileRow& row)
{
    const bool meets = mayMeet(row.keys);
    if (!meets && !anyShared(m_byName, m_rows.keys.names(row.keys)))
        return -1;
    KnownPerson known;
    known.row = row.keys.number;
    known.name = fullName(row.draft.person);
    known.gender = row.draft.person.gender;
    known.birthYear = row.draft.person.birthYear.value_or(0);
    m_known.push_back(std::move(known));
    const int index = static_cast<int>(m_known.size()) - 1;
    remember(index, row);
    if (!meets)
        m_known.back().nameKeys = {}; // only compared with those of the same e-mail or phone
    return index;
}

} // namespace dtp
