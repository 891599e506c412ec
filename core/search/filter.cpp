// SPDX-License-Identifier: GPL-3.0-or-later
#include <search/filter.h>
#include <search/person_keys.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <map>
#include <mutex>

namespace dtp
{

SearchScope SearchScope::within(Entity other) const
{
    return {store, other, "r" + QByteArray::number(depth + 1), depth + 1, saved, false};
}

QByteArray SearchScope::column(const char* name) const
{
    if (keys.isEmpty())
        return alias + '.' + name;
    if (qstrcmp(name, "id") == 0)
        return keys + ".person_id";
    return (isInPersonKeys(name) ? keys : alias) + '.' + name;
}

namespace
{
// Filters are made when they are first asked for: few searches need those of every type.
class Catalogue
{
public:
    const std::vector<SearchFilter>& own(Entity entity)
    {
        return made(m_own, entity, [entity](std::vector<SearchFilter>& filters) {
            addNamedFilters(entity, filters);
            addFieldFilters(entity, filters);
        });
    }
    const std::vector<SearchFilter>& all(Entity entity)
    {
        return made(m_all, entity, [this, entity](std::vector<SearchFilter>& filters) {
            filters = own(entity);
            addRelatedFilters(entity, filters);
        });
    }

private:
    using Kept = std::map<Entity, std::vector<SearchFilter>>; // its elements stay where they are
    const std::vector<SearchFilter>& made(Kept& kept, Entity entity,
                                          const std::function<void(std::vector<SearchFilter>&)>& make)
    {
        const std::lock_guard lock(m_guard);
        const auto found = kept.find(entity);
        if (found != kept.end())
            return found->second;
        std::vector<SearchFilter> filters;
        make(filters);
        return kept.emplace(entity, std::move(filters)).first->second;
    }
    std::recursive_mutex m_guard; // lists are read on several threads; relations ask for the filters of others
    Kept m_own;
    Kept m_all;
};

Catalogue& catalogue()
{
    static Catalogue all;
    return all;
}

const SearchFilter* withKey(const std::vector<SearchFilter>& filters, Entity entity, const QString& key)
{
    const auto at = [&filters](const QString& wanted) -> const SearchFilter* {
        const auto found = std::find_if(filters.begin(), filters.end(),
                                        [&](const SearchFilter& filter) { return filter.key == wanted; });
        return found == filters.end() ? nullptr : &*found;
    };
    if (const SearchFilter* filter = at(key))
        return filter;
    if (const Field* field = recordType(entity).fieldNamed(key))
        return at(searchKeyOf(entity, *field));
    // Contacts also by another word for their kind: "e-mail:", "mobile:". But nobody answers a fax.
    static const auto kinds = builtInVocabulary(QStringLiteral("contact_kinds"));
    const auto kind = kinds && key != QLatin1String("fax") ? kinds->codeFor(key) : std::nullopt;
    return kind ? at(*kind) : nullptr;
}
} // namespace

QString SearchFilter::example() const
{
    QString value = exampleValue;
    if (value.isEmpty()) {
        const auto words = builtInVocabulary(vocabulary);
        value = words && !words->terms().empty() ? words->terms().front().code : QStringLiteral("any");
    }
    return key + QLatin1Char(':') + value;
}

const std::vector<SearchFilter>& filtersOf(Entity entity)
{
    return catalogue().all(entity);
}

const SearchFilter* filterNamed(Entity entity, const QString& key)
{
    return withKey(filtersOf(entity), entity, key);
}

const SearchFilter* ownFilterNamed(Entity entity, const QString& key)
{
    return withKey(catalogue().own(entity), entity, key);
}

SqlPiece inList(const QByteArray& column, const QStringList& codes)
{
    if (codes.size() == 1)
        return {column + " = ?", {codes.first()}};
    const QByteArray list = QJsonDocument(QJsonArray::fromStringList(codes)).toJson(QJsonDocument::Compact);
    return {column + " IN (SELECT value FROM json_each(?))", {QString::fromUtf8(list)}};
}

SqlPiece anyPiece(const std::vector<SqlPiece>& pieces)
{
    if (pieces.size() == 1)
        return pieces.front();
    SqlPiece all{pieces.empty() ? "0" : "(", {}};
    for (const SqlPiece& piece : pieces)
        all += (&piece == &pieces.front() ? SqlPiece() : SqlPiece{" OR ", {}}) + piece;
    return pieces.empty() ? all : all + QByteArray(")");
}

bool isNone(const QString& value)
{
    return value.compare(QLatin1String("none"), Qt::CaseInsensitive) == 0;
}

bool isAny(const QString& value)
{
    return value.compare(QLatin1String("any"), Qt::CaseInsensitive) == 0;
}

} // namespace dtp
