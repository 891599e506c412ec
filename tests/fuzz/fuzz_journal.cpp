// SPDX-License-Identifier: GPL-3.0-or-later
// The write-ahead log beside a file of ours, of which some bytes were changed: what is read is what stood in the file
// after one of its changes, and damage in one place loses no more than the last of them without being noticed.
#include "fuzz.h"
#include "our_file.h"

#include <database/journal.h>

#include <QFile>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QString path = dtp::fuzz::scratchFile(QStringLiteral("journal.dtp"));
    static const dtp::fuzz::JournaledFile ours = dtp::fuzz::makeJournaledFile(path);
    const QByteArray input = dtp::fuzz::bytesOf(data, size);
    QFile::remove(path + QStringLiteral("-shm"));
    dtp::fuzz::write(path, ours.bytes);
    dtp::fuzz::write(path + QStringLiteral("-wal"), dtp::fuzz::patched(ours.journal, input));

    const auto checked = dtp::checkJournal(path);
    dtp::fuzz::mustBe(checked || !checked.error().sentence.isEmpty(), "a damaged journal is told with a sentence");
    const auto content = dtp::fuzz::readAll(path);
    if (!content)
        return 0;
    const qsizetype kept = ours.contents.indexOf(*content);
    dtp::fuzz::mustBe(kept >= 0, "what is read is what was written");
    constexpr qsizetype onePlace = 5;
    const bool isLastAtMost = kept + 2 >= ours.contents.size();
    dtp::fuzz::mustBe(!checked || isLastAtMost || input.size() > onePlace, "earlier changes are not lost unnoticed");
    return 0;
}
