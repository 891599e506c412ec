// SPDX-License-Identifier: GPL-3.0-or-later
// One field table per record type: SQL, forms, list columns, import, export, history labels, search and privacy walk
// it. To add a field: a member of the struct, a row in its table, a migration.
#pragma once

#include <base/id.h>
#include <base/partial_date.h>
#include <records/entity.h>

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QVariant>
#include <optional>
#include <type_traits>
#include <vector>

namespace dtp
{

enum class FieldKind {
    Text,        // one line
    LongText,    // several lines, plain
    RichText,    // our Markdown subset, see document/rich_text.h
    Integer,     // stored as INTEGER; NULL when unknown
    Decimal,     // stored as REAL; NULL when unknown
    Flag,        // 0 or 1
    PartialDate, // stored as PartialDate::toStorage(); '' when unknown
    Date,        // stored as ISO yyyy-MM-dd; '' when unknown
    DateTime,    // stored as ISO yyyy-MM-ddTHH:mm, local time of the place; '' when unknown
    Country,     // ISO 3166-1 alpha-2
    Vocabulary,  // a code of the vocabulary named beside
    Phone,
    Email,
    Url,
    Reference, // key of another record; NULL when none
    Blob,      // bytes, never shown as text
};

// public: may be shown wherever the person is named; internal: stays in the secretariat unless the gate has a consent
// for it; restricted: never leaves, and is masked on screen until asked for.
enum class Sensitivity { Public, Internal, Restricted };

// What a field holds travels as a QVariant of its stored form: QString, qint64, double or QByteArray; null when
// unknown.
struct Field {
    const char* name;  // column in SQL, key in JSON
    const char* label; // English, sentence case; translated by labelText()
    FieldKind kind;
    QVariant (*get)(const void* record);
    void (*set)(void* record, const QVariant& value);

    Sensitivity sensitivity = Sensitivity::Internal;
    bool isRequired = false;
    bool isListed = false; // a column of the list from the start
    bool isHidden = false; // not in forms: kept by the program itself
    const char* vocabulary = "";
    Entity reference = Entity::None;
    bool isOwner = false;      // the record is gone when the one it refers to is
    const char* synonyms = ""; // headings of spreadsheets, folded, separated by "|"
    const char* group = "";    // heading in the form
    const char* hint = "";     // format or example, shown in the empty editor

    QString labelText() const;
    QString hintText() const;

    Field required() const { return with(&Field::isRequired, true); }
    Field listed() const { return with(&Field::isListed, true); }
    Field hidden() const { return with(&Field::isHidden, true); }
    Field sensitive(Sensitivity s) const { return with(&Field::sensitivity, s); }
    Field words(const char* v) const { return with(&Field::vocabulary, v); }
    Field to(Entity e) const { return with(&Field::reference, e); }
    Field owned() const { return with(&Field::isOwner, true); }
    Field knownAs(const char* s) const { return with(&Field::synonyms, s); }
    Field under(const char* g) const { return with(&Field::group, g); }
    Field hinted(const char* h) const { return with(&Field::hint, h); }

private:
    template <class T>
    Field with(T Field::*member, T value) const
    {
        Field copy = *this;
        copy.*member = value;
        return copy;
    }
};

namespace detail
{
inline QVariant toStored(const QString& v)
{
    return v;
}
inline QVariant toStored(const QByteArray& v)
{
    return v;
}
inline QVariant toStored(bool v)
{
    return QVariant(qint64(v ? 1 : 0));
}
inline QVariant toStored(int v)
{
    return QVariant(qint64(v));
}
inline QVariant toStored(qint64 v)
{
    return v;
}
inline QVariant toStored(double v)
{
    return v;
}
inline QVariant toStored(std::optional<int> v)
{
    return v ? QVariant(qint64(*v)) : QVariant();
}
inline QVariant toStored(std::optional<double> v)
{
    return v ? QVariant(*v) : QVariant();
}
inline QVariant toStored(const PartialDate& v)
{
    return v.toStorage();
}
inline QVariant toStored(QDate v)
{
    return v.isValid() ? v.toString(Qt::ISODate) : QString();
}
inline QVariant toStored(const QDateTime& v)
{
    return v.isValid() ? v.toString(QStringLiteral("yyyy-MM-ddTHH:mm")) : QString();
}
template <class R>
QVariant toStored(Id<R> v)
{
    return v ? QVariant(v.value) : QVariant();
}

inline void fromStored(const QVariant& v, QString& out)
{
    out = v.toString();
}
inline void fromStored(const QVariant& v, QByteArray& out)
{
    out = v.toByteArray();
}
inline void fromStored(const QVariant& v, bool& out)
{
    out = v.toLongLong() != 0;
}
inline void fromStored(const QVariant& v, int& out)
{
    out = static_cast<int>(v.toLongLong());
}
inline void fromStored(const QVariant& v, qint64& out)
{
    out = v.toLongLong();
}
inline void fromStored(const QVariant& v, double& out)
{
    out = v.toDouble();
}
inline void fromStored(const QVariant& v, std::optional<int>& out)
{
    out = v.isNull() ? std::nullopt : std::optional<int>(static_cast<int>(v.toLongLong()));
}
inline void fromStored(const QVariant& v, std::optional<double>& out)
{
    out = v.isNull() ? std::nullopt : std::optional<double>(v.toDouble());
}
inline void fromStored(const QVariant& v, PartialDate& out)
{
    out = PartialDate::fromStorage(v.toString()).value_or(PartialDate());
}
inline void fromStored(const QVariant& v, QDate& out)
{
    out = QDate::fromString(v.toString(), Qt::ISODate);
}
inline void fromStored(const QVariant& v, QDateTime& out)
{
    out = QDateTime::fromString(v.toString(), QStringLiteral("yyyy-MM-ddTHH:mm"));
}
template <class R>
void fromStored(const QVariant& v, Id<R>& out)
{
    out.value = v.toLongLong();
}

template <class T>
struct MemberOf;
template <class R, class T>
struct MemberOf<T R::*> {
    using Record = R;
};
} // namespace detail

// A row of a field table, from a typed member: field<&Person::givenName>("given_name", "Given name", FieldKind::Text).
template <auto Member>
Field field(const char* name, const char* label, FieldKind kind)
{
    using Record = typename detail::MemberOf<decltype(Member)>::Record;
    return Field{
        name, label, kind,
        [](const void* record) { return detail::toStored(static_cast<const Record*>(record)->*Member); },
        [](void* record, const QVariant& value) { detail::fromStored(value, static_cast<Record*>(record)->*Member); }};
}

} // namespace dtp
