// SPDX-License-Identifier: GPL-3.0-or-later
#include <writers/page_flow.h>

#include <QCoreApplication>
#include <QPainter>

namespace dtp
{

void PageFlow::startPage()
{
    pages.emplace_back();
    m_y = m_design.top;
    m_isEmpty = true;
}

void PageFlow::put(const Chunk& chunk, std::vector<PlacedHeading>& headings)
{
    if (m_isEmpty && chunk.head)
        put(*chunk.head, headings);
    const double gap = m_isEmpty ? 0 : chunk.before;
    m_y += gap;
    LaidPage& page = pages.back();
    if (chunk.draw)
        page.draws.push_back([draw = chunk.draw, y = m_y, gap](QPainter& painter) { draw(painter, y, gap); });
    for (const TextBox::Link& link : chunk.links)
        page.links.push_back({link.area.translated(0, m_y), link.target, -1, 0});
    if (chunk.heading >= 0) {
        PlacedHeading& heading = headings[static_cast<size_t>(chunk.heading)];
        heading.page = static_cast<int>(pages.size()) - 1;
        heading.y = m_y;
    }
    m_y += chunk.height;
    m_isEmpty = false;
}

bool PageFlow::place(const std::vector<Chunk>& chunks, std::vector<PlacedHeading>& headings, const Progress& progress)
{
    if (pages.empty())
        startPage();
    for (size_t i = 0; i < chunks.size();) {
        // What is kept together, up to and with the first piece that may be the last on a page.
        size_t end = i;
        double together = chunks[i].height;
        while (chunks[end].keepWithNext && end + 1 < chunks.size() && !chunks[end + 1].breakBefore) {
            ++end;
            together += chunks[end].before + chunks[end].height;
        }
        const Chunk& first = chunks[i];
        const double needed = first.before + std::max(together, first.needs);
        if (!m_isEmpty && (first.breakBefore || m_y + needed > m_design.bottom()))
            startPage();
        for (; i <= end; ++i) {
            if (!m_isEmpty && m_y + chunks[i].before + chunks[i].height > m_design.bottom())
                startPage();
            put(chunks[i], headings);
        }
        if (i % 200 == 0 && !goOn(progress, static_cast<qint64>(i), static_cast<qint64>(chunks.size())))
            return false;
    }
    return true;
}

} // namespace dtp
