// SPDX-License-Identifier: GPL-3.0-or-later
// Names in scripts without capitals, and words of them: in text that puts no space between words (Thai, Lao, Khmer,
// Myanmar, Han) and in text that does, where endings hang on names (Hangul, Devanagari, Arabic and others).
//
// Compared sign by sign in the composed form (NFC), Han in simplified characters, over spaces and invisible signs. A
// name of one short word may be any word, and is found behind an honorific alone; names of two words or of six signs
// and more, and of two in Han, are found anywhere. Single words are parts, about which staff are asked.
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
        bool isPart = false; // a word of their name, which may be another's
    };

    // Whether a text has any letter of these scripts; without, nothing needs to be read.
    static bool concern(const QString& text);
    // The names of everybody who has one in these scripts.
    static Result<UnbrokenNames> read(const Store& store);
    // May overlap.
    std::vector<Found> namesIn(const QString& text) const;

private:
    UnbrokenNames() = default;
    enum class Kind { Whole, Short, Part };
    struct Name {
        QString signs; // without spaces
        qint64 person;
        Kind kind;
        bool operator==(const Name&) const = default;
    };
    void add(const QString& name, qint64 person);
    void addWords(const QString& name, qint64 person);
    void put(const Name& name);
    QHash<quint32, std::vector<Name>> m_byStart; // by the first two signs
};

} // namespace dtp
