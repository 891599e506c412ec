// SPDX-License-Identifier: GPL-3.0-or-later
// Lists within one cell: values separated by "; ". A value that holds what separates stands in double quotes, with its
// own doubled, as in CSV: A; "B; C"; D. Export writes it, import reads it.
#pragma once

#include <QString>
#include <QStringList>

namespace dtp
{

namespace detail
{
inline bool separatesItems(QChar c)
{
    return QStringView(u";|\n•·▪●‣").contains(c);
}
} // namespace detail

// commas: where they separate as well.
inline QString listItem(const QString& text, bool commas = false)
{
    bool mustQuote = text.startsWith(u'"');
    for (const QChar c : text)
        mustQuote = mustQuote || detail::separatesItems(c) || (commas && c == u',');
    return mustQuote ? QString(u'"' + QString(text).replace(u'"', QStringLiteral("\"\"")) + u'"') : text;
}

// The value in quotes that begins at `from`, and behind it the end or a separator; nothing when it is not such a one.
inline bool quotedItem(const QString& text, qsizetype& from, bool commas, QString& item)
{
    if (from >= text.size() || text.at(from) != u'"')
        return false;
    QString value;
    for (qsizetype i = from + 1; i < text.size(); ++i) {
        if (text.at(i) != u'"') {
            value += text.at(i);
            continue;
        }
        if (i + 1 < text.size() && text.at(i + 1) == u'"') {
            value += text.at(i++);
            continue;
        }
        while (++i < text.size() && text.at(i).isSpace() && text.at(i) != u'\n') {
        }
        if (i < text.size() && !detail::separatesItems(text.at(i)) && !(commas && text.at(i) == u','))
            return false;
        from = i;
        item = value;
        return true;
    }
    return false;
}

enum class EmptyItems { Skipped, Kept };

// Single spaces; values in quotes as they are.
inline QStringList splitList(const QString& text, bool commas = false, EmptyItems empty = EmptyItems::Skipped)
{
    QStringList items;
    qsizetype from = 0;
    while (from < text.size()) {
        while (from < text.size() && text.at(from).isSpace())
            ++from;
        QString item;
        if (quotedItem(text, from, commas, item)) {
            if (!item.isEmpty() || empty == EmptyItems::Kept)
                items.append(item);
        } else {
            const qsizetype begin = from;
            while (from < text.size() && !detail::separatesItems(text.at(from)) && !(commas && text.at(from) == u','))
                ++from;
            if (const QString simple = text.mid(begin, from - begin).simplified();
                !simple.isEmpty() || empty == EmptyItems::Kept)
                items.append(simple);
        }
        ++from; // over the separator
    }
    return items;
}

// Values that stand at the places of another list: "Director; ; Adviser". Empty ones at the end are left out.
inline QString placesText(QStringList items)
{
    while (!items.isEmpty() && items.constLast().isEmpty())
        items.removeLast();
    return items.join(QLatin1String("; "));
}

} // namespace dtp
