// SPDX-License-Identifier: GPL-3.0-or-later
// People by country, to be printed: those chosen, or those of a country, a program and a time.
#include <exports/exportables.h>

#include <exports/export_text.h>
#include <lists/directory.h>
#include <lists/export_file.h>
#include <records/programs.h>
#include <search/record_search.h>

#include <QSet>

namespace dtp
{

namespace
{
void keepThose(std::vector<qint64>& people, const QSet<qint64>& wanted)
{
    std::erase_if(people, [&wanted](qint64 id) { return !wanted.contains(id); });
}

// Of the program and the years that are said; none when neither is.
Result<std::optional<QVariantList>> editionsOf(const Store& store, const ExportCall& call)
{
    const auto edition = call.idOf<ProgramEdition>("edition");
    const auto yearOf = [&call](const char* key) {
        const auto date = PartialDate::fromStorage(call.answers.value(QLatin1String(key)).toString());
        return date ? date->year() : 0;
    };
    const int from = yearOf("from");
    const int to = yearOf("to");
    if (!edition && from == 0 && to == 0)
        return std::optional<QVariantList>();
    DTP_TRY(all, store.find<ProgramEdition>());
    QVariantList fitting;
    for (const ProgramEdition& one : all) {
        const int year = one.start.year();
        if ((!edition || one.id == edition) && (from == 0 || year >= from) && (to == 0 || (year > 0 && year <= to)))
            fitting.append(one.id.value);
    }
    return std::optional(fitting);
}

class Directory final : public Exportable
{
public:
    QString key() const override { return QStringLiteral("directory"); }
    QString title() const override { return ExportText::tr("Directory of people"); }
    Entity entity() const override { return Entity::Person; }
    std::vector<ExportFormat> formats() const override { return documentFormats(); }
    std::vector<ExportParameter> parameters() const override
    {
        return {{QStringLiteral("country"), ExportText::tr("Country"),
                 recordType<Person>().fieldNamed(QStringLiteral("country"))},
                {QStringLiteral("edition"), ExportText::tr("Program"),
                 recordType<Participation>().fieldNamed(QStringLiteral("edition_id"))},
                {QStringLiteral("from"), ExportText::tr("Programs from"),
                 recordType<ProgramEdition>().fieldNamed(QStringLiteral("start_date"))},
                {QStringLiteral("to"), ExportText::tr("Programs until"),
                 recordType<ProgramEdition>().fieldNamed(QStringLiteral("end_date"))}};
    }
    QString nameOf(const Store&, const ExportCall&) const override { return ExportText::tr("Directory"); }
    // What is said narrows what is chosen.
    Result<std::vector<qint64>> records(const Store& store, const ExportCall& call) const override
    {
        DTP_TRY(people, Exportable::records(store, call));
        if (const QString country = call.answers.value(QStringLiteral("country")).toString(); !country.isEmpty()) {
            DTP_TRY(there, store.ids(Entity::Person, Where("country", country)));
            keepThose(people, {there.begin(), there.end()});
        }
        DTP_TRY(editions, editionsOf(store, call));
        if (editions && editions->isEmpty()) {
            people.clear();
        } else if (editions) {
            DTP_TRY(took, store.find<Participation>(Where().compare("edition_id", Where::Op::In, *editions)));
            QSet<qint64> participants;
            for (const Participation& one : took)
                participants.insert(one.person.value);
            keepThose(people, participants);
        }
        return std::move(people);
    }
    Result<ExportDraft> draft(const Store& store, const ExportCall& call, const QString&,
                              const Progress& progress) const override
    {
        DTP_TRY(people, records(store, call));
        DTP_TRY(document, directoryDocument(store, people, nameOf(store, call), progress));
        return ExportDraft(std::move(document));
    }
};
} // namespace

void addDirectory(Exportables& all)
{
    all.push_back(std::make_unique<Directory>());
}

} // namespace dtp
