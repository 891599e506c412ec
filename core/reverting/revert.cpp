// SPDX-License-Identifier: GPL-3.0-or-later
#include <reverting/revert.h>

#include <database/change_iterator.h>
#include <database/connection.h>
#include <records/kinds.h>
#include <reverting/conflicts.h>
#include <storage/change_recorder.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
class Reverting
{
    Q_DECLARE_TR_FUNCTIONS(Reverting)
};

struct Kept {
    QString sentence;
    std::vector<QByteArray> parts; // in the order in which they were made
};

Result<Kept> readChange(const Store& store, qint64 change)
{
    DTP_TRY(select,
            Statement::prepare(store.handle(), "SELECT sentence, state, changes FROM change_set WHERE id = ?"));
    DTP_TRY(isThere, select.bind(1, change).step());
    if (!isThere)
        return fail(Reverting::tr("There is no such change in the history of this file."));
    if (select.integer(1) != static_cast<qint64>(ChangeSummary::State::Done))
        return fail(Reverting::tr("Undone already: %1.").arg(select.text(0)));
    Kept kept{select.text(0), {}};
    DTP_TRY(parts,
            Statement::prepare(store.handle(), "SELECT changes FROM change_part WHERE change_id = ? ORDER BY number"));
    parts.bind(1, change);
    for (;;) {
        DTP_TRY(more, parts.step());
        if (!more)
            break;
        kept.parts.push_back(parts.blob(0));
    }
    kept.parts.push_back(select.blob(2));
    std::erase_if(kept.parts, [](const QByteArray& part) { return part.isEmpty(); });
    return kept;
}

Result<QByteArray> inverted(const QByteArray& changes)
{
    int size = 0;
    void* memory = nullptr;
    const int code = sqlite3changeset_invert(static_cast<int>(changes.size()), changes.constData(), &size, &memory);
    const std::unique_ptr<void, FreeBySqlite> owned(memory);
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(sessionError(code, "invert"));
    return QByteArray(static_cast<const char*>(memory), size);
}

int noteConflict(void* found, int kind, sqlite3_changeset_iter* rows)
{
    return static_cast<Conflicts*>(found)->note(kind, rows) ? SQLITE_CHANGESET_OMIT : SQLITE_CHANGESET_ABORT;
}

Result<> takeBack(ChangeWriter& writer, const Kept& kept)
{
    Conflicts conflicts(writer.store());
    DTP_CHECK(conflicts.findNewer(kept.parts));
    writer.notePastWrites();
    for (auto part = kept.parts.rbegin(); part != kept.parts.rend() && conflicts.isEmpty(); ++part) {
        DTP_TRY(changes, inverted(*part)); // what came last goes first
        const int code = sqlite3changeset_apply(writer.store().handle(), static_cast<int>(changes.size()),
                                                changes.data(), nullptr, &noteConflict, &conflicts);
        if (code != SQLITE_OK && conflicts.isEmpty())
            return tl::unexpected<Error>(sessionError(code, "apply"));
    }
    if (conflicts.isEmpty())
        return {};
    return fail(Reverting::tr("%1: this cannot be taken back by itself. %2 Nothing was done.")
                    .arg(kept.sentence, conflicts.sentence()));
}

// Whether it made one record of several people.
bool isMerge(const Kept& kept)
{
    for (const QByteArray& part : kept.parts) {
        ChangeIterator rows(part);
        while (rows.next()) {
            if (rows.operation() == SQLITE_INSERT &&
                qstrcmp(rows.table(), recordType(Entity::MergedPerson).table) == 0)
                return true;
        }
    }
    return false;
}
} // namespace

Result<qint64> revertChange(Store& store, qint64 change)
{
    DTP_TRY(kept, readChange(store, change));
    // What was entered since, such as a refusal, would stay with one of the records alone.
    const auto last = store.nextUndo();
    if (isMerge(kept) && (!last || last->id != change))
        return fail(Reverting::tr("%1: this cannot be taken back by itself, since what was entered later, such as a "
                                  "refusal, would then be on one of the records alone. Undo what came after it first.")
                        .arg(kept.sentence));
    DTP_TRY(made, store.change(Reverting::tr("Take back: %1").arg(kept.sentence),
                               [&kept = kept](ChangeWriter& writer) { return takeBack(writer, kept); }));
    if (made == 0) // no change set was kept, for nothing was changed
        return fail(Reverting::tr("%1: nothing is left of it to take back.").arg(kept.sentence));
    return made;
}

Result<qint64> revertField(Store& store, const ChangedField& changed)
{
    DTP_TRY(history, store.recordHistory(changed.entity, changed.id));
    const FieldChange* before = nullptr;
    for (const RecordChange& one : history) {
        if (one.change.id != changed.change || one.id != changed.id || one.entity != changed.entity ||
            one.what != RecordChange::What::Changed)
            continue;
        for (const FieldChange& line : one.fields) {
            if (line.field && changed.field == QLatin1String(line.field->name))
                before = &line;
        }
    }
    if (!before)
        return fail(Reverting::tr("The history does not say what this field held before."));
    DTP_TRY(values, store.get(changed.entity, changed.id));
    const Field& field = *before->field;
    const QString title = store.titleOf(changed.entity, changed.id);
    if (!isSame(field, values.value(field.name), before->after))
        return fail(Reverting::tr("This cannot be taken back by itself. %1 Nothing was done.")
                        .arg(nowOtherwise(store, field, title, values.value(field.name))));
    values.set(field.name, before->before);
    return store.change(Reverting::tr("Take back “%1” of %2").arg(field.labelText(), title),
                        [&](ChangeWriter& writer) { return writer.update(values); });
}

} // namespace dtp
