// SPDX-License-Identifier: GPL-3.0-or-later
// What the program puts into a section by its kind: the list of objectives, the participants, the agenda …
#pragma once

#include <document/document.h>
#include <reporting/report_material.h>

namespace dtp
{

struct Filled {
    std::vector<Block> before; // stands before the section's text
    std::vector<Block> after;  // between its text and its closing text
    QString sentence;
};

class SectionFiller
{
public:
    SectionFiller(const Store& store, const ReportMaterial& material) : m_store(store), m_material(material) {}

    Filled fill(const ReportSection& section) const;
    // Tables that go with the document.
    Table participantsTable() const; // of all who took part
    Table recommendationsTable() const;

private:
    Filled objectives(const RichText& body) const;
    Filled recommendations(const ReportSection& section) const;
    Filled participants(const RichText& body) const;
    Filled program() const;
    Filled session(const ReportSection& section, const RichText& body) const;
    Filled gaps(const RichText& body) const;
    Filled figures() const;

    RichText aboutParticipants() const;
    Table peopleTable(bool participants) const;
    // Counts of participants by a side of their profile, largest first.
    CountsBlock counts(const char* dimension, const QString& title, CountsBlock::Show show) const;
    void addFigures(std::vector<Block>& blocks, bool all) const;
    std::vector<const ReportParticipant*> participantsOnly() const;

    const Store& m_store;
    const ReportMaterial& m_material;
};

} // namespace dtp
