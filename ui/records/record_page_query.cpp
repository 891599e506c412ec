// SPDX-License-Identifier: GPL-3.0-or-later
// Which records the list of a page is asked for: by its chips, its words and what Home counts.
#include <ui/records/record_page.h>

#include <query/query.h>
#include <records/kinds.h>
#include <search/record_search.h>
#include <ui/models/record_finder.h>

#include <QSet>
#include <algorithm>
#include <optional>

namespace dtp
{

namespace
{
QString needsKey()
{
    return QStringLiteral("needs");
}
} // namespace

std::vector<FilterDimension> RecordPage::dimensions()
{
    std::vector<FilterDimension> all;
    for (const QString& name : m_spec.filters) {
        const Field* field = recordType(m_spec.entity).fieldNamed(name);
        if (!field)
            continue;
        FilterDimension dimension;
        dimension.key = name;
        dimension.label = field->labelText();
        dimension.choices = [this, field] { return choicesFor(m_context.store, *field); };
        dimension.isMostFirst = traitsOf(*field).chosenFrom == ChosenFrom::Countries;
        all.push_back(std::move(dimension));
    }
    if (m_spec.needs)
        all.push_back({needsKey(), tr("Needs you"),
                       [words = m_spec.needsWords] {
                           return std::vector<Choice>{{QStringLiteral("due"), words, {}, {}}};
                       },
                       true});
    return all;
}

std::vector<FilterDimension> RecordPage::countedDimensions()
{
    std::vector<FilterDimension> all = dimensions();
    for (FilterDimension& one : all)
        one.count = [this, key = one.key](const QString& code) { return countWith(key, code); };
    return all;
}

Result<qint64> RecordPage::countWith(const QString& chip, const QString& code) const
{
    DTP_TRY(source,
            sourceFor([&](const QString& key) { return key == chip ? QStringList{code} : m_filters->codes(key); }));
    DTP_TRY(ids, source(m_context.store, -1));
    return static_cast<qint64>(ids.size());
}

Result<IdSource> RecordPage::makeSource()
{
    return sourceFor([this](const QString& key) { return m_filters->codes(key); });
}

Result<IdSource> RecordPage::sourceFor(const ChipCodes& codesOf) const
{
    Where where;
    bool hasChips = false;
    for (const QString& name : m_spec.filters) {
        const Field* field = recordType(m_spec.entity).fieldNamed(name);
        const QStringList codes = codesOf(name);
        if (!field || codes.isEmpty())
            continue;
        QVariantList values;
        // What says nothing is what a new one would be: a report without a status is a draft.
        if (const QString usual = RecordValues(m_spec.entity).text(field->name);
            !usual.isEmpty() && codes.contains(usual))
            values.append(QString());
        for (const QString& code : codes)
            values.append(field->reference != Entity::None ? QVariant(code.toLongLong()) : QVariant(code));
        where.compare(field->name, Where::Op::In, values);
        hasChips = true;
    }
    const Entity entity = m_spec.entity;
    const Arrangement order = arrangement();
    DTP_TRY(query, readQuery(m_context.store, entity, searchText()));
    const auto needs = codesOf(needsKey()).isEmpty() ? nullptr : m_spec.needs;
    if (!hasChips && !needs)
        return IdSource([entity, query, order](const Store& store, qint64 limit) {
            return arrangedRecords(store, entity, query, order, limit);
        });
    // A record fits when it is what was asked for, and among those that need somebody; in the order of the list.
    return IdSource([=](const Store& store, qint64 limit) -> Result<std::vector<qint64>> {
        std::optional<QSet<qint64>> fitting;
        if (!query.isEmpty()) {
            DTP_TRY(found, findRecords(store, entity, query));
            fitting = QSet<qint64>(found.begin(), found.end());
        }
        if (needs) {
            DTP_TRY(due, needs(store));
            QSet<qint64> ids;
            for (const DueItem& item : due.items)
                ids.insert(item.id);
            fitting = fitting ? fitting->intersect(ids) : ids;
        }
        if (fitting && fitting->isEmpty())
            return std::vector<qint64>{};
        DTP_TRY(chosen, store.ids(entity, where));
        if (fitting)
            std::erase_if(chosen, [&](qint64 id) { return !fitting->contains(id); });
        return arranged(store, entity, chosen, order, limit);
    });
}

// Chips as filters, records by their titles.
QString RecordPage::queryAsked() const
{
    if (m_spec.needs && !m_filters->codes(needsKey()).isEmpty())
        return {}; // what Home counts is no search that can be kept
    std::vector<QueryNode> parts = conditionsOf(parseQuery(searchText()));
    for (const QString& name : m_spec.filters) {
        const Field* field = recordType(m_spec.entity).fieldNamed(name);
        QStringList values = m_filters->codes(name);
        if (!field || values.isEmpty())
            continue;
        if (field->reference != Entity::None) {
            for (QString& value : values)
                value = m_context.store.titleOf(field->reference, value.toLongLong());
        }
        const QString key = field->reference == Entity::None ? name : QString(name).remove(QStringLiteral("_id"));
        parts.push_back(filterNode(key, values));
    }
    return queryText(allOf(std::move(parts)));
}

// The codes of a chip that a filter names: as typed, by the words or, of a record, by its title.
QStringList RecordPage::codesIn(const FilterDimension& dimension, const QStringList& values) const
{
    QStringList codes;
    const auto choices = dimension.choices();
    for (const QString& value : values) {
        const auto named = [&](const Choice& choice) {
            return choice.code == value || choice.label.compare(value, Qt::CaseInsensitive) == 0;
        };
        const auto found = choices ? std::find_if(choices->begin(), choices->end(), named) : choices->end();
        codes.append(choices && found != choices->end() ? found->code : value);
    }
    return codes;
}

// "status:open,in_progress report" sets the chip of the status and leaves "report" for the words.
void RecordPage::search(const QString& query)
{
    if (showsRecord())
        showRecord(0);
    m_filters->clear();
    std::vector<QueryNode> left;
    const std::vector<FilterDimension> chips = dimensions();
    for (const QueryNode& node : conditionsOf(parseQuery(query))) {
        const auto isOf = [&](const FilterDimension& chip) {
            return node.kind == QueryNode::Kind::Filter && node.parts.empty() && node.when == When::Default &&
                   (node.text == chip.key || QString(node.text + QStringLiteral("_id")) == chip.key);
        };
        const auto chip = std::find_if(chips.begin(), chips.end(), isOf);
        if (chip != chips.end())
            m_filters->setCodes(chip->key, codesIn(*chip, node.values));
        else
            left.push_back(node);
    }
    setSearchText(queryText(allOf(std::move(left))));
    searchEdited();
}

} // namespace dtp
