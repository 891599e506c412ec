// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/gate.h>

#include <document/figures_table.h>
#include <names/name_candidates.h>
#include <names/name_scanner.h>
#include <privacy/disclosure_pass.h>
#include <privacy/outside_consents.h>
#include <privacy/threshold.h>
#include <privacy/withheld_lists.h>

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace dtp
{

namespace
{
QString footerOf(const Document& document, const DisclosureSummary& summary)
{
    QStringList parts{QCoreApplication::translate("Disclosure", "For: %1").arg(audienceName(summary.audience))};
    if (!traitsOf(summary.audience).isGated())
        parts[0] += QCoreApplication::translate("Disclosure", " (not to be passed on)");
    if (document.date.isValid())
        parts.append(QLocale(document.language).toString(document.date, QStringLiteral("d MMMM yyyy")));
    // What the report says of names that its makers decided upon. Of one that they let stand, and that may be the name
    // of somebody in the file, it is not said that it is nobody's.
    const bool isReviewed = !document.footer.isEmpty();
    const bool isNobody = summary.named.isEmpty();
    if (document.keepsKnownName)
        parts.append(QCoreApplication::translate("Disclosure", "Its makers decided which names may be read in it."));
    else if (isReviewed && isNobody)
        parts.append(
            QCoreApplication::translate("Disclosure", "Nobody from the records is named; %1.").arg(document.footer));
    else
        parts.append(summary.printedSentence());
    if (isReviewed && (document.keepsKnownName || !isNobody))
        parts.append(document.footer + QLatin1Char('.'));
    if (isReviewed && (document.keepsKnownName || isNobody) && !summary.picturesSentence().isEmpty())
        parts.append(summary.picturesSentence());
    return parts.join(QStringLiteral(" · "));
}

// The numbers as they are shown, unless the report has such a table of its own.
void addFigures(Document& document)
{
    const QString name = QStringLiteral("figures.csv");
    const bool hasOwn = std::any_of(document.attachments.begin(), document.attachments.end(),
                                    [&](const Attachment& a) { return a.fileName == name; });
    Table figures = figuresTable(document);
    if (!hasOwn && !figures.rows.empty())
        document.attachments.push_back({name, std::move(figures)});
}

// Each person counts once: as named when named anywhere, else as counted when counted anywhere.
void countOnce(DisclosureSummary& summary)
{
    summary.pictured.subtract(summary.named);
    summary.counted.subtract(summary.named);
    summary.counted.subtract(summary.pictured);
    summary.leftOut.subtract(summary.named);
    summary.leftOut.subtract(summary.pictured);
    summary.leftOut.subtract(summary.counted);
}

// Inside the secretariat nothing is taken out; the summary only says who is in it.
void noteTable(const Table& table, DisclosureSummary& summary)
{
    bool aboutPeople = false;
    for (const TableRow& row : table.rows) {
        for (const Id<Person> person : row.subjects)
            summary.named.insert(person.value);
        aboutPeople = aboutPeople || !row.subjects.isEmpty();
    }
    if (aboutPeople)
        noteColumns(table.columns, summary.fields);
}

void noteDocument(const Document& document, DisclosureSummary& summary)
{
    for (const Block& block : document.blocks) {
        if (const auto* const table = std::get_if<TableBlock>(&block))
            noteTable(table->table, summary);
        if (const auto* const figure = std::get_if<FigureBlock>(&block))
            notePicture(*figure, summary);
        const auto* const prose = std::get_if<TextBlock>(&block);
        if (!prose)
            continue;
        for (const Paragraph& paragraph : prose->text.paragraphs) {
            for (const Run& run : paragraph.runs) {
                if (run.person)
                    summary.named.insert(run.person.value);
            }
        }
    }
    for (const Attachment& attachment : document.attachments)
        noteTable(attachment.table, summary);
}
} // namespace

class Gate::Private
{
public:
    Private(const Store& aStore, Audience anAudience, int aSmallCell)
        : store(aStore), traits(traitsOf(anAudience)), smallCell(std::max(aSmallCell, smallCellOf(aStore))),
          names(aStore, [this](qint64 person) { return mayName(person); })
    {
        if (traits.isGated())
            ready = readConsents();
    }

    bool mayPicture(qint64 person) const { return !traits.isGated() || (consents && consents->mayPicture(person)); }
    bool mayName(qint64 person) const { return !traits.isGated() || (consents && consents->mayName(traits, person)); }

    // What of a row's texts may still be a name after all: somebody let it stand.
    Result<> noteKept(const std::vector<TableColumn>& columns, const TableRow& row, DisclosureSummary& summary) const
    {
        for (size_t i = 0; i < std::min(columns.size(), row.cells.size()); ++i) {
            const Cell& cell = row.cells[i];
            const bool isAsked = row.subjects.isEmpty() || columns[i].isFreeText;
            if (!isAsked || !cell.isProse() || cell.text.isEmpty() || summary.kept == DisclosureSummary::Kept::Known)
                continue;
            if (!candidates) {
                DTP_TRY(read, NameCandidates::read(
                                  store, [this](qint64 person) { return mayName(person); }, names.lookUps()));
                candidates = std::move(read);
            }
            candidates->forget();
            candidates->learn(cell.text, false);
            DTP_TRY(found, candidates->in(cell.text, false));
            for (const NameCandidates::Found& one : found)
                summary.kept = std::max(summary.kept, one.isKnown ? DisclosureSummary::Kept::Known
                                                                  : DisclosureSummary::Kept::Others);
        }
        return {};
    }

    const Store& store;
    const AudienceTraits& traits;
    const int smallCell;
    Result<> ready;                                  // what went wrong when consents were read
    std::shared_ptr<const OutsideConsents> consents; // where it is gated; none: nobody may be named
    mutable NameScanner names;
    mutable std::unique_ptr<NameCandidates> candidates; // read when the first text is met

private:
    Result<> readConsents()
    {
        DTP_TRY(read, OutsideConsents::read(store));
        consents = std::move(read);
        return {};
    }
};

Gate::Gate(const Store& store, Audience audience, int smallCell)
    : d(std::make_unique<Private>(store, audience, smallCell))
{
}

Gate::~Gate() = default;

Audience Gate::audience() const
{
    return d->traits.audience;
}

int Gate::smallCell() const
{
    return d->smallCell;
}

std::shared_ptr<NameLookUps> Gate::nameLookUps() const
{
    return d->names.lookUps();
}

std::shared_ptr<const OutsideConsents> Gate::consents() const
{
    return d->consents;
}

bool Gate::mayName(Id<Person> person) const
{
    return d->mayName(person.value);
}

bool Gate::mayPicture(Id<Person> person) const
{
    return d->mayPicture(person.value);
}

bool Gate::mayShow(Sensitivity sensitivity, Id<Person> person) const
{
    if (!d->traits.isGated())
        return true;
    switch (sensitivity) {
    case Sensitivity::Public:
        return mayName(person);
    case Sensitivity::Internal:
        return mayName(person) && d->traits.mayHaveContacts() && d->consents->mayReach(d->traits, person.value);
    case Sensitivity::Restricted:
        return false;
    }
    return false;
}

Result<Disclosed<Document>> Gate::disclose(Document draft) const
{
    DTP_CHECK(d->ready);
    DisclosureSummary summary;
    summary.audience = d->traits.audience;
    if (!d->traits.isGated())
        noteDocument(draft, summary);
    else
        DTP_CHECK(DisclosurePass(*this, d->names, summary).document(draft));
    if (draft.keepsKnownName)
        summary.kept = DisclosureSummary::Kept::Known;
    else if (!draft.footer.isEmpty()) // names were reviewed
        summary.kept = DisclosureSummary::Kept::Others;
    countOnce(summary);
    addFigures(draft);
    draft.footer = footerOf(draft, summary);
    return Disclosed<Document>(std::move(draft), std::move(summary));
}

Result<Disclosed<Table>> Gate::disclose(Table draft) const
{
    DTP_CHECK(d->ready);
    DisclosureSummary summary;
    summary.audience = d->traits.audience;
    if (!d->traits.isGated()) {
        noteTable(draft, summary);
    } else {
        DTP_TRY(takenOut, DisclosurePass(*this, d->names, summary).table(draft));
        summary.leftOut.unite(takenOut);
        for (const TableRow& row : draft.rows)
            DTP_CHECK(d->noteKept(draft.columns, row, summary));
    }
    countOnce(summary);
    return Disclosed<Table>(std::move(draft), std::move(summary));
}

Result<std::unique_ptr<DisclosedRows>> Gate::disclose(std::unique_ptr<RowSource> rows) const
{
    DTP_CHECK(d->ready);
    return std::unique_ptr<DisclosedRows>(new DisclosedRows(*this, std::move(rows)));
}

DisclosedRows::DisclosedRows(const Gate& gate, std::unique_ptr<RowSource> source)
    : m_gate(gate), m_source(std::move(source))
{
    m_summary.audience = gate.audience();
    const std::vector<TableColumn>& all = m_source->columns();
    DisclosurePass pass(m_gate, m_gate.d->names, m_summary);
    if (!traitsOf(gate.audience()).isGated()) {
        m_columns = all;
    } else {
        m_kept = pass.keptColumns(all);
        for (const size_t i : m_kept)
            m_columns.push_back(all[i]);
    }
    noteColumns(m_columns, m_summary.fields);
}

Result<bool> DisclosedRows::next(TableRow& row)
{
    for (;;) {
        row.subjects.clear();
        DTP_TRY(more, m_source->next(row));
        if (!more) {
            countOnce(m_summary);
            return false;
        }
        if (!traitsOf(m_gate.audience()).isGated()) {
            for (const Id<Person> person : row.subjects)
                m_summary.named.insert(person.value);
            return true;
        }
        DTP_TRY(stays, DisclosurePass(m_gate, m_gate.d->names, m_summary).row(row, m_columns, m_kept));
        if (stays) {
            // Of rows about nobody, such as sections of reports, it has to be asked what may be a name in them.
            if (row.subjects.isEmpty() && !m_source->namesAreDecided())
                DTP_CHECK(withholdPossibleNames(row));
            if (m_source->namesAreDecided())
                DTP_CHECK(m_gate.d->noteKept(m_columns, row, m_summary));
            return true;
        }
        for (const Id<Person> person : row.subjects)
            m_summary.leftOut.insert(person.value);
    }
}

Result<> DisclosedRows::withholdPossibleNames(TableRow& row)
{
    for (Cell& cell : row.cells) {
        if (!cell.isProse() || cell.text.isEmpty())
            continue;
        if (!m_candidates) {
            DTP_TRY(candidates, NameCandidates::read(m_gate.d->store, [&gate = m_gate](qint64 person) {
                        return gate.mayName(Id<Person>{person});
                    }));
            m_candidates = std::move(candidates);
        }
        DTP_CHECK(m_candidates->withhold(cell.text));
        cell.text = withoutListsOfWithheld(cell.text);
    }
    return {};
}

} // namespace dtp
