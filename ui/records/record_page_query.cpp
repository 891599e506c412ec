// SPDX-License-Identifier: GPL-3.0-or-later
// Which records the list of a page is asked for: by its chips, its words and what Home counts.
#include <ui/records/record_page.h>

#include <search/record_search.h>
#include <ui/widgets/record_finder.h>

#include <QRegularExpression>
#include <QSet>
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

Result<IdSource> RecordPage::makeSource()
{
    Where where;
    for (const QString& name : m_spec.filters) {
        const Field* field = recordType(m_spec.entity).fieldNamed(name);
        const QStringList codes = m_filters->codes(name);
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
    }
    if (recordType(m_spec.entity).indexOf(m_sortKey) >= 0)
        where.orderBy(m_sortKey.toLatin1().constData(), m_sortDescending);
    const Entity entity = m_spec.entity;
    DTP_TRY(query, readQuery(m_context.store, entity, searchText()));
    const auto needs = m_filters->codes(needsKey()).isEmpty() ? nullptr : m_spec.needs;
    if (query.isEmpty() && !needs)
        return IdSource([entity, where](const Store& store, qint64 limit) {
            return store.ids(entity, Where(where).first(limit));
        });
    // A record fits when it is what was asked for, and among those that need somebody; in the order of the list.
    return IdSource([entity, where, query, needs](const Store& store, qint64 limit) -> Result<std::vector<qint64>> {
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
        if (fitting->isEmpty())
            return std::vector<qint64>{};
        DTP_TRY(ordered, store.ids(entity, where));
        std::erase_if(ordered, [&](qint64 id) { return !fitting->contains(id); });
        if (limit >= 0 && ordered.size() > static_cast<size_t>(limit))
            ordered.resize(static_cast<size_t>(limit));
        return std::move(ordered);
    });
}

// "status:open,in_progress report" sets the chip of the status and leaves "report" for the words.
void RecordPage::search(const QString& query)
{
    static const QRegularExpression piece(QStringLiteral("([a-z_]+):(\"[^\"]*\"|\\S+)"));
    if (showsRecord())
        showRecord(0);
    QString words = query;
    m_filters->clear();
    for (auto matches = piece.globalMatch(query); matches.hasNext();) {
        const auto match = matches.next();
        if (m_spec.needs && match.captured(1) == needsKey()) {
            m_filters->setCodes(needsKey(), {QStringLiteral("due")});
            words.remove(match.captured());
        }
        for (const QString& name : m_spec.filters) {
            if (name != match.captured(1) && name != QString(match.captured(1) + QStringLiteral("_id")))
                continue;
            m_filters->setCodes(name, match.captured(2).remove(QLatin1Char('"')).split(QLatin1Char(',')));
            words.remove(match.captured());
        }
    }
    setSearchText(words.simplified());
    searchEdited();
}

} // namespace dtp
