// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as a photo.
#include "fuzz.h"

#include <document/picture.h>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr int longestSide = 64;
    const QByteArray bytes = dtp::fuzz::bytesOf(data, size);
    if (const auto image = dtp::readPicture(bytes, longestSide)) {
        dtp::fuzz::mustBe(image->width() <= longestSide && image->height() <= longestSide,
                          "no picture is larger than it was asked for");
    }
    (void)dtp::pictureAlone(bytes);
    if (const auto clean = dtp::cleanPicture(bytes, longestSide)) {
        dtp::fuzz::mustBe(dtp::readPicture(clean->bytes, longestSide).has_value(), "a clean picture can be read");
    }
    return 0;
}
