// SPDX-License-Identifier: GPL-3.0-or-later
// How a row adds to a record that is known.
#include <import/import_text.h>
#include <import_records/record_planner.h>

#include <base/text.h>
#include <records/kinds.h>

namespace dtp
{

namespace
{
bool isEmpty(const Field& field, const QVariant& stored)
{
    return stored.isNull() || (traitsOf(field).isReference() && stored.toLongLong() == 0) ||
           stored.toString().isEmpty();
}

// "2019" says nothing new of June 2019.
bool isWithin(const Field& field, const QVariant& said, const QVariant& known)
{
    return traitsOf(field).time == TimeTold::PartOfDay && known.toString().startsWith(said.toString());
}

bool isSame(const Field& field, const QVariant& said, const QVariant& known)
{
    if (said == known || isWithin(field, said, known))
        return true;
    return traitsOf(field).isFreeText() && foldText(said.toString()) == foldText(known.toString());
}

// As paragraphs of its own: "Age: 4" is not in "Age: 45".
bool holdsParagraph(const QString& notes, const QString& text, const QString& end)
{
    return notes.simplified() == text.simplified() || QString(end + notes + end).contains(QString(end + text + end));
}

void addNotes(RecordState& state, const RecordDraft& row, RecordAdditions& out)
{
    const RecordType& type = recordType(state.values.entity);
    const int index = notesField(type);
    if (index < 0)
        return;
    const Field& field = type.fields[static_cast<size_t>(index)];
    const bool isOneLine = !traitsOf(field).hasLines;
    const QString end = isOneLine ? QStringLiteral("; ") : QStringLiteral("\n");
    for (const ImportedNote& note : row.notes) {
        const QString text = isOneLine ? note.text.simplified() : note.text;
        QString notes = state.values.fields.at(index).toString();
        // An old code that no list knows any more stands in the record as it is.
        const bool isKept = !note.value.isEmpty() &&
                            std::any_of(state.values.fields.begin(), state.values.fields.end(),
                                        [&note](const QVariant& value) { return value.toString() == note.value; });
        if (isKept || holdsParagraph(notes, text, end))
            continue;
        notes += (notes.isEmpty() ? QString() : end) + text;
        state.values.fields[index] = notes;
        state.isChanged = true;
        if (!out.added.contains(field.labelText()))
            out.added.append(field.labelText());
    }
}
} // namespace

RecordAdditions addToRecord(RecordState& state, const RecordDraft& row,
                            const std::vector<std::pair<int, QVariant>>& values, MatchPolicy policy,
                            const Store& store)
{
    RecordAdditions out;
    const RecordType& type = recordType(state.values.entity);
    for (const auto& [index, said] : values) {
        const Field& field = type.fields[static_cast<size_t>(index)];
        QVariant& known = state.values.fields[index];
        const bool isFirst = !state.saidBefore.contains(index);
        state.saidBefore.insert(index);
        if (isSame(field, said, known))
            continue;
        const bool fills = isEmpty(field, known) || (state.isNew && isFirst) || isWithin(field, known, said);
        if (!fills && !(policy == MatchPolicy::Update && isFirst)) {
            const QString shown = field.sensitivity == Sensitivity::Restricted
                                      ? QStringLiteral("…")
                                      : store.displayText(field, said).left(80);
            out.conflicts.append(
                Import::tr("%1 stays as it is known; the file says “%2”.").arg(field.labelText(), shown));
            continue;
        }
        known = said;
        state.isChanged = true;
        (fills ? out.added : out.replaced).append(field.labelText());
    }
    addNotes(state, row, out);
    return out;
}

} // namespace dtp
