// SPDX-License-Identifier: GPL-3.0-or-later
// A line that finds people while one types, in any script and by any part of the name.
#pragma once

#include <records/people.h>
#include <ui/widgets/choice_edit.h>

namespace dtp
{

class Store;

class PersonPicker : public ChoiceEdit
{
    Q_OBJECT
public:
    explicit PersonPicker(Store& store, QWidget* parent = nullptr);

    Id<Person> person() const;
    void setPerson(Id<Person> person);
    // After each pick the line is empty again, for adding several.
    void setClearsAfterPick(bool clears) { m_clears = clears; }

Q_SIGNALS:
    void picked(dtp::Id<dtp::Person> person);

private:
    Store& m_store;
    bool m_clears = false;
};

} // namespace dtp
