// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/discretion.h>

#include <meaning/safety.h>
#include <records/countries.h>
#include <records/kinds.h>
#include <records/people.h>
#include <storage/bulk_reader.h>
#include <ui/models/masking.h>

#include <QCoreApplication>
#include <algorithm>

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
    if (isOn)
        readAll();
    Q_EMIT switched(isOn);
}

void Discretion::readAll()
{
    m_names.clear();
    m_cover.clear();
    m_seen.clear();
    const auto people = peopleWithCare(m_store);
    const auto done = people ? read(*people) : tl::unexpected(people.error());
    m_isUnknown = !done;
    if (!done)
        Q_EMIT m_store.notifier().readingFailed(done.error());
}

Result<> Discretion::read(const std::vector<qint64>& people)
{
    const BulkQuery names{.entity = Entity::Person,
                          .fields = {"id", "given_name", "family_name", "own_script_name", "country"},
                          .keyField = "id",
                          .keys = people};
    DTP_CHECK(readBulk(m_store, names, [this](const BulkRow& row) {
        const qint64 person = row.integer(0);
        const QString country = countryName(row.text(4));
        const QString instead =
            country.isEmpty() ? DiscretionText::tr("Somebody") : DiscretionText::tr("Somebody, %1").arg(country);
        m_names.insert(person, instead);
        m_cover.addName(person, row.text(1), row.text(2), instead);
        m_cover.addOther(person, row.text(3), instead);
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
    std::for_each(people.begin(), people.end(), [this](qint64 person) { forget(person); });
    const auto rows = m_store.rows(Entity::Person, people);
    m_isUnknown = !rows;
    std::vector<qint64> careful;
    for (const RecordValues& values : rows ? *rows : std::vector<RecordValues>()) {
        if (needsCare(fromValues<Person>(values)))
            careful.push_back(values.id);
    }
    std::sort(careful.begin(), careful.end());
    careful.erase(std::unique(careful.begin(), careful.end()), careful.end());
    if (const auto done = read(careful); !done)
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
        if (isReplaced || !isSaid(field, value))
            continue;
        if (isMaskedOnScreen(type, field))
            value = traitsOf(field).isText() && !traitsOf(field).isTime() ? QVariant(hiddenText()) : QVariant();
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
