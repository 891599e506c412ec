// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/person_picker.h>

#include <storage/store.h>
#include <ui/models/discretion.h>
#include <ui/models/record_finder.h>

namespace dtp
{

PersonPicker::PersonPicker(Store& store, QWidget* parent) : ChoiceEdit(parent), m_store(store)
{
    setPlaceholderText(tr("Type a part of the name"));
    setAccessibleName(tr("Find a person"));
    setFinder([&store](const QString& typed) -> Result<std::vector<Choice>> {
        return typed.isEmpty() ? std::vector<Choice>{} : findChoices(store, Entity::Person, typed);
    });
    connect(this, &ChoiceEdit::chosen, this, [this](const QString& key) {
        const Id<Person> found{key.toLongLong()};
        if (!found)
            return;
        if (m_clears)
            setChoice({}, {});
        Q_EMIT picked(found);
    });
}

Id<Person> PersonPicker::person() const
{
    return {code().toLongLong()};
}

void PersonPicker::setPerson(Id<Person> person)
{
    setChoice(person ? QString::number(person.value) : QString(),
              person ? seenTitle(m_store, Entity::Person, person.value) : QString());
}

} // namespace dtp
