// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/discretion.h>

#include <meaning/codes.h>
#include <meaning/removed_people.h>
#include <meaning/safety.h>
#include <records/kinds.h>
#include <records/masking.h>
#include <records/people.h>
#include <standards/countries.h>
#include <storage/bulk_reader.h>

#include <QCoreApplication>
#include <algorithm>
#include <cctype>
#include <iterator>

namespace dtp
{

namespace
{
struct DiscretionText {
    Q_DECLARE_TR_FUNCTIONS(Discretion)
};

bool isPersonOf(const Field& field)
{
    return field.reference == Entity::Person && field.isOwner;
}

bool isSaid(const Field& field, const QVariant& value)
{
    return !traitsOf(field).isEmpty(value);
}

// What says where somebody is to be found, as an affiliation says where she works.
bool isWhereabouts(const Field& field)
{
    return field.reference == Entity::Organisation;
}

// Whether one of the words of a text is one of these; much quicker than taking it apart by the rules of all scripts.
bool hasWordOf(std::string_view text, const QSet<QByteArrayView>& words)
{
    const auto isInWord = [](char c) { return (c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0; };
    for (size_t at = 0; at < text.size();) {
        const size_t from = at;
        while (at < text.size() && isInWord(text[at]))
            ++at;
        if (at > from && words.contains(QByteArrayView(text.data() + from, static_cast<qsizetype>(at - from))))
            return true;
        at = std::max(at, from + 1);
    }
    return false;
}

// A person's own record; her key stays, so that what belongs to her is found.
RecordValues seenPerson(const Discretion& discretion, const RecordValues& values)
{
    auto person = fromValues<Person>(values);
    const bool isNamed =
        !person.givenName.isEmpty() || !person.familyName.isEmpty() || !person.ownScriptName.isEmpty();
    person.givenName.clear();
    person.familyName = isNamed ? discretion.nameOf(values.id) : QString();
    person.ownScriptName.clear();
    person.photo = {};
    return toValues(person);
}

// The fields that are a person's own name. The record says who it is: it may be named though another has a name of the
// same words.
const QSet<int>& ownNameFields()
{
    const RecordType& type = recordType<Person>();
    static const QSet<int> all{type.indexOf("given_name"), type.indexOf("family_name"),
                               type.indexOf("own_script_name")};
    return all;
}
} // namespace

Discretion& Discretion::attachedTo(Store& store)
{
    auto* there = store.notifier().findChild<Discretion*>(QString(), Qt::FindDirectChildrenOnly);
    return there ? *there : *new Discretion(store);
}

const Discretion* Discretion::of(const Store& store)
{
    return store.notifier().findChild<Discretion*>(QString(), Qt::FindDirectChildrenOnly);
}

Discretion::Discretion(Store& store) : QObject(&store.notifier()), m_store(store)
{
    connect(&store.notifier(), &Notifier::changed, this, &Discretion::noteChange);
}

void Discretion::set(bool isOn)
{
    if (isOn == m_isOn)
        return;
    m_isOn = isOn;
    if (isOn) {
        m_names.clear();
        m_cover.clear();
        readAll();
    }
    Q_EMIT switched(isOn);
}

void Discretion::readAll()
{
    m_seen.clear();
    const auto done = readEverybody();
    m_isUnknown = !done;
    if (!done)
        Q_EMIT m_store.notifier().readingFailed(done.error());
}

// Onto what is known: who was covered and is there no more stays covered.
Result<> Discretion::readEverybody()
{
    DTP_TRY(people, peopleWithCare(m_store));
    std::vector<qint64> before(m_names.keyBegin(), m_names.keyEnd());
    std::sort(before.begin(), before.end());
    std::vector<qint64> others;
    std::set_difference(before.begin(), before.end(), people.begin(), people.end(), std::back_inserter(others));
    for (const qint64 person : others) {
        DTP_TRY(isThere, m_store.contains(Entity::Person, person));
        if (isThere)
            forget(person);
    }
    DTP_CHECK(read(people));
    DTP_CHECK(readRemoved());
    return readNamesakes();
}

void Discretion::addPerson(qint64 person, const QString& given, const QString& family, const QString& ownScript,
                           const QString& country)
{
    const QString where = countryName(country);
    const QString instead =
        where.isEmpty() ? DiscretionText::tr("Somebody") : DiscretionText::tr("Somebody, %1").arg(where);
    m_names.insert(person, instead);
    m_cover.addName(person, given, family, instead);
    m_cover.addOther(person, ownScript, instead);
}

Result<> Discretion::read(const std::vector<qint64>& people)
{
    const BulkQuery names{.entity = Entity::Person,
                          .fields = {"id", "given_name", "family_name", "own_script_name", "country"},
                          .keyField = "id",
                          .keys = people};
    DTP_CHECK(readBulk(m_store, names, [this](const BulkRow& row) {
        addPerson(row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4));
    }));
    const BulkQuery others{
        .entity = Entity::AlternateName, .fields = {"person_id", "name"}, .keyField = "person_id", .keys = people};
    DTP_CHECK(readBulk(m_store, others, [this](const BulkRow& row) {
        m_cover.addOther(row.integer(0), row.text(1), m_names.value(row.integer(0)));
    }));
    const BulkQuery contacts{
        .entity = Entity::ContactPoint, .fields = {"person_id", "value"}, .keyField = "person_id", .keys = people};
    return readBulk(m_store, contacts, [this](const BulkRow& row) {
        m_cover.addContact(row.integer(0), row.text(1), m_names.value(row.integer(0)));
    });
}

// The history of the file still names them, and so does what is undone.
Result<> Discretion::readRemoved()
{
    DTP_TRY(removed, removedPeopleWithCare(m_store));
    for (const RemovedPerson& one : removed) {
        const Person& person = one.person;
        addPerson(person.id.value, person.givenName, person.familyName, person.ownScriptName, person.country);
        const QString instead = m_names.value(person.id.value);
        for (const QString& name : one.otherNames)
            m_cover.addOther(person.id.value, name, instead);
        for (const QString& contact : one.contacts)
            m_cover.addContact(person.id.value, contact, instead);
    }
    return {};
}

// Whoever may be named and has a word in the name that is the whole name of somebody who is covered.
Result<> Discretion::readNamesakes()
{
    QList<QByteArray> singles;
    for (const QString& single : m_cover.singles())
        singles.append(single.toUtf8());
    if (singles.isEmpty())
        return {};
    const QSet<QByteArrayView> words(singles.begin(), singles.end());
    const BulkQuery query{.entity = Entity::Person,
                          .fields = {"id", "given_name", "family_name"},
                          .conditions = {{"safety_level", BulkQuery::Compare::Equals, codeText(SafetyLevel::Normal)}}};
    return readBulk(m_store, query, [&](const BulkRow& row) {
        if (hasWordOf(row.utf8(1), words) || hasWordOf(row.utf8(2), words))
            m_cover.addNamesake(row.integer(0), row.text(1), row.text(2));
    });
}

void Discretion::forget(qint64 person)
{
    m_names.remove(person);
    m_cover.remove(person);
}

// Told before the pages, which were made later.
void Discretion::noteChange(const Touched& touched)
{
    if (!m_isOn)
        return;
    if (touched.everything || m_isUnknown)
        return readAll();
    std::vector<qint64> people;
    for (const QSet<qint64>& some : {touched.records.value(Entity::Person), touched.owners.value(Entity::Person)})
        people.insert(people.end(), some.begin(), some.end());
    if (people.empty())
        return;
    m_seen.clear();
    const auto rows = m_store.rows(Entity::Person, people); // without who is gone: these stay covered
    m_isUnknown = !rows;
    const qsizetype singles = m_cover.singleCount();
    std::vector<qint64> careful;
    std::vector<Person> others;
    for (const RecordValues& values : rows ? *rows : std::vector<RecordValues>()) {
        const auto person = fromValues<Person>(values);
        if (needsCare(person)) {
            careful.push_back(values.id);
            continue;
        }
        forget(values.id);
        others.push_back(person);
    }
    std::sort(careful.begin(), careful.end());
    careful.erase(std::unique(careful.begin(), careful.end()), careful.end());
    auto done = read(careful);
    if (done && m_cover.singleCount() > singles)
        done = readNamesakes();
    for (const Person& person : others)
        m_cover.addNamesake(person.id.value, person.givenName, person.familyName);
    if (!done)
        m_isUnknown = true;
}

bool Discretion::covers(qint64 person) const
{
    return m_isOn && person != 0 && (m_isUnknown || m_names.contains(person));
}

QString Discretion::nameOf(qint64 person) const
{
    return m_names.value(person, DiscretionText::tr("Somebody"));
}

QString Discretion::covered(const QString& text) const
{
    if (!m_isOn || text.isEmpty())
        return text;
    if (const QString* known = m_seen.object(text))
        return *known;
    QString result = m_cover.covered(text);
    m_seen.insert(text, new QString(result));
    return result;
}

QString hiddenText()
{
    return QStringLiteral("•••");
}

QString hiddenHint()
{
    return DiscretionText::tr("Hidden: discreet mode");
}

bool isDiscreet(const Store& store)
{
    const Discretion* discretion = Discretion::of(store);
    return discretion && discretion->isOn();
}

bool isCovered(const Store& store, qint64 person)
{
    const Discretion* discretion = Discretion::of(store);
    return discretion && discretion->covers(person);
}

QString seen(const Store& store, const QString& text)
{
    const Discretion* discretion = Discretion::of(store);
    return discretion ? discretion->covered(text) : text;
}

std::vector<int> peopleFields(Entity entity)
{
    std::vector<int> all;
    const auto& fields = recordType(entity).fields;
    for (size_t i = 0; i < fields.size(); ++i) {
        if (isPersonOf(fields[i]))
            all.push_back(static_cast<int>(i));
    }
    return all;
}

bool isAboutCovered(const Store& store, const RecordValues& values)
{
    if (!isDiscreet(store))
        return false;
    if (values.entity == Entity::Person)
        return isCovered(store, values.id);
    const std::vector<int> people = peopleFields(values.entity);
    return std::any_of(people.begin(), people.end(),
                       [&](int field) { return isCovered(store, values.fields.at(field).toLongLong()); });
}

RecordValues seen(const Store& store, const RecordValues& values)
{
    const Discretion* discretion = Discretion::of(store);
    if (!discretion || !discretion->isOn())
        return values;
    const bool isAbout = isAboutCovered(store, values);
    const bool isPerson = isAbout && values.entity == Entity::Person;
    RecordValues shown = isPerson ? seenPerson(*discretion, values) : values;
    const RecordType& type = recordType(values.entity);
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const Field& field = type.fields[i];
        QVariant& value = shown.fields[static_cast<qsizetype>(i)];
        const bool isReplaced = isPerson && value != values.fields.at(static_cast<qsizetype>(i));
        const bool isOwnName = values.entity == Entity::Person && ownNameFields().contains(static_cast<int>(i));
        if (isReplaced || isOwnName || !isSaid(field, value))
            continue;
        if (isMaskedOnScreen(type, field))
            value = traitsOf(field).isText() && !traitsOf(field).isTime() ? QVariant(hiddenText()) : QVariant();
        else if (isAbout && isWhereabouts(field))
            value = QVariant();
        else if (traitsOf(field).isFreeText())
            value = isAbout ? hiddenText() : discretion->covered(value.toString());
    }
    return shown;
}

bool isCovered(const Store& store, const RecordValues& values, int field)
{
    if (!isDiscreet(store))
        return false;
    const QVariant& value = values.fields.at(field);
    const Field& one = recordType(values.entity).fields[static_cast<size_t>(field)];
    if (one.reference == Entity::Person)
        return isCovered(store, value.toLongLong()) || isMaskedOnScreen(recordType(values.entity), one);
    if (isWhereabouts(one) && isSaid(one, value) && isAboutCovered(store, values))
        return true;
    if (traitsOf(one).isReference() && seen(store, store.displayText(one, value)) != store.displayText(one, value))
        return true;
    return seen(store, values).fields.at(field) != value;
}

QString seenTitle(const Store& store, Entity entity, qint64 id)
{
    if (!isDiscreet(store))
        return store.titleOf(entity, id);
    if (entity == Entity::Person && isCovered(store, id))
        return Discretion::of(store)->nameOf(id);
    const auto values = store.get(entity, id);
    const QString own = values && isAboutCovered(store, *values) ? titleOf(seen(store, *values)) : QString();
    return own.isEmpty() ? seen(store, store.titleOf(entity, id)) : own;
}

} // namespace dtp
