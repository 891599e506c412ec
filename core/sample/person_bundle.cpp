// SPDX-License-Identifier: GPL-3.0-or-later
#include <sample/name_maker.h>
#include <sample/person_bundle.h>

namespace dtp
{

namespace
{
const NameList& randomNames(const SampleLists& lists, const SampleCountry& country, Random& random)
{
    int all = 0;
    for (const auto& [list, weight] : country.lists)
        all += weight;
    int place = random.below(all);
    for (const auto& [list, weight] : country.lists) {
        place -= weight;
        if (place < 0)
            return lists.names[static_cast<size_t>(list)];
    }
    return lists.names[static_cast<size_t>(country.lists.front().first)];
}

void nameAndGender(const SampleWorld& world, PersonBundle& bundle, const SampleCountry& country, Random& random)
{
    Person& person = bundle.person;
    const int gender = random.below(1000);
    bundle.made.isWoman = gender < 525 || (gender >= 970 && random.chance(50));
    person.gender = gender < 525   ? QStringLiteral("female")
                    : gender < 970 ? QStringLiteral("male")
                    : gender < 985 ? QStringLiteral("non_binary")
                    : gender < 990 ? QStringLiteral("other")
                    : gender < 995 ? QStringLiteral("undisclosed")
                                   : QString();
    if (person.gender == QLatin1String("non_binary") && random.chance(80))
        person.pronouns = QStringLiteral("they/them");
    else if (random.chance(8) && gender < 970)
        person.pronouns = bundle.made.isWoman ? QStringLiteral("she/her") : QStringLiteral("he/him");
    const MadeName name = makeName(randomNames(world.lists, country, random), bundle.made.isWoman, random);
    person.givenName = name.given;
    person.familyName = name.family;
    person.ownScriptName = name.own;
}

// Nine of ten people came to a course; the others are trainers, partner staff and further contacts.
void standing(const SampleWorld& world, PersonBundle& bundle, Random& random)
{
    const auto& open = world.editionsFor[bundle.made.country];
    const int kind = random.below(100);
    const bool alumna = kind < 94 && !open.empty();
    bundle.made.isTrainer = !alumna && kind < 97;
    if (alumna)
        bundle.made.edition = random.pick(open);
    const int year =
        alumna ? world.editions[static_cast<size_t>(bundle.made.edition)].year : random.between(1995, 2024);
    const int birthYear = year - random.between(23, 47);
    bundle.made.birthYear = static_cast<quint16>(birthYear);
    Person& person = bundle.person;
    if (random.chance(82))
        person.birthYear = birthYear;
    const int age = 2026 - birthYear;
    const int fate = random.below(1000);
    if (age > 58 && fate < 4 * (age - 58))
        person.status = QStringLiteral("deceased");
    else if (age > 64 && fate < 450)
        person.status = QStringLiteral("retired");
    else if (fate > 1000 - (year < 2005 ? 260 : 70))
        person.status = QStringLiteral("lost_contact");
    bundle.made.isActive = person.status == QLatin1String("active");
    const int risk = random.below(1000);
    person.safetyLevel = risk < 30   ? QStringLiteral("at_risk")
                         : risk < 90 ? QStringLiteral("careful")
                                     : QStringLiteral("normal");
    bundle.made.isNormal = risk >= 90;
    if (risk < 90)
        person.safeChannel = random.pick(world.lists.words[QStringLiteral("channel")]);
    if (bundle.made.isActive ? random.chance(70) : random.chance(20))
        person.lastVerified = sampleToday().addDays(-random.between(5, random.chance(60) ? 700 : 5000));
}

void aboutThePerson(const SampleWorld& world, PersonBundle& bundle, const SampleCountry& country, Random& random)
{
    Person& person = bundle.person;
    person.country = country.code;
    if (random.chance(90))
        person.place = random.pick(country.places);
    if (!country.identities.isEmpty() && random.chance(16))
        person.identity = random.pick(country.identities);
    if (random.chance(45))
        person.disability = random.chance(8) ? QStringLiteral("yes") : QStringLiteral("no");
    if (random.chance(18))
        person.notes = random.pick(world.lists.words[QStringLiteral("note")]);
}

void addAffiliations(const SampleWorld& world, PersonBundle& bundle, Random& random)
{
    if (!random.chance(93))
        return;
    const auto& employers = world.employers[bundle.made.country];
    const auto anyEmployer = [&]() -> const MadeOrganisation& {
        return employers.empty() || random.chance(4)
                   ? random.pick(world.organisations)
                   : world.organisations[static_cast<size_t>(random.pick(employers))];
    };
    const int year = bundle.made.edition >= 0 ? world.editions[static_cast<size_t>(bundle.made.edition)].year
                                              : random.between(2000, 2022);
    const auto add = [&](PartialDate from, PartialDate to) {
        const MadeOrganisation& organisation = anyEmployer();
        bundle.affiliations.push_back({{},
                                       {},
                                       organisation.id,
                                       random.pick(world.lists.words[QStringLiteral("role")]),
                                       organisation.kind,
                                       from,
                                       to});
    };
    const int begin = year - random.between(0, 6);
    const bool moved = random.chance(24) && year < 2022;
    const int change = std::min(2025, year + random.between(1, 9));
    add(PartialDate(begin, random.chance(40) ? random.between(1, 12) : 0, 0, random.chance(10)),
        moved ? PartialDate(change) : PartialDate());
    if (moved)
        add(PartialDate(change, random.chance(50) ? random.between(1, 12) : 0), PartialDate());
}

void addIssuesAndSkills(const SampleWorld& world, PersonBundle& bundle, Random& random)
{
    const SampleLists& lists = world.lists;
    QStringList issues;
    if (bundle.made.edition >= 0)
        issues.append(
            lists.series[static_cast<size_t>(world.editions[static_cast<size_t>(bundle.made.edition)].series)].theme);
    for (int more = random.below(3); more > 0 || issues.isEmpty(); --more) {
        const QString& issue = random.pick(lists.issues);
        if (!issues.contains(issue))
            issues.append(issue);
    }
    bundle.made.issue = static_cast<quint16>(std::max<qsizetype>(0, lists.issues.indexOf(issues.constFirst())));
    for (const QString& issue : std::as_const(issues))
        bundle.issues.push_back({{}, {}, issue});

    const int count = bundle.made.isTrainer ? 4 : random.chance(55) ? random.between(1, 3) : 0;
    QStringList skills;
    for (int i = 0; i < count; ++i) {
        PersonSkill skill;
        skill.skill = random.pick(lists.skills);
        if (skills.contains(skill.skill))
            continue;
        skills.append(skill.skill);
        skill.level = random.pick(lists.skillLevels);
        const bool strong = skill.level == QLatin1String("advanced") || skill.level == QLatin1String("expert");
        if (strong && random.chance(60))
            skill.evidence = random.pick(lists.words[QStringLiteral("evidence")]);
        if (strong && random.chance(35)) {
            skill.verifiedBy = QStringLiteral("Training officer");
            skill.verifiedOn = sampleToday().addDays(-random.between(30, 1500));
        }
        skill.willTrain = strong && random.chance(bundle.made.isTrainer ? 90 : 40);
        skill.willMentor = strong && random.chance(35);
        skill.willFacilitate = random.chance(strong ? 45 : 12);
        bundle.skills.push_back(std::move(skill));
    }
}

void addLanguages(PersonBundle& bundle, const SampleCountry& country, Random& random)
{
    QStringList spoken{country.languages.constFirst()};
    if (country.languages.size() > 1 && random.chance(35))
        spoken.append(country.languages.at(random.between(1, static_cast<int>(country.languages.size()) - 1)));
    QString level = QStringLiteral("native");
    for (const QString& language : std::as_const(spoken)) {
        bundle.languages.push_back({{}, {}, language, level});
        level = random.chance(50) ? QStringLiteral("fluent") : QStringLiteral("working");
    }
    if (!spoken.contains(QStringLiteral("en")) && random.chance(80)) {
        static const QStringList levels = {QStringLiteral("fluent"), QStringLiteral("working"),
                                           QStringLiteral("working"), QStringLiteral("basic")};
        bundle.languages.push_back({{}, {}, QStringLiteral("en"), random.pick(levels)});
    }
}

QString outcomeOf(int year, int modules, Random& random)
{
    if (year == 2026 && modules > 1)
        return QStringLiteral("ongoing");
    const int fate = random.below(100);
    return fate < 88   ? QStringLiteral("completed")
           : fate < 94 ? QStringLiteral("partial")
           : fate < 97 ? QStringLiteral("withdrew")
                       : QStringLiteral("absent");
}

void addParticipations(const SampleWorld& world, PersonBundle& bundle, Random& random)
{
    std::vector<int> taken;
    const auto add = [&](int index, const QString& role) {
        if (std::find(taken.begin(), taken.end(), index) != taken.end())
            return;
        taken.push_back(index);
        const MadeEdition& edition = world.editions[static_cast<size_t>(index)];
        const int modules = world.lists.series[static_cast<size_t>(edition.series)].modules;
        const bool learns = role == QLatin1String("participant");
        bundle.participations.push_back(
            {{}, {}, edition.id, role, learns ? outcomeOf(edition.year, modules, random) : QString(), {}});
    };
    if (bundle.made.edition >= 0) {
        const MadeEdition& first = world.editions[static_cast<size_t>(bundle.made.edition)];
        add(bundle.made.edition, QStringLiteral("participant"));
        if (random.chance(28)) // of whom some will have drawn a course before their first: those are left out
            for (int more = random.between(1, 2); more > 0; --more) {
                const int next = random.pick(world.editionsFor[bundle.made.country]);
                if (world.editions[static_cast<size_t>(next)].year > first.year)
                    add(next, random.chance(85) ? QStringLiteral("participant") : QStringLiteral("facilitator"));
            }
        if (random.chance(24))
            bundle.sources.push_back(
                {{},
                 {},
                 first.file,
                 random.between(2, 40),
                 QDateTime(QDate(2026, 1, 12).addDays(random.below(90)), QTime(10, random.below(60))),
                 {}});
    } else if (bundle.made.isTrainer) {
        for (int count = random.between(1, 6); count > 0; --count)
            add(random.below(static_cast<qsizetype>(world.editions.size())),
                random.chance(70) ? QStringLiteral("trainer") : QStringLiteral("resource_person"));
    }
}

void addOtherName(PersonBundle& bundle, Random& random)
{
    const Person& person = bundle.person;
    if (!random.chancePerMille(40) || person.givenName.size() < 4)
        return;
    if (random.chance(50)) {
        bundle.names.push_back(
            {{}, {}, person.givenName.left(person.givenName.size() > 5 ? 3 : 2), QStringLiteral("nickname")});
        return;
    }
    QString other = person.givenName;
    other.replace(QLatin1String("ee"), QLatin1String("i"))
        .replace(QLatin1String("oo"), QLatin1String("u"))
        .replace(QLatin1String("ph"), QLatin1String("f"));
    if (other == person.givenName)
        other.append(QLatin1Char('h'));
    bundle.names.push_back(
        {{}, {}, QString(other + QLatin1Char(' ') + person.familyName).trimmed(), QStringLiteral("spelling")});
}

// Some people are in the file twice, as they are in real lists: names turned round or cut short, one contact the same.
void makeSecondCopy(const SampleWorld& world, PersonBundle& bundle, qint64 index)
{
    const PersonBundle first = makePerson(world, index - 1);
    Person& person = bundle.person;
    person = first.person;
    bundle.made = first.made;
    bundle.contacts.assign(first.contacts.begin(), first.contacts.begin() + static_cast<qsizetype>(std::min<size_t>(
                                                                                1, first.contacts.size())));
    bundle.participations = first.participations;
    bundle.affiliations = first.affiliations;
    person.ownScriptName.clear();
    person.lastVerified = {};
    person.notes.clear();
    switch (index / 290 % 3) {
    case 0:
        if (!person.familyName.isEmpty())
            std::swap(person.givenName, person.familyName);
        break;
    case 1:
        person.familyName = person.familyName.left(1);
        break;
    default:
        person.givenName.chop(person.givenName.size() > 4 ? 1 : 0);
        break;
    }
}
} // namespace

PersonBundle makePerson(const SampleWorld& world, qint64 index)
{
    Random random(world.seed, static_cast<quint64>(index));
    PersonBundle bundle;
    const int countryIndex = world.lists.randomCountry(random);
    const SampleCountry& country = world.lists.countries[static_cast<size_t>(countryIndex)];
    bundle.made.country = static_cast<quint16>(countryIndex);
    nameAndGender(world, bundle, country, random);
    standing(world, bundle, random);
    aboutThePerson(world, bundle, country, random);
    addOtherName(bundle, random);
    addContacts(world, bundle, index, random);
    addAffiliations(world, bundle, random);
    addIssuesAndSkills(world, bundle, random);
    addLanguages(bundle, country, random);
    addConsents(bundle, random);
    addContactNotes(world, bundle, random);
    addParticipations(world, bundle, random);
    if (index % 290 == 289)
        makeSecondCopy(world, bundle, index);
    return bundle;
}

} // namespace dtp
