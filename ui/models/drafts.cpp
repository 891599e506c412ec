// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/drafts.h>

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace dtp
{

namespace
{
QString settingKey()
{
    return QStringLiteral("drafts");
}

// CBOR keeps 63-bit keys whole, which JSON does not.
QCborArray read(const Store& store)
{
    return QCborValue::fromCbor(QByteArray::fromBase64(store.setting(settingKey()).toLatin1())).toArray();
}

bool isOf(const QCborMap& entry, Entity entity, qint64 id)
{
    return entry.value(QStringLiteral("table")).toString() == QLatin1String(recordType(entity).table) &&
           entry.value(QStringLiteral("id")).toInteger() == id;
}

Draft draftOf(const QCborMap& entry)
{
    Draft draft;
    const QString table = entry.value(QStringLiteral("table")).toString();
    if (const RecordType* type = recordTypeOfTable(table))
        draft.entity = type->entity;
    draft.id = entry.value(QStringLiteral("id")).toInteger();
    const QCborMap fields = entry.value(QStringLiteral("fields")).toMap();
    for (const auto& field : fields)
        draft.fields.insert(field.first.toString(), field.second.toVariant());
    const QCborMap typed = entry.value(QStringLiteral("typed")).toMap();
    for (const auto& field : typed)
        draft.typed.insert(field.first.toString(), field.second.toString());
    return draft;
}
} // namespace

std::vector<Draft> keptDrafts(const Store& store)
{
    std::vector<Draft> drafts;
    const QCborArray entries = read(store);
    for (const QCborValue& entry : entries)
        drafts.push_back(draftOf(entry.toMap()));
    return drafts;
}

Draft keptDraft(const Store& store, Entity entity, qint64 id)
{
    const QCborArray entries = read(store);
    for (const QCborValue& entry : entries) {
        if (isOf(entry.toMap(), entity, id))
            return draftOf(entry.toMap());
    }
    return {entity, id, {}, {}};
}

Result<> keepDraft(Store& store, const Draft& draft)
{
    const QCborArray before = read(store);
    QCborArray entries;
    for (const QCborValue& entry : before) {
        if (!isOf(entry.toMap(), draft.entity, draft.id))
            entries.append(entry);
    }
    if (!draft.isEmpty()) {
        QCborMap fields;
        for (auto field = draft.fields.begin(); field != draft.fields.end(); ++field)
            fields.insert(field.key(), QCborValue::fromVariant(field.value()));
        QCborMap typed;
        for (auto field = draft.typed.begin(); field != draft.typed.end(); ++field)
            typed.insert(field.key(), field.value());
        entries.append(QCborMap{{QStringLiteral("table"), QString::fromLatin1(recordType(draft.entity).table)},
                                {QStringLiteral("id"), draft.id},
                                {QStringLiteral("fields"), fields},
                                {QStringLiteral("typed"), typed}});
    }
    if (entries == before)
        return {};
    return store.setSetting(
        settingKey(), entries.isEmpty() ? QString() : QString::fromLatin1(QCborValue(entries).toCbor().toBase64()));
}

} // namespace dtp
