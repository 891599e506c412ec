// SPDX-License-Identifier: GPL-3.0-or-later
// A piece of SQL with the values of its question marks: how a fact is put into a larger statement. Texts are written
// by the program alone; whatever comes from outside is a value.
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QVariant>
#include <vector>

namespace dtp
{

struct SqlPiece {
    QByteArray text;
    std::vector<QVariant> values; // one for each "?" of text, in order

    SqlPiece& operator+=(const QByteArray& more)
    {
        text += more;
        return *this;
    }
    SqlPiece& operator+=(const SqlPiece& more)
    {
        text += more.text;
        values.insert(values.end(), more.values.begin(), more.values.end());
        return *this;
    }
    friend SqlPiece operator+(SqlPiece first, const SqlPiece& more) { return first += more; }
    friend SqlPiece operator+(SqlPiece first, const QByteArray& more) { return first += more; }
};

// A list as one value: "column IN (SELECT value FROM json_each(?))".
QString jsonArrayText(const QStringList& list);

} // namespace dtp
