// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/person_drag.h>

namespace dtp
{

namespace
{
constexpr qsizetype mostBytes = 1 << 22; // more is no list of people
} // namespace

QMimeData* mimeDataOf(const std::vector<qint64>& people)
{
    QByteArray text;
    for (const qint64 person : people)
        text += QByteArray::number(person) + '\n';
    auto* data = new QMimeData;
    data->setData(QLatin1String(PersonIdsMime), text);
    return data;
}

std::vector<Id<Person>> peopleIn(const QMimeData& data)
{
    std::vector<Id<Person>> people;
    const QByteArray text = data.data(QLatin1String(PersonIdsMime)).left(mostBytes);
    for (const QByteArray& line : text.split('\n')) {
        bool isNumber = false;
        const qint64 key = line.trimmed().toLongLong(&isNumber);
        if (isNumber && key > 0)
            people.push_back({key});
    }
    return people;
}

} // namespace dtp
