// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/record_batch.h>

#include <records/contact_kinds.h>
#include <records/kinds.h>
#include <standards/phone.h>

#include <QtEndian>

#include <cstring>
#include <sqlite3.h>

namespace dtp
{

namespace
{
// A record in a change set is its values one after the other: a byte for the type, then 8 bytes of a number, the
// highest first, or the length of a text or of bytes and these. See "sqlite3session.c", "RECORD FORMAT".
void appendNumber(QByteArray& bytes, int type, quint64 value)
{
    const quint64 big = qToBigEndian(value);
    bytes += static_cast<char>(type);
    bytes.append(reinterpret_cast<const char*>(&big), sizeof big);
}

void appendText(QByteArray& bytes, int type, const QByteArray& text)
{
    bytes += static_cast<char>(type);
    const auto size = static_cast<quint64>(text.size());
    int groups = 1;
    while ((size >> (7 * groups)) != 0)
        ++groups;
    for (int group = groups - 1; group >= 0; --group) // seven bits each, the highest first; all but the last marked
        bytes += static_cast<char>(((size >> (7 * group)) & 0x7F) | (group > 0 ? 0x80 : 0));
    bytes += text;
}

// As Statement::bind() and the column's type make it.
void appendValue(QByteArray& bytes, const QVariant& value, StoredAs storage)
{
    const int type = value.typeId();
    if (type == QMetaType::QString) {
        appendText(bytes, SQLITE_TEXT, value.toString().toUtf8());
    } else if (type == QMetaType::QByteArray) {
        appendText(bytes, SQLITE_BLOB, value.toByteArray());
    } else if (value.isNull()) {
        bytes += static_cast<char>(SQLITE_NULL);
    } else if (storage == StoredAs::Real) {
        const double real = value.toDouble();
        quint64 bits = 0;
        std::memcpy(&bits, &real, sizeof bits);
        appendNumber(bytes, SQLITE_FLOAT, bits);
    } else if (storage == StoredAs::Integer) {
        appendNumber(bytes, SQLITE_INTEGER, static_cast<quint64>(value.toLongLong()));
    } else {
        appendText(bytes, SQLITE_TEXT, value.toString().toUtf8());
    }
}

quint64 numberAt(const char* at)
{
    quint64 big = 0;
    std::memcpy(&big, at, sizeof big);
    return qFromBigEndian(big);
}

quint64 lengthAt(const char*& at)
{
    quint64 length = 0;
    for (;;) {
        const auto byte = static_cast<unsigned char>(*at++);
        length = (length << 7) | (byte & 0x7F);
        if (byte < 0x80)
            return length;
    }
}
} // namespace

Result<> RecordBatch::add(RecordValues values, const QString& country)
{
    const RecordType& type = recordType(values.entity);
    Q_ASSERT(type.isUndoable && values.id != 0);
    DTP_CHECK(checkValid(values));
    if (values.entity == Entity::ContactPoint &&
        (!mayBePhoneNumber(values.text("kind")) || values.text("e164").isEmpty()))
        completePhone(values, country);
    const qsizetype from = m_bytes.size();
    appendNumber(m_bytes, SQLITE_INTEGER, static_cast<quint64>(values.id));
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const Field& field = type.fields[i];
        const QVariant& value = values.fields.at(static_cast<qsizetype>(i));
        appendValue(m_bytes, value, traitsOf(field).storage);
        if (!field.isOwner)
            continue;
        const qint64 owner = value.toLongLong();
        if (owner == 0 || owner == m_lastOwner) // what belongs to one comes one after the other
            continue;
        m_owners[field.reference].push_back(owner);
        m_lastOwner = owner;
    }
    m_entries.push_back({values.entity, values.id, from, m_bytes.size() - from});
    return {};
}

int RecordBatch::bind(const Entry& entry, sqlite3_stmt* insert, int mark) const
{
    const char* at = m_bytes.constData() + entry.from;
    const char* end = at + entry.size;
    int code = SQLITE_OK;
    for (int index = mark; at < end && code == SQLITE_OK; ++index) {
        const int type = *at++;
        if (type == SQLITE_NULL) {
            code = sqlite3_bind_null(insert, index);
        } else if (type == SQLITE_INTEGER || type == SQLITE_FLOAT) {
            const quint64 bits = numberAt(at);
            double real = 0;
            std::memcpy(&real, &bits, sizeof real);
            code = type == SQLITE_INTEGER ? sqlite3_bind_int64(insert, index, static_cast<sqlite3_int64>(bits))
                                          : sqlite3_bind_double(insert, index, real);
            at += sizeof bits;
        } else {
            const quint64 length = lengthAt(at);
            code = type == SQLITE_TEXT ? sqlite3_bind_text64(insert, index, at, length, SQLITE_STATIC, SQLITE_UTF8)
                                       : sqlite3_bind_blob64(insert, index, at, length, SQLITE_STATIC);
            at += length;
        }
    }
    return code;
}

void completePhone(RecordValues& contact, const QString& country)
{
    contact.set("e164",
                mayBePhoneNumber(contact.text("kind")) ? phoneToE164(contact.text("value"), country) : QString());
}

} // namespace dtp
