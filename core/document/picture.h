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

struct CleanPicture {
    QByteArray bytes;
    const char* mediaType; // "image/jpeg" or "image/png"
    QSize size;
};
std::optional<CleanPicture> cleanPicture(const QByteArray& bytes, int longestSide);

} // namespace dtp
