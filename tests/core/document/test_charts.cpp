// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/counts_painter.h>
#include <document/map_shapes.h>
#include <support/catch.h>

#include <QImage>
#include <QPainter>

using namespace dtp;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

CountsBlock byCountry()
{
    CountsBlock block;
    block.title = s("Participants by country");
    block.unit = s("participants");
    const std::pair<const char*, int> counts[] = {{"IN", 12}, {"ID", 9},  {"KH", 7}, {"TH", 31}, {"PH", 6},
                                                  {"NP", 5},  {"FJ", 4},  {"TO", 3}, {"KI", 2},  {"AU", 8},
                                                  {"WS", 1},  {"MM", 14}, {"LK", 5}, {"CA", 2}};
    for (const auto& [code, count] : counts) {
        block.items.push_back({s(code), s(code), {}, count, false, {}});
        block.total += count;
    }
    return block;
}

QImage picture(int width, double height, const ChartPalette& palette,
               const std::function<void(QPainter&, QRectF)>& paint)
{
    QImage image(width + 32, static_cast<int>(height) + 32, QImage::Format_RGB32);
    image.fill(palette.paper);
    QPainter painter(&image);
    paint(painter, QRectF(16, 16, width, height));
    return image;
}

void keep(const QImage& image, const char* name)
{
    const QString folder = qEnvironmentVariable("DTP_TEST_PICTURES"); // to be looked at
    if (!folder.isEmpty())
        REQUIRE(image.save(folder + QLatin1Char('/') + QString::fromLatin1(name)));
}

QPointF where(const QString& code, const QRectF& area, double head, double foot)
{
    for (const MapShape& shape : mapShapes()) {
        if (shape.code != code)
            continue;
        const QRectF world = mapArea();
        const double scale = std::min(area.width() / world.width(), (area.height() - head - foot) / world.height());
        const double left = area.left() + (area.width() - world.width() * scale) / 2;
        return {left + (shape.centre.x() - world.left()) * scale,
                area.top() + head + (shape.centre.y() - world.top()) * scale};
    }
    return {};
}
} // namespace

TEST_CASE("Steps of a map are few and round, and cover every number once", "[charts]")
{
    CHECK(stepsFor(0).empty());
    CHECK(stepsFor(3) == std::vector<int>{1, 2, 3});
    CHECK(stepsFor(28) == std::vector<int>{1, 2, 5, 10, 20});
    CHECK(stepsFor(900) == std::vector<int>{1, 50, 100, 200, 500});
    CHECK(stepsFor(2'000'000'000).size() == 5);
    for (const int largest : {1, 5, 6, 28, 99, 100, 3500, 1'000'000}) {
        const std::vector<int> steps = stepsFor(largest);
        CHECK(steps.front() == 1);
        CHECK(stepOf(steps, largest) == static_cast<int>(steps.size()) - 1);
        CHECK(stepOf(steps, 0) == -1);
    }
    CHECK(stepText(stepsFor(28), 2, 28) == s("5–9"));
    CHECK(stepText(stepsFor(28), 4, 28) == s("20–28"));
    CHECK(stepText(stepsFor(3), 1, 3) == s("2"));
}

TEST_CASE("The map knows the country under the pointer, also of small islands", "[charts]")
{
    const CountsBlock block = byCountry();
    ChartStyle style;
    style.hasTitle = false;
    const CountryMap map(block, style);
    const QRectF area(10, 20, 900, map.heightFor(900));
    const double foot = 3 * style.rhythm + 2 * style.rhythm;
    for (const char* code : {"IN", "TH", "AU", "TO", "WS", "KI", "FJ"})
        CHECK(map.countryAt(where(s(code), area, 0, foot), area) == s(code));
    CHECK(map.countryAt(where(s("CN"), area, 0, foot), area) == s("CN"));
    CHECK(map.countryAt(area.topLeft() - QPointF(5, 5), area).isEmpty());
    CHECK(map.countryAt(QPointF(area.right() - 3, area.center().y()), area).isEmpty());
    CHECK(map.elsewhereText() == s("Not on the map: CA 2"));
}

TEST_CASE("A number on the map stands on its own country or on the sea, and covers no other number", "[charts]")
{
    CountsBlock block = byCountry();
    block.items.clear();
    int count = 300;
    for (const MapShape& shape : mapShapes()) // more than there is room for
        block.items.push_back({shape.code, shape.code, {}, count--, false, {}});
    const CountryMap map(block, {});
    const QRectF paper(0, 0, 600, 600 * mapArea().height() / mapArea().width());
    QTransform toPaper;
    toPaper.scale(paper.width() / mapArea().width(), paper.height() / mapArea().height());
    toPaper.translate(-mapArea().left(), -mapArea().top());
    const auto numbers = map.numbersIn(paper);
    CHECK(numbers.size() > 20);
    for (const auto& number : numbers) {
        INFO(number.code.toStdString());
        CHECK(paper.contains(number.box));
        for (const MapShape& shape : mapShapes()) {
            if (!shape.isSmall && shape.code != number.code)
                CHECK_FALSE(toPaper.map(shape.path).contains(number.box.center()));
        }
        for (const auto& other : numbers)
            CHECK((other.code == number.code || !other.box.intersects(number.box)));
    }
}

TEST_CASE("A number that is hidden is not painted", "[charts]")
{
    CountsBlock shown = byCountry();
    CountsBlock hidden = byCountry();
    hidden.items[7].count = 0;
    hidden.items[7].atLeastHidden = true;
    hidden.items[7].hiddenAs = s("fewer than 5");
    CHECK(countText(hidden.items[7]) == s("fewer than 5"));
    CHECK(countText(shown.items[7]) == s("3"));
    // Whatever the number behind the words is, the picture is the same.
    CountsBlock other = hidden;
    other.items[7].count = 4;
    const auto bars = [](const CountsBlock& block) {
        return picture(500, BarChart(block, {}).heightFor(500), ChartPalette::light(),
                       [&](QPainter& painter, QRectF area) { BarChart(block, {}).paint(painter, area); });
    };
    const auto map = [](const CountsBlock& block) {
        return picture(700, CountryMap(block, {}).heightFor(700), ChartPalette::light(),
                       [&](QPainter& painter, QRectF area) { CountryMap(block, {}).paint(painter, area); });
    };
    CHECK(bars(hidden) == bars(other));
    CHECK(bars(hidden) != bars(shown));
    CHECK(map(hidden) == map(other));
    keep(bars(hidden), "bars.png");
    keep(map(hidden), "map.png");
}

TEST_CASE("Bars say which item is under the pointer", "[charts]")
{
    const BarChart chart(byCountry(), {});
    const QRectF area(0, 0, 400, chart.heightFor(400));
    CHECK(chart.itemAt({50, chart.headHeight(400) + 3}, area) == 0);
    CHECK(chart.itemAt({50, area.bottom() - 3}, area) == 13);
    CHECK(chart.itemAt({50, 3}, area) == -1);
    CHECK(chart.itemAt({500, 30}, area) == -1);
    CHECK(chart.part(10, 10, s("More")).itemCount() == 4);
}

TEST_CASE("Charts paint in dark colours and with hostile labels", "[charts]")
{
    CountsBlock block = byCountry();
    block.items[0].label =
        s("<b>India</b>\u202E and \u0007 a label that goes on and on and on, longer than any place could be named");
    block.items[1].label = s("អ្នកចូលរួម");
    block.items[2].count = 2'000'000'000;
    block.items[3].count = -4;
    ChartStyle style;
    style.palette = ChartPalette::dark();
    const BarChart bars(block, style);
    keep(picture(500, bars.heightFor(500), style.palette, [&](QPainter& p, QRectF a) { bars.paint(p, a, 2); }),
         "bars-dark.png");
    const CountryMap map(byCountry(), style);
    const QImage drawn =
        picture(900, map.heightFor(900), style.palette, [&](QPainter& p, QRectF a) { map.paint(p, a, s("AU")); });
    keep(drawn, "map-dark.png");
    CHECK(drawn.pixelColor(5, 5) == style.palette.paper);
    // Nothing to count is no reason to fail.
    const BarChart none(CountsBlock{}, {});
    const CountryMap empty(CountsBlock{}, {});
    picture(300, 300, style.palette, [&](QPainter& p, QRectF a) {
        none.paint(p, a);
        empty.paint(p, a);
    });
}
