// SPDX-License-Identifier: GPL-3.0-or-later
// One way of a draft through the gate, for an audience outside: what is taken out, blanked, replaced and counted.
#pragma once

#include <document/text_links.h>
#include <names/name_scanner.h>
#include <privacy/gate.h>

namespace dtp
{

QString picturesTitle(); // how the ledger writes among the fields that a picture of people left
// Who can be recognised on a picture that is shown.
void notePicture(const FigureBlock& figure, DisclosureSummary& summary);
void noteColumns(const std::vector<TableColumn>& columns, std::vector<DisclosedColumn>& noted);

class DisclosurePass
{
public:
    DisclosurePass(const Gate& gate, NameScanner& names, DisclosureSummary& summary)
        : m_gate(gate), m_names(names), m_summary(summary)
    {
    }

    // Which columns stay, as indexes; the others are noted as withheld.
    std::vector<size_t> keptColumns(const std::vector<TableColumn>& columns);
    // Reduces a row to the kept columns and to what may be shown. False: the row must go, somebody whom it is about
    // may not be named.
    Result<bool> row(TableRow& row, const std::vector<TableColumn>& kept, const std::vector<size_t>& source);
    // Returns the people whose rows were taken out.
    Result<QSet<qint64>> table(Table& table);
    Result<> document(Document& document);

private:
    static bool hasCapital(const QString& text);
    QString participantsInWords(int people, bool beginsText) const;
    QSet<qint64> unnamedIn(const Document& document) const;
    // Whose cells in which columns, by their keys, the tables of the document show.
    QHash<QString, QSet<qint64>> listedIn(const Document& document) const;
    void expectTargets(const Table& table);
    void expectTargets(const Document& document);
    Result<bool> mayRead(const QString& linkText, Id<Person> person);
    Result<> links(std::vector<Run>& runs, bool beginsText);
    Result<> links(QString& text);
    Result<> text(QString& text, const Subjects& except = {}, NameScanner::Where where = NameScanner::Where::Prose);
    Result<> cell(QString& words, const TableColumn& column, const Subjects& subjects);
    Result<> rich(RichText& text);
    Result<> paragraph(Paragraph& paragraph);
    size_t lastWithheld(const std::vector<Run>& runs, size_t first) const;
    Result<> typedRuns(std::vector<Run>& runs, std::vector<Run>& out);
    Result<> counts(CountsBlock& block, const QSet<qint64>& named);
    Result<> allCounts(std::vector<Block>& blocks);
    Result<> tableBlock(TableBlock block, std::vector<Block>& out);
    bool isWithheld(const FigureBlock& figure);
    Result<> block(Block block, std::vector<Block>& out);

    const Gate& m_gate;
    NameScanner& m_names;
    DisclosureSummary& m_summary;
    QHash<QString, QSet<qint64>> m_listed; // see listedIn(); filled when the pass over a document begins
    LinkTargets m_targets;                 // that stand apart, anywhere in the document
};

} // namespace dtp
