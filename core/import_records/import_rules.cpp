// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_records/import_rules.h>

#include <records/record_type.h>
#include <records/type_names.h>

#include <QStringList>

namespace dtp
{

namespace
{
const std::vector<ImportRule>& rules()
{
    static const std::vector<ImportRule> all{
        {.entity = Entity::Person},
        {.entity = Entity::Organisation, .namedBy = {"name", "short_name"}, .apartBy = {"country"}, .mayBeMade = true},
        {.entity = Entity::ProgramEdition,
         .namedBy = {"title"},
         .apartBy = {"start_date"},
         .when = "start_date",
         .series = "series_id",
         .mayBeMade = true},
        {.entity = Entity::ProgramSeries, .namedBy = {"name", "short_name"}, .mayBeMade = true},
        {.entity = Entity::Participation, .sameBy = {"person_id", "edition_id"}, .apartBy = {"role"}},
        {.entity = Entity::Network, .namedBy = {"name"}, .apartBy = {"country"}, .mayBeMade = true},
        {.entity = Entity::Membership, .sameBy = {"network_id", "person_id"}, .apartBy = {"role"}},
        {.entity = Entity::Workshop, .namedBy = {"title"}, .apartBy = {"start_date"}, .when = "start_date"},
        {.entity = Entity::Invitation, .sameBy = {"workshop_id", "person_id"}},
        {.entity = Entity::Recommendation, .namedBy = {"text"}, .apartBy = {"report_id", "workshop_id"}},
        {.entity = Entity::Task, .namedBy = {"title"}, .apartBy = {"workshop_id", "person_id", "due"}},
        {.entity = Entity::RiskCase, .sameBy = {"person_id", "opened_on"}, .isExact = true},
        {.entity = Entity::CaseEntry,
         .sameBy = {"case_id", "date"},
         .apartBy = {"kind", "support", "amount", "currency", "note"},
         .personOf = "case_id",
         .isExact = true},
        {.entity = Entity::Report, .namedBy = {"title"}, .when = "date", .isImportable = false},
    };
    return all;
}
} // namespace

const ImportRule* importRule(Entity entity)
{
    for (const ImportRule& rule : rules()) {
        if (rule.entity == entity)
            return &rule;
    }
    return nullptr;
}

const std::vector<Entity>& importableTypes()
{
    static const std::vector<Entity> types = [] {
        std::vector<Entity> all;
        for (const ImportRule& rule : rules()) {
            if (rule.isImportable)
                all.push_back(rule.entity);
        }
        return all;
    }();
    return types;
}

std::optional<Entity> importableTypeFromText(const QString& text)
{
    const Entity entity = typeCalled(text, importableTypes());
    return entity == Entity::None ? std::nullopt : std::optional(entity);
}

QString importableTypeWords()
{
    QStringList all;
    for (const Entity entity : importableTypes())
        all.append(typeWord(entity));
    return all.join(QLatin1Char('|'));
}

} // namespace dtp
