// SPDX-License-Identifier: GPL-3.0-or-later
// In which encoding a text is that is no Unicode: by its bytes, by what they would say, and by the countries it names.
#pragma once

#include <QByteArray>
#include <QString>

namespace dtp
{

// A name out of csvEncodings(). sample: the beginning of the file; some words are enough. windows-1252 where nothing
// speaks for another.
QString guessedEncoding(const QByteArray& sample);

} // namespace dtp
