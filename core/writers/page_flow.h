// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the pieces of a document on pages: what belongs together stays together, heads of tables come again.
#pragma once

#include <base/progress.h>
#include <document/document.h>
#include <writers/page_design.h>

#include <functional>
#include <memory>
#include <vector>

namespace dtp
{

// The smallest piece that is not cut. x is fixed, y comes with its place.
struct Chunk {
    double height = 0;
    double before = 0;         // distance to what is above; not at the top of a page
    double needs = 0;          // begins only where this much is left
    bool keepWithNext = false; // never the last on a page
    bool breakBefore = false;
    int heading = -1; // index of the heading that it is
    // gap: how much of `before` there is above it.
    std::function<void(QPainter& painter, double y, double gap)> draw;
    std::vector<TextBox::Link> links;  // y relative to the top of the piece
    std::shared_ptr<const Chunk> head; // comes first when the piece begins a page
};

struct PlacedHeading {
    int level = 1;
    QString number;
    QString text;
    int page = -1; // counted from 0
    double y = 0;
};

struct PageLink {
    QRectF area;
    QString target; // outside
    int page = -1;  // or within
    double y = 0;
};

struct LaidPage {
    std::vector<std::function<void(QPainter&)>> draws;
    std::vector<PageLink> links;
};

class PageFlow
{
public:
    explicit PageFlow(const PageDesign& design) : m_design(design) {}

    // false: progress asked to stop.
    bool place(const std::vector<Chunk>& chunks, std::vector<PlacedHeading>& headings, const Progress& progress = {});
    std::vector<LaidPage> pages;

private:
    void startPage();
    void put(const Chunk& chunk, std::vector<PlacedHeading>& headings);
    const PageDesign& m_design;
    double m_y = 0;
    bool m_isEmpty = true;
};

// The pieces of a document's blocks, and its headings.
class ChunkMaker
{
public:
    explicit ChunkMaker(const PageDesign& design) : m_design(design) {}

    void add(const Block& block);
    void addHeading(const HeadingBlock& heading);
    void addText(const RichText& text);
    void addTable(const Table& table);
    void addCounts(const CountsBlock& counts);
    void addFigure(const FigureBlock& figure);
    // A paragraph of one style, from hang or from the text's edge.
    void addLine(const QString& text, const TextStyle& style, double before);

    std::vector<Chunk> chunks;
    std::vector<PlacedHeading> headings;
    bool isFullWidth = false;  // text and tables begin at the outer edge
    bool isBelowTitle = false; // without a cover: headings look one step smaller than the title above them
    bool isForm = false;       // larger type, and tables with room to write and boxes to tick

private:
    friend class TableChunks;
    double left() const { return isFullWidth ? m_design.hang : m_design.left; }
    double width() const { return m_design.right() - left(); }
    TextStyle proseStyle() const { return isForm ? m_design.formText() : m_design.text(); }
    void push(Chunk chunk);
    void addBox(std::shared_ptr<const TextBox> box, double x, double before, double after,
                const std::function<void(QPainter&, double y, double gap, double height, bool isFirst)>& beside = {});
    void addBars(const CountsBlock& counts);
    void addItem(const Paragraph& paragraph, const QString& label, bool itemFollows);
    void addQuote(const Paragraph& paragraph, bool isFirst, bool isLast);

    const PageDesign& m_design;
    double m_after = 0; // distance that the last piece asks for
    bool m_breakNext = false;
};

} // namespace dtp
