// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_people/row_keys.h>

#include <meaning/codes.h>
#include <records/contact_kinds.h>

#include <algorithm>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), and its bits stirred once more at the end.
quint64 hashOf(const QString& text)
{
    quint64 hash = 14695981039346656037ULL;
    for (const QChar c : text) {
        hash = (hash ^ c.cell()) * 1099511628211ULL;
        hash = (hash ^ c.row()) * 1099511628211ULL;
    }
    hash ^= hash >> 32;
    hash *= 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 29);
}
} // namespace

bool hasPhoneNumber(const ContactPoint& contact)
{
    return !contact.e164.isEmpty() && isPhoneKind(contact.kind);
}

quint64 emailHash(const QString& address)
{
    return hashOf(emailKey(address));
}

quint64 phoneHash(const QString& e164)
{
    return hashOf(e164);
}

quint64 nameHash(const NameKey& key)
{
    return hashOf(key.text());
}

quint64 digestHash(const QString& digest)
{
    return hashOf(digest);
}

void AllRowKeys::add(const PersonDraft& row)
{
    RowKeys keys;
    keys.number = row.number;
    keys.isRejected = !row.rejection.isEmpty();
    keys.hasRefusal = std::any_of(row.consents.begin(), row.consents.end(), [](const ImportedConsent& consent) {
        return !consent.answer.isEmpty() && codeOf<ConsentAnswer>(consent.answer) != ConsentAnswer::Agreed;
    });
    keys.first = static_cast<quint32>(m_hashes.size());
    const auto addOnce = [this](size_t from, quint64 hash) -> quint16 {
        const auto begin = m_hashes.begin() + static_cast<qsizetype>(from);
        if (std::find(begin, m_hashes.end(), hash) != m_hashes.end() || m_hashes.size() - from >= 0xFFFF)
            return 0;
        m_hashes.push_back(hash);
        return 1;
    };
    if (!keys.isRejected) {
        keys.record = row.record.value;
        keys.digest = digestHash(row.digest);
        size_t from = m_hashes.size();
        for (const ContactPoint& contact : row.contacts) {
            if (contact.kind == L1("email"))
                keys.emails += addOnce(from, emailHash(contact.value));
        }
        from = m_hashes.size();
        for (const ContactPoint& contact : row.contacts) {
            if (hasPhoneNumber(contact))
                keys.phones += addOnce(from, phoneHash(contact.e164));
        }
        from = m_hashes.size();
        for (const NameKey& name : row.nameKeys)
            keys.names += addOnce(from, nameHash(name));
    }
    m_rows.push_back(keys);
}

void AllRowKeys::append(const AllRowKeys& more)
{
    const auto base = static_cast<quint32>(m_hashes.size());
    for (RowKeys row : more.m_rows) {
        row.first += base;
        m_rows.push_back(row);
    }
    m_hashes.insert(m_hashes.end(), more.m_hashes.begin(), more.m_hashes.end());
}

bool AllRowKeys::hasNumber(qint64 number) const
{
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), number,
                                        [](const RowKeys& row, qint64 wanted) { return row.number < wanted; });
    return found != m_rows.end() && found->number == number;
}

void KeyIndex::settle()
{
    std::sort(m_keys.begin(), m_keys.end());
    size_t kept = 0;
    for (size_t i = 0; i < m_keys.size(); ++i) {
        if (kept > 0 && m_keys[kept - 1] == m_keys[i]) {
            m_isShared[kept - 1] = true;
            continue;
        }
        m_keys[kept++] = m_keys[i];
        m_isShared.push_back(false);
    }
    m_keys.resize(kept);
    m_keys.shrink_to_fit();
    m_first.assign(kept, -1);
}

qint64 KeyIndex::indexOf(quint64 key) const
{
    const auto found = std::lower_bound(m_keys.begin(), m_keys.end(), key);
    return found == m_keys.end() || *found != key ? -1 : found - m_keys.begin();
}

bool KeyIndex::isShared(quint64 key) const
{
    const qint64 index = indexOf(key);
    return index >= 0 && m_isShared[static_cast<size_t>(index)];
}

void KeyIndex::add(quint64 key, int person, int most)
{
    const qint64 index = indexOf(key);
    if (index < 0)
        return;
    int* end = &m_first[static_cast<size_t>(index)];
    for (int count = 1; *end >= 0; ++count) {
        Holder& holder = m_holders[static_cast<size_t>(*end)];
        if (holder.person == person || count == most)
            return;
        end = &holder.next;
    }
    *end = static_cast<int>(m_holders.size());
    m_holders.push_back({person, -1});
}

std::vector<int> KeyIndex::of(quint64 key) const
{
    std::vector<int> people;
    if (const qint64 index = indexOf(key); index >= 0) {
        for (int at = m_first[static_cast<size_t>(index)]; at >= 0; at = m_holders[static_cast<size_t>(at)].next)
            people.push_back(m_holders[static_cast<size_t>(at)].person);
    }
    return people;
}

int KeyIndex::firstOf(quint64 key) const
{
    const qint64 index = indexOf(key);
    const int at = index < 0 ? -1 : m_first[static_cast<size_t>(index)];
    return at < 0 ? -1 : m_holders[static_cast<size_t>(at)].person;
}

} // namespace dtp
