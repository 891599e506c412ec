// SPDX-License-Identifier: GPL-3.0-or-later
// The words that import understands, taken out of a store once, so that several threads may read them.
#pragma once

#include <records/vocabulary.h>
#include <storage/store.h>

#include <QHash>
#include <QString>
#include <optional>

namespace dtp
{

class ImportWords
{
public:
    explicit ImportWords(const Store& store);

    // Code of a label, spelling or code in the file's own vocabulary; nullopt when not understood.
    std::optional<QString> codeFor(const QString& vocabulary, const QString& text) const;

private:
    QHash<QString, Vocabulary> m_vocabularies;
};

} // namespace dtp
