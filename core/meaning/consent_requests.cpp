// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/consent_requests.h>

#include <storage/bulk_reader.h>
#include <storage/store.h>

#include <algorithm>

namespace dtp
{

namespace
{
void add(ConsentRequest& known, QDate asked)
{
    known.asked = known.isOpen && known.asked.isValid() && known.asked >= asked ? known.asked : asked;
    known.isOpen = true;
}

QByteArray hasAnswer(const QByteArray& note)
{
    return "EXISTS (SELECT 1 FROM consent given WHERE given.person_id = " + note + ".person_id AND given.id > " +
           note + ".id)";
}
} // namespace

QString consentReminder()
{
    return QStringLiteral("Enter the answer about consent");
}

ConsentRequest openRequest(std::span<const ContactNote> notes, std::span<const Consent> consents)
{
    ConsentRequest open;
    for (const ContactNote& note : notes) {
        const bool isAsking = note.nextAction == consentReminder() && note.nextActionOn.isValid();
        if (isAsking && std::none_of(consents.begin(), consents.end(),
                                     [&](const Consent& one) { return one.id.value > note.id.value; }))
            add(open, note.date);
    }
    return open;
}

Result<QHash<qint64, ConsentRequest>> openRequests(const Store& store, std::span<const qint64> people)
{
    QHash<qint64, qint64> lastAnswers;
    BulkQuery answers{.entity = Entity::Consent, .fields = {"person_id", "id"}};
    answers.keyField = "person_id";
    answers.keys = people;
    DTP_CHECK(readBulk(store, answers, [&](const BulkRow& row) {
        qint64& last = lastAnswers[row.integer(0)];
        last = std::max(last, row.integer(1));
    }));
    QHash<qint64, ConsentRequest> open;
    BulkQuery notes{.entity = Entity::ContactNote,
                    .fields = {"person_id", "id", "date", "next_action_on"},
                    .conditions = {{"next_action", BulkQuery::Compare::Equals, consentReminder()}}};
    notes.keyField = "person_id";
    notes.keys = people;
    DTP_CHECK(readBulk(store, notes, [&](const BulkRow& row) {
        if (!row.text(3).isEmpty() && row.integer(1) > lastAnswers.value(row.integer(0)))
            add(open[row.integer(0)], QDate::fromString(row.text(2), Qt::ISODate));
    }));
    return open;
}

SqlPiece isOpenRequest(const char* alias)
{
    const QByteArray note(alias);
    return {'(' + note + ".next_action = ? AND " + note + ".next_action_on <> '' AND NOT " + hasAnswer(note) + ')',
            {consentReminder()}};
}

SqlPiece isAnsweredRequest(const char* alias)
{
    const QByteArray note(alias);
    return {'(' + note + ".next_action = ? AND " + hasAnswer(note) + ')', {consentReminder()}};
}

} // namespace dtp
