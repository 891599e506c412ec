// SPDX-License-Identifier: GPL-3.0-or-later
// Discreet mode: while it is on, people who need care are called “Somebody, Cambodia” wherever the window shows words,
// and what is restricted is “•••”. For who looks over a shoulder or at a shared screen; nothing that is written to the
// file or leaves it is touched.
//
// Whatever makes words for the window asks here: seen() of records and of texts, seenTitle() in the place of titles.
// Without a Discretion (on another thread, below the window) all is as it is.
#pragma once

#include <records/record_type.h>
#include <storage/store.h>
#include <ui/models/name_cover.h>

#include <QCache>
#include <QHash>
#include <QObject>
#include <QSet>

namespace dtp
{

class Discretion : public QObject
{
    Q_OBJECT
public:
    // That of a file in a window: made when there is none, and gone with the file.
    static Discretion& attachedTo(Store& store);
    static const Discretion* of(const Store& store); // nullptr: nothing is covered

    bool isOn() const { return m_isOn; }
    void set(bool isOn);
    // Whether this person is not named now. In doubt (the file cannot be read) everybody is covered. Who was covered
    // and is removed from the file stays covered, and so does who was removed before.
    bool covers(qint64 person) const;
    QString nameOf(qint64 person) const; // “Somebody, Cambodia”
    // The text without the names, addresses and numbers of those who are covered.
    QString covered(const QString& text) const;

Q_SIGNALS:
    void switched(bool isOn); // who is told: whoever shows people

private:
    explicit Discretion(Store& store);
    void noteChange(const Touched& touched);
    void readAll();
    Result<> readEverybody();
    Result<> read(const std::vector<qint64>& people);
    Result<> readRemoved();
    Result<> readNamesakes();
    void addPerson(qint64 person, const QString& given, const QString& family, const QString& ownScript,
                   const QString& country);
    void forget(qint64 person);

    Store& m_store;
    bool m_isOn = false;
    bool m_isUnknown = false; // who needs care could not be read
    QHash<qint64, QString> m_names;
    NameCover m_cover;
    mutable QCache<QString, QString> m_seen{4000};
};

QString hiddenText();                // “•••”: in the place of what is covered
QString hiddenHint();                // “Hidden: discreet mode”: for tooltips and who cannot see
bool isDiscreet(const Store& store); // now
bool isCovered(const Store& store, qint64 person);
// What may be shown of a text; what the record is called; the record with what is covered replaced, for showing only.
QString seen(const Store& store, const QString& text);
QString seenTitle(const Store& store, Entity entity, qint64 id);
RecordValues seen(const Store& store, const RecordValues& values);
// Whether the record is a person who is covered, or belongs to one.
bool isAboutCovered(const Store& store, const RecordValues& values);
// Whether this field must be covered: it would not be shown as it is.
bool isCovered(const Store& store, const RecordValues& values, int field);
// The fields that say to whom a record of this type belongs; a list reads them beside its own.
std::vector<int> peopleFields(Entity entity);

// Calls refresh whenever the mode is switched, for as long as receiver lives.
template <class Refresh>
void whenSwitched(const Store& store, QObject* receiver, Refresh refresh)
{
    if (const Discretion* discretion = Discretion::of(store))
        QObject::connect(discretion, &Discretion::switched, receiver, refresh);
}

} // namespace dtp
