// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/type_names.h>

#include <base/text.h>
#include <records/record_type.h>

#include <QStringList>
#include <algorithm>

namespace dtp
{

namespace
{
struct OtherName {
    const char* name;
    Entity entity;
};
// Beside those of the tables of types, in words as plain() makes them.
constexpr OtherName otherNames[] = {
    {"persons", Entity::Person},
    {"alumni", Entity::Person},
    {"contacts", Entity::Person},
    {"organizations", Entity::Organisation},
    {"organization", Entity::Organisation},
    {"programmes", Entity::ProgramEdition},
    {"programme", Entity::ProgramEdition},
    {"courses", Entity::ProgramEdition},
    {"programme series", Entity::ProgramSeries},
    {"participants", Entity::Participation},
    {"members", Entity::Membership},
    {"to do", Entity::Task},
    {"todos", Entity::Task},
    {"case log", Entity::CaseEntry},
};

QString plain(const QString& name)
{
    return wordsOf(foldText(name).replace(u'_', u' ')).join(u' ');
}

QString lastWord(const QString& words)
{
    return words.section(u' ', -1);
}

bool isCalled(const RecordType& type, const QString& wanted)
{
    const QString table = plain(QLatin1String(type.table));
    const QStringList names{table,
                            QString(table + u's'),
                            plain(QLatin1String(type.singular)),
                            plain(QLatin1String(type.plural)),
                            plain(type.singularText()),
                            plain(type.pluralText())};
    return names.contains(wanted);
}

bool endsWith(const RecordType& type, const QString& wanted)
{
    const QString table = lastWord(plain(QLatin1String(type.table)));
    return table == wanted || table + u's' == wanted || lastWord(plain(QLatin1String(type.plural))) == wanted;
}
} // namespace

Entity typeCalled(const QString& name, std::span<const Entity> types)
{
    const QString wanted = plain(name);
    for (const Entity entity : types) {
        if (isCalled(recordType(entity), wanted))
            return entity;
    }
    for (const OtherName& other : otherNames) {
        if (wanted == QLatin1String(other.name) && std::find(types.begin(), types.end(), other.entity) != types.end())
            return other.entity;
    }
    std::vector<Entity> byLastWord;
    std::copy_if(types.begin(), types.end(), std::back_inserter(byLastWord),
                 [&](Entity entity) { return endsWith(recordType(entity), wanted); });
    return byLastWord.size() == 1 ? byLastWord.front() : Entity::None;
}

QString typeWord(Entity entity)
{
    return lastWord(QLatin1String(recordType(entity).plural));
}

} // namespace dtp
