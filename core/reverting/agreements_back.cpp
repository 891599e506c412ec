// SPDX-License-Identifier: GPL-3.0-or-later
#include <reverting/agreements_back.h>

#include <database/change_iterator.h>
#include <database/connection.h>
#include <meaning/codes.h>
#include <meaning/consents.h>
#include <meaning/holding.h>
#include <records/vocabulary.h>
#include <storage/bulk_reader.h>

#include <QCoreApplication>
#include <QStringList>
#include <functional>
#include <map>
#include <span>

namespace dtp
{

namespace
{
class Reverting
{
    Q_DECLARE_TR_FUNCTIONS(Reverting)
};

constexpr size_t mostNamed = 5;

Result<Travelled> travelTelling(Store& store, const std::optional<ChangeSummary>& next, AgreementWatch::Way way,
                                Result<ChangeSummary> (Store::*travel)())
{
    DTP_TRY(watch, AgreementWatch::before(store, next ? std::vector<qint64>{next->id} : std::vector<qint64>(), way));
    DTP_TRY(change, (store.*travel)());
    DTP_TRY(agreements, watch.after());
    return Travelled{std::move(change), std::move(agreements)};
}

// Where a field stands in the rows of a change set; the key is before them.
int columnOf(const char* field)
{
    return recordType<Consent>().indexOf(QLatin1String(field)) + 1;
}

// An agreement without an end that is taken away again brings no other one back.
bool isPlainAgreement(const ChangeIterator& row)
{
    static const int answer = columnOf("answer");
    static const int ends = columnOf("expires_on");
    return row.operation() == SQLITE_INSERT &&
           codeOf<ConsentAnswer>(fromSqlite(row.after(answer)).toString()) == ConsentAnswer::Agreed &&
           fromSqlite(row.after(ends)).toString().isEmpty();
}

// The consents whose field is one of the keys, however many these are.
Result<> readOf(const Store& store, const char* field, std::span<const qint64> keys,
                const std::vector<const char*>& fields, const std::function<void(const BulkRow&)>& row)
{
    constexpr size_t portion = 400;
    for (size_t from = 0; from < keys.size(); from += portion) {
        const auto some = keys.subspan(from, std::min(portion, keys.size() - from));
        DTP_CHECK(
            readBulk(store, {.entity = Entity::Consent, .fields = fields, .keyField = field, .keys = some}, row));
    }
    return {};
}
} // namespace

Result<> AgreementWatch::findPeople(qint64 change)
{
    static const int person = columnOf("person_id");
    DTP_TRY(select, Statement::prepare(m_store->handle(), "SELECT changes FROM change_part WHERE change_id = ?1"
                                                          " UNION ALL SELECT changes FROM change_set WHERE id = ?1"));
    select.bind(1, change);
    std::vector<qint64> changed; // consents; of one that was changed the change set may not say whose it is
    for (;;) {
        DTP_TRY(more, select.step());
        if (!more)
            break;
        const QByteArray changes = select.blob(0);
        ChangeIterator row(changes);
        while (row.next()) {
            if (qstrcmp(row.table(), recordType<Consent>().table) != 0 ||
                (m_way == Way::Back && isPlainAgreement(row)))
                continue;
            for (sqlite3_value* const whose : {row.before(person), row.after(person)}) {
                if (const qint64 key = fromSqlite(whose).toLongLong(); key != 0)
                    m_people.insert(key);
            }
            if (row.operation() == SQLITE_UPDATE)
                changed.push_back(row.key());
        }
    }
    return readOf(*m_store, "id", changed, {"person_id"},
                  [this](const BulkRow& row) { m_people.insert(row.integer(0)); });
}

// visit: of each purpose that somebody was asked for the answer that counts today.
template <class Visit>
Result<> AgreementWatch::forEachAnswer(const Visit& visit) const
{
    const std::vector<qint64> people(m_people.begin(), m_people.end());
    std::map<Answer, std::vector<Consent>> answers;
    DTP_CHECK(readOf(*m_store, "person_id", people,
                     {"id", "person_id", "purpose", "answer", "answered_on", "expires_on"}, [&](const BulkRow& row) {
                         Consent consent;
                         consent.id = {row.integer(0)};
                         consent.purpose = row.text(2);
                         consent.answer = row.text(3);
                         consent.answeredOn = dayFromStored(row.text(4));
                         consent.expiresOn = dayFromStored(row.text(5));
                         answers[{row.integer(1), consent.purpose}].push_back(std::move(consent));
                     }));
    const QDate today = m_store->environment().clock->today();
    for (const auto& [answer, consents] : answers)
        visit(answer, consentState(newestConsent(consents, answer.second), today));
    return {};
}

Result<AgreementWatch> AgreementWatch::before(const Store& store, const std::vector<qint64>& changes, Way way)
{
    AgreementWatch watch(store, way);
    for (const qint64 change : changes)
        DTP_CHECK(watch.findPeople(change));
    DTP_CHECK(watch.forEachAnswer([&](const Answer& answer, ConsentState state) {
        if (state == ConsentState::Refused || state == ConsentState::Ended)
            watch.m_refused.insert(answer);
    }));
    return watch;
}

Result<AgreementsBack> AgreementWatch::after() const
{
    std::map<qint64, QStringList> back; // purposes by person
    DTP_CHECK(forEachAnswer([&](const Answer& answer, ConsentState state) {
        if (state == ConsentState::Agreed && m_refused.contains(answer))
            back[answer.first].append(m_store->vocabulary(QStringLiteral("consent_purposes")).labelOf(answer.second));
    }));
    AgreementsBack told;
    told.people = static_cast<qint64>(back.size());
    if (back.empty())
        return told;
    QStringList whose;
    for (const auto& [person, purposes] : back) {
        if (whose.size() < static_cast<qsizetype>(mostNamed))
            whose.append(Reverting::tr("%1 (%2)", "a person, and what for")
                             .arg(m_store->titleOf(Entity::Person, person), purposes.join(QStringLiteral(", "))));
    }
    if (back.size() > mostNamed)
        whose.append(Reverting::tr("and %1 more").arg(back.size() - mostNamed));
    const QString listed = whose.join(QStringLiteral("; "));
    told.sentence =
        back.size() == 1
            ? Reverting::tr("1 person counts as agreeing again who did not any more: %1. If they still do not agree, "
                            "enter that again.")
                  .arg(listed)
            : Reverting::tr("%2 people count as agreeing again who did not any more: %1. If they still do not agree, "
                            "enter that again.")
                  .replace(QLatin1String("%2"), QString::number(back.size()))
                  .arg(listed);
    return told;
}

Result<Travelled> undoTelling(Store& store)
{
    return travelTelling(store, store.nextUndo(), AgreementWatch::Way::Back, &Store::undo);
}

Result<Travelled> redoTelling(Store& store)
{
    return travelTelling(store, store.nextRedo(), AgreementWatch::Way::Forth, &Store::redo);
}

Result<Reverted> revertTelling(Store& store, qint64 change)
{
    DTP_TRY(watch, AgreementWatch::before(store, {change}));
    DTP_TRY(made, revertChange(store, change));
    DTP_TRY(agreements, watch.after());
    return Reverted{made, std::move(agreements)};
}

Result<Reverted> revertTelling(Store& store, const ChangedField& changed)
{
    DTP_TRY(watch, AgreementWatch::before(store, {changed.change}));
    DTP_TRY(made, revertField(store, changed));
    DTP_TRY(agreements, watch.after());
    return Reverted{made, std::move(agreements)};
}

QString withAgreements(const QString& sentence, const AgreementsBack& agreements)
{
    return agreements.people == 0 ? sentence : QString(sentence + QLatin1Char(' ') + agreements.sentence);
}

} // namespace dtp
