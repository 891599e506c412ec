// SPDX-License-Identifier: GPL-3.0-or-later
// An encrypted file of which some bytes were changed, of its head or of its pages: it is refused, or what is read is
// what was written, to the letter.
#include "fuzz.h"
#include "our_file.h"

#include <vault/vault.h>

namespace
{

const QString passphrase = QStringLiteral("a passphrase of the fuzzer");

dtp::fuzz::OurFile encryptedFile(const QString& path)
{
    constexpr int leastMemory = 8; // KiB: what is tried is not how long it takes
    const dtp::vault::FirstPassphrase first{QStringLiteral("Fuzzer"), dtp::vault::SecretBytes::ofText(passphrase),
                                            dtp::vault::Cost{1, leastMemory, 1}};
    return dtp::fuzz::makeFile(path, &first);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QString path = dtp::fuzz::scratchFile(QStringLiteral("vault.dtp"));
    static const dtp::fuzz::OurFile ours = encryptedFile(path);
    dtp::vault::lockAll();
    dtp::fuzz::write(path, dtp::fuzz::patched(ours.bytes, dtp::fuzz::bytesOf(data, size)));
    (void)dtp::vault::isHeadWhole(path);
    const auto unlocked = dtp::vault::unlock(path, passphrase);
    if (!unlocked) {
        dtp::fuzz::mustBe(!unlocked.error().sentence.isEmpty(), "a head is refused with a sentence");
        return 0;
    }
    const auto content = dtp::fuzz::readAll(path);
    dtp::fuzz::mustBe(!content || *content == ours.content, "what is read is what was written");
    (void)dtp::vault::damagedPages(path);
    return 0;
}
