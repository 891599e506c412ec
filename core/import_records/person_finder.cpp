// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_text.h>
#include <import_records/person_finder.h>

#include <standards/countries.h>
#include <storage/bulk_reader.h>

namespace dtp
{

namespace
{
void addOnce(std::vector<qint64>& list, qint64 value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(value);
}

Found known(qint64 key)
{
    return {Found::How::Known, key, {}, {}};
}
} // namespace

void PersonFinder::expect(const PersonHint& hint)
{
    if (hint.record != 0)
        m_known[hint.record];
    for (const QString& email : hint.emails)
        m_byEmail[emailKey(email)];
    for (const ContactPoint& phone : hint.phones) {
        if (!phone.e164.isEmpty())
            m_byPhone[phone.e164];
    }
    for (const NameKey& key : hint.nameKeys)
        m_byName[key.text()];
}

void PersonFinder::expect(qint64 key)
{
    m_known[key];
}

Result<> PersonFinder::read(const Store& store)
{
    DTP_CHECK(readContacts(store));
    return readNames(store);
}

Result<> PersonFinder::readContacts(const Store& store)
{
    if (m_byEmail.isEmpty() && m_byPhone.isEmpty())
        return {};
    return readBulk(store, {.entity = Entity::ContactPoint, .fields = {"person_id", "kind", "value", "e164"}},
                    [this](const BulkRow& contact) {
                        const bool isEmail = contact.utf8(1) == "email";
                        if (!isEmail && contact.utf8(3).empty())
                            return;
                        auto& index = isEmail ? m_byEmail : m_byPhone;
                        const auto found = index.find(isEmail ? emailKey(contact.text(2)) : contact.text(3));
                        if (found == index.end())
                            return;
                        addOnce(*found, contact.integer(0));
                        m_known[contact.integer(0)];
                    });
}

Result<> PersonFinder::readNames(const Store& store)
{
    const auto look = [this](qint64 id, const QString& name, const QString& country, bool isMain) {
        if (name.isEmpty())
            return;
        NameKey key = nameKey(name);
        const auto named = m_byName.find(key.text());
        if (named == m_byName.end() && !m_known.contains(id))
            return;
        Known& person = m_known[id];
        if (isMain || person.name.isEmpty())
            person.name = name;
        if (!country.isEmpty())
            person.country = country;
        person.nameKeys.push_back(std::move(key));
        if (named != m_byName.end())
            addOnce(*named, id);
    };
    DTP_CHECK(readBulk(
        store, {.entity = Entity::Person, .fields = {"id", "given_name", "family_name", "own_script_name", "country"}},
        [&](const BulkRow& person) {
            const QString name = QString(person.text(1) + QLatin1Char(' ') + person.text(2)).trimmed();
            look(person.integer(0), person.text(3), person.text(4), false);
            look(person.integer(0), name, person.text(4), true);
        }));
    return readBulk(store, {.entity = Entity::AlternateName, .fields = {"person_id", "name"}},
                    [&](const BulkRow& name) { look(name.integer(0), name.text(1), {}, false); });
}

// Those who have an e-mail or a phone of the row, each once.
std::vector<qint64> PersonFinder::byContact(const PersonHint& hint) const
{
    std::vector<qint64> people;
    const auto collect = [&](const std::vector<qint64>& some) {
        for (const qint64 key : some) {
            if (!m_known.value(key).nameKeys.empty())
                addOnce(people, key);
        }
    };
    for (const QString& email : hint.emails)
        collect(m_byEmail.value(emailKey(email)));
    for (const ContactPoint& phone : hint.phones) {
        if (!phone.e164.isEmpty())
            collect(m_byPhone.value(phone.e164));
    }
    return people;
}

Found PersonFinder::byName(const PersonHint& hint, qint64 preferred) const
{
    std::vector<qint64> people;
    for (const NameKey& key : hint.nameKeys) {
        for (const qint64 one : m_byName.value(key.text()))
            addOnce(people, one);
    }
    if (std::find(people.begin(), people.end(), preferred) != people.end())
        return known(preferred);
    const QString& country = hint.person.country;
    const auto isElsewhere = [&](qint64 key) {
        const QString theirs = m_known.value(key).country;
        return !country.isEmpty() && !theirs.isEmpty() && theirs != country;
    };
    if (people.size() == 1 && isElsewhere(people.front()))
        return {
            Found::How::Unknown,
            0,
            Import::tr("%1 is known in another country (%2): say who is meant by an e-mail, a phone or the record.")
                .arg(hint.text, countryName(m_known.value(people.front()).country)),
            {}};
    const size_t all = people.size();
    if (people.size() > 1)
        std::erase_if(people, isElsewhere);
    if (people.empty())
        return {Found::How::Unknown, 0, Import::tr("Nobody called “%1” is known.").arg(hint.text), {}};
    if (people.size() > 1)
        return {Found::How::Unclear,
                0,
                Import::tr("%L1 people are called “%2”: say who is meant by an e-mail, a phone or the record.")
                    .arg(all)
                    .arg(hint.text),
                {}};
    return known(people.front());
}

Found PersonFinder::find(const PersonHint& hint, qint64 preferred) const
{
    if (hint.record != 0) {
        if (!m_known.value(hint.record).nameKeys.empty())
            return known(hint.record);
        return {Found::How::Unclear, 0, Import::tr("There is no person with this record in the file any more."), {}};
    }
    const std::vector<qint64> reached = byContact(hint);
    if (hint.nameKeys.empty()) {
        if (reached.size() == 1)
            return known(reached.front());
        if (reached.empty())
            return {Found::How::Unknown, 0, Import::tr("Nobody with the e-mail or phone of this row is known."), {}};
        return {Found::How::Unclear,
                0,
                Import::tr("%L1 people share the e-mail or phone of this row: say who is meant by the name.")
                    .arg(reached.size()),
                {}};
    }
    NameSimilarity best = NameSimilarity::Different;
    qint64 nearest = 0;
    for (const qint64 key : reached) {
        if (const NameSimilarity likeness = compareNames(hint.nameKeys, m_known.value(key).nameKeys);
            likeness > best) {
            best = likeness;
            nearest = key;
        }
    }
    if (nearest != 0)
        return known(nearest);
    Found found = byName(hint, preferred);
    if (!reached.empty())
        found.warnings.append(Import::tr("The e-mail or phone belongs to %1, who has another name.")
                                  .arg(m_known.value(reached.front()).name));
    else if (found.how == Found::How::Known && found.key > 0 && (!hint.emails.isEmpty() || !hint.phones.empty()))
        found.warnings.append(
            Import::tr("%1 was found by name alone: the e-mail or phone of this row is not theirs yet.")
                .arg(m_known.value(found.key).name));
    if (found.how == Found::How::Unknown && !found.warnings.isEmpty())
        found.sentence += QLatin1Char(' ') + found.warnings.takeFirst();
    return found;
}

QString PersonFinder::nameOf(qint64 key) const
{
    return m_known.value(key).name;
}

void PersonFinder::add(qint64 key, const PersonHint& hint)
{
    Known& person = m_known[key];
    person.name = fullName(hint.person);
    person.country = hint.person.country;
    person.nameKeys = hint.nameKeys;
    for (const NameKey& name : hint.nameKeys)
        addOnce(m_byName[name.text()], key);
    for (const QString& email : hint.emails)
        addOnce(m_byEmail[emailKey(email)], key);
    for (const ContactPoint& phone : hint.phones) {
        if (!phone.e164.isEmpty())
            addOnce(m_byPhone[phone.e164], key);
    }
}

} // namespace dtp
