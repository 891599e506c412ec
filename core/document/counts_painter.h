// SPDX-License-Identifier: GPL-3.0-or-later
// Charts as values that paint themselves on any painter: the window, the PDF and pictures show the same. One accent
// colour in steps of lightness, which every eye tells apart; numbers stand beside what they count.
#pragma once

#include <document/document.h>

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <array>

class QPainter;

namespace dtp
{

struct ChartPalette {
    QColor ink;                  // text
    QColor muted;                // text of second rank
    QColor accent;               // bars
    QColor strong;               // what is pointed at
    QColor land;                 // countries without a number
    QColor paper;                // what lies behind
    std::array<QColor, 5> steps; // few to many

    static ChartPalette light();
    static ChartPalette dark();
};

struct ChartStyle {
    ChartPalette palette = ChartPalette::light();
    double textSize = 13; // in units of the painter, as all lengths
    double rhythm = 8;    // distances are multiples of it
    bool hasTitle = true; // the line with title and total
};

// What stands for an item's number: "28", or the gate's words for one that is not to be shown.
QString countText(const CountItem& item);
QString totalText(const CountsBlock& block); // "28 participants"

// Horizontal bars, longest first if the report put them so; the title says the total.
class BarChart
{
public:
    BarChart(const CountsBlock& block, const ChartStyle& style);

    double heightFor(double width) const;
    void paint(QPainter& painter, const QRectF& area, int highlighted = -1) const;
    int itemAt(QPointF point, const QRectF& area) const; // -1: none
    int itemCount() const { return static_cast<int>(m_block.items.size()); }
    // A part of the items, with the scale of the whole, for charts that are longer than a page.
    BarChart part(int firstItem, int count, const QString& title) const;
    double rowHeight() const;
    double headHeight(double width) const;

private:
    double labelWidth(double width) const;
    CountsBlock m_block;
    ChartStyle m_style;
    int m_largest = 0;
};

// Lower bounds of the steps in which numbers up to largest are coloured: at most five, all greater than 0.
std::vector<int> stepsFor(int largest);
QString stepText(const std::vector<int>& steps, size_t step, int largest); // "5–9"
int stepOf(const std::vector<int>& steps, int count);                      // -1 for 0

// Asia and the Pacific with countries coloured by number; small states are dots. What has no place on it is named
// below.
class CountryMap
{
public:
    CountryMap(const CountsBlock& block, const ChartStyle& style);

    double heightFor(double width) const;
    void paint(QPainter& painter, const QRectF& area, const QString& highlighted = {}) const;
    // ISO code, also of a country without a number; empty over the sea.
    QString countryAt(QPointF point, const QRectF& area) const;
    // "Not on the map: Canada 3, not known 2", or empty.
    QString elsewhereText() const;

    // For writers that draw it in their own way. A level is an index of ChartPalette::steps.
    static constexpr int noNumber = -1;
    static constexpr int hiddenNumber = -2;
    int levelOf(const QString& code) const;
    struct Number {
        QString code;
        QString text;
        QRectF box;
        bool isInside = false; // on the country's colour, not beside it
    };
    std::vector<Number> numbersIn(const QRectF& map) const; // map: the place of mapArea()
    struct LegendEntry {
        int level;
        QString text;
    };
    std::vector<LegendEntry> legend() const;

private:
    struct Frame;
    const CountItem* itemOf(const QString& code) const;
    QColor colorOf(int level) const;
    void paintCountries(QPainter& painter, const Frame& frame, const QString& highlighted) const;
    void paintNumbers(QPainter& painter, const Frame& frame, const QString& highlighted) const;
    void paintLegend(QPainter& painter, const Frame& frame) const;
    double elsewhereHeight(double width) const;

    CountsBlock m_block;
    ChartStyle m_style;
    int m_largest = 0;
    std::vector<int> m_steps;
};

} // namespace dtp
