// SPDX-License-Identifier: GPL-3.0-or-later
#include <reporting/report_actions.h>
#include <reporting/report_material.h>
#include <reporting/report_text.h>

namespace dtp
{

namespace
{
constexpr int deepestLevel = 5;

// All of the report that this one is in, in order.
Result<std::vector<Recommendation>> listOf(const Store& store, const Recommendation& one)
{
    return store.find<Recommendation>(Where("report_id", one.report).orderBy("position"));
}

size_t indexIn(const std::vector<Recommendation>& all, Id<Recommendation> id)
{
    return static_cast<size_t>(
        std::find_if(all.begin(), all.end(), [&](const Recommendation& r) { return r.id == id; }) - all.begin());
}

// One behind the last of its parts: those that follow on a deeper level, in the same section.
size_t endOf(const std::vector<Recommendation>& all, size_t at)
{
    size_t end = at + 1;
    while (end < all.size() && all[end].level > all[at].level && all[end].section == all[at].section)
        ++end;
    return end;
}

// The brother before, or the same index when there is none.
size_t brotherBefore(const std::vector<Recommendation>& all, size_t at)
{
    for (size_t i = at; i-- > 0 && all[i].section == all[at].section && all[i].level >= all[at].level;)
        if (all[i].level == all[at].level)
            return i;
    return at;
}

Result<> renumber(ChangeWriter& writer, std::vector<Recommendation>& all)
{
    for (size_t i = 0; i < all.size(); ++i) {
        all[i].position = static_cast<int>(i);
        DTP_CHECK(writer.update(all[i]));
    }
    return {};
}

bool shiftLevels(std::vector<Recommendation>& all, size_t at, int by)
{
    const size_t end = endOf(all, at);
    if (by > 0 && (at == 0 || all[at - 1].section != all[at].section || all[at - 1].level < all[at].level))
        return false; // nothing before it that it could be a part of
    for (size_t i = at; i < end; ++i)
        if (all[i].level + by < 0 || all[i].level + by > deepestLevel)
            return false;
    for (size_t i = at; i < end; ++i)
        all[i].level += by;
    return true;
}

bool move(std::vector<Recommendation>& all, size_t at, MoveSection where)
{
    const auto iterator = [&](size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i); };
    const size_t end = endOf(all, at);
    switch (where) {
    case MoveSection::In:
        return shiftLevels(all, at, 1);
    case MoveSection::Out:
        return shiftLevels(all, at, -1);
    case MoveSection::Up: {
        const size_t before = brotherBefore(all, at);
        if (before == at)
            return false;
        std::rotate(iterator(before), iterator(at), iterator(end));
        return true;
    }
    case MoveSection::Down:
        if (end >= all.size() || all[end].level != all[at].level || all[end].section != all[at].section)
            return false;
        std::rotate(iterator(at), iterator(end), iterator(endOf(all, end)));
        return true;
    }
    return false;
}
} // namespace

Result<Id<Recommendation>> addRecommendation(Store& store, Id<ReportSection> sectionId, Id<Recommendation> after,
                                             const QString& text)
{
    DTP_TRY(section, store.get(sectionId));
    DTP_TRY(report, store.get(section.report));
    Recommendation recommendation;
    recommendation.report = report.id;
    recommendation.workshop = report.workshop;
    recommendation.section = sectionId;
    recommendation.text = text.trimmed();
    DTP_TRY(all, listOf(store, recommendation));
    size_t at = all.size();
    if (after) {
        const size_t before = indexIn(all, after);
        if (before < all.size()) {
            recommendation.level = all[before].level;
            recommendation.addressedTo = all[before].addressedTo;
            recommendation.section = all[before].section;
            at = endOf(all, before);
        }
    }
    DTP_CHECK(store.change(ReportText::tr("Add a recommendation to “%1”").arg(section.title),
                           [&](ChangeWriter& writer) -> Result<> {
                               DTP_CHECK(writer.insert(recommendation));
                               all.insert(all.begin() + static_cast<std::ptrdiff_t>(at), recommendation);
                               return renumber(writer, all);
                           }));
    return recommendation.id;
}

Result<std::vector<Recommendation>> recommendationsIn(const Store& store, Id<ReportSection> id)
{
    DTP_TRY(section, store.get(id));
    DTP_TRY(sections, sectionsInOrder(store, section.report));
    DTP_TRY(all, store.find<Recommendation>(Where("report_id", section.report).orderBy("position")));
    std::vector<Recommendation> shown;
    for (Recommendation& recommendation : all)
        if (sectionShowing(sections, recommendation) == id)
            shown.push_back(std::move(recommendation));
    return shown;
}

Result<> writeRecommendations(Store& store, Id<ReportSection> id, const std::vector<RecommendationLine>& lines)
{
    DTP_TRY(section, store.get(id));
    DTP_TRY(report, store.get(section.report));
    DTP_TRY(before, recommendationsIn(store, id));
    DTP_TRY(all, store.find<Recommendation>(Where("report_id", report.id).orderBy("position")));
    const auto isHere = [&](const Recommendation& r) { return indexIn(before, r.id) < before.size(); };
    const auto first = static_cast<size_t>(std::find_if(all.begin(), all.end(), isHere) - all.begin());
    QSet<qint64> here;
    for (const Recommendation& recommendation : before)
        here.insert(recommendation.id.value);
    DTP_CHECK(store.change(
        ReportText::tr("Write the recommendations in “%1”").arg(section.title), [&](ChangeWriter& writer) -> Result<> {
            std::vector<Recommendation> order(all.begin(),
                                              all.begin() + static_cast<std::ptrdiff_t>(first)); // of the whole report
            int deepest = 0;
            for (const RecommendationLine& line : lines) {
                Recommendation recommendation;
                if (const size_t at = line.id ? indexIn(before, line.id) : before.size(); at < before.size()) {
                    recommendation = before[at];
                    before.erase(before.begin() +
                                 static_cast<std::ptrdiff_t>(at)); // a line copied from it is a new one
                }
                recommendation.report = report.id;
                if (!recommendation.id)
                    recommendation.workshop = report.workshop;
                recommendation.section = id;
                recommendation.level = std::clamp(line.level, 0, deepest);
                deepest = std::min(recommendation.level + 1, deepestLevel);
                if (recommendation.text.simplified() != line.text.simplified()) // which may have had lines
                    recommendation.text = line.text.simplified();
                if (!recommendation.id)
                    DTP_CHECK(writer.insert(recommendation));
                order.push_back(recommendation);
            }
            for (const Recommendation& gone : before)
                DTP_CHECK(writer.remove(gone.id));
            for (size_t i = first; i < all.size(); ++i)
                if (!here.contains(all[i].id.value))
                    order.push_back(all[i]);
            return renumber(writer, order);
        }));
    return {};
}

Result<> setRecommendationText(Store& store, Id<Recommendation> id, const QString& text)
{
    DTP_TRY(recommendation, store.get(id));
    recommendation.text = text.trimmed();
    DTP_CHECK(store.change(ReportText::tr("Change a recommendation"),
                           [&](ChangeWriter& writer) { return writer.update(recommendation); }));
    return {};
}

Result<bool> moveRecommendation(Store& store, Id<Recommendation> id, MoveSection where)
{
    DTP_TRY(recommendation, store.get(id));
    DTP_TRY(all, listOf(store, recommendation));
    if (!move(all, indexIn(all, id), where))
        return false;
    DTP_CHECK(store.change(ReportText::tr("Move a recommendation"),
                           [&](ChangeWriter& writer) { return renumber(writer, all); }));
    return true;
}

Result<> removeRecommendation(Store& store, Id<Recommendation> id)
{
    DTP_TRY(recommendation, store.get(id));
    DTP_TRY(all, listOf(store, recommendation));
    const size_t at = indexIn(all, id);
    const size_t end = endOf(all, at);
    const QString sentence = end - at == 1 ? ReportText::tr("Remove a recommendation")
                                           : ReportText::tr("Remove %1 recommendations").arg(end - at);
    DTP_CHECK(store.change(sentence, [&](ChangeWriter& writer) -> Result<> {
        for (size_t i = at; i < end; ++i)
            DTP_CHECK(writer.remove(all[i].id));
        return {};
    }));
    return {};
}

} // namespace dtp
