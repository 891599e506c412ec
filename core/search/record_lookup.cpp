// SPDX-License-Identifier: GPL-3.0-or-later
#include <search/record_lookup.h>

#include <base/text.h>
#include <meaning/differences.h>
#include <search/person_search.h>

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr qint64 mostCandidates = 5; // named in the sentence

struct Candidate {
    qint64 key = 0;
    QString title;
};

QString say(const char* text)
{
    return QCoreApplication::translate("RecordLookup", text);
}

qint64 keyIn(const QString& text)
{
    bool isNumber = false;
    const bool hasLetter = !text.isEmpty() && text.at(0).isUpper();
    const qint64 key = QStringView(text).mid(hasLetter ? 1 : 0).toLongLong(&isNumber);
    return isNumber && key > 0 ? key : 0;
}

// A million people are asked by the index; of all else a file has few enough to read their titles.
Result<std::vector<Candidate>> candidates(const Store& store, Entity entity, const QString& text)
{
    std::vector<Candidate> found;
    if (entity == Entity::Person) {
        DTP_TRY(named, peopleNamed(store, text));
        const QueryNode query = wordsNode(text);
        if (named.empty() && !query.isEmpty()) {
            DTP_TRY(matching, findRecords(store, entity, query, {}, mostCandidates + 1));
            named = std::move(matching);
        }
        for (const qint64 key : named)
            found.push_back({key, store.titleOf(entity, key)});
        return found;
    }
    const QString wanted = foldText(text);
    DTP_TRY(records, store.find(entity));
    bool isExact = false;
    for (const RecordValues& record : records) {
        const QString title = titleOf(record);
        const QString folded = foldText(title);
        const bool same = folded == wanted;
        if (wanted.isEmpty() || (isExact ? !same : !folded.contains(wanted)))
            continue;
        if (same && !std::exchange(isExact, true))
            found.clear(); // the whole title is meant, not those that contain it
        found.push_back({record.id, title});
    }
    return found;
}

Result<QString> listOf(const Store& store, Entity entity, const std::vector<Candidate>& found)
{
    const std::vector<Candidate> named(found.begin(),
                                       found.begin() + std::min(mostCandidates, static_cast<qint64>(found.size())));
    QHash<qint64, QString> differences;
    QSet<QString> read;
    for (const Candidate& one : named) {
        std::vector<qint64> alike;
        for (const Candidate& other : named) {
            if (other.title == one.title)
                alike.push_back(other.key);
        }
        if (alike.size() < 2 || read.contains(one.title))
            continue;
        read.insert(one.title);
        DTP_TRY(some, differencesOf(store, entity, alike));
        differences.insert(some);
    }
    QStringList parts;
    for (const Candidate& one : named)
        parts.append(say(QT_TRANSLATE_NOOP("RecordLookup", "“%1” (%2)"))
                         .arg(one.title, QString::number(one.key) + differences.value(one.key)));
    if (found.size() > named.size())
        parts.append(QStringLiteral("…"));
    return parts.join(QStringLiteral(", "));
}
} // namespace

Result<qint64> resolveRecord(const Store& store, Entity entity, const QString& text)
{
    const RecordType& type = recordType(entity);
    if (const qint64 key = keyIn(text.trimmed()); key > 0) {
        DTP_TRY(isThere, store.contains(entity, key));
        if (isThere)
            return key;
    }
    DTP_TRY(found, candidates(store, entity, text));
    if (found.size() == 1)
        return found.front().key;
    if (found.empty())
        return fail(say(QT_TRANSLATE_NOOP("RecordLookup", "There is no %1 with the number or title “%2”."))
                        .arg(type.singularText(), text));
    DTP_TRY(list, listOf(store, entity, found));
    return fail(say(QT_TRANSLATE_NOOP("RecordLookup",
                                      "“%1” fits more than one of the %2: %3. Type more of the title, or the number."))
                    .arg(text, type.pluralText(), list));
}

} // namespace dtp
