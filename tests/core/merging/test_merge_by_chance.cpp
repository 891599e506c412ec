// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is merged, edited, undone and redone, in any order: nothing is lost, nothing is there twice, nothing refers
// to who is gone, and undoing all of it brings back what was there.
#include <meaning/consents.h>
#include <merging/merge_people.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>
#include <support/rounds.h>

#include <QSet>
#include <random>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr int people = 7;

class Scene
{
public:
    explicit Scene(unsigned seed) : m_random(seed)
    {
        for (int i = 0; i < people; ++i) {
            const Person person = addPerson(*file, QStringLiteral("Given%1").arg(i), QStringLiteral("Family"));
            for (int c = 0; c < 3; ++c)
                addContact(person.id, pick(12));
            addConsent(person.id);
        }
    }

    int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(m_random); }

    void addContact(Id<Person> person, int which)
    {
        ContactPoint one;
        one.person = person;
        one.kind = QStringLiteral("email");
        one.value = QStringLiteral("a%1@mail.example").arg(which);
        const auto there =
            file->count(Entity::ContactPoint, Where("person_id", person).is("value", QVariant(one.value)));
        if (*there == 0)
            addRecords(*file, one);
    }
    void addConsent(Id<Person> person)
    {
        Consent one;
        one.person = person;
        one.purpose = pick(2) == 0 ? QStringLiteral("funders") : QStringLiteral("photo");
        one.answer = pick(2) == 0 ? QStringLiteral("agreed") : QStringLiteral("refused");
        one.answeredOn = QDate(2020, 1, 1).addDays(pick(1000));
        addRecords(*file, one);
    }
    std::vector<qint64> some()
    {
        std::vector<qint64> all = file->ids(Entity::Person).value();
        std::shuffle(all.begin(), all.end(), m_random);
        all.resize(std::min(all.size(), static_cast<size_t>(2 + pick(2))));
        return all;
    }
    QSet<QString> addresses() const
    {
        QSet<QString> all;
        const std::vector<ContactPoint> contacts = file.store->find<ContactPoint>().value();
        for (const ContactPoint& one : contacts)
            all.insert(one.value);
        return all;
    }
    // "1 funders": who says no to what.
    bool saysNo(qint64 person, const char* purpose) const
    {
        const auto own = file.store->find<Consent>(Where("person_id", QVariant(person))).value();
        const Consent* counting = newestConsent(own, QLatin1String(purpose));
        return counting && counting->answer != QStringLiteral("agreed");
    }

    FreshStore file;

private:
    std::mt19937 m_random;
};

void checkWhole(const Scene& scene)
{
    CHECK(scene.file.store->check().value() == QStringList());
    QSet<QString> seen;
    const std::vector<ContactPoint> contacts = scene.file.store->find<ContactPoint>().value();
    for (const ContactPoint& one : contacts) {
        const QString what = QStringLiteral("%1 %2").arg(one.person.value).arg(one.value);
        CHECK(!seen.contains(what));
        seen.insert(what);
        CHECK(scene.file.store->contains(Entity::Person, one.person.value).value());
    }
}

void mergeSome(Scene& scene)
{
    const std::vector<qint64> chosen = scene.some();
    if (chosen.size() < 2)
        return;
    QStringList refused;
    for (const char* purpose : {"funders", "photo"}) {
        if (std::any_of(chosen.begin(), chosen.end(), [&](qint64 one) { return scene.saysNo(one, purpose); }))
            refused.append(QLatin1String(purpose));
    }
    const QSet<QString> addresses = scene.addresses();
    const auto count = scene.file->count(Entity::Person).value();
    const auto plan = planMerge(*scene.file, chosen);
    REQUIRE_OK(plan);
    REQUIRE_OK(mergePeople(*scene.file, *plan));
    CHECK(scene.addresses() == addresses);
    CHECK(scene.file->count(Entity::Person).value() == count - static_cast<qint64>(chosen.size()) + 1);
    for (const QString& purpose : std::as_const(refused))
        CHECK(scene.saysNo(chosen.front(), purpose.toLatin1().constData()));
}
} // namespace

TEST_CASE("Merges, edits, undoing and redoing by chance lose nothing and double nothing", "[merge][chance]")
{
    const unsigned seed = GENERATE(range(1u, 1u + static_cast<unsigned>(rounds(12, 4))));
    CAPTURE(seed);
    Scene scene(seed);
    const QString atFirst = contentOf(*scene.file);
    const auto changesAtFirst = scene.file->history(1000)->size();
    for (int step = 0; step < 25; ++step) {
        switch (scene.pick(5)) {
        case 0:
        case 1:
            mergeSome(scene);
            break;
        case 2:
            scene.addContact({scene.some().front()}, scene.pick(12));
            break;
        case 3:
            if (scene.file->history(1000)->size() > changesAtFirst && scene.file->nextUndo())
                REQUIRE_OK(scene.file->undo());
            break;
        default:
            if (scene.file->nextRedo())
                REQUIRE_OK(scene.file->redo());
            break;
        }
        checkWhole(scene);
    }
    while (scene.file->nextUndo() && contentOf(*scene.file) != atFirst)
        REQUIRE_OK(scene.file->undo());
    CHECK(contentOf(*scene.file) == atFirst);
}
