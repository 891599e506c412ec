// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_people/packed.h>

#include <cstring>

namespace dtp
{

namespace
{
enum Tag : quint64 { Null, Text, Number, Real, Bytes };
}

const QList<QVariant>& defaultFields(Entity entity)
{
    static const QHash<Entity, QList<QVariant>> all = [] {
        QHash<Entity, QList<QVariant>> made;
        for (const RecordType& type : allRecordTypes())
            made.insert(type.entity, RecordValues(type.entity).fields);
        return made;
    }();
    return *all.constFind(entity);
}

// Seven bits in a byte, the lowest first; the eighth says that more follow.
void PackWriter::number(quint64 value)
{
    while (value >= 0x80) {
        m_bytes += static_cast<char>((value & 0x7F) | 0x80);
        value >>= 7;
    }
    m_bytes += static_cast<char>(value);
}

void PackWriter::text(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    number(static_cast<quint64>(bytes.size()));
    m_bytes += bytes;
}

void PackWriter::variant(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
        number(Text);
        text(value.toString());
        break;
    case QMetaType::QByteArray: {
        const QByteArray bytes = value.toByteArray();
        number(Bytes);
        number(static_cast<quint64>(bytes.size()));
        m_bytes += bytes;
        break;
    }
    case QMetaType::Double: {
        const double real = value.toDouble();
        number(Real);
        m_bytes.append(reinterpret_cast<const char*>(&real), sizeof real);
        break;
    }
    default:
        if (value.isNull()) {
            number(Null);
            break;
        }
        number(Number);
        one(value.toLongLong());
    }
}

quint64 PackReader::number()
{
    quint64 value = 0;
    for (int shift = 0; m_at < m_end; shift += 7) {
        const auto byte = static_cast<unsigned char>(*m_at++);
        value |= static_cast<quint64>(byte & 0x7F) << shift;
        if (byte < 0x80)
            break;
    }
    return value;
}

QString PackReader::text()
{
    const auto size = static_cast<qsizetype>(number());
    const char* from = m_at;
    m_at += size;
    return QString::fromUtf8(from, size);
}

QVariant PackReader::variant()
{
    switch (number()) {
    case Text:
        return text();
    case Number: {
        qint64 value = 0;
        one(value);
        return value;
    }
    case Real: {
        double real = 0;
        std::memcpy(&real, m_at, sizeof real);
        m_at += sizeof real;
        return real;
    }
    case Bytes: {
        const auto size = static_cast<qsizetype>(number());
        const QByteArray bytes(m_at, size);
        m_at += size;
        return bytes;
    }
    default:
        return {};
    }
}

} // namespace dtp
