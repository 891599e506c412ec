// SPDX-License-Identifier: GPL-3.0-or-later
// A text as a person reads it, whatever stands between its letters: Markdown and HTML marks within words, backslashes,
// character references ("&oacute;", "&#83;", "%20"), invisible signs, marks that are put on letters, letters of other
// shapes, letters set apart ("S o k"). For the search for names and contacts, which is done in the text as it is typed
// and in this one, with its finds brought back to where they stand. More than one program would show may be taken
// out: in doubt something is read. Character references are a part of those of HTML
// (https://html.spec.whatwg.org/multipage/named-characters.html), with or without their semicolon: letters with
// accents, and the signs that names and addresses are made of.
#pragma once

#include <QString>
#include <utility>
#include <vector>

namespace dtp
{

class TextReading
{
public:
    explicit TextReading(const QString& source);

    // Whether something is read otherwise than it is typed; usually not.
    bool differs() const { return m_differs; }
    const QString& text() const { return m_text; }
    // Where a stretch of text() stands in the source: from and length. A stretch has at least one sign.
    std::pair<qsizetype, qsizetype> inSource(qsizetype from, qsizetype length) const;

    struct Origin { // of a sign: from, and behind what it is made of
        qsizetype from = 0;
        qsizetype to = 0;
    };

private:
    QString m_text;
    std::vector<Origin> m_origins; // of each sign of text()
    bool m_differs = false;
};

} // namespace dtp
