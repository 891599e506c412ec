// SPDX-License-Identifier: GPL-3.0-or-later
// What is printed or sent of one workshop.
#include <exports/exportables.h>

#include <exports/export_text.h>
#include <records/workshops.h>
#include <reporting/report_file.h>
#include <workshops/workshop_sheets.h>
#include <writers/ical_writer.h>
#include <writers/pdf_writer.h>

namespace dtp
{

namespace
{
class OfWorkshop : public Exportable
{
public:
    OfWorkshop(const char* key, const char* title) : m_key(key), m_title(title) {}

    QString key() const override { return QLatin1String(m_key); }
    QString title() const override { return ExportText::tr(m_title); }
    std::vector<ExportParameter> parameters() const override
    {
        return {{QStringLiteral("workshop"), ExportText::tr("Workshop"),
                 recordType<Invitation>().fieldNamed(QStringLiteral("workshop_id")), true}};
    }
    QString nameOf(const Store& store, const ExportCall& call) const override
    {
        return ExportText::tr("%1 of %2").arg(title(), store.titleOf(Entity::Workshop, workshopOf(call).value));
    }

protected:
    static Id<Workshop> workshopOf(const ExportCall& call) { return call.idOf<Workshop>("workshop"); }

private:
    const char* m_key;
    const char* m_title;
};

class Participants final : public OfWorkshop
{
public:
    Participants(const char* key, const char* title, OnSheet who) : OfWorkshop(key, title), m_who(who) {}

    std::vector<ExportFormat> formats() const override { return {xlsxFormat(), csvFormat(), pdfFormat()}; }
    Result<ExportDraft> draft(const Store& store, const ExportCall& call, const QString&,
                              const Progress&) const override
    {
        DTP_TRY(table, participantsTable(store, workshopOf(call), m_who));
        return ExportDraft(std::move(table));
    }
    Result<> write(const Store& store, const ExportCall& call, ExportCleared& cleared, const QString& ending,
                   QIODevice& device, const Progress& progress) const override
    {
        if (ending != QLatin1String("pdf"))
            return Exportable::write(store, call, cleared, ending, device, progress);
        DTP_TRY(workshop, store.get(workshopOf(call)));
        PdfOptions options;
        options.date = workshop.start;
        return writePdf(std::get<Disclosed<Table>>(cleared), device, options);
    }

private:
    OnSheet m_who;
};

// Agenda and sign-in sheet: pages without a cover.
class Pages final : public OfWorkshop
{
public:
    using Make = Result<Document> (*)(const Store&, Id<Workshop>);
    Pages(const char* key, const char* title, Make make) : OfWorkshop(key, title), m_make(make) {}

    std::vector<ExportFormat> formats() const override { return {pdfFormat()}; }
    Result<ExportDraft> draft(const Store& store, const ExportCall& call, const QString&,
                              const Progress&) const override
    {
        DTP_TRY(document, m_make(store, workshopOf(call)));
        return ExportDraft(std::move(document));
    }
    Result<> write(const Store&, const ExportCall&, ExportCleared& cleared, const QString& ending, QIODevice& device,
                   const Progress& progress) const override
    {
        return writeDocument(std::get<Disclosed<Document>>(cleared), ending, device, {.hasCover = false}, progress);
    }

private:
    Make m_make;
};

class Calendar final : public OfWorkshop
{
public:
    using OfWorkshop::OfWorkshop;

    std::vector<ExportFormat> formats() const override
    {
        return {{QStringLiteral("ics"), ExportText::tr("Calendar file (.ics)")}};
    }
    Result<ExportDraft> draft(const Store& store, const ExportCall& call, const QString&,
                              const Progress&) const override
    {
        DTP_TRY(table, calendarTable(store, workshopOf(call)));
        return ExportDraft(std::move(table));
    }
    Result<> write(const Store& store, const ExportCall& call, ExportCleared& cleared, const QString&,
                   QIODevice& device, const Progress&) const override
    {
        DTP_TRY(workshop, store.get(workshopOf(call)));
        return writeCalendar(std::get<Disclosed<Table>>(cleared),
                             {venueTimeZone(workshop), store.environment().clock->now()}, device);
    }
};
} // namespace

void addWorkshopSheets(Exportables& all)
{
    all.push_back(std::make_unique<Participants>(
        "workshop-coming", QT_TRANSLATE_NOOP("Exports", "Those who are coming"), OnSheet::Coming));
    all.push_back(std::make_unique<Participants>(
        "workshop-list", QT_TRANSLATE_NOOP("Exports", "Everybody on the list"), OnSheet::Everybody));
    all.push_back(std::make_unique<Pages>("agenda", QT_TRANSLATE_NOOP("Exports", "Agenda"), &agendaDocument));
    all.push_back(
        std::make_unique<Pages>("sign-in-sheet", QT_TRANSLATE_NOOP("Exports", "Sign-in sheet"), &signInDocument));
    all.push_back(std::make_unique<Calendar>("calendar", QT_TRANSLATE_NOOP("Exports", "Sessions for a calendar")));
}

} // namespace dtp
