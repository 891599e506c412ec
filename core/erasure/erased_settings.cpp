// SPDX-License-Identifier: GPL-3.0-or-later
#include <erasure/erased_settings.h>

#include <database/connection.h>

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace dtp
{

namespace
{
// A value without them; undefined when it is about them, as the draft of a form of one of their records. What names a
// record has its table and its key: see ui/models/drafts.cpp.
QCborValue without(const QCborValue& value, const ErasedRecords& erased, const TextsWithout& texts)
{
    if (value.isString()) {
        const QString text = value.toString();
        return texts.mayMention(text.toUtf8()) ? QCborValue(texts.replaced(text)) : value;
    }
    if (value.isArray()) {
        QCborArray rest;
        const QCborArray all = value.toArray();
        for (const QCborValue& each : all) {
            if (const QCborValue kept = without(each, erased, texts); !kept.isUndefined())
                rest.append(kept);
        }
        return rest;
    }
    if (!value.isMap())
        return value;
    const QCborMap all = value.toMap();
    const RecordType* type = recordTypeOfTable(all.value(QStringLiteral("table")).toString());
    if (type && erased.contains(type->entity, all.value(QStringLiteral("id")).toInteger()))
        return QCborValue(QCborValue::Undefined);
    QCborMap rest;
    for (const auto& [key, each] : all) {
        const QCborValue kept = without(each, erased, texts);
        // A new record that was to belong to one of them.
        if (kept.isUndefined() || (each.isInteger() && erased.people.contains(each.toInteger())))
            return QCborValue(QCborValue::Undefined);
        rest.insert(key, kept);
    }
    return rest;
}

// Some settings are CBOR, as text.
std::optional<QCborValue> structureIn(const QString& text)
{
    const auto bytes = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (text.size() < 4 || bytes.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return std::nullopt;
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes.decoded, &error);
    if (error.error != QCborError::NoError || !(value.isArray() || value.isMap()))
        return std::nullopt;
    return value;
}

QString settingWithout(const QString& text, const ErasedRecords& erased, const TextsWithout& texts)
{
    if (const auto structure = structureIn(text)) {
        const QCborValue rest = without(*structure, erased, texts);
        if (rest == *structure)
            return text;
        if (rest.isUndefined() || (rest.isArray() && rest.toArray().isEmpty()))
            return {};
        return QString::fromLatin1(rest.toCbor().toBase64());
    }
    return texts.mayMention(text.toUtf8()) ? texts.replaced(text) : text;
}
} // namespace

Result<qint64> eraseFromSettings(sqlite3* database, const ErasedRecords& erased, const TextsWithout& texts)
{
    QHash<QString, QString> changed;
    {
        DTP_TRY(select, Statement::prepare(database, "SELECT key, value FROM setting"));
        for (;;) {
            DTP_TRY(row, select.step());
            if (!row)
                break;
            const QString rest = settingWithout(select.text(1), erased, texts);
            if (rest != select.text(1))
                changed.insert(select.text(0), rest);
        }
    }
    DTP_TRY(update, Statement::prepare(database, "UPDATE setting SET value = ?2 WHERE key = ?1"));
    for (auto it = changed.cbegin(); it != changed.cend(); ++it)
        DTP_CHECK(update.bind(1, QVariant(it.key())).bind(2, QVariant(it.value())).run());
    return changed.size();
}

} // namespace dtp
