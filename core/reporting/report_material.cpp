// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/affiliations.h>
#include <meaning/codes.h>
#include <meaning/invitations.h>
#include <reporting/report_material.h>

#include <QCollator>

namespace dtp
{

namespace
{
// A tree from parents; a section whose parent is gone, or is its own ancestor, stands at the top, so that none is
// lost.
class TreeOrder
{
public:
    explicit TreeOrder(std::vector<ReportSection> sections) : m_all(std::move(sections))
    {
        for (size_t i = 0; i < m_all.size(); ++i)
            m_index.insert(m_all[i].id.value, i);
        for (size_t i = 0; i < m_all.size(); ++i)
            m_children[parentOf(i)].push_back(i);
        for (auto& brothers : m_children)
            std::stable_sort(brothers.begin(), brothers.end(),
                             [this](size_t a, size_t b) { return m_all[a].position < m_all[b].position; });
    }

    std::vector<ReportSection> run(std::vector<int>* depths)
    {
        add(0, 1, depths);
        for (size_t i = 0; i < m_all.size(); ++i) // what a ring of parents kept out
            if (!m_done.contains(i))
                take(i, 1, depths);
        return std::move(m_order);
    }

private:
    qint64 parentOf(size_t i) const
    {
        const qint64 parent = m_all[i].parent.value;
        return m_index.contains(parent) ? parent : 0;
    }

    void take(size_t i, int depth, std::vector<int>* depths)
    {
        if (m_done.contains(i))
            return;
        m_done.insert(i);
        m_order.push_back(m_all[i]);
        if (depths)
            depths->push_back(depth);
        add(m_all[i].id.value, depth + 1, depths);
    }

    void add(qint64 parent, int depth, std::vector<int>* depths)
    {
        for (const size_t i : m_children.value(parent))
            take(i, depth, depths);
    }

    std::vector<ReportSection> m_all;
    QHash<qint64, size_t> m_index;
    QHash<qint64, std::vector<size_t>> m_children;
    QSet<size_t> m_done;
    std::vector<ReportSection> m_order;
};

QVariantList keysOf(const std::vector<ReportSection>& sections)
{
    QVariantList keys;
    for (const ReportSection& section : sections)
        keys.append(section.id.value);
    return keys;
}

Result<> readPeople(const Store& store, ReportMaterial& material)
{
    DTP_TRY(invitations, store.find<Invitation>(Where("workshop_id", material.workshop->id)));
    material.isHeld = std::any_of(invitations.begin(), invitations.end(),
                                  [](const Invitation& i) { return stageOf(i.state) == InvitationStage::Attended; });
    const InvitationStage least = material.isHeld ? InvitationStage::Attended : InvitationStage::Accepted;
    std::vector<qint64> keys;
    QHash<qint64, QString> roles;
    for (const Invitation& invitation : invitations) {
        if (stageOf(invitation.state) < least || roles.contains(invitation.person.value))
            continue;
        keys.push_back(invitation.person.value);
        roles.insert(invitation.person.value,
                     invitation.role.isEmpty() ? codeText(ParticipationRole::Participant) : invitation.role);
    }
    DTP_TRY(profiles, readProfiles(store, keys, material.workshop->id));
    AffiliationReader affiliations(store, store.environment().clock->today());
    DTP_CHECK(affiliations.read(keys));
    for (Profile& profile : profiles) {
        const qint64 key = profile.person.value;
        material.people.push_back({std::move(profile), roles.value(key), affiliations.organisations(key)});
    }
    const QCollator collator;
    const auto rank = [](const ReportParticipant& p) { return p.isParticipant() ? 0 : 1; };
    std::stable_sort(
        material.people.begin(), material.people.end(), [&](const ReportParticipant& a, const ReportParticipant& b) {
            return rank(a) != rank(b) ? rank(a) < rank(b) : collator.compare(a.profile.name, b.profile.name) < 0;
        });
    return {};
}
} // namespace

bool ReportMaterial::has(SectionKind kind) const
{
    return std::any_of(sections.begin(), sections.end(),
                       [&](const ReportSection& s) { return codeOf<SectionKind>(s.kind) == kind; });
}

std::vector<const Recommendation*> ReportMaterial::recommendationsOf(const ReportSection& section) const
{
    std::vector<const Recommendation*> found;
    for (const Recommendation& recommendation : recommendations)
        if (sectionShowing(sections, recommendation) == section.id)
            found.push_back(&recommendation);
    return found;
}

Id<ReportSection> sectionShowing(const std::vector<ReportSection>& sections, const Recommendation& recommendation)
{
    Id<ReportSection> first;
    for (const ReportSection& section : sections) {
        if (codeOf<SectionKind>(section.kind) != SectionKind::Recommendations)
            continue;
        if (section.id == recommendation.section)
            return section.id;
        if (!first)
            first = section.id;
    }
    return first;
}

Result<std::vector<ReportSection>> sectionsInOrder(const Store& store, Id<Report> report, std::vector<int>* depths)
{
    DTP_TRY(sections, store.find<ReportSection>(Where("report_id", report)));
    return TreeOrder(std::move(sections)).run(depths);
}

Result<ReportMaterial> readMaterial(const Store& store, Id<Report> id)
{
    ReportMaterial material;
    DTP_TRY(report, store.get(id));
    material.report = std::move(report);
    DTP_TRY(sections, sectionsInOrder(store, id, &material.depths));
    material.sections = std::move(sections);
    DTP_TRY(recommendations, store.find<Recommendation>(Where("report_id", id).orderBy("position")));
    material.recommendations = std::move(recommendations);
    DTP_TRY(gaps, store.find<CapacityGap>(Where("report_id", id).orderBy("position")));
    material.gaps = std::move(gaps);
    DTP_TRY(photos, store.find<ReportPhoto>(
                        Where().compare("section_id", Where::Op::In, keysOf(material.sections)).orderBy("position")));
    DTP_TRY(people, peopleOnPhotos(store, photos));
    material.onPhotos = std::move(people);
    for (const ReportPhoto& photo : photos)
        material.photos[photo.section.value].push_back(photo);
    if (material.report.workshop) {
        DTP_TRY(agenda, readAgenda(store, material.report.workshop));
        material.agenda = std::move(agenda);
        material.workshop = material.agenda.workshop;
        DTP_CHECK(readPeople(store, material));
    }
    return material;
}

} // namespace dtp
