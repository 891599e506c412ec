// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/differences.h>

#include <records/kinds.h>
#include <storage/store.h>

#include <QLocale>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr int mostDifferences = 2;

// Whether a sentence may say it of somebody's record: of what is restricted throughout, no names and no words.
bool mayTellApart(const RecordType& type, const Field& field)
{
    if (!field.isListed || field.isHidden || !traitsOf(field).isShown())
        return false;
    return type.isRestricted() ? !traitsOf(field).isReference() && !traitsOf(field).isFreeText()
                               : field.sensitivity != Sensitivity::Restricted;
}
} // namespace

Result<QHash<qint64, QString>> differencesOf(const Store& store, Entity entity, const std::vector<qint64>& keys)
{
    DTP_TRY(records, store.rows(entity, keys));
    const RecordType& type = recordType(entity);
    QHash<qint64, QString> all;
    int told = 0;
    for (size_t i = 0; i < type.fields.size() && told < mostDifferences; ++i) {
        const auto at = static_cast<qsizetype>(i);
        const bool differ = std::any_of(records.begin(), records.end(), [&](const RecordValues& record) {
            return record.fields.at(at) != records.front().fields.at(at);
        });
        if (!differ || !mayTellApart(type, type.fields[i]))
            continue;
        ++told;
        for (const RecordValues& record : records) {
            const QString brief =
                traitsOf(type.fields[i]).brief(type.fields[i], record.fields.at(at), store, QLocale());
            if (!brief.isEmpty())
                all[record.id] += QStringLiteral(", ") + brief;
        }
    }
    return all;
}

} // namespace dtp
