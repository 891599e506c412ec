// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: what it is, by whom, when and where, and for whom it was made.
#pragma once

#include <document/document.h>
#include <writers/page_design.h>

namespace dtp
{

struct CoverText {
    QString madeFor;  // the audience
    QString contents; // "28 people: 21 named, …"
};

void paintCover(QPainter& painter, const PageDesign& design, const Document& document, const CoverText& text);

} // namespace dtp
