// SPDX-License-Identifier: GPL-3.0-or-later
// Terms for ORDER BY. They stand here, with what else a kind can do, and not in storage: they are made of names of
// tables and columns alone, and of no values from outside.
#include <records/kind_functions.h>
#include <records/record_type.h>
#include <standards/countries.h>

namespace dtp::kinds
{

namespace
{
QByteArray directed(const QByteArray& term, bool descending)
{
    return descending ? term + " DESC" : term;
}

QByteArray quotedText(QByteArray text)
{
    return '\'' + text.replace('\'', "''") + '\'';
}

// ",KH,LA,…": where a code stands in it is its place by name.
const QByteArray& codesByName()
{
    static const QByteArray codes = [] {
        QByteArray all;
        for (const Country& country : countries())
            all += ',' + country.code.toLatin1();
        return quotedText(all);
    }();
    return codes;
}
} // namespace

QByteArray orderText(const Field&, const QByteArray& column, bool descending)
{
    return directed(column + " COLLATE people", descending);
}

QByteArray orderStored(const Field&, const QByteArray& column, bool descending)
{
    return directed(column, descending);
}

// NULL is the least of all to SQLite.
QByteArray orderNumber(const Field&, const QByteArray& column, bool descending)
{
    return column + (descending ? " DESC" : " NULLS LAST");
}

QByteArray orderTime(const Field&, const QByteArray& column, bool descending)
{
    return column + " = '', " + directed(column, descending);
}

// "~1999" lies behind every year as text. As PartialDate::operator<=>: of one time the less exact comes first, and
// what is exact before what is estimated.
QByteArray orderPartialDate(const Field&, const QByteArray& column, bool descending)
{
    return column + " = '', " + directed("ltrim(" + column + ", '~')", descending) + ", " +
           directed(column, descending);
}

QByteArray orderCountry(const Field&, const QByteArray& column, bool descending)
{
    return directed("instr(" + codesByName() + ", ',' || " + column + ")", descending);
}

QByteArray orderCode(const Field& field, const QByteArray& column, bool descending)
{
    return directed(
        "ifnull((SELECT word.label FROM term AS word WHERE word.vocabulary = " + quotedText(field.vocabulary) +
            " AND word.code = " + column + "), " + column + ") COLLATE people",
        descending);
}

QByteArray orderReference(const Field& field, const QByteArray& column, bool descending)
{
    const Field* title = titleField(field.reference);
    if (!title)
        return directed(column, descending);
    const QByteArray table = recordType(field.reference).table;
    return directed("(SELECT titled." + QByteArray(title->name) + " FROM " + table +
                        " AS titled WHERE titled.id = " + column + ") COLLATE people",
                    descending);
}

} // namespace dtp::kinds
