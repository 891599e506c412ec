// SPDX-License-Identifier: GPL-3.0-or-later
// A window's seams and a workshop with people to invite, for tests of its page.
#pragma once

#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <workshops/workshop_actions.h>

#include <QTest>

namespace dtp::test
{

inline QString operator""_q(const char16_t* text, size_t length)
{
    return QString::fromUtf16(text, static_cast<qsizetype>(length));
}

struct Scene : TestWindow {
    Scene()
    {
        Workshop record;
        record.title = u"Alumni meeting"_q;
        record.start = QDate(2026, 9, 14);
        record.end = QDate(2026, 9, 15);
        record.country = u"TH"_q;
        record.place = u"Bangkok"_q;
        record.capacity = 4;
        workshop = add(record);
    }

    template <class R>
    Id<R> add(R record)
    {
        addRecords(*store, record);
        return record.id;
    }

    Id<Person> person(const QString& given, const QString& family, const QString& country = u"NP"_q,
                      const QString& gender = u"female"_q)
    {
        Person record;
        record.givenName = given;
        record.familyName = family;
        record.country = country;
        record.gender = gender;
        return add(record);
    }

    Id<Invitation> invitation(Id<Person> person, const QString& state = u"considered"_q)
    {
        Invitation record;
        record.workshop = workshop;
        record.person = person;
        record.state = state;
        return add(record);
    }

    QString stateOf(Id<Invitation> id)
    {
        const auto record = store->get(id);
        REQUIRE_OK(record);
        return record->state;
    }

    qint64 countOf(Entity entity) { return store->count(entity).value_or(-1); }

    Id<Workshop> workshop;
};

// The child of a kind with an object name.
template <class Widget>
Widget& child(QWidget& parent, const char* name)
{
    auto* found = parent.findChild<Widget*>(QLatin1String(name));
    if (!found)
        FAIL("no widget " << name);
    return *found;
}

} // namespace dtp::test
