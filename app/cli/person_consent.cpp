// SPDX-License-Identifier: GPL-3.0-or-later
// What people agree to, purpose by purpose; and their answers, entered as one change.
#include "typed_value.h"
#include "verbs.h"

#include <deeds/consent_grid.h>
#include <search/record_lookup.h>

#include <QCoreApplication>
#include <algorithm>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Result<QVariant> typed(const Store& store, const char* field, const QString& text)
{
    return typedValue(store, *recordType<Consent>().fieldNamed(QLatin1String(field)), text);
}

Result<QDate> dayTyped(const Store& store, const char* field, const QString& text)
{
    DTP_TRY(stored, typed(store, field, text));
    return QDate::fromString(stored.toString(), Qt::ISODate);
}

const char* stateName(ConsentState state)
{
    switch (state) {
    case ConsentState::NotAsked:
        return "not asked";
    case ConsentState::Agreed:
        return "agreed";
    case ConsentState::Later:
        return "later";
    case ConsentState::Refused:
        return "refused";
    case ConsentState::Ended:
        break;
    }
    return "ended";
}

Outcome show(const Store& store, const std::vector<qint64>& people, Output& output)
{
    const QDate today = store.environment().clock->today();
    const QStringList purposes = consentPurposes(store);
    const Vocabulary& words = store.vocabulary(QStringLiteral("consent_purposes"));
    DTP_TRY(consents, consentsOf(store, people));
    DTP_TRY(requests, openRequests(store, people));
    QJsonArray all;
    for (const qint64 person : people) {
        const QString name = store.titleOf(Entity::Person, person);
        QJsonObject states;
        std::vector<QStringList> rows;
        for (const QString& purpose : purposes) {
            const Consent* counting = newestConsent(consents[person], purpose);
            states.insert(purpose, QLatin1String(stateName(consentState(counting, today))));
            rows.push_back(
                {QStringLiteral("  ") + words.labelOf(purpose), consentText(counting, today, requests.value(person))});
        }
        output.line(name + QLatin1Char(':'));
        output.table(rows);
        all.append(QJsonObject{{QStringLiteral("id"), jsonKey(person)},
                               {QStringLiteral("name"), name},
                               {QStringLiteral("waiting"), requests.contains(person)},
                               {QStringLiteral("consents"), states}});
    }
    if (output.isJson())
        output.json(all);
    return {};
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const auto isAnswer = [](const QString& word) { return word.contains(QLatin1Char('=')); };
    const bool enters = std::any_of(call.arguments.begin(), call.arguments.end(), isAnswer);
    if (!enters && !call.options.isEmpty())
        return wrongUsage(Cli::tr("Nothing was entered: say what was answered, as PURPOSE=ANSWER."));
    DTP_TRY(store, enters ? session.openToWrite(call) : session.openToRead(call));
    std::vector<qint64> people;
    std::vector<std::pair<QString, QString>> given;
    for (const QString& word : call.arguments) {
        if (isAnswer(word)) {
            DTP_TRY(purpose, typed(*store, "purpose", word.section(QLatin1Char('='), 0, 0)));
            DTP_TRY(answer, typed(*store, "answer", word.section(QLatin1Char('='), 1)));
            if (purpose.toString().isEmpty() || answer.toString().isEmpty())
                return wrongUsage(
                    Cli::tr("“%1” is not understood: write PURPOSE=ANSWER, as in photo=refused.").arg(word));
            given.emplace_back(purpose.toString(), answer.toString());
            continue;
        }
        DTP_TRY(person, resolveRecord(*store, Entity::Person, word));
        if (std::find(people.begin(), people.end(), person) == people.end())
            people.push_back(person);
    }
    if (people.empty())
        return wrongUsage(Cli::tr("Nothing was entered: say whose answers these are."));
    if (!enters)
        return show(*store, people, output);
    ConsentAnswers answers;
    answers.on = store->environment().clock->today();
    if (call.has("--date")) {
        DTP_TRY(on, dayTyped(*store, "answered_on", call.value("--date")));
        answers.on = on;
    }
    if (call.has("--until")) {
        DTP_TRY(until, dayTyped(*store, "expires_on", call.value("--until")));
        answers.until = until;
    }
    DTP_TRY(method, typed(*store, "method", call.value("--method")));
    DTP_TRY(askedBy, typed(*store, "asked_by", call.value("--asked-by")));
    answers.method = method.toString();
    answers.askedBy = askedBy.toString();
    for (const qint64 person : people) {
        for (const auto& [purpose, answer] : given)
            answers.answers.push_back({Id<Person>{person}, purpose, answer});
    }
    DTP_TRY(done, enterConsents(*store, answers));
    output.result(done, QJsonObject{{QStringLiteral("done"), done}});
    return {};
}
} // namespace

Verb personConsentVerb()
{
    return {"person consent",
            "PERSON... [PURPOSE=ANSWER...]",
            QT_TRANSLATE_NOOP("Cli", "What people agree to; with answers: enter them, as one change."),
            QT_TRANSLATE_NOOP(
                "Cli", "PERSON is a number, a name or a part of one that fits no other. PURPOSE is a word of\n"
                       "the list of purposes (directory, photo, newsletter …), ANSWER agreed, refused or\n"
                       "withdrawn. The newest answer counts; of two of one day, or on one line, the refusal does."),
            {{"--date", "DAY", QT_TRANSLATE_NOOP("Cli", "when they answered; otherwise today"), Option::Kind::Text},
             {"--until", "DAY", QT_TRANSLATE_NOOP("Cli", "until when what they agree to holds"), Option::Kind::Text},
             {"--method", "TEXT", QT_TRANSLATE_NOOP("Cli", "how: signed form, e-mail, by word"), Option::Kind::Text},
             {"--asked-by", "NAME", QT_TRANSLATE_NOOP("Cli", "who asked"), Option::Kind::Text}},
            1,
            -1,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
