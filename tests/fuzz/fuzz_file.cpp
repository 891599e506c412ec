// SPDX-License-Identifier: GPL-3.0-or-later
// A plain file of ours of which some bytes were changed: it is refused with a sentence, or read without harm.
#include "fuzz.h"
#include "our_file.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QString path = dtp::fuzz::scratchFile(QStringLiteral("plain.dtp"));
    static const dtp::fuzz::OurFile ours = dtp::fuzz::makeFile(path);
    dtp::fuzz::write(path, dtp::fuzz::patched(ours.bytes, dtp::fuzz::bytesOf(data, size)));
    (void)dtp::fuzz::readAll(path);
    return 0;
}
