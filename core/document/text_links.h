// SPDX-License-Identifier: GPL-3.0-or-later
// Links as they are written within any text: in Markdown in all forms of CommonMark 0.30
// (https://spec.commonmark.org/0.30/#links) and as HTML. For the gate, so in doubt something is a link: also where a
// program that shows the text would not take it for one.
#pragma once

#include <base/id.h>
#include <records/people.h>

#include <QHash>
#include <QString>
#include <vector>

namespace dtp
{

struct TextLink {
    qsizetype from = 0; // with its marks
    qsizetype length = 0;
    qsizetype textFrom = 0; // what is read of it; no length: nothing but the target
    qsizetype textLength = 0;
    QString target;
    Id<Person> person; // of "person:12"

    qsizetype end() const { return from + length; }
};

// Targets that stand apart, "[1]: person:12", by their folded labels.
using LinkTargets = QHash<QString, QString>;
void addLinkTargets(const QString& text, LinkTargets& targets);

// From left to right, not overlapping. A target that stands apart is a link without a text. targets: of the whole
// document, beside those of the text itself.
std::vector<TextLink> linksIn(const QString& text, const LinkTargets& targets = {});

} // namespace dtp
