// SPDX-License-Identifier: GPL-3.0-or-later
// Names within text of scripts that put no space between words: Thai, Lao, Khmer, Myanmar and Han.
//
// Compared sign by sign in the composed form (NFC), Han in simplified characters, over spaces and invisible signs. A
// name of one short word may be any word, and is found behind an honorific alone; names of two words or of six signs
// and more, and of two in Han, are found anywhere.
#pragma once

#include <base/result.h>
#include <storage/store.h>

#include <QHash>
#include <QString>
#include <vector>

namespace dtp
{

class UnbrokenNames
{
public:
    struct Found {
        qsizetype from = 0; // in the text
        qsizetype length = 0;
        std::vector<qint64> people;
    };

    // Whether a text has any letter of these scripts; without, nothing needs to be read.
    static bool concern(const QString& text);
    // The names of everybody who has one in these scripts.
    static Result<UnbrokenNames> read(const Store& store);
    // May overlap.
    std::vector<Found> namesIn(const QString& text) const;

private:
    UnbrokenNames() = default;
    void add(const QString& name, qint64 person);
    struct Name {
        QString signs; // without spaces
        qint64 person;
        bool isShort = false;
    };
    QHash<quint32, std::vector<Name>> m_byStart; // by the first two signs
};

} // namespace dtp
