// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <document/counts_painter.h>
#include <document/map_shapes.h>
#include <document/picture.h>
#include <standards/countries.h>
#include <writers/html_parts.h>
#include <writers/table_chunks.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
constexpr int longestPhotoSide = 1400;
constexpr int unitsPerDegree = 10;

bool isItem(const Paragraph& paragraph)
{
    return paragraph.style == Paragraph::Style::Bullet || paragraph.style == Paragraph::Style::Numbered;
}

// Outlines in whole units, from point to point.
QString pathData(const QPainterPath& path)
{
    const QRectF area = mapArea();
    QString data;
    QPoint last;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        const QPoint point(qRound((element.x - area.left()) * unitsPerDegree),
                           qRound((element.y - area.top()) * unitsPerDegree));
        if (element.isMoveTo())
            data += QStringLiteral("M%1 %2").arg(point.x()).arg(point.y());
        else if (point != last)
            data += QStringLiteral("l%1 %2").arg(point.x() - last.x()).arg(point.y() - last.y());
        last = point;
    }
    return data;
}

QString levelClass(int level)
{
    if (level == CountryMap::hiddenNumber)
        return QStringLiteral("hidden");
    return level == CountryMap::noNumber ? QStringLiteral("land") : QString(QLatin1Char('s') + QString::number(level));
}
} // namespace

void HtmlParts::start(const char* element, const char* cssClass)
{
    m_xml.writeStartElement(QLatin1String(element));
    if (cssClass)
        attribute("class", QLatin1String(cssClass));
}

void HtmlParts::attribute(const char* name, const QString& value)
{
    m_xml.writeAttribute(QLatin1String(name), withoutControls(value));
}

void HtmlParts::text(const QString& text)
{
    m_xml.writeCharacters(withoutControls(text));
}

void HtmlParts::element(const char* element, const QString& content, const char* cssClass)
{
    start(element, cssClass);
    text(content); // also when empty: <td/> is no HTML
    end();
}

void HtmlParts::runs(const std::vector<Run>& runs)
{
    for (const Run& run : runs) {
        const bool isLink = isSafeLink(run.link);
        if (isLink) {
            start("a");
            attribute("href", run.link);
            attribute("rel", QStringLiteral("noopener noreferrer"));
        }
        if (run.bold)
            start("strong");
        if (run.italic)
            start("em");
        text(run.text);
        for (int i = (isLink ? 1 : 0) + (run.bold ? 1 : 0) + (run.italic ? 1 : 0); i > 0; --i)
            end();
    }
}

void HtmlParts::openList(const Paragraph& paragraph)
{
    if (paragraph.style == Paragraph::Style::Bullet) {
        start("ul");
        return;
    }
    start("ol");
    static const char* const types[] = {"1", "a", "i"};
    attribute("type", QLatin1String(types[paragraph.level % 3]));
}

void HtmlParts::prose(const RichText& text)
{
    const RichText clean = normalised(text);
    std::vector<Paragraph::Style> open; // of the lists that we are in; each has an open item
    bool inQuote = false;
    const auto closeLists = [&](size_t depth) {
        for (; open.size() > depth; open.pop_back()) {
            end();
            end();
        }
    };
    for (const Paragraph& paragraph : clean.paragraphs) {
        const bool isQuote = paragraph.style == Paragraph::Style::Quote;
        if (!isItem(paragraph))
            closeLists(0);
        if (inQuote && !isQuote)
            end();
        if (!inQuote && isQuote)
            start("blockquote");
        inQuote = isQuote;
        if (!isItem(paragraph)) {
            start("p");
            attribute("dir", QStringLiteral("auto"));
            runs(paragraph.runs);
            end();
            continue;
        }
        const auto level = static_cast<size_t>(paragraph.level);
        closeLists(level + 1);
        if (open.size() == level + 1 && open.back() == paragraph.style) {
            end(); // the item before
        } else {
            closeLists(level);
            openList(paragraph);
            open.push_back(paragraph.style);
        }
        start("li");
        attribute("dir", QStringLiteral("auto"));
        runs(paragraph.runs);
    }
    closeLists(0);
    if (inQuote)
        end();
}

void HtmlParts::table(const Table& table, bool hasTotal)
{
    if (table.columns.empty())
        return;
    start("div", "wide");
    start("table");
    if (!table.title.isEmpty())
        element("caption", table.title);
    if (hasHeads(table)) {
        start("thead");
        start("tr");
        for (const TableColumn& column : table.columns) {
            start("th", column.isNumber() ? "number" : nullptr);
            attribute("scope", QStringLiteral("col"));
            text(column.title);
            end();
        }
        end();
        end();
    }
    start("tbody");
    for (size_t r = 0; r < table.rows.size(); ++r) {
        start("tr", hasTotal && r + 1 == table.rows.size() ? "total" : nullptr);
        for (size_t c = 0; c < table.columns.size(); ++c) {
            start("td", table.columns[c].isNumber() ? "number" : nullptr);
            attribute("dir", QStringLiteral("auto"));
            text(c < table.rows[r].cells.size() ? table.rows[r].cells[c].shown() : QString());
            end();
        }
        end();
    }
    text({});
    end();
    end();
    end();
}

void HtmlParts::chartHead(const CountsBlock& counts)
{
    start("figcaption");
    element("strong", counts.title);
    element("span", totalText(counts));
    end();
}

void HtmlParts::counts(const CountsBlock& counts)
{
    if (counts.show == CountsBlock::Show::Table) {
        table(tableOf(counts), true);
    } else {
        start("figure", "chart");
        chartHead(counts);
        if (counts.show == CountsBlock::Show::Bars)
            bars(counts);
        else
            map(counts);
        end();
    }
    if (!counts.note.isEmpty())
        element("p", counts.note, "note");
}

// A table whose middle column is drawn: it reads as well as it looks.
void HtmlParts::bars(const CountsBlock& counts)
{
    int largest = 1;
    for (const CountItem& item : counts.items)
        if (!item.atLeastHidden)
            largest = std::max(largest, item.count);
    start("table", "bars");
    for (const CountItem& item : counts.items) {
        start("tr");
        start("th");
        attribute("scope", QStringLiteral("row"));
        text(item.label);
        end();
        start("td");
        const int count = item.atLeastHidden ? 0 : std::max(0, item.count);
        if (count > 0) {
            start("svg");
            attribute("aria-hidden", QStringLiteral("true"));
            attribute("style", QStringLiteral("width:%1%").arg(std::max(0.5, 80.0 * count / largest), 0, 'f', 1));
            start("rect");
            attribute("width", QStringLiteral("100%"));
            attribute("height", QStringLiteral("100%"));
            end();
            end();
        }
        element("span", countText(item), item.atLeastHidden ? "muted" : nullptr);
        end();
        end();
    }
    text({});
    end();
}

void HtmlParts::map(const CountsBlock& counts)
{
    ChartStyle style;
    style.textSize = 26;
    style.rhythm = 16;
    const CountryMap map(counts, style);
    const QRectF area(0, 0, mapArea().width() * unitsPerDegree, mapArea().height() * unitsPerDegree);
    start("svg", "map");
    attribute("viewBox", QStringLiteral("0 0 %1 %2").arg(qRound(area.width())).arg(qRound(area.height())));
    attribute("role", QStringLiteral("img"));
    attribute("aria-label", counts.title);
    const auto country = [&](const MapShape& shape, const char* tag, const auto& geometry) {
        const int level = map.levelOf(shape.code);
        start(tag);
        attribute("class", levelClass(level));
        geometry();
        if (level != CountryMap::noNumber)
            for (const CountItem& item : counts.items)
                if (item.code == shape.code)
                    element("title", QString(item.label + QStringLiteral(": ") + countText(item)));
        end();
    };
    for (const MapShape& shape : mapShapes())
        country(shape, "path", [&] { attribute("d", pathData(shape.path)); });
    for (const MapShape& shape : mapShapes()) {
        if (!shape.isSmall || map.levelOf(shape.code) == CountryMap::noNumber)
            continue;
        const QPointF centre = (shape.centre - mapArea().topLeft()) * unitsPerDegree;
        country(shape, "circle", [&] {
            attribute("cx", QString::number(qRound(centre.x())));
            attribute("cy", QString::number(qRound(centre.y())));
            attribute("r", QStringLiteral("8"));
        });
    }
    for (const CountryMap::Number& number : map.numbersIn(area)) {
        start("text", number.isInside ? (map.levelOf(number.code) >= 2 ? "on-dark" : "on-light") : nullptr);
        attribute("x", QString::number(qRound(number.box.left())));
        attribute("y", QString::number(qRound(number.box.bottom() - 0.3 * number.box.height())));
        text(number.text);
        end();
    }
    end();
    start("ul", "legend");
    for (const CountryMap::LegendEntry& entry : map.legend()) {
        start("li");
        start("svg");
        attribute("aria-hidden", QStringLiteral("true"));
        start("rect");
        attribute("class", levelClass(entry.level));
        attribute("width", QStringLiteral("100%"));
        attribute("height", QStringLiteral("100%"));
        end();
        end();
        text(entry.text);
        end();
    }
    end();
    if (const QString elsewhere = map.elsewhereText(); !elsewhere.isEmpty())
        element("p", elsewhere, "note");
}

void HtmlParts::figure(const FigureBlock& figure)
{
    const std::optional<CleanPicture> picture = cleanPicture(figure.image, longestPhotoSide);
    start("figure");
    if (picture) {
        start("img");
        attribute("src", QStringLiteral("data:%1;base64,%2")
                             .arg(QLatin1String(picture->mediaType), QString::fromLatin1(picture->bytes.toBase64())));
        attribute("alt", figure.caption);
        attribute("width", QString::number(picture->size.width()));
        attribute("height", QString::number(picture->size.height()));
        end();
    } else {
        element("p", QCoreApplication::translate("Pdf", "A picture belongs here, but its file cannot be read."),
                "note");
    }
    if (!figure.caption.isEmpty())
        element("figcaption", figure.caption);
    end();
}

const char* htmlStyleSheet()
{
    // No "<", "&" and ">" in here: it must be the same text to XML and to HTML.
    return R"css(
:root{color-scheme:light dark;--paper:#fff;--ink:#172b2c;--muted:#5a6b6b;--accent:#0a5054;--bar:#1b7476;--tint:#8cc0bd;--line:#d3dbda;--land:#e7ebea;--s0:#bfddda;--s1:#8cc0bd;--s2:#559e9d;--s3:#1f797a;--s4:#0a5054;--on-dark:#fff;--on-light:#102425}
@media (prefers-color-scheme:dark){:root{--paper:#1e2425;--ink:#e6edec;--muted:#9fb0af;--accent:#8fd0cd;--bar:#4fb3b1;--tint:#3f7f7e;--line:#3a4546;--land:#333d3e;--s0:#2a5557;--s1:#2f7778;--s2:#439b9a;--s3:#74c2bf;--s4:#bde6e2;--on-dark:#102425;--on-light:#fff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 "Noto Sans",system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
header,nav,main,footer{max-width:46rem;margin:0 auto;padding:0 24px}
header{padding-top:64px;padding-bottom:32px;border-bottom:3px solid var(--accent);margin-bottom:32px}
header p{margin:0;color:var(--muted)}
header .organisation{color:var(--accent);font-weight:700;margin-bottom:24px}
header .subtitle{font-size:1.25rem;color:var(--ink);margin-bottom:8px}
h1{font-size:2.25rem;line-height:1.2;margin:0 0 16px;color:var(--accent)}
h2{font-size:1.5rem;line-height:1.3;margin:56px 0 16px;color:var(--accent)}
h3{font-size:1.15rem;line-height:1.4;margin:40px 0 8px}
h4,h5{font-size:1rem;margin:24px 0 8px;color:var(--accent)}
.no{font-weight:400;margin-inline-end:.75em;font-variant-numeric:tabular-nums}
p{margin:0 0 12px;overflow-wrap:break-word}
a{color:var(--bar)}
ul,ol{margin:0 0 12px;padding-inline-start:1.6em}
li{margin:4px 0}
li::marker{color:var(--accent)}
nav ol{list-style:none;padding:0}
nav ol ol{padding-inline-start:1.6em}
nav a{color:inherit;text-decoration:none}
nav a:hover,nav a:focus{text-decoration:underline}
blockquote{margin:16px 0;padding-inline-start:16px;border-inline-start:3px solid var(--tint)}
.wide{overflow-x:auto;margin:24px 0}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4}
caption{text-align:start;font-weight:700;font-size:1rem;padding-bottom:8px}
th{text-align:start;vertical-align:bottom;color:var(--muted);padding:4px 16px 4px 0;border-bottom:1px solid var(--accent)}
td{text-align:left;vertical-align:top;padding:6px 16px 6px 0;border-bottom:1px solid var(--line)}
th.number,td.number{text-align:right;font-variant-numeric:tabular-nums;padding-right:0;padding-left:16px}
tr.total td{font-weight:700}
figure{margin:24px 0}
figure img{max-width:100%;height:auto;display:block}
figcaption{color:var(--muted);font-size:.875rem;margin-top:8px}
.chart figcaption{display:flex;justify-content:space-between;gap:16px;margin:0 0 8px}
.chart figcaption strong{color:var(--ink);font-size:1rem}
table.bars th,table.bars td{border:0;padding:3px 12px 3px 0;vertical-align:middle;font-weight:400;color:var(--ink)}
table.bars th{width:34%}
table.bars svg{height:12px;display:inline-block;vertical-align:middle;margin-inline-end:8px;fill:var(--bar)}
.muted,.note{color:var(--muted)}
.note{font-size:.875rem}
svg.map{width:100%;height:auto;display:block}
svg.map path,svg.map circle{stroke:var(--paper);stroke-width:1}
svg.map text{font-size:24px;fill:var(--ink)}
svg.map text.on-dark{fill:var(--on-dark)}
svg.map text.on-light{fill:var(--on-light)}
.land{fill:var(--land)}.s0{fill:var(--s0)}.s1{fill:var(--s1)}.s2{fill:var(--s2)}.s3{fill:var(--s3)}.s4{fill:var(--s4)}
.hidden,svg.map .hidden{fill:var(--paper);stroke:var(--bar);stroke-width:2}
ul.legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px;padding:0;margin:8px 0;font-size:.875rem;color:var(--muted)}
ul.legend svg{width:12px;height:12px;margin-inline-end:6px}
footer{margin-top:64px;padding-top:16px;padding-bottom:48px;border-top:1px solid var(--line);color:var(--muted);font-size:.875rem}
.break{break-before:page}
@media print{:root{color-scheme:light}body{font-size:10pt}header,nav,main,footer{max-width:none;padding-left:0;padding-right:0}h2,h3,h4,h5{break-after:avoid}tr,figure,blockquote{break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}}
)css";
}

} // namespace dtp
