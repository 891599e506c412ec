// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/words.h>
#include <reporting/report_text.h>
#include <reporting/section_filler.h>
#include <reporting/workshop_report.h>

#include <QLocale>

namespace dtp
{

namespace
{
constexpr int deepestHeading = 4;

struct Part {
    RichText body;
    RichText closing;
    Filled filled;
    bool isPrinted = false;
    QString number;
};

// Numbers only for what is printed, so that the contents have no holes.
void number(const ReportMaterial& material, std::vector<Part>& parts)
{
    for (size_t i = parts.size(); i-- > 0;) { // a parent is printed when a child is
        if (!parts[i].isPrinted)
            continue;
        int depth = material.depths[i];
        for (size_t above = i; above-- > 0 && depth > 1;) {
            if (material.depths[above] >= depth)
                continue;
            parts[above].isPrinted = true;
            depth = material.depths[above];
        }
    }
    std::vector<int> counters;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i].isPrinted)
            continue;
        counters.resize(static_cast<size_t>(material.depths[i]));
        ++counters.back();
        QStringList texts;
        for (const int counter : counters)
            texts << QString::number(counter);
        parts[i].number = texts.join(u'.');
    }
}

std::vector<Part> partsOf(const Store& store, const ReportMaterial& material)
{
    const SectionFiller filler(store, material);
    std::vector<Part> parts;
    for (const ReportSection& section : material.sections) {
        Part part{RichText::fromMarkdown(section.body),
                  RichText::fromMarkdown(section.closing),
                  filler.fill(section),
                  false,
                  {}};
        part.isPrinted = !part.body.isEmpty() || !part.closing.isEmpty() || !part.filled.before.empty() ||
                         !part.filled.after.empty() || material.photos.contains(section.id.value);
        parts.push_back(std::move(part));
    }
    number(material, parts);
    return parts;
}

void append(std::vector<Block>& blocks, std::vector<Block>& more)
{
    std::move(more.begin(), more.end(), std::back_inserter(blocks));
}

Result<> addPhotos(const Store& store, const ReportMaterial& material, Id<ReportSection> section,
                   std::vector<Block>& blocks)
{
    for (const ReportPhoto& photo : material.photos.value(section.value)) {
        DTP_TRY(image, store.get(photo.image));
        const PeopleOnPhoto on = material.onPhotos.value(photo.id.value);
        blocks.push_back(FigureBlock{image.data, photo.caption, on.people, photo.nobodyRecognisable, on.hasUnknown});
    }
    return {};
}

Document coverOf(const Store& store, const ReportMaterial& material)
{
    Document document;
    document.title = material.report.title;
    document.subtitle = material.report.subtitle;
    document.organisation =
        store.setting(QStringLiteral("organisation"), QStringLiteral("Diplomacy Training Program"));
    document.author = material.report.author;
    if (!material.report.language.isEmpty())
        document.language = material.report.language;
    document.date = material.report.date;
    if (const auto& workshop = material.workshop) {
        document.place = placeInWords(workshop->place, workshop->country);
        if (!document.date.isValid())
            document.date = workshop->end.isValid() ? workshop->end : workshop->start;
        const QString days = daysInWords(workshop->start, workshop->end, QLocale(document.language));
        if (document.subtitle.isEmpty())
            document.subtitle = days.isEmpty() ? ReportText::tr("Report of the workshop")
                                               : ReportText::tr("Report of the workshop of %1").arg(days);
    }
    return document;
}
} // namespace

Result<Document> buildReport(const Store& store, Id<Report> report, const std::vector<ReportSection>& drafts)
{
    DTP_TRY(material, readMaterial(store, report));
    for (const ReportSection& draft : drafts)
        for (ReportSection& section : material.sections)
            if (section.id == draft.id)
                section = draft;
    std::vector<Part> parts = partsOf(store, material);
    Document document = coverOf(store, material);
    for (size_t i = 0; i < parts.size(); ++i) {
        Part& part = parts[i];
        if (!part.isPrinted)
            continue;
        const ReportSection& section = material.sections[i];
        document.blocks.push_back(
            HeadingBlock{std::min(material.depths[i], deepestHeading), part.number, section.title});
        append(document.blocks, part.filled.before);
        if (!part.body.isEmpty())
            document.blocks.push_back(TextBlock{part.body});
        append(document.blocks, part.filled.after);
        if (!part.closing.isEmpty())
            document.blocks.push_back(TextBlock{part.closing});
        DTP_CHECK(addPhotos(store, material, section.id, document.blocks));
    }
    const SectionFiller filler(store, material);
    if (!material.people.empty())
        document.attachments.push_back({QStringLiteral("participants.csv"), filler.participantsTable()});
    if (!material.recommendations.empty())
        document.attachments.push_back({QStringLiteral("recommendations.csv"), filler.recommendationsTable()});
    return document;
}

Result<std::vector<OutlineEntry>> outlineOfReport(const Store& store, Id<Report> report)
{
    DTP_TRY(material, readMaterial(store, report));
    std::vector<Part> parts = partsOf(store, material);
    std::vector<OutlineEntry> entries;
    for (size_t i = 0; i < parts.size(); ++i) {
        OutlineEntry entry{material.sections[i], material.depths[i], parts[i].number,
                           std::move(parts[i].filled.before), parts[i].filled.sentence};
        append(entry.filled, parts[i].filled.after);
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace dtp
