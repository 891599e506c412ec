// SPDX-License-Identifier: GPL-3.0-or-later
// The words that import understands, taken out of a store once, so that several threads may read them.
#pragma once

#include <cells/cell_values.h>
#include <records/vocabulary.h>
#include <storage/store.h>

#include <QDate>
#include <QHash>
#include <QReadWriteLock>
#include <QSet>
#include <QString>
#include <optional>

namespace dtp
{

class ImportWords
{
public:
    explicit ImportWords(const Store& store);

    QDate today() const { return m_today; }
    int thisYear() const { return m_today.year(); }
    // Whether an organisation is called so, in whole or in short.
    bool knowsOrganisation(const QString& name) const;

    // Code of a label, spelling or code in the file's own vocabulary; nullopt when not understood.
    std::optional<QString> codeFor(const QString& vocabulary, const QString& text) const;
    // A list of words of a vocabulary, each of which may have a level behind it, "Word (level)": then its code is
    // "code\x1Flevel". levels: the vocabulary of these, empty where there are none. May be called by several threads.
    KnownWords listOf(const QString& vocabulary, const QString& levels, const QString& text) const;

private:
    QDate m_today;
    QHash<QString, Vocabulary> m_vocabularies;
    QSet<QString> m_organisations; // as things are compared
    // Lists that were read already: a table has the same ones in many rows.
    mutable QReadWriteLock m_guard;
    mutable QHash<std::pair<QString, QString>, KnownWords> m_lists;
};

} // namespace dtp
