// SPDX-License-Identifier: GPL-3.0-or-later
// How a row is added to a person: a member function for each part of the row. The inside of addRow().
#pragma once

#include <import_people/person_state.h>

#include <QCoreApplication>

namespace dtp
{

bool isSameText(const QString& a, const QString& b);

// Adds what a row says to a person, member by member of the row.
class RowAdding
{
public:
    RowAdding(PersonState& state, const PersonDraft& row, const RowContext& context)
        : m_state(state), m_row(row), m_replaces(context.policy == MatchPolicy::Update && !state.isNew),
          m_isFirstRow(state.isNew && state.sources.empty()), m_things(context.things), m_file(context.file),
          m_today(context.today)
    {
    }

    Additions result();

private:
    void addFields();
    void addField(int index);
    void addNames();
    void addOwnScript();
    void addAlternate(const QString& name, const char* kind);
    QStringList unwantedByNotes() const;
    void addContacts();
    void markUnwanted();
    void addAffiliations();
    Kept<Affiliation>* affiliationLike(const ImportedAffiliation& theirs, Id<Organisation> organisation);
    void addAffiliation(const ImportedAffiliation& affiliation);
    void addCodes();
    void addPrograms();
    void addNetworks();
    void addConsents();
    void setEnd(Kept<Consent>& kept, const PartialDate& until);
    void addNotes();
    bool isKeptElsewhere(const QString& value) const;
    // Of a new person's first row everything is new, and nobody asks what.
    void added(const char* label)
    {
        if (!m_isFirstRow)
            m_out.added.append(QCoreApplication::translate("Fields", label));
    }

    // What the row says and is not taken is told.
    void stays(const char* label, const QString& said)
    {
        m_out.conflicts.append(QCoreApplication::translate("Import", "%1 stays as it is known; the file says “%2”.")
                                   .arg(QCoreApplication::translate("Fields", label), said.left(60)));
    }
    // The words beside what is known already.
    template <class R>
    void fillNote(Kept<R>& kept, const QString& note)
    {
        if (note.isEmpty() || !kept.record.note.isEmpty())
            return;
        kept.record.note = note;
        kept.isChanged = true;
        added(QT_TRANSLATE_NOOP("Fields", "Note"));
    }

    template <class R>
    void append(std::vector<Kept<R>>& list, R record)
    {
        record.person = m_state.person.id;
        list.push_back({std::move(record), true});
    }

    PersonState& m_state;
    const PersonDraft& m_row;
    const bool m_replaces;
    const bool m_isFirstRow;
    NamedThings& m_things;
    const QString& m_file;
    const QDate m_today;
    Additions m_out;
};

} // namespace dtp
