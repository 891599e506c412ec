// SPDX-License-Identifier: GPL-3.0-or-later
// Photos on their way into a document: turned the right way, no larger than they are shown, and without what a camera
// wrote into them (place, time, name of the owner).
#pragma once

#include <QByteArray>
#include <QImage>
#include <optional>

namespace dtp
{

// nullopt when it is no PNG or JPEG that can be read, or is larger than memory should bear.
std::optional<QImage> readPicture(const QByteArray& bytes, int longestSide);

// A PNG without anything beside the picture, so that no length that it claims is believed; empty when it is damaged.
// Other bytes as they are.
QByteArray pictureAlone(const QByteArray& bytes);

// Of the dots alone: no text, place or profile of the file is in it.
struct CleanPicture {
    QByteArray bytes;
    const char* mediaType; // "image/jpeg" or "image/png"
    QSize size;
};
std::optional<CleanPicture> cleanPicture(const QByteArray& bytes, int longestSide);

} // namespace dtp
