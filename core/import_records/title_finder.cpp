// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_text.h>
#include <import_records/title_finder.h>

#include <cells/thing_names.h>
#include <lists/people_export.h>
#include <storage/bulk_reader.h>

#include <base/partial_date.h>

namespace dtp
{

TitleFinder::TitleFinder(Entity entity) : m_type(recordType(entity)), m_rule(*importRule(entity)) {}

Result<> TitleFinder::read(const Store& store)
{
    std::vector<const char*> fields{"id"};
    fields.insert(fields.end(), m_rule.namedBy.begin(), m_rule.namedBy.end());
    const auto named = static_cast<int>(m_rule.namedBy.size());
    const int when = *m_rule.when ? static_cast<int>(fields.size()) : -1;
    if (when >= 0)
        fields.push_back(m_rule.when);
    const int series = *m_rule.series ? static_cast<int>(fields.size()) : -1;
    if (series >= 0)
        fields.push_back(m_rule.series);
    DTP_CHECK(readBulk(store, {.entity = m_type.entity, .fields = fields, .byKey = true}, [&](const BulkRow& row) {
        const int begun = when < 0 ? 0 : yearOfDate(row.text(when));
        const Entry entry{row.integer(0), when >= 0 && begun == 0 ? yearInTitle(row.text(1)) : begun};
        m_titles.insert(entry.key, row.text(1));
        for (int i = 1; i <= named; ++i) {
            if (const QString key = thingKey(row.text(i)); !key.isEmpty())
                (i == 1 ? m_byTitle : m_byOtherName)[key].push_back(entry);
        }
        if (series >= 0 && row.integer(series) != 0)
            m_bySeries[row.integer(series)].push_back(entry);
    }));
    if (series < 0)
        return {};
    const Entity group = m_type.fields[static_cast<size_t>(m_type.indexOf(m_rule.series))].reference;
    std::vector<const char*> names{"id"};
    const ImportRule& groupRule = *importRule(group);
    names.insert(names.end(), groupRule.namedBy.begin(), groupRule.namedBy.end());
    return readBulk(store, {.entity = group, .fields = names, .byKey = true}, [&](const BulkRow& row) {
        m_seriesNames.insert(row.integer(0), row.text(1));
        for (size_t i = 1; i < names.size(); ++i) {
            if (const QString key = thingKey(row.text(static_cast<int>(i))); !key.isEmpty())
                m_series.insert(key, row.integer(0));
        }
    });
}

// isExact: by the title as it is written, so that a year in it has counted already.
std::vector<TitleFinder::Entry> TitleFinder::gather(const QString& text, bool& isExact) const
{
    isExact = true;
    for (const QString& name : {text, withShortName(text).first}) {
        const QString key = thingKey(name);
        for (const auto* index : {&m_byTitle, &m_byOtherName}) {
            if (const auto found = index->constFind(key); found != index->constEnd())
                return *found;
        }
    }
    isExact = false;
    for (const QString& name : {text, withoutYear(text)}) {
        if (const qint64 series = m_series.value(thingKey(name)); series != 0 && m_bySeries.contains(series))
            return m_bySeries.value(series);
    }
    // "Annual Program (1997)" for the edition “Annual Program” of that year
    return *m_rule.when && yearInTitle(text) != 0 ? m_byTitle.value(thingKey(withoutYear(text)))
                                                  : std::vector<Entry>();
}

std::vector<qint64> TitleFinder::called(const QString& text, int year) const
{
    bool isExact = false;
    std::vector<Entry> found = gather(text, isExact);
    const int wanted = year != 0 ? year : yearInTitle(text);
    const bool mustFit = year != 0 || !isExact || found.size() > 1;
    if (wanted != 0 && mustFit && *m_rule.when) {
        std::erase_if(found, [&](const Entry& entry) { return entry.year != wanted; }); // nor is it one without a year
    }
    std::vector<qint64> keys;
    for (const Entry& entry : found) {
        if (std::find(keys.begin(), keys.end(), entry.key) == keys.end())
            keys.push_back(entry.key);
    }
    return keys;
}

Found TitleFinder::find(const QString& text, int year, qint64 preferred) const
{
    if (const auto key = recordKeyFromText(text)) {
        if (m_titles.contains(*key))
            return {Found::How::Known, *key, {}, {}};
        return {Found::How::Unclear,
                0,
                Import::tr("There is no %1 with the record “%2”.").arg(m_type.singularText(), text),
                {}};
    }
    const std::vector<qint64> keys = called(text, year);
    if (preferred != 0 && std::find(keys.begin(), keys.end(), preferred) != keys.end())
        return {Found::How::Known, preferred, {}, {}};
    if (keys.size() == 1)
        return {Found::How::Known, keys.front(), {}, {}};
    if (keys.empty()) {
        const QString called = year != 0 ? Import::tr("%1 of %2").arg(text).arg(year) : text;
        return {
            Found::How::Unknown, 0, Import::tr("There is no %1 called “%2”.").arg(m_type.singularText(), called), {}};
    }
    return {Found::How::Unclear,
            0,
            (*m_rule.when ? Import::tr("%L1 %2 are called “%3”: say which by the year or by the record.")
                          : Import::tr("%L1 %2 are called “%3”: say which by the record."))
                .arg(keys.size())
                .arg(m_type.pluralText(), text),
            {}};
}

QString TitleFinder::titleOf(qint64 key) const
{
    return m_titles.value(key);
}

RecordValues TitleFinder::make(const QString& text, int year) const
{
    RecordValues values(m_type.entity);
    QString title = text;
    if (m_rule.namedBy.size() > 1) {
        const auto [longer, shorter] = withShortName(text);
        title = longer;
        values.set(m_rule.namedBy[1], shorter);
    }
    const int when = year != 0 ? year : *m_rule.when ? yearInTitle(text) : 0;
    if (*m_rule.series) {
        const qint64 series = m_series.contains(thingKey(text)) ? m_series.value(thingKey(text))
                                                                : m_series.value(thingKey(withoutYear(text)));
        if (series != 0) {
            values.set(m_rule.series, series);
            if (when != 0)
                title = QString(m_seriesNames.value(series) + QLatin1Char(' ') + QString::number(when));
        }
    }
    if (when != 0)
        values.set(m_rule.when, PartialDate(when).toStorage());
    values.set(m_rule.namedBy.front(), title);
    return values;
}

void TitleFinder::add(const RecordValues& made)
{
    const Entry entry{made.id, *m_rule.when ? yearOfDate(made.text(m_rule.when)) : 0};
    m_titles.insert(made.id, made.text(m_rule.namedBy.front()));
    for (size_t i = 0; i < m_rule.namedBy.size(); ++i) {
        if (const QString key = thingKey(made.text(m_rule.namedBy[i])); !key.isEmpty())
            (i == 0 ? m_byTitle : m_byOtherName)[key].push_back(entry);
    }
    if (*m_rule.series && made.value(m_rule.series).toLongLong() != 0)
        m_bySeries[made.value(m_rule.series).toLongLong()].push_back(entry);
}

} // namespace dtp
