// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/photo_people.h>

#include <meaning/consents.h>
#include <meaning/safety.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
struct Photos {
    Q_DECLARE_TR_FUNCTIONS(Photos)
};
} // namespace

Result<QHash<qint64, PeopleOnPhoto>> peopleOnPhotos(const Store& store, const std::vector<ReportPhoto>& photos)
{
    QHash<qint64, PeopleOnPhoto> found;
    if (photos.empty())
        return found;
    QVariantList keys;
    QVariantList images;
    for (const ReportPhoto& photo : photos) {
        keys.append(photo.id.value);
        images.append(photo.image.value);
    }
    DTP_TRY(entered, store.find<PhotoPerson>(Where().compare("photo_id", Where::Op::In, keys).orderBy("id")));
    for (const PhotoPerson& one : entered) {
        PeopleOnPhoto& on = found[one.photo.value];
        on.people.add(one.person);
        on.hasUnknown = on.hasUnknown || !one.person;
    }
    DTP_TRY(portraits, store.find<Person>(Where().compare("photo_id", Where::Op::In, images).orderBy("id")));
    for (const Person& person : portraits) {
        for (const ReportPhoto& photo : photos) {
            if (photo.image == person.photo)
                found[photo.id.value].people.add(person.id);
        }
    }
    return found;
}

Result<> setPeopleOnPhoto(Store& store, Id<ReportPhoto> id, const Subjects& people)
{
    DTP_TRY(photo, store.get(id));
    DTP_TRY(before, store.find<PhotoPerson>(Where("photo_id", id)));
    DTP_CHECK(store.change(Photos::tr("Say who is on a photo"), [&](ChangeWriter& writer) -> Result<> {
        Subjects kept;
        for (const PhotoPerson& one : before) {
            if (people.contains(one.person) && !kept.contains(one.person))
                kept.add(one.person);
            else
                DTP_CHECK(writer.remove(one.id));
        }
        for (const Id<Person> person : people) {
            if (kept.contains(person))
                continue;
            PhotoPerson one{{}, id, person};
            DTP_CHECK(writer.insert(one));
        }
        photo.nobodyRecognisable = false;
        return writer.update(photo);
    }));
    return {};
}

Result<> setNobodyRecognisable(Store& store, Id<ReportPhoto> id, bool isNobody)
{
    DTP_TRY(photo, store.get(id));
    DTP_TRY(portraits, store.count(Entity::Person, Where("photo_id", photo.image)));
    if (isNobody && portraits > 0)
        return fail(Photos::tr("This picture is the portrait of somebody in the file: they can be recognised."));
    DTP_TRY(entered, store.find<PhotoPerson>(Where("photo_id", id)));
    DTP_CHECK(store.change(isNobody ? Photos::tr("Say that nobody can be recognised on a photo")
                                    : Photos::tr("No longer say that nobody can be recognised on a photo"),
                           [&](ChangeWriter& writer) -> Result<> {
                               if (isNobody) {
                                   for (const PhotoPerson& one : entered)
                                       DTP_CHECK(writer.remove(one.id));
                               }
                               photo.nobodyRecognisable = isNobody;
                               return writer.update(photo);
                           }));
    return {};
}

Result<QStringList> whoDidNotAgree(const Store& store, const PeopleOnPhoto& on)
{
    QStringList names;
    for (const Id<Person> id : on.people) {
        DTP_TRY(consents, store.find<Consent>(Where("person_id", id)));
        if (!agreesTo(consents, QStringLiteral("photo"), store.environment().clock->today()))
            names.append(store.titleOf(Entity::Person, id.value));
    }
    return names;
}

Result<QStringList> whoNeedsCare(const Store& store, const PeopleOnPhoto& on)
{
    QStringList names;
    for (const Id<Person> id : on.people) {
        DTP_TRY(person, store.get(id));
        if (needsCare(person))
            names.append(store.titleOf(Entity::Person, id.value));
    }
    return names;
}

QString whoIsOnIt(const Store& store, const ReportPhoto& photo, const PeopleOnPhoto& on)
{
    QStringList names;
    for (const Id<Person> person : on.people)
        names.append(store.titleOf(Entity::Person, person.value));
    if (on.hasUnknown)
        names.append(Photos::tr("somebody who is no longer in the file"));
    if (!names.isEmpty())
        return Photos::tr("On it: %1").arg(names.join(QStringLiteral(", ")));
    if (photo.nobodyRecognisable)
        return Photos::tr("Nobody can be recognised");
    return Photos::tr("Not said who is on it: it does not leave for outsiders");
}

} // namespace dtp
