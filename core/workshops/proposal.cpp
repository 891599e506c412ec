// SPDX-License-Identifier: GPL-3.0-or-later
#include <workshops/proposal.h>

#include <standards/countries.h>
#include <workshops/proposal_rules.h>

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace dtp
{

namespace
{
struct ProposalText {
    Q_DECLARE_TR_FUNCTIONS(Proposal)
};

QString capitalised(const QString& text)
{
    return text.isEmpty() ? text : QString(text.at(0).toUpper() + text.mid(1));
}

// What is worth telling of one person, given the whole list.
class Explainer
{
public:
    Explainer(const Store& store, const ProposalPool& pool, const ProposalWish& wish,
              const std::vector<size_t>& chosen)
        : m_store(store), m_pool(pool), m_wish(wish)
    {
        for (const size_t index : chosen)
            ++m_fromCountry[pool.candidates[index].country];
    }

    QString why(const Profile& profile) const
    {
        QStringList parts;
        addStanding(profile, parts);
        addCountry(profile, parts);
        addWork(profile, parts);
        addOtherTargets(profile, parts);
        if (profile.firstTime)
            parts.append(ProposalText::tr("never in a workshop before"));
        if (m_wish.weights.recentContact > 0 && profile.lastContact.isValid())
            parts.append(ProposalText::tr("last contact in %1")
                             .arg(QLocale().toString(profile.lastContact, QStringLiteral("MMMM yyyy"))));
        return capitalised(parts.join(QStringLiteral("; ")));
    }

private:
    void addStanding(const Profile& profile, QStringList& parts) const
    {
        const QString state = m_pool.onList.value(profile.person.value);
        if (!state.isEmpty())
            parts.append(
                ProposalText::tr("on the list already (%1)")
                    .arg(insideSentence(m_store.vocabulary(QStringLiteral("invitation_states")).labelOf(state))));
        else if (m_wish.locked.contains(profile.person.value))
            parts.append(ProposalText::tr("set by you"));
    }

    void addCountry(const Profile& profile, QStringList& parts) const
    {
        if (profile.country.isEmpty())
            return;
        const int others = m_fromCountry.value(profile.country);
        const QString country = countryName(profile.country);
        parts.append(others == 1 ? ProposalText::tr("the only one from %1").arg(country)
                                 : ProposalText::tr("one of %1 from %2").arg(QString::number(others), country));
    }

    // Issues and skills that were asked for, by weight or by target.
    void addWork(const Profile& profile, QStringList& parts) const
    {
        QStringList issues;
        const Vocabulary& words = m_store.vocabulary(QStringLiteral("issues"));
        for (const QString& issue : profile.issues) {
            const bool wanted = m_wish.issues.contains(issue) || isTarget(QStringLiteral("issue"), issue);
            if (wanted)
                issues.append(insideSentence(words.labelOf(issue)));
        }
        if (!issues.isEmpty())
            parts.append(ProposalText::tr("works on %1").arg(QLocale().createSeparatedList(issues)));
        QStringList skills;
        for (const QString& skill : m_wish.skills) {
            if (profile.skills.contains(skill))
                skills.append(insideSentence(m_store.vocabulary(QStringLiteral("skills")).labelOf(skill)));
        }
        if (!skills.isEmpty())
            parts.append(ProposalText::tr("skilled in %1").arg(QLocale().createSeparatedList(skills)));
    }

    void addOtherTargets(const Profile& profile, QStringList& parts) const
    {
        for (const QString& sector : profile.sectors) {
            if (isTarget(QStringLiteral("sector"), sector))
                parts.append(
                    ProposalText::tr("sector: %1").arg(valueLabel(m_store, QStringLiteral("sector"), sector)));
        }
        const QString cohort = cohortValue(profile.cohort);
        if (isTarget(QStringLiteral("cohort"), cohort))
            parts.append(ProposalText::tr("first program in the %1")
                             .arg(valueLabel(m_store, QStringLiteral("cohort"), cohort)));
    }

    bool isTarget(const QString& dimension, const QString& value) const
    {
        return !value.isEmpty() &&
               std::any_of(m_wish.targets.begin(), m_wish.targets.end(), [&](const WorkshopTarget& t) {
                   return t.dimension == dimension && t.value == value && t.minimum.value_or(0) > 0;
               });
    }

    const Store& m_store;
    const ProposalPool& m_pool;
    const ProposalWish& m_wish;
    QHash<QString, int> m_fromCountry;
};

QString targetSentence(const ProposedTarget& target, const QString& label)
{
    QString sentence =
        ProposalText::tr("%1: %2 of %3").arg(label, QString::number(target.reached), boundsText(target.bounds));
    const int shortBy = target.bounds.minimum.value_or(0) - target.reached;
    const int over = target.bounds.maximum ? target.reached - *target.bounds.maximum : 0;
    if (over > 0)
        return QString(sentence +
                       ProposalText::tr(", %n too many: they stand on the list already, or another wish needs them",
                                        nullptr, over));
    if (shortBy <= 0)
        return sentence;
    sentence += ProposalText::tr(", %n short", nullptr, shortBy);
    if (target.available <= target.reached)
        return QString(sentence + ProposalText::tr("; there are no more among the candidates"));
    return QString(sentence + ProposalText::tr("; candidates: %n, but other wishes or the places stand against more",
                                               nullptr, target.available));
}

void addTargets(const Store& store, const ProposalWish& wish, const ProposalProblem& problem,
                const ChoiceResult& choice, Proposal& proposal)
{
    std::vector<size_t> everybody(problem.choice.candidates.size());
    for (size_t i = 0; i < everybody.size(); ++i)
        everybody[i] = i;
    for (size_t i = 0; i < problem.targets.size(); ++i) {
        const ChoiceRule& rule = problem.choice.rules[problem.ruleOf[i]];
        ProposedTarget target;
        target.target = problem.targets[i];
        target.bounds = boundsOf(target.target, wish.size);
        target.reached = countedBy(rule, problem.choice, choice.chosen);
        target.available = countedBy(rule, problem.choice, everybody);
        target.isMet = target.reached >= target.bounds.minimum.value_or(0) &&
                       (!target.bounds.maximum || target.reached <= *target.bounds.maximum);
        const QString label = target.target.value.isEmpty()
                                  ? differentLabel(target.target.dimension)
                                  : valueLabel(store, target.target.dimension, target.target.value);
        target.sentence = targetSentence(target, label);
        proposal.targets.push_back(std::move(target));
    }
}

void addRemarks(const ProposalPool& pool, const ProposalWish& wish, Proposal& proposal)
{
    const int people = static_cast<int>(proposal.people.size());
    if (people < wish.size)
        proposal.remarks.append(ProposalText::tr("Only %1 of %2 places are filled: nobody else may be on the list.")
                                    .arg(QString::number(people), QString::number(wish.size)));
    if (pool.declined > 0)
        proposal.remarks.append(ProposalText::tr("%n left out who declined or cannot come.", nullptr, pool.declined));
    if (pool.atRisk > 0)
        proposal.remarks.append(ProposalText::tr("%n left out because they are at risk.", nullptr, pool.atRisk));
    if (pool.outOfReach > 0)
        proposal.remarks.append(
            ProposalText::tr("%n left out who are deceased or out of contact.", nullptr, pool.outOfReach));
    if (proposal.isBest)
        proposal.remarks.append(ProposalText::tr("No better list exists under these wishes."));
    else if (proposal.gap > 0.001 && proposal.gap < 0.5)
        proposal.remarks.append(ProposalText::tr("A better list, if there is one, is at most %1 % better.")
                                    .arg(QLocale().toString(std::ceil(proposal.gap * 1000) / 10)));
    else if (proposal.gap > 0.001)
        proposal.remarks.append(ProposalText::tr(
            "Time was up before the list could be compared with all others: a better one may exist."));
}

// Everybody gets a first reserve before anybody gets a second.
void addReserves(const Store& store, const ProposalPool& pool, const ProposalWish& wish, Proposal& proposal)
{
    QSet<qint64> taken;
    for (const ProposedPerson& person : proposal.people)
        taken.insert(person.person.value);
    for (int round = 0; round < wish.reserves; ++round) {
        for (ProposedPerson& person : proposal.people) {
            if (!person.isNew())
                continue;
            auto nearest = nearestSubstitutes(store, pool, wish, taken, person.person, 1);
            if (nearest.empty())
                continue;
            taken.insert(nearest.front().person.value);
            person.reserves.push_back(std::move(nearest.front()));
        }
    }
}
} // namespace

QString insideSentence(const QString& label)
{
    if (label.size() < 2 || !label.at(0).isUpper() || label.at(1).isUpper())
        return label;
    return QString(label.at(0).toLower() + label.mid(1));
}

int Proposal::newPeople() const
{
    return static_cast<int>(
        std::count_if(people.begin(), people.end(), [](const ProposedPerson& p) { return p.isNew(); }));
}

std::vector<ProposedTarget> Proposal::missedTargets() const
{
    std::vector<ProposedTarget> missed;
    std::copy_if(targets.begin(), targets.end(), std::back_inserter(missed),
                 [](const ProposedTarget& t) { return !t.isMet; });
    return missed;
}

Result<Proposal> propose(const Store& store, const ProposalPool& pool, const ProposalWish& wish,
                         const Progress& progress)
{
    if (wish.size <= 0)
        return fail(ProposalText::tr("Say how many people the list should have."));
    const ProposalProblem problem = problemOf(pool, wish, store.environment().clock->today());
    const auto locked = std::count_if(problem.choice.candidates.begin(), problem.choice.candidates.end(),
                                      [](const ChoiceCandidate& c) { return c.locked; });
    if (locked > wish.size)
        return fail(ProposalText::tr("%1 people are set or on the list already, but the list should "
                                     "have %2. Ask for more places, or set fewer.")
                        .arg(QString::number(locked), QString::number(wish.size)));
    DTP_TRY(choice, chooseBest(problem.choice, wish.milliseconds, progress));

    Proposal proposal;
    proposal.workshop = wish.workshop;
    proposal.wanted = wish.size;
    proposal.candidates = static_cast<int>(pool.candidates.size());
    proposal.isBest = choice.proven;
    proposal.gap = choice.gap;
    const Explainer explainer(store, pool, wish, choice.chosen);
    for (const size_t index : choice.chosen) {
        const Profile& profile = pool.candidates[index];
        const qint64 key = profile.person.value;
        proposal.people.push_back({profile.person,
                                   profile.name,
                                   profile.country,
                                   pool.onList.value(key),
                                   wish.locked.contains(key),
                                   profile.isAtRisk(),
                                   explainer.why(profile),
                                   {}});
    }
    std::sort(proposal.people.begin(), proposal.people.end(), [](const ProposedPerson& a, const ProposedPerson& b) {
        const int byCountry = countryName(a.country).localeAwareCompare(countryName(b.country));
        const int byName = a.name.localeAwareCompare(b.name);
        return byCountry != 0 ? byCountry < 0 : byName != 0 ? byName < 0 : a.person < b.person;
    });
    addTargets(store, wish, problem, choice, proposal);
    addReserves(store, pool, wish, proposal);
    addRemarks(pool, wish, proposal);
    return proposal;
}

} // namespace dtp
