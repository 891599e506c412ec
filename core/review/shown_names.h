// SPDX-License-Identifier: GPL-3.0-or-later
// Names that a text which was brought in shows to be some, by underlining or a link: asked wherever they stand with
// the same letters, whatever their words are. Kept as digests beside what was decided.
#pragma once

#include <meaning/name_decisions.h>
#include <storage/store.h>

#include <QHash>
#include <QSet>
#include <QStringList>
#include <utility>
#include <vector>

namespace dtp
{

// What is a few words of the language in small letters is none. No part of the history: undo does not touch it.
Result<> keepShownNames(Store& store, const QStringList& names);

class ShownNames
{
public:
    ShownNames() = default;
    explicit ShownNames(const QHash<QString, NameDecision>& decisions);
    std::vector<std::pair<qsizetype, qsizetype>> in(const QString& text) const; // from, to

private:
    QSet<QString> m_keys;
};

} // namespace dtp
