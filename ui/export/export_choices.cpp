// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/export/export_choices.h>

#include <exports/export_catalogue.h>

#include <QComboBox>
#include <QCoreApplication>
#include <QSet>
#include <QStandardItemModel>
#include <utility>

namespace dtp
{

namespace
{
struct Choices {
    Q_DECLARE_TR_FUNCTIONS(ExportDialog)
};

// The types of record that something is made of, or has to be told one of.
QSet<Entity> subjectsOf(const Exportable& one)
{
    QSet<Entity> subjects{one.entity()};
    for (const ExportParameter& parameter : one.parameters())
        subjects.insert(parameter.field->reference);
    subjects.remove(Entity::None);
    return subjects;
}

// In the order in which they are offered.
enum Group { Here, OfPeople, OfWorkshops, Documents, Tables, GroupCount };

Group groupOf(const Exportable& one, const Exportable* start)
{
    const QSet<Entity> subjects = subjectsOf(one);
    if (start && (&one == start || subjects.intersects(subjectsOf(*start))))
        return Here;
    if (one.entity() != Entity::None && exportableOf(one.entity()) == &one)
        return Tables;
    return subjects.contains(Entity::Person)     ? OfPeople
           : subjects.contains(Entity::Workshop) ? OfWorkshops
                                                 : Documents;
}

void addHeading(QComboBox& box, const QString& words)
{
    box.addItem(words);
    auto* const items = qobject_cast<QStandardItemModel*>(box.model());
    QStandardItem* heading = items->item(box.count() - 1);
    heading->setFlags(Qt::NoItemFlags);
    QFont bold = box.font();
    bold.setBold(true);
    heading->setFont(bold);
}
} // namespace

void fillExports(QComboBox& box, const QString& key)
{
    const QString headings[GroupCount] = {Choices::tr("Fits what you see"), Choices::tr("For people"),
                                          Choices::tr("Of a workshop"), Choices::tr("Documents"),
                                          Choices::tr("Tables of all records of a type")};
    const Exportable* start = exportableOf(key);
    for (int group = 0; group < GroupCount; ++group) {
        bool isFirst = true;
        for (const auto& one : exportCatalogue()) {
            if (groupOf(*one, start) != group)
                continue;
            if (std::exchange(isFirst, false))
                addHeading(box, headings[group]);
            box.addItem(one->title(), one->key());
        }
    }
    box.setCurrentIndex(box.findData(start ? key : exportCatalogue().front()->key()));
}

} // namespace dtp
