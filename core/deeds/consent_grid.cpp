// SPDX-License-Identifier: GPL-3.0-or-later
#include <deeds/consent_grid.h>

#include <base/text.h>
#include <deeds/deed_runs.h>
#include <meaning/codes.h>

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <map>
#include <optional>

namespace dtp
{

namespace
{
class Consents
{
    Q_DECLARE_TR_FUNCTIONS(Consents)
};

constexpr size_t readAtOnce = 500; // people
constexpr qsizetype mostNamed = 3;

bool isAgreement(const QString& answer)
{
    return codeOf<ConsentAnswer>(answer) == ConsentAnswer::Agreed;
}

QString dayText(QDate day)
{
    return QLocale().toString(day, QStringLiteral("d MMM yyyy"));
}

Consent consentFrom(const ConsentAnswers& all, const ConsentAnswers::Answer& one)
{
    Consent consent;
    consent.person = one.person;
    consent.purpose = one.purpose;
    consent.answer = one.answer;
    consent.answeredOn = all.on;
    consent.expiresOn = isAgreement(one.answer) ? all.until : QDate();
    consent.method = withoutControls(all.method).simplified();
    consent.askedBy = withoutControls(all.askedBy).simplified();
    return consent;
}

bool saysTheSame(const Consent& one, const Consent& other)
{
    return one.purpose == other.purpose && one.answer == other.answer && one.answeredOn == other.answeredOn &&
           one.expiresOn == other.expiresOn;
}

struct Fresh {
    std::vector<Consent> consents;  // to be entered
    std::vector<Consent> completed; // there already, now with how it was given or who asked
    QHash<qint64, std::vector<Consent>> known;
    int there = 0; // that say nothing new
};

// What is there already is given what it does not say yet. Nothing: it says how or by whom otherwise.
std::optional<Consent> completedBy(const Consent& there, const Consent& said)
{
    Consent whole = there;
    for (const auto field : {&Consent::method, &Consent::askedBy}) {
        if ((whole.*field).isEmpty())
            whole.*field = said.*field;
        else if (!(said.*field).isEmpty() && whole.*field != said.*field)
            return std::nullopt;
    }
    return whole;
}

// Those that are not there already, one of each person and purpose.
Result<Fresh> freshOf(const Store& store, const ConsentAnswers& answers)
{
    std::map<std::pair<qint64, QString>, ConsentAnswers::Answer> wanted;
    std::vector<qint64> people;
    for (const ConsentAnswers::Answer& one : answers.answers) {
        const auto [known, isFirst] = wanted.try_emplace({one.person.value, one.purpose}, one);
        if (!isFirst && !isAgreement(one.answer))
            known->second = one; // a refusal wins
        if (std::find(people.begin(), people.end(), one.person.value) == people.end())
            people.push_back(one.person.value);
    }
    Fresh fresh;
    DTP_TRY(known, consentsOf(store, people));
    fresh.known = std::move(known);
    for (const auto& [key, one] : wanted) {
        const Consent consent = consentFrom(answers, one);
        // What counts already; an older entry that says the same may have been overtaken by one of the same day.
        const Consent* counting = newestConsent(fresh.known[key.first], one.purpose);
        const auto whole =
            counting && saysTheSame(*counting, consent) ? completedBy(*counting, consent) : std::nullopt;
        if (!whole)
            fresh.consents.push_back(consent);
        else if (*whole != *counting)
            fresh.completed.push_back(*whole);
        else
            ++fresh.there;
    }
    return fresh;
}

Result<> checkDays(const Store& store, const ConsentAnswers& answers)
{
    if (answers.on > store.environment().clock->today())
        return fail(Consents::tr("%1 is still to come: say on which day they answered.").arg(dayText(answers.on)));
    if (answers.until.isValid() && answers.until < answers.on)
        return fail(Consents::tr("What is agreed on %1 cannot end on %2, which is before.")
                        .arg(dayText(answers.on), dayText(answers.until)));
    return {};
}

// "Dara Sok (Publicity), Mali Chai (Newsletter) and 3 more"
QString named(const Store& store, const std::vector<const Consent*>& consents)
{
    QStringList names;
    const Vocabulary& purposes = store.vocabulary(QStringLiteral("consent_purposes"));
    for (const Consent* one : consents) {
        if (names.size() == mostNamed)
            break;
        names.append(Consents::tr("%1 (%2)", "a person, and what for")
                         .arg(store.titleOf(Entity::Person, one->person.value), purposes.labelOf(one->purpose)));
    }
    const QString list = names.join(QStringLiteral(", "));
    const qsizetype more = static_cast<qsizetype>(consents.size()) - names.size();
    return more > 0 ? Consents::tr("%1 and %2 more").arg(list).arg(more) : list;
}

QStringList overruled(const Store& store, const Fresh& fresh)
{
    const QDate today = store.environment().clock->today();
    std::vector<const Consent*> refused;
    std::vector<const Consent*> refusedThatDay;
    std::vector<const Consent*> agreed;
    std::vector<const Consent*> unlimited;
    for (const Consent& one : fresh.consents) {
        std::vector<Consent> all = fresh.known.value(one.person.value);
        const Consent* before = newestConsent(all, one.purpose);
        const QDate end = before && isAgreement(before->answer) ? before->expiresOn : QDate();
        all.push_back(one);
        const Consent* counting = newestConsent(all, one.purpose);
        if (counting->id && isAgreement(one.answer) && !isAgreement(counting->answer))
            (counting->answeredOn == one.answeredOn ? refusedThatDay : refused).push_back(&one);
        else if (!isAgreement(one.answer) && agreesTo(all, one.purpose, today))
            agreed.push_back(&one);
        else if (!counting->id && isAgreement(one.answer) && !one.expiresOn.isValid() && end.isValid() && end >= today)
            unlimited.push_back(&one);
    }
    QStringList sentences;
    if (!refusedThatDay.empty())
        sentences.append(Consents::tr("A refusal or withdrawal of the same day still holds: %1. If it was entered by "
                                      "mistake, delete it.")
                             .arg(named(store, refusedThatDay)));
    if (!refused.empty())
        sentences.append(Consents::tr("A later refusal or withdrawal still holds: %1.").arg(named(store, refused)));
    if (!agreed.empty())
        sentences.append(Consents::tr("An agreement of a later day still holds: %1.").arg(named(store, agreed)));
    if (!unlimited.empty())
        sentences.append(Consents::tr("What was agreed to with an end holds without one from now on: %1. If the end "
                                      "still stands, enter the agreement with it.")
                             .arg(named(store, unlimited)));
    return sentences;
}

// Notes that somebody was asked, and that the answer is still to be entered.
Result<std::vector<ContactNote>> openReminders(const Store& store, const std::vector<qint64>& people)
{
    std::vector<ContactNote> open;
    for (size_t begin = 0; begin < people.size(); begin += readAtOnce) {
        QVariantList keys;
        for (size_t i = begin; i < std::min(begin + readAtOnce, people.size()); ++i)
            keys.append(people[i]);
        DTP_TRY(some, store.find<ContactNote>(Where()
                                                  .compare("person_id", Where::Op::In, keys)
                                                  .is("next_action", consentReminder())
                                                  .compare("next_action_on", Where::Op::IsNotEmpty)));
        open.insert(open.end(), some.begin(), some.end());
    }
    return open;
}

// Nobody is to look for an answer that is here.
Result<> closeReminders(ChangeWriter& writer, const std::vector<qint64>& people)
{
    DTP_TRY(open, openReminders(writer.store(), people));
    for (ContactNote& note : open) {
        note.nextAction.clear();
        note.nextActionOn = QDate();
        DTP_CHECK(writer.update(note));
    }
    return {};
}

Result<> enter(Store& store, const QString& sentence, Fresh& fresh)
{
    DTP_CHECK(store.change(sentence, [&](ChangeWriter& writer) -> Result<> {
        for (Consent& one : fresh.consents)
            DTP_CHECK(writer.insert(one));
        for (const Consent& one : fresh.completed)
            DTP_CHECK(writer.update(one));
        std::vector<qint64> people;
        for (const std::vector<Consent>* some : {&fresh.consents, &fresh.completed}) {
            for (const Consent& one : *some)
                people.push_back(one.person.value);
        }
        return closeReminders(writer, people);
    }));
    return {};
}

std::vector<qint64> peopleOf(const std::vector<Consent>& consents)
{
    std::vector<qint64> people;
    for (const Consent& one : consents) {
        if (std::find(people.begin(), people.end(), one.person.value) == people.end())
            people.push_back(one.person.value);
    }
    return people;
}

// Why fewer are entered than were given.
QString thereText(const Fresh& fresh)
{
    return fresh.there == 1 ? Consents::tr("One answer was there already.")
                            : Consents::tr("%1 answers were there already.").arg(fresh.there);
}

QString completedText(const Fresh& fresh)
{
    const auto count = static_cast<int>(fresh.completed.size());
    return count == 1 ? Consents::tr("One answer that was there already says now how it was given and who asked.")
                      : Consents::tr("%1 answers that were there already say now how they were given and who asked.")
                            .arg(count);
}
} // namespace

QStringList consentPurposes(const Store& store)
{
    QStringList codes;
    for (const VocabularyTerm& term : store.vocabulary(QStringLiteral("consent_purposes")).terms())
        codes.append(term.code);
    return codes;
}

Result<QHash<qint64, std::vector<Consent>>> consentsOf(const Store& store, const std::vector<qint64>& people)
{
    QHash<qint64, std::vector<Consent>> all;
    for (size_t begin = 0; begin < people.size(); begin += readAtOnce) {
        QVariantList keys;
        for (size_t i = begin; i < std::min(begin + readAtOnce, people.size()); ++i)
            keys.append(people[i]);
        DTP_TRY(some, store.find<Consent>(Where().compare("person_id", Where::Op::In, keys)));
        for (Consent& one : some)
            all[one.person.value].push_back(std::move(one));
    }
    return all;
}

Result<QStringList> answersThatDoNotCount(const Store& store, const ConsentAnswers& answers)
{
    DTP_TRY(fresh, freshOf(store, answers));
    return overruled(store, fresh);
}

Result<QStringList> remarksOn(const Store& store, const Consent& entered)
{
    Fresh fresh;
    DTP_TRY(known, consentsOf(store, {entered.person.value}));
    fresh.known = std::move(known);
    std::vector<Consent>& others = fresh.known[entered.person.value];
    std::erase_if(others, [&](const Consent& one) { return one.id == entered.id; });
    fresh.consents = {entered};
    fresh.consents.front().id = {};
    return overruled(store, fresh);
}

Result<QString> enterConsents(Store& store, const ConsentAnswers& answers)
{
    if (!answers.on.isValid())
        return fail(Consents::tr("Say on which day they answered."));
    DTP_CHECK(checkDays(store, answers));
    DTP_TRY(fresh, freshOf(store, answers));
    if (fresh.consents.empty() && fresh.completed.empty())
        return Consents::tr("Nothing to do: these answers are there already.");
    std::vector<qint64> people = peopleOf(fresh.consents);
    const QString who = deedObject(store, Entity::Person, people.empty() ? peopleOf(fresh.completed) : people);
    QStringList said;
    const auto count = static_cast<int>(fresh.consents.size());
    if (count > 0)
        said.append(count == 1 ? Consents::tr("Entered one answer about consent of %1.").arg(who)
                               : Consents::tr("Entered %1 answers about consent of %2.").arg(count).arg(who));
    if (!fresh.completed.empty())
        said.append(completedText(fresh));
    if (fresh.there > 0)
        said.append(thereText(fresh));
    said += overruled(store, fresh);
    DTP_CHECK(enter(store, Consents::tr("Enter answers about consent of %1").arg(who), fresh));
    return said.join(QLatin1Char(' '));
}

Result<QString> recordConsent(Store& store, const Deed& deed, const DeedCall& call)
{
    ConsentAnswers answers;
    answers.on = QDate::fromString(call.answers.text("answered_on"), Qt::ISODate);
    answers.until = QDate::fromString(call.answers.text("expires_on"), Qt::ISODate);
    answers.method = call.answers.text("method");
    answers.askedBy = call.answers.text("asked_by");
    for (const qint64 id : call.ids)
        answers.answers.push_back({Id<Person>{id}, call.answers.text("purpose"), call.answers.text("answer")});
    DTP_CHECK(checkDays(store, answers));
    DTP_TRY(fresh, freshOf(store, answers));
    const QString there =
        fresh.there > 0 ? Consents::tr("%1 there already.").arg(countedText(Entity::Person, fresh.there)) : QString();
    if (fresh.consents.empty() && fresh.completed.empty())
        return QString(Consents::tr("Nothing to do:") + QLatin1Char(' ') + there);
    const QString purpose = store.vocabulary(QStringLiteral("consent_purposes")).labelOf(call.answers.text("purpose"));
    const std::vector<qint64> people = peopleOf(fresh.consents.empty() ? fresh.completed : fresh.consents);
    const QString who = deedObject(store, Entity::Person, people);
    QStringList said;
    if (!fresh.consents.empty())
        said.append(QCoreApplication::translate("Deeds", deed.done).arg(who, purpose));
    if (!fresh.completed.empty())
        said.append(completedText(fresh));
    if (!there.isEmpty())
        said.append(there);
    said += overruled(store, fresh);
    DTP_CHECK(enter(store, QCoreApplication::translate("Deeds", deed.history).arg(who, purpose), fresh));
    return said.join(QLatin1Char(' '));
}

} // namespace dtp
