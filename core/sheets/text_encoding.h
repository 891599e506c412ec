// SPDX-License-Identifier: GPL-3.0-or-later
// Which encoding a text file is in, and its content as UTF-8, a piece at a time.
#pragma once

#include <base/progress.h>
#include <base/result.h>

#include <QByteArray>
#include <QFile>
#include <QString>
#include <memory>

namespace dtp
{

// Looks at the whole file: UTF-8 and UTF-16 with or without a byte order mark, UTF-7, otherwise
// what it most likely is, see encoding_guess.h. Fails for what
// is no text. file is open to read; it is read from its beginning and left there.
Result<QString> encodingOf(QFile& file, const Progress& progress = {});

class TextPieces
{
public:
    static Result<std::unique_ptr<TextPieces>> open(QFile& file, const QString& encoding);
    virtual ~TextPieces() = default;
    TextPieces(const TextPieces&) = delete;
    TextPieces& operator=(const TextPieces&) = delete;

    // The next piece in UTF-8, always whole characters, without byte order mark; empty at the end.
    virtual Result<QByteArray> next() = 0;

protected:
    TextPieces() = default;
};

} // namespace dtp
