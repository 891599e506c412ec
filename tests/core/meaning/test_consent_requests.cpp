// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_facts.h"

#include <meaning/consent_requests.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Who was asked for consent and has not answered is the same for one person, for many and in SQL",
          "[meaning][consent]")
{
    const QDate today(2026, 6, 1);
    Chance chance(31);
    FreshStore store;
    const auto note = [&] {
        ContactNote one;
        one.date = today.addDays(chance.below(400) - 400);
        one.text = QStringLiteral("Talked");
        one.nextAction = chance.oneIn(3) ? QStringLiteral("Call again") : consentReminder();
        one.nextActionOn = chance.day(today);
        return one;
    };
    const auto people = addPeopleWith<ContactNote>(*store, 300, [&] {
        std::vector<ContactNote> all(static_cast<size_t>(chance.below(3)));
        std::generate(all.begin(), all.end(), note);
        return all;
    });
    REQUIRE_OK(store->change(QStringLiteral("Answer and ask again"), [&](ChangeWriter& writer) -> Result<> {
        for (const Person& person : people) {
            Consent answer;
            answer.person = person.id;
            answer.purpose = QStringLiteral("photo");
            answer.answer = QStringLiteral("agreed");
            if (chance.oneIn(2))
                DTP_CHECK(writer.insert(answer));
            ContactNote again = note();
            again.person = person.id;
            if (chance.oneIn(3))
                DTP_CHECK(writer.insert(again));
        }
        return {};
    }));
    std::vector<qint64> keys;
    QHash<qint64, ConsentRequest> expected;
    for (const Person& person : people) {
        keys.push_back(person.id.value);
        const auto open = openRequest(recordsOf<ContactNote>(*store, person), recordsOf<Consent>(*store, person));
        if (open.isOpen)
            expected.insert(person.id.value, open);
    }
    CHECK(expected.size() > 60);
    CHECK(openRequests(*store, keys).value() == expected);
    QList<qint64> waiting = expected.keys();
    std::sort(waiting.begin(), waiting.end());
    const auto found = keysOf(*store, SqlPiece{"SELECT DISTINCT n.person_id FROM contact_note n WHERE ", {}} +
                                          isOpenRequest("n") + QByteArray(" ORDER BY n.person_id"));
    CHECK(QList<qint64>(found.begin(), found.end()) == waiting);
    const auto answered =
        keysOf(*store, SqlPiece{"SELECT n.id FROM contact_note n WHERE ", {}} + isAnsweredRequest("n"));
    CHECK(answered.size() > 60);
}
