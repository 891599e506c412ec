// SPDX-License-Identifier: GPL-3.0-or-later
// A few words that the text of a report shows apart, by underlining or a link: people do so with names.
#pragma once

#include <reporting/source_blocks.h>

#include <QStringList>

namespace dtp
{

// Without what stands before a colon, which is a small heading.
QStringList shownStretches(const SourceBlock& block);

} // namespace dtp
