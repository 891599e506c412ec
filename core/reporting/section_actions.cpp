// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/picture.h>
#include <reporting/report_actions.h>
#include <reporting/report_material.h>
#include <reporting/report_text.h>

namespace dtp
{

namespace
{
constexpr qsizetype largestPicture = 10 << 20;

QString quoted(const QString& title)
{
    return QString(QStringLiteral("“") + title + QStringLiteral("”"));
}

// The brothers below a parent, in order.
Result<std::vector<ReportSection>> childrenOf(const Store& store, Id<Report> report, Id<ReportSection> parent)
{
    DTP_TRY(all, sectionsInOrder(store, report));
    std::vector<ReportSection> children;
    const auto isKnown = [&](Id<ReportSection> id) {
        return std::any_of(all.begin(), all.end(), [&](const ReportSection& s) { return s.id == id; });
    };
    for (ReportSection& section : all)
        if (section.parent == parent || (!parent && !isKnown(section.parent)))
            children.push_back(std::move(section));
    return children;
}

size_t indexIn(const std::vector<ReportSection>& sections, Id<ReportSection> id)
{
    const auto found =
        std::find_if(sections.begin(), sections.end(), [&](const ReportSection& s) { return s.id == id; });
    return static_cast<size_t>(found - sections.begin());
}

// Writes parent and position of all of them; what is as it was is not written.
Result<> renumber(ChangeWriter& writer, std::vector<ReportSection>& sections, Id<ReportSection> parent)
{
    for (size_t i = 0; i < sections.size(); ++i) {
        sections[i].parent = parent;
        sections[i].position = static_cast<int>(i);
        DTP_CHECK(writer.update(sections[i]));
    }
    return {};
}

struct Place {
    Id<ReportSection> parent;
    size_t index = 0;
};

// Where a move leads to; nothing when it leads nowhere.
Result<std::optional<Place>> target(const Store& store, const ReportSection& section, MoveSection where)
{
    DTP_TRY(brothers, childrenOf(store, section.report, section.parent));
    const size_t at = indexIn(brothers, section.id);
    std::optional<Place> place;
    if (where == MoveSection::Up && at > 0) {
        place = Place{section.parent, at - 1};
    } else if (where == MoveSection::Down && at + 1 < brothers.size()) {
        place = Place{section.parent, at + 1};
    } else if (where == MoveSection::In && at > 0) {
        DTP_TRY(children, childrenOf(store, section.report, brothers[at - 1].id));
        place = Place{brothers[at - 1].id, children.size()};
    } else if (where == MoveSection::Out && section.parent) {
        DTP_TRY(parent, store.get(section.parent));
        DTP_TRY(aunts, childrenOf(store, section.report, parent.parent));
        place = Place{parent.parent, indexIn(aunts, parent.id) + 1};
    }
    return place;
}

Result<> place(Store& store, const ReportSection& section, Place to)
{
    DTP_TRY(before, childrenOf(store, section.report, section.parent));
    before.erase(before.begin() +
                 static_cast<std::ptrdiff_t>(std::min(indexIn(before, section.id), before.size() - 1)));
    const bool isSame = to.parent == section.parent;
    DTP_TRY(after, childrenOf(store, section.report, to.parent));
    if (isSame)
        after = before;
    after.insert(after.begin() + static_cast<std::ptrdiff_t>(std::min(to.index, after.size())), section);
    DTP_CHECK(store.change(ReportText::tr("Move the section %1").arg(quoted(section.title)),
                           [&](ChangeWriter& writer) -> Result<> {
                               if (!isSame)
                                   DTP_CHECK(renumber(writer, before, section.parent));
                               return renumber(writer, after, to.parent);
                           }));
    return {};
}
} // namespace

Result<Id<ReportSection>> addSection(Store& store, Id<Report> report, Id<ReportSection> after, const QString& title,
                                     const QString& kind)
{
    ReportSection section;
    section.report = report;
    section.kind = kind;
    section.title = title.trimmed().isEmpty() ? ReportText::tr("New section") : title.trimmed();
    if (after) {
        DTP_TRY(brother, store.get(after));
        section.parent = brother.parent;
    }
    DTP_TRY(brothers, childrenOf(store, report, section.parent));
    const size_t at = after ? indexIn(brothers, after) + 1 : brothers.size();
    DTP_CHECK(store.change(
        ReportText::tr("Add the section %1").arg(quoted(section.title)), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(section));
            brothers.insert(brothers.begin() + static_cast<std::ptrdiff_t>(std::min(at, brothers.size())), section);
            return renumber(writer, brothers, section.parent);
        }));
    return section.id;
}

Result<> renameSection(Store& store, Id<ReportSection> id, const QString& title)
{
    DTP_TRY(section, store.get(id));
    const QString before = section.title;
    section.title = title.simplified();
    DTP_CHECK(store.change(ReportText::tr("Rename the section %1 to %2").arg(quoted(before), quoted(section.title)),
                           [&](ChangeWriter& writer) { return writer.update(section); }));
    return {};
}

Result<> setSectionKind(Store& store, Id<ReportSection> id, const QString& kind)
{
    DTP_TRY(section, store.get(id));
    section.kind = kind;
    const QString word = store.vocabulary(QStringLiteral("section_kinds")).labelOf(kind);
    DTP_CHECK(store.change(ReportText::tr("Fill the section %1 with: %2").arg(quoted(section.title), word),
                           [&](ChangeWriter& writer) { return writer.update(section); }));
    return {};
}

Result<> setSectionText(Store& store, Id<ReportSection> id, const QString& body, const QString& closing)
{
    DTP_TRY(section, store.get(id));
    section.body = body;
    section.closing = closing;
    DTP_CHECK(store.change(ReportText::tr("Write in the section %1").arg(quoted(section.title)),
                           [&](ChangeWriter& writer) { return writer.update(section); }));
    return {};
}

Result<bool> canMoveSection(const Store& store, Id<ReportSection> id, MoveSection where)
{
    DTP_TRY(section, store.get(id));
    DTP_TRY(place, target(store, section, where));
    return place.has_value();
}

Result<bool> moveSection(Store& store, Id<ReportSection> id, MoveSection where)
{
    DTP_TRY(section, store.get(id));
    DTP_TRY(to, target(store, section, where));
    if (!to)
        return false;
    DTP_CHECK(place(store, section, *to));
    return true;
}

Result<> placeSection(Store& store, Id<ReportSection> id, Id<ReportSection> parent, int index)
{
    DTP_TRY(section, store.get(id));
    for (Id<ReportSection> above = parent; above;) {
        if (above == id)
            return fail(ReportText::tr("The section %1 cannot be put below itself.").arg(quoted(section.title)));
        DTP_TRY(next, store.get(above));
        above = next.parent;
    }
    DTP_TRY(brothers, childrenOf(store, section.report, section.parent));
    auto to = static_cast<size_t>(std::max(index, 0));
    if (parent == section.parent && indexIn(brothers, id) < to)
        --to; // it leaves a place in front of the new one
    return place(store, section, {parent, to});
}

Result<> removeSection(Store& store, Id<ReportSection> id)
{
    DTP_TRY(section, store.get(id));
    DTP_CHECK(store.change(ReportText::tr("Remove the section %1").arg(quoted(section.title)),
                           [&](ChangeWriter& writer) { return writer.remove(id); }));
    return {};
}

Result<> removeReport(Store& store, Id<Report> id)
{
    DTP_TRY(report, store.get(id));
    DTP_CHECK(store.change(ReportText::tr("Remove the report %1").arg(quoted(report.title)),
                           [&](ChangeWriter& writer) { return writer.remove(id); }));
    return {};
}

Result<Id<ReportPhoto>> addPhoto(Store& store, Id<ReportSection> id, const QByteArray& picture, const QString& caption)
{
    DTP_TRY(section, store.get(id));
    if (picture.size() > largestPicture)
        return fail(ReportText::tr("The picture is larger than 10 MB. Make it smaller and add it again."));
    // Kept without what a camera or a program wrote into it: place, time, names.
    constexpr int longestSide = 4000;
    const std::optional<CleanPicture> clean = cleanPicture(picture, longestSide);
    if (!clean)
        return fail(ReportText::tr("This picture cannot be shown in a report: it is damaged, has too many dots, or is "
                                   "neither PNG nor JPEG. Make it smaller, or choose another file."));
    DTP_TRY(before, store.find<ReportPhoto>(Where("section_id", id)));
    ReportPhoto photo;
    DTP_CHECK(store.change(ReportText::tr("Add a photo to %1").arg(quoted(section.title)),
                           [&](ChangeWriter& writer) -> Result<> {
                               Image image;
                               image.data = clean->bytes;
                               image.mediaType = QString::fromLatin1(clean->mediaType);
                               image.description = caption;
                               DTP_CHECK(writer.insert(image));
                               photo.section = id;
                               photo.image = image.id;
                               photo.caption = caption;
                               photo.position = static_cast<int>(before.size());
                               DTP_CHECK(writer.insert(photo));
                               return {};
                           }));
    return photo.id;
}

Result<> captionPhoto(Store& store, Id<ReportPhoto> id, const QString& caption)
{
    DTP_TRY(photo, store.get(id));
    photo.caption = caption.simplified();
    DTP_CHECK(store.change(ReportText::tr("Write the caption of a photo"),
                           [&](ChangeWriter& writer) { return writer.update(photo); }));
    return {};
}

Result<bool> movePhoto(Store& store, Id<ReportPhoto> id, int by)
{
    DTP_TRY(photo, store.get(id));
    DTP_TRY(all, store.find<ReportPhoto>(Where("section_id", photo.section).orderBy("position")));
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const ReportPhoto& p) { return p.id == id; }) - all.begin();
    const auto to = at + by;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(all.size()))
        return false;
    std::swap(all[static_cast<size_t>(at)], all[static_cast<size_t>(to)]);
    DTP_CHECK(store.change(ReportText::tr("Move a photo"), [&](ChangeWriter& writer) -> Result<> {
        for (size_t i = 0; i < all.size(); ++i) {
            all[i].position = static_cast<int>(i);
            DTP_CHECK(writer.update(all[i]));
        }
        return {};
    }));
    return true;
}

Result<> removePhoto(Store& store, Id<ReportPhoto> id)
{
    DTP_TRY(photo, store.get(id));
    DTP_TRY(uses, store.count(Entity::ReportPhoto, Where("image_id", photo.image)));
    DTP_TRY(portraits, store.count(Entity::Person, Where("photo_id", photo.image)));
    DTP_CHECK(store.change(ReportText::tr("Remove a photo"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.remove(id));
        if (uses == 1 && portraits == 0)
            DTP_CHECK(writer.remove(photo.image));
        return {};
    }));
    return {};
}

} // namespace dtp
