// SPDX-License-Identifier: GPL-3.0-or-later
#include <merging/merge_related.h>

#include <base/text.h>
#include <matching/person_match.h>
#include <meaning/invitations.h>
#include <records/kinds.h>

#include <QRegularExpression>
#include <algorithm>

namespace dtp
{

namespace
{
// Days that mean something when they are not said: still there, without an end, not answered. What differs in one of
// them is not the same.
bool isEnd(const Field& field)
{
    static constexpr const char* ends[] = {"to_date", "expires_on", "answered_on", "closed_on", "next_action_on"};
    return std::any_of(std::begin(ends), std::end(ends),
                       [&](const char* name) { return qstrcmp(field.name, name) == 0; });
}

bool isYesNo(const Field& field)
{
    return traitsOf(field).storage == StoredAs::Integer && !traitsOf(field).isNumber && !traitsOf(field).isReference();
}

// One address or number, however it is written.
bool isSameAddress(const RecordValues& a, const RecordValues& b)
{
    if (a.entity != Entity::ContactPoint || a.text("kind") != b.text("kind"))
        return false;
    const QString number = a.text("e164");
    return number.isEmpty() ? emailKey(a.text("value")) == emailKey(b.text("value")) : number == b.text("e164");
}

// The same number with and without the code of its country, or the same address: one that is not to be used may be
// meant.
bool mayBeSameAddress(const RecordValues& a, const RecordValues& b)
{
    constexpr qsizetype enough = 8; // of digits from the end
    const auto digits = [](const RecordValues& contact) {
        QString all = contact.text("value");
        all.removeIf([](QChar c) { return !c.isDigit(); });
        return all.right(enough);
    };
    return emailKey(a.text("value")) == emailKey(b.text("value")) ||
           (digits(a).size() == enough && digits(a) == digits(b));
}

// What is said of it does not make it another.
bool isRemark(const Field& field)
{
    return qstrcmp(field.name, "note") == 0;
}

QString bothTexts(const QString& one, const QString& other)
{
    if (one.isEmpty() || one == other)
        return other;
    return other.isEmpty() ? one : QString(one + QStringLiteral("; ") + other);
}

bool isReferredTo(Entity entity)
{
    const auto& types = allRecordTypes();
    return std::any_of(types.begin(), types.end(), [&](const RecordType& type) {
        return std::any_of(type.fields.begin(), type.fields.end(),
                           [&](const Field& field) { return field.reference == entity; });
    });
}

// The records of one type that refer to people by one field.
class Related
{
public:
    Related(const Store& store, const RecordType& type, size_t link, std::vector<RelatedChange>& changes)
        : m_store(store), m_type(type), m_link(static_cast<qsizetype>(link)), m_changes(changes),
          m_joins(type.fields[link].isOwner && !isReferredTo(type.entity))
    {
    }

    Result<> find(const std::vector<qint64>& people)
    {
        const char* const name = m_type.fields[static_cast<size_t>(m_link)].name;
        DTP_TRY(own, m_store.find(m_type.entity, Where(name, QVariant(people.front()))));
        for (RecordValues& record : own)
            m_kept.push_back({std::move(record), Standing::Own});
        for (size_t i = 1; i < people.size(); ++i) {
            DTP_TRY(theirs, m_store.find(m_type.entity, Where(name, QVariant(people[i]))));
            for (RecordValues& record : theirs)
                add(std::move(record), people.front());
        }
        if (m_type.entity == Entity::ContactPoint)
            leaveUnused();
        for (const Kept& one : m_kept) {
            if (one.standing != Standing::Own)
                m_changes.push_back(
                    {one.standing == Standing::Moved ? RelatedChange::What::Moved : RelatedChange::What::Filled,
                     one.record});
        }
        for (RecordValues& record : m_gone)
            m_changes.push_back({RelatedChange::What::Removed, std::move(record)});
        return {};
    }

private:
    enum class Standing { Own, Filled, Moved };
    struct Kept {
        RecordValues record;
        Standing standing;
    };

    void add(RecordValues record, qint64 person)
    {
        RecordValues moved = record;
        moved.fields[m_link] = QVariant(person);
        for (Kept& one : m_kept) {
            if (!isSame(one.record, moved))
                continue;
            if (const RecordValues filled = joined(one.record, moved); filled != one.record) {
                one.record = filled;
                one.standing = one.standing == Standing::Moved ? Standing::Moved : Standing::Filled;
            }
            m_gone.push_back(std::move(record));
            return;
        }
        if (m_type.entity == Entity::ContactPoint && isPreferredElsewhere(moved))
            moved.set("preferred", QVariant(qint64(0)));
        m_kept.push_back({std::move(moved), Standing::Moved});
    }

    // What one of the records says is not to be used is used in none of its spellings.
    void leaveUnused()
    {
        for (const Kept& bad : m_kept) {
            for (Kept& one : m_kept) {
                if (!bad.record.value("do_not_use").toBool() || one.record.value("do_not_use").toBool() ||
                    !mayBeSameAddress(bad.record, one.record))
                    continue;
                one.record.set("do_not_use", QVariant(qint64(1)));
                one.standing = one.standing == Standing::Own ? Standing::Filled : one.standing;
            }
        }
    }

    bool isPreferredElsewhere(const RecordValues& contact) const
    {
        return std::any_of(m_kept.begin(), m_kept.end(), [&](const Kept& one) {
            return one.record.text("kind") == contact.text("kind") && one.record.value("preferred").toBool();
        });
    }

    bool isSame(const RecordValues& a, const RecordValues& b) const
    {
        if (m_type.entity == Entity::Invitation) // one person is on the list of a workshop once
            return a.value("workshop_id") == b.value("workshop_id");
        // One person took part in a program in one role once, whatever came of it.
        if (m_type.entity == Entity::Participation)
            return a.value("edition_id") == b.value("edition_id") && a.text("role") == b.text("role");
        for (qsizetype i = 0; i < a.fields.size(); ++i) {
            if (!agree(m_type.fields[static_cast<size_t>(i)], a, b, i))
                return false;
        }
        return true;
    }

    bool agree(const Field& field, const RecordValues& a, const RecordValues& b, qsizetype i) const
    {
        const QVariant& one = a.fields.at(i);
        const QVariant& other = b.fields.at(i);
        if (one == other)
            return true;
        if (!m_joins) // a task that is done is not the one that is open
            return false;
        if (isYesNo(field) || isRemark(field))
            return true;
        const KindTraits& traits = traitsOf(field);
        if (traits.isEmpty(one) || traits.isEmpty(other))
            return !isEnd(field);
        if (traits.isFreeText() && foldText(one.toString()) == foldText(other.toString()))
            return true;
        return (qstrcmp(field.name, "value") == 0 || qstrcmp(field.name, "e164") == 0) && isSameAddress(a, b);
    }

    // What one does not say the other says; of yes and no, yes: also that an address is not to be used.
    RecordValues joined(const RecordValues& own, const RecordValues& other) const
    {
        if (m_type.entity == Entity::Invitation)
            return oneInvitation(own, other);
        RecordValues all = own;
        for (qsizetype i = 0; i < all.fields.size(); ++i) {
            const Field& field = m_type.fields[static_cast<size_t>(i)];
            if (isRemark(field))
                all.fields[i] = bothTexts(own.fields.at(i).toString(), other.fields.at(i).toString());
            else if (traitsOf(field).isEmpty(own.fields.at(i)) || (isYesNo(field) && other.fields.at(i).toBool()))
                all.fields[i] = other.fields.at(i);
        }
        if (m_type.entity == Entity::Participation && other.text("outcome") != all.text("outcome"))
            all.set("note", bothTexts(all.text("note"), words("outcome", other)));
        return all;
    }

    // What a field says, for people.
    QString words(const char* field, const RecordValues& record) const
    {
        return m_store.displayText(*m_type.fieldNamed(QLatin1String(field)), record.value(field));
    }

    // Whoever came, came; else the later answer, and without days a no, so that nobody is counted on who will not
    // come.
    static int weight(const Invitation& one)
    {
        switch (stageOf(one.state)) {
        case InvitationStage::Considered:
            return 0;
        case InvitationStage::Invited:
            return 1;
        case InvitationStage::Accepted:
            return 2;
        case InvitationStage::Out:
            return 3;
        case InvitationStage::Attended:
            return 4;
        }
        return 0;
    }

    RecordValues oneInvitation(const RecordValues& own, const RecordValues& other) const
    {
        const auto a = fromValues<Invitation>(own);
        const auto b = fromValues<Invitation>(other);
        const bool isLater = a.answeredOn.isValid() && b.answeredOn.isValid() && a.answeredOn != b.answeredOn &&
                             stageOf(a.state) != InvitationStage::Attended &&
                             stageOf(b.state) != InvitationStage::Attended;
        const bool takesOther = isLater ? b.answeredOn > a.answeredOn : weight(b) > weight(a);
        Invitation all = takesOther ? b : a;
        const Invitation& rest = takesOther ? a : b;
        all.id = a.id;
        all.person = a.person;
        if (!all.invitedOn.isValid())
            all.invitedOn = rest.invitedOn;
        for (const auto text : {&Invitation::reason, &Invitation::note})
            all.*text = bothTexts(all.*text, rest.*text);
        if (rest.role != all.role)
            all.note = bothTexts(all.note, words("role", toValues(rest)));
        return toValues(all);
    }

    const Store& m_store;
    const RecordType& m_type;
    qsizetype m_link;
    std::vector<RelatedChange>& m_changes;
    bool m_joins;
    std::vector<Kept> m_kept;
    std::vector<RecordValues> m_gone;
};
} // namespace

Result<std::vector<RelatedChange>> relatedChanges(const Store& store, const std::vector<qint64>& people)
{
    std::vector<RelatedChange> changes;
    for (const RecordType& type : allRecordTypes()) {
        for (size_t i = 0; i < type.fields.size(); ++i) {
            if (type.fields[i].reference == Entity::Person)
                DTP_CHECK(Related(store, type, i, changes).find(people));
        }
    }
    return changes;
}

RecordValues withLinksMoved(RecordValues record, const std::vector<qint64>& people)
{
    for (const Field& field : recordType(record.entity).fields) {
        if (!traitsOf(field).isFreeText())
            continue;
        QString text = record.text(field.name);
        if (!text.contains(QLatin1String("person:")))
            continue;
        for (size_t i = 1; i < people.size(); ++i)
            text.replace(QRegularExpression(QStringLiteral(R"(\bperson:%1\b)").arg(people[i])),
                         QStringLiteral("person:%1").arg(people.front()));
        record.set(field.name, text);
    }
    return record;
}

Result<std::vector<RecordValues>> textsWithLinks(const Store& store, const std::vector<qint64>& people)
{
    std::vector<RecordValues> changed;
    for (const RecordType& type : allRecordTypes()) {
        QHash<qint64, RecordValues> found;
        for (const Field& field : type.fields) {
            if (!type.isUndoable || !traitsOf(field).isFreeText())
                continue;
            for (size_t i = 1; i < people.size(); ++i) {
                const QString link = QStringLiteral("person:%1").arg(people[i]);
                DTP_TRY(rows, store.find(type.entity, Where().compare(field.name, Where::Op::Contains, link)));
                for (RecordValues& row : rows)
                    found.insert(row.id, std::move(row));
            }
        }
        for (const RecordValues& record : std::as_const(found)) {
            if (RecordValues after = withLinksMoved(record, people); after != record)
                changed.push_back(std::move(after));
        }
    }
    return changed;
}

} // namespace dtp
