// SPDX-License-Identifier: GPL-3.0-or-later
// Which records to read, in words of the field table. Names that are no fields make the read fail, so that nothing
// from outside becomes SQL.
#pragma once

#include <QString>
#include <QVariant>
#include <vector>

namespace dtp
{

class Where
{
public:
    enum class Op {
        Equals,
        Differs,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Contains,
        StartsWith,
        IsEmpty,
        IsNotEmpty,
        In
    };
    struct Condition {
        QString field; // "id" is the key
        Op op;
        QVariant value; // a QVariantList for In
    };
    struct Order {
        QString field;
        bool descending;
    };

    Where() = default;
    Where(const char* field, const QVariant& value) { is(field, value); }
    template <class R>
    Where(const char* field, Id<R> id)
    {
        is(field, QVariant(id.value));
    }

    Where& is(const char* field, const QVariant& value) { return compare(field, Op::Equals, value); }
    Where& compare(const char* field, Op op, const QVariant& value = {})
    {
        conditions.push_back({QString::fromLatin1(field), op, value});
        return *this;
    }
    Where& orderBy(const char* field, bool descending = false)
    {
        order.push_back({QString::fromLatin1(field), descending});
        return *this;
    }
    Where& first(qint64 count, qint64 from = 0)
    {
        limit = count;
        offset = from;
        return *this;
    }

    std::vector<Condition> conditions;
    std::vector<Order> order; // the key comes last by itself, so that every order is total
    qint64 limit = -1;
    qint64 offset = 0;
};

} // namespace dtp
