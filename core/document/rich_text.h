// SPDX-License-Identifier: GPL-3.0-or-later
// Prose with a little form: what the report editor makes, files keep and writers print. Kept as a subset of CommonMark
// (https://spec.commonmark.org/0.30/): paragraphs, "- " and "1. " lists nested by two or three spaces, "> " quotes,
// **bold**, *italic*, [text](https://…), backslash escapes. No HTML: "<b>" is three characters of text. One addition:
// [Sok Dara](person:123) is a name that the program put in itself, so that the gate knows whom it names.
#pragma once

#include <base/id.h>
#include <records/people.h>

#include <QString>
#include <vector>

namespace dtp
{

struct Run {
    QString text;
    bool bold = false;
    bool italic = false;
    QString link;      // http, https or mailto; empty: none
    Id<Person> person; // whom the text names, where the program put the name in itself
    bool operator==(const Run&) const = default;
};

struct Paragraph {
    enum class Style { Body, Bullet, Numbered, Quote };
    Style style = Style::Body;
    int level = 0; // nesting of list items, 0..5
    std::vector<Run> runs;
    QString text() const; // of all runs
    bool operator==(const Paragraph&) const = default;
};

struct RichText {
    std::vector<Paragraph> paragraphs;

    bool isEmpty() const { return paragraphs.empty(); }
    QString plainText() const; // one line a paragraph
    static RichText fromPlain(const QString& text);
    // Any text is understood; what is no markup is text. fromMarkdown(toMarkdown(x)) == normalised(x).
    static RichText fromMarkdown(const QString& markdown);
    QString toMarkdown() const;
    bool operator==(const RichText&) const = default;
};

// Neighbouring runs of the same form joined, empty runs and paragraphs dropped, spaces at paragraph ends trimmed, line
// breaks and tabs made spaces, control characters removed; spaces at the ends of bold and italic stretches are plain;
// a list begins at level 0 and goes deeper one level at a time; links that are not safe are dropped, their text stays.
RichText normalised(const RichText& text);

// http, https or mailto, with something behind it, and no space or control character in it.
bool isSafeLink(const QString& link);

} // namespace dtp
