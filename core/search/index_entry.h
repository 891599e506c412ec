// SPDX-License-Identifier: GPL-3.0-or-later
// What the index keeps of a person: folded words and keys, and folding them for many people on a second thread.
#pragma once

#include <QByteArray>
#include <QString>
#include <QThreadPool>
#include <future>
#include <utility>
#include <vector>

namespace dtp
{

// What is indexed of a person.
struct IndexSource {
    qint64 id = 0;
    QString given, family, own, place, notes, otherNames, contacts, organisations;
};

struct IndexEntry {
    QByteArray names;  // words of names, apart by spaces
    QByteArray all;    // and of everything else
    qsizetype own = 0; // so many bytes of these are of what she herself is called, where she lives and what is noted
    QByteArray sortKey;
    QByteArray nameKey;
    bool operator==(const IndexEntry&) const = default;
};

IndexEntry indexEntryOf(const IndexSource& person);
// In what the index does not agree with the record of a person, as sentences for `check`.
QString differenceOf(qint64 person, const IndexEntry& record, const IndexEntry& index);
QString differenceOf(qint64 person, const QString& column, const QString& record, const QString& index);

// Folded words of a full name, sorted: equal for "Sok Dara", "DARA Sok" and "dara  sok".
QString nameKeyOf(const QString& name);

// Folds on a thread of its own, while the caller reads and writes the file.
class IndexFolder
{
public:
    using Entries = std::vector<std::pair<qint64, IndexEntry>>;

    IndexFolder();
    std::future<Entries> fold(std::vector<IndexSource> people);

private:
    QThreadPool m_thread;
};

} // namespace dtp
