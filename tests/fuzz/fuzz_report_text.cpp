// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as a report that somebody wrote elsewhere, and as text within one.
#include "fuzz.h"

#include <document/rich_text.h>
#include <reporting/text_import.h>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QString text = QString::fromUtf8(dtp::fuzz::bytesOf(data, size));
    if (const auto report = dtp::readReportText(text); report) {
        for (const dtp::ImportedSection& section : report->sections) {
            dtp::fuzz::mustBe(section.level >= 1, "a section has a level");
        }
    } else {
        dtp::fuzz::mustBe(!report.error().sentence.isEmpty(), "a text is refused with a sentence");
    }
    (void)dtp::readProse(text);
    const dtp::RichText rich = dtp::RichText::fromMarkdown(text);
    dtp::fuzz::mustBe(dtp::RichText::fromMarkdown(rich.toMarkdown()) == dtp::normalised(rich),
                      "text comes back from Markdown as it was");
    return 0;
}
