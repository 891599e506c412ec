// SPDX-License-Identifier: GPL-3.0-or-later
// Names in the texts of what leaves: listed for whoever decides upon them, and done to the draft as it was decided.
#include <exports/exportables.h>

#include <exports/export_text.h>
#include <lists/export_file.h>
#include <records/kinds.h>

#include <algorithm>

namespace dtp
{

namespace
{
ReviewedDraft reviewed(ExportDraft& draft)
{
    return std::visit([](auto& one) { return ReviewedDraft(&one); }, draft);
}

// Rows of these are about somebody each: but for what people wrote freely, they are the gate's.
bool isAboutPeople(Entity entity)
{
    const std::vector<Field>& fields = recordType(entity).fields;
    return entity == Entity::Person || std::any_of(fields.begin(), fields.end(), [](const Field& field) {
               return field.isOwner && field.reference == Entity::Person;
           });
}

// Those columns in which something can stand that is asked about.
QStringList askedColumns(const Store& store, const Exportable& what, const ExportCall& call)
{
    const bool isOfPeople = isAboutPeople(what.entity());
    QStringList keys;
    for (const TableColumn& column : what.columns(store)) {
        const bool isChosen = call.columns.isEmpty() || call.columns.contains(column.key);
        if (isChosen && column.sensitivity == Sensitivity::Public && (column.isFreeText || !isOfPeople))
            keys.append(column.key);
    }
    return keys;
}
} // namespace

Result<> reviewNames(const Store& store, const Exportable& what, const ExportCall& call, const Gate& gate,
                     ExportDraft& draft)
{
    return applyNameDecisions(store, reviewed(draft), gate, call.undecided, what.reportOf(call));
}

Result<std::vector<NameInText>> namesInExport(const Store& store, const Exportable& what, const ExportCall& call,
                                              const Gate* gate, const Progress& progress, NameList list)
{
    if (const QString missing = missingAnswer(what, call); !missing.isEmpty())
        return fail(ExportText::tr("“%1” is not said: it is needed for “%2”.").arg(missing, what.title()));
    DTP_TRY(draft, what.draft(store, call, what.formats().front().ending, progress));
    return namesInDraft(store, reviewed(draft), gate, what.reportOf(call), progress, list);
}

Result<QString> undecidedInRows(const Store& store, const Exportable& what, const ExportCall& call, const Gate& gate,
                                const Progress& progress)
{
    const bool isAsked = what.entity() != Entity::None && traitsOf(gate.audience()).isGated() &&
                         call.undecided == UndecidedNames::Refuse;
    if (!isAsked || askedColumns(store, what, call).isEmpty())
        return QString();
    DTP_TRY(names, namesInExport(store, what, call, &gate, progress));
    QStringList undecided;
    for (const NameInText& name : names) {
        if (!name.decision)
            undecided.append(name.name);
    }
    const auto decided = checkDecided(undecided, gate.audience());
    return decided ? QString() : decided.error().sentence;
}

} // namespace dtp
