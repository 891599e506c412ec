// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_records/import_rules.h>

#include <base/text.h>
#include <records/record_type.h>

#include <QStringList>

namespace dtp
{

namespace
{
const std::vector<ImportRule>& rules()
{
    static const std::vector<ImportRule> all{
        {.entity = Entity::Person, .words = "people|persons|alumni|contacts"},
        {.entity = Entity::Organisation,
         .words = "organisations|organizations|organization",
         .namedBy = {"name", "short_name"},
         .apartBy = {"country"},
         .mayBeMade = true},
        {.entity = Entity::ProgramEdition,
         .words = "programs|programmes|programme|editions|edition|program editions|courses",
         .namedBy = {"title"},
         .apartBy = {"start_date"},
         .when = "start_date",
         .series = "series_id",
         .mayBeMade = true},
        {.entity = Entity::ProgramSeries,
         .words = "series|program series|programme series",
         .namedBy = {"name", "short_name"},
         .mayBeMade = true},
        {.entity = Entity::Participation,
         .words = "participations|participants",
         .sameBy = {"person_id", "edition_id"},
         .apartBy = {"role"}},
        {.entity = Entity::Network,
         .words = "networks",
         .namedBy = {"name"},
         .apartBy = {"country"},
         .mayBeMade = true},
        {.entity = Entity::Membership,
         .words = "memberships|members",
         .sameBy = {"network_id", "person_id"},
         .apartBy = {"role"}},
        {.entity = Entity::Workshop,
         .words = "workshops",
         .namedBy = {"title"},
         .apartBy = {"start_date"},
         .when = "start_date"},
        {.entity = Entity::Invitation, .words = "invitations", .sameBy = {"workshop_id", "person_id"}},
        {.entity = Entity::Recommendation,
         .words = "recommendations",
         .namedBy = {"text"},
         .apartBy = {"report_id", "workshop_id"}},
        {.entity = Entity::Task,
         .words = "tasks|to do|todos",
         .namedBy = {"title"},
         .apartBy = {"workshop_id", "person_id", "due"}},
        {.entity = Entity::Report, .namedBy = {"title"}, .when = "date", .isImportable = false},
    };
    return all;
}

QString plainWords(const QString& text)
{
    QString plain = foldText(text);
    return wordsOf(plain.replace(QLatin1Char('_'), QLatin1Char(' '))).join(QLatin1Char(' '));
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
    const QString wanted = plainWords(text);
    for (const Entity entity : importableTypes()) {
        const RecordType& type = recordType(entity);
        QStringList words = QString::fromLatin1(importRule(entity)->words).split(QLatin1Char('|'));
        words << QLatin1String(type.table) << QLatin1String(type.singular) << QLatin1String(type.plural)
              << type.singularText() << type.pluralText();
        for (const QString& word : std::as_const(words)) {
            if (plainWords(word) == wanted)
                return entity;
        }
    }
    return std::nullopt;
}

QString importableTypeWord(Entity entity)
{
    const ImportRule* rule = importRule(entity);
    return rule ? QString::fromLatin1(rule->words).section(QLatin1Char('|'), 0, 0) : QString();
}

QString importableTypeWords()
{
    QStringList all;
    for (const Entity entity : importableTypes())
        all.append(importableTypeWord(entity));
    return all.join(QLatin1Char('|'));
}

} // namespace dtp
