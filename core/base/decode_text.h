// SPDX-License-Identifier: GPL-3.0-or-later
// Text out of bytes that say nothing of their encoding.
#pragma once

#include <base/result.h>

#include <QByteArrayView>
#include <QString>

namespace dtp
{

// UTF-8 and UTF-16 with or without a mark at the start, else Windows-1252, in which every byte means something. Line
// ends become LF. what: the file or text, for the sentence when the bytes are no text at all.
Result<QString> decodeText(QByteArrayView bytes, const QString& what);

// https://encoding.spec.whatwg.org/#windows-1252; the five bytes without a meaning stay control characters.
QString fromWindows1252(QByteArrayView bytes);

} // namespace dtp
